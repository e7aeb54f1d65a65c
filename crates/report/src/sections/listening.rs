//! Proactive listening: where, to what, and who acts on it.

use crate::tree::{Align::*, Block, Inline, Row};
use crate::{Input, Section};
use department::Element;

/// The listening strategy, the sources, the queries and the routes.
pub fn listening(input: &Input<'_>) -> Section {
    let listening = &input.department.listening;
    let mut blocks = input.prose(&listening.summary);
    if !listening.themes.is_empty() {
        blocks.push(Block::Paragraph(vec![Inline::Strong(input.say("report-themes"))]));
        blocks.push(Block::List(listening.themes.iter().map(|theme| input.text(theme)).collect()));
    }
    if blocks.is_empty() {
        blocks.push(Block::Note(vec![input.say("report-listening-empty").into()]));
    }
    input.chapter("listening", None, blocks, vec![sources(input), queries(input), routes(input)])
}

fn sources(input: &Input<'_>) -> Section {
    let rows = input.some(&input.department.listening_sources).map(|source| {
        let kind = input.choice("source-kind", source.kind.map(|kind| kind.word()));
        Row::of(source, vec![input.text(source.title()), vec![kind.into()], input.text(&source.url)])
    });
    let heads = [(Left, "col-source-name", 4), (Left, "col-kind", 3), (Left, "col-address", 5)];
    input.section("sources", "report-sources", input.table("table-sources", &heads, rows.collect()))
}

fn queries(input: &Input<'_>) -> Section {
    let rows = input.some(&input.department.queries).map(|query| {
        let purpose = input.choice("purpose", query.purpose.map(|purpose| purpose.word()));
        Row::of(
            query,
            vec![
                input.text(query.title()),
                input.text(&query.text),
                input.links(&query.sources),
                vec![purpose.into()],
            ],
        )
    });
    let heads =
        [(Left, "col-query", 3), (Left, "col-words", 5), (Left, "col-sources", 5), (Left, "col-purpose", 2)];
    input.section("queries", "report-queries", input.table("table-queries", &heads, rows.collect()))
}

fn routes(input: &Input<'_>) -> Section {
    let rows = input.some(&input.department.routes).map(|route| {
        Row::of(
            route,
            vec![
                input.text(route.title()),
                input.link(&route.query),
                input.link(&route.to),
                input.link(&route.person),
                vec![input.length(route.within).into()],
            ],
        )
    });
    let heads = [
        (Left, "col-route", 4),
        (Left, "col-query", 3),
        (Left, "col-unit", 3),
        (Left, "col-person", 3),
        (Left, "col-within", 2),
    ];
    input.section("routes", "report-routes", input.table("table-routes", &heads, rows.collect()))
}
