//! Listening: where, to what, and who acts on it; never clean-up alone.

super::rules! {
    "LI01" li01_serm_only,
    "LI02" li02_mostly_clean_up,
    "LI03" li03_no_purpose,
    "LI04" li04_leads_nowhere,
    "LI05" li05_route_to_nobody,
    "LI06" li06_route_without_time,
    "LI07" li07_no_words,
    "LI08" li08_unheard_source,
    "LI09" li09_no_unasked_theme,
    "LI10" li10_query_without_source,
    "LI11" li11_route_from_nothing,
    "LI12" li12_route_without_handoff,
}

use crate::element::Element;
use crate::model::{Department, Purpose};
use diag::Place;

/// How many queries are there to clean up, and how many have a purpose at all.
fn shares(department: &Department) -> (usize, usize) {
    let purposes = || department.queries.iter().filter_map(|query| query.purpose);
    (purposes().filter(|purpose| *purpose == Purpose::CleanUp).count(), purposes().count())
}

/// The place of what listening lacks altogether: its header, or the beginning of its file.
fn sheet(department: &Department) -> Place {
    match department.listening.id() {
        "" => department.file("listening.toml"),
        _ => department.listening.head(),
    }
}
