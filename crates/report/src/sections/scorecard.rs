//! The scorecard: weights of the perspectives, their objectives with measures, and the initiatives.

use super::readings::measure;
use crate::cells::{Cell, Head, UNKNOWN, grouped};
use crate::tree::{Align::*, Block, Inline, Row};
use crate::{Input, Section};
use control::{Progress, Rollup, rollup};
use department::Element;
use department::model::{Objective, Perspective};
use locale::{percent, t};

/// The inward strategy from four perspectives, finance on top.
pub fn scorecard(input: &Input<'_>) -> Section {
    let mut chapter = scorecard_tables(input);
    if let Some(card) = chapter.sections.first_mut() {
        card.blocks.extend(super::figures::strategy_map(input).map(Block::Figure));
    }
    chapter
}

/// As [`scorecard`], without the strategy map.
pub fn scorecard_tables(input: &Input<'_>) -> Section {
    let mut blocks = input.prose(&input.department.scorecard.summary);
    if blocks.is_empty() {
        blocks.push(Block::Note(vec![input.say("report-scorecard-empty").into()]));
    }
    let rollup = rollup(input.department, input.series, input.today);
    blocks.extend(weights(input, &rollup));
    input.chapter("scorecard", None, blocks, vec![objectives(input, &rollup), initiatives(input)])
}

/// What perspectives weigh and, where anything can be read, how far they have come.
fn weights(input: &Input<'_>, rollup: &Rollup) -> Vec<Block> {
    let read = rollup.whole.come.is_some();
    let row = |name: Inline, weight: Option<f64>, of: &Progress| {
        let mut cells: Vec<Cell> = vec![vec![name], vec![input.figure(weight, "%").into()]];
        if read {
            let parts = [of.come, of.wanted, Some(of.counted)];
            cells.extend(parts.map(|own| vec![part(input, own).into()]));
        }
        Row { element: None, cells }
    };
    let of = |(perspective, progress): &(Perspective, Progress)| {
        let name = input.choice("perspective", Some(perspective.word()));
        row(name.into(), input.department.scorecard.weight(*perspective), progress)
    };
    let mut rows: Vec<Row> = rollup.perspectives.iter().map(of).collect();
    let mut heads: Vec<Head<'_>> = vec![(Left, "col-perspective", 8), (Right, "col-weight", 2)];
    if read {
        rows.push(row(Inline::Strong(input.say("card-whole")), None, &rollup.whole));
        heads.extend([(Right, "card-come", 3), (Right, "card-wanted", 3), (Right, "card-counted", 3)]);
    }
    let mut blocks = input.table("table-perspectives", &heads, rows);
    if read {
        blocks.push(Block::Paragraph(vec![Inline::Muted(input.say("card-note"))]));
    }
    blocks
}

/// A part of the way, in per cent.
fn part(input: &Input<'_>, part: Option<f64>) -> String {
    part.map_or_else(|| UNKNOWN.to_owned(), |part| percent(input.lang, part, 0))
}

fn objectives(input: &Input<'_>, rollup: &Rollup) -> Section {
    let perspectives = Perspective::ALL.iter().copied().map(Some).chain([None]);
    let rows = perspectives.flat_map(|perspective| {
        let of = input.some(&input.department.objectives).filter(move |own| own.perspective == perspective);
        let head = input.choice("perspective", perspective.map(|perspective| perspective.word()));
        grouped(head, of.map(|objective| row(input, objective, rollup)).collect())
    });
    let mut heads: Vec<Head<'_>> = vec![
        (Left, "col-objective", 6),
        (Right, "col-weight", 2),
        (Left, "col-owner", 3),
        (Left, "col-measures", 6),
        (Left, "col-leads-to", 4),
    ];
    if rollup.whole.come.is_some() {
        heads.insert(4, (Right, "card-come", 3));
    }
    input.section("card", "report-card", input.table("table-objectives", &heads, rows.collect()))
}

fn row(input: &Input<'_>, objective: &Objective, rollup: &Rollup) -> Row {
    let mut name = input.titled(objective, &objective.why);
    if let Some(line) = objective.line {
        name.extend([Inline::Break, Inline::Muted(input.choice("line", Some(line.word())))]);
    }
    let mut measures = Cell::new();
    for kpi in objective.measures.iter().filter_map(|kpi| input.department.get(kpi)) {
        if !measures.is_empty() {
            measures.push(Inline::Break);
        }
        measures.extend(measure(input, kpi));
    }
    if measures.is_empty() {
        measures = input.text("");
    }
    let mut cells = vec![
        name,
        vec![input.figure(objective.weight, "%").into()],
        input.link(&objective.owner),
        measures,
        input.links(&objective.leads_to),
    ];
    if rollup.whole.come.is_some() {
        let progress = rollup.objectives.get(objective.id()).copied().unwrap_or_default();
        let mut come: Cell = vec![part(input, progress.come).into()];
        if progress.wanted.is_some() {
            let by_plan = t!(input.lang, "card-by-plan", n = part(input, progress.wanted));
            come.extend([Inline::Break, Inline::Muted(by_plan)]);
        }
        cells.insert(4, come);
    }
    Row::of(objective, cells)
}

fn initiatives(input: &Input<'_>) -> Section {
    let rows = input.some(&input.department.initiatives).map(|initiative| {
        Row::of(
            initiative,
            vec![
                input.text(initiative.title()),
                input.link(&initiative.objective),
                input.link(&initiative.owner),
                input.links(&initiative.actions),
                input.day(initiative.due),
                input.money(initiative.budget),
            ],
        )
    });
    let heads = [
        (Left, "col-initiative", 4),
        (Left, "col-objective", 4),
        (Left, "col-owner", 3),
        (Left, "col-actions", 8),
        (Left, "col-due", 3),
        (Right, "col-budget", 3),
    ];
    input.section(
        "initiatives",
        "report-initiatives",
        input.table("table-initiatives", &heads, rows.collect()),
    )
}
