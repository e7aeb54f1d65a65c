//! How KPIs and their checkpoints stand, as pages show it.

use app::View;
use chart::{SeriesWords, Sparkline, StateWords};
use control::{CheckpointReading, State, Status};
use department::Element;
use department::element::Duration;
use department::model::{Kpi, KpiKind};
use locale::{Lang, date, number, percent, t};

/// What stands where nothing is known.
pub(super) const UNKNOWN: &str = "—";

/// A state's class and word; the class brings the shape.
#[derive(Debug, Clone)]
pub(super) struct Standing {
    pub class: &'static str,
    pub word: String,
}

/// A state, for a page.
pub(super) fn standing(lang: Lang, state: State) -> Standing {
    let class = match state {
        State::Met => "good",
        State::AtRisk => "risk",
        State::Missed => "bad",
        State::Upcoming | State::Unknown => "quiet",
    };
    Standing { class, word: word(lang, state) }
}

/// How a KPI stands today, for a page.
pub(super) fn on_the_way(lang: Lang, status: &Status) -> Standing {
    Standing { word: t!(lang, &format!("state-{}", status.word())), ..standing(lang, status.state) }
}

fn word(lang: Lang, state: State) -> String {
    match state {
        State::Met => t!(lang, "state-met"),
        State::AtRisk => t!(lang, "state-risk"),
        State::Missed => t!(lang, "state-missed"),
        State::Upcoming => t!(lang, "state-ahead"),
        State::Unknown => t!(lang, "state-unknown"),
    }
}

/// The words of the states in a picture.
pub(super) fn words(lang: Lang) -> StateWords {
    StateWords {
        met: word(lang, State::Met),
        at_risk: word(lang, State::AtRisk),
        missed: word(lang, State::Missed),
        upcoming: word(lang, State::Upcoming),
        unknown: word(lang, State::Unknown),
    }
}

/// The words of a KPI's course in a picture; `forecast` says what its band is.
pub(super) fn chart_words(lang: Lang, forecast: String) -> SeriesWords {
    SeriesWords {
        target: t!(lang, "web-chart-target"),
        tolerance: t!(lang, "web-chart-tolerance"),
        forecast,
        today: t!(lang, "web-chart-today"),
        empty: t!(lang, "web-chart-empty"),
        states: words(lang),
    }
}

/// A state, for a picture.
pub(super) const fn drawn(state: State) -> chart::State {
    match state {
        State::Met => chart::State::Met,
        State::AtRisk => chart::State::AtRisk,
        State::Missed => chart::State::Missed,
        State::Upcoming => chart::State::Upcoming,
        State::Unknown => chart::State::Unknown,
    }
}

/// A figure with its unit.
pub(super) fn figure(lang: Lang, value: f64, unit: &str) -> String {
    match unit {
        "" => number(lang, value, 2),
        "%" => percent(lang, value / 100.0, 2),
        unit => format!("{}\u{a0}{unit}", number(lang, value, 2)),
    }
}

/// A length of time.
pub(super) fn length(lang: Lang, length: Duration) -> String {
    t!(lang, &format!("length-{}", length.unit), n = length.amount)
}

/// A KPI in a list.
pub(super) struct KpiRow {
    pub href: String,
    pub name: String,
    pub kind: String,
    /// From the last figure to what is to be reached next: `45 → 38 min`.
    pub change: (String, String),
    /// The last figure with its unit, and its day.
    pub value: String,
    pub day: String,
    /// What is to be reached next, and when.
    pub target: String,
    pub due: String,
    pub state: Standing,
    /// Said where the last figure is too old to say anything.
    pub stale: bool,
    /// The figure's course, as SVG.
    pub spark: String,
}

/// A KPI as it stands.
pub(super) fn row(view: &View, lang: Lang, kpi: &Kpi) -> KpiRow {
    let series = view.series().get(kpi.id());
    let points = series.map_or(&[][..], |series| &series.points);
    let status = control::status(kpi, series, view.today);
    let Status { latest, next, stale, .. } = status;
    let target = next.or_else(|| kpi.targets.iter().max_by_key(|mark| mark.date).copied());
    let spark = Sparkline {
        title: kpi.title().to_owned(),
        points: points.iter().map(|point| (point.date, point.value)).collect(),
        target: target.map(|mark| mark.value),
    };
    KpiRow {
        href: href(kpi),
        name: kpi.title().to_owned(),
        kind: kind(lang, kpi),
        change: change(lang, latest.map(|point| point.value), target.map(|mark| mark.value), &kpi.unit),
        value: latest.map_or_else(|| UNKNOWN.to_owned(), |point| figure(lang, point.value, &kpi.unit)),
        day: latest.map_or_else(String::new, |point| date(lang, point.date)),
        target: target.map_or_else(|| UNKNOWN.to_owned(), |mark| figure(lang, mark.value, &kpi.unit)),
        due: target.map_or_else(String::new, |mark| t!(lang, "web-by", date = date(lang, mark.date))),
        state: on_the_way(lang, &status),
        stale,
        spark: if points.is_empty() { String::new() } else { spark.svg(lang) },
    }
}

/// Where it stands, and what is to be reached; the unit is said once.
fn change(lang: Lang, now: Option<f64>, target: Option<f64>, unit: &str) -> (String, String) {
    let said = |value: Option<f64>, unit: &str| {
        value.map_or_else(|| UNKNOWN.to_owned(), |value| figure(lang, value, unit))
    };
    if target.is_some() { (said(now, ""), said(target, unit)) } else { (said(now, unit), String::new()) }
}

/// A KPI's page.
pub(crate) fn href(kpi: &Kpi) -> String {
    format!("/kpis/{}", super::encoded(kpi.id()))
}

/// What a KPI is for, in words.
pub(super) fn kind(lang: Lang, kpi: &Kpi) -> String {
    let word = |kind: KpiKind| t!(lang, &format!("kpi-kind-{}", kind.word()));
    kpi.kind.map_or_else(|| UNKNOWN.to_owned(), word)
}

/// What was wanted and what was read: `40 → 52 min`; without a reading what is wanted.
pub(super) fn wanted_and_read(lang: Lang, reading: &CheckpointReading<'_>) -> (String, String) {
    let unit = &reading.kpi.unit;
    let wanted = figure(lang, reading.mark.value, unit);
    (wanted, reading.reading.map_or_else(|| UNKNOWN.to_owned(), |point| figure(lang, point.value, unit)))
}
