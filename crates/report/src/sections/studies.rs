//! What was asked of data: question, answer, pictures, cautions.

use crate::tree::{Align, Block, Column, Figure, Inline, Row, Table, anchor};
use crate::{Input, Section};
use department::Element;
use department::labels::choice_name;
use department::model::Study;
use locale::{Lang, t};
use study::{Picture, Sheet, Style, Told};

/// Who knows what the studies have answered.
pub trait Answers {
    /// The answer of a study and its pictures, where it has one.
    fn answer(&self, id: &str, lang: Lang) -> Option<(Told, Vec<Picture>)>;
}

/// So many rows of an answer's table are printed, and so many pictures.
const ROWS: usize = 24;
const PICTURES: usize = 2;

/// The studies that are printed with the documents; none where there are none.
pub fn studies(input: &Input<'_>) -> Option<Section> {
    let printed = input.department.studies.iter().filter(|study| study.printed);
    let sections: Vec<Section> = printed.map(|study| one(input, study)).collect();
    (!sections.is_empty()).then(|| input.chapter("studies", None, Vec::new(), sections))
}

fn one(input: &Input<'_>, study: &Study) -> Section {
    let question = study.method.map(|method| choice_name(input.lang, "study", "method", method.word()));
    let mut blocks = vec![input.facts([
        ("field-study-data", input.text(&study.data)),
        ("field-study-new", input.text(&study.new)),
        ("field-study-method", input.text(&question.unwrap_or_default())),
        ("field-study-owner", input.link(&study.owner)),
        ("field-study-found", input.known_from(&study.found, study.date)),
    ])];
    blocks.extend(input.prose(&study.words));
    let answer = input.answers.and_then(|answers| answers.answer(study.id(), input.lang));
    match answer {
        Some((told, pictures)) => blocks.extend(told_as(input.lang, &told, pictures)),
        None => blocks.push(Block::Note(vec![input.say("studies-state-unasked").into()])),
    }
    let id = anchor::<Study>(study.id());
    Section { id, letter: None, title: study.title().to_owned(), blocks, sections: Vec::new() }
}

/// An answer as blocks: what it says, its pictures and tables, and what should be known before it is believed.
fn told_as(lang: Lang, told: &Told, pictures: Vec<Picture>) -> Vec<Block> {
    let list = |lines: &[String]| Block::List(lines.iter().map(|line| vec![line.as_str().into()]).collect());
    let mut blocks = vec![Block::Paragraph(vec![Inline::Strong(told.title.clone())])];
    if !told.reading.is_empty() {
        blocks.push(list(&told.reading));
    }
    let figures = pictures.into_iter().take(PICTURES);
    blocks.extend(figures.map(|picture| {
        Block::Figure(Figure { svg: picture.svg, caption: picture.caption, landscape: false })
    }));
    let shown = told.sheets.iter().filter(|sheet| sheet.style != Style::Machine && !sheet.rows.is_empty());
    blocks.extend(shown.map(|sheet| Block::Table(table(lang, sheet))));
    if !told.cautions.is_empty() {
        blocks.push(Block::Paragraph(vec![Inline::Strong(t!(lang, "stats-cautions"))]));
        blocks.push(list(&told.cautions));
    }
    blocks
}

fn table(lang: Lang, sheet: &Sheet) -> Table {
    let column = |title: &str, figure: bool, weight: u8| Column {
        title: title.to_owned(),
        align: if figure { Align::Right } else { Align::Left },
        weight,
    };
    let cell = |text: String| vec![Inline::Text(text)];
    let row = |cells| Row { element: None, cells };
    if sheet.style == Style::Facts {
        let cells = sheet.heads.iter().zip(sheet.rows.iter().flatten());
        let rows = cells.map(|(head, value)| row(vec![cell(head.title.clone()), cell(value.shown(lang))]));
        let columns = vec![column("", false, 6), column("", true, 4)];
        return Table { caption: sheet.title.clone(), columns, rows: rows.collect() };
    }
    let figures = |at: usize| sheet.rows.iter().filter_map(|row| row.get(at)).any(study::Value::is_figure);
    let columns = sheet
        .heads
        .iter()
        .enumerate()
        .map(|(at, head)| column(&head.title, figures(at), if figures(at) { 2 } else { 4 }));
    let shown = sheet.rows.iter().take(ROWS);
    let mut rows: Vec<Row> =
        shown.map(|values| row(values.iter().map(|value| cell(value.shown(lang))).collect())).collect();
    if sheet.rows.len() > ROWS {
        rows.push(Row::group(cell(t!(lang, "stats-more-rows", count = sheet.rows.len() - ROWS))));
    }
    Table { caption: sheet.title.clone(), columns: columns.collect(), rows }
}
