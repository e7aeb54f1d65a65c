//! What sets each cluster apart from all rows.

use super::NOISE;
use crate::dist::{Normal, StudentT};
use crate::{Error, Frame, MISSING, Result, Values};
use rayon::prelude::*;

/// Columns under a division.
#[derive(Debug, Clone, PartialEq)]
pub struct Profile {
    /// How many rows each cluster has; noise counts in none.
    pub sizes: Vec<usize>,
    /// The columns.
    pub columns: Vec<ColumnProfile>,
    /// How sure the intervals are.
    pub level: f64,
}

/// A column under a division.
#[derive(Debug, Clone, PartialEq)]
pub struct ColumnProfile {
    /// The column.
    pub name: String,
    /// How much of it the division accounts for: η² of figures, Cramér's V of levels (without bias correction).
    pub strength: f64,
    /// What it is like.
    pub kind: KindProfile,
}

/// A column of figures or of levels.
#[derive(Debug, Clone, PartialEq)]
pub enum KindProfile {
    /// Figures.
    Number {
        /// The mean of all rows.
        mean: f64,
        /// Their standard deviation.
        sd: f64,
        /// Each cluster.
        clusters: Vec<NumberProfile>,
    },
    /// Levels.
    Factor {
        /// Their names.
        levels: Vec<String>,
        /// The share of each level among all rows.
        shares: Vec<f64>,
        /// For each cluster each level.
        clusters: Vec<Vec<ShareProfile>>,
    },
}

/// Figures of a cluster.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct NumberProfile {
    /// How many rows have one.
    pub n: usize,
    /// Their mean.
    pub mean: f64,
    /// Its interval, by Student's t.
    pub interval: (f64, f64),
    /// Their standard deviation.
    pub sd: f64,
    /// Their median.
    pub median: f64,
    /// (The cluster's mean − the mean of all) ÷ the standard deviation of all.
    pub difference: f64,
}

/// A level in a cluster.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct ShareProfile {
    /// How many rows have it.
    pub count: usize,
    /// Their share among the cluster's rows that have a value.
    pub share: f64,
    /// Its interval (Wilson 1927).
    pub interval: (f64, f64),
    /// The share over that among all rows.
    pub lift: f64,
    /// (The share − that among all) ÷ √(that · (1 − that)).
    pub difference: f64,
}

/// Something by which a cluster differs from all rows.
#[derive(Debug, Clone, PartialEq)]
pub struct Trait {
    /// Which column, by its place in the profile.
    pub column: usize,
    /// Which level, where it is a column of levels.
    pub level: Option<usize>,
    /// By how many standard deviations of all rows.
    pub difference: f64,
}

/// The profile of the named columns under labels, one for each row of the frame.
///
/// # Errors
/// Labels of another length; no clusters; a column that is not there.
pub fn profile(frame: &Frame, names: &[&str], labels: &[u32], level: f64) -> Result<Profile> {
    if labels.len() != frame.rows() {
        return Err(Error::Lengths { left: labels.len(), right: frame.rows() });
    }
    if !(level > 0.0 && level < 1.0) {
        return Err(Error::Choice { name: "level", value: level.to_string(), allowed: "0 … 1".to_owned() });
    }
    let k = labels.iter().filter(|&&label| label != NOISE).max().map_or(0, |&most| most as usize + 1);
    if k == 0 {
        return Err(Error::TooFew { what: "clusters", have: 0, need: 1 });
    }
    let mut sizes = vec![0; k];
    labels.iter().filter(|&&label| label != NOISE).for_each(|&label| sizes[label as usize] += 1);
    let one = |name: &&str| -> Result<ColumnProfile> {
        let (strength, kind) = match &frame.column(name)?.values {
            Values::Number(values) => numbers(values, labels, k, level),
            Values::Factor { codes, levels, .. } => factor(codes, levels, labels, k, level),
        };
        Ok(ColumnProfile { name: (*name).to_owned(), strength, kind })
    };
    Ok(Profile { sizes, columns: names.par_iter().map(one).collect::<Result<_>>()?, level })
}

impl Profile {
    /// What sets a cluster apart, the most telling first: differences of at least `least` standard deviations.
    pub fn traits(&self, cluster: usize, least: f64) -> Vec<Trait> {
        let mut found = Vec::new();
        for (column, profile) in self.columns.iter().enumerate() {
            match &profile.kind {
                KindProfile::Number { clusters, .. } => {
                    if let Some(own) = clusters.get(cluster) {
                        found.push(Trait { column, level: None, difference: own.difference });
                    }
                }
                KindProfile::Factor { clusters, .. } => {
                    let levels = clusters.get(cluster).into_iter().flatten().enumerate();
                    found.extend(levels.map(|(level, own)| Trait {
                        column,
                        level: Some(level),
                        difference: own.difference,
                    }));
                }
            }
        }
        found.retain(|found| found.difference.abs() >= least);
        found.sort_by(|a, b| b.difference.abs().total_cmp(&a.difference.abs()));
        found
    }
}

fn numbers(values: &[f64], labels: &[u32], k: usize, level: f64) -> (f64, KindProfile) {
    let mut groups = vec![Vec::new(); k];
    let mut all = Vec::new();
    for (&value, &label) in values.iter().zip(labels).filter(|(value, _)| value.is_finite()) {
        all.push(value);
        if let Some(group) = groups.get_mut(label as usize) {
            group.push(value);
        }
    }
    let (mean, mean_square) = super::scale::moments(&all);
    let n = all.len() as f64;
    let sd = (mean_square * n / (n - 1.0)).sqrt();
    let (mut within, mut between) = (0.0, 0.0);
    let grand = {
        let count: usize = groups.iter().map(Vec::len).sum();
        groups.iter().flatten().sum::<f64>() / count as f64
    };
    let clusters = groups
        .into_iter()
        .map(|mut group| {
            let n = group.len() as f64;
            let (own, square) = super::scale::moments(&group);
            if !group.is_empty() {
                within += square * n;
                between += n * (own - grand) * (own - grand);
            }
            let own_sd = if n > 1.0 { (square * n / (n - 1.0)).sqrt() } else { f64::NAN };
            let t = if n > 1.0 { StudentT(n - 1.0).isf((1.0 - level) / 2.0) } else { f64::NAN };
            let reach = t * own_sd / n.sqrt();
            NumberProfile {
                n: group.len(),
                mean: own,
                interval: (own - reach, own + reach),
                sd: own_sd,
                median: super::scale::median(&mut group),
                difference: if sd > 0.0 { (own - mean) / sd } else { 0.0 },
            }
        })
        .collect();
    let strength = if within + between > 0.0 { between / (within + between) } else { 0.0 };
    (strength, KindProfile::Number { mean, sd, clusters })
}

fn factor(codes: &[u32], levels: &[String], labels: &[u32], k: usize, level: f64) -> (f64, KindProfile) {
    let mut counts = vec![vec![0usize; levels.len()]; k];
    let mut all = vec![0usize; levels.len()];
    for (&code, &label) in codes.iter().zip(labels).filter(|(code, _)| **code != MISSING) {
        if let Some(count) = all.get_mut(code as usize) {
            *count += 1;
        }
        if let Some(count) = counts.get_mut(label as usize).and_then(|own| own.get_mut(code as usize)) {
            *count += 1;
        }
    }
    let whole = all.iter().sum::<usize>() as f64;
    let shares: Vec<f64> = all.iter().map(|&count| count as f64 / whole).collect();
    let strength = cramer(&counts);
    let z = Normal.isf((1.0 - level) / 2.0);
    let clusters = counts
        .iter()
        .map(|own| {
            let n = own.iter().sum::<usize>() as f64;
            own.iter().zip(&shares).map(|(&count, &expected)| share(count, n, expected, z)).collect()
        })
        .collect();
    (strength, KindProfile::Factor { levels: levels.to_vec(), shares, clusters })
}

fn share(count: usize, n: f64, expected: f64, z: f64) -> ShareProfile {
    let share = count as f64 / n;
    let middle = (share + z * z / (2.0 * n)) / (1.0 + z * z / n);
    let reach = z * (share * (1.0 - share) / n + z * z / (4.0 * n * n)).sqrt() / (1.0 + z * z / n);
    let spread = (expected * (1.0 - expected)).sqrt();
    ShareProfile {
        count,
        share,
        interval: ((middle - reach).max(0.0), (middle + reach).min(1.0)),
        lift: share / expected,
        difference: if spread > 0.0 { (share - expected) / spread } else { 0.0 },
    }
}

/// Cramér's V: √(χ² ÷ (n · (the lesser number of rows or columns − 1))).
fn cramer(counts: &[Vec<usize>]) -> f64 {
    let columns = counts.first().map_or(0, Vec::len);
    let rows: Vec<f64> = counts.iter().map(|row| row.iter().sum::<usize>() as f64).collect();
    let sums: Vec<f64> =
        (0..columns).map(|at| counts.iter().map(|row| row[at]).sum::<usize>() as f64).collect();
    let n: f64 = rows.iter().sum();
    let there = |sums: &[f64]| sums.iter().filter(|sum| **sum > 0.0).count();
    let least = there(&rows).min(there(&sums));
    if n == 0.0 || least < 2 {
        return 0.0;
    }
    let mut square = 0.0;
    for (row, total) in counts.iter().zip(&rows) {
        for (&count, sum) in row.iter().zip(&sums) {
            let expected = total * sum / n;
            if expected > 0.0 {
                square += (count as f64 - expected).powi(2) / expected;
            }
        }
    }
    (square / (n * (least as f64 - 1.0))).sqrt()
}
