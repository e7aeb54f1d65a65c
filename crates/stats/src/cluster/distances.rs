//! The distances of all pairs, each once.

use super::points::{Metric, Points};
use crate::{Error, Result};
use rayon::prelude::*;

/// More rows than this have no table of distances: it would take 1 GB.
pub const MOST_ROWS: usize = 16_000;

/// The distances of all pairs of rows: of row 0 to 1, 2 …, of row 1 to 2, 3 …
#[derive(Debug, Clone, PartialEq)]
pub struct Distances {
    pub(super) values: Vec<f64>,
    pub(super) n: usize,
}

impl Distances {
    /// The distances of points.
    ///
    /// # Errors
    /// More than [`MOST_ROWS`]; a distance too great for a figure.
    pub fn of(points: &Points, metric: Metric) -> Result<Self> {
        Distances::from_fn(points.len(), |a, b| metric.distance(points.row(a), points.row(b)))
    }

    /// The squared Euclidean distances of points: what centroid and median linkage go by. A distance is squared as it is given,
    /// a rounded root, so that ties fall as in R's `hclust(dist(x)^2)`.
    pub fn squared(points: &Points) -> Result<Self> {
        Distances::from_fn(points.len(), |a, b| {
            let distance = Metric::Euclidean.distance(points.row(a), points.row(b));
            distance * distance
        })
    }

    /// Distances by a function of two rows, the first the lesser.
    pub fn from_fn(n: usize, distance: impl Fn(usize, usize) -> f64 + Sync) -> Result<Self> {
        if n > MOST_ROWS {
            return Err(Error::Choice {
                name: "rows",
                value: n.to_string(),
                allowed: format!("≤ {MOST_ROWS}"),
            });
        }
        let mut values = vec![0.0; n * n.saturating_sub(1) / 2];
        let mut rest = values.as_mut_slice();
        let mut rows = Vec::with_capacity(n);
        for row in 0..n {
            let (own, after) = rest.split_at_mut(n - 1 - row);
            rows.push((row, own));
            rest = after;
        }
        rows.into_par_iter().for_each(|(row, own)| {
            own.iter_mut().enumerate().for_each(|(at, value)| *value = distance(row, row + 1 + at));
        });
        let found = Distances { values, n };
        match found.values.iter().position(|value| !value.is_finite()) {
            None => Ok(found),
            Some(at) => {
                let row = (0..n).rev().find(|&row| found.start(row) <= at).unwrap_or(0);
                Err(Error::Infinite { column: "distance".to_owned(), row })
            }
        }
    }

    /// How many rows.
    pub fn len(&self) -> usize {
        self.n
    }

    /// Whether there are none.
    pub fn is_empty(&self) -> bool {
        self.n == 0
    }

    /// The distance of two rows.
    #[inline(always)]
    pub fn get(&self, a: usize, b: usize) -> f64 {
        match a.cmp(&b) {
            std::cmp::Ordering::Equal => 0.0,
            std::cmp::Ordering::Less => self.values[self.start(a) + b - a - 1],
            std::cmp::Ordering::Greater => self.values[self.start(b) + a - b - 1],
        }
    }

    /// All distances in their order.
    pub fn values(&self) -> &[f64] {
        &self.values
    }

    /// Where a row's distances to those after it begin.
    #[inline(always)]
    pub(super) fn start(&self, row: usize) -> usize {
        row * (2 * self.n - row - 1) / 2
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_pair_is_found_from_both_sides() {
        let points = Points::new(vec![0.0, 1.0, 4.0, 9.0], 1).unwrap();
        let distances = Distances::of(&points, Metric::Euclidean).unwrap();
        for a in 0..4 {
            for b in 0..4 {
                assert_eq!(distances.get(a, b), (points.row(a)[0] - points.row(b)[0]).abs());
            }
        }
    }

    #[test]
    fn too_many_and_too_far_are_said() {
        let many = Distances::from_fn(MOST_ROWS + 1, |_, _| 0.0);
        assert!(matches!(many, Err(Error::Choice { .. })));
        let far = Points::new(vec![0.0, 1e300, 1.0], 1).unwrap();
        assert_eq!(
            Distances::squared(&far).err(),
            Some(Error::Infinite { column: "distance".into(), row: 0 })
        );
    }
}
