//! Differences in words, by the sections of both documents.

use super::words::Words;
use super::{Difference, What};
use crate::Department;
use crate::model::FILES;
use locale::{Lang, t};

/// Differences of one section of the documents, in words.
#[derive(Debug, Clone, PartialEq)]
pub struct Group {
    /// The section.
    pub title: String,
    /// Its differences.
    pub lines: Vec<Line>,
}

/// A difference in words.
#[derive(Debug, Clone, PartialEq)]
pub struct Line {
    /// `added`, `removed` or `changed`.
    pub kind: &'static str,
    /// In words.
    pub text: String,
    /// What long prose said before; empty where the words say all.
    pub before: String,
    /// What long prose says now.
    pub after: String,
}

/// The sections in the method's order, each with its title and its tables.
static SECTIONS: &[(&str, &[&str])] = &[
    ("kinds-about", &["about"]),
    ("report-business-goals", &["business", "business_goal"]),
    ("report-situation", &["situation", "statement", "tows", "segment", "competitor", "channel", "baseline"]),
    ("report-objectives", &["horizons", "goal", "task"]),
    ("report-strategy", &["strategy", "instrument"]),
    ("report-tactics", &["tactic"]),
    ("report-actions", &["action"]),
    ("report-control", &["kpi"]),
    ("report-scorecard", &["scorecard", "objective", "initiative"]),
    ("report-processes", &["process"]),
    ("report-handoffs", &["unit", "handoff"]),
    ("report-people", &["person", "role", "competence", "software"]),
    ("report-listening", &["listening", "source", "query", "route"]),
    ("report-studies", &["study"]),
    ("kinds-rules", &["rules"]),
];

/// Differences in words, by the sections of the documents in the method's order; sections that say the same are left
/// out. Both departments lend the names of what is referred to, units and currency.
pub fn groups(before: &Department, after: &Department, all: &[Difference], lang: Lang) -> Vec<Group> {
    let words = Words { before, after, lang };
    let mut lines: Vec<Vec<(usize, Line)>> = vec![Vec::new(); SECTIONS.len() + 1];
    for difference in all {
        let (section, table) = place(difference);
        lines[section].push((table, words.line(difference)));
    }
    let titles = SECTIONS.iter().map(|(key, _)| *key).chain(["diff-files"]);
    let made = titles.zip(lines).filter(|(_, lines)| !lines.is_empty());
    made.map(|(key, mut lines)| {
        lines.sort_by_key(|(table, _)| *table);
        Group { title: t!(lang, key), lines: lines.into_iter().map(|(_, line)| line).collect() }
    })
    .collect()
}

/// The number of a difference's section, and of its table in it.
fn place(difference: &Difference) -> (usize, usize) {
    let path = difference.subject.table.as_str();
    let table = match difference.what {
        What::FileAdded | What::FileRemoved | What::FileChanged => {
            let process = path.starts_with("processes/") && !FILES.contains(&path);
            if process { "process" } else { "" }
        }
        _ => path,
    };
    let found = SECTIONS.iter().enumerate().find_map(|(section, (_, tables))| {
        tables.iter().position(|known| *known == table).map(|at| (section, at))
    });
    // A process's files stand behind the processes.
    match found {
        Some((section, at)) if difference.what.of_file() => (section, at + 1),
        Some(found) => found,
        None => (SECTIONS.len(), 0),
    }
}
