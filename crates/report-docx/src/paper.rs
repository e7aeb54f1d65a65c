//! The page: A4, upright or across, and what stands at its head and foot.

use crate::xml::{HEAD, SPACES, escape};
use locale::t;
use report::Document;

/// Twentieths of a point in a millimetre.
const TWIPS: f64 = 1440.0 / 25.4;
/// English Metric Units in a millimetre, in which pictures are measured.
const EMUS: f64 = 36_000.0;

/// Millimetres in twentieths of a point.
pub(crate) fn twips(millimetres: f64) -> i64 {
    (millimetres * TWIPS).round() as i64
}

/// Millimetres in English Metric Units.
pub(crate) fn emus(millimetres: f64) -> i64 {
    (millimetres * EMUS).round() as i64
}

/// How a page stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Page {
    /// Upright; the first of them is the title page.
    Upright,
    /// Across, for a picture that is wide.
    Across,
}

impl Page {
    /// Width and height of the text, in millimetres.
    pub const fn text(self) -> (f64, f64) {
        match self {
            Page::Upright => (170.0, 247.0),
            Page::Across => (247.0, 160.0),
        }
    }

    /// The space that a picture may take, in millimetres.
    pub const fn picture(self) -> (f64, f64) {
        match self {
            Page::Upright => (170.0, 205.0),
            Page::Across => (247.0, 140.0),
        }
    }

    /// The properties of a section of such pages; `first` is the section with the title page.
    pub fn section(self, first: bool) -> String {
        let (kind, size) = match self {
            Page::Upright => ("upright", "w:w=\"11906\" w:h=\"16838\""),
            Page::Across => ("across", "w:w=\"16838\" w:h=\"11906\" w:orient=\"landscape\""),
        };
        let title = if first { "<w:titlePg/>" } else { "" };
        let blank = if first {
            "<w:headerReference w:type=\"first\" r:id=\"blank-header\"/>\
             <w:footerReference w:type=\"first\" r:id=\"blank-footer\"/>"
        } else {
            ""
        };
        let (left, right, top, bottom) = (twips(25.0), twips(15.0), twips(25.0), twips(25.0));
        let edge = twips(12.0);
        format!(
            "<w:sectPr><w:headerReference w:type=\"default\" r:id=\"{kind}-header\"/>\
             <w:footerReference w:type=\"default\" r:id=\"{kind}-footer\"/>{blank}<w:type w:val=\"nextPage\"/>\
             <w:pgSz {size}/><w:pgMar w:top=\"{top}\" w:right=\"{right}\" w:bottom=\"{bottom}\" w:left=\"{left}\" \
             w:header=\"{edge}\" w:footer=\"{edge}\" w:gutter=\"0\"/>{title}</w:sectPr>"
        )
    }

    /// The running head: the chapter, and whose document it is.
    pub fn header(self, document: &Document) -> String {
        let chapter = field("STYLEREF \"heading 1\"", "");
        let line = format!(
            "{chapter}<w:r><w:tab/></w:r><w:r><w:t xml:space=\"preserve\">{}</w:t></w:r>",
            escape(&marked(document, &document.department))
        );
        self.line("hdr", "Header", &line)
    }

    /// The running foot: the revision, and the page's number.
    pub fn footer(self, document: &Document) -> String {
        let words = t!(document.lang, "document-page", page = "\u{1}", pages = "\u{2}");
        let (before, rest) = words.split_once('\u{1}').unwrap_or((&words, ""));
        let (between, after) = rest.split_once('\u{2}').unwrap_or((rest, ""));
        let said = |text: &str| format!("<w:r><w:t xml:space=\"preserve\">{}</w:t></w:r>", escape(text));
        let line = [
            said(&marked(document, &document.revision)),
            "<w:r><w:tab/></w:r>".to_owned(),
            said(before),
            field("PAGE", "1"),
            said(between),
            field("NUMPAGES", "1"),
            said(after),
        ];
        self.line("ftr", "Footer", &line.concat())
    }

    fn line(self, element: &str, style: &str, line: &str) -> String {
        let end = twips(self.text().0);
        format!(
            "{HEAD}<w:{element} {SPACES}><w:p><w:pPr><w:pStyle w:val=\"{style}\"/><w:tabs>\
             <w:tab w:val=\"right\" w:pos=\"{end}\"/></w:tabs></w:pPr>{line}</w:p></w:{element}>"
        )
    }
}

/// Words that say first that the document is a draft, where it is one.
fn marked(document: &Document, words: &str) -> String {
    match document.draft {
        true => format!("{} · {words}", t!(document.lang, "document-draft-mark").to_uppercase()),
        false => words.to_owned(),
    }
}

/// A head or foot with nothing in it, for the title page.
pub(crate) fn blank(element: &str) -> String {
    format!("{HEAD}<w:{element} {SPACES}><w:p/></w:{element}>")
}

/// A field that Word works out, with what it shows until then.
pub(crate) fn field(code: &str, shown: &str) -> String {
    let mark = |kind: &str| format!("<w:r><w:fldChar w:fldCharType=\"{kind}\"/></w:r>");
    format!(
        "{}<w:r><w:instrText xml:space=\"preserve\"> {} </w:instrText></w:r>{}<w:r><w:t>{}</w:t></w:r>{}",
        mark("begin"),
        escape(code),
        mark("separate"),
        escape(shown),
        mark("end"),
    )
}
