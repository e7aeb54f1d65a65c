//! How well a model holds.

use super::Glm;
use crate::dist::{ChiSquared, Normal};
use crate::regress::Design;
use crate::{Error, Result};

/// Shares of what the outcome varies by.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Fit {
    /// 1 − ℓ / ℓ₀ (McFadden 1974).
    pub mcfadden: f64,
    /// 1 − exp(2(ℓ₀ − ℓ) / n) (Cox and Snell 1989).
    pub cox_snell: f64,
    /// Cox and Snell's by the most it can be (Nagelkerke 1991).
    pub nagelkerke: f64,
    /// The likelihood-ratio test against the intercept alone: χ², its degrees of freedom and p.
    pub ratio: (f64, f64, f64),
}

impl Glm {
    /// The shares and the test against the intercept alone; none for a family without a likelihood or with a dispersion.
    pub fn shares(&self) -> Option<Fit> {
        let ll = self.log_likelihood.filter(|_| self.family.known_dispersion())?;
        let chi = (self.null_deviance - self.deviance).max(0.0);
        let (null, n) = (ll - 0.5 * chi, self.n as f64);
        let cox_snell = -(-chi / n).exp_m1();
        let df = self.null_df().saturating_sub(self.df()) as f64;
        Some(Fit {
            mcfadden: 1.0 - ll / null,
            cox_snell,
            nagelkerke: cox_snell / -(2.0 * null / n).exp_m1(),
            ratio: (chi, df, if df > 0.0 { ChiSquared(df).sf(chi) } else { f64::NAN }),
        })
    }
}

/// Whether probabilities agree with how often the outcome came, by groups of them (Hosmer and Lemeshow 1980).
#[derive(Debug, Clone, PartialEq)]
pub struct HosmerLemeshow {
    /// χ².
    pub statistic: f64,
    /// Groups less 2.
    pub df: f64,
    /// Its upper tail.
    pub p_value: f64,
    /// A group each: the mean probability, how many hits came, how many were expected, how many rows.
    pub groups: Vec<(f64, f64, f64, usize)>,
}

/// The test on so many groups (10), cut at the quantiles of the fitted probabilities (R's type 7), as `ResourceSelection` does.
///
/// # Errors
/// Fewer than three groups, or probabilities too much alike to make them.
pub fn hosmer_lemeshow(fitted: &[f64], outcome: &[f64], groups: usize) -> Result<HosmerLemeshow> {
    if fitted.len() != outcome.len() {
        return Err(Error::Lengths { left: fitted.len(), right: outcome.len() });
    }
    let mut order: Vec<f64> = fitted.to_vec();
    order.sort_by(f64::total_cmp);
    let too_few = |have: usize| Error::TooFew { what: "groups", have, need: 3 };
    if groups < 3 || order.is_empty() {
        return Err(too_few(groups));
    }
    let quantile = |share: f64| {
        let at = share * (order.len() - 1) as f64;
        let low = order[at.floor() as usize];
        low + at.fract() * (order[at.ceil() as usize] - low)
    };
    let mut cuts: Vec<f64> = (1..=groups).map(|g| quantile(g as f64 / groups as f64)).collect();
    cuts.dedup();
    let mut found = vec![(0.0, 0.0, 0.0, 0usize); cuts.len()];
    for (p, y) in fitted.iter().zip(outcome) {
        let at = cuts.partition_point(|cut| cut < p).min(cuts.len() - 1);
        let group = &mut found[at];
        *group = (group.0, group.1 + y, group.2 + p, group.3 + 1);
    }
    found.retain(|group| group.3 > 0);
    if found.len() < 3 {
        return Err(too_few(found.len()));
    }
    found.iter_mut().for_each(|group| group.0 = group.2 / group.3 as f64);
    let part = |&(_, hits, expected, rows): &(f64, f64, f64, usize)| {
        let gap = (hits - expected).powi(2);
        gap / expected + gap / (rows as f64 - expected)
    };
    let statistic: f64 = found.iter().map(part).sum();
    let df = found.len() as f64 - 2.0;
    Ok(HosmerLemeshow { statistic, df, p_value: ChiSquared(df).sf(statistic), groups: found })
}

/// Whether counts scatter more than Poisson's (Cameron and Trivedi 1990).
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Overdispersion {
    /// Variance by mean, as `AER::dispersiontest` estimates it; 1 for Poisson's.
    pub dispersion: f64,
    /// Its test against 1.
    pub statistic: f64,
    /// One-sided: that it is more.
    pub p_value: f64,
    /// Pearson's χ² by its degrees of freedom, the other usual measure.
    pub pearson: f64,
}

/// The test on a fitted Poisson model.
///
/// # Errors
/// A family that is not of counts.
pub fn overdispersion(design: &Design, model: &Glm) -> Result<Overdispersion> {
    if !model.family.is_count() {
        return Err(Error::Kind { column: design.response.clone(), need: "count" });
    }
    let weight = |row: usize| design.weights.as_ref().map_or(1.0, |w| w[row]);
    let rows = design.y.iter().zip(&model.fitted).enumerate().filter(|(row, _)| weight(*row) > 0.0);
    let aux: Vec<f64> = rows.map(|(_, (y, mu))| ((y - mu).powi(2) - y) / mu).collect();
    let n = aux.len() as f64;
    let mean = aux.iter().sum::<f64>() / n;
    let sd = (aux.iter().map(|a| (a - mean).powi(2)).sum::<f64>() / (n - 1.0)).sqrt();
    let statistic = n.sqrt() * mean / sd;
    Ok(Overdispersion {
        dispersion: mean + 1.0,
        statistic,
        p_value: Normal.sf(statistic),
        pearson: model.pearson / model.df().max(1) as f64,
    })
}
