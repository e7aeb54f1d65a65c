//! A row a KPI, a column a day or a period.

use super::headed::is_period;
use super::lanes::{Lane, Spot, Table, text};
use super::names::Named;
use super::rows::{day, is_empty};
use super::words::is_total;
use super::{ImportError, Note, Preview, Problem, RowError};
use department::Element;
use jiff::civil::Date;
use std::collections::BTreeMap;
use table::{Cell, Row};

impl<'d> Table<'_, 'd> {
    /// A row a KPI.
    pub fn across(&self, preview: &mut Preview) -> Result<Vec<Lane<'d>>, ImportError> {
        let at = self.sheet.column(&self.mapping.name)?;
        let days = self.periods(at, preview)?;
        let mut spots: Vec<Vec<Spot>> = vec![Vec::new(); self.department.kpis.len()];
        let mut totals = Vec::new();
        let (mut unknown, mut slips) = (BTreeMap::<String, usize>::new(), BTreeMap::<String, usize>::new());
        for (place, row) in self.sheet.rows.iter().enumerate() {
            let name = row.cell(at).to_string();
            let filled = days.iter().any(|(column, _)| !is_empty(row.cell(*column)));
            let kpi = match self.names.find(&name) {
                Named::Kpi(kpi) => kpi,
                _ if is_total(&name) => {
                    totals.push(row.number);
                    continue;
                }
                // A line that only heads those below it.
                _ if !filled => continue,
                Named::Near(near) => {
                    *slips.entry(name.clone()).or_default() += 1;
                    let near = self.kpi(near).map_or_else(String::new, |kpi| kpi.title().to_owned());
                    preview.errors.push(self.error(row, at, Problem::UnknownKpi { near }));
                    continue;
                }
                _ if name.is_empty() => {
                    preview.errors.push(self.error(row, at, Problem::NoKpi));
                    continue;
                }
                Named::LeftOut | Named::Unknown => {
                    *unknown.entry(name).or_default() += 1;
                    continue;
                }
            };
            if let Some(spots) = spots.get_mut(kpi) {
                spots.extend(days.iter().map(|&(column, day)| Spot { row: place, column, day }));
            }
        }
        preview.notes.extend((!totals.is_empty()).then_some(Note::Totals(totals)));
        preview.left_out(unknown, slips);
        self.lanes(spots)
    }

    /// The columns of periods, with the day that each is dated to. What stands between two of them and names none is an
    /// error where it holds figures; what stands at their sides is left out and told.
    fn periods(&self, name: usize, preview: &mut Preview) -> Result<Vec<(usize, Option<Date>)>, ImportError> {
        let order = self.order(self.sheet.header.iter().map(String::as_str), preview);
        let read: Vec<Result<Date, Problem>> = (0..self.sheet.width)
            .map(|at| match self.sheet.head(at) {
                "" => Err(Problem::NoDate),
                head => day(&Cell::Text(head.to_owned()), self.mapping.year, order, self.today),
            })
            .collect();
        let meant =
            |at: &usize| *at != name && read.get(*at).is_some_and(|read| says(read, self.sheet.head(*at)));
        let (Some(first), Some(last)) = ((0..read.len()).find(meant), (0..read.len()).rfind(meant)) else {
            let bare = self.sheet.header.iter().any(|head| is_period(head));
            return Err(if bare { ImportError::NoYear } else { ImportError::NoPeriods });
        };
        if !read.iter().any(Result::is_ok) && read.contains(&Err(Problem::MonthAlone)) {
            return Err(ImportError::NoYear);
        }
        let (mut days, mut others) = (Vec::new(), Vec::new());
        for (at, read) in read.into_iter().enumerate().filter(|(at, _)| *at != name) {
            let head = self.sheet.head(at);
            let figures = || self.sheet.rows.iter().any(|row: &Row| is_figure(row.cell(at)));
            match read {
                Ok(day) => days.push((at, Some(day))),
                Err(_) if is_total(head) => others.push(self.sheet.name(at)),
                Err(problem) if (first..=last).contains(&at) && figures() => {
                    let value = head.to_owned();
                    let column = self.sheet.name(at);
                    preview.errors.push(RowError { row: self.sheet.row, at, column, value, problem });
                }
                Err(_) if !head.is_empty() => others.push(self.sheet.name(at)),
                Err(_) => {}
            }
        }
        preview.notes.extend((!others.is_empty()).then_some(Note::Columns(others)));
        Ok(days)
    }
}

/// Whether a head is meant for a period, well or badly.
fn says(read: &Result<Date, Problem>, head: &str) -> bool {
    read.is_ok() || matches!(read, Err(Problem::DateOutOfRange | Problem::MonthAlone)) || is_period(head)
}

fn is_figure(cell: &Cell) -> bool {
    match cell {
        Cell::Number(_) => true,
        cell => text(cell).is_some_and(|text| !table::figure(text).is_empty()),
    }
}
