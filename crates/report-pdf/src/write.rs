//! The report tree as Typst code that calls the template.

use crate::literal::{breakable, literal};
use locale::t;
use report::{Align, Block, Document, Figure, Inline, Row, Section, Table, Tone};
use std::collections::{BTreeMap, HashSet};
use std::fmt::Write;

/// The width of the text on an upright page, and the space for a picture on a page of each kind, in millimetres.
const UPRIGHT: (f64, f64) = (170.0, 215.0);
const LANDSCAPE: (f64, f64) = (255.0, 145.0);
/// A picture's unit on paper, in millimetres: its 12 units of type are 9 points.
const UNIT: f64 = 0.75 * 25.4 / 72.0;

/// What has fewer bytes of text stands on one page.
const SHORT: usize = 1500;

/// The pictures in the order in which the code shows them.
pub(crate) fn pictures(document: &Document) -> Vec<String> {
    let mut all = Vec::new();
    for section in document.sections.iter().chain(&document.sheets) {
        section.walk(&mut |section| {
            all.extend(section.blocks.iter().filter_map(|block| match block {
                Block::Figure(figure) => Some(figure.svg.clone()),
                _ => None,
            }));
        });
    }
    all
}

/// The whole document.
pub(crate) fn code(document: &Document) -> String {
    let anchors = document.anchors().into_iter().enumerate().map(|(at, name)| (name.to_owned(), at));
    let mut writer = Writer {
        out: String::from("#import \"template.typ\": *\n"),
        anchors: anchors.collect(),
        ..Writer::default()
    };
    for section in document.sections.iter().chain(&document.sheets) {
        section.walk(&mut |section| writer.sections.extend([section.id.clone()]));
    }
    writer.frame(document);
    for section in &document.sections {
        writer.section(section, 1);
    }
    if document.draft {
        writer.sheet(document);
    }
    // A sheet has no number.
    writer.put("#show heading: set heading(numbering: none)\n");
    for sheet in &document.sheets {
        writer.section(sheet, 1);
    }
    writer.out
}

#[derive(Default)]
struct Writer {
    out: String,
    /// The number of each anchor's label.
    anchors: BTreeMap<String, usize>,
    /// Which labels have been set: a label stands once.
    set: HashSet<usize>,
    /// The anchors of sections.
    sections: HashSet<String>,
    pictures: usize,
}

impl Writer {
    fn put(&mut self, code: &str) {
        self.out.push_str(code);
    }

    fn frame(&mut self, document: &Document) {
        let lang = document.lang;
        let page = t!(lang, "document-page", page = "\u{1}", pages = "\u{1}");
        let mut page = page.split('\u{1}');
        let mut words = || literal(page.next().unwrap_or(""));
        let _ = write!(
            self.out,
            "#show: paper.with(lang: \"{lang}\", title: {}, author: {}, short: {}, revision: {}, mark: {}, \
             page-words: ({}, {}), contents: {}, figure-word: {}, table-word: {}, first: front(approve: (",
            literal(&document.title),
            literal(if document.organisation.is_empty() {
                &document.department
            } else {
                &document.organisation
            }),
            literal(&document.department),
            literal(&document.revision),
            mark(document),
            words(),
            words(),
            literal(&t!(lang, "document-contents")),
            literal(&t!(lang, "document-figure")),
            literal(&t!(lang, "document-table")),
        );
        let (post, name) = &document.approver;
        let lines = if !document.normative {
            Vec::new()
        } else {
            vec![
                t!(lang, "document-approve"),
                if post.is_empty() { "_".repeat(30) } else { post.clone() },
                format!("______________ {}", if name.is_empty() { "______________" } else { name }),
                document
                    .approved
                    .map_or_else(|| t!(lang, "document-approve-date"), |day| locale::date(lang, day)),
            ]
        };
        for line in lines {
            let _ = write!(self.out, "{},", literal(&line));
        }
        let _ = writeln!(
            self.out,
            "), mark: {}, organisation: {}, department: {}, title: {}, kind: {}, revision: {}, note: {}))",
            mark(document),
            breakable(&document.organisation),
            breakable(&document.department),
            breakable(&document.title),
            literal(&t!(lang, &format!("document-subtitle-{}", document.name))),
            breakable(&document.revision),
            document.note.as_deref().map_or("none".to_owned(), literal),
        );
    }

    fn sheet(&mut self, document: &Document) {
        let heads = ["post", "name", "signature", "date"]
            .map(|head| literal(&t!(document.lang, &format!("document-sheet-{head}"))));
        let title = literal(&t!(document.lang, "document-sheet"));
        let _ = write!(self.out, "#sheet({title}, ({}), (", heads.join(", "));
        for (unit, head) in &document.agreed {
            let _ = write!(self.out, "({}, {}),", breakable(unit), breakable(head));
        }
        self.put(&"([], []),".repeat(3));
        self.put("))\n");
    }

    fn section(&mut self, section: &Section, level: usize) {
        // The label belongs to the heading and not into it: the contents repeat what is in it.
        let label = self.number(&section.id).map_or(String::new(), |number| format!("#label(\"a{number}\")"));
        let _ = writeln!(self.out, "#heading(level: {level}, {}){label}", breakable(&section.title));
        for block in &section.blocks {
            self.block(block);
        }
        for inner in &section.sections {
            self.section(inner, level + 1);
        }
    }

    fn block(&mut self, block: &Block) {
        match block {
            Block::Paragraph(words) => {
                let _ = writeln!(self.out, "#par({})", self.words(words));
            }
            Block::Note(words) => {
                let _ = writeln!(self.out, "#note({})", self.words(words));
            }
            Block::List(items) => {
                let items: Vec<_> = items.iter().map(|item| self.words(item)).collect();
                let _ = writeln!(self.out, "#list({})", items.join(", "));
            }
            Block::Facts(facts) => {
                let length = facts.iter().map(|(name, value)| name.len() + length(value)).sum::<usize>();
                let _ = write!(self.out, "#facts({}, ", length < SHORT);
                for (name, value) in facts {
                    let _ = write!(self.out, "muted({}), {}, ", breakable(name), self.words(value));
                }
                self.put(")\n");
            }
            Block::Table(table) => self.table(table),
            Block::Figure(figure) => self.figure(figure),
        }
    }

    fn figure(&mut self, figure: &Figure) {
        let (call, space) = if figure.landscape { ("wide", LANDSCAPE) } else { ("picture", UPRIGHT) };
        // A landscape picture fills its page as far as its type stays a size for text; others keep their size.
        let largest = if figure.landscape { UNIT * 1.3 } else { UNIT };
        let width = figure
            .size()
            .map_or(space.0, |(width, height)| width * largest.min(space.0 / width).min(space.1 / height));
        let _ = writeln!(
            self.out,
            "#{call}(\"{}.svg\", {width:.1}mm, {})",
            self.pictures,
            breakable(&figure.caption)
        );
        self.pictures += 1;
    }

    fn table(&mut self, table: &Table) {
        let widths: Vec<_> =
            table.columns.iter().map(|column| format!("{}fr", column.weight.max(1))).collect();
        let aligns = table.columns.iter().map(|column| match column.align {
            Align::Left => "left",
            Align::Right => "right",
        });
        let heads: Vec<_> = table.columns.iter().map(|column| breakable(&column.title)).collect();
        let _ = writeln!(
            self.out,
            "#listing({}, {}, ({},), ({},), ({},),",
            breakable(&table.caption),
            whole(table),
            widths.join(", "),
            aligns.collect::<Vec<_>>().join(", "),
            heads.join(", ")
        );
        for row in &table.rows {
            self.row(row, table.columns.len());
        }
        self.put(")\n");
    }

    fn row(&mut self, row: &Row, columns: usize) {
        if row.is_group(columns) {
            let words = row.cells.first().map_or_else(|| "[]".to_owned(), |cell| self.words(cell));
            let _ = writeln!(self.out, "group({columns}, {words}),");
            return;
        }
        let anchor = self.anchor(row.element.as_deref());
        for at in 0..columns {
            let words = row.cells.get(at).map_or_else(|| "[]".to_owned(), |cell| self.words(cell));
            match at {
                0 if !anchor.is_empty() => {
                    let _ = write!(self.out, "{{{anchor}{words}}}, ");
                }
                _ => {
                    let _ = write!(self.out, "{words}, ");
                }
            }
        }
        self.put("\n");
    }

    /// The number of an anchor's label, for the first place that claims it: a label stands once.
    fn number(&mut self, anchor: &str) -> Option<usize> {
        self.anchors.get(anchor).copied().filter(|&number| self.set.insert(number))
    }

    /// The call that sets the label of a row's element; a section that shows the element comes first.
    fn anchor(&mut self, anchor: Option<&str>) -> String {
        let anchor = anchor.filter(|anchor| !self.sections.contains(*anchor));
        let number = anchor.and_then(|anchor| self.number(anchor));
        number.map_or(String::new(), |number| format!("anchor(\"a{number}\");"))
    }

    fn words(&self, words: &[Inline]) -> String {
        if words.is_empty() {
            return "[]".to_owned();
        }
        let pieces: Vec<_> = words.iter().map(|word| self.word(word)).collect();
        format!("{{{}}}", pieces.join(";"))
    }

    fn word(&self, word: &Inline) -> String {
        match word {
            Inline::Text(text) => breakable(text),
            Inline::Strong(text) => format!("strong({})", breakable(text)),
            Inline::Emphasis(text) => format!("emph({})", breakable(text)),
            Inline::Code(text) => format!("raw({})", literal(text)),
            Inline::Web(address, text) => format!("link({}, {})", literal(address), breakable(text)),
            Inline::Muted(text) => format!("muted({})", breakable(text)),
            Inline::State(tone, text) => format!("{}({})", shape(*tone), breakable(text)),
            Inline::Link(anchor, title) => match self.anchors.get(anchor) {
                Some(number) => format!("to(\"a{number}\", {})", breakable(title)),
                None => breakable(title),
            },
            Inline::Break => "linebreak()".to_owned(),
        }
    }
}

/// The word that marks a draft.
fn mark(document: &Document) -> String {
    if document.draft { literal(&t!(document.lang, "document-draft-mark")) } else { "none".to_owned() }
}

/// Whether a table is so short that it would look torn if it broke.
fn whole(table: &Table) -> bool {
    let cells = table.rows.iter().flat_map(|row| &row.cells);
    table.rows.len() <= 6 && cells.map(|cell| length(cell)).sum::<usize>() < SHORT
}

/// How long a text is, in bytes.
fn length(words: &[Inline]) -> usize {
    let of = |word: &Inline| match word {
        Inline::Text(text) | Inline::Strong(text) | Inline::Muted(text) => text.len(),
        Inline::Emphasis(text) | Inline::Code(text) => text.len(),
        Inline::State(_, text) | Inline::Link(_, text) | Inline::Web(_, text) => text.len(),
        Inline::Break => 0,
    };
    words.iter().map(of).sum()
}

/// The template's word for a tone.
fn shape(tone: Tone) -> &'static str {
    match tone {
        Tone::Good => "good",
        Tone::Risk => "risk",
        Tone::Bad => "bad",
        Tone::Quiet => "quiet",
    }
}
