//! The report tree as HTML: fragments for pages, and whole documents in one self-contained file.
//!
//! Classes of a fragment, for whoever styles it:
//!
//! | class | what |
//! | --- | --- |
//! | `rp-section` | a section; its `id` is the anchor |
//! | `rp-letter` | the letter of SOSTAC before a title |
//! | `rp-note` | what the method says where there is nothing yet |
//! | `rp-facts` | a `<dl>` of names and values |
//! | `rp-table` | a scrolling `<figure>` around a `<table>`; `rp-group` is a row that heads others |
//! | `rp-num` | a cell of figures |
//! | `rp-figure` | a picture with its caption |
//! | `rp-muted` | text in the background |
//! | `state-good`, `state-risk`, `state-bad`, `state-quiet` | a word with a state; its shape is inside |

mod block;
mod document;

use crate::tree::{Document, Section};
use block::Writer;

/// A section as an HTML fragment; headings begin at `<h2>`. All text is escaped. A link to an element leads to
/// `#kind.id`, whether or not the element is in the section.
pub fn section(section: &Section) -> String {
    section_with(section, &|anchor| Some(format!("#{anchor}")))
}

/// As [`section`]; where an element (`kind.id`) is found is for the page to say: nothing means that there is no link.
pub fn section_with(section: &Section, href: &dyn Fn(&str) -> Option<String>) -> String {
    let mut writer = Writer::new(href);
    writer.expect(section);
    writer.section(section, 2, "");
    writer.out
}

/// A document as one HTML file that needs nothing else: styles, fonts and pictures are inside.
pub fn document(document: &Document) -> String {
    document::document(document)
}
