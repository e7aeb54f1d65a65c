//! The typesetter that the use-cases are handed.

use anyhow::Result;
use report::Document;

/// Prints by Typst, where the binary was built with it.
pub struct Press;

impl app::Printer for Press {
    #[cfg(feature = "pdf")]
    fn pdf(&self, document: &Document) -> Result<Vec<u8>> {
        Ok(report_pdf::pdf(document)?)
    }

    #[cfg(not(feature = "pdf"))]
    fn pdf(&self, document: &Document) -> Result<Vec<u8>> {
        anyhow::bail!(locale::t!(document.lang, "error-no-pdf"))
    }

    #[cfg(feature = "docx")]
    fn docx(&self, document: &Document) -> Result<Vec<u8>> {
        Ok(report_docx::docx(document)?)
    }
}
