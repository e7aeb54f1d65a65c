//! How a model's line rises with a figure in each group, where a formula lets the two go together.

use super::{Piece, Recipe};
use crate::{Column, Frame, Result, Values};

/// A figure, a group, and by what the columns of a design move there with one unit of the figure.
#[derive(Debug, Clone, PartialEq)]
pub struct Slope {
    /// The figure's column.
    pub variable: String,
    /// The factor's column.
    pub factor: String,
    /// The factor's level.
    pub level: String,
    /// The mean slope of each column of the design: the slope is its product with the coefficients.
    pub along: Vec<f64>,
}

impl Recipe {
    /// The slopes of every interaction of one figure with one factor, at each of the factor's levels, averaged over the rows.
    pub fn slopes(&self, frame: &Frame, rows: &[usize]) -> Result<Vec<Slope>> {
        let mut found = Vec::new();
        for term in self.terms.terms.iter().filter(|term| term.len() == 2) {
            let (figure, factor) =
                match (self.variables[term[0]].is_factor(), self.variables[term[1]].is_factor()) {
                    (false, true) => (term[0], term[1]),
                    (true, false) => (term[1], term[0]),
                    _ => continue,
                };
            let (Some(variable), Some(factor)) = (self.column_of(figure), self.column_of(factor)) else {
                continue;
            };
            let Values::Number(values) = &frame.column(&variable)?.values else { continue };
            let Values::Factor { codes, levels, ordered } = &frame.column(&factor)?.values else { continue };
            let values: Vec<f64> = rows.iter().map(|&row| values[row]).collect();
            let step = spread(&values) / 64.0;
            for (code, level) in levels.iter().enumerate() {
                if !rows.iter().any(|&row| codes[row] as usize == code) {
                    continue;
                }
                let at = |by: f64| {
                    let swap = |column: &Column| {
                        let values = match &column.values {
                            _ if column.name == variable => {
                                Values::Number(values.iter().map(|x| x + by * step).collect())
                            }
                            _ if column.name == factor => Values::Factor {
                                codes: vec![code as u32; rows.len()],
                                levels: levels.clone(),
                                ordered: *ordered,
                            },
                            Values::Number(all) => Values::Number(rows.iter().map(|&row| all[row]).collect()),
                            Values::Factor { codes, levels, ordered } => Values::Factor {
                                codes: rows.iter().map(|&row| codes[row]).collect(),
                                levels: levels.clone(),
                                ordered: *ordered,
                            },
                        };
                        Column { name: column.name.clone(), values }
                    };
                    self.again(&Frame::new(frame.columns().iter().map(swap).collect())?)
                };
                let (low, high) = (at(-1.0)?, at(1.0)?);
                let along = high.columns.iter().zip(&low.columns).map(|(high, low)| {
                    let gap: f64 = high.values.iter().zip(&low.values).map(|(h, l)| h - l).sum();
                    gap / (2.0 * step * high.values.len().max(1) as f64)
                });
                found.push(Slope {
                    variable: variable.clone(),
                    factor: factor.clone(),
                    level: level.clone(),
                    along: along.collect(),
                });
            }
        }
        Ok(found)
    }

    /// The one column that a variable reads.
    fn column_of(&self, variable: usize) -> Option<String> {
        let expression = &self.variables[variable].expression;
        match &expression.kind {
            Piece::Name(name) => Some(name.clone()),
            Piece::Call(_, arguments) => match arguments.first()?.value.names()[..] {
                [name] => Some(name.to_owned()),
                _ => None,
            },
            _ => None,
        }
    }
}

fn spread(values: &[f64]) -> f64 {
    let n = values.len().max(1) as f64;
    let mean = values.iter().sum::<f64>() / n;
    let sd = (values.iter().map(|x| (x - mean).powi(2)).sum::<f64>() / n).sqrt();
    if sd > 0.0 && sd.is_finite() { sd.log2().floor().exp2() } else { 1.0 }
}
