//! What was told, for people at a terminal.

use super::{Sheet, Style, Told, Value};
use locale::{Lang, t};

/// How many rows of a table are printed; the rest is in JSON and in the exports.
const ROWS: usize = 60;

/// Title, facts, tables with aligned columns, the reading, the cautions.
pub fn human(told: &Told, lang: Lang) -> String {
    let mut text = format!("{}\n", told.title);
    if !told.facts.is_empty() {
        text.push('\n');
        text.push_str(&pairs(told.facts.iter().map(|(name, value)| (name.as_str(), value.clone()))));
    }
    for sheet in &told.sheets {
        match sheet.style {
            Style::Machine => {}
            Style::Facts => {
                head(&mut text, sheet);
                for row in &sheet.rows {
                    let cells = sheet.heads.iter().zip(row);
                    text.push_str(&pairs(cells.map(|(head, cell)| (head.title.as_str(), cell.shown(lang)))));
                }
                note(&mut text, sheet);
            }
            Style::Rows | Style::People => {
                head(&mut text, sheet);
                text.push_str(&table(sheet, lang));
                note(&mut text, sheet);
            }
        }
    }
    list(&mut text, &t!(lang, "stats-reading"), &told.reading);
    list(&mut text, &t!(lang, "stats-cautions"), &told.cautions);
    text
}

fn head(text: &mut String, sheet: &Sheet) {
    text.push_str(&format!("\n{}\n", sheet.title));
}

fn note(text: &mut String, sheet: &Sheet) {
    if !sheet.note.is_empty() {
        text.push_str(&format!("  {}\n", sheet.note));
    }
}

fn list(text: &mut String, title: &str, items: &[String]) {
    if !items.is_empty() {
        text.push_str(&format!("\n{title}\n"));
        items.iter().for_each(|item| text.push_str(&wrapped(item)));
    }
}

/// An item of a list at 100 signs a line.
fn wrapped(item: &str) -> String {
    let mut text = String::from("  • ");
    let mut used = 4;
    for (at, word) in item.split(' ').enumerate() {
        let wide = width(word);
        if at > 0 && used + 1 + wide > 100 {
            text.push_str("\n    ");
            used = 4;
        } else if at > 0 {
            text.push(' ');
            used += 1;
        }
        text.push_str(word);
        used += wide;
    }
    text.push('\n');
    text
}

fn width(text: &str) -> usize {
    text.chars().count()
}

fn padded(text: &str, wide: usize, right: bool) -> String {
    let space = " ".repeat(wide.saturating_sub(width(text)));
    if right { format!("{space}{text}") } else { format!("{text}{space}") }
}

fn pairs<'a>(pairs: impl Iterator<Item = (&'a str, String)>) -> String {
    let pairs: Vec<_> = pairs.collect();
    let wide = pairs.iter().map(|(name, _)| width(name)).max().unwrap_or(0);
    pairs.iter().map(|(name, value)| format!("  {}  {value}\n", padded(name, wide, false))).collect()
}

fn table(sheet: &Sheet, lang: Lang) -> String {
    let shown: Vec<Vec<String>> =
        sheet.rows.iter().take(ROWS).map(|row| row.iter().map(|cell| cell.shown(lang)).collect()).collect();
    let figures: Vec<bool> = (0..sheet.heads.len())
        .map(|at| sheet.rows.iter().filter_map(|row| row.get(at)).any(Value::is_figure))
        .collect();
    let wide: Vec<usize> = sheet
        .heads
        .iter()
        .enumerate()
        .map(|(at, head)| {
            let cells = shown.iter().filter_map(|row| row.get(at)).map(|cell| width(cell));
            cells.max().unwrap_or(0).max(width(&head.title))
        })
        .collect();
    let line = |cells: &mut dyn Iterator<Item = &str>| {
        let cells = cells.enumerate().map(|(at, cell)| padded(cell, wide[at], figures[at]));
        format!("  {}\n", cells.collect::<Vec<_>>().join("  ").trim_end())
    };
    let mut text = line(&mut sheet.heads.iter().map(|head| head.title.as_str()));
    for row in &shown {
        text.push_str(&line(&mut row.iter().take(wide.len()).map(String::as_str)));
    }
    if sheet.rows.len() > ROWS {
        text.push_str(&format!("  {}\n", t!(lang, "stats-more-rows", count = sheet.rows.len() - ROWS)));
    }
    text
}
