//! How well a score tells two outcomes apart.

use crate::dist::Normal;
use crate::{Error, Result};

/// The curve of true against false alarms, and the area under it.
#[derive(Debug, Clone, PartialEq)]
pub struct Roc {
    /// The share of pairs in which the hit has the higher score, ties counted half (Mann and Whitney's U).
    pub auc: f64,
    /// Its standard error (DeLong, DeLong and Clarke-Pearson 1988).
    pub std_error: f64,
    /// The ends of its interval, within 0 and 1.
    pub conf_low: f64,
    /// The upper end.
    pub conf_high: f64,
    /// False alarms and hits, each as a share, from (0, 0) to (1, 1): a point a threshold, the highest first.
    pub curve: Vec<(f64, f64)>,
    /// The threshold at which hits less false alarms are most (Youden 1950).
    pub threshold: f64,
    /// How many hits and how many misses.
    pub n: (usize, usize),
}

/// The curve of scores against outcomes of 0 and 1.
///
/// # Errors
/// Lengths that differ; outcomes that are all alike ([`Error::Constant`]).
pub fn roc(score: &[f64], outcome: &[f64], level: f64) -> Result<Roc> {
    if score.len() != outcome.len() {
        return Err(Error::Lengths { left: score.len(), right: outcome.len() });
    }
    let mut order: Vec<usize> = (0..score.len()).filter(|&row| score[row].is_finite()).collect();
    order.sort_by(|&a, &b| score[b].total_cmp(&score[a]));
    let hit = |row: usize| outcome[row] > 0.5;
    let hits = order.iter().filter(|&&row| hit(row)).count();
    let misses = order.len() - hits;
    if hits == 0 || misses == 0 {
        return Err(Error::Constant { column: "outcome".to_owned() });
    }
    let (m, n) = (hits as f64, misses as f64);
    let (mut curve, mut above) = (vec![(0.0, 0.0)], (0.0, 0.0));
    let (mut best, mut threshold) = (f64::NEG_INFINITY, f64::NAN);
    // Of each hit the share of misses below it, of each miss the share of hits above it.
    let (mut of_hits, mut of_misses) = (Vec::with_capacity(hits), Vec::with_capacity(misses));
    for tied in order.chunk_by(|&a, &b| score[a] == score[b]) {
        let up = tied.iter().filter(|&&row| hit(row)).count() as f64;
        let down = tied.len() as f64 - up;
        for &row in tied {
            match hit(row) {
                true => of_hits.push((n - above.1 - 0.5 * down) / n),
                false => of_misses.push((above.0 + 0.5 * up) / m),
            }
        }
        above = (above.0 + up, above.1 + down);
        curve.push((above.1 / n, above.0 / m));
        if above.0 / m - above.1 / n > best {
            (best, threshold) = (above.0 / m - above.1 / n, score[tied[0]]);
        }
    }
    let auc = of_hits.iter().sum::<f64>() / m;
    let variance = |of: &[f64]| match of.len() {
        1 => 0.0,
        count => of.iter().map(|v| (v - auc).powi(2)).sum::<f64>() / (count as f64 - 1.0) / count as f64,
    };
    let std_error = (variance(&of_hits) + variance(&of_misses)).sqrt();
    let reach = Normal.isf(0.5 * (1.0 - level)) * std_error;
    Ok(Roc {
        auc,
        std_error,
        conf_low: (auc - reach).max(0.0),
        conf_high: (auc + reach).min(1.0),
        curve,
        threshold,
        n: (hits, misses),
    })
}
