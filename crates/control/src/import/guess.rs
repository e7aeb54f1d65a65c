//! What the columns of a table seem to be.

use super::lanes::text;
use super::names::{Named, Names};
use super::rows::is_empty;
use super::words::{is_date, is_name, is_total, is_value};
use super::{Aggregate, Form, Headed, Mapping, column};
use crate::period_end;
use department::{Department, Element};
use jiff::civil::Date;
use std::collections::BTreeSet;
use table::{Cell, Row, Sheet};

/// So many rows are looked at.
const LOOKED_AT: usize = 200;

/// What the columns of a table seem to be, by their heads in Russian or English and by what stands in them. A place of
/// the mapping is empty where nothing fits it.
pub fn guess(department: &Department, sheet: &Sheet) -> Mapping {
    let names = Names::new(department, &[]);
    let headed = Headed::new(sheet, &names);
    let seen = Seen { department, names: &names, sheet: &headed };
    let mut mapping = seen.mapping();
    mapping.aggregate = seen.aggregate(&mapping);
    mapping
}

/// What the columns of a table seem to be where a person has said what form it has; the rest is guessed.
pub fn guess_form(department: &Department, sheet: &Sheet, form: Form) -> Mapping {
    let names = Names::new(department, &[]);
    let headed = Headed::new(sheet, &names);
    let seen = Seen { department, names: &names, sheet: &headed };
    let mut mapping = seen.of_form(form);
    mapping.aggregate = seen.aggregate(&mapping);
    mapping
}

struct Seen<'a> {
    department: &'a Department,
    names: &'a Names,
    sheet: &'a Headed<'a>,
}

impl Seen<'_> {
    fn mapping(&self) -> Mapping {
        let periods = self.columns().filter(|at| super::headed::is_period(self.sheet.head(*at))).count();
        if periods > 1 {
            return self.of_form(Form::Across);
        }
        let long = self.of_form(Form::Long);
        if [&long.date, &long.name, &long.value].iter().all(|column| !column.is_empty()) {
            return long;
        }
        self.of_form(Form::Wide)
    }

    fn of_form(&self, form: Form) -> Mapping {
        let mut mapping = Mapping { form, ..Mapping::default() };
        let put = |at: Option<usize>| at.map_or_else(String::new, |at| self.call(at));
        let date = self.date();
        if form == Form::Wide {
            let date = date.or_else(|| self.columns().next());
            mapping.date = put(date);
            let mut taken = BTreeSet::new();
            for at in self.columns().filter(|at| Some(*at) != date) {
                if let Named::Kpi(kpi) = self.names.find(self.sheet.head(at))
                    && taken.insert(kpi)
                    && let Some(kpi) = self.department.kpis.at(kpi)
                {
                    mapping.kpis.push((kpi.id().to_owned(), self.call(at)));
                }
            }
            return mapping;
        }
        let name = self.name(date);
        mapping.name = put(name);
        if form == Form::Long {
            mapping.date = put(date);
            mapping.value = put(self.value(date, name));
        }
        mapping
    }

    fn columns(&self) -> impl Iterator<Item = usize> + use<> {
        0..self.sheet.width.min(table::COLUMNS)
    }

    /// A column by its head, or by its place where another is called the same.
    fn call(&self, at: usize) -> String {
        let name = self.sheet.name(at);
        match column::find(&self.sheet.header, self.sheet.width, &name) {
            Ok(found) if found == at => name,
            _ => format!("#{}", at + 1),
        }
    }

    fn cells(&self, at: usize) -> impl Iterator<Item = &Cell> {
        self.sheet
            .rows
            .iter()
            .take(LOOKED_AT)
            .map(move |row: &Row| row.cell(at))
            .filter(|cell| !is_empty(cell))
    }

    /// The share of a column's cells that are something; nothing of an empty one.
    fn share(&self, at: usize, is: impl Fn(&Cell) -> bool) -> f64 {
        let (fit, all) =
            self.cells(at).fold((0, 0), |(fit, all), cell| (fit + usize::from(is(cell)), all + 1));
        if all == 0 { 0.0 } else { f64::from(fit as u32) / f64::from(all) }
    }

    /// The column of the days: whose cells are days; of several the one whose head says so.
    fn date(&self) -> Option<usize> {
        let days: Vec<usize> = self.columns().filter(|at| self.share(*at, is_day) > 0.6).collect();
        let said = |at: &&usize| is_date(self.sheet.head(**at));
        let by_head =
            || self.columns().find(|at| is_date(self.sheet.head(*at)) && self.cells(*at).next().is_some());
        days.iter().find(said).or(days.first()).copied().or_else(by_head)
    }

    /// The column of KPIs' names: that of the most cells that name one, or that whose head says so.
    fn name(&self, date: Option<usize>) -> Option<usize> {
        let kpi = |cell: &Cell| text(cell).is_some_and(|name| matches!(self.names.find(name), Named::Kpi(_)));
        let columns = || self.columns().filter(|at| Some(*at) != date);
        let most = columns().map(|at| (self.share(at, kpi), at)).filter(|(share, _)| *share > 0.0);
        let most = most.max_by(|one, other| one.0.total_cmp(&other.0).then(other.1.cmp(&one.1)));
        most.map(|(_, at)| at).or_else(|| columns().find(|at| is_name(self.sheet.head(*at))))
    }

    /// The column of values: whose head says so, or the only one of figures that is left.
    fn value(&self, date: Option<usize>, name: Option<usize>) -> Option<usize> {
        let columns = || self.columns().filter(|at| Some(*at) != date && Some(*at) != name);
        let figures: Vec<usize> = columns().filter(|at| self.share(*at, is_figure) > 0.5).collect();
        let said = columns().find(|at| is_value(self.sheet.head(*at)));
        said.or(if let [only] = figures.as_slice() { Some(*only) } else { None })
    }

    /// Last, where each KPI has one figure a period and all are dated to the first day of theirs: `01.03.2026` stands for March
    /// where `01.04.2026` is next, and the aggregation dates it so.
    fn aggregate(&self, mapping: &Mapping) -> Option<Aggregate> {
        let place = |name: &str| column::find(&self.sheet.header, self.sheet.width, name).ok();
        let kpis: Vec<(usize, Vec<Date>)> = match mapping.form {
            Form::Wide => {
                let at = place(&mapping.date)?;
                let days: Vec<Date> = self.sheet.rows.iter().filter_map(|row| as_day(row.cell(at))).collect();
                let number = |id: &str| self.department.kpis.iter().position(|kpi| kpi.id() == id);
                mapping.kpis.iter().filter_map(|(id, _)| Some((number(id)?, days.clone()))).take(50).collect()
            }
            Form::Long => {
                let (date, name) = (place(&mapping.date)?, place(&mapping.name)?);
                let mut kpis: std::collections::BTreeMap<usize, Vec<Date>> = Default::default();
                for row in self.sheet.rows.iter().take(20_000) {
                    if let Named::Kpi(kpi) = self.names.find(&row.cell(name).to_string())
                        && let Some(day) = as_day(row.cell(date))
                    {
                        kpis.entry(kpi).or_default().push(day);
                    }
                }
                kpis.into_iter().collect()
            }
            Form::Across => {
                let heads = self.columns().map(|at| self.sheet.head(at));
                let days: Vec<Date> = heads.filter_map(|head| as_day(&Cell::Text(head.to_owned()))).collect();
                let at = place(&mapping.name)?;
                let rows = self.sheet.rows.iter().take(LOOKED_AT);
                let kpis = rows.filter_map(|row| match self.names.find(&row.cell(at).to_string()) {
                    Named::Kpi(kpi) => Some((kpi, days.clone())),
                    _ => None,
                });
                kpis.collect()
            }
        };
        let mut moved = false;
        for (kpi, days) in kpis {
            let Some(rhythm) = self.department.kpis.at(kpi).and_then(|kpi| kpi.rhythm) else { continue };
            let is_end = |day: &Date| period_end(*day, rhythm) == *day;
            let ends: BTreeSet<Date> = days.iter().map(|day| period_end(*day, rhythm)).collect();
            // A month's figure is none of a week, and what is read on any day is of that day.
            let starts =
                days.len() > 1 && days.iter().all(|day| day.yesterday().is_ok_and(|day| is_end(&day)));
            if ends.len() != days.len() || !(starts || days.iter().all(is_end)) {
                return None;
            }
            moved |= !days.iter().all(is_end);
        }
        moved.then_some(Aggregate::Last)
    }
}

fn as_day(cell: &Cell) -> Option<Date> {
    match cell {
        Cell::Date(date) => Some(*date),
        Cell::Text(text) => table::period(text, table::DateOrder::DayFirst),
        _ => None,
    }
}

fn is_day(cell: &Cell) -> bool {
    match cell {
        Cell::Text(text) => super::headed::is_period(text) || is_total(text),
        cell => matches!(cell, Cell::Date(_)),
    }
}

fn is_figure(cell: &Cell) -> bool {
    match cell {
        Cell::Number(_) => true,
        cell => text(cell).is_some_and(|text| !table::figure(text).is_empty() && !is_day(cell)),
    }
}
