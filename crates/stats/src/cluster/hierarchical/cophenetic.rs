//! How truly a tree tells the distances.

use super::super::points::{Metric, Points};
use super::Tree;
use super::order::spans;
use crate::{Chance, Error, Result};

/// Up to so many rows all pairs are held against each other; above, as many pairs are drawn.
const ALL_PAIRS: usize = 4_000;
const DRAWN: usize = 2_000_000;

/// The correlation of the rows' distances with the heights at which they meet.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Cophenetic {
    /// Pearson's correlation.
    pub correlation: f64,
    /// Over how many pairs.
    pub pairs: usize,
    /// Whether those were drawn by chance out of more.
    pub sampled: bool,
}

/// The cophenetic correlation (Sokal and Rohlf 1962).
///
/// # Errors
/// A tree of other rows; all distances alike.
pub fn cophenetic(tree: &Tree, points: &Points, metric: Metric, seed: u64) -> Result<Cophenetic> {
    let distance = |a: usize, b: usize| metric.distance(points.row(a), points.row(b));
    if tree.rows() != points.len() {
        return Err(Error::Lengths { left: tree.rows(), right: points.len() });
    }
    cophenetic_by(tree, distance, seed)
}

/// The same for whatever measured the distances.
pub(in super::super) fn cophenetic_by(
    tree: &Tree,
    distance: impl Fn(usize, usize) -> f64,
    seed: u64,
) -> Result<Cophenetic> {
    let n = tree.rows();
    let sampled = n > ALL_PAIRS;
    let mut sums = Sums::default();
    if sampled {
        let meets = Meets::new(tree);
        let mut chance = Chance::new(seed);
        while sums.n < DRAWN {
            let (a, b) = (chance.below(n), chance.below(n));
            if a != b {
                sums.add(distance(a, b), meets.height(a, b));
            }
        }
    } else {
        for ((at, span), &(_, right)) in spans(tree).into_iter().enumerate().zip(&tree.merge) {
            let right = if right < 0 { 1 } else { size(tree, right as usize - 1) };
            let middle = span.1 - right;
            for &a in &tree.order[span.0..middle] {
                for &b in &tree.order[middle..span.1] {
                    sums.add(distance(a, b), tree.height[at]);
                }
            }
        }
    }
    match sums.correlation() {
        Some(correlation) => Ok(Cophenetic { correlation, pairs: sums.n, sampled }),
        None => Err(Error::Constant { column: "distance".to_owned() }),
    }
}

fn size(tree: &Tree, step: usize) -> usize {
    let mut open = vec![step];
    let mut rows = 0;
    while let Some(at) = open.pop() {
        for name in [tree.merge[at].0, tree.merge[at].1] {
            if name < 0 { rows += 1 } else { open.push(name as usize - 1) }
        }
    }
    rows
}

/// Running means and cross-products (Welford).
#[derive(Default)]
struct Sums {
    n: usize,
    mean: (f64, f64),
    xx: f64,
    xy: f64,
    yy: f64,
}

impl Sums {
    fn add(&mut self, x: f64, y: f64) {
        self.n += 1;
        let n = self.n as f64;
        let (dx, dy) = (x - self.mean.0, y - self.mean.1);
        self.mean.0 += dx / n;
        self.mean.1 += dy / n;
        let (ex, ey) = (x - self.mean.0, y - self.mean.1);
        self.xx += dx * ex;
        self.xy += dx * ey;
        self.yy += dy * ey;
    }

    fn correlation(&self) -> Option<f64> {
        (self.xx > 0.0 && self.yy > 0.0).then(|| self.xy / (self.xx * self.yy).sqrt())
    }
}

/// At which step two rows meet: parents, with the depth of each step.
struct Meets<'a> {
    tree: &'a Tree,
    row_parent: Vec<usize>,
    parent: Vec<usize>,
}

impl<'a> Meets<'a> {
    fn new(tree: &'a Tree) -> Self {
        let (mut row_parent, mut parent) = (vec![0; tree.rows()], vec![usize::MAX; tree.merge.len()]);
        for (step, &(left, right)) in tree.merge.iter().enumerate() {
            for name in [left, right] {
                if name < 0 {
                    row_parent[(-name - 1) as usize] = step;
                } else {
                    parent[name as usize - 1] = step;
                }
            }
        }
        Meets { tree, row_parent, parent }
    }

    /// A step's parent has a greater number: the lesser climbs until both are one.
    fn height(&self, a: usize, b: usize) -> f64 {
        let (mut a, mut b) = (self.row_parent[a], self.row_parent[b]);
        while a != b {
            if a < b { a = self.parent[a] } else { b = self.parent[b] }
        }
        self.tree.height.get(a).copied().unwrap_or(f64::NAN)
    }
}
