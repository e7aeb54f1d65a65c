//! What a model is fitted to: the columns that a formula makes out of a frame.

use crate::{Error, Result};

/// The response and the columns of a model, complete: no figure in it is missing.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Design {
    /// The response's name, as the formula writes it.
    pub response: String,
    /// The response, a figure a row.
    pub y: Vec<f64>,
    /// The columns, in the order of the formula; the intercept, where there is one, first.
    pub columns: Vec<Regressor>,
    /// The terms of the formula in their order; the intercept is none of them.
    pub terms: Vec<String>,
    /// Whether the first column is the intercept.
    pub intercept: bool,
    /// A weight a row, not negative.
    pub weights: Option<Vec<f64>>,
    /// What is added to the linear predictor with a coefficient of one.
    pub offset: Option<Vec<f64>>,
    /// The number that each row has in the frame it was taken from.
    pub rows: Vec<usize>,
    /// How many rows of the frame were left out because a figure was missing.
    pub dropped: usize,
}

/// A column of a design.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Regressor {
    /// Its name, as R writes it: `(Intercept)`, `wt`, `C(day)Tue`, `a:b`.
    pub name: String,
    /// Its figures.
    pub values: Vec<f64>,
    /// What the figures lack: a power of a figure is not a `f64`, and `values + low` is it to 31 digits.
    pub low: Option<Vec<f64>>,
    /// Which of [`Design::terms`] it belongs to; the intercept has none.
    pub term: Option<usize>,
}

impl Regressor {
    /// A column of a term.
    pub fn new(name: impl Into<String>, values: Vec<f64>, term: usize) -> Self {
        Regressor { name: name.into(), values, low: None, term: Some(term) }
    }

    /// The intercept.
    pub fn intercept(rows: usize) -> Self {
        Regressor { name: "(Intercept)".to_owned(), values: vec![1.0; rows], low: None, term: None }
    }
}

impl Design {
    /// A model of plain columns, each a term of its own.
    pub fn plain(
        response: (&str, Vec<f64>),
        columns: impl IntoIterator<Item = (String, Vec<f64>)>,
        intercept: bool,
    ) -> Result<Self> {
        let rows = response.1.len();
        let mut design = Design {
            response: response.0.to_owned(),
            y: response.1,
            intercept,
            rows: (0..rows).collect(),
            ..Design::default()
        };
        design.columns.extend(intercept.then(|| Regressor::intercept(rows)));
        for (at, (name, values)) in columns.into_iter().enumerate() {
            design.terms.push(name.clone());
            design.columns.push(Regressor::new(name, values, at));
        }
        design.check()?;
        Ok(design)
    }

    /// How many rows.
    pub fn n(&self) -> usize {
        self.y.len()
    }

    /// How many columns.
    pub fn width(&self) -> usize {
        self.columns.len()
    }

    /// The columns' names.
    pub fn names(&self) -> Vec<String> {
        self.columns.iter().map(|column| column.name.clone()).collect()
    }

    /// The columns' figures, as slices.
    pub fn slices(&self) -> Vec<&[f64]> {
        self.columns.iter().map(|column| column.values.as_slice()).collect()
    }

    /// That all columns are of one length, nothing is missing or infinite and no weight is negative.
    pub fn check(&self) -> Result<()> {
        finite(&self.response, &self.y)?;
        for column in &self.columns {
            self.as_long(column.values.len())?;
            finite(&column.name, &column.values)?;
            if let Some(low) = &column.low {
                self.as_long(low.len())?;
                finite(&column.name, low)?;
            }
        }
        if let Some(offset) = &self.offset {
            self.as_long(offset.len())?;
            finite("offset", offset)?;
        }
        if let Some(weights) = &self.weights {
            self.as_long(weights.len())?;
            finite("weights", weights)?;
            if weights.iter().any(|&weight| weight < 0.0) {
                return Err(Error::Kind { column: "weights".to_owned(), need: "positive" });
            }
        }
        Ok(())
    }

    fn as_long(&self, right: usize) -> Result<()> {
        if right == self.n() { Ok(()) } else { Err(Error::Lengths { left: self.n(), right }) }
    }
}

/// That a column holds finite figures only.
fn finite(name: &str, values: &[f64]) -> Result<()> {
    match values.iter().position(|value| !value.is_finite()) {
        None => Ok(()),
        Some(row) if values[row].is_nan() => Err(Error::Missing { column: name.to_owned() }),
        Some(row) => Err(Error::Infinite { column: name.to_owned(), row }),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn columns(values: &[f64]) -> [(String, Vec<f64>); 1] {
        [("x".to_owned(), values.to_vec())]
    }

    #[test]
    fn a_plain_design_has_its_intercept_first_and_a_term_a_column() {
        let design = Design::plain(("y", vec![1.0, 2.0]), columns(&[3.0, 4.0]), true).expect("it is whole");
        assert_eq!(design.names(), ["(Intercept)", "x"]);
        assert_eq!((design.columns[0].term, design.columns[1].term), (None, Some(0)));
        assert_eq!(design.slices(), [&[1.0, 1.0][..], &[3.0, 4.0][..]]);
    }

    #[test]
    fn what_is_not_whole_is_named() {
        let asked = |y: &[f64], x: &[f64]| Design::plain(("y", y.to_vec()), columns(x), true).err();
        assert_eq!(asked(&[1.0, 2.0], &[1.0]), Some(Error::Lengths { left: 2, right: 1 }));
        assert_eq!(asked(&[1.0, f64::NAN], &[1.0, 2.0]), Some(Error::Missing { column: "y".to_owned() }));
        let infinite = Error::Infinite { column: "x".to_owned(), row: 1 };
        assert_eq!(asked(&[1.0, 2.0], &[1.0, f64::INFINITY]), Some(infinite));
        let mut design = Design::plain(("y", vec![1.0]), columns(&[1.0]), true).expect("it is whole");
        design.weights = Some(vec![-1.0]);
        let negative = Error::Kind { column: "weights".to_owned(), need: "positive" };
        assert_eq!(design.check(), Err(negative));
    }
}
