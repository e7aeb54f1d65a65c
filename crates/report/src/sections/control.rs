//! C: what is read on the way, what is reached in the end, and what is done when a checkpoint was missed.

use super::figures::shown;
use super::readings::{aim, by_kpi, course, dated, on_the_way, standing, state};
use crate::tree::{Align::*, Block, Inline, Row, Table, anchor};
use crate::{Input, Section};
use control::CheckpointReading;
use department::Element;
use department::element::Tolerance;
use department::model::{Kpi, KpiKind};
use locale::date;
use std::collections::BTreeMap;

type Targets<'a> = BTreeMap<&'a str, Vec<CheckpointReading<'a>>>;

/// What is red and why, all KPIs at a glance, the checkpoints in time, the corrections, and who owes what.
pub fn control_glance(input: &Input<'_>) -> Section {
    let targets = by_kpi(input);
    let mut blocks = super::red::red(input);
    blocks.extend(overview(input));
    if blocks.is_empty() {
        blocks.push(Block::Note(vec![input.say("report-control-empty").into()]));
    }
    blocks.extend(super::timeline::timeline(input, &targets).into_iter().map(Block::Figure));
    blocks.extend(super::corrections::corrections(input));
    blocks.extend(super::monthly::owed(input));
    input.chapter("control", Some('C'), blocks, Vec::new())
}

/// As [`control_glance`], then each KPI with its targets, its course and its correction.
pub fn control(input: &Input<'_>) -> Section {
    let kpis = &input.department.kpis;
    let targets = by_kpi(input);
    let serving = kpis.group(kpis, |kpi| &kpi.serves);
    let mut sections = Vec::new();
    let mut done = vec![false; kpis.len()];
    for (at, kpi) in kpis.iter().enumerate().filter(|(_, kpi)| kpi.kind == Some(KpiKind::Terminal)) {
        let mut checkpoints = Vec::new();
        for (inner, checkpoint) in shown(input, kpis.iter()) {
            let serves = serving.of(at).iter().any(|other| std::ptr::eq(*other, checkpoint));
            if serves && !done[inner] && checkpoint.kind != Some(KpiKind::Terminal) {
                done[inner] = true;
                checkpoints.push(one(input, checkpoint, &targets));
            }
        }
        done[at] = true;
        match input.shows(at) {
            true => sections.push(with_checkpoints(input, one(input, kpi, &targets), checkpoints)),
            false if checkpoints.is_empty() => {}
            false => sections.push(elsewhere(input, kpi, checkpoints)),
        }
    }
    let others: Vec<_> = shown(input, kpis.iter()).filter(|(at, _)| !done[*at]).map(|(_, kpi)| kpi).collect();
    if !others.is_empty() {
        let mut section = input.section("other-kpis", "report-other-kpis", Vec::new());
        section.sections = others.into_iter().map(|kpi| one(input, kpi, &targets)).collect();
        sections.push(section);
    }
    let glance = control_glance(input);
    input.chapter("control", Some('C'), glance.blocks, sections)
}

/// A terminal KPI with what is read on the way to it.
fn with_checkpoints(input: &Input<'_>, mut section: Section, checkpoints: Vec<Section>) -> Section {
    if checkpoints.is_empty() {
        section.blocks.push(Block::Note(vec![input.say("report-kpi-alone").into()]));
    }
    section.sections = checkpoints;
    section
}

/// Checkpoints whose terminal KPI stands in another part.
fn elsewhere(input: &Input<'_>, terminal: &Kpi, checkpoints: Vec<Section>) -> Section {
    Section {
        id: format!("to-{}", terminal.id()),
        letter: None,
        title: terminal.title().to_owned(),
        blocks: vec![Block::Paragraph(vec![input.link_to(terminal)])],
        sections: checkpoints,
    }
}

pub(super) fn overview(input: &Input<'_>) -> Vec<Block> {
    let rows = input.some(&input.department.kpis).map(|kpi| {
        let standing = standing(input, kpi);
        Row::of(
            kpi,
            vec![
                vec![input.link_to(kpi)],
                vec![input.choice("kpi-kind", kpi.kind.map(|kind| kind.word())).into()],
                input.link(&kpi.owner),
                dated(input, kpi, kpi.baseline.map(|mark| (mark.value, mark.date))),
                dated(input, kpi, standing.latest.map(|point| (point.value, point.date))),
                dated(input, kpi, aim(kpi, &standing).map(|mark| (mark.value, mark.date))),
                vec![super::red::probability(input, kpi).into()],
                vec![on_the_way(input, &standing)],
            ],
        )
    });
    let heads = [
        (Left, "col-kpi", 14),
        (Left, "col-kind", 6),
        (Left, "col-owner", 7),
        (Right, "col-baseline", 7),
        (Right, "col-reading", 7),
        (Right, "col-target", 7),
        (Right, "col-probability", 6),
        (Left, "col-state", 9),
    ];
    input.table("table-kpis", &heads, rows.collect())
}

/// Everything about one KPI.
fn one(input: &Input<'_>, kpi: &Kpi, targets: &Targets<'_>) -> Section {
    let targets = targets.get(kpi.id()).map_or(&[][..], Vec::as_slice);
    let mut blocks = vec![facts(input, kpi)];
    blocks.extend(course(input, kpi, targets).map(Block::Figure));
    blocks.extend(read(input, kpi, targets));
    blocks.extend(super::judged::judged(input, kpi));
    if kpi.kind == Some(KpiKind::Checkpoint) || kpi.correction.is_some() {
        blocks.extend(correction(input, kpi));
        blocks.extend(super::corrections::of(input, kpi));
    }
    Section {
        id: anchor::<Kpi>(kpi.id()),
        letter: None,
        title: kpi.title().to_owned(),
        blocks,
        sections: Vec::new(),
    }
}

fn facts(input: &Input<'_>, kpi: &Kpi) -> Block {
    let standing = standing(input, kpi);
    let tolerance = match kpi.tolerance {
        None => input.figure(None, ""),
        Some(Tolerance::Percent(share)) => input.figure(Some(share), "%"),
        Some(Tolerance::Absolute(width)) => input.figure(Some(width), &kpi.unit),
    };
    let mut latest = input.text("");
    if let Some(point) = standing.latest {
        latest = vec![
            input.figure(Some(point.value), &kpi.unit).into(),
            Inline::Muted(format!(", {} ", date(input.lang, point.date))),
            on_the_way(input, &standing),
        ];
    }
    let mut baseline = input.text("");
    if let Some(mark) = kpi.baseline {
        let day = Inline::Muted(format!(", {}", date(input.lang, mark.date)));
        baseline = vec![input.figure(Some(mark.value), &kpi.unit).into(), day];
    }
    let mut facts = vec![
        ("fact-kind", vec![Inline::Text(input.choice("kpi-kind", kpi.kind.map(|kind| kind.word())))]),
        ("fact-definition", input.said(&kpi.about)),
    ];
    if kpi.goal.is_some() || kpi.kind == Some(KpiKind::Terminal) {
        facts.push(("fact-goal", input.link(&kpi.goal)));
    }
    if kpi.serves.is_some() || kpi.kind == Some(KpiKind::Checkpoint) {
        facts.push(("fact-serves", input.link(&kpi.serves)));
    }
    let direction = input.choice("direction", kpi.direction.map(|direction| direction.word()));
    let rhythm = input.choice("rhythm", kpi.rhythm.map(|rhythm| rhythm.word()));
    facts.extend([
        ("fact-owner", input.link(&kpi.owner)),
        ("fact-unit", input.joined([input.text(&kpi.unit), vec![direction.into()]])),
        ("fact-baseline", baseline),
        ("fact-latest", latest),
        ("fact-tolerance", vec![tolerance.into()]),
        ("fact-source-rhythm", input.joined([input.text(&kpi.source), vec![rhythm.into()]])),
    ]);
    Block::Facts(facts.into_iter().map(|(key, value)| (input.say(key), value)).collect())
}

/// The targets, each with what was read for it.
fn read(input: &Input<'_>, kpi: &Kpi, targets: &[CheckpointReading<'_>]) -> Vec<Block> {
    let cells = |day, value, reading: Option<f64>, word| Row {
        element: None,
        cells: vec![
            input.day(Some(day)),
            vec![input.figure(Some(value), &kpi.unit).into()],
            vec![input.figure(reading, &kpi.unit).into()],
            vec![word],
        ],
    };
    let mut rows: Vec<Row> = targets
        .iter()
        .map(|target| {
            let reading = target.reading.map(|point| point.value);
            cells(target.mark.date, target.mark.value, reading, state(input, target.state))
        })
        .collect();
    if rows.is_empty() {
        let unread = kpi.targets.iter();
        rows.extend(
            unread.map(|mark| cells(mark.date, mark.value, None, state(input, control::State::Unknown))),
        );
    }
    let heads =
        [(Left, "col-date", 3), (Right, "col-target", 3), (Right, "col-reading", 3), (Left, "col-state", 4)];
    let mut blocks = input.table("table-targets", &heads, rows);
    if let Some(Block::Table(Table { caption, .. })) = blocks.first_mut() {
        *caption = format!("{}: {caption}", kpi.title());
    }
    blocks
}

/// What is done when a checkpoint was missed.
fn correction(input: &Input<'_>, kpi: &Kpi) -> Vec<Block> {
    let Some(correction) = &kpi.correction else {
        let words = ["report-correction-none", "report-correction-note"].map(|key| input.say(key));
        return vec![Block::Note(vec![words.join(" ").into()])];
    };
    vec![input.facts([
        (
            "fact-correction",
            vec![Inline::Strong(if correction.what.is_empty() {
                crate::cells::UNKNOWN.to_owned()
            } else {
                correction.what.clone()
            })],
        ),
        ("fact-correction-owner", input.link(&correction.owner)),
        ("fact-correction-within", vec![input.length(correction.within).into()]),
    ])]
}
