//! The gap statistic: how much tighter the clusters are than those of rows without any.

use super::points::{Metric, Points};
use crate::{Chance, Error, Result};
use rayon::prelude::*;

/// What clusters points: a number of clusters and a seed give labels.
pub type Clusterer<'a> = dyn Fn(&Points, usize, u64) -> Result<Vec<u32>> + Sync + 'a;

/// Where the reference rows are drawn.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Space {
    /// In a box along the principal axes: R's `scaledPCA`.
    #[default]
    Principal,
    /// In a box along the columns: R's `original`.
    Original,
}

/// What the gap statistic found (Tibshirani, Walther and Hastie 2001).
#[derive(Debug, Clone, PartialEq)]
pub struct Gap {
    /// For 1, 2 … clusters the logarithm of the within dispersion, as R's `clusGap` counts it: over the clusters, half the sum
    /// of all pairs' distances ÷ the size, each pair once.
    pub log_w: Vec<f64>,
    /// Its mean over the references.
    pub expected: Vec<f64>,
    /// The gap between the two.
    pub gap: Vec<f64>,
    /// Its simulation error: the standard deviation over the references × √(1 + 1 ÷ their number).
    pub error: Vec<f64>,
    /// How many references were drawn.
    pub references: usize,
    /// By the authors' rule: the least number whose gap is no less than the next one's less its error.
    pub tibshirani: usize,
    /// By Dudoit and Fridlyand's rule (2002): the least number whose gap is no less than the greatest one's less its error.
    pub dudoit: usize,
}

/// The gap for 1 to `most` clusters against so many references.
///
/// # Errors
/// What the clusterer says; fewer rows than clusters; no reference.
pub fn gap(
    points: &Points,
    most: usize,
    references: usize,
    space: Space,
    seed: u64,
    clusterer: &Clusterer<'_>,
) -> Result<Gap> {
    if most == 0 || most >= points.len() || references == 0 {
        return Err(Error::TooFew { what: "rows", have: points.len(), need: most + 1 });
    }
    let chance = Chance::new(seed);
    let logs = |points: &Points, seed: u64| -> Result<Vec<f64>> {
        (1..=most)
            .map(|k| {
                let labels = if k == 1 { vec![0; points.len()] } else { clusterer(points, k, seed)? };
                Ok(dispersion(points, &labels).ln())
            })
            .collect()
    };
    let log_w = logs(points, chance.branch(0).bits())?;
    let frame = Box::of(points, space)?;
    let drawn = (1..=references)
        .into_par_iter()
        .map(|number| {
            let mut own = chance.branch(number as u64);
            logs(&frame.draw(points.len(), &mut own)?, own.bits())
        })
        .collect::<Result<Vec<_>>>()?;
    let b = references as f64;
    let expected: Vec<f64> = (0..most).map(|k| drawn.iter().map(|logs| logs[k]).sum::<f64>() / b).collect();
    let error: Vec<f64> = (0..most)
        .map(|k| {
            let squares = drawn.iter().map(|logs| (logs[k] - expected[k]).powi(2)).sum::<f64>();
            // R divides by the number less one.
            (squares / (b - 1.0).max(1.0)).sqrt() * (1.0 + 1.0 / b).sqrt()
        })
        .collect();
    let gap: Vec<f64> = expected.iter().zip(&log_w).map(|(expected, own)| expected - own).collect();
    let tibshirani = (0..most - 1).find(|&k| gap[k] >= gap[k + 1] - error[k + 1]).map_or(most, |k| k + 1);
    let top = (0..most).fold(0, |best, k| if gap[k] > gap[best] { k } else { best });
    let dudoit = (0..=top).find(|&k| gap[k] >= gap[top] - error[top]).map_or(top + 1, |k| k + 1);
    Ok(Gap { log_w, expected, gap, error, references, tibshirani, dudoit })
}

/// Over the clusters, half the sum of the distances of all pairs ÷ the size.
pub fn dispersion(points: &Points, labels: &[u32]) -> f64 {
    let k = labels.iter().filter(|&&label| label != super::NOISE).max().map_or(0, |&most| most as usize + 1);
    let mut members = vec![Vec::new(); k];
    for (row, &label) in labels.iter().enumerate() {
        if let Some(list) = members.get_mut(label as usize) {
            list.push(row);
        }
    }
    let one = |rows: &Vec<usize>| {
        let pairs = rows.iter().enumerate().flat_map(|(at, &a)| rows[at + 1..].iter().map(move |&b| (a, b)));
        let sum: f64 = pairs.map(|(a, b)| Metric::Euclidean.distance(points.row(a), points.row(b))).sum();
        0.5 * sum / rows.len().max(1) as f64
    };
    members.iter().map(one).sum()
}

/// The box that the references are drawn in, with the way from its axes to the columns.
struct Box {
    centre: Vec<f64>,
    /// The axes, a row each.
    axes: Vec<Vec<f64>>,
    ends: Vec<(f64, f64)>,
}

impl Box {
    fn of(points: &Points, space: Space) -> Result<Self> {
        let (width, centre) = (points.width(), points.centre());
        let axes: Vec<Vec<f64>> = match space {
            Space::Original => (0..width)
                .map(|axis| (0..width).map(|at| f64::from(u8::from(axis == at))).collect())
                .collect(),
            Space::Principal => {
                let spread = matrix::Mat::from_fn(width, width, |a, b| {
                    points.rows().map(|row| (row[a] - centre[a]) * (row[b] - centre[b])).sum()
                });
                let found = matrix::eigen(spread.as_ref())
                    .map_err(|_| Error::NoConvergence { what: "eigenvalues", steps: 0 })?;
                (0..width).map(|axis| (0..width).map(|at| found.vectors[(at, axis)]).collect()).collect()
            }
        };
        let along = |axis: &Vec<f64>| {
            let places = points
                .rows()
                .map(|row| row.iter().zip(&centre).zip(axis).map(|((x, c), a)| (x - c) * a).sum::<f64>());
            places.fold((f64::INFINITY, f64::NEG_INFINITY), |(low, high), x| (low.min(x), high.max(x)))
        };
        let ends = axes.iter().map(along).collect();
        Ok(Box { centre, axes, ends })
    }

    fn draw(&self, n: usize, chance: &mut Chance) -> Result<Points> {
        let mut values = Vec::with_capacity(n * self.centre.len());
        for _ in 0..n {
            let mut row = self.centre.clone();
            for (axis, &(low, high)) in self.axes.iter().zip(&self.ends) {
                let place = low + (high - low) * chance.uniform();
                row.iter_mut().zip(axis).for_each(|(x, a)| *x += place * a);
            }
            values.extend(row);
        }
        Points::new(values, self.centre.len())
    }
}
