//! The report tree as an editable Word document (DOCX, Office Open XML).
//!
//! What a person would make by hand is made as they would: headings are Word's own headings with Word's numbers, tables
//! are tables whose head repeats, a reference is a link to a bookmark, the contents and the page numbers are fields.
//! Pictures stand in it twice: as SVG for whoever can show it, and as PNG for whoever cannot.
//!
//! No file, no clock, no network: the same document gives the same bytes.

mod body;
mod frame;
mod package;
mod paper;
mod picture;
mod runs;
mod styles;
mod table;
mod xml;

use body::Body;
use package::Package;
use report::Document;

/// Why a document could not be written; a fault of ours, never of the document.
#[derive(Debug, thiserror::Error)]
pub enum DocxError {
    /// A picture could not be drawn.
    #[error("a picture could not be drawn: {0}")]
    Picture(String),
    /// The parts could not be packed.
    #[error("the parts could not be packed: {0}")]
    Package(#[from] zip::result::ZipError),
    /// The parts could not be packed.
    #[error("the parts could not be packed: {0}")]
    Write(#[from] std::io::Error),
}

/// A document as DOCX.
pub fn docx(document: &Document) -> Result<Vec<u8>, DocxError> {
    let mut body = Body::new(document);
    frame::title_page(&mut body, document);
    frame::contents(&mut body, document);
    for section in &document.sections {
        body.section(section, 1)?;
    }
    if document.draft {
        frame::sheet(&mut body, document);
    }
    for sheet in &document.sheets {
        body.sheet(sheet, 1)?;
    }
    let (text, pictures) = body.done();
    let mut package = Package::new();
    package.document(document, &text, &pictures)?;
    package.done()
}
