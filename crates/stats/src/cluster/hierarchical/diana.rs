//! Divisive clustering: the widest cluster falls in two, until every row is alone.

use super::super::distances::Distances;
use crate::{Error, Result};
use rayon::prelude::*;

/// What DIANA found (Kaufman and Rousseeuw 1990, ch. 6).
#[derive(Debug, Clone, PartialEq)]
pub struct Diana {
    /// Of each division the diameter of what was divided, and the rows of both parts; the widest first.
    pub splits: Vec<Split>,
    /// The divisive coefficient: the mean over the rows of 1 − (diameter of the last cluster in which a row was not alone) ÷
    /// (diameter of all). Near 1 where there is structure.
    pub coefficient: f64,
}

/// A division.
#[derive(Debug, Clone, PartialEq)]
pub struct Split {
    /// The diameter of the cluster before.
    pub diameter: f64,
    /// Those that stayed.
    pub stayed: Vec<usize>,
    /// Those that went.
    pub left: Vec<usize>,
}

/// Divides until every row is alone, or stands with its equals.
///
/// # Errors
/// Fewer than two rows.
pub fn diana(distances: &Distances) -> Result<Diana> {
    let n = distances.len();
    if n < 2 {
        return Err(Error::TooFew { what: "rows", have: n, need: 2 });
    }
    let diameter = |rows: &[usize]| {
        let pairs = rows.iter().enumerate().flat_map(|(at, &a)| rows[at + 1..].iter().map(move |&b| (a, b)));
        pairs.map(|(a, b)| distances.get(a, b)).fold(0.0, f64::max)
    };
    let all: Vec<usize> = (0..n).collect();
    let whole = diameter(&all);
    let mut open = vec![(whole, all)];
    let mut splits = Vec::new();
    let mut last = vec![0.0; n];
    while let Some((width, rows)) = open.pop() {
        rows.iter().for_each(|&row| last[row] = width);
        if width <= 0.0 {
            continue;
        }
        let (stayed, left) = divide(distances, rows);
        for part in [&stayed, &left] {
            if part.len() > 1 {
                open.push((diameter(part), part.clone()));
            }
        }
        splits.push(Split { diameter: width, stayed, left });
    }
    splits.sort_by(|a, b| b.diameter.total_cmp(&a.diameter));
    let mean = last.iter().sum::<f64>() / n as f64;
    let coefficient = if whole > 0.0 { 1.0 - mean / whole } else { 0.0 };
    Ok(Diana { splits, coefficient })
}

/// The row farthest from the others on average goes first; those nearer to the leavers than to the rest follow, the most
/// drawn one first. Sums are counted anew in the order of the rows, so that what ties does not depend on what went before.
fn divide(distances: &Distances, rows: Vec<usize>) -> (Vec<usize>, Vec<usize>) {
    let (mut stayed, mut left) = (rows, Vec::<usize>::new());
    while stayed.len() > 1 {
        let (others, gone) = (stayed.len() as f64 - 1.0, left.len() as f64);
        let sum =
            |row: usize, list: &[usize]| list.iter().map(|&other| distances.get(row, other)).sum::<f64>();
        let pull = |&row: &usize| match left.is_empty() {
            true => sum(row, &stayed),
            false => sum(row, &stayed) / others - sum(row, &left) / gone,
        };
        let pulls: Vec<f64> = stayed.par_iter().with_min_len(64).map(pull).collect();
        let first =
            |best: (f64, usize), (at, &pull): (usize, &f64)| if pull > best.0 { (pull, at) } else { best };
        let (most, at) = pulls.iter().enumerate().fold((0.0, 0), first);
        if most <= 0.0 {
            break;
        }
        let row = stayed.remove(at);
        left.insert(left.partition_point(|&other| other < row), row);
    }
    (stayed, left)
}
