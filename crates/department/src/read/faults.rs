//! Faults of the texts, as findings of the `TX` rules.

use super::{ELEMENTS, FILE_BYTES};
use crate::element::{FieldSpec, Meta, Names, Shape};
use crate::model::{FILES, Kind, file_of};
use crate::text::{DEPTH, Key, Node, NodeKind, told};
use diag::{FileId, Finding, Findings, Place, Span};
use locale::Value;

/// Suggestions are looked for among this many faults at the most: a text that is wrong throughout has one cause.
const SUGGESTIONS: usize = 200;
/// So many names are listed where a reference names nothing.
const LISTED: usize = 6;

/// Where the reader writes down what is wrong.
pub struct Faults<'f> {
    list: &'f mut Vec<Finding>,
    file: FileId,
    text: &'f str,
    /// Where in the text the piece begins that is being read.
    base: usize,
    /// Whether a table was found that stands in more than one piece.
    split: bool,
}

impl<'f> Faults<'f> {
    pub(crate) fn new(list: &'f mut Vec<Finding>, file: FileId) -> Self {
        Faults { list, file, text: "", base: 0, split: false }
    }

    /// From here on faults are of this file.
    pub(crate) fn in_file(&mut self, file: FileId) {
        self.file = file;
    }

    /// The text that is being read, and where the piece of it begins.
    pub(super) fn of_text(&mut self, text: &'f str, base: usize) {
        (self.text, self.base) = (text, base);
    }

    /// Whether more of a table can be read here: its places count from the piece that it began in.
    pub(crate) fn reads(&mut self, known: &Meta) -> bool {
        let here = known.id.is_empty() || known.file == self.file;
        self.split |= !here;
        here
    }

    /// Whether a table was found that stands in more than one piece.
    pub(super) fn split(&self) -> bool {
        self.split
    }

    /// The file that is being read.
    pub(crate) fn file(&self) -> FileId {
        self.file
    }

    fn report(&mut self, code: &'static str, span: Span, fill: impl FnOnce(&mut Finding, FileId)) {
        let mut findings = Findings { code, ..Findings::default() };
        fill(findings.find(Place { file: self.file, span }), self.file);
        self.list.append(&mut findings.all);
    }

    /// TX01
    pub(super) fn syntax(&mut self, span: Span, detail: &str) {
        let detail = told(detail);
        self.report("TX01", span, |finding, _| {
            finding.arg("detail", detail);
        });
    }

    /// TX02
    pub(super) fn not_utf8(&mut self, at: usize) {
        self.report("TX02", Span::new(at, at + '\u{fffd}'.len_utf8()), |finding, _| {
            finding.arg("offset", at);
        });
    }

    /// TX03
    pub(crate) fn unknown_field(&mut self, key: &Key<'_>, table: &str, fields: &[FieldSpec]) {
        let known: Vec<&str> = fields.iter().map(|field| field.key).collect();
        if table == "rules" {
            return self.unknown_word_at(key.span, &key.text, &[]);
        }
        self.unknown_key(key, &known);
    }

    /// TX03
    pub(crate) fn unknown_key(&mut self, key: &Key<'_>, known: &[&str]) {
        let near = self.nearest(&key.text, known.iter().copied());
        self.report("TX03", key.span, |finding, file| {
            finding.arg("key", &*key.text).arg("hint", hint(near.as_deref())).arg("known", known.join(", "));
            if let Some(near) = near {
                finding.replace(Place { file, span: key.span }, near);
            }
        });
    }

    /// TX04
    pub(super) fn unknown_table(&mut self, key: &Key<'_>, path: &str, known: &[&str]) {
        let belongs = file_of(&key.text).filter(|file| *file != path).unwrap_or_default();
        let near = if belongs.is_empty() { self.nearest(&key.text, known.iter().copied()) } else { None };
        let hint = match belongs {
            "" => hint(near.as_deref()),
            _ => Value::Phrase("belongs-in".into(), vec![("file", belongs.into())]),
        };
        self.report("TX04", key.span, |finding, file| {
            finding
                .arg("table", &*key.text)
                .arg("file", path)
                .arg("hint", hint)
                .arg("known", known.join(", "));
            if let Some(near) = near {
                finding.replace(Place { file, span: key.span }, near);
            }
        });
    }

    /// TX05
    pub(crate) fn wrong_type(&mut self, node: &Node<'_>, expected: Shape) {
        let found = match node.kind {
            NodeKind::Text(_) => "found-text",
            NodeKind::Number(_) => "found-number",
            NodeKind::Bool(_) => "found-bool",
            NodeKind::Date(_) => "found-date",
            NodeKind::Array(_) => "found-list",
            NodeKind::Table(_) => "found-table",
            // What could not be read at all has been reported already.
            NodeKind::Broken => return,
        };
        self.report("TX05", node.span, |finding, _| {
            finding.arg("expected", Value::word(shape_key(expected))).arg("found", Value::word(found));
        });
    }

    /// TX05, where a value is wanted and none can be given.
    pub(crate) fn no_value<T>(&mut self, node: &Node<'_>, expected: Shape) -> Option<T> {
        self.wrong_type(node, expected);
        None
    }

    /// TX06
    pub(crate) fn unknown_word(&mut self, node: &Node<'_>, word: &str, known: &[&str]) {
        self.unknown_word_at(node.span, word, known);
    }

    fn unknown_word_at(&mut self, span: Span, word: &str, known: &[&str]) {
        let near = self.nearest(word, known.iter().copied());
        self.report("TX06", span, |finding, file| {
            finding.arg("word", word).arg("hint", hint(near.as_deref())).arg("known", known.join(", "));
            if let Some(near) = near {
                finding.replace(Place { file, span }, format!("\"{near}\""));
            }
        });
    }

    /// TX07
    pub(crate) fn dangling(&mut self, span: Span, kind: Kind, id: &str, names: &Names) {
        let enough = self.list.len() > SUGGESTIONS;
        let known = if enough { Vec::new() } else { names.of(kind) };
        let near = self.nearest(id, known.iter().copied());
        let mut listed = known.iter().take(LISTED).copied().collect::<Vec<_>>().join(", ");
        if known.len() > LISTED {
            listed.push_str(", …");
        }
        self.report("TX07", span, |finding, file| {
            finding
                .arg("kind", Value::word(format!("kind-{}", kind.key().replace('_', "-"))))
                .arg("id", id)
                .arg("table", format!("[{}.{id}]", kind.key()))
                .arg("hint", hint(near.as_deref()))
                .arg("known", listed);
            if let Some(near) = near {
                finding.replace(Place { file, span }, format!("\"{near}\""));
            }
        });
    }

    /// TX08
    pub(crate) fn duplicate(&mut self, span: Span, key: &str, first: Span) {
        let before = self.text.get(..self.base + first.start as usize).unwrap_or_default();
        let first_line = before.matches('\n').count() + 1;
        self.report("TX08", span, |finding, _| {
            finding.arg("key", key).arg("line", first_line);
        });
    }

    /// TX09
    pub(super) fn too_large(&mut self, bytes: usize) {
        self.limit(Span::default(), "limit-bytes", bytes, FILE_BYTES);
    }

    /// TX09
    pub(super) fn too_deep(&mut self, span: Span) {
        self.limit(span, "limit-depth", DEPTH + 1, DEPTH);
    }

    /// TX09
    pub(super) fn too_many(&mut self, elements: usize) {
        self.limit(Span::default(), "limit-elements", elements, ELEMENTS);
    }

    fn limit(&mut self, span: Span, what: &str, found: usize, limit: usize) {
        self.report("TX09", span, |finding, _| {
            finding.arg("what", Value::word(what)).arg("found", found).arg("limit", limit);
        });
    }

    /// TX10
    pub(super) fn absent(&mut self, path: &str) {
        self.report("TX10", Span::default(), |finding, _| {
            finding.arg("file", path);
        });
    }

    /// TX11
    pub(super) fn stray(&mut self, path: &str) {
        let near = self.nearest(path, FILES.iter().copied());
        self.report("TX11", Span::default(), |finding, _| {
            finding.arg("file", path).arg("hint", hint(near.as_deref())).arg("known", FILES.join(", "));
        });
    }

    fn nearest<'a>(&self, word: &str, known: impl Iterator<Item = &'a str>) -> Option<String> {
        if self.list.len() > SUGGESTIONS {
            return None;
        }
        let bound = (word.chars().count() / 3).max(1) + 1;
        known
            .map(|name| (strsim::damerau_levenshtein(word, name), name))
            .filter(|&(distance, _)| distance <= bound)
            .min()
            .map(|(_, name)| name.to_owned())
    }
}

/// “Did you mean …?”, or nothing.
fn hint(near: Option<&str>) -> Value {
    near.map_or(Value::from(""), |near| Value::Phrase("did-you-mean".into(), vec![("near", near.into())]))
}

fn shape_key(shape: Shape) -> &'static str {
    match shape {
        Shape::Text => "shape-text",
        Shape::Number => "shape-number",
        Shape::Bool => "shape-bool",
        Shape::Date => "shape-date",
        Shape::Choice(_) => "shape-choice",
        Shape::Ref(_) => "shape-ref",
        Shape::List(_) => "shape-list",
        Shape::Duration => "shape-duration",
        Shape::Tolerance => "shape-tolerance",
        Shape::Mark => "shape-mark",
        Shape::Levels => "shape-levels",
        Shape::Record(_) => "shape-table",
    }
}
