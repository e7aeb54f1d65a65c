//! The guided start: from an empty department to documents without errors, letter by letter.

use super::edit::Lender;
use super::{edit, encoded};
use crate::frame::{Frame, page};
use crate::notes::{self, Note};
use crate::problem::Problem;
use crate::visit::Visit;
use askama::Template;
use axum::extract::Query;
use axum::response::Html;
use department::Kind;
use department::edit::{Subject, values};
use department::labels::{kind_help, kind_name, kind_new, kind_plural};
use diag::Severity;
use locale::{Lang, t};
use serde::Deserialize;
use std::collections::BTreeMap;

/// So many errors are named at a step.
const MOST: usize = 5;

/// A step of the method: its letter, the families of the rules that watch over it, the tables that are written at it,
/// and those of them that may stay empty.
struct Step {
    key: &'static str,
    letter: &'static str,
    rules: &'static [&'static str],
    tables: &'static [&'static str],
    optional: &'static [&'static str],
}

const fn step(
    (key, letter): (&'static str, &'static str),
    rules: &'static [&'static str],
    tables: &'static [&'static str],
    optional: &'static [&'static str],
) -> Step {
    Step { key, letter, rules, tables, optional }
}

/// The steps, in the order in which the method asks its questions.
static STEPS: &[Step] = &[
    step(("who", ""), &["AP"], &["about", "unit", "person", "approval"], &["approval"]),
    step(("business", ""), &["BG"], &["business", "business_goal"], &["business"]),
    step(
        ("situation", "S"),
        &["SI"],
        &["situation", "statement", "segment", "competitor", "channel", "baseline", "tows"],
        &["competitor", "channel", "baseline", "tows"],
    ),
    step(("objectives", "O"), &["OB"], &["horizons", "goal", "task"], &[]),
    step(("strategy", "S"), &["ST"], &["strategy", "instrument"], &["strategy"]),
    step(("tactics", "T"), &["TA", "ST02"], &["tactic"], &[]),
    step(("actions", "A"), &["AC"], &["action"], &[]),
    step(("control", "C"), &["CO"], &["kpi"], &[]),
    step(("scorecard", ""), &["SC"], &["scorecard", "objective", "initiative"], &["scorecard", "initiative"]),
    step(("processes", ""), &["PR"], &["process", "handoff"], &[]),
    step(("people", ""), &["CS"], &["competence", "role", "person", "software"], &[]),
    step(("listening", ""), &["LI"], &["listening", "source", "query", "route"], &["listening"]),
];

/// A table at a step: what it is, how much of it there is, where it is written.
struct Wanted {
    name: String,
    help: String,
    there: String,
    href: String,
    add: String,
    add_name: String,
}

/// An error with the form in which it is mended; without a form where it speaks of no single table.
struct Wrong {
    note: Note,
    form: Option<String>,
}

/// A step as it stands.
struct Stand {
    key: &'static str,
    /// The word of an address that leads back here.
    back: String,
    letter: &'static str,
    title: String,
    why: String,
    wanted: Vec<Wanted>,
    /// The business goals that goals are borrowed from.
    lenders: Vec<Lender>,
    errors: Vec<Wrong>,
    left: usize,
    done: bool,
    open: bool,
}

/// What the address says.
#[derive(Debug, Default, Deserialize)]
pub(super) struct Asked {
    /// The step that is worked at; without it, the first that is not done.
    #[serde(default)]
    step: String,
    /// The revision that has just been saved.
    saved: Option<u64>,
}

#[derive(Template)]
#[template(path = "pages/start.html")]
struct Page {
    frame: Frame,
    steps: Vec<Stand>,
    done: usize,
    all: usize,
    whole: bool,
    /// Errors that belong to no step.
    others: usize,
    /// Warnings, each of which needs a reason at the approval.
    warnings: usize,
    saved: Option<u64>,
}

/// `GET /start`
pub(super) async fn start(visit: Visit, Query(asked): Query<Asked>) -> Result<Html<String>, Problem> {
    let lang = visit.lang;
    let mut counts: BTreeMap<&str, usize> = BTreeMap::new();
    visit.view.department().each(|kind, _, _| *counts.entry(kind.key()).or_default() += 1);
    let count = |severity| visit.view.findings.iter().filter(|one| one.severity == severity).count();
    let warnings = count(Severity::Warning);
    let errors = notes::spots(&visit.view).filter(|spot| spot.finding.severity == Severity::Error);
    let mut notes: Vec<Note> = errors.map(|spot| spot.note(&visit.view, lang)).collect();
    let mut steps = Vec::new();
    for step in STEPS {
        let (mut errors, rest): (Vec<Note>, Vec<Note>) =
            notes.into_iter().partition(|note| watches(step, note));
        notes = rest;
        let back = format!("back={}", encoded(&format!("/start?step={0}#{0}", step.key)));
        let wanted = step.tables.iter().map(|table| (table, wanted(&visit, table, &counts, &back)));
        let wanted: Vec<_> = wanted.collect();
        let there = |(table, one): &(&&str, Wanted)| step.optional.contains(*table) || !one.there.is_empty();
        let done = errors.is_empty() && wanted.iter().all(there);
        let left = errors.len().saturating_sub(MOST);
        errors.truncate(MOST);
        let wrong = |note: Note| Wrong { form: form(step, &note, &back), note };
        steps.push(Stand {
            key: step.key,
            back: back.clone(),
            letter: step.letter,
            title: t!(lang, &format!("start-{}", step.key)),
            why: t!(lang, &format!("start-{}-why", step.key)),
            lenders: match step.key {
                "objectives" => Lender::all(visit.view.department(), lang, ""),
                _ => Vec::new(),
            },
            wanted: wanted.into_iter().map(|(_, one)| one).collect(),
            done,
            errors: errors.into_iter().map(wrong).collect(),
            left,
            open: step.key == asked.step,
        });
    }
    if steps.iter().all(|step| !step.open || step.done)
        && let Some(next) = steps.iter_mut().find(|step| !step.done)
    {
        next.open = true;
    }
    let done = steps.iter().filter(|step| step.done).count();
    page(&Page {
        frame: visit.frame(t!(lang, "start-title")),
        done,
        all: steps.len(),
        whole: done == steps.len() && notes.is_empty(),
        others: notes.len(),
        warnings,
        saved: asked.saved,
        steps,
    })
}

/// Whether an error is mended at a step: a rule of the step's families has found it, or it is a fault of the text in one
/// of its tables.
fn watches(step: &Step, note: &Note) -> bool {
    let own = |step: &Step| step.rules.contains(&note.code);
    match &note.subject {
        Some(subject) if note.code.starts_with("TX") => {
            step.tables.contains(&&*Subject::parse(&subject.anchor).table)
        }
        _ => {
            let family = step.rules.iter().any(|family| note.code.starts_with(family));
            own(step) || family && !STEPS.iter().any(own)
        }
    }
}

/// The form in which an error is mended, where it is one of the step's.
fn form(step: &Step, note: &Note, back: &str) -> Option<String> {
    let subject = Subject::parse(&note.subject.as_ref()?.anchor);
    step.tables.contains(&&*subject.table).then(|| format!("{}?{back}", edit::href(&subject)))
}

/// A table at a step.
fn wanted(visit: &Visit, table: &'static str, counts: &BTreeMap<&str, usize>, back: &str) -> Wanted {
    let lang: Lang = visit.lang;
    let help = kind_help(lang, table);
    let href = format!("/edit/{table}?{back}");
    if Kind::ALL.iter().any(|kind| kind.key() == table) {
        let name = kind_plural(lang, table);
        let there = counts.get(table).map_or_else(String::new, ToString::to_string);
        return Wanted {
            name,
            help,
            there,
            href,
            add: format!("/new/{table}?{back}"),
            add_name: kind_new(lang, table),
        };
    }
    let filled = values(&visit.view.files, &Subject::one(table)).is_some_and(|all| !all.is_empty());
    let (there, add_name) = match filled {
        true => (t!(lang, "start-filled"), t!(lang, "start-change")),
        false => (String::new(), t!(lang, "start-fill")),
    };
    Wanted { name: kind_name(lang, table), help, there, add: href.clone(), href, add_name }
}
