//! Both normative documents as one report tree, and that tree as HTML.
//!
//! A document is built once ([`sostac`], [`scorecard`]) and shown many times: [`html`] here, PDF in
//! `report-pdf`, the pages of `web` take single [`sections`] of it. The tree knows no colours and no paper.

mod approval;
mod cells;
pub mod html;
mod input;
mod markdown;
pub mod sections;
mod sheets;
mod tree;

pub use approval::{Approval, ChangedSection, Signature, Standing};
pub use input::{Input, Part};
pub use tree::{Align, Block, Column, Document, Figure, Inline, Row, Section, Table, Tone};

use locale::t;

/// The outward document: SOSTAC, with the findings about it as an appendix.
pub fn sostac(input: &Input<'_>) -> Document {
    let mut sections = vec![
        sections::situation(input),
        sections::objectives(input),
        sections::strategy(input),
        sections::tactics(input),
        sections::actions(input),
        sections::control(input),
    ];
    sections.extend(sections::studies(input));
    sections.push(sections::findings(input, &["business.toml", "sostac.toml", "studies.toml"]));
    input.document("sostac", t!(input.lang, "document-sostac"), sections)
}

/// The control report: how the plan stands on its day, and what is being done about it.
pub fn control_report(input: &Input<'_>) -> Document {
    let title = t!(input.lang, "document-control", date = input.today);
    let document = input.document("control", title, sections::monthly(input));
    // Nobody approves it: it says how things are.
    let revision = match input.revision {
        0 => t!(input.lang, "document-of-texts", date = input.today),
        number => t!(input.lang, "document-of-revision", revision = number, date = input.today),
    };
    let (agreed, sheets) = (Vec::new(), Vec::new());
    Document { normative: false, draft: false, approved: None, agreed, sheets, revision, ..document }
}

/// The inward document: the Balanced Scorecard, with the findings about it as an appendix.
pub fn scorecard(input: &Input<'_>) -> Document {
    let sections = vec![
        sections::scorecard(input),
        sections::processes(input),
        sections::handoffs(input),
        sections::people(input),
        sections::listening(input),
        sections::findings(input, &["department.toml", "scorecard.toml", "listening.toml"]),
    ];
    input.document("scorecard", t!(input.lang, "document-scorecard"), sections)
}
