//! The report tree: what a document says, before it is known where it will be shown.

use department::Kinded;
use jiff::civil::Date;
use locale::Lang;
use std::collections::BTreeSet;

/// A whole document.
#[derive(Debug, Clone, PartialEq)]
pub struct Document {
    /// `sostac` or `scorecard`: the name of its files.
    pub name: &'static str,
    /// The language of its own words.
    pub lang: Lang,
    /// Its title.
    pub title: String,
    /// The organisation.
    pub organisation: String,
    /// The department.
    pub department: String,
    /// The revision and its day, in words: `редакция 3 от 01.11.2026 (проект)`.
    pub revision: String,
    /// The day on which it was built.
    pub date: Date,
    /// Whether somebody approves it; what only tells how things stand has no lines for signatures.
    pub normative: bool,
    /// Whether it is a draft: it says so in its head and foot.
    pub draft: bool,
    /// The day on which it was approved; where there is none, that line is left to be filled in by hand.
    pub approved: Option<Date>,
    /// Whose signature approves it: post and name.
    pub approver: (String, String),
    /// Who is asked to agree to it: department and head.
    pub agreed: Vec<(String, String)>,
    /// A note under the title, such as that figures are synthetic.
    pub note: Option<String>,
    /// Its sections.
    pub sections: Vec<Section>,
    /// What stands behind them without a number: of an approved revision the approval sheet, the change sheet and the
    /// reasons for the warnings that stand.
    pub sheets: Vec<Section>,
}

/// A numbered section.
#[derive(Debug, Clone, PartialEq)]
pub struct Section {
    /// Its anchor: a plain word, or the `kind.id` of the element that it shows.
    pub id: String,
    /// The method's letter that it belongs to, where it is one of SOSTAC's.
    pub letter: Option<char>,
    /// Its title.
    pub title: String,
    /// What it says.
    pub blocks: Vec<Block>,
    /// Its subsections.
    pub sections: Vec<Section>,
}

/// A piece of a section.
#[derive(Debug, Clone, PartialEq)]
pub enum Block {
    /// A paragraph.
    Paragraph(Vec<Inline>),
    /// A paragraph set off as what the method demands here; an empty section teaches with it.
    Note(Vec<Inline>),
    /// A list.
    List(Vec<Vec<Inline>>),
    /// Names with their values, one under another.
    Facts(Vec<(String, Vec<Inline>)>),
    /// A table.
    Table(Table),
    /// A picture.
    Figure(Figure),
}

/// A picture.
#[derive(Debug, Clone, PartialEq)]
pub struct Figure {
    /// The picture as SVG with a `viewBox`.
    pub svg: String,
    /// What it shows.
    pub caption: String,
    /// Whether it wants a landscape page of its own on paper.
    pub landscape: bool,
}

/// A table with a head; it may run over many pages.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Table {
    /// What it lists.
    pub caption: String,
    /// Its columns.
    pub columns: Vec<Column>,
    /// Its rows.
    pub rows: Vec<Row>,
}

/// A column.
#[derive(Debug, Clone, PartialEq)]
pub struct Column {
    /// Its head.
    pub title: String,
    /// How its cells stand.
    pub align: Align,
    /// Its share of the width, against the other columns' shares.
    pub weight: u8,
}

/// How a cell stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Align {
    /// Text.
    Left,
    /// Figures.
    Right,
}

/// A row.
#[derive(Debug, Clone, PartialEq)]
pub struct Row {
    /// The element that it shows, as `kind.id`: an anchor, and where findings stand beside it.
    pub element: Option<String>,
    /// Its cells: as many as there are columns, or a single one across all of them, the head of a group of rows.
    pub cells: Vec<Vec<Inline>>,
}

/// A stretch of text.
#[derive(Debug, Clone, PartialEq)]
pub enum Inline {
    /// As it is.
    Text(String),
    /// Strongly emphasised.
    Strong(String),
    /// Emphasised.
    Emphasis(String),
    /// Taken literally: a command, a word of a text.
    Code(String),
    /// An address outside, and the words that lead to it.
    Web(String, String),
    /// In the background: a source, a date, a unit.
    Muted(String),
    /// A word with a state: shape and word, never colour alone.
    State(Tone, String),
    /// A reference to an element (`kind.id`) by its title.
    Link(String, String),
    /// A new line.
    Break,
}

/// The weight of a state.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Tone {
    /// Met, present.
    Good,
    /// At risk, to be looked at.
    Risk,
    /// Missed, wrong.
    Bad,
    /// Nothing to say yet.
    Quiet,
}

impl From<&str> for Inline {
    fn from(text: &str) -> Self {
        Inline::Text(text.to_owned())
    }
}

impl From<String> for Inline {
    fn from(text: String) -> Self {
        Inline::Text(text)
    }
}

impl Row {
    /// The row of an element.
    pub fn of<T: Kinded>(element: &T, cells: Vec<Vec<Inline>>) -> Self {
        Row { element: Some(anchor::<T>(element.id())), cells }
    }

    /// A head over the rows that follow.
    pub fn group(head: Vec<Inline>) -> Self {
        Row { element: None, cells: vec![head] }
    }

    /// Whether it is a head over the rows that follow, in a table of so many columns.
    pub fn is_group(&self, columns: usize) -> bool {
        self.cells.len() == 1 && columns > 1
    }
}

/// The anchor of an element: `goal.trust`.
pub(crate) fn anchor<T: Kinded>(id: &str) -> String {
    format!("{}.{id}", T::KIND.key())
}

impl Figure {
    /// Width and height of the picture's `viewBox`, where it says them.
    pub fn size(&self) -> Option<(f64, f64)> {
        let (_, rest) = self.svg.split_once("viewBox=\"")?;
        let mut sides = rest.split_once('"')?.0.split_whitespace().skip(2).map(str::parse::<f64>);
        let (width, height) = (sides.next()?.ok()?, sides.next()?.ok()?);
        (width > 0.0 && height > 0.0).then_some((width, height))
    }
}

impl Section {
    /// Visits the section and everything under it.
    pub fn walk<'a>(&'a self, visit: &mut impl FnMut(&'a Section)) {
        visit(self);
        for section in &self.sections {
            section.walk(visit);
        }
    }
}

impl Document {
    /// Every place that a link can lead to: sections and the rows of elements.
    pub fn anchors(&self) -> BTreeSet<&str> {
        let mut all = BTreeSet::new();
        for section in self.sections.iter().chain(&self.sheets) {
            section.walk(&mut |section| {
                all.insert(section.id.as_str());
                for block in &section.blocks {
                    if let Block::Table(table) = block {
                        all.extend(table.rows.iter().filter_map(|row| row.element.as_deref()));
                    }
                }
            });
        }
        all
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_figure_knows_its_size() {
        let figure = |svg: &str| Figure { svg: svg.into(), caption: String::new(), landscape: false };
        assert_eq!(figure("<svg viewBox=\"0 0 640 320.5\">").size(), Some((640.0, 320.5)));
        assert_eq!(figure("<svg viewBox=\"0 0 640\">").size(), None);
        assert_eq!(figure("<svg>").size(), None);
    }
}
