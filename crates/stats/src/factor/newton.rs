//! A minimum between bounds, by Newton's method.

use crate::{Error, Result};
use matrix::{Mat, cholesky_solve, eigen};

/// A function at a point: its value, slope and curvature.
pub(super) struct Point {
    pub value: f64,
    pub gradient: Vec<f64>,
    pub hessian: Mat<f64>,
}

/// Where the minimum is.
#[derive(Debug, Clone)]
pub(super) struct Minimum {
    pub at: Vec<f64>,
    pub value: f64,
    /// The greatest slope among those that are not held by a bound.
    pub slope: f64,
    pub steps: usize,
}

/// A slope below which nothing is left to gain.
const FLAT: f64 = 1e-12;

/// Goes down from `start` within `low … high`: Newton's step on what no bound holds, shortened until the value falls; where
/// the curvature is not positive, along its eigenvectors with their signs made so. Ends when the slope is below 1e-12 and no
/// longer falls.
pub(super) fn minimise(
    start: Vec<f64>,
    (low, high): (f64, f64),
    what: &'static str,
    f: impl Fn(&[f64]) -> Result<Point>,
) -> Result<Minimum> {
    const STEPS: usize = 500;
    let mut at: Vec<f64> = start.iter().map(|x| x.clamp(low, high)).collect();
    let mut point = f(&at)?;
    for step in 0..STEPS {
        let free = free(&at, &point.gradient, (low, high));
        let slope = steepest(&point.gradient, &free);
        let ended = |at: Vec<f64>, value: f64| Minimum { at, value, slope, steps: step };
        if slope == 0.0 || free.is_empty() {
            return Ok(ended(at, point.value));
        }
        let mut way = downhill(&point, &free)?;
        // A step of more than a unit leaves the ground that the curvature knows.
        let longest = way.iter().fold(0.0, |most: f64, x| most.max(x.abs()));
        let shorten = 1.0 / longest.max(1.0);
        way.iter_mut().for_each(|x| *x *= shorten);
        let fall: f64 = free.iter().zip(&way).map(|(&at, x)| point.gradient[at] * x).sum();
        let mut length = 1.0;
        let next = loop {
            let mut tried = at.clone();
            for (&index, x) in free.iter().zip(&way) {
                tried[index] = (tried[index] + length * x).clamp(low, high);
            }
            let there = f(&tried)?;
            let rounding = 1e-13 * (1.0 + point.value.abs());
            let falls = there.value <= point.value + 1e-4 * length * fall;
            // So near the end that the value tells nothing more, the slope decides.
            let flattens = (there.value - point.value).abs() <= rounding && {
                let free = self::free(&tried, &there.gradient, (low, high));
                steepest(&there.gradient, &free) < 0.9 * slope
            };
            if there.value.is_finite() && (flattens || (falls && -fall * length > rounding)) {
                break Some((tried, there));
            }
            length *= 0.5;
            if length < 1e-10 {
                break None;
            }
        };
        match next {
            Some((tried, there)) => (at, point) = (tried, there),
            None if slope <= 1e4 * FLAT => return Ok(ended(at, point.value)),
            None => return Err(Error::NoConvergence { what, steps: step }),
        }
    }
    Err(Error::NoConvergence { what, steps: STEPS })
}

/// What no bound holds.
fn free(at: &[f64], gradient: &[f64], (low, high): (f64, f64)) -> Vec<usize> {
    let held = |index: usize| {
        (at[index] <= low && gradient[index] > 0.0) || (at[index] >= high && gradient[index] < 0.0)
    };
    (0..at.len()).filter(|&index| !held(index)).collect()
}

fn steepest(gradient: &[f64], free: &[usize]) -> f64 {
    free.iter().map(|&at| gradient[at].abs()).fold(0.0, f64::max)
}

/// −H⁻¹g on what is free, H made positive where it is not.
pub(super) fn downhill(point: &Point, free: &[usize]) -> Result<Vec<f64>> {
    let size = free.len();
    let h = Mat::from_fn(size, size, |row, col| point.hessian[(free[row], free[col])]);
    let g = Mat::from_fn(size, 1, |row, _| -point.gradient[free[row]]);
    if let Ok(way) = cholesky_solve(h.as_ref(), g.as_ref()) {
        let way: Vec<f64> = (0..size).map(|row| way[(row, 0)]).collect();
        if way.iter().all(|x| x.is_finite()) {
            return Ok(way);
        }
    }
    let found = eigen(h.as_ref()).map_err(super::dense::failed)?;
    let greatest = found.values.iter().fold(0.0, |most: f64, x| most.max(x.abs()));
    let along: Vec<f64> = (0..size)
        .map(|at| {
            let share: f64 = (0..size).map(|row| found.vectors[(row, at)] * g[(row, 0)]).sum();
            share / found.values[at].abs().max(1e-8 * greatest).max(f64::MIN_POSITIVE)
        })
        .collect();
    Ok((0..size).map(|row| (0..size).map(|at| found.vectors[(row, at)] * along[at]).sum()).collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    /// (x − 3)⁴ + (x − y)² with both below 2: the bound holds x, and y follows it.
    fn valley(at: &[f64]) -> Result<Point> {
        let (x, y) = (at[0], at[1]);
        let cube = (x - 3.0).powi(3);
        Ok(Point {
            value: cube * (x - 3.0) + (x - y).powi(2),
            gradient: vec![4.0 * cube + 2.0 * (x - y), -2.0 * (x - y)],
            hessian: Mat::from_fn(2, 2, |row, col| match (row, col) {
                (0, 0) => 12.0 * (x - 3.0).powi(2) + 2.0,
                (1, 1) => 2.0,
                _ => -2.0,
            }),
        })
    }

    #[test]
    fn a_bound_holds_what_would_go_beyond() {
        let found = minimise(vec![0.0, 1.0], (-5.0, 2.0), "valley", valley).expect("it ends");
        assert_eq!(found.at[0], 2.0);
        assert!((found.at[1] - 2.0).abs() < 1e-12 && found.slope < 1e-12, "{found:?}");
    }

    #[test]
    fn what_has_no_value_does_not_converge() {
        let lost = |at: &[f64]| {
            let mut point = valley(at)?;
            point.value = f64::NAN;
            Ok(point)
        };
        assert!(matches!(
            minimise(vec![0.0, 1.0], (-5.0, 2.0), "lost", lost),
            Err(Error::NoConvergence { what: "lost", .. })
        ));
    }
}
