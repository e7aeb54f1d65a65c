//! The columns of a model once more, of rows that it was not fitted to.

use super::design::{Recipe, finite};
use super::evaluate::Value;
use super::variable::{Coding, Variable, as_factor, inner};
use crate::regress::Regressor;
use crate::{Error, Frame, MISSING, Result};

/// The columns of new rows.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct NewRows {
    /// The columns, as those of the design.
    pub columns: Vec<Regressor>,
    /// The offset, where the formula has one.
    pub offset: Option<Vec<f64>>,
    /// Which rows of the frame they are: those in which nothing is missing.
    pub rows: Vec<usize>,
}

/// A level that stands in new rows and stood in none that the model was fitted to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Stranger {
    /// The variable, as it stands in the formula.
    pub variable: String,
    /// The level.
    pub level: String,
    /// The first row that has it, from 0.
    pub row: usize,
    /// How many rows have it.
    pub count: usize,
    /// The levels that the model knows.
    pub known: Vec<String>,
}

impl Recipe {
    /// The names of the frame's columns that the recipe reads; words that tell a function how, as `raw` and `sum`, are none.
    pub fn reads(&self) -> Vec<String> {
        let of = |variable: &Variable| {
            inner(&variable.expression).names().into_iter().map(str::to_owned).collect()
        };
        let mut names: Vec<String> = self.variables.iter().flat_map(|v| -> Vec<String> { of(v) }).collect();
        names.sort();
        names.dedup();
        names.retain(|name| name != ".");
        names
    }

    /// The columns of other rows, by what was fitted to the first: the same levels, centres and polynomials. Rows in which a
    /// value is missing, or a level is one that was not there, are left out; [`Recipe::strangers`] names such levels.
    pub fn again(&self, frame: &Frame) -> Result<NewRows> {
        let bases = self.variables.iter().map(|v| v.again(frame)).collect::<Result<Vec<_>>>()?;
        let whole = |row: &usize| bases.iter().all(|value| !value.is_missing(*row));
        let rows: Vec<usize> = (0..frame.rows()).filter(whole).collect();
        let bases: Vec<Value> = bases.into_iter().map(|value| value.only(&rows)).collect();
        for (variable, value) in self.variables.iter().zip(&bases) {
            finite(&variable.expression.to_string(), value, &rows)?;
        }
        Ok(NewRows { columns: self.columns(&bases, rows.len())?, offset: self.offset(&bases)?, rows })
    }

    /// The levels of other rows that the recipe does not know, in the order of the variables and of the rows.
    pub fn strangers(&self, frame: &Frame) -> Result<Vec<Stranger>> {
        let mut found: Vec<Stranger> = Vec::new();
        for variable in &self.variables {
            let Coding::Factor { levels: known, .. } = &variable.coding else { continue };
            let (codes, there, _) = as_factor(Variable::base(&variable.expression, frame)?);
            let mut seen: Vec<Option<(usize, usize)>> = vec![None; there.len()];
            for (row, &code) in codes.iter().enumerate() {
                if let Some(seen) = seen.get_mut(code as usize) {
                    *seen = Some(seen.map_or((row, 1), |(first, count)| (first, count + 1)));
                }
            }
            let mut own: Vec<Stranger> = there
                .into_iter()
                .zip(seen)
                .filter(|(level, _)| !known.contains(level))
                .filter_map(|(level, seen)| {
                    let ((row, count), variable) = (seen?, variable.expression.to_string());
                    Some(Stranger { variable, level, row, count, known: known.clone() })
                })
                .collect();
            own.sort_by_key(|stranger| stranger.row);
            found.extend(own);
        }
        Ok(found)
    }
}

impl Variable {
    /// The values of new rows, in the codes of the levels that were fitted; a level that was not is missing. Figures stand for
    /// levels of the same name: where a word stood among them once, new rows may have figures only.
    pub fn again(&self, frame: &Frame) -> Result<Value> {
        match (Variable::base(&self.expression, frame)?, &self.coding) {
            (value, Coding::Factor { levels, .. }) => {
                let (codes, there, ordered) = as_factor(value);
                let code = |name: &String| levels.iter().position(|level| level == name);
                let map: Vec<u32> =
                    there.iter().map(|name| code(name).map_or(MISSING, |code| code as u32)).collect();
                let new = |code: u32| map.get(code as usize).copied().unwrap_or(MISSING);
                Ok(Value::Factor(codes.into_iter().map(new).collect(), levels.clone(), ordered))
            }
            (Value::Number(high, low), _) => Ok(Value::Number(high, low)),
            _ => Err(Error::Kind { column: self.expression.to_string(), need: "number" }),
        }
    }
}
