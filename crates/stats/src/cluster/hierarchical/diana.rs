//! Divisive clustering: the widest cluster falls in two, until every row is alone.

use super::super::distances::Distances;
use crate::{Error, Result};

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
/// drawn one first.
fn divide(distances: &Distances, rows: Vec<usize>) -> (Vec<usize>, Vec<usize>) {
    let mut stayed: Vec<(usize, f64, f64)> = rows
        .iter()
        .map(|&row| (row, rows.iter().map(|&other| distances.get(row, other)).sum::<f64>(), 0.0))
        .collect();
    let mut left: Vec<usize> = Vec::new();
    while stayed.len() > 1 {
        let (others, gone) = (stayed.len() as f64 - 1.0, left.len() as f64);
        let pull = |&(_, to_stayed, to_left): &(usize, f64, f64)| {
            to_stayed / others - if left.is_empty() { 0.0 } else { to_left / gone }
        };
        let mut best = (0.0, 0);
        for (at, row) in stayed.iter().enumerate() {
            if pull(row) > best.0 {
                best = (pull(row), at);
            }
        }
        // What rounding leaves over is no pull.
        if best.0 <= 1e-12 * stayed[best.1].1 / others {
            break;
        }
        let (row, ..) = stayed.remove(best.1);
        for (other, to_stayed, to_left) in &mut stayed {
            let gap = distances.get(row, *other);
            *to_stayed -= gap;
            *to_left += gap;
        }
        left.push(row);
    }
    (stayed.into_iter().map(|row| row.0).collect(), left)
}
