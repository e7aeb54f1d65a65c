//! Where an element stands: the page of its kind, and there the part of a long listing.

use crate::pages::encoded;
use department::{Department, Kind};
use locale::{Lang, t};

/// So many elements of a kind stand on a page at a time.
pub(crate) const fn most(page: &str) -> usize {
    match page.as_bytes() {
        // Each has a picture of its own.
        b"/control" => 40,
        b"/actions" | b"/kpis" => 200,
        _ => 50,
    }
}

/// In how many parts a page shows its listings.
pub(crate) fn parts(department: &Department, page: &str) -> usize {
    let own = Kind::ALL.iter().filter(|kind| page_of(**kind) == page);
    let longest = own.map(|kind| department.count(*kind)).max().unwrap_or(0);
    longest.div_ceil(most(page)).max(1)
}

/// The part of its page that shows an element, counted from 1.
pub(crate) fn part_of(department: &Department, kind: Kind, id: &str) -> usize {
    department.number(kind, id).map_or(1, |number| number / most(page_of(kind)) + 1)
}

/// Where an element stands: `/objectives#goal.trust`.
pub(crate) fn href(department: &Department, kind: Kind, id: &str) -> String {
    let (page, anchor) = (page_of(kind), format!("{}.{}", kind.key(), encoded(id)));
    match department.count(kind) > most(page) {
        true => format!("{page}?at={anchor}#{anchor}"),
        false => format!("{page}#{anchor}"),
    }
}

/// The ways to the other parts of a listing.
pub(crate) struct Pager {
    /// What they are, for those who do not see them.
    pub name: String,
    /// Each part that is named: its number, its address, and whether it is the one that is shown. Of many parts only the
    /// first, the last and the neighbours are named; a gap has the number 0.
    pub parts: Vec<(usize, String, bool)>,
}

impl Pager {
    /// Of a page that is shown in parts; none where there is one part only.
    pub fn new(lang: Lang, path: &str, here: usize, parts: usize) -> Option<Self> {
        let named = |part: &usize| *part == 1 || *part == parts || part.abs_diff(here) <= 2;
        let mut all: Vec<(usize, String, bool)> = Vec::new();
        for part in (1..=parts).filter(named) {
            if all.last().is_some_and(|(before, ..)| before + 1 < part) {
                all.push((0, String::new(), false));
            }
            let href = if part == 1 { path.to_owned() } else { format!("{path}?part={part}") };
            all.push((part, href, part == here));
        }
        (parts > 1).then(|| Pager { name: t!(lang, "pager", part = here, of = parts), parts: all })
    }
}

/// The page that shows elements of a kind.
pub(crate) const fn page_of(kind: Kind) -> &'static str {
    match kind {
        Kind::Statement | Kind::Tows | Kind::Segment | Kind::Competitor | Kind::Channel | Kind::Baseline => {
            "/situation"
        }
        Kind::BusinessGoal | Kind::Goal | Kind::Task => "/objectives",
        Kind::Instrument => "/strategy",
        Kind::Tactic => "/tactics",
        Kind::Action => "/actions",
        Kind::Kpi => "/control",
        Kind::Objective | Kind::Initiative => "/scorecard",
        Kind::Process => "/processes",
        Kind::Handoff | Kind::Unit => "/handoffs",
        Kind::Person | Kind::Role | Kind::Competence | Kind::Software | Kind::ApprovalStage => "/people",
        Kind::Study => "/studies",
        Kind::ListeningSource | Kind::Query | Kind::Route => "/listening",
    }
}

/// The kind and the id of an element, by its anchor `kind.id`.
pub(crate) fn named(anchor: &str) -> Option<(Kind, &str)> {
    let (key, id) = anchor.split_once('.')?;
    Kind::ALL.iter().find(|kind| kind.key() == key).map(|kind| (*kind, id))
}

/// The page of a finding that speaks of no single element: by the rule's family, else by the file.
pub(crate) fn page_of_rule(code: &str, file: &str) -> &'static str {
    match (code.get(..2).unwrap_or_default(), file) {
        ("BG" | "OB", _) => "/objectives",
        ("SI", _) => "/situation",
        ("ST", _) => "/strategy",
        ("TA", _) => "/tactics",
        ("AC", _) => "/actions",
        ("CO", _) => "/control",
        ("SC", _) => "/scorecard",
        ("PR", _) => "/processes",
        ("CS", _) => "/people",
        ("LI", _) => "/listening",
        ("AP", _) => "/people",
        ("SU", _) => "/studies",
        (_, "business.toml") => "/objectives",
        (_, "sostac.toml") => "/situation",
        (_, "scorecard.toml") => "/scorecard",
        (_, "listening.toml") => "/listening",
        (_, "studies.toml") => "/studies",
        _ => "/people",
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use department::{Files, read};

    #[test]
    fn a_long_listing_is_led_to_by_its_part() {
        let goals: String = (0..120).map(|n| format!("[goal.g{n}]\n")).collect();
        let text = format!("{goals}[kpi.a]\n");
        let department = read(&Files::from([("sostac.toml", &*text)])).department;
        assert_eq!((parts(&department, "/objectives"), parts(&department, "/control")), (3, 1));
        assert_eq!(part_of(&department, Kind::Goal, "g49"), 1);
        assert_eq!(part_of(&department, Kind::Goal, "g50"), 2);
        assert_eq!(href(&department, Kind::Goal, "g50"), "/objectives?at=goal.g50#goal.g50");
        assert_eq!(href(&department, Kind::Kpi, "a"), "/control#kpi.a");
    }

    #[test]
    fn of_many_parts_the_neighbours_are_named() {
        let numbers = |here, parts| {
            let pager = Pager::new(Lang::En, "/x", here, parts);
            pager.map(|pager| pager.parts.iter().map(|(part, ..)| *part).collect::<Vec<_>>())
        };
        assert_eq!(numbers(1, 1), None);
        assert_eq!(numbers(1, 3), Some(vec![1, 2, 3]));
        assert_eq!(numbers(9, 20), Some(vec![1, 0, 7, 8, 9, 10, 11, 0, 20]));
    }
}
