//! Promax (Hendrickson and White 1964).

use super::super::dense::{crossed, inverse, times};
use crate::{Error, Result};
use matrix::Mat;

/// The turn that brings varimax loadings as near as can be to their own powers, signs kept; factors get variance 1.
pub fn turn(varimax: &Mat<f64>, power: f64) -> Result<Mat<f64>> {
    let fallen = || Error::Collinear { columns: Vec::new() };
    if !power.is_finite() || power <= 1.0 {
        return Err(Error::Choice { name: "power", value: power.to_string(), allowed: "> 1".to_owned() });
    }
    let target = Mat::from_fn(varimax.nrows(), varimax.ncols(), |row, col| {
        let x = varimax[(row, col)];
        x * x.abs().powf(power - 1.0)
    });
    let turn = matrix::least_squares(varimax.as_ref(), target.as_ref());
    let inner = inverse(&crossed(&turn, &turn)).ok_or_else(fallen)?;
    let lengths = Mat::from_fn(turn.ncols(), turn.ncols(), |row, col| match row == col {
        true => inner[(row, row)].sqrt(),
        false => 0.0,
    });
    let turn = times(&turn, &lengths);
    match (0..turn.ncols()).all(|col| (0..turn.nrows()).all(|row| turn[(row, col)].is_finite())) {
        true => Ok(turn),
        false => Err(fallen()),
    }
}
