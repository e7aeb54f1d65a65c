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

/// What rows take from those above, as with merged cells, and what is to be told of that.
struct Above {
    days: Block<Date>,
    names: Block<Named>,
    /// Whether blank cells of the two columns look merged at all.
    fill: (bool, bool),
    filled_days: Vec<usize>,
    filled_names: Vec<usize>,
    totals: Vec<usize>,
}

impl Above {
    /// A row of totals ends what was above.
    fn total(&mut self, row: usize) {
        self.totals.push(row);
        (self.days, self.names) = (Block::default(), Block::default());
    }

    /// The KPI of a row: its own, or where its cell is blank the one above.
    fn name(&mut self, row: usize, own: Option<Named>, read: &Result<Date, Problem>) -> Option<Named> {
        let day = read.as_ref().ok().map(|day| number(*day));
        if own.is_some() {
            self.names.begin(own, row, day);
            return own;
        }
        let above = day.filter(|_| self.fill.1).and_then(|day| self.names.next(row, day));
        above.inspect(|_| self.filled_names.push(row))
    }

    /// The day of a row: its own, or where its cell is blank the one above.
    fn day(&mut self, row: usize, own: Result<Date, Problem>, name: Option<Named>) -> Result<Date, Problem> {
        let kpi = name.and_then(|name| if let Named::Kpi(at) = name { Some(at as u64) } else { None });
        match (&own, kpi) {
            (Err(Problem::NoDate), Some(kpi)) if self.fill.0 => {
                let above = self.days.next(row, kpi);
                above.inspect(|_| self.filled_days.push(row)).ok_or(Problem::NoDate)
            }
            (Err(Problem::NoDate), _) => {
                self.days.last = row;
                own
            }
            _ => {
                self.days.begin(own.as_ref().ok().copied(), row, kpi);
                own
            }
        }
    }

    /// Takes back what was said of a row that has no value.
    fn blank(&mut self, row: usize) {
        for rows in [&mut self.filled_days, &mut self.filled_names] {
            rows.pop_if(|last| *last == row);
        }
    }

    fn tell(self, preview: &mut Preview) {
        for (rows, note) in [
            (self.totals, Note::Totals as fn(Vec<usize>) -> Note),
            (self.filled_days, Note::FilledDays),
            (self.filled_names, Note::FilledNames),
        ] {
            preview.notes.extend((!rows.is_empty()).then(|| note(rows)));
        }
    }
}

impl<'d> Table<'_, 'd> {
    /// A row a figure.
    pub fn long(&self, preview: &mut Preview) -> Result<Vec<Lane<'d>>, ImportError> {
        let column = |name: &str| self.sheet.column(name);
        let (date, name, value) =
            (column(&self.mapping.date)?, column(&self.mapping.name)?, column(&self.mapping.value)?);
        let order = self.order(self.sheet.rows.iter().filter_map(|row| text(row.cell(date))), preview);
        let mut spots: Vec<Vec<Spot>> = vec![Vec::new(); self.department.kpis.len()];
        let mut above = Above {
            days: Block::default(),
            names: Block::default(),
            fill: (self.is_merged(date), self.is_merged(name)),
            filled_days: Vec::new(),
            filled_names: Vec::new(),
            totals: Vec::new(),
        };
        let (mut unknown, mut slips) = (BTreeMap::<String, usize>::new(), BTreeMap::<String, usize>::new());
        // The same names come in every other row.
        let mut named: BTreeMap<String, Named> = BTreeMap::new();
        for (place, row) in self.sheet.rows.iter().enumerate() {
            let cell = row.cell(name);
            let found = *named.entry(cell.to_string()).or_insert_with_key(|name| self.names.find(name));
            let is_total = || [date, name].iter().any(|at| text(row.cell(*at)).is_some_and(is_total));
            if !matches!(found, Named::Kpi(_)) && is_total() {
                above.total(row.number);
                continue;
            }
            let own = (*cell != Cell::Empty).then_some(found);
            let read = self.day(row, date, order);
            let found = above.name(row.number, own, &read);
            let read = above.day(row.number, read, found);
            if is_empty(row.cell(value)) {
                above.blank(row.number);
                preview.empty += 1;
                continue;
            }
            match found {
                Some(Named::Kpi(kpi)) => {
                    if let Err(problem) = &read {
                        preview.errors.push(self.error(row, date, problem.clone()));
                    }
                    let spot = Spot { row: place, column: value, day: read.ok() };
                    spots.get_mut(kpi).into_iter().for_each(|spots| spots.push(spot));
                }
                Some(Named::LeftOut | Named::Unknown) => *unknown.entry(cell.to_string()).or_default() += 1,
                Some(Named::Near(near)) => {
                    *slips.entry(cell.to_string()).or_default() += 1;
                    let near = self.kpi(near).map_or_else(String::new, |kpi| kpi.title().to_owned());
                    preview.errors.push(self.error(row, name, Problem::UnknownKpi { near }));
                }
                None => preview.errors.push(self.error(row, name, Problem::NoKpi)),
            }
        }
        above.tell(preview);
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
