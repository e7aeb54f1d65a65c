//! Words: stretches of text in a paragraph.

use crate::xml::escape;
use report::{Inline, Tone};
use std::collections::BTreeMap;

/// The bookmarks of a document: each anchor with its number.
pub(crate) type Anchors = BTreeMap<String, usize>;

/// The bookmark of an anchor's number; Word takes letters, digits and `_` only, and no more than forty of them.
pub(crate) fn bookmark(number: usize) -> String {
    format!("a{number}")
}

/// Text as a run, in a character style where one is named.
pub(crate) fn run(style: &str, text: &str) -> String {
    let style = match style {
        "" => String::new(),
        style => format!("<w:rPr><w:rStyle w:val=\"{style}\"/></w:rPr>"),
    };
    format!("<w:r>{style}<w:t xml:space=\"preserve\">{}</w:t></w:r>", escape(text))
}

/// Words as runs. A link leads to the bookmark of its element; where the document does not show it, only its title
/// stands there.
pub(crate) fn runs(words: &[Inline], anchors: &Anchors) -> String {
    words.iter().map(|word| one(word, anchors)).collect()
}

fn one(word: &Inline, anchors: &Anchors) -> String {
    match word {
        Inline::Text(text) => run("", text),
        Inline::Strong(text) => run("Strong", text),
        Inline::Emphasis(text) => run("Emphasis", text),
        Inline::Code(text) => run("Code", text),
        // On paper the address must be read, and a link that is only seen is no address.
        Inline::Web(address, text) if address == text => run("", text),
        Inline::Web(address, text) => run("", text) + &run("Muted", &format!(" ({address})")),
        Inline::Muted(text) => run("Muted", text),
        Inline::State(tone, text) => {
            let (style, shape) = shape(*tone);
            run(style, &format!("{shape}\u{a0}{text}"))
        }
        Inline::Link(anchor, title) => match anchors.get(anchor) {
            Some(number) => format!(
                "<w:hyperlink w:anchor=\"{}\" w:history=\"1\">{}</w:hyperlink>",
                bookmark(*number),
                run("Hyperlink", title)
            ),
            None => run("", title),
        },
        Inline::Break => "<w:r><w:br/></w:r>".to_owned(),
    }
}

/// A tone's character style and shape: shape and word, never colour alone.
fn shape(tone: Tone) -> (&'static str, char) {
    match tone {
        Tone::Good => ("StateGood", '✓'),
        Tone::Risk => ("StateRisk", '▲'),
        Tone::Bad => ("StateBad", '✕'),
        Tone::Quiet => ("Muted", '○'),
    }
}
