//! The first page: where we are, what is next, what is unsound, who owes what this week.

use super::corrections;
use super::documents;
use super::states::{self, KpiRow, Standing};
use crate::desk::Desk;
use crate::frame::{Frame, page};
use crate::notes::{self, Note};
use crate::problem::Problem;
use crate::visit::Visit;
use crate::week::{self, Owed};
use app::approval::{may_decide, signatory};
use app::{Right, View};
use askama::Template;
use axum::extract;
use axum::response::Html;
use chart::{Lane, Mark, Timeline, TimelineWords};
use control::{CheckpointReading, State};
use department::Element;
use department::model::{Kpi, KpiKind};
use diag::Severity;
use jiff::ToSpan;
use locale::{Lang, date, t};

/// So many lines of a question stand on the page; the rest is a click away.
const LINES: usize = 3;
/// So many lanes of the timeline stand on the page; all of them stand on the page of control.
const LANES: usize = 3;
/// So many terminal KPIs stand on the page; where there are more, those that stand worst.
const TILES: usize = 12;
/// So many people are shown with what they owe.
const PEOPLE: usize = 5;

/// A checkpoint that was missed, and what the plan has ready for it.
struct Missed {
    name: String,
    href: String,
    day: String,
    wanted: String,
    read: String,
    correction: String,
    owner: String,
    /// The correction that answers it: its address and where it stands.
    run: Option<(String, Standing)>,
}

#[derive(Template)]
#[template(path = "pages/overview.html")]
struct Page {
    frame: Frame,
    kpis: Vec<KpiRow>,
    timeline: String,
    missed: Vec<Missed>,
    more_missed: usize,
    notes: Vec<Note>,
    counts: Vec<(&'static str, String)>,
    owed: Vec<(String, Vec<Owed>)>,
    more_owed: usize,
    papers: [documents::Standing; 2],
    empty: bool,
    /// Whether the reader writes documents that have errors yet and were never approved.
    starting: bool,
    /// What waits for the reader's decision, in words.
    waits: String,
}

/// `GET /`
pub(super) async fn overview(
    extract::State(desk): extract::State<Desk>,
    visit: Visit,
) -> Result<Html<String>, Problem> {
    let (view, lang) = (&*visit.view, visit.lang);
    let department = view.department();
    let checkpoints = control::checkpoints(department, view.series(), view.today);
    let mut missed = missed(view, lang, &desk.clock().moment(), &checkpoints);
    let more_missed = missed.len().saturating_sub(LINES);
    missed.truncate(LINES);
    let of = |severity| notes::spots(view).filter(move |spot| spot.finding.severity == severity);
    let worst = Severity::ALL.into_iter().flat_map(of).take(LINES);
    let mut owed = week::owed(view, lang, &desk.clock().moment());
    let more_owed = owed.iter().skip(PEOPLE).map(|(_, owed)| owed.len()).sum();
    owed.truncate(PEOPLE);
    page(&Page {
        frame: visit.frame(t!(lang, "web-overview")),
        kpis: tiles(view, lang),
        timeline: timeline(view, lang, &checkpoints),
        missed,
        more_missed,
        notes: worst.map(|spot| spot.note(view, lang)).collect(),
        counts: super::findings::counts(lang, view.findings.iter().map(|finding| finding.severity.word())),
        owed,
        more_owed,
        papers: documents::standings(&visit),
        waits: waits(&desk, &visit).await?,
        empty: department.is_empty(),
        starting: visit.signed.may(Right::Edit)
            && visit.approvals.normative.is_none()
            && view.findings.iter().any(|finding| finding.severity == Severity::Error),
    })
}

/// The terminal KPIs.
fn tiles(view: &View, lang: Lang) -> Vec<KpiRow> {
    let mut terminal: Vec<&Kpi> =
        view.department().kpis.iter().filter(|kpi| kpi.kind == Some(KpiKind::Terminal)).collect();
    if terminal.len() > TILES {
        let state = |kpi: &&Kpi| control::status(kpi, view.series().get(kpi.id()), view.today).state;
        let worst = [State::Missed, State::AtRisk, State::Upcoming, State::Met, State::Unknown];
        terminal.sort_by_cached_key(|kpi| worst.iter().position(|own| *own == state(kpi)));
        terminal.truncate(TILES);
    }
    terminal.into_iter().map(|kpi| states::row(view, lang, kpi)).collect()
}

/// The revision that waits for the reader's decision, in words; empty where none does.
async fn waits(desk: &Desk, visit: &Visit) -> Result<String, Problem> {
    let own = |open: &&app::Proposal| may_decide(open, &visit.signed.user).is_ok();
    let Some(open) = visit.approvals.open.as_ref().filter(own) else { return Ok(String::new()) };
    let users = desk.users(visit.view.department()).await.map_err(|error| Problem::of(error, visit.lang))?;
    let by = signatory(visit.view.department(), &users, &open.act.by, visit.lang).name;
    Ok(t!(visit.lang, "approval-waits", revision = open.revision, by = by))
}

/// Three months back and six ahead: a lane for each terminal KPI with the checkpoints that lead to it. The lanes
/// with a miss come first, then those whose next checkpoint is nearest.
fn timeline(view: &View, lang: Lang, checkpoints: &[CheckpointReading<'_>]) -> String {
    let department = view.department();
    let from = view.today.saturating_sub(3.months());
    let to = view.today.saturating_add(6.months());
    let terminals = control::terminals(department, view.series(), view.today);
    let mark = |reading: &CheckpointReading<'_>, terminal: bool| Mark {
        date: reading.mark.date,
        value: reading.reading.map(|point| point.value),
        state: states::drawn(reading.state),
        label: if terminal { String::new() } else { reading.kpi.title().to_owned() },
        terminal,
    };
    let shown = |reading: &&CheckpointReading<'_>| reading.mark.date >= from && reading.mark.date <= to;
    let kpis = &department.kpis;
    // The readings by the number of the terminal KPI that they lead to.
    let mut leading: Vec<Vec<Mark>> = Vec::new();
    leading.resize_with(kpis.len(), Vec::new);
    for reading in checkpoints.iter().filter(shown) {
        let to = reading.kpi.serves.as_ref().and_then(|serves| serves.index());
        if let Some(marks) = to.and_then(|to| leading.get_mut(to)) {
            marks.push(mark(reading, false));
        }
    }
    for reading in terminals.iter().filter(shown) {
        let own = kpis.number(reading.kpi.id()).and_then(|own| leading.get_mut(own));
        own.into_iter().for_each(|marks| marks.push(mark(reading, true)));
    }
    let mut lanes: Vec<Lane> = (kpis.iter().zip(leading))
        .filter(|(kpi, marks)| kpi.kind == Some(KpiKind::Terminal) && !marks.is_empty())
        .map(|(kpi, marks)| Lane { label: kpi.title().to_owned(), marks, spans: Vec::new() })
        .collect();
    lanes.sort_by_key(|lane| {
        let missed = lane.marks.iter().any(|mark| mark.state == chart::State::Missed);
        let next = lane.marks.iter().map(|mark| mark.date).filter(|day| *day >= view.today).min();
        (!missed, next.is_none(), next)
    });
    lanes.truncate(LANES);
    if lanes.is_empty() {
        return String::new();
    }
    let words = TimelineWords { today: t!(lang, "web-chart-today"), states: states::words(lang) };
    Timeline { title: t!(lang, "web-next"), today: view.today, from, to, lanes, words }.svg(lang)
}

/// The checkpoint KPIs whose last reading was missed, the last missed first.
fn missed(view: &View, lang: Lang, now: &str, checkpoints: &[CheckpointReading<'_>]) -> Vec<Missed> {
    let department = view.department();
    week::last_due(checkpoints, view.today)
        .into_iter()
        .rev()
        .filter(|reading| reading.state == State::Missed)
        .map(|reading| {
            let (wanted, read) = states::wanted_and_read(lang, reading);
            let correction = reading.kpi.correction.as_ref();
            let owner = correction.and_then(|correction| department.find(&correction.owner));
            let owner = owner.or(department.find(&reading.kpi.owner));
            let runs = view.figures.corrections.iter();
            let run = runs
                .filter(|run| run.kpi == reading.kpi.id())
                .find(|run| run.state().runs() || run.knows(reading.mark.date));
            Missed {
                run: run.map(|run| (corrections::href(run), corrections::standing(lang, now, run))),
                name: reading.kpi.title().to_owned(),
                href: states::href(reading.kpi),
                day: date(lang, reading.mark.date),
                wanted,
                read,
                correction: correction.map(|correction| correction.what.clone()).unwrap_or_default(),
                owner: owner.map_or_else(String::new, |owner| owner.title().to_owned()),
            }
        })
        .collect()
}
