//! A row a figure: its day, its KPI, its value.

use super::lanes::{Lane, Spot, Table, text};
use super::names::Named;
use super::rows::{day, is_empty};
use super::words::is_total;
use super::{ImportError, Note, Preview, Problem};
use department::Element;
use jiff::civil::Date;
use std::collections::{BTreeMap, BTreeSet};
use table::{Cell, DateOrder, Row};

/// The rows since the last that had what others leave blank.
struct Block<T> {
    /// What it had; nothing where it could not be read.
    value: Option<T>,
    /// The number of its last row.
    last: usize,
    /// What must not come twice in it.
    seen: BTreeSet<u64>,
}

impl<T> Default for Block<T> {
    fn default() -> Self {
        Block { value: None, last: 0, seen: BTreeSet::new() }
    }
}

impl<T: Copy> Block<T> {
    /// Begins anew with a row.
    fn begin(&mut self, value: Option<T>, row: usize, seen: Option<u64>) {
        *self = Block { value, last: row, seen: seen.into_iter().collect() };
    }

    /// What the block's first row had, where this row clearly is of it: next below, and not a second one of its kind.
    fn next(&mut self, row: usize, seen: u64) -> Option<T> {
        let fits = row == self.last + 1 && self.seen.insert(seen);
        self.last = row;
        if !fits {
            self.value = None;
        }
        self.value
    }
}

/// The columns.
#[derive(Clone, Copy)]
struct At {
    date: usize,
    name: usize,
    value: usize,
}

impl<'d> Table<'_, 'd> {
    /// A row a figure.
    pub fn long(&self, preview: &mut Preview) -> Result<Vec<Lane<'d>>, ImportError> {
        let column = |name: &str| self.sheet.column(name);
        let mapping = self.mapping;
        let at =
            At { date: column(&mapping.date)?, name: column(&mapping.name)?, value: column(&mapping.value)? };
        let order = self.order(self.sheet.rows.iter().filter_map(|row| text(row.cell(at.date))), preview);
        let mut spots: Vec<Vec<Spot>> = vec![Vec::new(); self.department.kpis.len()];
        let (fill_days, fill_names) = (self.is_merged(at.date), self.is_merged(at.name));
        let (mut days, mut kpis) = (Block::<Date>::default(), Block::<Named>::default());
        let (mut totals, mut filled_days, mut filled_names) = (Vec::new(), Vec::new(), Vec::new());
        let (mut unknown, mut slips) = (BTreeMap::<String, usize>::new(), BTreeMap::<String, usize>::new());
        // The same names and days come in every other row.
        let mut named: BTreeMap<String, Named> = BTreeMap::new();
        for (place, row) in self.sheet.rows.iter().enumerate() {
            let name = row.cell(at.name).to_string();
            let found = *named.entry(name).or_insert_with_key(|name| self.names.find(name));
            let kpi = matches!(found, Named::Kpi(_));
            if !kpi && [at.date, at.name].iter().any(|column| text(row.cell(*column)).is_some_and(is_total)) {
                totals.push(row.number);
                (days, kpis) = (Block::default(), Block::default());
                continue;
            }
            let read = self.day(row, at.date, order);
            let blank = is_empty(row.cell(at.value));
            let found = match row.cell(at.name) {
                Cell::Empty => {
                    let own = read.as_ref().ok().map(|day| number(*day));
                    let above = own.filter(|_| fill_names).and_then(|day| kpis.next(row.number, day));
                    above.inspect(|_| filled_names.extend((!blank).then_some(row.number)))
                }
                _ => {
                    kpis.begin(Some(found), row.number, read.as_ref().ok().map(|day| number(*day)));
                    Some(found)
                }
            };
            let read = match (&read, found) {
                (Err(Problem::NoDate), Some(Named::Kpi(kpi))) if fill_days => {
                    let above = days.next(row.number, kpi as u64);
                    above
                        .inspect(|_| filled_days.extend((!blank).then_some(row.number)))
                        .ok_or(Problem::NoDate)
                }
                (Err(Problem::NoDate), _) => {
                    days.last = row.number;
                    read
                }
                _ => {
                    let seen = found
                        .and_then(|found| if let Named::Kpi(at) = found { Some(at as u64) } else { None });
                    days.begin(read.as_ref().ok().copied(), row.number, seen);
                    read
                }
            };
            if blank {
                preview.empty += 1;
                continue;
            }
            let kpi = match found {
                Some(Named::Kpi(kpi)) => kpi,
                Some(Named::LeftOut | Named::Unknown) => {
                    *unknown.entry(row.cell(at.name).to_string()).or_default() += 1;
                    continue;
                }
                Some(Named::Near(near)) => {
                    *slips.entry(row.cell(at.name).to_string()).or_default() += 1;
                    let near = self.kpi(near).map_or_else(String::new, |kpi| kpi.title().to_owned());
                    preview.errors.push(self.error(row, at.name, Problem::UnknownKpi { near }));
                    continue;
                }
                None => {
                    preview.errors.push(self.error(row, at.name, Problem::NoKpi));
                    continue;
                }
            };
            if let Err(problem) = &read {
                preview.errors.push(self.error(row, at.date, problem.clone()));
            }
            if let Some(spots) = spots.get_mut(kpi) {
                spots.push(Spot { row: place, column: at.value, day: read.ok() });
            }
        }
        for (rows, note) in [
            (totals, Note::Totals as fn(Vec<usize>) -> Note),
            (filled_days, Note::FilledDays),
            (filled_names, Note::FilledNames),
        ] {
            preview.notes.extend((!rows.is_empty()).then(|| note(rows)));
        }
        preview.left_out(unknown, slips);
        self.lanes(spots)
    }

    fn day(&self, row: &Row, column: usize, order: DateOrder) -> Result<Date, Problem> {
        day(row.cell(column), self.mapping.year, order, self.today)
    }

    /// Whether a column looks as if its cells were merged block by block: some are blank below others, and nowhere does
    /// a row say again what the row above has just said.
    fn is_merged(&self, column: usize) -> bool {
        let pairs = || self.sheet.rows.iter().zip(self.sheet.rows.iter().skip(1));
        let again = |(one, next): (&Row, &Row)| {
            *one.cell(column) != Cell::Empty && one.cell(column) == next.cell(column)
        };
        !pairs().any(again)
    }
}

/// A day as a number of its own.
fn number(day: Date) -> u64 {
    let part = |part: i16| u64::try_from(part).unwrap_or(0);
    part(day.year()) * 500 + part(day.day_of_year())
}
