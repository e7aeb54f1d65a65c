//! Errors that may depend on each other within clusters.

use super::{Covariance, Fit, Observed};
use crate::{Error, Result};
use matrix::Mat;
use std::collections::HashMap;

/// What is done about clusters being few.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Cr {
    /// Nothing (Liang and Zeger 1986).
    Cr0,
    /// Times G/(G−1).
    Cr1,
    /// Times G/(G−1) · (n−1)/(n−k), as Stata and sandwich's `HC1` do.
    Cr1s,
    /// Bell and McCaffrey's (2002) reduction of bias: residuals times (I−H)^−½ within each cluster.
    Cr2,
    /// The jackknife over clusters: residuals times (I−H)⁻¹ within each.
    Cr3,
}

impl Cr {
    /// Its name.
    pub fn name(self) -> &'static str {
        match self {
            Cr::Cr0 => "CR0",
            Cr::Cr1 => "CR1",
            Cr::Cr1s => "CR1S",
            Cr::Cr2 => "CR2",
            Cr::Cr3 => "CR3",
        }
    }
}

/// The covariance where errors may depend on each other within clusters: `by` numbers each row's cluster, one way or two.
///
/// Two ways are counted as both less the clusters of both (Cameron, Gelbach and Miller 2011). t has G−1 degrees of freedom,
/// where G is the smaller number of clusters.
pub fn clustered(fit: &Fit, observed: &Observed, by: &[&[u32]], kind: Cr) -> Result<Covariance> {
    fit.spare()?;
    let rows = observed.weighted.len();
    if let Some(other) = by.iter().find(|ids| ids.len() != rows) {
        return Err(Error::Lengths { left: rows, right: other.len() });
    }
    let ids = |ids: &[u32]| -> Vec<u64> { ids.iter().map(|&id| u64::from(id)).collect() };
    let (ways, both) = match by {
        [one] => (vec![ids(one)], None),
        [one, two] => {
            let pair = |(&a, &b): (&u32, &u32)| (u64::from(a) << 32) | u64::from(b);
            (vec![ids(one), ids(two)], Some(one.iter().zip(*two).map(pair).collect::<Vec<u64>>()))
        }
        _ => {
            let (value, allowed) = (by.len().to_string(), "1, 2".to_owned());
            return Err(Error::Choice { name: "cluster", value, allowed });
        }
    };
    let mut meat = vec![0.0; fit.rank() * fit.rank()];
    let mut clusters = Vec::new();
    for way in &ways {
        clusters.push(add(&mut meat, fit, observed, way, kind, 1.0)?);
    }
    if let Some(both) = both {
        add(&mut meat, fit, observed, &both, kind, -1.0)?;
    }
    let least = clusters.iter().copied().min().unwrap_or(0);
    let df = least as f64 - 1.0;
    let matrix = fit.sandwich(&meat);
    Ok(Covariance { method: format!("cluster {}", kind.name()), matrix, df, clusters, ..fit.nothing() })
}

/// Adds the squares of the clusters' sums of scores; gives the number of clusters.
fn add(meat: &mut [f64], fit: &Fit, observed: &Observed, ids: &[u64], kind: Cr, sign: f64) -> Result<usize> {
    let mut places: HashMap<u64, usize> = HashMap::new();
    let mut members: Vec<Vec<usize>> = Vec::new();
    for (row, &id) in ids.iter().enumerate() {
        let place = *places.entry(id).or_insert(members.len());
        if place == members.len() {
            members.push(Vec::new());
        }
        members[place].push(row);
    }
    let (count, rank) = (members.len(), fit.rank());
    if count < 2 {
        return Err(Error::TooFew { what: "groups", have: count, need: 2 });
    }
    let (g, n, k) = (count as f64, fit.n as f64, rank as f64);
    let by = sign
        * match kind {
            Cr::Cr1 => g / (g - 1.0),
            Cr::Cr1s => g / (g - 1.0) * (n - 1.0) / (n - k),
            _ => 1.0,
        };
    for rows in &members {
        let score = score(observed, rows, rank, kind)?;
        for i in 0..rank {
            for j in 0..rank {
                meat[i * rank + j] += by * score[i] * score[j];
            }
        }
    }
    Ok(count)
}

/// Qᵀ A e of a cluster. A is a function of the cluster's Q Qᵀ, and Qᵀ f(Q Qᵀ) = f(Qᵀ Q) Qᵀ: only a matrix as wide as the model
/// is decomposed, however large the cluster.
fn score(observed: &Observed, rows: &[usize], rank: usize, kind: Cr) -> Result<Vec<f64>> {
    let plain: Vec<f64> = observed
        .basis
        .iter()
        .map(|q| rows.iter().map(|&row| q[row] * observed.weighted[row]).sum())
        .collect();
    let power = match kind {
        Cr::Cr2 => -0.5,
        Cr::Cr3 => -1.0,
        _ => return Ok(plain),
    };
    let q = |at: usize| rows.iter().map(move |&row| observed.basis[at][row]);
    let inner = Mat::from_fn(rank, rank, |i, j| q(i).zip(q(j)).map(|(a, b)| a * b).sum::<f64>());
    let fault = |_| Error::NoConvergence { what: "eigenvalues", steps: 0 };
    let found = matrix::eigen(inner.as_ref()).map_err(fault)?;
    let mut score = vec![0.0; rank];
    for (at, value) in found.values.iter().enumerate() {
        let along: f64 = (0..rank).map(|i| found.vectors[(i, at)] * plain[i]).sum();
        // A direction that only this cluster has leaves no residual, and nothing to correct.
        let free = 1.0 - value;
        let by = if free < 1e-10 { 0.0 } else { free.powf(power) };
        (0..rank).for_each(|i| score[i] += by * along * found.vectors[(i, at)]);
    }
    Ok(score)
}
