//! KPIs as documents show them: values, targets, states, and their course as a picture.

use super::figures::states;
use crate::Input;
use crate::cells::{Cell, UNKNOWN};
use crate::tree::{Figure, Inline, Tone};
use control::{CheckpointReading, Judged, State, Status, readings, status};
use department::Element;
use department::element::Mark;
use department::model::{Kpi, KpiKind, Objective};
use locale::{date, t};
use std::collections::BTreeMap;

/// The targets of every KPI and how each was reached, by the KPI's id.
pub(super) fn by_kpi<'a>(input: &Input<'a>) -> BTreeMap<&'a str, Vec<CheckpointReading<'a>>> {
    let mut all = BTreeMap::<&str, Vec<_>>::new();
    for &kind in KpiKind::ALL {
        for reading in readings(input.department, kind, input.series, input.today) {
            all.entry(reading.kpi.id()).or_default().push(reading);
        }
    }
    all
}

/// How a KPI stands today.
pub(super) fn standing(input: &Input<'_>, kpi: &Kpi) -> Status {
    status(kpi, input.series.get(kpi.id()), input.today)
}

/// A state with its shape and word.
pub(super) fn state(input: &Input<'_>, state: State) -> Inline {
    Inline::State(tone(state), input.say(&format!("state-{}", state.word())))
}

/// How a KPI stands on the way to its targets, with shape and word.
pub(super) fn on_the_way(input: &Input<'_>, standing: &Status) -> Inline {
    Inline::State(tone(standing.state), input.say(&format!("state-{}", standing.word())))
}

fn tone(state: State) -> Tone {
    match state {
        State::Met => Tone::Good,
        State::AtRisk => Tone::Risk,
        State::Missed => Tone::Bad,
        State::Upcoming | State::Unknown => Tone::Quiet,
    }
}

/// A state as pictures draw it.
pub(super) fn drawn(state: State) -> chart::State {
    match state {
        State::Met => chart::State::Met,
        State::AtRisk => chart::State::AtRisk,
        State::Missed => chart::State::Missed,
        State::Upcoming => chart::State::Upcoming,
        State::Unknown => chart::State::Unknown,
    }
}

/// A value with its day under it.
pub(super) fn dated(input: &Input<'_>, kpi: &Kpi, value: Option<(f64, jiff::civil::Date)>) -> Cell {
    let Some((value, day)) = value else { return input.text("") };
    vec![input.figure(Some(value), &kpi.unit).into(), Inline::Break, Inline::Muted(date(input.lang, day))]
}

/// The target that is ahead, or the last one.
pub(super) fn aim(kpi: &Kpi, standing: &Status) -> Option<Mark> {
    standing.next.or_else(|| kpi.targets.iter().max_by_key(|mark| mark.date).copied())
}

/// From the value to the target: `62 → 40 min`.
fn way(input: &Input<'_>, kpi: &Kpi, standing: &Status) -> String {
    let now = standing.latest.map_or_else(|| UNKNOWN.to_owned(), |point| input.figure(Some(point.value), ""));
    let target = aim(kpi, standing).map(|mark| mark.value);
    format!("{now} → {}", input.figure(target, &kpi.unit))
}

/// A measure of an objective: the KPI, its value and target, its state.
pub(super) fn measure(input: &Input<'_>, kpi: &Kpi) -> Cell {
    let standing = standing(input, kpi);
    vec![
        input.link_to(kpi),
        Inline::Break,
        Inline::Muted(way(input, kpi, &standing)),
        " ".into(),
        on_the_way(input, &standing),
    ]
}

/// What a card of the strategy map says of its objective: the first measure, and the worst known state of all.
pub(super) fn card(input: &Input<'_>, objective: &Objective) -> (String, Option<chart::State>) {
    let measures: Vec<_> = objective.measures.iter().filter_map(|kpi| input.department.get(kpi)).collect();
    let note = measures.first().map_or_else(String::new, |kpi| {
        format!("{}: {}", kpi.title(), way(input, kpi, &standing(input, kpi)))
    });
    let known =
        measures.iter().map(|kpi| standing(input, kpi).state).filter(|state| *state != State::Unknown);
    let state = known.max().or(measures.first().map(|_| State::Unknown));
    (note, state.map(drawn))
}

/// What stands beside a target in a picture: `45 → 38 min`.
pub(super) fn label(input: &Input<'_>, reading: &CheckpointReading<'_>) -> String {
    let target = input.figure(Some(reading.mark.value), &reading.kpi.unit);
    match reading.reading {
        Some(point) => format!("{} → {target}", input.figure(Some(point.value), "")),
        None => target,
    }
}

/// The course of a KPI; nothing where there is neither a value nor a target.
pub(super) fn course(input: &Input<'_>, kpi: &Kpi, targets: &[CheckpointReading<'_>]) -> Option<Figure> {
    let series = input.series.get(kpi.id());
    let points = series.map_or_else(Vec::new, |series| {
        let known = series.points.iter().filter(|point| point.date <= input.today);
        known.map(|point| (point.date, point.value)).collect()
    });
    if points.is_empty() && kpi.targets.is_empty() {
        return None;
    }
    let shown = input.judged.and_then(|judged| judged.courses.get(kpi.id()));
    let caption = t!(input.lang, "figure-series", name = kpi.title());
    let marks = kpi.baseline.iter().chain(&kpi.targets);
    let tolerance = kpi.tolerance.map_or_else(Vec::new, |tolerance| {
        let band = |mark: &Mark| {
            (mark.date, mark.value - tolerance.at(mark.value), mark.value + tolerance.at(mark.value))
        };
        marks.map(band).collect()
    });
    let last = kpi.targets.iter().map(|mark| mark.date).max();
    let picture = chart::Series {
        title: caption.clone(),
        unit: kpi.unit.clone(),
        points,
        targets: kpi.targets.iter().map(|mark| (mark.date, mark.value)).collect(),
        baseline: kpi.baseline.map(|mark| (mark.date, mark.value)),
        tolerance,
        forecast: input.judged.map_or_else(Vec::new, |judged| foreseen(judged, kpi)),
        shifts: shown.iter().flat_map(|found| found.shifts.iter().map(|shift| shift.0)).collect(),
        unusual: shown.iter().flat_map(|found| found.unusual.iter().map(|odd| (odd.0, odd.1))).collect(),
        checkpoints: targets
            .iter()
            .map(|target| plain_at_the_end(mark(input, target, String::new()), last))
            .collect(),
        today: input.today,
        words: chart::SeriesWords {
            target: input.say("word-target"),
            tolerance: input.say("word-tolerance"),
            forecast: input.say("word-forecast"),
            today: input.say("word-today"),
            empty: input.say("word-no-readings"),
            states: states(input),
        },
    };
    Some(Figure { svg: picture.svg(input.lang), caption, landscape: false })
}

/// What is foreseen of a KPI, for a picture.
pub fn foreseen(judged: &Judged, kpi: &Kpi) -> Vec<chart::Estimate> {
    let Some(Ok(found)) = judged.forecasts.get(kpi.id()) else { return Vec::new() };
    let f = &found.foresight;
    let each = found.dates.iter().zip(&f.mean).zip(f.low.iter().zip(&f.high));
    each.map(|((&date, &value), (&low, &high))| chart::Estimate { date, low, value, high }).collect()
}

/// The last target is named by its line already; until it is read its mark needs no label of its own.
fn plain_at_the_end(mut mark: chart::Mark, last: Option<jiff::civil::Date>) -> chart::Mark {
    if mark.value.is_none() && Some(mark.date) == last {
        mark.label.clear();
    }
    mark
}

/// A target as a mark in a picture.
pub(super) fn mark(input: &Input<'_>, target: &CheckpointReading<'_>, name: String) -> chart::Mark {
    let way = label(input, target);
    chart::Mark {
        date: target.mark.date,
        value: target.reading.map(|point| point.value),
        state: drawn(target.state),
        label: if name.is_empty() { way } else { format!("{name}: {way}") },
        terminal: target.kpi.kind == Some(KpiKind::Terminal),
    }
}
