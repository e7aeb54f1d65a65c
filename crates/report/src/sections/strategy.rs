//! S: the set of relevant instruments, and why these.

use crate::tree::{Align::*, Block, Inline, Row};
use crate::{Input, Section};

/// The strategy in short and the instruments that it chose.
pub fn strategy(input: &Input<'_>) -> Section {
    let mut blocks = input.prose(&input.department.strategy.summary);
    let instruments = instruments(input);
    if instruments.is_empty() {
        blocks.push(Block::Note(vec![input.say("report-strategy-empty").into()]));
    }
    blocks.extend(instruments);
    input.chapter("strategy", Some('S'), blocks, Vec::new())
}

fn instruments(input: &Input<'_>) -> Vec<Block> {
    let mut rows: Vec<Row> = Vec::new();
    for instrument in input.some(&input.department.instruments) {
        let media = input.choice("media", instrument.media.map(|media| media.word()));
        let line = input.choice("line", instrument.line.map(|line| line.word()));
        rows.push(Row::of(
            instrument,
            vec![
                input.titled(instrument, &instrument.format),
                input.link(&instrument.channel),
                vec![media.into()],
                vec![line.into()],
                input.links(&instrument.audience),
                input.money(instrument.cost),
            ],
        ));
    }
    let last = input.shows(input.department.instruments.len().saturating_sub(1));
    if rows.len() > 1 && last {
        let total: f64 = input.department.instruments.iter().filter_map(|instrument| instrument.cost).sum();
        let word = Inline::Strong(input.say("word-total"));
        let mut cells = vec![Vec::new(); 6];
        cells[0] = vec![word];
        cells[5] = input.money(Some(total));
        rows.push(Row { element: None, cells });
    }
    let heads = [
        (Left, "col-instrument", 8),
        (Left, "col-channel", 6),
        (Left, "col-media", 5),
        (Left, "col-line", 5),
        (Left, "col-reaches", 7),
        (Right, "col-cost-year", 5),
    ];
    input.table("table-instruments", &heads, rows)
}
