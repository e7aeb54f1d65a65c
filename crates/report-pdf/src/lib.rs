//! The report tree as PDF, set by Typst.
//!
//! A document becomes Typst code ([`mod@write`]) for a template that holds the typography, and is compiled in
//! memory ([`world`]): no file, no clock, no network. Text stands in string literals only, so that nothing that
//! a person wrote can be taken for code.

mod literal;
mod world;
mod write;

use report::Document;
use typst::diag::{SourceDiagnostic, Warned};
use typst::foundations::{Datetime, Smart};
use typst_layout::PagedDocument;
use typst_pdf::{PdfOptions, Timestamp};
use world::Paper;

/// Why a document could not be set; a fault of ours, never of the document.
#[derive(Debug, thiserror::Error)]
#[error("a document could not be set: {}", .0.join("; "))]
pub struct PdfError(Vec<String>);

/// A document as PDF, and what Typst had to remark on it (nothing, if all is well).
pub fn pdf_with_remarks(document: &Document) -> Result<(Vec<u8>, Vec<String>), PdfError> {
    let paper = Paper::new(write::code(document), write::pictures(document));
    let Warned { output, warnings } = typst::compile::<PagedDocument>(&paper);
    let made = output.and_then(|pages| typst_pdf::pdf(&pages, &options(document)));
    // What was remembered goes once a few later documents had no use for it; others may be being set meanwhile.
    typst::comemo::evict(8);
    let said =
        |remarks: &[SourceDiagnostic]| remarks.iter().map(|remark| remark.message.to_string()).collect();
    match made {
        Ok(bytes) => Ok((bytes, said(&warnings))),
        Err(errors) => Err(PdfError(said(&errors))),
    }
}

/// A document as PDF: tagged, with its title, author and language, dated as the document is.
pub fn pdf(document: &Document) -> Result<Vec<u8>, PdfError> {
    pdf_with_remarks(document).map(|(bytes, _)| bytes)
}

fn options(document: &Document) -> PdfOptions {
    let day = document.date;
    let date = Datetime::from_ymd(i32::from(day.year()), day.month() as u8, day.day() as u8);
    PdfOptions {
        ident: Smart::Custom(format!("{} {} {}", document.department, document.name, document.lang)),
        creator: Smart::Custom(Some("Reper".to_owned())),
        timestamp: date.map(Timestamp::new_utc),
        ..PdfOptions::default()
    }
}
