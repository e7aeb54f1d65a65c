//! One KPI: its course, its definition, its checkpoints with their correction, what its figures say of the plan, and every
//! figure with its source.

mod computed;
mod confirm;
mod figures;
mod history;
mod judged;
mod since;

pub(super) use confirm::{close, confirm};
use figures::{Figures, Span};
pub(super) use history::history;
use judged::Said;
pub(super) use since::since;

use super::states::{self, KpiRow, Standing, UNKNOWN, figure, length};
use super::{corrections, what_if};
use crate::desk::Desk;
use crate::frame::{Frame, page};
use crate::notes::{self, Note};
use crate::problem::Problem;
use crate::visit::Visit;
use app::{Right, View};
use askama::Template;
use axum::extract::{Path, Query, State};
use axum::response::Html;
use chart::Mark;
use control::correction::{Run, by_hand};
use control::{CheckpointReading, Series};
use department::Kind;
use department::element::Tolerance;
use department::model::{Kpi, KpiKind};
use department::{Element, formula};
use locale::{Lang, date, percent, t};

/// A target and how it was reached.
struct Target {
    day: String,
    wanted: String,
    read: String,
    state: Standing,
}

/// What is done when a checkpoint was missed.
struct Correction {
    what: String,
    owner: String,
    within: String,
}

/// Something said about the KPI, with a link where there is more.
struct Fact {
    name: String,
    value: String,
    href: String,
}

#[derive(Template)]
#[template(path = "pages/kpi.html")]
struct Page {
    frame: Frame,
    row: KpiRow,
    chart: String,
    /// Where its target, rhythm and correction are tried.
    try_it: String,
    about: String,
    facts: Vec<Fact>,
    targets: Vec<Target>,
    /// Why it stands as it does.
    reason: String,
    correction: Option<Correction>,
    wants_correction: bool,
    /// The corrections that were opened for it: address, words, standing; the latest first.
    runs: Vec<(String, String, Standing)>,
    /// Said where its correction may be opened by hand.
    open_id: String,
    said: Said,
    figures: Figures,
    notes: Vec<Note>,
}

/// `GET /kpis/{id}`
pub(super) async fn kpi(
    State(desk): State<Desk>,
    visit: Visit,
    Path(id): Path<String>,
    Query(span): Query<Span>,
) -> Result<Html<String>, Problem> {
    let (view, lang) = (&*visit.view, visit.lang);
    let kpi = view.department().kpis.get(&id).ok_or(Problem::NotFound)?;
    let readings = readings(view, kpi);
    let measured = match formula::of(kpi).is_none() {
        true => visit.workspace.store().of(&id).await.map_err(Problem::fault)?,
        false => computed::figures(view, lang, kpi),
    };
    let about = notes::spots(view).filter(|spot| spot.element(Kind::Kpi) == Some(&id));
    let notes = about.map(|spot| spot.note(view, lang)).collect();
    page(&Page {
        frame: visit.frame(kpi.title()),
        row: states::row(view, lang, kpi),
        chart: picture(view, lang, kpi, &readings),
        try_it: what_if::href(&id),
        about: kpi.about.clone(),
        facts: facts(view, lang, kpi),
        targets: readings.iter().map(|reading| target(lang, reading)).collect(),
        correction: correction(view, lang, kpi),
        reason: control::reason(kpi, &control::status(kpi, view.series().get(&id), view.today), lang),
        runs: runs(view, lang, &desk.clock().moment(), kpi),
        open_id: open_id(&visit, kpi),
        wants_correction: kpi.kind == Some(KpiKind::Checkpoint),
        said: Said::of(view, lang, kpi),
        figures: Figures::of(lang, kpi, measured, &span),
        notes,
    })
}

fn readings<'a>(view: &'a View, kpi: &Kpi) -> Vec<CheckpointReading<'a>> {
    let Some(kind) = kpi.kind else { return Vec::new() };
    let mut all = control::readings(view.department(), kind, view.series(), view.today);
    all.retain(|reading| reading.kpi.id() == kpi.id());
    all
}

fn picture(view: &View, lang: Lang, kpi: &Kpi, readings: &[CheckpointReading<'_>]) -> String {
    let none = Series::default();
    let series = view.series().get(kpi.id()).unwrap_or(&none);
    let allowance = |value: f64| kpi.tolerance.map(|tolerance| tolerance.at(value));
    let marks = kpi.baseline.iter().chain(&kpi.targets);
    let band = marks.filter_map(|mark| {
        let width = allowance(mark.value)?;
        Some((mark.date, mark.value - width, mark.value + width))
    });
    chart::Series {
        title: kpi.title().to_owned(),
        unit: kpi.unit.clone(),
        points: series.points.iter().map(|point| (point.date, point.value)).collect(),
        targets: kpi.targets.iter().map(|mark| (mark.date, mark.value)).collect(),
        baseline: kpi.baseline.map(|mark| (mark.date, mark.value)),
        tolerance: band.collect(),
        forecast: report::sections::foreseen(&view.figures.judged, kpi),
        shifts: judged::shifts(view, kpi),
        unusual: judged::unusual(view, kpi),
        checkpoints: readings
            .iter()
            .map(|reading| Mark {
                date: reading.mark.date,
                value: reading.reading.map(|point| point.value),
                state: states::drawn(reading.state),
                label: String::new(),
                terminal: kpi.kind == Some(KpiKind::Terminal),
            })
            .collect(),
        today: view.today,
        words: states::chart_words(lang, t!(lang, "word-forecast")),
    }
    .svg(lang)
}

fn facts(view: &View, lang: Lang, kpi: &Kpi) -> Vec<Fact> {
    let department = view.department();
    let mut facts = Vec::new();
    let mut fact = |key: &str, value: String, href: String| {
        if !value.is_empty() {
            facts.push(Fact { name: t!(lang, key), value, href });
        }
    };
    if let Some(goal) = department.find(&kpi.goal) {
        fact("col-goal", goal.title().to_owned(), format!("/objectives#goal.{}", goal.id()));
    }
    if let Some(terminal) = department.find(&kpi.serves) {
        fact("web-serves", terminal.title().to_owned(), states::href(terminal));
    }
    if let Some(owner) = department.find(&kpi.owner) {
        fact("col-owner", owner.title().to_owned(), format!("/people#person.{}", owner.id()));
    }
    let plain = String::new;
    let better = kpi.direction.map(|direction| t!(lang, &format!("direction-{}", direction.word())));
    fact("web-better", better.unwrap_or_default(), plain());
    let rhythm = kpi.rhythm.map(|rhythm| t!(lang, &format!("rhythm-{}", rhythm.word())));
    fact("web-rhythm", rhythm.unwrap_or_default(), plain());
    let baseline = kpi
        .baseline
        .map(|mark| format!("{} · {}", figure(lang, mark.value, &kpi.unit), date(lang, mark.date)));
    fact("col-baseline", baseline.unwrap_or_else(|| UNKNOWN.to_owned()), plain());
    let tolerance = kpi.tolerance.map(|tolerance| match tolerance {
        Tolerance::Percent(share) => percent(lang, share / 100.0, 2),
        Tolerance::Absolute(width) => figure(lang, width, &kpi.unit),
    });
    fact("web-tolerance", tolerance.unwrap_or_default(), plain());
    fact("col-source", kpi.source.clone(), plain());
    facts
}

fn target(lang: Lang, reading: &CheckpointReading<'_>) -> Target {
    let (wanted, read) = states::wanted_and_read(lang, reading);
    Target { day: date(lang, reading.mark.date), wanted, read, state: states::standing(lang, reading.state) }
}

fn runs(view: &View, lang: Lang, now: &str, kpi: &Kpi) -> Vec<(String, String, Standing)> {
    let own = view.figures.corrections.iter().filter(|run| run.kpi == kpi.id());
    let line = |run: &Run| {
        let name = t!(lang, "correction-of", number = run.id);
        (corrections::href(run), name, corrections::standing(lang, now, run))
    };
    own.map(line).collect()
}

/// The KPI's id where the reader may open its correction by hand and there is one to open.
fn open_id(visit: &Visit, kpi: &Kpi) -> String {
    let view = &*visit.view;
    let runs = &*view.figures.corrections;
    let found = by_hand(view.department(), view.series(), runs, view.today, kpi.id());
    found.filter(|_| visit.signed.may(Right::Propose)).map_or_else(String::new, |_| kpi.id().to_owned())
}

fn correction(view: &View, lang: Lang, kpi: &Kpi) -> Option<Correction> {
    let correction = kpi.correction.as_ref().filter(|correction| !correction.what.is_empty())?;
    let owner = view.department().find(&correction.owner).map(|owner| owner.title().to_owned());
    Some(Correction {
        what: correction.what.clone(),
        owner: owner.unwrap_or_else(|| UNKNOWN.to_owned()),
        within: correction.within.map_or_else(|| UNKNOWN.to_owned(), |within| length(lang, within)),
    })
}
