//! Two tables side by side.

use super::group::sortable;
use crate::dataset::rows::IN_MEMORY;
use crate::{Column, Dataset, TableError, Values};
use foldhash::HashMap;

/// What becomes of a row on the left.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Join {
    /// It stays where it has a partner.
    Inner,
    /// It stays in any case.
    Left,
    /// It stays, beside the last row on the right whose key is no greater: the price of that day.
    AsOf,
}

impl Dataset {
    /// Sets the rows of another table beside those of this one that have the same key, as a rule a day. A row with several partners
    /// comes as often. Both are taken into memory; the other's key column is left out.
    pub fn join(
        &self,
        other: &Dataset,
        key: &str,
        other_key: &str,
        how: Join,
    ) -> Result<Dataset, TableError> {
        let (left, right) = (self.column(key)?, other.column(other_key)?);
        let (own, theirs) = (&self.columns()[left], &other.columns()[right]);
        if own.kind.has_levels() != theirs.kind.has_levels() || (how == Join::AsOf && own.kind.has_levels()) {
            return Err(TableError::WrongKind { column: theirs.name.clone(), kind: theirs.kind });
        }
        // Words are the same by their letters and not by their codes.
        let levels = self.levels(left)?;
        let codes: HashMap<&str, f64> =
            levels.iter().zip(0u32..).map(|(level, at)| (level.as_str(), f64::from(at))).collect();
        let their_levels = other.levels(right)?;
        let in_ours = |value: f64| match their_levels.get(value as usize) {
            Some(level) if theirs.kind.has_levels() && !value.is_nan() => {
                codes.get(level.as_str()).copied().unwrap_or(f64::NAN)
            }
            _ => value,
        };
        let their_keys: Vec<f64> = other.values(right)?.figures.into_iter().map(in_ours).collect();
        let keys = self.values(left)?.figures;
        let pairs = match how {
            Join::AsOf => as_of(&keys, &their_keys),
            how => equal(&keys, &their_keys, how == Join::Left)?,
        };
        let mut out: Vec<(Column, Values)> = Vec::new();
        for at in 0..self.columns().len() {
            let values = self.values(at)?;
            let figures = pairs.iter().map(|(row, _)| value(&values.figures, Some(*row))).collect();
            out.push((self.columns()[at].clone(), Values { figures, ..values }));
        }
        for at in (0..other.columns().len()).filter(|at| *at != right) {
            let values = other.values(at)?;
            let figures = pairs.iter().map(|(_, row)| value(&values.figures, *row)).collect();
            out.push((other.columns()[at].clone(), Values { figures, ..values }));
        }
        Ok(Dataset::of_columns(self.name(), out))
    }
}

fn value(figures: &[f64], row: Option<usize>) -> f64 {
    row.and_then(|row| figures.get(row)).copied().unwrap_or(f64::NAN)
}

type Pairs = Vec<(usize, Option<usize>)>;

/// Rows with the same key; a missing key has no partner.
fn equal(keys: &[f64], theirs: &[f64], all: bool) -> Result<Pairs, TableError> {
    let mut rows: HashMap<u64, Vec<usize>> = HashMap::default();
    for (row, key) in theirs.iter().enumerate().filter(|(_, key)| !key.is_nan()) {
        rows.entry(sortable(*key)).or_default().push(row);
    }
    let mut pairs = Vec::new();
    for (row, key) in keys.iter().enumerate() {
        let partners = if key.is_nan() { None } else { rows.get(&sortable(*key)) };
        match partners {
            Some(partners) => pairs.extend(partners.iter().map(|partner| (row, Some(*partner)))),
            None if all => pairs.push((row, None)),
            None => {}
        }
        if pairs.len() > IN_MEMORY {
            return Err(TableError::TooLarge { what: "rows", limit: IN_MEMORY });
        }
    }
    Ok(pairs)
}

/// For each row the last one on the right that is no later.
fn as_of(keys: &[f64], theirs: &[f64]) -> Pairs {
    let mut order: Vec<usize> = (0..theirs.len()).filter(|&row| !theirs[row].is_nan()).collect();
    order.sort_by(|&one, &other| theirs[one].total_cmp(&theirs[other]));
    let partner = |key: f64| {
        let after = order.partition_point(|&row| theirs[row] <= key);
        after.checked_sub(1).and_then(|at| order.get(at)).copied()
    };
    keys.iter().enumerate().map(|(row, &key)| (row, if key.is_nan() { None } else { partner(key) })).collect()
}
