//! Both documents, as files.

use crate::View;
use anyhow::Result;
use locale::Lang;
use report::{Approval, Document};

/// Prints a document as PDF. The typesetter is heavy, so it is handed in by the binary.
pub trait Printer: Send + Sync {
    /// The document's PDF.
    fn pdf(&self, document: &Document) -> Result<Vec<u8>>;

    /// The document as DOCX, where there is who can write it.
    fn docx(&self, document: &Document) -> Result<Vec<u8>> {
        anyhow::bail!(locale::t!(document.lang, "exchange-no-docx"))
    }
}

/// A form that a document is rendered in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Format {
    /// For paper.
    Pdf,
    /// For Word, to be edited.
    Docx,
    /// One self-contained page.
    Html,
}

impl Format {
    /// All forms.
    pub const ALL: [Format; 3] = [Format::Pdf, Format::Docx, Format::Html];

    /// The ending of its files.
    pub const fn ending(self) -> &'static str {
        match self {
            Format::Pdf => "pdf",
            Format::Docx => "docx",
            Format::Html => "html",
        }
    }

    /// The form of an ending.
    pub fn of(ending: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|format| format.ending() == ending)
    }

    /// Its media type.
    pub const fn media_type(self) -> &'static str {
        match self {
            Format::Pdf => "application/pdf",
            Format::Docx => "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
            Format::Html => "text/html; charset=utf-8",
        }
    }
}

/// A rendered document.
pub struct Rendered {
    /// `sostac.ru.pdf`
    pub name: String,
    /// What the file holds.
    pub content: Vec<u8>,
}

/// The names of both documents.
pub const fn document_names() -> [&'static str; 2] {
    ["sostac", "scorecard"]
}

/// Both documents in a language, as a draft.
pub fn documents(view: &View, lang: Lang) -> [Document; 2] {
    documents_of(view, None, lang)
}

/// Both documents in a language, with the approval of the revision where it has one.
pub fn documents_of(view: &View, approval: Option<&Approval>, lang: Lang) -> [Document; 2] {
    let input = report::Input { approval, ..view.input(lang) };
    [report::sostac(&input), report::scorecard(&input)]
}

/// One document in one form.
pub fn render(document: &Document, format: Format, printer: &dyn Printer) -> Result<Rendered> {
    let content = match format {
        Format::Pdf => printer.pdf(document)?,
        Format::Docx => printer.docx(document)?,
        Format::Html => report::html::document(document).into_bytes(),
    };
    Ok(Rendered { name: format!("{}.{}.{}", document.name, document.lang, format.ending()), content })
}
