//! S: at which point of its development the business is.

use crate::cells::{Head, grouped};
use crate::tree::{Align::*, Block, Inline, Row};
use crate::{Input, Section};
use department::Element;
use department::model::{Swot, TowsField};

const SOURCED: Head<'_> = (Left, "col-source", 4);

/// The point of development with everything that it is known from.
pub fn situation(input: &Input<'_>) -> Section {
    let sections = vec![
        swot(input),
        tows(input),
        segments(input),
        competitors(input),
        channels(input),
        baselines(input),
    ];
    input.chapter("situation", Some('S'), point(input), sections)
}

fn point(input: &Input<'_>) -> Vec<Block> {
    let situation = &input.department.situation;
    if situation.stage.is_none() && situation.summary.is_empty() {
        return vec![Block::Note(vec![input.say("report-situation-empty").into()])];
    }
    let stage = input.choice("stage", situation.stage.map(|stage| stage.word()));
    let mut blocks = vec![input.facts([
        ("fact-stage", vec![Inline::Strong(stage)]),
        ("fact-as-of", input.day(situation.date)),
        ("fact-source", input.text(&situation.source)),
    ])];
    blocks.extend(input.prose(&situation.summary));
    blocks
}

fn swot(input: &Input<'_>) -> Section {
    let fields = Swot::ALL.iter().copied().map(Some).chain([None]);
    let rows = fields.flat_map(|field| {
        let of_field =
            input.some(&input.department.statements).filter(move |statement| statement.kind == field);
        let rows = of_field.map(|statement| {
            let name = input.text(statement.title());
            Row::of(
                statement,
                vec![name, input.found_by(&statement.study, &statement.source, statement.date)],
            )
        });
        grouped(input.choice("swot", field.map(|field| field.word())), rows.collect())
    });
    let table = input.table("table-swot", &[(Left, "col-statement", 6), SOURCED], rows.collect());
    input.section("swot", "report-swot", table)
}

fn tows(input: &Input<'_>) -> Section {
    let fields = TowsField::ALL.iter().copied().map(Some).chain([None]);
    let rows = fields.flat_map(|field| {
        let of_field = input.some(&input.department.tows).filter(move |tows| tows.kind == field);
        let rows =
            of_field.map(|tows| Row::of(tows, vec![input.text(tows.title()), input.links(&tows.from)]));
        grouped(input.choice("tows-field", field.map(|field| field.word())), rows.collect())
    });
    let table =
        input.table("table-tows", &[(Left, "col-conclusion", 5), (Left, "col-from", 5)], rows.collect());
    input.section("tows", "report-tows", table)
}

fn segments(input: &Input<'_>) -> Section {
    let rows = input.some(&input.department.segments).map(|segment| {
        let size = input.figure(segment.size, "");
        let known = input.found_by(&segment.study, &segment.source, segment.date);
        Row::of(segment, vec![input.titled(segment, &segment.about), vec![size.into()], known])
    });
    let heads = [(Left, "col-segment", 6), (Right, "col-size", 2), SOURCED];
    input.section("segments", "report-segments", input.table("table-segments", &heads, rows.collect()))
}

fn competitors(input: &Input<'_>) -> Section {
    let rows = input.some(&input.department.competitors).map(|competitor| {
        let known = input.known_from(&competitor.source, competitor.date);
        Row::of(competitor, vec![input.text(competitor.title()), input.said(&competitor.about), known])
    });
    let heads = [(Left, "col-competitor", 3), (Left, "col-doing", 5), SOURCED];
    input.section(
        "competitors",
        "report-competitors",
        input.table("table-competitors", &heads, rows.collect()),
    )
}

fn channels(input: &Input<'_>) -> Section {
    let rows = input.some(&input.department.channels).map(|channel| {
        let audience = input.figure(channel.audience, "");
        let known = input.known_from(&channel.source, channel.date);
        Row::of(
            channel,
            vec![input.text(channel.title()), input.text(&channel.url), vec![audience.into()], known],
        )
    });
    let heads =
        [(Left, "col-channel", 4), (Left, "col-address", 4), (Right, "col-audience-size", 2), SOURCED];
    input.section("channels", "report-channels", input.table("table-channels", &heads, rows.collect()))
}

fn baselines(input: &Input<'_>) -> Section {
    let rows = input.some(&input.department.baselines).map(|baseline| {
        let value = input.figure(baseline.value, &baseline.unit);
        let known = input.known_from(&baseline.source, baseline.date);
        Row::of(baseline, vec![input.text(baseline.title()), vec![value.into()], known])
    });
    let heads = [(Left, "col-measured", 5), (Right, "col-value", 2), SOURCED];
    input.section("baselines", "report-baselines", input.table("table-baselines", &heads, rows.collect()))
}
