//! The strongest pairs looked at a second time: what a single coefficient can hide.

use super::pairs::Pairs;
use stats::Frame;
use stats::correlate::{Ask, Coefficient, correlate};
use stats::series::acf;

/// How many of the strongest pairs are looked at.
const MOST: usize = 5;
/// About so many rows are looked at, spread evenly.
pub(super) const ROWS: usize = 20_000;
/// Coefficients that differ by more than this say different things.
const APART: f64 = 0.15;

/// What a second look at a pair has shown.
pub(super) struct Second {
    pub x: usize,
    pub y: usize,
    /// Spearman's ρ, where it differs much from Pearson's r.
    pub ranks: Option<f64>,
    /// r without the hundredth of the rows that weighs most in it, and how many those are, where it differs much.
    pub without: Option<(f64, usize)>,
    /// Both columns go on from row to row, as series do.
    pub series: bool,
    /// The points, for the picture.
    pub points: Vec<(f64, f64)>,
}

/// Looks again at the strongest pairs of a correlation of figures, at some of its rows.
pub(super) fn look(found: &Pairs, rows: &Frame) -> Vec<Second> {
    found.strongest().iter().take(MOST).filter_map(|pair| one(found, rows, pair.x, pair.y)).collect()
}

fn one(found: &Pairs, frame: &Frame, x: usize, y: usize) -> Option<Second> {
    let names = [found.names.get(x)?, found.names.get(y)?];
    let columns = (frame.numbers(names[0]).ok()?, frame.numbers(names[1]).ok()?);
    let both = columns.0.iter().zip(columns.1).filter(|(a, b)| !(a.is_nan() || b.is_nan()));
    let (a, b): (Vec<f64>, Vec<f64>) = both.map(|(a, b)| (*a, *b)).unzip();
    let ask = Ask { exact: Some(false), ..Ask::default() };
    let r = |coefficient, a: &[f64], b: &[f64]| {
        correlate(coefficient, ("x", a), ("y", b), &ask).ok().map(|found| found.estimate)
    };
    let (plain, ranked) = (r(Coefficient::Pearson, &a, &b)?, r(Coefficient::Spearman, &a, &b)?);
    let (inner_a, inner_b) = lighter(&a, &b)?;
    let out = a.len() - inner_a.len();
    let without = r(Coefficient::Pearson, &inner_a, &inner_b).map(|r| (r, out));
    let goes_on = |values: &[f64]| {
        acf(values, 1, 0.95).is_ok_and(|found| found.values.last().is_some_and(|r| *r > 0.6))
    };
    Some(Second {
        x,
        y,
        ranks: Some(ranked).filter(|ranked| (ranked - plain).abs() > APART),
        without: without.filter(|(r, _)| (r - plain).abs() > APART),
        series: a.len() >= 12 && goes_on(&a) && goes_on(&b),
        points: a.into_iter().zip(b).collect(),
    })
}

/// The rows without the hundredth whose deviations have the greatest products.
fn lighter(a: &[f64], b: &[f64]) -> Option<(Vec<f64>, Vec<f64>)> {
    let mean = |values: &[f64]| values.iter().sum::<f64>() / values.len() as f64;
    let (x, y) = (mean(a), mean(b));
    let weight = |row: &usize| ((a[*row] - x) * (b[*row] - y)).abs();
    let mut rows: Vec<usize> = (0..a.len()).collect();
    rows.sort_by(|p, q| weight(p).total_cmp(&weight(q)));
    rows.truncate(a.len() - a.len().div_ceil(100));
    Some((rows.iter().map(|&row| a[row]).collect(), rows.iter().map(|&row| b[row]).collect()))
}
