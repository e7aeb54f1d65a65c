//! The control report, and its tables as a workbook.

use crate::View;
use anyhow::Result;
use exchange::{Book, Cell, Column, Sheet};
use jiff::civil::Date;
use locale::Lang;
use report::{Block, Document, Inline, Section, Table};

/// The control report of a department as it stands.
pub fn control_report(view: &View, lang: Lang) -> Document {
    report::control_report(&view.input(lang))
}

/// The tables of a document as a workbook (XLSX) of a day: a sheet each, its words as they are printed.
pub fn workbook(document: &Document, today: Date) -> Result<Vec<u8>> {
    Ok(exchange::xlsx::xlsx(&book(document), document.lang, today)?)
}

fn book(document: &Document) -> Book {
    let mut sheets = Vec::new();
    for section in &document.sections {
        gather(section, &mut sheets);
    }
    Book {
        title: document.title.clone(),
        author: document.department.clone(),
        currency: String::new(),
        sheets,
    }
}

fn gather(section: &Section, sheets: &mut Vec<Sheet>) {
    for block in &section.blocks {
        match block {
            Block::Table(table) => sheets.push(sheet(table, sheets.len())),
            Block::Facts(facts) => {
                let rows = facts
                    .iter()
                    .map(|(name, value)| vec![Cell::text(name.clone()), Cell::text(words(value))]);
                let columns = vec![column("name", &section.title), column("value", "")];
                let key = format!("sheet{}", sheets.len());
                sheets.push(Sheet {
                    key,
                    name: section.title.clone(),
                    columns,
                    fixed: 1,
                    rows: rows.collect(),
                });
            }
            _ => {}
        }
    }
    section.sections.iter().for_each(|section| gather(section, sheets));
}

fn sheet(table: &Table, number: usize) -> Sheet {
    let columns = table.columns.iter().enumerate();
    Sheet {
        key: format!("sheet{number}"),
        name: table.caption.clone(),
        columns: columns.map(|(at, own)| column(&format!("column{at}"), &own.title)).collect(),
        fixed: 1,
        rows: table
            .rows
            .iter()
            .map(|row| row.cells.iter().map(|cell| Cell::text(words(cell))).collect())
            .collect(),
    }
}

fn column(key: &str, title: &str) -> Column {
    Column { key: key.to_owned(), title: title.to_owned() }
}

/// A cell's words; a new line is one.
fn words(cell: &[Inline]) -> String {
    let word = |inline: &Inline| match inline {
        Inline::Text(text)
        | Inline::Strong(text)
        | Inline::Emphasis(text)
        | Inline::Code(text)
        | Inline::Muted(text)
        | Inline::State(_, text)
        | Inline::Web(_, text)
        | Inline::Link(_, text) => text.clone(),
        Inline::Break => "\n".to_owned(),
    };
    cell.iter().map(word).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Clock, demo_clock, demo_files, demo_measurements};
    use control::{Known, Series};
    use std::collections::BTreeMap;

    #[test]
    fn the_report_says_what_is_behind_and_goes_into_a_workbook() {
        let clock: Clock = demo_clock();
        let mut points: BTreeMap<String, Vec<control::Point>> = BTreeMap::new();
        for one in demo_measurements("") {
            let point = control::Point { date: one.date, value: one.value };
            points.entry(one.kpi.to_string()).or_default().push(point);
        }
        let known = points
            .into_iter()
            .map(|(kpi, points)| (kpi, Known { series: Series::new(points), ..Known::default() }));
        let figures = crate::Figures::from(known.collect::<BTreeMap<_, _>>());
        for lang in Lang::ALL {
            let view = View::new(0, demo_files(lang).into(), figures.clone().into(), clock.today());
            let document = control_report(&view, lang);
            assert!(!document.draft && document.title.contains("2026"), "{}", document.title);
            let book = book(&document);
            let red = book.sheets.iter().find(|sheet| sheet.columns.len() == 5).expect("what is red");
            assert!(red.rows.len() >= 2 && red.rows.iter().all(|row| row.len() == 5));
            let bytes = workbook(&document, clock.today()).expect("it is written");
            assert!(bytes.starts_with(b"PK"));
        }
    }
}
