//! One correction: what was missed, what is done about it by whom, what has happened, and what came of it.

use super::shown::{self, Line, lasted, person};
use crate::desk::Desk;
use crate::frame::{Frame, page};
use crate::notes::when;
use crate::pages::effect::Shown;
use crate::pages::states::figure;
use crate::problem::Problem;
use crate::visit::Visit;
use app::approval::signatory;
use app::corrections::{text, word};
use app::{Right, User, View};
use askama::Template;
use axum::extract::{Path, State};
use axum::response::Html;
use control::correction::{Happened, Run, RunState, Task, What};
use department::Element;
use locale::{Lang, date, t};

/// A task in a line.
struct Job {
    number: usize,
    what: String,
    owner: String,
    until: String,
    overdue: bool,
    /// When it was done and what came of it.
    done: Option<(String, String)>,
}

/// An entry of the journal.
struct Entry {
    at: String,
    by: String,
    step: String,
    text: String,
}

#[derive(Template)]
#[template(path = "pages/corrections/one.html")]
struct Page {
    frame: Frame,
    line: Line,
    facts: Vec<(String, String)>,
    jobs: Vec<Job>,
    journal: Vec<Entry>,
    people: Vec<(String, String)>,
    effect: Shown,
    /// Whether it runs, has begun, has all its tasks done, was withdrawn.
    runs: bool,
    begun: bool,
    ready: bool,
    withdrawn: bool,
    may_act: bool,
    may_withdraw: bool,
}

/// `GET /corrections/{id}`
pub(super) async fn one(
    State(desk): State<Desk>,
    visit: Visit,
    Path(id): Path<u64>,
) -> Result<Html<String>, Problem> {
    let (view, lang, now) = (&*visit.view, visit.lang, desk.clock().moment());
    let run = view.figures.corrections.iter().find(|run| run.id == id).ok_or(Problem::NotFound)?;
    let users = desk.users(view.department()).await.map_err(|error| Problem::of(error, lang))?;
    let (overdue, tasks) = (run.overdue(&now), run.tasks());
    let people = view.department().people.iter();
    page(&Page {
        frame: visit.frame(t!(lang, "correction-of", number = id)),
        line: shown::line(view, lang, &now, run),
        facts: facts(view, lang, &users, run),
        ready: tasks.iter().all(|task| task.done.is_some()),
        jobs: tasks
            .into_iter()
            .enumerate()
            .map(|(number, task)| job(view, lang, number, task, overdue.contains(&number)))
            .collect(),
        journal: journal(view, lang, &users, run),
        people: people.map(|person| (person.id().to_owned(), person.title().to_owned())).collect(),
        effect: Shown::of(view, lang, run),
        runs: run.state().runs(),
        begun: run.times().0.is_some(),
        withdrawn: run.state() == RunState::Withdrawn,
        may_act: visit.signed.may(Right::Comment),
        may_withdraw: visit.signed.may(Right::Propose),
    })
}

fn facts(view: &View, lang: Lang, users: &[User], run: &Run) -> Vec<(String, String)> {
    let unit = view.department().kpis.get(&run.kpi).map_or("", |kpi| &*kpi.unit);
    let dated =
        |point: control::Point| format!("{}, {}", figure(lang, point.value, unit), date(lang, point.date));
    let opened = match &*run.by {
        "" => t!(lang, "corrections-opened-itself"),
        by => t!(lang, "corrections-opened-by", by = signatory(view.department(), users, by, lang).name),
    };
    let reaction = run.reaction().map(|seconds| lasted(lang, seconds));
    let mut facts = vec![
        (t!(lang, "correction-fact-target"), dated(run.target)),
        (t!(lang, "correction-fact-read"), dated(run.reading)),
        (t!(lang, "correction-fact-opened"), format!("{}, {opened}", when(&run.at))),
        (t!(lang, "correction-fact-reaction"), reaction.unwrap_or_else(|| t!(lang, "correction-not-begun"))),
    ];
    if !run.due.is_empty() {
        facts.insert(3, (t!(lang, "correction-fact-until"), when(&run.due)));
    }
    if let Some(seconds) = run.lasted() {
        facts.push((t!(lang, "correction-fact-lasted"), lasted(lang, seconds)));
    }
    facts
}

fn job(view: &View, lang: Lang, number: usize, task: Task, overdue: bool) -> Job {
    Job {
        number,
        what: task.what,
        owner: person(view, lang, &task.owner),
        until: task.due.map_or_else(String::new, |day| date(lang, day)),
        overdue,
        done: task.done.map(|(at, note)| (when(&at), note)),
    }
}

/// What has happened, the latest first; its opening is the last.
fn journal(view: &View, lang: Lang, users: &[User], run: &Run) -> Vec<Entry> {
    let name = |by: &str| match by {
        "" => String::new(),
        by => signatory(view.department(), users, by, lang).name,
    };
    let unit = view.department().kpis.get(&run.kpi).map_or("", |kpi| &*kpi.unit);
    let tasks = run.tasks();
    let entry = |event: &Happened| {
        let text = match &event.what {
            What::Again(target, read) => t!(
                lang,
                "correction-missed-on",
                date = date(lang, target.date),
                read = figure(lang, read.value, unit),
                wanted = figure(lang, target.value, unit)
            ),
            What::Recovered(read) => format!("{}: {}", date(lang, read.date), figure(lang, read.value, unit)),
            What::TaskDone(number, note) => {
                let task = tasks.get(*number).map_or("", |task| &*task.what);
                if note.is_empty() { task.to_owned() } else { format!("{task} — {note}") }
            }
            What::Task(what, owner, due) => {
                let until = due.map(|day| t!(lang, "correction-task-until-day", date = date(lang, day)));
                let owner = (!owner.is_empty()).then(|| person(view, lang, owner));
                [Some(what.clone()), owner, until].into_iter().flatten().collect::<Vec<_>>().join(", ")
            }
            other => text(other).to_owned(),
        };
        let step = t!(lang, &format!("correction-step-{}", word(&event.what)));
        Entry { at: when(&event.at), by: name(&event.by), step, text }
    };
    let mut all: Vec<Entry> = run.events.iter().rev().map(entry).collect();
    all.push(Entry {
        at: when(&run.at),
        by: name(&run.by),
        step: t!(lang, "correction-step-opened"),
        text: shown::missed(view, lang, run),
    });
    all
}
