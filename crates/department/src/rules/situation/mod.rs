//! The S of SOSTAC: where the business stands now, by facts that have a source and a date.

super::rules! {
    "SI01" si01_no_source,
    "SI02" si02_no_date,
    "SI03" si03_stale,
    "SI04" si04_no_stage,
    "SI05" si05_empty_field,
    "SI06" si06_unfounded_conclusion,
    "SI07" si07_no_conclusion,
    "SI08" si08_misplaced_conclusion,
    "SI09" si09_no_segment,
    "SI10" si10_no_field,
}

use super::prelude::*;
use diag::Place;
use jiff::civil::Date;

/// A line of the analysis: something that is said to be so.
struct Line<'a> {
    title: &'a str,
    source: &'a str,
    /// Whether it was found by a study.
    studied: bool,
    date: Option<Date>,
    /// Whether a day stands in the text, be it readable or not.
    dated: bool,
    /// Whether it is a figure from before the plan.
    baseline: bool,
    head: Place,
    at_date: Place,
}

/// All lines of the analysis; the stage is one where it is named.
fn lines(department: &Department) -> impl Iterator<Item = Line<'_>> {
    macro_rules! of {
        ($lines:expr) => {
            $lines.map(|line| Line {
                title: line.title(),
                source: &line.source,
                studied: false,
                date: line.date,
                dated: line.has("date"),
                baseline: false,
                head: line.head(),
                at_date: line.at("date"),
            })
        };
    }
    let stage = department.situation.has("stage").then_some(&department.situation);
    of!(stage.into_iter())
        .map(|line| Line { title: "[situation]", ..line })
        .chain(department.statements.iter().flat_map(|line| {
            of!(std::iter::once(line)).map(|found| Line { studied: line.study.is_some(), ..found })
        }))
        .chain(department.segments.iter().flat_map(|line| {
            of!(std::iter::once(line)).map(|found| Line { studied: line.study.is_some(), ..found })
        }))
        .chain(of!(department.competitors.iter()))
        .chain(of!(department.channels.iter()))
        .chain(of!(department.baselines.iter()).map(|line| Line { baseline: true, ..line }))
}
