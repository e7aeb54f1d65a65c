//! How well clusters are set apart, in one figure.

use super::kmeans::{means, within};
use super::points::{Points, squared};
use crate::{Error, Result};

/// Indices of a division.
#[derive(Debug, Clone, PartialEq)]
pub struct Indices {
    /// Caliński and Harabasz (1974): between over within, each by its degrees of freedom; the greater the better.
    pub calinski_harabasz: f64,
    /// Davies and Bouldin (1979): the mean over the clusters of the worst (spread + spread) ÷ distance; the less the better.
    pub davies_bouldin: f64,
    /// The sum of squares within.
    pub within: f64,
    /// The sum of squares of all.
    pub total: f64,
}

/// The indices of points under labels; rows of noise are left out.
///
/// # Errors
/// Labels of another length; fewer than two clusters, or as many as rows.
pub fn indices(points: &Points, labels: &[u32]) -> Result<Indices> {
    if points.len() != labels.len() {
        return Err(Error::Lengths { left: points.len(), right: labels.len() });
    }
    let kept: Vec<usize> = (0..labels.len()).filter(|&row| labels[row] != super::NOISE).collect();
    let points = points.pick(&kept);
    let labels: Vec<u32> = kept.iter().map(|&row| labels[row]).collect();
    let k = labels.iter().max().map_or(0, |&most| most as usize + 1);
    if k < 2 || k >= points.len() {
        return Err(Error::TooFew { what: "clusters", have: k, need: 2 });
    }
    let (centres, sizes) = means(&points, &labels, k);
    let sums = within(&points, &labels, &centres);
    let (within, total) = (sums.iter().sum::<f64>(), points.scatter());
    let (n, degrees) = (points.len() as f64, k as f64 - 1.0);
    let calinski_harabasz = ((total - within) / degrees) / (within / (n - k as f64));
    let mut spread = vec![0.0; k];
    for (row, &label) in points.rows().zip(&labels) {
        spread[label as usize] += squared(row, centres.row(label as usize)).sqrt();
    }
    spread.iter_mut().zip(&sizes).for_each(|(sum, &size)| *sum /= size.max(1) as f64);
    let worst = |a: usize| {
        let others = (0..k).filter(|&b| b != a && sizes[b] > 0);
        let ratios = others.map(|b| (spread[a] + spread[b]) / squared(centres.row(a), centres.row(b)).sqrt());
        ratios.fold(0.0, f64::max)
    };
    let there: Vec<usize> = (0..k).filter(|&at| sizes[at] > 0).collect();
    let davies_bouldin = there.iter().map(|&at| worst(at)).sum::<f64>() / there.len() as f64;
    Ok(Indices { calinski_harabasz, davies_bouldin, within, total })
}
