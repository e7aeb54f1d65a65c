//! Distances of rows whose columns are of different kinds.

use super::distances::Distances;
use crate::{Error, Frame, MISSING, Result, Values};

/// How a column counts.
#[derive(Debug, Clone, PartialEq)]
pub struct Weighed {
    /// The column.
    pub name: String,
    /// How much it counts; the others' 1.
    pub weight: f64,
    /// Whether both having it is likeness and both lacking it is not (a follower of both of two brands is like another; that
    /// neither follows a third says little). Of figures 0 and 1, of a factor two levels, the second being "has it".
    pub asymmetric: bool,
}

/// Gower's measure on the columns of a frame (Gower 1971; ordered levels by their codes, as R's `daisy` has it).
///
/// Of figures and ordered levels the gap over the range, of other levels 0 or 1; the weighted mean over those columns in which
/// both rows have a value.
#[derive(Debug, Clone)]
pub struct Gower {
    columns: Vec<Measure>,
    rows: usize,
}

#[derive(Debug, Clone)]
struct Measure {
    weight: f64,
    kind: Kind,
}

#[derive(Debug, Clone)]
enum Kind {
    /// Values brought to 0 … 1.
    Ranged(Vec<f64>),
    /// Codes.
    Level(Vec<u32>),
    /// 0, 1 or missing.
    Asymmetric(Vec<u32>),
}

impl Gower {
    /// The measure of these columns.
    ///
    /// # Errors
    /// No columns; one that is constant, empty or infinite; a weight below nought; more than two values in an asymmetric one.
    pub fn new(frame: &Frame, columns: &[Weighed]) -> Result<Self> {
        Gower::by_first(frame, columns, frame.rows())
    }

    /// The same with the ranges of only the first rows, so that rows below them are measured as those were.
    ///
    /// # Errors
    /// As [`Gower::new`].
    pub fn by_first(frame: &Frame, columns: &[Weighed], first: usize) -> Result<Self> {
        if columns.is_empty() {
            return Err(Error::TooFew { what: "columns", have: 0, need: 1 });
        }
        let columns = columns.iter().map(|column| measure(frame, column, first)).collect::<Result<_>>()?;
        Ok(Gower { columns, rows: frame.rows() })
    }

    /// The distance of two rows, from 0 to 1; none where they have no value in common.
    pub fn distance(&self, a: usize, b: usize) -> Option<f64> {
        let (mut sum, mut weights) = (0.0, 0.0);
        for column in &self.columns {
            let gap = match &column.kind {
                Kind::Ranged(values) => Some((values[a] - values[b]).abs()).filter(|gap| !gap.is_nan()),
                Kind::Level(codes) => both(codes, a, b).map(|(x, y)| f64::from(u8::from(x != y))),
                Kind::Asymmetric(codes) => {
                    both(codes, a, b).filter(|&(x, y)| x + y > 0).map(|(x, y)| f64::from(u8::from(x != y)))
                }
            };
            if let Some(gap) = gap {
                sum += column.weight * gap;
                weights += column.weight;
            }
        }
        (weights > 0.0).then(|| sum / weights)
    }

    /// The distances of these rows.
    ///
    /// # Errors
    /// Two rows that have no value in common; more than can be held against each other.
    pub fn distances(&self, rows: &[usize]) -> Result<Distances> {
        if let Some(&row) = rows.iter().find(|&&row| row >= self.rows) {
            return Err(Error::Lengths { left: row + 1, right: self.rows });
        }
        Distances::from_fn(rows.len(), |a, b| self.distance(rows[a], rows[b]).unwrap_or(f64::INFINITY))
    }
}

fn both(codes: &[u32], a: usize, b: usize) -> Option<(u32, u32)> {
    (codes[a] != MISSING && codes[b] != MISSING).then_some((codes[a], codes[b]))
}

fn measure(frame: &Frame, asked: &Weighed, first: usize) -> Result<Measure> {
    let column = frame.column(&asked.name)?;
    if !(asked.weight >= 0.0 && asked.weight.is_finite()) {
        return Err(Error::Choice {
            name: "weights",
            value: asked.weight.to_string(),
            allowed: "≥ 0".to_owned(),
        });
    }
    let name = || asked.name.clone();
    if (0..column.values.len()).all(|row| column.values.is_missing(row)) {
        return Err(Error::Missing { column: name() });
    }
    let kind = match (&column.values, asked.asymmetric) {
        (Values::Number(values), true) => {
            let code = |&value: &f64| match value {
                value if value.is_nan() => Some(MISSING),
                0.0 => Some(0),
                1.0 => Some(1),
                _ => None,
            };
            let codes = values.iter().map(code).collect::<Option<Vec<_>>>();
            Kind::Asymmetric(codes.ok_or_else(|| Error::Kind { column: name(), need: "0 or 1" })?)
        }
        (Values::Factor { codes, levels, .. }, true) => match levels.len() {
            2 => Kind::Asymmetric(codes.clone()),
            _ => return Err(Error::Kind { column: name(), need: "two levels" }),
        },
        (Values::Number(values), false) => Kind::Ranged(ranged(values.clone(), &asked.name, first)?),
        (Values::Factor { codes, ordered: true, .. }, false) => {
            let figure = |&code: &u32| if code == MISSING { f64::NAN } else { f64::from(code) };
            Kind::Ranged(ranged(codes.iter().map(figure).collect(), &asked.name, first)?)
        }
        (Values::Factor { codes, .. }, false) => Kind::Level(codes.clone()),
    };
    Ok(Measure { weight: asked.weight, kind })
}

fn ranged(mut values: Vec<f64>, name: &str, first: usize) -> Result<Vec<f64>> {
    if let Some(row) = values.iter().position(|value| value.is_infinite()) {
        return Err(Error::Infinite { column: name.to_owned(), row });
    }
    let known = values.iter().copied().take(first);
    let low = known.clone().fold(f64::INFINITY, f64::min);
    let high = known.fold(f64::NEG_INFINITY, f64::max);
    if high <= low {
        return Err(Error::Constant { column: name.to_owned() });
    }
    let range = high - low;
    values.iter_mut().for_each(|value| *value /= range);
    Ok(values)
}
