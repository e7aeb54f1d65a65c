//! k-medoids: k rows stand for all, so that the sum of distances to the nearest of them is small.

use super::distances::Distances;
use super::points::{Metric, Points};
use crate::watch::unwatched;
use crate::{Chance, Error, Result, Watch};
use rayon::prelude::*;

/// What k-medoids found.
#[derive(Debug, Clone, PartialEq)]
pub struct Medoids {
    /// The rows that stand for the clusters, in the order in which the rows name the clusters.
    pub medoids: Vec<usize>,
    /// For each row its cluster, from 0.
    pub labels: Vec<u32>,
    /// How far each row is from its medoid.
    pub distance: Vec<f64>,
    /// The mean distance after the first choice (BUILD).
    pub build: f64,
    /// The mean distance in the end (SWAP).
    pub swap: f64,
    /// How many exchanges it took.
    pub swaps: usize,
    /// Whether no exchange was left that helps.
    pub converged: bool,
    /// The number of rows of each drawn part, where not all rows were held against each other (CLARA).
    pub sampled: Option<usize>,
}

/// Partitioning around medoids (Kaufman and Rousseeuw 1990, ch. 2): first each time the row that helps most, then exchanges,
/// each time the one that helps most of all; all exchanges of a row are weighed in one pass (Schubert and Rousseeuw 2021).
///
/// # Errors
/// No cluster; as many as rows or more.
pub fn pam(distances: &Distances, k: usize) -> Result<Medoids> {
    pam_watched(distances, k, &unwatched)
}

/// The same, telling how far it has come: each of the `k` first choices is a step, and so is each exchange. How many of those it
/// takes is known only in the end; they are told as `k`, which they seldom exceed.
///
/// # Errors
/// As [`pam`].
pub fn pam_watched(distances: &Distances, k: usize, watch: &Watch<'_>) -> Result<Medoids> {
    let n = distances.len();
    if k == 0 || k >= n {
        return Err(Error::Choice {
            name: "k",
            value: k.to_string(),
            allowed: format!("1 … {}", n.saturating_sub(1)),
        });
    }
    let mut state = State::build(distances, k, watch);
    let build = state.cost() / n as f64;
    let mut swaps = 0;
    let converged = loop {
        match state.best() {
            Some((_, gain)) if gain >= -1e-14 * state.cost() => break true,
            None => break true,
            Some(((row, place), _)) if swaps < 100 * k + 1000 => {
                state.medoids[place] = row;
                state.refresh();
                swaps += 1;
                watch((k + swaps).min(2 * k - 1), 2 * k);
            }
            Some(_) => break false,
        }
    };
    watch(2 * k, 2 * k);
    let order = named(&state.near, k);
    let medoids = order.iter().map(|&old| state.medoids[old]).collect();
    let mut new = vec![0u32; k];
    order.iter().enumerate().for_each(|(to, &from)| new[from] = to as u32);
    let labels = state.near.iter().map(|&place| new[place]).collect();
    let swap = state.cost() / n as f64;
    Ok(Medoids { medoids, labels, distance: state.first, build, swap, swaps, converged, sampled: None })
}

/// The places in the order in which the rows first name them.
fn named(near: &[usize], k: usize) -> Vec<usize> {
    let mut order = Vec::with_capacity(k);
    for &place in near {
        if !order.contains(&place) {
            order.push(place);
        }
    }
    // A medoid among its equals may stand for no row, not even for itself.
    order.extend((0..k).filter(|place| !near.contains(place)));
    order
}

struct State<'a> {
    distances: &'a Distances,
    medoids: Vec<usize>,
    /// For each row the place of its nearest medoid.
    near: Vec<usize>,
    /// How far that is, and how far the next.
    first: Vec<f64>,
    second: Vec<f64>,
}

impl<'a> State<'a> {
    fn build(distances: &'a Distances, k: usize, watch: &Watch<'_>) -> Self {
        let n = distances.len();
        let mut first = vec![f64::INFINITY; n];
        let mut medoids: Vec<usize> = Vec::with_capacity(k);
        while medoids.len() < k {
            let left = |row: usize| -> f64 { (0..n).map(|at| distances.get(row, at).min(first[at])).sum() };
            let others = (0..n).into_par_iter().filter(|row| !medoids.contains(row));
            let left: Vec<(f64, usize)> = others.map(|row| (left(row), row)).collect();
            let none = (f64::INFINITY, 0);
            let best = left.into_iter().fold(none, |best, this| if this.0 < best.0 { this } else { best });
            medoids.push(best.1);
            watch(medoids.len(), 2 * k);
            first.iter_mut().enumerate().for_each(|(at, gap)| *gap = gap.min(distances.get(best.1, at)));
        }
        let mut state = State { distances, medoids, near: vec![0; n], first, second: vec![0.0; n] };
        state.refresh();
        state
    }

    fn refresh(&mut self) {
        for row in 0..self.near.len() {
            let (mut near, mut first, mut second) = (0, f64::INFINITY, f64::INFINITY);
            for (place, &medoid) in self.medoids.iter().enumerate() {
                let gap = self.distances.get(row, medoid);
                if gap < first {
                    second = first;
                    (near, first) = (place, gap);
                } else if gap < second {
                    second = gap;
                }
            }
            (self.near[row], self.first[row], self.second[row]) = (near, first, second);
        }
    }

    fn cost(&self) -> f64 {
        self.first.iter().sum()
    }

    /// The exchange of a row for a medoid that changes the sum most, and by how much.
    fn best(&self) -> Option<((usize, usize), f64)> {
        let (n, k) = (self.near.len(), self.medoids.len());
        // What is lost where a medoid goes and none comes.
        let mut loss = vec![0.0; k];
        for row in 0..n {
            loss[self.near[row]] += if k == 1 { 0.0 } else { self.second[row] - self.first[row] };
        }
        let swap = |row: usize| {
            let (mut shared, mut own) = (0.0, loss.clone());
            for at in 0..n {
                let gap = self.distances.get(row, at);
                let (first, second, near) = (self.first[at], self.second[at], self.near[at]);
                if k == 1 {
                    shared += gap - first;
                } else if gap < first {
                    shared += gap - first;
                    own[near] += first - second;
                } else if gap < second {
                    own[near] += gap - second;
                }
            }
            let least = own.iter().enumerate().fold((f64::INFINITY, 0), |best, (place, &change)| {
                if change < best.0 { (change, place) } else { best }
            });
            ((row, least.1), shared + least.0)
        };
        let rows = (0..n).into_par_iter().filter(|row| !self.medoids.contains(row));
        let changes: Vec<_> = rows.map(swap).collect();
        changes.into_iter().reduce(|best, this| if this.1 < best.1 { this } else { best })
    }
}

/// Medoids of more rows than can be held against each other: the medoids of parts drawn by chance, of which those are kept
/// that stand best for all rows (CLARA, Kaufman and Rousseeuw 1990, ch. 3).
///
/// # Errors
/// No cluster; a part no greater than the number of clusters.
pub fn clara(
    points: &Points,
    metric: Metric,
    k: usize,
    parts: usize,
    size: usize,
    seed: u64,
) -> Result<Medoids> {
    clara_watched(points, metric, k, (parts, size), seed, &unwatched)
}

/// The same, telling how many parts are done, of how many; `parts` are how many and the rows of each.
///
/// # Errors
/// As [`clara`].
pub fn clara_watched(
    points: &Points,
    metric: Metric,
    k: usize,
    parts: (usize, usize),
    seed: u64,
    watch: &Watch<'_>,
) -> Result<Medoids> {
    let (parts, size) = (parts.0.max(1), parts.1);
    let n = points.len();
    let size = size.min(n);
    let chance = Chance::new(seed);
    let mut best: Option<Medoids> = None;
    for part in 0..parts {
        let mut rows: Vec<usize> = (0..n).collect();
        chance.branch(part as u64).shuffle(&mut rows);
        rows.truncate(size);
        // What stood best so far is in every later part.
        for &medoid in best.iter().flat_map(|best| &best.medoids) {
            if !rows.contains(&medoid) {
                rows.push(medoid);
            }
        }
        rows.sort_unstable();
        let drawn = pam(&Distances::of(&points.pick(&rows), metric)?, k)?;
        let medoids: Vec<usize> = drawn.medoids.iter().map(|&at| rows[at]).collect();
        let found = stand(points, metric, &medoids, &drawn, size);
        if best.as_ref().is_none_or(|best| found.swap < best.swap) {
            best = Some(found);
        }
        watch(part + 1, parts);
    }
    best.ok_or(Error::TooFew { what: "rows", have: 0, need: 1 })
}

fn stand(points: &Points, metric: Metric, medoids: &[usize], drawn: &Medoids, size: usize) -> Medoids {
    let near: Vec<(usize, f64)> = points.rows().map(|row| nearest(points, metric, medoids, row)).collect();
    let places: Vec<usize> = near.iter().map(|near| near.0).collect();
    let order = named(&places, medoids.len());
    let mut new = vec![0u32; medoids.len()];
    order.iter().enumerate().for_each(|(to, &from)| new[from] = to as u32);
    Medoids {
        medoids: order.iter().map(|&place| medoids[place]).collect(),
        labels: places.iter().map(|&place| new[place]).collect(),
        swap: near.iter().map(|near| near.1).sum::<f64>() / points.len() as f64,
        distance: near.into_iter().map(|near| near.1).collect(),
        build: drawn.build,
        swaps: drawn.swaps,
        converged: drawn.converged,
        sampled: Some(size),
    }
}

/// The place of the nearest medoid and how far it is.
fn nearest(points: &Points, metric: Metric, medoids: &[usize], row: &[f64]) -> (usize, f64) {
    let gaps = medoids.iter().map(|&medoid| metric.distance(points.row(medoid), row)).enumerate();
    gaps.fold((0, f64::INFINITY), |best, this| if this.1 < best.1 { this } else { best })
}

/// For each new row the cluster of its nearest medoid and how far that is.
pub fn assign(points: &Points, metric: Metric, medoids: &[usize], rows: &Points) -> Result<Vec<(u32, f64)>> {
    if points.width() != rows.width() {
        return Err(Error::Lengths { left: rows.width(), right: points.width() });
    }
    let one = |row| nearest(points, metric, medoids, row);
    Ok(rows.rows().map(one).map(|(place, gap)| (place as u32, gap)).collect())
}
