//! Sections and their blocks as Word's paragraphs, tables and pictures.

use crate::DocxError;
use crate::paper::{Page, field};
use crate::picture::Picture;
use crate::runs::{Anchors, bookmark, run, runs};
use crate::table;
use crate::xml::escape;
use locale::{Lang, t};
use report::{Block, Document, Figure, Section, Table};
use std::collections::HashSet;
use std::fmt::Write;

/// Headings deeper than this look like those of this level.
const DEEPEST: usize = 4;

/// The text of a document in the making.
pub(crate) struct Body {
    out: String,
    pictures: Vec<Picture>,
    /// The number of each anchor's bookmark.
    pub anchors: Anchors,
    /// Which bookmarks have been set: a bookmark stands once.
    set: HashSet<usize>,
    /// The anchors of sections: an element's own section is where a link leads, not its row.
    sections: HashSet<String>,
    lang: Lang,
    tables: usize,
    /// How the pages stand that are being written, and whether they are the first.
    page: Page,
    first: bool,
}

impl Body {
    pub fn new(document: &Document) -> Self {
        let anchors = document.anchors().into_iter().enumerate().map(|(at, name)| (name.to_owned(), at));
        let mut sections = HashSet::new();
        for section in document.sections.iter().chain(&document.sheets) {
            section.walk(&mut |section| sections.extend([section.id.clone()]));
        }
        Body {
            out: String::new(),
            pictures: Vec::new(),
            anchors: anchors.collect(),
            set: HashSet::new(),
            sections,
            lang: document.lang,
            tables: 0,
            page: Page::Upright,
            first: true,
        }
    }

    /// Adds what is Word's already.
    pub fn put(&mut self, xml: &str) {
        self.out.push_str(xml);
    }

    /// A paragraph in a style.
    pub fn paragraph(&mut self, style: &str, runs: &str) {
        let _ = write!(self.out, "<w:p><w:pPr><w:pStyle w:val=\"{style}\"/></w:pPr>{runs}</w:p>");
    }

    /// A section with its heading, its blocks and what is under it.
    pub fn section(&mut self, section: &Section, level: usize) -> Result<(), DocxError> {
        self.part(section, &|level| format!("Heading{}", level.min(DEEPEST)), level)
    }

    /// As [`Body::section`], without a number.
    pub fn sheet(&mut self, sheet: &Section, level: usize) -> Result<(), DocxError> {
        let style = |level| if level == 1 { "SheetHeading" } else { "SheetSubheading" }.to_owned();
        self.part(sheet, &style, level)
    }

    fn part(
        &mut self,
        section: &Section,
        style: &dyn Fn(usize) -> String,
        level: usize,
    ) -> Result<(), DocxError> {
        self.upright();
        let heading = self.marked(Some(&section.id), &run("", &section.title));
        self.paragraph(&style(level), &heading);
        for block in &section.blocks {
            self.block(block)?;
        }
        for inner in &section.sections {
            self.part(inner, style, level + 1)?;
        }
        Ok(())
    }

    /// The text and the pictures in it.
    pub fn done(mut self) -> (String, Vec<Picture>) {
        let last = self.page.section(self.first);
        self.put(&last);
        (self.out, self.pictures)
    }

    fn block(&mut self, block: &Block) -> Result<(), DocxError> {
        if !matches!(block, Block::Figure(figure) if figure.landscape) {
            self.upright();
        }
        match block {
            Block::Paragraph(words) => self.paragraph("BodyText", &runs(words, &self.anchors)),
            Block::Note(words) => self.paragraph("Note", &runs(words, &self.anchors)),
            Block::List(items) => {
                for item in items {
                    self.paragraph("ListBullet", &runs(item, &self.anchors));
                }
            }
            Block::Facts(facts) => {
                let xml = table::facts(facts, &self.anchors);
                self.put(&xml);
            }
            Block::Table(table) => self.table(table),
            Block::Figure(figure) => self.figure(figure)?,
        }
        Ok(())
    }

    fn table(&mut self, table: &Table) {
        self.tables += 1;
        let number = self.tables.to_string();
        self.caption("TableCaption", "document-table", ("Table", &number), &table.caption);
        let mut marks = Vec::with_capacity(table.rows.len());
        for row in &table.rows {
            // The section that shows an element comes before its row.
            let own = row.element.as_deref().filter(|element| !self.sections.contains(*element));
            marks.push(own.and_then(|element| self.claim(element)));
        }
        let xml = table::listing(table, &self.anchors, &marks);
        self.put(&xml);
    }

    fn figure(&mut self, figure: &Figure) -> Result<(), DocxError> {
        let page = if figure.landscape { Page::Across } else { Page::Upright };
        let number = self.pictures.len() + 1;
        let picture = Picture::new(figure, number, page)?;
        if figure.landscape {
            self.turn(Page::Across);
        }
        self.paragraph("Figure", &picture.drawing(&figure.caption));
        self.pictures.push(picture);
        self.caption("Caption", "document-figure", ("Figure", &number.to_string()), &figure.caption);
        Ok(())
    }

    /// What follows stands upright.
    pub fn upright(&mut self) {
        if self.page == Page::Across {
            self.turn(Page::Upright);
        }
    }

    /// Ends the pages so far; what follows begins a new page that stands so.
    fn turn(&mut self, page: Page) {
        let section = std::mem::replace(&mut self.page, page).section(std::mem::take(&mut self.first));
        let _ = write!(
            self.out,
            "<w:p><w:pPr><w:spacing w:before=\"0\" w:after=\"0\" w:line=\"20\" w:lineRule=\"exact\"/>{section}</w:pPr></w:p>"
        );
    }

    /// A caption with a number that Word counts.
    fn caption(&mut self, style: &str, word: &str, (sequence, number): (&str, &str), caption: &str) {
        let word = run("", &format!("{}\u{a0}", t!(self.lang, word)));
        let counted = field(&format!("SEQ {sequence} \\* ARABIC"), number);
        self.paragraph(style, &format!("{word}{counted}{}", run("", &format!(". {caption}"))));
    }

    /// The number of an anchor's bookmark, for the first place that claims it.
    fn claim(&mut self, anchor: &str) -> Option<usize> {
        self.anchors.get(anchor).copied().filter(|&number| self.set.insert(number))
    }

    fn marked(&mut self, anchor: Option<&str>, runs: &str) -> String {
        match anchor.and_then(|anchor| self.claim(anchor)) {
            Some(number) => marked(number, runs),
            None => runs.to_owned(),
        }
    }
}

/// Runs inside a bookmark.
pub(crate) fn marked(number: usize, runs: &str) -> String {
    format!(
        "<w:bookmarkStart w:id=\"{number}\" w:name=\"{}\"/>{runs}<w:bookmarkEnd w:id=\"{number}\"/>",
        escape(&bookmark(number))
    )
}
