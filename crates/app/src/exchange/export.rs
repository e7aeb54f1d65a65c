//! The department's tables, days and whole, as files.

use crate::{Rendered, View};
use anyhow::Result;
use control::Measurement;
use exchange::{Book, csv, ics, json, xlsx};
use locale::Lang;
use std::collections::BTreeMap;

/// Measurements with their origins, by KPI, as the store has them.
type Measured = BTreeMap<String, Vec<Measurement>>;

/// A form in which the department as a whole is taken out.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Export {
    /// Every table, a sheet each.
    Xlsx,
    /// Every table as text, in one archive.
    Csv,
    /// The days of actions and KPIs.
    Ics,
    /// Everything, for programs.
    Json,
}

impl Export {
    /// All forms.
    pub const ALL: [Export; 4] = [Export::Xlsx, Export::Csv, Export::Ics, Export::Json];

    /// The word by which it is asked for.
    pub const fn word(self) -> &'static str {
        match self {
            Export::Xlsx => "xlsx",
            Export::Csv => "csv",
            Export::Ics => "ics",
            Export::Json => "json",
        }
    }

    /// The form of a word.
    pub fn of(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|export| export.word() == word)
    }

    /// The ending of its files.
    pub const fn ending(self) -> &'static str {
        match self {
            Export::Csv => "csv.zip",
            other => other.word(),
        }
    }

    /// Its media type.
    pub const fn media_type(self) -> &'static str {
        match self {
            Export::Xlsx => "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
            Export::Csv => "application/zip",
            Export::Ics => "text/calendar; charset=utf-8",
            Export::Json => "application/json",
        }
    }
}

/// The department in a form; a calendar may be of what one person owes.
pub fn export(
    view: &View,
    measurements: &Measured,
    form: Export,
    lang: Lang,
    person: Option<&str>,
) -> Result<Rendered> {
    let source = view.source(measurements, lang);
    let content = match form {
        Export::Xlsx => xlsx::xlsx(&Book::of(&source), lang, view.today)?,
        Export::Csv => csv::archive(&Book::of(&source), lang)?,
        Export::Ics => ics::ics(&source, person).into_bytes(),
        Export::Json => json::json(&source)?,
    };
    Ok(Rendered { name: format!("department.{lang}.{}", form.ending()), content })
}

/// One table as CSV, by its word: `action`, `targets`; nothing where there is no such table.
pub fn export_table(view: &View, measurements: &Measured, table: &str, lang: Lang) -> Option<Rendered> {
    let book = Book::of(&view.source(measurements, lang));
    let sheet = book.sheet(table)?;
    Some(Rendered { name: format!("{table}.{lang}.csv"), content: csv::csv(sheet, lang) })
}
