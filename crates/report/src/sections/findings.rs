//! The appendix: what the check finds in the texts that the document is made from.

use crate::tree::{Align::*, Block, Inline, Row, Tone};
use crate::{Input, Section};
use department::FILES;
use diag::{Finding, Severity};

/// The findings about some of the files; those about files that are none of the standard ones stand with
/// `department.toml`. Weights that the department gives to rules are told as well.
pub fn findings(input: &Input<'_>, files: &[&str]) -> Section {
    let sources = &input.department.sources;
    let mut found: Vec<&Finding> = Vec::new();
    for finding in input.findings {
        let path =
            sources.iter().find(|(id, _)| *id == finding.place.file).map_or("", |(_, source)| &source.path);
        let stray = !FILES.contains(&path) && files.contains(&"department.toml");
        if stray || files.contains(&path) {
            found.push(finding);
        }
    }
    found.sort_by_key(|finding| (finding.severity, finding.place));
    let rows = found.iter().map(|finding| row(input, finding)).collect();
    let heads = [
        (Left, "col-code", 2),
        (Left, "col-severity", 3),
        (Left, "col-place", 4),
        (Left, "col-message", 7),
        (Left, "col-mend", 6),
    ];
    let mut blocks = input.table("table-findings", &heads, rows);
    if blocks.is_empty() {
        blocks.push(Block::Paragraph(vec![input.say("report-findings-empty").into()]));
    }
    blocks.extend(weights(input));
    input.chapter("findings", None, blocks, Vec::new())
}

fn row(input: &Input<'_>, finding: &Finding) -> Row {
    let sources = &input.department.sources;
    let source = sources.iter().find(|(id, _)| *id == finding.place.file).map(|(_, source)| source);
    let place = source.map_or(String::new(), |source| {
        format!("{}:{}", source.path, source.line_column(finding.place.span.start).line)
    });
    Row {
        element: None,
        cells: vec![
            vec![finding.code.into()],
            vec![weight(input, finding.severity)],
            input.text(&place),
            vec![input.book.message(input.lang, finding).into()],
            vec![input.book.mend(input.lang, finding).into()],
        ],
    }
}

fn weight(input: &Input<'_>, severity: Severity) -> Inline {
    let tone = match severity {
        Severity::Error => Tone::Bad,
        Severity::Warning => Tone::Risk,
        Severity::Advice => Tone::Quiet,
    };
    Inline::State(tone, input.say(&format!("severity-{}", severity.word())))
}

/// The rules that the department weighs differently.
fn weights(input: &Input<'_>) -> Vec<Block> {
    let rows = input.department.rules.weights.each.iter().map(|(code, _, severity)| Row {
        element: None,
        cells: vec![
            vec![code.clone().into()],
            vec![input.book.title(input.lang, code).into()],
            vec![severity.map_or_else(
                || Inline::State(Tone::Quiet, input.say("word-off")),
                |severity| weight(input, severity),
            )],
        ],
    });
    let heads = [(Left, "col-code", 2), (Left, "col-rule", 8), (Left, "col-severity", 3)];
    input.table("table-weights", &heads, rows.collect())
}
