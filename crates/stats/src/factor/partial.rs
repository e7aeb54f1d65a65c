//! Velicer's minimum average partial (1976).

use super::dense::failed;
use crate::Result;
use matrix::{Mat, eigen};

/// The mean squared correlation that is left when the first 1, 2, … `most` components are taken out; the number of components
/// at the least of them is the answer.
pub fn minimum_average_partial(correlations: &Mat<f64>, most: usize) -> Result<Vec<f64>> {
    let p = correlations.nrows();
    let found = eigen(correlations.as_ref()).map_err(failed)?;
    let mut rest = correlations.clone();
    let mut averages = Vec::new();
    for at in 0..most.min(p.saturating_sub(1)) {
        for col in 0..p {
            for row in 0..p {
                rest[(row, col)] -= found.values[at] * found.vectors[(row, at)] * found.vectors[(col, at)];
            }
        }
        let off = (0..p).flat_map(|col| (0..p).map(move |row| (row, col))).filter(|(row, col)| row != col);
        let sum: f64 =
            off.map(|(row, col)| rest[(row, col)].powi(2) / (rest[(row, row)] * rest[(col, col)])).sum();
        averages.push(sum / (p * (p - 1)) as f64);
    }
    Ok(averages)
}
