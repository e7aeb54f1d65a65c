//! A KPI's cells as its figures.

use super::lanes::{Spot, Table, text};
use super::{Aggregate, Note, Preview, Problem, RowError, rows};
use crate::period_end;
use department::Element;
use department::model::Kpi;
use jiff::civil::Date;
use std::collections::{BTreeMap, BTreeSet};
use table::{Cell, DecimalMark, Row};

/// A KPI and the table that its figures stand in.
pub struct Figures<'a, 'd> {
    /// The table.
    pub table: &'a Table<'a, 'd>,
    /// The KPI.
    pub kpi: &'d Kpi,
}

/// A value as it was found.
#[derive(Debug, Clone, Copy)]
pub struct Found {
    date: Date,
    row: usize,
    column: usize,
    value: f64,
}

/// A value as it is to be kept.
#[derive(Debug)]
pub struct Placed {
    /// The day.
    pub date: Date,
    /// The rows that it comes from.
    pub rows: Vec<usize>,
    /// The value.
    pub value: f64,
    /// Whether the day is another than the file's.
    pub moved: bool,
}

impl Figures<'_, '_> {
    fn cell(&self, spot: &Spot) -> Option<(&Row, &Cell)> {
        let row = self.table.sheet.rows.get(spot.row)?;
        Some((row, row.cell(spot.column)))
    }

    /// The values with their days and rows, in the order of the file.
    pub fn values(&self, spots: &[Spot], preview: &mut Preview) -> Vec<Found> {
        let filled =
            || spots.iter().filter_map(|spot| self.cell(spot)).filter(|(_, cell)| !rows::is_empty(cell));
        let texts = || filled().filter_map(|(_, cell)| text(cell));
        let mark = table::decimal_mark(texts().map(table::figure), self.table.sheet.delimiter);
        preview.decimal_marks.push((self.kpi.id().to_owned(), texts().next().map(|_| mark)));
        let percent = self.kpi.unit.trim() == "%";
        let share = |cell: &Cell| !text(cell).is_some_and(|text| text.ends_with('%'));
        let (times, mut shares) =
            (if percent && self.table.mapping.shares { 100.0 } else { 1.0 }, Shares::default());
        let mut found = Vec::with_capacity(spots.len());
        for spot in spots {
            let Some((row, cell)) = self.cell(spot) else { continue };
            if rows::is_empty(cell) {
                preview.empty += 1;
                continue;
            }
            // What is counted need not be a number.
            let counted = self.table.mapping.aggregate == Some(Aggregate::Count);
            let value = if counted { Ok(1.0) } else { rows::value(cell, mark, &self.kpi.unit) };
            match (value, spot.day) {
                (Ok(value), Some(date)) => {
                    shares.see(value, share(cell));
                    // 0.07 times a hundred is to be 7 and no hair more.
                    let value =
                        if times > 1.0 && share(cell) { (value * 1e14).round() / 1e12 } else { value };
                    found.push(Found { date, row: row.number, column: spot.column, value });
                }
                (Ok(_), None) => {}
                (Err(problem), _) => preview.errors.push(self.table.error(row, spot.column, problem)),
            }
        }
        if percent && times == 1.0 && shares.all() {
            preview.notes.push(Note::Shares(self.kpi.title().to_owned()));
        }
        self.multiplied(spots, mark, preview);
        found
    }

    /// Tells where the head says thousands and the KPI's unit does not.
    fn multiplied(&self, spots: &[Spot], mark: DecimalMark, preview: &mut Preview) {
        let columns: BTreeSet<usize> = spots.iter().map(|spot| spot.column).collect();
        let scaled =
            |unit: &str| table::amount(&format!("1 {unit}"), mark).is_some_and(|one| one.value > 1.0);
        // A table across has a column a period, and its heads name no units.
        let Some(column) = columns.first().filter(|_| columns.len() == 1) else { return };
        let head = self.table.sheet.head(*column);
        let unit = head.rsplit([',', '(']).next().unwrap_or_default();
        if unit.len() < head.len() && scaled(unit.trim().trim_end_matches(')')) && !scaled(&self.kpi.unit) {
            preview.notes.push(Note::Multiplied(self.table.sheet.name(*column)));
        }
    }

    /// One value a day; the rows behind the first of a day are errors.
    pub fn single(&self, found: Vec<Found>, preview: &mut Preview) -> Vec<Placed> {
        let mut by_day: BTreeMap<Date, Found> = BTreeMap::new();
        for one in found {
            match by_day.get(&one.date) {
                Some(first) => {
                    let problem = Problem::Duplicate { first: first.row, date: one.date };
                    preview.errors.push(self.error(&one, one.date.to_string(), problem));
                }
                None => _ = by_day.insert(one.date, one),
            }
        }
        let placed =
            |(date, one): (Date, Found)| Placed { date, rows: vec![one.row], value: one.value, moved: false };
        by_day.into_iter().map(placed).collect()
    }

    /// One value a period of the KPI's rhythm, of all its rows.
    pub fn aggregated(
        &self,
        mut found: Vec<Found>,
        aggregate: Aggregate,
        preview: &mut Preview,
    ) -> Vec<Placed> {
        found.sort_by_key(|one| (one.date, one.row, one.column));
        let mut periods: BTreeMap<Date, Vec<Found>> = BTreeMap::new();
        for one in found {
            let period = self.kpi.rhythm.map_or(one.date, |rhythm| period_end(one.date, rhythm));
            periods.entry(period).or_default().push(one);
        }
        let mut placed = Vec::with_capacity(periods.len());
        for (date, found) in periods {
            let values: Vec<f64> = found.iter().map(|one| one.value).collect();
            let moved = found.iter().any(|one| one.date != date);
            match (aggregate.over(&values), found.first()) {
                (Some(value), _) => {
                    let mut rows: Vec<usize> = found.iter().map(|one| one.row).collect();
                    rows.dedup();
                    placed.push(Placed { date, rows, value, moved });
                }
                (None, Some(first)) => {
                    preview.errors.push(self.error(first, String::new(), Problem::TooGreat))
                }
                (None, None) => {}
            }
        }
        placed
    }

    fn error(&self, found: &Found, value: String, problem: Problem) -> RowError {
        let column = self.table.sheet.name(found.column);
        RowError { row: found.row, at: found.column, column, value, problem }
    }
}

/// Whether figures in per cent look like shares of one.
#[derive(Default)]
struct Shares {
    seen: usize,
    greater: bool,
    some: bool,
}

impl Shares {
    fn see(&mut self, value: f64, may_be: bool) {
        self.seen += 1;
        self.greater |= !may_be || !(0.0..=1.0).contains(&value);
        self.some |= value > 0.0;
    }

    fn all(&self) -> bool {
        self.seen > 0 && self.some && !self.greater
    }
}
