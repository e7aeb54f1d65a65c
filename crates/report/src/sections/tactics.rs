//! T: how each instrument is applied.

use crate::tree::{Align::*, Block, Inline, Row};
use crate::{Input, Section};

/// The tactics by instrument, with the process and the competences that each rests on.
pub fn tactics(input: &Input<'_>) -> Section {
    let rows = input.some(&input.department.tactics).map(|tactic| {
        let mut name = input.titled(tactic, "");
        name.extend([Inline::Break]);
        name.extend(input.link(&tactic.instrument));
        Row::of(
            tactic,
            vec![name, input.said(&tactic.how), input.link(&tactic.process), input.levels(&tactic.needs)],
        )
    });
    let heads = [
        (Left, "col-tactic-instrument", 4),
        (Left, "col-how", 6),
        (Left, "col-process", 3),
        (Left, "col-needs", 3),
    ];
    let mut blocks = input.table("table-tactics", &heads, rows.collect());
    if blocks.is_empty() {
        blocks.push(Block::Note(vec![input.say("report-tactics-empty").into()]));
    }
    input.chapter("tactics", Some('T'), blocks, Vec::new())
}
