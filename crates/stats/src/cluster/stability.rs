//! Whether the clusters come again when the rows are drawn anew.

use super::NOISE;
use super::compare::jaccard;
use crate::{Chance, Error, Result};
use rayon::prelude::*;

/// What clusters some of the rows: their numbers and a seed give a label for each.
pub type Redo<'a> = dyn Fn(&[usize], u64) -> Result<Vec<u32>> + Sync + 'a;

/// How firmly a cluster stands (Hennig 2008: his marks at 0.85, 0.75, 0.6 and 0.5 of mean likeness).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Standing {
    /// Below 0.5: it comes again in no draw.
    Dissolved,
    /// From 0.5: a pattern, but which rows are in it is in doubt.
    Doubtful,
    /// From 0.75.
    Stable,
    /// From 0.85.
    Firm,
}

/// What the draws showed.
#[derive(Debug, Clone, PartialEq)]
pub struct Stability {
    /// For each cluster its mean likeness (Jaccard) to the most alike cluster of each draw.
    pub mean: Vec<f64>,
    /// In how many draws it was dissolved (0.5 or less).
    pub dissolved: Vec<usize>,
    /// In how many draws it came again (0.75 or more).
    pub recovered: Vec<usize>,
    /// In how many draws it had a row at all.
    pub seen: Vec<usize>,
    /// How many draws were made.
    pub draws: usize,
    /// How many draws could not be clustered and were left out.
    pub failed: usize,
}

impl Stability {
    /// How firmly a cluster stands.
    pub fn standing(&self, cluster: usize) -> Standing {
        match self.mean.get(cluster) {
            Some(&mean) if mean >= 0.85 => Standing::Firm,
            Some(&mean) if mean >= 0.75 => Standing::Stable,
            Some(&mean) if mean >= 0.5 => Standing::Doubtful,
            _ => Standing::Dissolved,
        }
    }
}

/// Draws the rows with replacement so many times, clusters those drawn (each once) and looks for every cluster among those
/// found: C. Hennig (2007), *Cluster-wise assessment of cluster stability*, as `fpc::clusterboot` does.
///
/// # Errors
/// No cluster; no draw; a fault of the clusterer in every draw.
pub fn stability(labels: &[u32], draws: usize, seed: u64, redo: &Redo<'_>) -> Result<Stability> {
    let n = labels.len();
    let k = labels.iter().filter(|&&label| label != NOISE).max().map_or(0, |&most| most as usize + 1);
    if k == 0 || draws == 0 {
        return Err(Error::TooFew { what: "clusters", have: k, need: 1 });
    }
    let chance = Chance::new(seed);
    let draw = |number: usize| -> Result<Vec<Option<f64>>> {
        let mut own = chance.branch(number as u64);
        let mut drawn = vec![false; n];
        (0..n).for_each(|_| drawn[own.below(n)] = true);
        let rows: Vec<usize> = (0..n).filter(|&row| drawn[row]).collect();
        let new = redo(&rows, own.bits())?;
        let found = groups(new.iter().copied().zip(rows.iter().copied()));
        let old = groups(rows.iter().map(|&row| (labels[row], row)));
        Ok((0..k)
            .map(|cluster| {
                let own = old.get(cluster).filter(|own| !own.is_empty())?;
                Some(found.iter().map(|other| jaccard(own, other)).fold(0.0, f64::max))
            })
            .collect())
    };
    let results: Vec<Result<Vec<Option<f64>>>> = (0..draws).into_par_iter().map(draw).collect();
    let failed = results.iter().filter(|result| result.is_err()).count();
    let mut found = Stability {
        mean: vec![0.0; k],
        dissolved: vec![0; k],
        recovered: vec![0; k],
        seen: vec![0; k],
        draws,
        failed,
    };
    let mut fault = None;
    for result in results {
        match result {
            Err(error) => fault = Some(error),
            Ok(likeness) => {
                for (cluster, likeness) in likeness.into_iter().enumerate() {
                    let Some(likeness) = likeness else { continue };
                    found.mean[cluster] += likeness;
                    found.seen[cluster] += 1;
                    found.dissolved[cluster] += usize::from(likeness <= 0.5);
                    found.recovered[cluster] += usize::from(likeness >= 0.75);
                }
            }
        }
    }
    match fault {
        Some(error) if failed == draws => Err(error),
        _ => {
            found.mean.iter_mut().zip(&found.seen).for_each(|(sum, &seen)| *sum /= seen.max(1) as f64);
            Ok(found)
        }
    }
}

/// The rows of each label, in their order; noise left out.
fn groups(rows: impl Iterator<Item = (u32, usize)>) -> Vec<Vec<usize>> {
    let mut groups: Vec<Vec<usize>> = Vec::new();
    for (label, row) in rows.filter(|&(label, _)| label != NOISE) {
        let label = label as usize;
        if groups.len() <= label {
            groups.resize(label + 1, Vec::new());
        }
        groups[label].push(row);
    }
    groups
}
