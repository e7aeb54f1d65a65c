//! The way down to a minimum of a criterion.

use super::super::newton::{Point, downhill};
use super::Surface;
use crate::{Error, Result};
use matrix::Mat;

/// Steps of gradient projection, after which Newton's take over.
pub const STEPS: usize = 1000;

/// A minimum.
pub struct End {
    pub turn: Mat<f64>,
    pub value: f64,
    pub slope: f64,
}

/// Goes down from a turn.
pub fn descend(surface: &Surface<'_>, start: Mat<f64>) -> Result<End> {
    let lost = || Error::NoConvergence { what: "rotation", steps: STEPS };
    let (turn, value) = project(surface, start, 1e-3).ok_or_else(lost)?;
    polish(surface, turn, value)
}

/// Gradient projection (Jennrich 2001, 2002) until the slope is below `until`, or for so long as [`STEPS`].
fn project(surface: &Surface<'_>, start: Mat<f64>, until: f64) -> Option<(Mat<f64>, f64)> {
    let mut turn = start;
    let (mut value, mut slope) = surface.at(&turn)?;
    let mut length = 1.0;
    for _ in 0..STEPS {
        let along = surface.along(&turn, &slope);
        let steep = along.norm_l2();
        if steep < until {
            break;
        }
        length *= 2.0;
        let mut next = None;
        for _ in 0..40 {
            let there = surface.back(&(&turn - scaled(&along, length)));
            next = there.and_then(|turn| surface.at(&turn).map(|(value, slope)| (turn, value, slope)));
            if next.as_ref().is_some_and(|(_, there, _)| value - there > 0.5 * steep * steep * length) {
                break;
            }
            next = None;
            length *= 0.5;
        }
        let Some(found) = next else { break };
        (turn, value, slope) = found;
    }
    Some((turn, value))
}

/// Newton's steps, the curvature from differences of the slope: it need not be exact, the slope is.
fn polish(surface: &Surface<'_>, start: Mat<f64>, start_value: f64) -> Result<End> {
    const NEWTON: usize = 100;
    let lost = Error::NoConvergence { what: "rotation", steps: NEWTON };
    let free: Vec<usize> = (0..surface.freedom()).collect();
    let (mut turn, mut value) = (start, start_value);
    for _ in 0..NEWTON {
        let Some((_, cells)) = surface.at(&turn) else { return Err(lost) };
        let frame = surface.frame(&turn);
        let gradient = surface.figures(&frame, &turn, &cells);
        let slope = steepest(&gradient);
        let end = |turn: &Mat<f64>| Ok(End { turn: turn.clone(), value, slope });
        if slope < 1e-14 {
            return end(&turn);
        }
        let hessian = curvature(surface, &frame).ok_or(lost.clone())?;
        let point = Point { value, gradient, hessian };
        let way = downhill(&point, &free)?;
        let longest = way.iter().fold(0.0, |most: f64, x| most.max(x.abs()));
        let mut length = (0.3 / longest).min(1.0);
        let fall: f64 = point.gradient.iter().zip(&way).map(|(g, x)| g * x).sum();
        let rounding = 1e-13 * (1.0 + value.abs());
        let next = loop {
            let step: Vec<f64> = way.iter().map(|x| x * length).collect();
            let there = surface.step(&frame, &step);
            let found = there.and_then(|turn| surface.at(&turn).map(|(value, slope)| (turn, value, slope)));
            if let Some((there, value_there, cells)) = found {
                let falls = value_there <= value + 1e-4 * length * fall && -fall * length > rounding;
                let flattens = (value_there - value).abs() <= rounding
                    && steepest(&surface.figures(&surface.frame(&there), &there, &cells)) < 0.9 * slope;
                if falls || flattens {
                    break Some((there, value_there));
                }
            }
            length *= 0.5;
            if length < 1e-9 {
                break None;
            }
        };
        match next {
            Some(found) => (turn, value) = found,
            None if slope < 1e-10 => return end(&turn),
            None => return Err(lost),
        }
    }
    Err(lost)
}

fn steepest(gradient: &[f64]) -> f64 {
    gradient.iter().fold(0.0, |most: f64, x| most.max(x.abs()))
}

fn curvature(surface: &Surface<'_>, frame: &super::surface::Frame) -> Option<Mat<f64>> {
    const H: f64 = 1e-5;
    let size = surface.freedom();
    let mut hessian = Mat::<f64>::zeros(size, size);
    for col in 0..size {
        let slope = |step: f64| {
            let mut figures = vec![0.0; size];
            figures[col] = step;
            let turn = surface.step(frame, &figures)?;
            let (_, cells) = surface.at(&turn)?;
            Some(surface.figures(frame, &turn, &cells))
        };
        let (up, down) = (slope(H)?, slope(-H)?);
        (0..size).for_each(|row| hessian[(row, col)] = (up[row] - down[row]) / (2.0 * H));
    }
    Some(Mat::from_fn(size, size, |row, col| 0.5 * (hessian[(row, col)] + hessian[(col, row)])))
}

fn scaled(a: &Mat<f64>, by: f64) -> Mat<f64> {
    Mat::from_fn(a.nrows(), a.ncols(), |row, col| by * a[(row, col)])
}
