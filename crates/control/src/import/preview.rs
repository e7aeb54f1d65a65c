//! A sheet read by a mapping.

use super::figures::{Figures, Placed};
use super::lanes::Table;
use super::names::Names;
use super::{Form, Headed, ImportError, Mapping, Note, RowError};
use crate::{Kept, Measurement, Origin};
use department::{Department, Element};
use jiff::civil::Date;
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;
use table::{DateOrder, DecimalMark, Sheet};

/// What would be imported.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Preview {
    /// The measurements, by KPI in the order of the mapping (of a wide table) or of the department, then by day.
    pub measurements: Vec<Measurement>,
    /// What could not be read, in the order of the file.
    pub errors: Vec<RowError>,
    /// What else is to be said: what was left out, filled in or taken for something.
    pub notes: Vec<Note>,
    /// What the file calls things that are no KPI of the department, or only nearly one, with so many rows of each; of a
    /// long table and of one across.
    pub unknown: Vec<(String, usize)>,
    /// How many cells of the chosen columns are empty or say that there is no value.
    pub empty: usize,
    /// How many rows at least one measurement comes from.
    pub rows: usize,
    /// How dates such as `3/4/2026` were read, where there are any.
    pub date_order: Option<DateOrder>,
    /// Each KPI's decimal mark, where its column holds numbers as text.
    pub decimal_marks: Vec<(String, Option<DecimalMark>)>,
}

/// So many names that are no KPI's are told; a file may have a million.
const UNKNOWN: usize = 50;

impl Preview {
    /// Tells of names that are no KPI's, and of those that are nearly one's: a person may say what they mean.
    pub(super) fn left_out(&mut self, unknown: BTreeMap<String, usize>, near: BTreeMap<String, usize>) {
        let more = unknown.len().saturating_sub(UNKNOWN);
        for (name, rows) in unknown.into_iter().take(UNKNOWN) {
            self.notes.push(Note::Unknown { name: name.clone(), rows });
            self.unknown.push((name, rows));
        }
        self.notes.extend((more > 0).then_some(Note::MoreUnknown(more)));
        self.unknown.extend(near.into_iter().take(UNKNOWN));
    }
}

/// Reads a sheet by a mapping; the rows that could not be read are among the result, not an error. What a person has
/// said of them is laid over the sheet before: [`super::Mends::on`].
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
    let names = Names::new(department, &mapping.names);
    let headed = Headed::for_mapping(sheet, &names, mapping);
    if headed.rows.is_empty() {
        return Err(ImportError::NoRows);
    }
    let mut preview = Preview::default();
    if headed.above > 0 {
        preview.notes.push(Note::Above(headed.above));
    }
    let table = Table { department, names: &names, sheet: &headed, mapping, today };
    let lanes = match mapping.form {
        Form::Wide => table.wide(&mut preview)?,
        Form::Long => table.long(&mut preview)?,
        Form::Across => table.across(&mut preview)?,
    };
    let mut used = BTreeSet::new();
    let mut settled = false;
    let (file, imported) = (Arc::<str>::from(file), Arc::<str>::from(imported));
    for lane in lanes {
        let id = Arc::<str>::from(lane.kpi.id());
        let figures = Figures { table: &table, kpi: lane.kpi };
        let found = figures.values(&lane.spots, &mut preview);
        let placed = match mapping.aggregate {
            Some(aggregate) => figures.aggregated(found, aggregate, &mut preview),
            None => figures.single(found, &mut preview),
        };
        for Placed { date, rows, value, moved } in placed {
            settled |= moved;
            let row = if let [row] = rows.as_slice() { u32::try_from(*row).unwrap_or(0) } else { 0 };
            used.extend(rows);
            let origin = Origin { file: Arc::clone(&file), row, ..Origin::default() };
            let (kpi, imported, kept) = (Arc::clone(&id), Arc::clone(&imported), Kept::default());
            preview.measurements.push(Measurement { kpi, date, value, origin, imported, kept });
        }
    }
    preview.notes.extend(settled.then_some(Note::Settled));
    preview.rows = used.len();
    preview.errors.sort_by_key(|error| (error.row, error.at));
    Ok(preview)
}

#[cfg(test)]
mod forms;
#[cfg(test)]
mod tests;
