//! An answer on a page.

use locale::Lang;
use study::{Answer, Picture, Sheet, Style, Told};

/// So many rows of a table are shown; the rest is in the files that can be taken along.
const ROWS: usize = 100;

/// An answer on a page.
pub(super) struct Shown {
    pub title: String,
    pub facts: Vec<(String, String)>,
    pub reading: Vec<String>,
    pub cautions: Vec<String>,
    pub pictures: Vec<Picture>,
    pub tables: Vec<Table>,
}

/// A table of it.
pub(super) struct Table {
    pub title: String,
    pub note: String,
    /// Heads, and whether figures stand under them.
    pub heads: Vec<(String, bool)>,
    /// Cells, and whether each is a figure.
    pub rows: Vec<Vec<(String, bool)>>,
    /// How many rows are not shown.
    pub more: usize,
}

impl Shown {
    /// An answer in the reader's language.
    pub fn of(answer: &dyn Answer, lang: Lang) -> Self {
        let Told { title, facts, sheets, reading, cautions, .. } = answer.tell(lang);
        let tables = sheets.iter().filter(|sheet| sheet.style != Style::Machine && !sheet.rows.is_empty());
        Shown {
            title,
            facts,
            reading,
            cautions,
            pictures: answer.pictures(lang),
            tables: tables.map(|sheet| table(sheet, lang)).collect(),
        }
    }
}

fn table(sheet: &Sheet, lang: Lang) -> Table {
    if sheet.style == Style::Facts {
        let cells = sheet.heads.iter().zip(sheet.rows.iter().flatten());
        let rows = cells.map(|(head, cell)| vec![(head.title.clone(), false), (cell.shown(lang), true)]);
        let (title, note) = (sheet.title.clone(), sheet.note.clone());
        return Table { title, note, heads: Vec::new(), rows: rows.collect(), more: 0 };
    }
    let figures = |at: usize| sheet.rows.iter().filter_map(|row| row.get(at)).any(study::Value::is_figure);
    let heads: Vec<(String, bool)> =
        sheet.heads.iter().enumerate().map(|(at, head)| (head.title.clone(), figures(at))).collect();
    let row = |row: &Vec<study::Value>| {
        row.iter().zip(&heads).map(|(cell, (_, figure))| (cell.shown(lang), *figure)).collect()
    };
    Table {
        title: sheet.title.clone(),
        note: sheet.note.clone(),
        rows: sheet.rows.iter().take(ROWS).map(row).collect(),
        more: sheet.rows.len().saturating_sub(ROWS),
        heads,
    }
}
