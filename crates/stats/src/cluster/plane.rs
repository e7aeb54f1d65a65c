//! Rows on the two directions in which they differ most, to be looked at.

use super::distances::Distances;
use super::points::Points;
use crate::{Error, Result};
use matrix::{Mat, eigen};

/// Rows on a plane.
#[derive(Debug, Clone, PartialEq)]
pub struct Plane {
    /// Where each row lies.
    pub places: Vec<(f64, f64)>,
    /// The share of all differences that either direction shows.
    pub shares: (f64, f64),
}

/// The first two principal components of points.
///
/// # Errors
/// Fewer than two rows; points so far out that their products are no figures.
pub fn plane(points: &Points) -> Result<Plane> {
    if points.len() < 2 {
        return Err(Error::TooFew { what: "rows", have: points.len(), need: 2 });
    }
    let (width, centre) = (points.width(), points.centre());
    let spread = Mat::from_fn(width, width, |a, b| {
        points.rows().map(|row| (row[a] - centre[a]) * (row[b] - centre[b])).sum()
    });
    let found = eigen(spread.as_ref()).map_err(|_| none())?;
    let total: f64 = found.values.iter().sum();
    let along = |row: &[f64], axis: usize| -> f64 {
        if axis >= width {
            return 0.0;
        }
        (0..width).map(|at| (row[at] - centre[at]) * found.vectors[(at, axis)]).sum()
    };
    let places = points.rows().map(|row| (along(row, 0), along(row, 1))).collect();
    let share = |axis: usize| found.values.get(axis).map_or(0.0, |value| value / total);
    Ok(Plane { places, shares: (share(0), share(1)) })
}

/// The first two coordinates of rows of which only the distances are known (Torgerson 1952); time is in proportion to the third
/// power of the rows.
///
/// # Errors
/// Fewer than two rows.
pub fn plane_of(distances: &Distances) -> Result<Plane> {
    let n = distances.len();
    if n < 2 {
        return Err(Error::TooFew { what: "rows", have: n, need: 2 });
    }
    let square = |a: usize, b: usize| distances.get(a, b) * distances.get(a, b);
    let means: Vec<f64> = (0..n).map(|a| (0..n).map(|b| square(a, b)).sum::<f64>() / n as f64).collect();
    let mean = means.iter().sum::<f64>() / n as f64;
    let inner = Mat::from_fn(n, n, |a, b| -0.5 * (square(a, b) - means[a] - means[b] + mean));
    let found = eigen(inner.as_ref()).map_err(|_| none())?;
    // What no plane can show — distances that are no straight lines — has values below nought.
    let total: f64 = found.values.iter().filter(|value| **value > 0.0).sum();
    let length = |axis: usize| found.values[axis].max(0.0).sqrt();
    let places = (0..n)
        .map(|row| (found.vectors[(row, 0)] * length(0), found.vectors[(row, 1)] * length(1)))
        .collect();
    Ok(Plane { places, shares: (found.values[0] / total, found.values[1].max(0.0) / total) })
}

fn none() -> Error {
    Error::NoConvergence { what: "eigenvalues", steps: 0 }
}

#[cfg(test)]
mod tests {
    use super::super::points::Metric;
    use super::*;

    #[test]
    fn what_lies_on_a_plane_keeps_its_distances() {
        // Turned into three columns, of which the third follows from the others.
        let flat = [(0.0, 0.0), (4.0, 1.0), (1.0, 3.0), (-2.0, 5.0), (3.0, -1.0)];
        let points =
            Points::new(flat.iter().flat_map(|&(x, y)| [x + y, x - y, 2.0 * x]).collect(), 3).unwrap();
        let distances = Distances::of(&points, Metric::Euclidean).unwrap();
        for found in [plane(&points).unwrap(), plane_of(&distances).unwrap()] {
            assert!((found.shares.0 + found.shares.1 - 1.0).abs() < 1e-12);
            for a in 0..5 {
                for b in 0..a {
                    let (x, y) =
                        (found.places[a].0 - found.places[b].0, found.places[a].1 - found.places[b].1);
                    assert!((x.hypot(y) - distances.get(a, b)).abs() < 1e-10);
                }
            }
        }
        assert!(plane(&points.pick(&[0])).is_err());
    }
}
