//! How many clusters there are, by several rules.

use super::divide::{Run, divide};
use super::question::{Method, Question, Space};
use crate::Data;
use crate::data::Steps;
use stats::cluster::gap::{Gap, Space as Drawn, gap};
use stats::cluster::indices::indices;
use stats::cluster::kmeans::{Algorithm, Start, kmeans};
use stats::cluster::silhouette::{silhouette, silhouette_of};
use stats::cluster::{Distances, Points};
use stats::{Chance, Result};

/// Rows that are enough to tell the numbers apart.
const ROWS: usize = 2_000;
/// Rows and references of the gap.
const GAP: (usize, usize) = (600, 40);

/// What each number of clusters would give.
pub struct Many {
    pub tried: Vec<One>,
    pub gap: Option<Gap>,
    /// How many rows it was counted on, where not on all.
    pub sampled: Option<usize>,
}

/// A number of clusters.
pub struct One {
    pub k: usize,
    pub silhouette: f64,
    pub within: f64,
    pub calinski_harabasz: f64,
    pub davies_bouldin: f64,
}

impl Many {
    /// The number that the silhouette is for.
    pub fn by_silhouette(&self) -> Option<usize> {
        best(self.tried.iter().map(|one| (one.k, one.silhouette)))
    }

    /// The number that Caliński and Harabasz are for.
    pub fn by_index(&self) -> Option<usize> {
        best(self.tried.iter().map(|one| (one.k, one.calinski_harabasz)))
    }

    /// The number that Davies and Bouldin are for.
    pub fn by_spread(&self) -> Option<usize> {
        best(self.tried.iter().map(|one| (one.k, -one.davies_bouldin)))
    }

    /// The number at the bend of the within sums: the one farthest below the line from the first to the last.
    pub fn by_elbow(&self) -> Option<usize> {
        let (first, last) = (self.tried.first()?, self.tried.last()?);
        let steps = (last.k - first.k) as f64;
        let below = |one: &One| {
            first.within + (last.within - first.within) * (one.k - first.k) as f64 / steps - one.within
        };
        best(self.tried.iter().map(|one| (one.k, below(one))))
    }
}

fn best(all: impl Iterator<Item = (usize, f64)>) -> Option<usize> {
    let finite = all.filter(|(_, value)| value.is_finite());
    finite.reduce(|best, this| if this.1 > best.1 { this } else { best }).map(|best| best.0)
}

/// Tries 2 to `most` clusters; nothing where the method finds the number itself.
pub fn many(question: &Question, data: &Data) -> Result<Option<Many>> {
    let settings = &question.settings;
    let by_number = matches!(settings.method, Method::KMeans | Method::Pam | Method::Hierarchical);
    let n = question.space.len();
    let most = settings.most.min(n.saturating_sub(1));
    if !by_number || most < 2 || (settings.quick && settings.k.is_some()) {
        return Ok(None);
    }
    let rows = drawn(n, ROWS, settings.seed);
    let sampled = (rows.len() < n).then_some(rows.len());
    let part = match &question.space {
        Space::Points { scaled, .. } => Part::Points(scaled.pick(&rows)),
        Space::Mixed(all) => Part::Mixed(Distances::from_fn(rows.len(), |a, b| all.get(rows[a], rows[b]))?),
    };
    let mut tried = Vec::new();
    let steps = Steps::new(data, most - 1);
    for k in 2..=most {
        let starts = settings.starts.min(10);
        let run = Run { settings, k, starts, seed: settings.seed, watch: &|_, _| {} };
        // Fewer rows that differ than clusters: the numbers end here.
        let Ok(found) = divide(&question.space, Some(&rows), &run) else { break };
        let labels = &found.labels;
        let (silhouette, indices) = match &part {
            Part::Points(points) => {
                (silhouette(points, labels, settings.metric, settings.seed), indices(points, labels).ok())
            }
            Part::Mixed(distances) => (silhouette_of(distances, labels), None),
        };
        tried.push(One {
            k,
            silhouette: silhouette.map_or(f64::NAN, |found| found.mean),
            within: indices.as_ref().map_or(f64::NAN, |found| found.within),
            calinski_harabasz: indices.as_ref().map_or(f64::NAN, |found| found.calinski_harabasz),
            davies_bouldin: indices.as_ref().map_or(f64::NAN, |found| found.davies_bouldin),
        });
        steps.one();
    }
    let gap = match &part {
        Part::Points(points) => statistic(points, most, settings.seed, data),
        Part::Mixed(_) => None,
    };
    Ok(Some(Many { tried, gap, sampled }))
}

enum Part {
    Points(Points),
    Mixed(Distances),
}

fn statistic(points: &Points, most: usize, seed: u64, data: &Data) -> Option<Gap> {
    let points = points.pick(&drawn(points.len(), GAP.0, seed));
    let most = most.min(points.len().saturating_sub(1));
    // The rows themselves and each reference, by each number of clusters but one.
    let steps = Steps::new(data, (GAP.1 + 1) * most.saturating_sub(1));
    let cluster = |points: &Points, k: usize, seed: u64| {
        let start = Start::Seeded { k, starts: 3, seed };
        let found = kmeans(points, &start, Algorithm::Lloyd, 200).map(|found| found.labels);
        steps.one();
        found
    };
    gap(&points, most, GAP.1, Drawn::Principal, seed, &cluster).ok()
}

/// As many rows as are enough, drawn by the seed.
pub fn drawn(n: usize, enough: usize, seed: u64) -> Vec<usize> {
    let mut rows: Vec<usize> = (0..n).collect();
    if n > enough {
        Chance::new(seed).branch(9).shuffle(&mut rows);
        rows.truncate(enough);
        rows.sort_unstable();
    }
    rows
}
