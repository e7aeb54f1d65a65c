//! Where each KPI's figures stand, by the form of the table.

use super::names::Names;
use super::rows::{day, is_empty};
use super::words::is_total;
use super::{Headed, ImportError, Mapping, Note, Preview, Problem, RowError};
use department::model::Kpi;
use department::{Department, Element, formula};
use jiff::civil::Date;
use std::collections::BTreeSet;
use table::{Cell, DateOrder, Row};

/// A cell that may hold a figure.
#[derive(Debug, Clone, Copy)]
pub struct Spot {
    /// The row's place below the heads.
    pub row: usize,
    /// The column.
    pub column: usize,
    /// The day, where it could be read.
    pub day: Option<Date>,
}

/// A KPI with the cells of its figures.
pub struct Lane<'d> {
    /// The KPI.
    pub kpi: &'d Kpi,
    /// Its cells, in the order of the file.
    pub spots: Vec<Spot>,
}

/// What every form reads.
pub struct Table<'a, 'd> {
    /// The department.
    pub department: &'d Department,
    /// Its names.
    pub names: &'a Names,
    /// The sheet.
    pub sheet: &'a Headed<'a>,
    /// What its columns are.
    pub mapping: &'a Mapping,
    /// The day after which nothing can be known.
    pub today: Date,
}

impl<'d> Table<'_, 'd> {
    /// The error of a cell.
    pub fn error(&self, row: &Row, column: usize, problem: Problem) -> RowError {
        let (row, value) = (row.number, row.cell(column).to_string());
        RowError { row, at: column, column: self.sheet.name(column), value, problem }
    }

    /// The order of the days in some cells; told of where it matters.
    pub fn order<'t>(
        &self,
        texts: impl Iterator<Item = &'t str> + Clone,
        preview: &mut Preview,
    ) -> DateOrder {
        let order = table::date_order(texts.clone());
        preview.date_order = texts.clone().any(table::is_ordered).then_some(order);
        order
    }

    /// A row a day, a column a KPI.
    pub fn wide(&self, preview: &mut Preview) -> Result<Vec<Lane<'d>>, ImportError> {
        let at = self.sheet.column(&self.mapping.date)?;
        let chosen = self.chosen()?;
        let columns: Vec<usize> = chosen.iter().map(|&(_, column)| column).collect();
        let order = self.order(self.sheet.rows.iter().filter_map(|row| text(row.cell(at))), preview);
        let mut totals = Vec::new();
        let mut days: Vec<(usize, Option<Date>)> = Vec::with_capacity(self.sheet.rows.len());
        for (place, row) in self.sheet.rows.iter().enumerate() {
            let cell = row.cell(at);
            if text(cell).is_some_and(is_total) {
                totals.push(row.number);
                continue;
            }
            let filled = || columns.iter().filter(|column| !is_empty(row.cell(**column)));
            let read = day(cell, self.mapping.year, order, self.today);
            if let Err(problem) = &read
                && filled().next().is_some()
            {
                let words = filled().all(|column| text(row.cell(*column)).is_some_and(is_word));
                if place == 0 && *cell == Cell::Empty && words {
                    preview.notes.push(Note::Units(row.number));
                    continue;
                }
                preview.errors.push(self.error(row, at, problem.clone()));
            }
            days.push((place, read.ok()));
        }
        if !totals.is_empty() {
            preview.notes.push(Note::Totals(totals));
        }
        let lane = |(kpi, column): (&'d Kpi, usize)| Lane {
            kpi,
            spots: days.iter().map(|&(row, day)| Spot { row, column, day }).collect(),
        };
        Ok(chosen.into_iter().map(lane).collect())
    }

    /// The KPIs of the mapping with the places of their columns.
    fn chosen(&self) -> Result<Vec<(&'d Kpi, usize)>, ImportError> {
        let mut chosen: Vec<(&Kpi, usize)> = Vec::with_capacity(self.mapping.kpis.len());
        let mut seen = BTreeSet::new();
        for (id, name) in &self.mapping.kpis {
            let kpi = self.department.kpis.get(id).ok_or_else(|| unknown(self.department, id))?;
            if formula::of(kpi).is_some() {
                return Err(ImportError::Computed { id: id.clone() });
            }
            if !seen.insert(id) {
                return Err(ImportError::KpiTwice { id: id.clone() });
            }
            chosen.push((kpi, self.sheet.column(name)?));
        }
        if chosen.is_empty() { Err(ImportError::NoKpi) } else { Ok(chosen) }
    }

    /// The KPI of a number.
    pub fn kpi(&self, at: usize) -> Option<&'d Kpi> {
        self.department.kpis.at(at)
    }

    /// Lanes of the KPIs that have cells, in the order of the department.
    pub fn lanes(&self, spots: Vec<Vec<Spot>>) -> Result<Vec<Lane<'d>>, ImportError> {
        let filled = self.department.kpis.iter().zip(spots).filter(|(_, spots)| !spots.is_empty());
        let lanes: Vec<Lane<'d>> = filled.map(|(kpi, spots)| Lane { kpi, spots }).collect();
        if lanes.is_empty() { Err(ImportError::NoneNamed) } else { Ok(lanes) }
    }
}

fn unknown(department: &Department, id: &str) -> ImportError {
    let likeness = |other: &str| strsim::jaro_winkler(other, id);
    let near = department.kpis.iter().map(Element::id).max_by(|a, b| likeness(a).total_cmp(&likeness(b)));
    let near = near.filter(|near| likeness(near) > 0.8).map(str::to_owned);
    ImportError::UnknownKpi { id: id.to_owned(), near }
}

/// The text of a cell that is text.
pub fn text(cell: &Cell) -> Option<&str> {
    match cell {
        Cell::Text(text) => Some(text),
        _ => None,
    }
}

/// Whether a text begins with no figure.
fn is_word(text: &str) -> bool {
    table::figure(text).is_empty()
}
