//! What stands at the end of an approved document: who agreed, what changed, and why warnings stand.

use crate::approval::{Approval, ChangedSection, Signature, Standing};
use crate::tree::{Align::*, Block, Inline, Row, Section, Tone};
use crate::{Input, cells::Cell};
use locale::{date, t};

/// The approval sheet, the change sheet and, where warnings stand, the reasons.
pub(crate) fn sheets(input: &Input<'_>, approval: &Approval) -> Vec<Section> {
    let mut all = vec![signed(input, approval), changed(input, approval)];
    if !approval.standing.is_empty() {
        all.push(standing(input, approval));
    }
    all
}

/// Who decided what at which stage, and when.
fn signed(input: &Input<'_>, approval: &Approval) -> Section {
    let row = |one: &Signature| {
        let (tone, word) = match one.agreed {
            true => (Tone::Good, "sheet-agreed"),
            false => (Tone::Bad, "sheet-returned"),
        };
        let cells = vec![
            input.text(&one.stage),
            named(input, &one.person),
            vec![Inline::State(tone, input.say(word))],
            vec![date(input.lang, one.on).into()],
            input.said(&one.note),
        ];
        Row { element: None, cells }
    };
    let heads = [
        (Left, "col-stage", 4),
        (Left, "col-signed", 5),
        (Left, "col-decision", 4),
        (Left, "col-date", 3),
        (Left, "col-note", 4),
    ];
    let rows = approval.signatures.iter().map(row).collect();
    sheet(input, "sheet-approval", "document-sheet", input.table("table-approval", &heads, rows))
}

/// What differs from the normative revision before.
fn changed(input: &Input<'_>, approval: &Approval) -> Section {
    let mut blocks = vec![Block::Paragraph(vec![
        match approval.since {
            None => t!(input.lang, "sheet-changes-first"),
            Some(since) if approval.changes.is_empty() => {
                t!(input.lang, "sheet-changes-none", revision = since)
            }
            Some(since) => t!(input.lang, "sheet-changes-since", revision = since),
        }
        .into(),
    ])];
    let row = |section: &ChangedSection| {
        let mut lines = Cell::new();
        for line in &section.lines {
            if !lines.is_empty() {
                lines.push(Inline::Break);
            }
            lines.extend(["– ".into(), line.clone().into()]);
        }
        Row { element: None, cells: vec![vec![section.title.clone().into()], lines] }
    };
    let heads = [(Left, "col-section", 3), (Left, "col-changes", 8)];
    let rows = approval.changes.iter().map(row).collect();
    blocks.extend(input.table("table-changes", &heads, rows));
    sheet(input, "sheet-changes", "document-changes", blocks)
}

/// The warnings that stand, with who answers for it.
fn standing(input: &Input<'_>, approval: &Approval) -> Section {
    let row = |one: &Standing| {
        let rule = vec![one.code.clone().into(), Inline::Break, Inline::Muted(one.rule.clone())];
        let cells = vec![rule, input.text(&one.subject), input.said(&one.reason), named(input, &one.by)];
        Row { element: None, cells }
    };
    let heads =
        [(Left, "col-rule", 5), (Left, "col-subject", 4), (Left, "col-reason", 6), (Left, "col-signed", 4)];
    let rows = approval.standing.iter().map(row).collect();
    sheet(input, "sheet-reasons", "document-reasons", input.table("table-reasons", &heads, rows))
}

/// A name, with the post below.
fn named(input: &Input<'_>, (post, name): &(String, String)) -> Cell {
    let mut cell = input.text(name);
    if !post.is_empty() {
        cell.extend([Inline::Break, Inline::Muted(post.clone())]);
    }
    cell
}

fn sheet(input: &Input<'_>, id: &str, title: &str, blocks: Vec<Block>) -> Section {
    Section { id: id.to_owned(), letter: None, title: input.say(title), blocks, sections: Vec::new() }
}
