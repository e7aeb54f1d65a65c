//! k-means: k centres, each row with the nearest, so that the sum of squared distances is small.
//!
//! The sum has many local least values; which is found depends on where the centres begin. [`Start`] says where; with
//! random starts the best of several is kept.

mod hartigan;
mod lloyd;
mod macqueen;
mod minibatch;
mod seed;

pub(super) use lloyd::nearest;
pub use minibatch::{MiniBatch, minibatch};
pub use seed::plus_plus;

use super::points::{Points, squared};
use crate::watch::unwatched;
use crate::{Chance, Error, Result, Watch};
use rayon::prelude::*;

/// How the centres move.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Algorithm {
    /// All rows to their nearest centres, then all centres to their rows' means (Lloyd 1957), the rows that cannot have
    /// changed left out by their bounds (Hamerly 2010): the same steps, the same end, much sooner.
    #[default]
    Lloyd,
    /// A row moves where the sum falls, the centres' own movement counted (Hartigan and Wong 1979, AS 136): never worse
    /// than Lloyd's end, often better.
    HartiganWong,
    /// A centre moves with each row that changes (MacQueen 1967).
    MacQueen,
}

/// Where the centres begin.
#[derive(Debug, Clone, PartialEq)]
pub enum Start {
    /// At these places.
    Given(Points),
    /// At rows drawn by k-means++ (Arthur and Vassilvitskii 2007), so many times; the best end is kept.
    Seeded {
        /// How many clusters.
        k: usize,
        /// How many starts.
        starts: usize,
        /// The seed.
        seed: u64,
    },
}

/// What k-means found.
#[derive(Debug, Clone, PartialEq)]
pub struct KMeans {
    /// For each row its cluster, from 0.
    pub labels: Vec<u32>,
    /// The clusters' means.
    pub centres: Points,
    /// How many rows each has.
    pub sizes: Vec<usize>,
    /// The sum of squared distances within each.
    pub within: Vec<f64>,
    /// The sum of those: what k-means makes small.
    pub within_total: f64,
    /// The sum of squared distances from the mean of all.
    pub total: f64,
    /// How many passes the kept start took, the last one counted.
    pub steps: usize,
    /// Whether it came to rest.
    pub converged: bool,
    /// The within sum that each start came to.
    pub ends: Vec<f64>,
    /// How often a cluster ran empty and began anew at the row farthest from its centre.
    pub refilled: usize,
    /// By what algorithm.
    pub algorithm: Algorithm,
}

impl KMeans {
    /// The share of the total sum of squares that lies between the clusters.
    pub fn explained(&self) -> f64 {
        if self.total > 0.0 { 1.0 - self.within_total / self.total } else { 0.0 }
    }

    /// How many starts came as near to the best as a hundred-thousandth.
    pub fn agreed(&self) -> usize {
        self.ends.iter().filter(|&&end| end <= self.within_total * (1.0 + 1e-5)).count()
    }
}

/// k-means from a start, for at most `limit` passes.
///
/// # Errors
/// No cluster; more clusters than rows that differ; centres of another width.
pub fn kmeans(points: &Points, start: &Start, algorithm: Algorithm, limit: usize) -> Result<KMeans> {
    kmeans_watched(points, start, algorithm, limit, &unwatched)
}

/// The same, telling how many starts are done, of how many.
///
/// # Errors
/// As [`kmeans`].
pub fn kmeans_watched(
    points: &Points,
    start: &Start,
    algorithm: Algorithm,
    limit: usize,
    watch: &Watch<'_>,
) -> Result<KMeans> {
    match start {
        Start::Given(centres) => {
            check(points, centres.len())?;
            if centres.width() != points.width() {
                return Err(Error::Lengths { left: centres.width(), right: points.width() });
            }
            let end = run(points, centres.clone(), algorithm, limit);
            Ok(finish(points, end, algorithm, points.scatter()))
        }
        Start::Seeded { k, starts, seed } => {
            check(points, *k)?;
            let (chance, total) = (Chance::new(*seed), points.scatter());
            let mut best: Option<KMeans> = None;
            let mut ends = Vec::new();
            let starts = (*starts).max(1);
            for number in 0..starts {
                let centres = plus_plus(points, *k, &mut chance.branch(number as u64));
                let found = finish(points, run(points, centres, algorithm, limit), algorithm, total);
                ends.push(found.within_total);
                if best.as_ref().is_none_or(|best| found.within_total < best.within_total) {
                    best = Some(found);
                }
                watch(number + 1, starts);
            }
            let best = best.ok_or(Error::TooFew { what: "starts", have: 0, need: 1 })?;
            Ok(KMeans { ends, ..best })
        }
    }
}

/// For each new row the nearest centre and the distance to it.
pub fn assign(centres: &Points, rows: &Points) -> Result<Vec<(u32, f64)>> {
    if centres.width() != rows.width() {
        return Err(Error::Lengths { left: rows.width(), right: centres.width() });
    }
    Ok(nearest(rows, centres).into_iter().map(|(label, distance)| (label, distance.sqrt())).collect())
}

fn check(points: &Points, k: usize) -> Result<()> {
    if k == 0 {
        return Err(Error::TooFew { what: "clusters", have: 0, need: 1 });
    }
    let have = points.distinct(k);
    if have < k { Err(Error::TooFew { what: "distinct rows", have, need: k }) } else { Ok(()) }
}

/// Where an algorithm came to rest.
struct End {
    labels: Vec<u32>,
    k: usize,
    steps: usize,
    converged: bool,
    refilled: usize,
}

fn run(points: &Points, centres: Points, algorithm: Algorithm, limit: usize) -> End {
    match algorithm {
        Algorithm::Lloyd => lloyd::run(points, centres, limit),
        Algorithm::HartiganWong => hartigan::run(points, centres, limit),
        Algorithm::MacQueen => macqueen::run(points, centres, limit),
    }
}

fn finish(points: &Points, end: End, algorithm: Algorithm, total: f64) -> KMeans {
    let (centres, sizes) = means(points, &end.labels, end.k);
    let within = within(points, &end.labels, &centres);
    let within_total = within.iter().sum();
    KMeans {
        labels: end.labels,
        centres,
        sizes,
        within,
        within_total,
        total,
        steps: end.steps,
        converged: end.converged,
        ends: vec![within_total],
        refilled: end.refilled,
        algorithm,
    }
}

/// Rows whose sums one core makes at a time; the sums are added in their order.
const PIECE: usize = 1 << 14;

/// Sums over all rows of what a row gives to its label, `width` figures a label; a label beyond `k` counts nowhere.
fn sums(
    points: &Points,
    labels: &[u32],
    k: usize,
    width: usize,
    add: impl Fn(&mut [f64], &[f64], usize) + Sync,
) -> Vec<f64> {
    let pieces = points.values().par_chunks(PIECE * points.width()).zip(labels.par_chunks(PIECE));
    let piece = |(rows, labels): (&[f64], &[u32])| {
        let mut sums = vec![0.0; k * width];
        for (row, &label) in rows.chunks_exact(points.width()).zip(labels) {
            let label = label as usize;
            if label < k {
                add(&mut sums[label * width..(label + 1) * width], row, label);
            }
        }
        sums
    };
    let mut all = vec![0.0; k * width];
    for part in pieces.map(piece).collect::<Vec<_>>() {
        all.iter_mut().zip(part).for_each(|(sum, part)| *sum += part);
    }
    all
}

/// The mean and the number of the rows of each label; an empty one's mean is nought, and noise counts nowhere.
pub fn means(points: &Points, labels: &[u32], k: usize) -> (Points, Vec<usize>) {
    let width = points.width();
    // Beside each label's figures stands its number of rows.
    let found = sums(points, labels, k, width + 1, |sums, row, _| {
        sums.iter_mut().zip(row.iter().chain([&1.0])).for_each(|(sum, value)| *sum += value);
    });
    let mut sizes = Vec::with_capacity(k);
    let mut values = Vec::with_capacity(k * width);
    for label in found.chunks_exact(width + 1) {
        let (sums, size) = label.split_at(width);
        sizes.push(size[0] as usize);
        values.extend(sums.iter().map(|sum| sum / size[0].max(1.0)));
    }
    (Points { values, width }, sizes)
}

/// The sum of squared distances of each cluster's rows from its centre.
pub(super) fn within(points: &Points, labels: &[u32], centres: &Points) -> Vec<f64> {
    sums(points, labels, centres.len(), 1, |sum, row, label| sum[0] += squared(row, centres.row(label)))
}

/// How far each row is from the centre of its label; of noise that is not a number.
pub fn own_distances(points: &Points, labels: &[u32], centres: &Points) -> Vec<f64> {
    let own = |(row, &label): (&[f64], &u32)| match (label as usize) < centres.len() {
        true => squared(row, centres.row(label as usize)).sqrt(),
        false => f64::NAN,
    };
    points.values().par_chunks_exact(points.width()).zip(labels).map(own).collect()
}
