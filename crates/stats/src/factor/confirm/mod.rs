//! Confirmatory factor analysis: a model that was thought of beforehand held against the data.
//!
//! Simple models by maximum likelihood (Jöreskog 1969), with lavaan's conventions: the first item of each factor has loading
//! 1 and gives it its unit, factors vary and covary freely, residuals are unrelated; covariances with n in the denominator,
//! χ² = n·F, standard errors from expected information.

mod estimate;
mod text;

use super::{Correlations, Interval};
use crate::dist::{ChiSquared, Normal};
use crate::{Error, Result};
use matrix::Mat;

pub use text::{Measured, measured};

/// What a parameter is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// `factor =~ item`.
    Loading,
    /// `item ~~ item`: what of an item is its own.
    Residual,
    /// `factor ~~ factor`: a variance or covariance.
    Covariance,
}

/// An estimated parameter, in the units of the columns.
#[derive(Debug, Clone, PartialEq)]
pub struct Parameter {
    /// What it is.
    pub kind: Kind,
    /// Its left side: the factor, or the item whose residual it is.
    pub left: String,
    /// Its right side.
    pub right: String,
    /// The estimate.
    pub estimate: f64,
    /// Its standard error; none where it was fixed.
    pub std_error: Option<f64>,
    /// Estimate by error.
    pub statistic: f64,
    /// Of the test that it is nought.
    pub p_value: f64,
    /// The interval.
    pub interval: Interval,
    /// With items and factors standardised (lavaan's `std.all`).
    pub standardised: f64,
}

/// A model held against the data.
#[derive(Debug, Clone)]
pub struct Confirmed {
    /// Loadings, residuals, covariances of factors, each in the order of the model.
    pub parameters: Vec<Parameter>,
    /// The number of rows.
    pub n: usize,
    /// Free parameters.
    pub free: usize,
    /// n times the minimum.
    pub statistic: f64,
    /// Degrees of freedom.
    pub df: f64,
    /// Of the test that the model holds.
    pub p_value: f64,
    /// χ² of a model in which nothing is related, and its degrees of freedom.
    pub baseline: (f64, f64),
    /// Bentler's comparative fit index.
    pub cfi: f64,
    /// Tucker and Lewis's.
    pub tli: f64,
    /// √((χ² − df)/(df·n)).
    pub rmsea: f64,
    /// Its 90 % interval.
    pub rmsea_interval: Interval,
    /// Bentler's standardised root mean square residual.
    pub srmr: f64,
    /// The log-likelihood.
    pub log_likelihood: f64,
    /// −2·log-likelihood + 2·free.
    pub aic: f64,
    /// −2·log-likelihood + free·ln n.
    pub bic: f64,
    /// The greatest slope at the end.
    pub gradient: f64,
    /// Items whose own variance came out negative: the model does not suit them.
    pub negative: Vec<String>,
}

/// Holds a model in text, `F1 =~ a + b + c; F2 =~ d + e + f`, against correlations and deviations.
///
/// # Errors
/// The text cannot be read or names a column that is not there; the number of rows is not known; there are more parameters
/// than figures to find them from, or they cannot be told apart; no convergence.
pub fn confirm(of: &Correlations, model: &[Measured], level: f64) -> Result<Confirmed> {
    let Some(n) = of.n else { return Err(Error::TooFew { what: "rows", have: 0, need: 3 }) };
    let plan = estimate::Plan::new(of, model)?;
    let of = &of.subset(&plan.columns);
    let p = of.width();
    let df = p as f64 * (p as f64 + 1.0) / 2.0 - plan.free() as f64;
    if df < 0.0 {
        return Err(Error::TooFew { what: "columns", have: p, need: p + 1 });
    }
    let found = plan.estimate(&of.matrix)?;
    let rows = n as f64;
    let information = matrix::inverse(found.information.as_ref())
        .map_err(|_| Error::Collinear { columns: model.iter().map(|one| one.factor.clone()).collect() })?;
    let error = |at: usize| (2.0 * information[(at, at)] / rows).sqrt();
    let z = Normal.isf((1.0 - level) / 2.0);
    let shown =
        |kind: Kind, left: &str, right: &str, free: Option<usize>, value: f64, scale: f64, std: f64| {
            let estimate = value * scale;
            let std_error = free.map(|at| error(at) * scale);
            let statistic = std_error.map_or(f64::NAN, |error| estimate / error);
            let reach = std_error.map_or(0.0, |error| z * error);
            Parameter {
                kind,
                left: left.to_owned(),
                right: right.to_owned(),
                estimate,
                std_error,
                statistic,
                p_value: if statistic.is_nan() { f64::NAN } else { Normal.two_sided(statistic) },
                interval: Interval { low: estimate - reach, high: estimate + reach, level },
                standardised: std,
            }
        };
    let parts = plan.parts(&found.at);
    let sigma = plan.implied(&parts);
    // The unit of a factor is that of its first item.
    let unit = |factor: usize| of.sds[plan.markers[factor]] * ((rows - 1.0) / rows).sqrt();
    let spread = |item: usize| of.sds[item] * ((rows - 1.0) / rows).sqrt();
    let mut parameters = Vec::new();
    for loading in &plan.loadings {
        let (item, factor) = (loading.item, loading.factor);
        let value = parts.loadings[(item, factor)];
        let std = value * (parts.phi[(factor, factor)] / sigma[(item, item)]).sqrt();
        let scale = spread(item) / unit(factor);
        let names = (&model[factor].factor, &of.names[item]);
        parameters.push(shown(Kind::Loading, names.0, names.1, loading.free, value, scale, std));
    }
    for item in 0..p {
        let value = parts.own[item];
        let std = value / sigma[(item, item)];
        let name = &of.names[item];
        parameters.push(shown(
            Kind::Residual,
            name,
            name,
            Some(plan.own(item)),
            value,
            spread(item).powi(2),
            std,
        ));
    }
    for (a, b) in plan.pairs() {
        let value = parts.phi[(a, b)];
        let std = value / (parts.phi[(a, a)] * parts.phi[(b, b)]).sqrt();
        let at = Some(plan.pair(a, b));
        parameters.push(shown(
            Kind::Covariance,
            &model[b].factor,
            &model[a].factor,
            at,
            value,
            unit(a) * unit(b),
            std,
        ));
    }
    let negative = (0..p).filter(|&at| parts.own[at] < 0.0).map(|at| of.names[at].clone()).collect();
    let log = matrix::log_determinant(of.matrix.as_ref()).map_err(super::dense::failed)?;
    let statistic = rows * found.value.max(0.0);
    let baseline = (-rows * log, p as f64 * (p as f64 - 1.0) / 2.0);
    let excess = |(chi, df): (f64, f64)| (chi - df).max(0.0);
    let worst = excess(baseline).max(excess((statistic, df)));
    let logs: f64 = (0..p).map(|at| spread(at).powi(2).ln()).sum();
    let pf = p as f64;
    let log_likelihood =
        -0.5 * rows * (pf * (2.0 * std::f64::consts::PI).ln() + logs + log + found.value + pf);
    let free = plan.free() as f64;
    Ok(Confirmed {
        parameters,
        n,
        free: plan.free(),
        statistic,
        df,
        p_value: if df > 0.0 { ChiSquared(df).sf(statistic) } else { f64::NAN },
        baseline,
        cfi: 1.0 - if worst > 0.0 { excess((statistic, df)) / worst } else { 0.0 },
        tli: ((baseline.0 / baseline.1) - statistic / df) / (baseline.0 / baseline.1 - 1.0),
        rmsea: (excess((statistic, df)) / (df * rows)).sqrt(),
        rmsea_interval: super::fit::rmsea_interval(statistic, df, rows + 1.0, 0.9),
        srmr: srmr(&of.matrix, &sigma),
        log_likelihood,
        aic: -2.0 * log_likelihood + 2.0 * free,
        bic: -2.0 * log_likelihood + free * rows.ln(),
        gradient: found.slope,
        negative,
    })
}

/// Residual correlations, the diagonal among them.
fn srmr(r: &Mat<f64>, sigma: &Mat<f64>) -> f64 {
    let p = r.nrows();
    let cells = (0..p).flat_map(|row| (0..=row).map(move |col| (row, col)));
    let sum: f64 = cells.map(|at| (r[at] - sigma[at]).powi(2)).sum();
    (sum / (p * (p + 1) / 2) as f64).sqrt()
}
