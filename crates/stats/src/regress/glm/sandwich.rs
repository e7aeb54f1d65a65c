//! Errors that hold where the variance is not the family's: the sandwich of White (1980), with the corrections of MacKinnon and
//! White (1985), and by clusters (Liang and Zeger 1986), as R's `sandwich` has them for a `glm`.

use super::Glm;
use crate::regress::Design;
use crate::{Error, Result};

/// A kind of robust errors.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Robust<'a> {
    /// Squares of the scores as they are.
    Hc0,
    /// By n / (n − k).
    Hc1,
    /// By 1 / (1 − h).
    Hc2,
    /// By 1 / (1 − h)².
    Hc3,
    /// Scores of a cluster added up first; by G / (G − 1), and by (n − 1) / (n − k) where the second is set. A cluster a row.
    Cluster(&'a [u32], bool),
}

impl Glm {
    /// The robust covariance of the kept coefficients.
    ///
    /// # Errors
    /// Fewer than two clusters; clusters for other than the design's rows.
    pub fn robust(&self, design: &Design, kind: Robust<'_>) -> Result<Vec<Vec<f64>>> {
        let columns = design.slices();
        let (n, k) = (self.n as f64, self.kept.len() as f64);
        let hat = match kind {
            Robust::Hc2 | Robust::Hc3 => self.leverage(design),
            _ => Vec::new(),
        };
        // Each row's share in the score, corrected.
        let score: Vec<f64> = match kind {
            Robust::Hc0 | Robust::Cluster(..) => self.score.clone(),
            Robust::Hc1 => self.score.iter().map(|s| s * (n / (n - k)).sqrt()).collect(),
            Robust::Hc2 => self.score.iter().zip(&hat).map(|(s, h)| s / (1.0 - h).sqrt()).collect(),
            Robust::Hc3 => self.score.iter().zip(&hat).map(|(s, h)| s / (1.0 - h)).collect(),
        };
        let (rows, by): (Vec<Vec<f64>>, f64) = match kind {
            Robust::Cluster(groups, small) => {
                if groups.len() != design.n() {
                    return Err(Error::Lengths { left: design.n(), right: groups.len() });
                }
                let (sums, count) = sums_by(groups, &self.kept, &columns, &score);
                if count < 2 {
                    return Err(Error::TooFew { what: "groups", have: count, need: 2 });
                }
                let g = count as f64;
                (sums, g / (g - 1.0) * if small { (n - 1.0) / (n - k) } else { 1.0 })
            }
            _ => {
                let row = |at: usize| self.kept.iter().map(|&c| columns[c][at] * score[at]).collect();
                ((0..design.n()).map(row).collect(), 1.0)
            }
        };
        // Half of the sandwich for each row or cluster; its squares add up to the whole, which so stays symmetric.
        let mut whole = vec![vec![0.0; self.kept.len()]; self.kept.len()];
        for row in rows {
            let half: Vec<f64> =
                self.unscaled.iter().map(|bread| super::super::weighted::dot(bread, &row)).collect();
            for (i, a) in half.iter().enumerate() {
                whole[i].iter_mut().zip(&half).for_each(|(sum, b)| *sum += by * a * b);
            }
        }
        Ok(whole)
    }
}

/// The scores of each cluster, and how many clusters there are.
fn sums_by(groups: &[u32], kept: &[usize], columns: &[&[f64]], score: &[f64]) -> (Vec<Vec<f64>>, usize) {
    let mut order: Vec<u32> = groups.to_vec();
    order.sort_unstable();
    order.dedup();
    let mut sums = vec![vec![0.0; kept.len()]; order.len()];
    for (row, group) in groups.iter().enumerate() {
        if let Ok(at) = order.binary_search(group) {
            sums[at].iter_mut().zip(kept).for_each(|(sum, &c)| *sum += columns[c][row] * score[row]);
        }
    }
    (sums, order.len())
}
