//! A sheet read by a mapping.

use super::{Aggregate, ImportError, Mapping, Problem, RowError, column, rows};
use crate::{Kept, Measurement, Origin, period_end};
use department::model::{Kpi, Rhythm};
use department::{Department, Element};
use jiff::civil::Date;
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;
use table::{Cell, DateOrder, DecimalMark, Sheet};

/// What would be imported.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Preview {
    /// The measurements, by KPI in the order of the mapping, then by day.
    pub measurements: Vec<Measurement>,
    /// What could not be read, in the order of the file.
    pub errors: Vec<RowError>,
    /// How many cells of the chosen columns are empty or say that there is no value.
    pub empty: usize,
    /// How many rows at least one measurement comes from.
    pub rows: usize,
    /// How dates such as `3/4/2026` were read, where there are any.
    pub date_order: Option<DateOrder>,
    /// Each KPI's decimal mark, where its column holds numbers as text.
    pub decimal_marks: Vec<(String, Option<DecimalMark>)>,
}

/// A value with its place: day, row, number.
type Found = (Date, usize, f64);

/// Reads a sheet by a mapping; the rows that could not be read are among the result, not an error.
///
/// `file` and `imported`, an instant as RFC 3339 writes it, are kept with each measurement.
pub fn preview(
    department: &Department,
    sheet: &Sheet,
    mapping: &Mapping,
    file: &str,
    imported: &str,
    today: Date,
) -> Result<Preview, ImportError> {
    if sheet.rows.is_empty() {
        return Err(ImportError::NoRows);
    }
    let width = sheet.rows.iter().map(|row| row.cells.len()).max().unwrap_or(0).max(sheet.header.len());
    let date_at = column::find(&sheet.header, width, &mapping.date)?;
    let chosen = chosen(department, sheet, width, mapping)?;
    let columns: Vec<usize> = chosen.iter().map(|&(_, at)| at).collect();
    let mut preview = Preview::default();
    let days = days(sheet, date_at, &columns, mapping.year, today, &mut preview);
    let mut used = BTreeSet::new();
    let (file, imported) = (Arc::<str>::from(file), Arc::<str>::from(imported));
    for (kpi, at) in chosen {
        let id = Arc::<str>::from(kpi.id());
        let found = values(sheet, at, &days, kpi, mapping.aggregate, &mut preview);
        let measured = match mapping.aggregate {
            Some(aggregate) => {
                aggregated(found, kpi.rhythm, aggregate, &mut preview, &column::name(&sheet.header, at))
            }
            None => single(found, &mut preview, &column::name(&sheet.header, at)),
        };
        for (date, rows, value) in measured {
            let row = if let [row] = rows.as_slice() { u32::try_from(*row).unwrap_or(0) } else { 0 };
            used.extend(rows);
            let origin = Origin { file: Arc::clone(&file), row, ..Origin::default() };
            let (kpi, imported, kept) = (Arc::clone(&id), Arc::clone(&imported), Kept::default());
            preview.measurements.push(Measurement { kpi, date, value, origin, imported, kept });
        }
    }
    preview.rows = used.len();
    preview.errors.sort_by_key(|error| error.row);
    Ok(preview)
}

/// The KPIs of the mapping with the places of their columns.
fn chosen<'a>(
    department: &'a Department,
    sheet: &Sheet,
    width: usize,
    mapping: &Mapping,
) -> Result<Vec<(&'a Kpi, usize)>, ImportError> {
    let mut chosen: Vec<(&Kpi, usize)> = Vec::with_capacity(mapping.kpis.len());
    for (id, name) in &mapping.kpis {
        let kpi = department.kpis.get(id).ok_or_else(|| unknown(department, id))?;
        if chosen.iter().any(|(other, _)| other.id() == id) {
            return Err(ImportError::KpiTwice { id: id.clone() });
        }
        chosen.push((kpi, column::find(&sheet.header, width, name)?));
    }
    if chosen.is_empty() { Err(ImportError::NoKpi) } else { Ok(chosen) }
}

fn unknown(department: &Department, id: &str) -> ImportError {
    let likeness = |other: &str| strsim::jaro_winkler(other, id);
    let near = department.kpis.iter().map(Element::id).max_by(|a, b| likeness(a).total_cmp(&likeness(b)));
    let near = near.filter(|near| likeness(near) > 0.8).map(str::to_owned);
    ImportError::UnknownKpi { id: id.to_owned(), near }
}

/// The day of each row, nothing where it could not be read; a row without any value needs no day.
fn days(
    sheet: &Sheet,
    at: usize,
    columns: &[usize],
    year: Option<i16>,
    today: Date,
    preview: &mut Preview,
) -> Vec<Option<Date>> {
    let texts = || sheet.rows.iter().filter_map(|row| text(row.cell(at)));
    let order = table::date_order(texts());
    preview.date_order = texts().any(table::is_ordered).then_some(order);
    let mut days = Vec::with_capacity(sheet.rows.len());
    for row in &sheet.rows {
        let cell = row.cell(at);
        let day = rows::day(cell, year, order, today);
        let bare = columns.iter().all(|column| rows::is_empty(row.cell(*column)));
        if let (Err(problem), false) = (&day, bare) {
            let column = column::name(&sheet.header, at);
            preview.errors.push(RowError {
                row: row.number,
                column,
                value: cell.to_string(),
                problem: *problem,
            });
        }
        days.push(day.ok());
    }
    days
}

/// The values of a column with their days and rows, in the order of the file.
fn values(
    sheet: &Sheet,
    at: usize,
    days: &[Option<Date>],
    kpi: &Kpi,
    aggregate: Option<Aggregate>,
    preview: &mut Preview,
) -> Vec<Found> {
    let texts =
        || sheet.rows.iter().map(|row| row.cell(at)).filter(|cell| !rows::is_empty(cell)).filter_map(text);
    let mark = table::decimal_mark(texts(), sheet.dialect.delimiter());
    let shown = texts().next().map(|_| mark);
    preview.decimal_marks.push((kpi.id().to_owned(), shown));
    let mut found = Vec::new();
    for (row, day) in sheet.rows.iter().zip(days) {
        let cell = row.cell(at);
        if rows::is_empty(cell) {
            preview.empty += 1;
            continue;
        }
        // What is counted need not be a number.
        let value = if aggregate == Some(Aggregate::Count) { Ok(1.0) } else { rows::value(cell, mark) };
        match (value, day) {
            (Ok(value), Some(day)) => found.push((*day, row.number, value)),
            (Ok(_), None) => {}
            (Err(problem), _) => {
                let column = column::name(&sheet.header, at);
                preview.errors.push(RowError { row: row.number, column, value: cell.to_string(), problem });
            }
        }
    }
    found
}

/// One value a day; the rows behind the first of a day are errors.
fn single(found: Vec<Found>, preview: &mut Preview, column: &str) -> Vec<(Date, Vec<usize>, f64)> {
    let mut by_day: BTreeMap<Date, (usize, f64)> = BTreeMap::new();
    for (day, row, value) in found {
        match by_day.get(&day) {
            Some(&(first, _)) => {
                let problem = Problem::Duplicate { first, date: day };
                preview.errors.push(RowError {
                    row,
                    column: column.to_owned(),
                    value: day.to_string(),
                    problem,
                });
            }
            None => {
                by_day.insert(day, (row, value));
            }
        }
    }
    by_day.into_iter().map(|(day, (row, value))| (day, vec![row], value)).collect()
}

/// One value a period of the KPI's rhythm, of all its rows.
fn aggregated(
    mut found: Vec<Found>,
    rhythm: Option<Rhythm>,
    aggregate: Aggregate,
    preview: &mut Preview,
    column: &str,
) -> Vec<(Date, Vec<usize>, f64)> {
    found.sort_by_key(|&(day, row, _)| (day, row));
    let mut periods: BTreeMap<Date, (Vec<usize>, Vec<f64>)> = BTreeMap::new();
    for (day, row, value) in found {
        let period = rhythm.map_or(day, |rhythm| period_end(day, rhythm));
        let (rows, values) = periods.entry(period).or_default();
        rows.push(row);
        values.push(value);
    }
    let mut measured = Vec::with_capacity(periods.len());
    for (period, (rows, values)) in periods {
        match aggregate.over(&values) {
            Some(value) => measured.push((period, rows, value)),
            None => preview.errors.push(RowError {
                row: rows.first().copied().unwrap_or(0),
                column: column.to_owned(),
                value: String::new(),
                problem: Problem::TooGreat,
            }),
        }
    }
    measured
}

fn text(cell: &Cell) -> Option<&str> {
    match cell {
        Cell::Text(text) => Some(text),
        _ => None,
    }
}

#[cfg(test)]
mod tests;
