//! The checkpoints on their way to the terminal KPIs, in one picture.

use super::corrections::day;
use super::figures::{sheets, shown, states};
use super::readings::mark;
use crate::Input;
use crate::tree::Figure;
use chart::{Lane, Span, Timeline, TimelineWords};
use control::{CheckpointReading, State};
use department::Element;
use department::model::{Kpi, KpiKind};
use jiff::ToSpan;
use std::collections::BTreeMap;

/// How many lanes a sheet holds.
const LANES: usize = 6;

/// A lane for each terminal KPI: its own targets, those of the checkpoints that serve it, and the corrections
/// under those that were missed.
pub(super) fn timeline(
    input: &Input<'_>,
    targets: &BTreeMap<&str, Vec<CheckpointReading<'_>>>,
) -> Vec<Figure> {
    let kpis = &input.department.kpis;
    let serving = kpis.group(kpis, |kpi| &kpi.serves);
    let of = |kpi: &Kpi| targets.get(kpi.id()).map_or(&[][..], Vec::as_slice);
    let mut lanes = Vec::new();
    for (at, terminal) in shown(input, kpis.iter()).filter(|(_, kpi)| kpi.kind == Some(KpiKind::Terminal)) {
        let mut lane = Lane { label: terminal.title().to_owned(), ..Lane::default() };
        lane.marks.extend(of(terminal).iter().map(|target| mark(input, target, String::new())));
        for checkpoint in serving.of(at) {
            for target in of(checkpoint) {
                lane.marks.push(mark(input, target, checkpoint.title().to_owned()));
                lane.spans.extend(corrected(input, target));
            }
        }
        lanes.push(lane);
    }
    let days = || lanes.iter().flat_map(|lane| &lane.marks).map(|mark| mark.date);
    let (Some(from), Some(to)) = (days().min(), days().max()) else { return Vec::new() };
    let words = TimelineWords { today: input.say("word-today"), states: states(input) };
    let pictures = lanes.chunks(LANES).map(|lanes| {
        let timeline = Timeline {
            title: input.say("figure-timeline"),
            today: input.today,
            from: from.min(input.today),
            to: to.max(input.today),
            lanes: lanes.to_vec(),
            words: words.clone(),
        };
        timeline.svg(input.lang)
    });
    let pictures = pictures.collect();
    sheets(input, "figure-timeline", pictures)
}

/// The correction of a miss: as it ran where it was opened, else from the day of the miss for as long as was agreed; a week where
/// nothing was.
fn corrected(input: &Input<'_>, target: &CheckpointReading<'_>) -> Option<Span> {
    let correction = target.kpi.correction.as_ref().filter(|_| target.state == State::Missed)?;
    let days =
        correction.within.map_or(7.0, |within| (within.minutes() / (24.0 * 60.0)).ceil()).clamp(1.0, 3660.0);
    let run = input.corrections.iter().find(|run| run.kpi == target.kpi.id() && run.knows(target.mark.date));
    let from = run.and_then(|run| day(&run.at)).unwrap_or(target.mark.date);
    let due = run.and_then(|run| day(&run.due)).unwrap_or(from.saturating_add((days as i64).days()));
    let to = match run {
        Some(run) if run.state().runs() => due.max(input.today),
        Some(run) => run.events.last().and_then(|event| day(&event.at)).unwrap_or(due),
        None => due,
    };
    Some(Span { from, to: to.max(from), label: correction.what.clone(), state: chart::State::Missed })
}
