//! Hartigan and Wong's algorithm.
//!
//! J. A. Hartigan and M. A. Wong (1979), *A K-means clustering algorithm*, Applied Statistics 28, AS 136. A row of a cluster
//! of n rows costs n/(n−1)·d² where it is and would cost n/(n+1)·d² elsewhere; it moves where that is less. In the
//! optimal-transfer stage every row is held against every cluster that has changed lately (the live ones), in the
//! quick-transfer stage against its second nearest only.

use super::super::points::{Points, squared};
use super::{End, means};

struct State<'a> {
    points: &'a Points,
    centres: Points,
    sizes: Vec<usize>,
    /// n/(n−1), what leaving weighs.
    leave: Vec<f64>,
    /// n/(n+1), what coming weighs.
    come: Vec<f64>,
    first: Vec<usize>,
    second: Vec<usize>,
    /// What each row costs where it is.
    cost: Vec<f64>,
    /// Whether the quick stage has changed the cluster.
    changed: Vec<bool>,
    /// The step of the cluster's last change in the stage.
    step: Vec<i64>,
    /// Until which row the cluster is live.
    live: Vec<i64>,
    /// How many rows in a row have not moved.
    quiet: usize,
}

pub(super) fn run(points: &Points, start: Points, limit: usize) -> End {
    let (n, k) = (points.len(), start.len());
    let (first, second): (Vec<usize>, Vec<usize>) = points.rows().map(|row| two(row, &start)).unzip();
    let labels: Vec<u32> = first.iter().map(|&label| label as u32).collect();
    let (mut centres, sizes) = means(points, &labels, k);
    for (label, &size) in sizes.iter().enumerate() {
        if size == 0 {
            let width = points.width();
            centres.values[label * width..(label + 1) * width].copy_from_slice(start.row(label));
        }
    }
    let mut state = State {
        points,
        centres,
        leave: sizes.iter().map(|&size| leave(size)).collect(),
        come: sizes.iter().map(|&size| come(size)).collect(),
        sizes,
        first,
        second,
        cost: vec![0.0; n],
        changed: vec![true; k],
        step: vec![-1; k],
        live: vec![0; k],
        quiet: 0,
    };
    let (mut steps, mut converged) = (0, k == 1);
    while !converged && steps < limit.max(1) {
        steps += 1;
        state.optimal();
        if state.quiet == n {
            converged = true;
            break;
        }
        if !state.quick() {
            break;
        }
        converged = k == 2;
        state.step.fill(0);
    }
    let labels = state.first.iter().map(|&label| label as u32).collect();
    End { labels, k, steps: steps.max(1), converged, refilled: 0 }
}

fn leave(size: usize) -> f64 {
    if size > 1 { size as f64 / (size as f64 - 1.0) } else { f64::INFINITY }
}

fn come(size: usize) -> f64 {
    // A cluster that ran empty costs nothing to come to.
    size as f64 / (size as f64 + 1.0)
}

/// The nearest and the second nearest centre.
fn two(row: &[f64], centres: &Points) -> (usize, usize) {
    let (mut best, mut next) = ((f64::INFINITY, 0), (f64::INFINITY, 0));
    for (at, centre) in centres.rows().enumerate() {
        let gap = squared(row, centre);
        if gap < best.0 {
            next = best;
            best = (gap, at);
        } else if gap < next.0 {
            next = (gap, at);
        }
    }
    (best.1, next.1)
}

impl State<'_> {
    fn gap(&self, row: usize, label: usize) -> f64 {
        squared(self.points.row(row), self.centres.row(label))
    }

    fn optimal(&mut self) {
        let (n, k) = (self.points.len(), self.sizes.len());
        for label in 0..k {
            if self.changed[label] {
                self.live[label] = n as i64;
            }
        }
        for row in 0..n {
            self.quiet += 1;
            let own = self.first[row];
            if self.sizes[own] != 1 {
                if self.step[own] != 0 {
                    self.cost[row] = self.leave[own] * self.gap(row, own);
                }
                let known = self.second[row];
                let (mut to, mut least) = (known, self.come[known] * self.gap(row, known));
                let here = row as i64;
                for label in 0..k {
                    let asleep = here >= self.live[own] && here >= self.live[label];
                    if asleep || label == own || label == known {
                        continue;
                    }
                    // Divided and not multiplied, as AS 136 has it: among rows that tie, rounding decides.
                    let gap = self.gap(row, label);
                    if gap < least / self.come[label] {
                        (to, least) = (label, gap * self.come[label]);
                    }
                }
                if least >= self.cost[row] {
                    self.second[row] = to;
                } else {
                    self.quiet = 0;
                    for label in [own, to] {
                        self.live[label] = (n + row) as i64;
                        self.step[label] = here + 1;
                    }
                    self.shift(row, own, to);
                }
            }
            if self.quiet == n {
                return;
            }
        }
        for label in 0..k {
            self.changed[label] = false;
            self.live[label] -= n as i64;
        }
    }

    /// Whether the stage came to rest; a bound keeps rows that are equally near from going round for ever.
    fn quick(&mut self) -> bool {
        let n = self.points.len();
        let (mut still, mut step) = (0, 0i64);
        loop {
            for row in 0..n {
                still += 1;
                step += 1;
                if step >= 50 * n as i64 {
                    return false;
                }
                let (own, to) = (self.first[row], self.second[row]);
                if self.sizes[own] != 1 {
                    // A row that moved itself is weighed anew at its next turn, too.
                    if step <= self.step[own] {
                        self.cost[row] = self.leave[own] * self.gap(row, own);
                    }
                    let fresh = step < self.step[own] || step < self.step[to];
                    if fresh && self.gap(row, to) < self.cost[row] / self.come[to] {
                        still = 0;
                        self.quiet = 0;
                        for label in [own, to] {
                            self.changed[label] = true;
                            self.step[label] = step + n as i64;
                        }
                        self.shift(row, own, to);
                    }
                }
                if still == n {
                    return true;
                }
            }
        }
    }

    /// Moves a row, and the two centres with it.
    fn shift(&mut self, row: usize, from: usize, to: usize) {
        let width = self.points.width();
        let (less, more) = (self.sizes[from] as f64, self.sizes[to] as f64);
        for (at, &value) in self.points.row(row).iter().enumerate() {
            let (old, new) = (from * width + at, to * width + at);
            self.centres.values[old] = (self.centres.values[old] * less - value) / (less - 1.0);
            self.centres.values[new] = (self.centres.values[new] * more + value) / (more + 1.0);
        }
        self.sizes[from] -= 1;
        self.sizes[to] += 1;
        for label in [from, to] {
            self.leave[label] = leave(self.sizes[label]);
            self.come[label] = come(self.sizes[label]);
        }
        self.first[row] = to;
        self.second[row] = from;
    }
}
