//! Clusters whose distances are all stored and brought up to date by Lance and Williams' formula (1967).

use super::super::distances::Distances;
use super::Linkage;
use super::merge::{Gaps, least};

pub(super) struct Stored {
    distances: Distances,
    sizes: Vec<f64>,
    alive: Vec<bool>,
    linkage: Linkage,
}

impl Stored {
    pub(super) fn new(distances: Distances, linkage: Linkage) -> Self {
        let n = distances.len();
        Stored { distances, sizes: vec![1.0; n], alive: vec![true; n], linkage }
    }
}

impl Gaps for Stored {
    const SHRINKS: bool = false;

    fn len(&self) -> usize {
        self.distances.len()
    }

    fn nearest(&self, at: usize) -> (f64, usize) {
        let start = self.distances.start(at);
        let row = &self.distances.values[start..start + self.distances.len() - 1 - at];
        if row.is_empty() {
            return (f64::INFINITY, at);
        }
        pulp::Arch::new().dispatch(|| {
            let best = least(row);
            (row[best], at + 1 + best)
        })
    }

    fn join(&mut self, into: usize, from: usize, gap: f64, gaps: &mut [f64]) {
        let (a, b) = (self.sizes[into], self.sizes[from]);
        let n = self.distances.len();
        self.alive[from] = false;
        for (at, fresh) in gaps.iter_mut().enumerate().take(n) {
            if !self.alive[at] || at == into {
                *fresh = f64::INFINITY;
                continue;
            }
            let (one, two, c) = (self.distances.get(into, at), self.distances.get(from, at), self.sizes[at]);
            let new = match self.linkage {
                Linkage::Ward | Linkage::WardD => ((a + c) * one + (b + c) * two - c * gap) / (a + b + c),
                Linkage::Single => one.min(two),
                Linkage::Complete => one.max(two),
                Linkage::Average => (a * one + b * two) / (a + b),
                Linkage::McQuitty => (one + two) / 2.0,
                Linkage::Centroid => (a * one + b * two - a * b * gap / (a + b)) / (a + b),
                Linkage::Median => ((one + two) - gap / 2.0) / 2.0,
            };
            *fresh = new;
            let (low, high) = (into.min(at), into.max(at));
            let place = self.distances.start(low) + high - low - 1;
            self.distances.values[place] = new;
            // Nobody finds the merged one near any more.
            if at < from {
                let place = self.distances.start(at) + from - at - 1;
                self.distances.values[place] = f64::INFINITY;
            }
        }
        let (low, high) = (into.min(from), into.max(from));
        let place = self.distances.start(low) + high - low - 1;
        self.distances.values[place] = f64::INFINITY;
        self.sizes[into] = a + b;
    }

    fn keep(&mut self, _: &[usize]) {}
}
