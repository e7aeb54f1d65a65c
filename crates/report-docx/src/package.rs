//! The package: the parts of a DOCX and how they know of each other.

use crate::DocxError;
use crate::paper::{Page, blank};
use crate::picture::Picture;
use crate::styles;
use crate::xml::{HEAD, SPACES, escape};
use report::Document;
use std::fmt::Write as _;
use std::io::{Cursor, Write};
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, DateTime, ZipWriter};

const RELATIONS: &str = "http://schemas.openxmlformats.org/package/2006/relationships";
const OFFICE: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const WORD: &str = "application/vnd.openxmlformats-officedocument.wordprocessingml";

/// The parts that are the same in number and name in every document: name, relation, type.
const PARTS: [(&str, &str, &str); 9] = [
    ("styles", "styles", "styles"),
    ("numbering", "numbering", "numbering"),
    ("settings", "settings", "settings"),
    ("fontTable", "fontTable", "fontTable"),
    ("upright-header", "header", "header"),
    ("upright-footer", "footer", "footer"),
    ("across-header", "header", "header"),
    ("across-footer", "footer", "footer"),
    ("blank-header", "header", "header"),
];
/// And the tenth, which pairs with the ninth.
const BLANK_FOOTER: (&str, &str, &str) = ("blank-footer", "footer", "footer");

/// A package in the making.
pub(crate) struct Package {
    zip: ZipWriter<Cursor<Vec<u8>>>,
}

impl Package {
    pub fn new() -> Self {
        Package { zip: ZipWriter::new(Cursor::new(Vec::new())) }
    }

    /// All parts of a document.
    pub fn document(
        &mut self,
        document: &Document,
        text: &str,
        pictures: &[Picture],
    ) -> Result<(), DocxError> {
        self.part("[Content_Types].xml", types().as_bytes())?;
        self.part("_rels/.rels", relations().as_bytes())?;
        self.part("docProps/core.xml", core(document).as_bytes())?;
        self.part("docProps/app.xml", app(document).as_bytes())?;
        let body = format!("{HEAD}<w:document {SPACES}><w:body>{text}</w:body></w:document>");
        self.part("word/document.xml", body.as_bytes())?;
        self.part("word/_rels/document.xml.rels", of_document(pictures).as_bytes())?;
        self.part("word/styles.xml", styles::styles(document.lang).as_bytes())?;
        self.part("word/numbering.xml", styles::numbering().as_bytes())?;
        self.part("word/settings.xml", styles::settings(document.lang).as_bytes())?;
        self.part("word/fontTable.xml", styles::fonts().as_bytes())?;
        for (name, page) in [("upright", Page::Upright), ("across", Page::Across)] {
            self.part(&format!("word/{name}-header.xml"), page.header(document).as_bytes())?;
            self.part(&format!("word/{name}-footer.xml"), page.footer(document).as_bytes())?;
        }
        self.part("word/blank-header.xml", blank("hdr").as_bytes())?;
        self.part("word/blank-footer.xml", blank("ftr").as_bytes())?;
        for picture in pictures {
            self.part(&format!("word/media/figure{}.png", picture.number), &picture.png)?;
            self.part(&format!("word/media/figure{}.svg", picture.number), picture.svg.as_bytes())?;
        }
        Ok(())
    }

    /// The package's bytes.
    pub fn done(self) -> Result<Vec<u8>, DocxError> {
        Ok(self.zip.finish()?.into_inner())
    }

    fn part(&mut self, name: &str, content: &[u8]) -> Result<(), DocxError> {
        let options = SimpleFileOptions::default()
            .compression_method(CompressionMethod::Deflated)
            .last_modified_time(DateTime::default());
        self.zip.start_file(name, options)?;
        Ok(self.zip.write_all(content)?)
    }
}

fn types() -> String {
    let mut all = format!(
        "{HEAD}<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\">\
         <Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>\
         <Default Extension=\"xml\" ContentType=\"application/xml\"/>\
         <Default Extension=\"png\" ContentType=\"image/png\"/>\
         <Default Extension=\"svg\" ContentType=\"image/svg+xml\"/>\
         <Override PartName=\"/word/document.xml\" ContentType=\"{WORD}.document.main+xml\"/>\
         <Override PartName=\"/docProps/core.xml\" \
         ContentType=\"application/vnd.openxmlformats-package.core-properties+xml\"/>\
         <Override PartName=\"/docProps/app.xml\" \
         ContentType=\"application/vnd.openxmlformats-officedocument.extended-properties+xml\"/>"
    );
    for (name, _, kind) in PARTS.into_iter().chain([BLANK_FOOTER]) {
        let _ = write!(all, "<Override PartName=\"/word/{name}.xml\" ContentType=\"{WORD}.{kind}+xml\"/>");
    }
    all + "</Types>"
}

fn relations() -> String {
    format!(
        "{HEAD}<Relationships xmlns=\"{RELATIONS}\">\
         <Relationship Id=\"document\" Type=\"{OFFICE}/officeDocument\" Target=\"word/document.xml\"/>\
         <Relationship Id=\"core\" \
         Type=\"http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties\" \
         Target=\"docProps/core.xml\"/>\
         <Relationship Id=\"app\" Type=\"{OFFICE}/extended-properties\" Target=\"docProps/app.xml\"/>\
         </Relationships>"
    )
}

fn of_document(pictures: &[Picture]) -> String {
    let mut all = format!("{HEAD}<Relationships xmlns=\"{RELATIONS}\">");
    for (name, relation, _) in PARTS.into_iter().chain([BLANK_FOOTER]) {
        let _ =
            write!(all, "<Relationship Id=\"{name}\" Type=\"{OFFICE}/{relation}\" Target=\"{name}.xml\"/>");
    }
    for number in pictures.iter().map(|picture| picture.number) {
        for form in ["png", "svg"] {
            let _ = write!(
                all,
                "<Relationship Id=\"{form}{number}\" Type=\"{OFFICE}/image\" Target=\"media/figure{number}.{form}\"/>"
            );
        }
    }
    all + "</Relationships>"
}

/// Title, author, language and day.
fn core(document: &Document) -> String {
    let author = if document.organisation.is_empty() { &document.department } else { &document.organisation };
    let day = document.date;
    format!(
        "{HEAD}<cp:coreProperties \
         xmlns:cp=\"http://schemas.openxmlformats.org/package/2006/metadata/core-properties\" \
         xmlns:dc=\"http://purl.org/dc/elements/1.1/\" xmlns:dcterms=\"http://purl.org/dc/terms/\" \
         xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\"><dc:title>{}</dc:title><dc:subject>{}</dc:subject>\
         <dc:creator>{}</dc:creator><dc:language>{}</dc:language><cp:version>{}</cp:version>\
         <dcterms:created xsi:type=\"dcterms:W3CDTF\">{day}T00:00:00Z</dcterms:created>\
         <dcterms:modified xsi:type=\"dcterms:W3CDTF\">{day}T00:00:00Z</dcterms:modified></cp:coreProperties>",
        escape(&document.title),
        escape(&document.department),
        escape(author),
        document.lang,
        escape(&document.revision),
    )
}

fn app(document: &Document) -> String {
    format!(
        "{HEAD}<Properties xmlns=\"http://schemas.openxmlformats.org/officeDocument/2006/extended-properties\">\
         <Application>Reper</Application><Company>{}</Company></Properties>",
        escape(&document.organisation)
    )
}
