//! How the model's values stand in a document: cells, tables and sections in the document's language.

use crate::Input;
use crate::markdown::{Piece, pieces};
use crate::tree::{Align, Block, Column, Inline, Row, Section, Table, anchor};
use department::element::{Duration, Levels};
use department::model::Study;
use department::{Element, Kinded, Ref};
use jiff::civil::Date;
use locale::{date, money, number, t};

/// What stands where nothing is known.
pub(crate) const UNKNOWN: &str = "—";

/// A unit of so many letters stays with its number.
const SHORT: usize = 5;

/// What a cell holds.
pub(crate) type Cell = Vec<Inline>;

/// Alignment, the message of the head, and the share of the width.
pub(crate) type Head<'a> = (Align, &'a str, u8);

impl Input<'_> {
    /// A message without values.
    pub(crate) fn say(&self, key: &str) -> String {
        t!(self.lang, key)
    }

    /// A line of text.
    pub(crate) fn text(&self, text: &str) -> Cell {
        vec![if text.is_empty() { UNKNOWN } else { text }.into()]
    }

    /// Paragraphs and lists of prose.
    pub(crate) fn prose(&self, text: &str) -> Vec<Block> {
        let block = |piece| match piece {
            Piece::Paragraph(words) => Block::Paragraph(words),
            Piece::List(items) if items.iter().all(|(number, _)| number.is_none()) => {
                Block::List(items.into_iter().map(|(_, words)| words).collect())
            }
            list => Block::Paragraph(lines([list]).join(&Inline::Break)),
        };
        pieces(text).into_iter().map(block).collect()
    }

    /// Prose inside a cell.
    pub(crate) fn said(&self, text: &str) -> Cell {
        let cell = lines(pieces(text)).join(&Inline::Break);
        if cell.is_empty() { self.text("") } else { cell }
    }

    /// An element's title, and what is said about it below.
    pub(crate) fn titled<T: Element>(&self, element: &T, about: &str) -> Cell {
        let mut cell = vec![Inline::Text(element.title().to_owned())];
        for line in lines(pieces(about)) {
            cell.push(Inline::Break);
            cell.extend(line.into_iter().map(|word| match word {
                Inline::Text(text) => Inline::Muted(text),
                word => word,
            }));
        }
        cell
    }

    /// An element by its title.
    pub(crate) fn link_to<T: Kinded>(&self, element: &T) -> Inline {
        Inline::Link(anchor::<T>(element.id()), element.title().to_owned())
    }

    /// What a reference names; where there is no such element, its id.
    pub(crate) fn link<T: Kinded>(&self, reference: &Option<Ref<T>>) -> Cell {
        match reference {
            None => self.text(""),
            Some(reference) => vec![self.named(reference)],
        }
    }

    /// What references name, one after another.
    pub(crate) fn links<T: Kinded>(&self, references: &[Ref<T>]) -> Cell {
        self.joined(references.iter().map(|reference| vec![self.named(reference)]))
    }

    fn named<T: Kinded>(&self, reference: &Ref<T>) -> Inline {
        match self.department.get(reference) {
            Some(element) => self.link_to(element),
            None => Inline::Text(reference.id.clone()),
        }
    }

    /// Pieces one after another, with semicolons between; unknown where there are none.
    pub(crate) fn joined(&self, pieces: impl IntoIterator<Item = Cell>) -> Cell {
        let mut cell = Cell::new();
        for piece in pieces {
            if !cell.is_empty() {
                cell.push("; ".into());
            }
            cell.extend(piece);
        }
        if cell.is_empty() { self.text("") } else { cell }
    }

    /// A day.
    pub(crate) fn day(&self, day: Option<Date>) -> Cell {
        vec![day.map_or_else(|| UNKNOWN.to_owned(), |day| date(self.lang, day)).into()]
    }

    /// A figure with its unit.
    pub(crate) fn figure(&self, value: Option<f64>, unit: &str) -> String {
        match (value, unit) {
            (None, _) => UNKNOWN.to_owned(),
            (Some(value), "") => number(self.lang, value, 2),
            (Some(value), "%") => locale::percent(self.lang, value / 100.0, 2),
            // A long unit may stand on a line of its own.
            (Some(value), unit) if unit.chars().count() > SHORT => {
                format!("{} {unit}", number(self.lang, value, 2))
            }
            (Some(value), unit) => format!("{}\u{a0}{unit}", number(self.lang, value, 2)),
        }
    }

    /// An amount in the department's currency.
    pub(crate) fn money(&self, amount: Option<f64>) -> Cell {
        let currency = &self.department.about.currency;
        vec![amount.map_or_else(|| UNKNOWN.to_owned(), |amount| money(self.lang, amount, currency)).into()]
    }

    /// A chosen word, by the kind of choice: `horizon`, `tactical`.
    pub(crate) fn choice(&self, kind: &str, word: Option<&'static str>) -> String {
        word.map_or_else(|| UNKNOWN.to_owned(), |word| self.say(&format!("{kind}-{word}")))
    }

    /// Where something is known from, and of which day it is.
    pub(crate) fn known_from(&self, source: &str, day: Option<Date>) -> Cell {
        let mut cell = self.text(source);
        if let Some(day) = day {
            cell.extend([Inline::Break, Inline::Muted(date(self.lang, day))]);
        }
        cell
    }

    /// As [`Input::known_from`], with the study that found it.
    pub(crate) fn found_by(&self, study: &Option<Ref<Study>>, source: &str, day: Option<Date>) -> Cell {
        let Some(study) = self.department.find(study) else { return self.known_from(source, day) };
        let mut cell =
            vec![Inline::Muted(format!("{}: ", self.say("field-statement-study"))), self.link_to(study)];
        if !source.is_empty() || day.is_some() {
            cell.push(Inline::Break);
            cell.extend(self.known_from(source, day));
        }
        cell
    }

    /// A length of time.
    pub(crate) fn length(&self, length: Option<Duration>) -> String {
        length.map_or_else(
            || UNKNOWN.to_owned(),
            |length| t!(self.lang, &format!("length-{}", length.unit), n = length.amount),
        )
    }

    /// Competences, each with its level.
    pub(crate) fn levels(&self, levels: &Levels) -> Cell {
        self.joined(
            levels.each.iter().map(|(competence, level)| {
                vec![self.named(competence), Inline::Muted(format!("\u{a0}{level}"))]
            }),
        )
    }

    /// Yes or no, with its shape.
    pub(crate) fn yes(&self, truth: bool) -> Inline {
        Inline::Text(self.say(if truth { "word-yes" } else { "word-no" }))
    }

    /// A table, or nothing where it has no rows.
    pub(crate) fn table(&self, caption: &str, heads: &[Head<'_>], rows: Vec<Row>) -> Vec<Block> {
        if rows.is_empty() {
            return Vec::new();
        }
        let columns =
            heads.iter().map(|&(align, title, weight)| Column { title: self.say(title), align, weight });
        vec![Block::Table(Table { caption: self.say(caption), columns: columns.collect(), rows })]
    }

    /// A section; where it has nothing to say, one sentence of the method (`KEY-empty`). A part of a listing says nothing
    /// of the other parts.
    pub(crate) fn section(&self, id: &str, key: &str, mut blocks: Vec<Block>) -> Section {
        if blocks.is_empty() && self.part.is_none() {
            blocks.push(Block::Note(vec![self.say(&format!("{key}-empty")).into()]));
        }
        Section { id: id.to_owned(), letter: None, title: self.say(key), blocks, sections: Vec::new() }
    }

    /// A section made of others, with what stands before them.
    pub(crate) fn chapter(
        &self,
        id: &str,
        letter: Option<char>,
        blocks: Vec<Block>,
        mut sections: Vec<Section>,
    ) -> Section {
        if self.part.is_some() {
            sections.retain(|section| !section.blocks.is_empty() || !section.sections.is_empty());
        }
        let title = self.say(&format!("report-{id}"));
        Section { id: id.to_owned(), letter, title, blocks, sections }
    }

    /// Names with their values; those of which nothing is known are still named.
    pub(crate) fn facts<const N: usize>(&self, facts: [(&str, Cell); N]) -> Block {
        Block::Facts(facts.into_iter().map(|(key, value)| (self.say(key), value)).collect())
    }
}

/// Rows under their head; no head where there are no rows.
pub(crate) fn grouped(head: String, rows: Vec<Row>) -> Vec<Row> {
    if rows.is_empty() { rows } else { std::iter::once(Row::group(vec![head.into()])).chain(rows).collect() }
}

/// The lines that pieces of prose take inside a cell.
fn lines(pieces: impl IntoIterator<Item = Piece>) -> Vec<Cell> {
    let item = |(number, words): (Option<String>, Cell)| {
        let mark = number.map_or_else(|| "•\u{a0}".to_owned(), |number| format!("{number}.\u{a0}"));
        [vec![Inline::Text(mark)], words].concat()
    };
    let of = |piece| match piece {
        Piece::Paragraph(words) => vec![words],
        Piece::List(items) => items.into_iter().map(item).collect(),
    };
    pieces.into_iter().flat_map(of).collect()
}
