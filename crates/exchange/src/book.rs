//! Every table of a department, its heads and words in the reader's language.

use crate::Source;
use crate::cell::{Cell, Words, ids};
use crate::path::{Path, paths};
use crate::records::{Record, Records};
use department::edit::Value;
use department::element::FieldSpec;
use department::labels::{kind_name, kind_plural};
use department::model::schema;
use department::{Element, Kind};
use locale::t;

/// All tables.
#[derive(Debug, Clone, PartialEq)]
pub struct Book {
    /// The department's name.
    pub title: String,
    /// The organisation's.
    pub author: String,
    /// ISO 4217 code of the currency.
    pub currency: String,
    /// The tables, in the order of the texts; then the targets and the figures of the KPIs.
    pub sheets: Vec<Sheet>,
}

/// A table.
#[derive(Debug, Clone, PartialEq)]
pub struct Sheet {
    /// The word that it is known by in addresses and file names: `goal`.
    pub key: String,
    /// Its name.
    pub name: String,
    /// Its columns.
    pub columns: Vec<Column>,
    /// How many of the first columns say which element a row is about.
    pub fixed: usize,
    /// Its rows: as many cells as there are columns.
    pub rows: Vec<Vec<Cell>>,
}

/// A column.
#[derive(Debug, Clone, PartialEq)]
pub struct Column {
    /// The word that it is known by: `owner`, `owner.id`.
    pub key: String,
    /// Its head.
    pub title: String,
}

impl Book {
    /// Every table of a department.
    pub fn of(source: &Source<'_>) -> Self {
        let records = Records::of(source.files);
        let words = Words { records: &records, lang: source.lang };
        let about = &source.department.about;
        let mut sheets = vec![alone(source, &words)];
        for (_, table, fields) in schema() {
            if Kind::ALL.iter().any(|kind| kind.key() == table) {
                sheets.push(kind(source, &words, table, fields));
            }
        }
        sheets.push(targets(source));
        sheets.push(figures(source));
        Book {
            title: about.name.clone(),
            author: about.organisation.clone(),
            currency: about.currency.clone(),
            sheets,
        }
    }

    /// The table of a word.
    pub fn sheet(&self, key: &str) -> Option<&Sheet> {
        self.sheets.iter().find(|sheet| sheet.key == key)
    }
}

impl Source<'_> {
    fn column(&self, key: &str) -> Column {
        Column { key: key.to_owned(), title: t!(self.lang, &format!("exchange-col-{key}")) }
    }
}

/// The elements of a kind: id and name first, then each field; beside what names other elements stand their ids.
fn kind(source: &Source<'_>, words: &Words<'_>, table: &str, fields: &'static [FieldSpec]) -> Sheet {
    let paths = paths(fields);
    let mut columns = vec![source.column("id")];
    for path in &paths {
        let (key, title) = (path.key(), path.name(source.lang, table));
        let names = path.names().map(|_| Column { key: format!("{key}.id"), title: format!("{title}, id") });
        columns.push(Column { key, title });
        columns.extend(names);
    }
    let row = |record: &Record| {
        let mut row = vec![Cell::text(&*record.id)];
        for path in &paths {
            let value = value_at(record, path);
            row.push(value.map_or(Cell::Empty, |value| cell(words, table, record, path, value)));
            if path.names().is_some() {
                row.push(value.map_or(Cell::Empty, |value| Cell::text(ids(value))));
            }
        }
        row
    };
    let rows = words.records.table(table).iter().map(row).collect();
    Sheet { key: table.to_owned(), name: kind_plural(source.lang, table), columns, fixed: 2, rows }
}

fn cell(words: &Words<'_>, table: &str, record: &Record, path: &Path, value: &Value) -> Cell {
    match value {
        Value::Number(number) if path.has_unit(table) => Cell::figure(*number, unit(record)),
        value => words.cell(table, path, value),
    }
}

fn unit(record: &Record) -> &str {
    record.get("unit").and_then(Value::as_text).unwrap_or_default()
}

/// The value of a column in a record.
pub(crate) fn value_at<'a>(record: &'a Record, path: &Path) -> Option<&'a Value> {
    match (record.get(path.field)?, path.part) {
        (value, None) => Some(value),
        (Value::Record(fields), Some(part)) => {
            fields.iter().find(|(key, _)| key == part).map(|(_, value)| value)
        }
        _ => None,
    }
}

/// The tables that stand alone, a row a field.
fn alone(source: &Source<'_>, words: &Words<'_>) -> Sheet {
    let mut rows = Vec::new();
    for (_, table, fields) in schema() {
        if Kind::ALL.iter().any(|kind| kind.key() == table) {
            continue;
        }
        for record in words.records.table(table) {
            for path in paths(fields) {
                let Some(value) = value_at(record, &path) else { continue };
                let of = Cell::text(kind_name(source.lang, table));
                rows.push(vec![
                    of,
                    Cell::text(path.name(source.lang, table)),
                    cell(words, table, record, &path, value),
                ]);
            }
        }
    }
    let columns = ["table", "field", "value"].map(|key| source.column(key)).into();
    Sheet { key: "about".to_owned(), name: t!(source.lang, "exchange-sheet-about"), columns, fixed: 2, rows }
}

/// The targets of the KPIs, a row a target, with what was read for it.
fn targets(source: &Source<'_>) -> Sheet {
    let mut rows = Vec::new();
    for kpi in source.department.kpis.iter() {
        for target in &kpi.targets {
            rows.push(vec![
                Cell::text(kpi.title()),
                Cell::text(kpi.id()),
                Cell::text(kpi.unit.clone()),
                Cell::Date(target.date),
                Cell::figure(target.value, &kpi.unit),
            ]);
        }
    }
    let columns = ["kpi", "kpi-id", "unit", "date", "target"].map(|key| source.column(key)).into();
    Sheet {
        key: "targets".to_owned(),
        name: t!(source.lang, "exchange-sheet-targets"),
        columns,
        fixed: 1,
        rows,
    }
}

/// The figures of the KPIs, each with where it is known from. Figures of a KPI that the department no longer has are
/// among them.
fn figures(source: &Source<'_>) -> Sheet {
    let mut rows = Vec::new();
    for (id, measurements) in source.measurements {
        let kpi = source.department.kpis.get(id);
        let (title, unit) = kpi.map_or((&**id, ""), |kpi| (kpi.title(), &*kpi.unit));
        for one in measurements {
            let row = Some(one.origin.row).filter(|row| *row > 0);
            rows.push(vec![
                Cell::text(title),
                Cell::text(&**id),
                Cell::text(unit),
                Cell::Date(one.date),
                Cell::figure(one.value, unit),
                Cell::text(&*one.origin.file),
                row.map_or(Cell::Empty, |row| Cell::Number(f64::from(row))),
                Cell::text(t!(source.lang, if one.origin.synthetic { "word-yes" } else { "word-no" })),
                Cell::text(&*one.imported),
            ]);
        }
    }
    let columns = ["kpi", "kpi-id", "unit", "date", "reading", "file", "row", "synthetic", "imported"];
    let columns = columns.map(|key| source.column(key)).into();
    Sheet {
        key: "figures".to_owned(),
        name: t!(source.lang, "exchange-sheet-figures"),
        columns,
        fixed: 1,
        rows,
    }
}
