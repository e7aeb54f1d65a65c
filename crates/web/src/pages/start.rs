//! The guided start: from an empty department to documents without errors, letter by letter.

use super::edit::Lender;
use crate::frame::{Frame, page};
use crate::notes::{self, Note};
use crate::problem::Problem;
use crate::visit::Visit;
use askama::Template;
use axum::response::Html;
use department::Kind;
use department::edit::{Subject, values};
use department::labels::{kind_help, kind_name, kind_new, kind_plural};
use diag::Severity;
use locale::{Lang, t};
use std::collections::BTreeMap;

/// So many errors are named at a step.
const MOST: usize = 5;

/// A step of the method: its letter, its page, the tables that are written at it.
struct Step {
    key: &'static str,
    letter: &'static str,
    page: &'static str,
    tables: &'static [&'static str],
}

/// The steps, in the order in which the method asks its questions.
static STEPS: &[Step] = &[
    Step { key: "who", letter: "", page: "/handoffs", tables: &["about", "unit", "person"] },
    Step { key: "business", letter: "", page: "", tables: &["business", "business_goal"] },
    Step {
        key: "situation",
        letter: "S",
        page: "/situation",
        tables: &["situation", "statement", "segment", "competitor", "channel", "baseline", "tows"],
    },
    Step { key: "objectives", letter: "O", page: "/objectives", tables: &["horizons", "goal", "task"] },
    Step { key: "strategy", letter: "S", page: "/strategy", tables: &["strategy", "instrument"] },
    Step { key: "tactics", letter: "T", page: "/tactics", tables: &["tactic"] },
    Step { key: "actions", letter: "A", page: "/actions", tables: &["action"] },
    Step { key: "control", letter: "C", page: "/control", tables: &["kpi"] },
    Step {
        key: "scorecard",
        letter: "",
        page: "/scorecard",
        tables: &["scorecard", "objective", "initiative"],
    },
    Step { key: "processes", letter: "", page: "/processes", tables: &["process", "handoff"] },
    Step { key: "people", letter: "", page: "/people", tables: &["role", "competence", "software"] },
    Step {
        key: "listening",
        letter: "",
        page: "/listening",
        tables: &["listening", "source", "query", "route"],
    },
];

/// A table at a step: what it is, how many there are, where it is written.
struct Wanted {
    name: String,
    help: String,
    count: usize,
    href: String,
    add: String,
    add_name: String,
}

/// A step as it stands.
struct Stand {
    key: &'static str,
    letter: &'static str,
    title: String,
    why: String,
    wanted: Vec<Wanted>,
    /// The business goals that goals are borrowed from.
    lenders: Vec<Lender>,
    errors: Vec<Note>,
    left: usize,
    done: bool,
    open: bool,
}

#[derive(Template)]
#[template(path = "pages/start.html")]
struct Page {
    frame: Frame,
    steps: Vec<Stand>,
    done: usize,
    all: usize,
    whole: bool,
}

/// `GET /start`
pub(super) async fn start(visit: Visit) -> Result<Html<String>, Problem> {
    let lang = visit.lang;
    let mut counts: BTreeMap<&str, usize> = BTreeMap::new();
    visit.view.department().each(|kind, _, _| *counts.entry(kind.key()).or_default() += 1);
    let errors = notes::spots(&visit.view).filter(|spot| spot.finding.severity == Severity::Error);
    let mut notes: Vec<Note> = errors.map(|spot| spot.note(&visit.view, lang)).collect();
    let mut steps = Vec::new();
    for step in STEPS {
        let (mut errors, rest): (Vec<Note>, Vec<Note>) =
            notes.into_iter().partition(|note| belongs(note, step));
        notes = rest;
        let wanted: Vec<Wanted> = step.tables.iter().map(|table| wanted(&visit, table, &counts)).collect();
        let left = errors.len().saturating_sub(MOST);
        let done = errors.is_empty() && wanted.iter().any(|wanted| wanted.count > 0);
        errors.truncate(MOST);
        steps.push(Stand {
            key: step.key,
            letter: step.letter,
            title: t!(lang, &format!("start-{}", step.key)),
            why: t!(lang, &format!("start-{}-why", step.key)),
            wanted,
            lenders: match step.key {
                "objectives" => Lender::all(visit.view.department(), lang, ""),
                _ => Vec::new(),
            },
            errors,
            left,
            done,
            open: false,
        });
    }
    if let Some(next) = steps.iter_mut().find(|step| !step.done) {
        next.open = true;
    }
    let done = steps.iter().filter(|step| step.done).count();
    page(&Page {
        frame: visit.frame(t!(lang, "start-title")),
        done,
        all: steps.len(),
        whole: done == steps.len() && notes.is_empty(),
        steps,
    })
}

/// Whether an error is mended at a step: it speaks of one of its tables, or of its page as a whole.
fn belongs(note: &Note, step: &Step) -> bool {
    match &note.subject {
        Some(subject) => step.tables.contains(&&*Subject::parse(&subject.anchor).table),
        None if note.file == "business.toml" => step.key == "business",
        None => note.page == step.page,
    }
}

fn wanted(visit: &Visit, table: &'static str, counts: &BTreeMap<&str, usize>) -> Wanted {
    let lang: Lang = visit.lang;
    let keyed = Kind::ALL.iter().any(|kind| kind.key() == table);
    let alone =
        || usize::from(values(&visit.view.files, &Subject::one(table)).is_some_and(|all| !all.is_empty()));
    Wanted {
        name: if keyed { kind_plural(lang, table) } else { kind_name(lang, table) },
        help: kind_help(lang, table),
        count: if keyed { counts.get(table).copied().unwrap_or_default() } else { alone() },
        href: format!("/edit/{table}"),
        add: if keyed { format!("/new/{table}") } else { format!("/edit/{table}") },
        add_name: if keyed { kind_new(lang, table) } else { t!(lang, "start-fill") },
    }
}
