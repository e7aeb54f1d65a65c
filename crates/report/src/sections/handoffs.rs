//! Cross-functional interaction: departments, and the work that crosses their borders.

use crate::tree::{Align::*, Inline, Row};
use crate::{Input, Section};

/// The departments and what is handed over between them.
pub fn handoffs(input: &Input<'_>) -> Section {
    input.chapter("handoffs", None, Vec::new(), vec![units(input), passed(input)])
}

fn units(input: &Input<'_>) -> Section {
    let rows = input.some(&input.department.units).map(|unit| {
        let mut name = input.titled(unit, "");
        if unit.ours {
            name.extend([Inline::Break, Inline::Muted(input.say("word-ours"))]);
        }
        Row::of(unit, vec![name, input.text(&unit.head), input.said(&unit.purpose)])
    });
    let heads = [(Left, "col-unit", 3), (Left, "col-head", 3), (Left, "col-answers-for", 6)];
    input.section("units", "report-units", input.table("table-units", &heads, rows.collect()))
}

fn passed(input: &Input<'_>) -> Section {
    let rows = input.some(&input.department.handoffs).map(|handoff| {
        let mut way = input.link(&handoff.from);
        way.push(" → ".into());
        way.extend(input.link(&handoff.to));
        Row::of(
            handoff,
            vec![
                input.titled(handoff, &handoff.what),
                way,
                vec![input.length(handoff.agreed).into()],
                input.link(&handoff.process),
            ],
        )
    });
    let heads = [
        (Left, "col-handoff", 5),
        (Left, "col-from-to-unit", 4),
        (Left, "col-agreed", 2),
        (Left, "col-process", 4),
    ];
    input.section("passed", "report-passed", input.table("table-handoffs", &heads, rows.collect()))
}
