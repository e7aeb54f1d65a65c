//! The scorecard: weights of the perspectives, their objectives with measures, and the initiatives.

use super::readings::measure;
use crate::cells::{Cell, grouped};
use crate::tree::{Align::*, Block, Inline, Row};
use crate::{Input, Section};
use department::Element;
use department::model::{Objective, Perspective};

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
    blocks.extend(weights(input));
    input.chapter("scorecard", None, blocks, vec![objectives(input), initiatives(input)])
}

fn weights(input: &Input<'_>) -> Vec<Block> {
    let rows = Perspective::ALL.iter().map(|&perspective| Row {
        element: None,
        cells: vec![
            vec![input.choice("perspective", Some(perspective.word())).into()],
            vec![input.figure(weight(input, perspective), "%").into()],
        ],
    });
    input.table(
        "table-perspectives",
        &[(Left, "col-perspective", 8), (Right, "col-weight", 2)],
        rows.collect(),
    )
}

fn weight(input: &Input<'_>, perspective: Perspective) -> Option<f64> {
    let scorecard = &input.department.scorecard;
    match perspective {
        Perspective::Finance => scorecard.finance,
        Perspective::Clients => scorecard.clients,
        Perspective::Processes => scorecard.processes,
        Perspective::Competence => scorecard.competence,
    }
}

fn objectives(input: &Input<'_>) -> Section {
    let perspectives = Perspective::ALL.iter().copied().map(Some).chain([None]);
    let rows = perspectives.flat_map(|perspective| {
        let of = input.some(&input.department.objectives).filter(move |own| own.perspective == perspective);
        let head = input.choice("perspective", perspective.map(|perspective| perspective.word()));
        grouped(head, of.map(|objective| row(input, objective)).collect())
    });
    let heads = [
        (Left, "col-objective", 6),
        (Right, "col-weight", 2),
        (Left, "col-owner", 3),
        (Left, "col-measures", 6),
        (Left, "col-leads-to", 4),
    ];
    input.section("card", "report-card", input.table("table-objectives", &heads, rows.collect()))
}

fn row(input: &Input<'_>, objective: &Objective) -> Row {
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
    Row::of(
        objective,
        vec![
            name,
            vec![input.figure(objective.weight, "%").into()],
            input.link(&objective.owner),
            measures,
            input.links(&objective.leads_to),
        ],
    )
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
