//! Fitting a panel.

use super::random::{Components, components};
use super::transform::{less, means, members, within, within_both};
use crate::dist::{F, Normal, StudentT};
use crate::regress::Design;
use crate::regress::weighted::{Weighted, dot, solve, times};
use crate::{Error, Result};

/// What a panel is taken for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Model {
    /// Rows like any others.
    Pooling,
    /// Each unit has a level of its own, which is taken off: fixed effects.
    #[default]
    Within,
    /// Each time has.
    WithinTimes,
    /// Each unit and each time has.
    TwoWays,
    /// The units' means.
    Between,
    /// Changes from one time to the next.
    Differences,
    /// Units' levels are drawn at random and go with no column (Swamy and Arora 1972).
    Random,
}

/// Which unit and which time each row is of.
#[derive(Debug, Clone, Copy)]
pub struct Panels<'a> {
    /// A code a row.
    pub units: &'a [u32],
    /// A code a row, rising with time.
    pub times: &'a [u32],
}

/// A fitted panel.
#[derive(Debug, Clone)]
pub struct Panel {
    /// What it was taken for.
    pub model: Model,
    /// The coefficients' names; the intercept is there where the model has one.
    pub names: Vec<String>,
    /// The coefficients.
    pub coefficients: Vec<f64>,
    /// Their covariance.
    pub covariance: Vec<Vec<f64>>,
    /// Columns that the model cannot tell: they do not vary within units, or follow from others.
    pub lost: Vec<String>,
    /// Degrees of freedom of the residuals.
    pub df: usize,
    /// The residuals of the transformed rows.
    pub residuals: Vec<f64>,
    /// Their variance.
    pub sigma2: f64,
    /// The square of the correlation between the transformed outcome and its fitted values (`plm`'s R²), and adjusted.
    pub r2: (f64, f64),
    /// F of all columns together (χ² by its degrees of freedom for [`Model::Random`]), and its p.
    pub f: (f64, f64),
    /// For [`Model::Random`]: the components of variance.
    pub components: Option<Components>,
    /// Rows of the transformed table.
    pub n: usize,
    /// Units.
    pub units: usize,
    /// Times.
    pub times: usize,
    /// Rows left out because a value was missing.
    pub dropped: usize,
    /// The transformed columns that were kept.
    pub(super) columns: Vec<Vec<f64>>,
    /// The unit and the time of each transformed row.
    pub(super) groups: (Vec<u32>, Vec<u32>),
    pub(super) solved: Weighted,
}

/// A table after its transformation.
pub(super) struct Transformed {
    pub names: Vec<String>,
    pub columns: Vec<Vec<f64>>,
    pub y: Vec<f64>,
    pub groups: (Vec<u32>, Vec<u32>),
    /// Degrees of freedom that the transformation has used up.
    pub used: usize,
}

/// Fits a panel to a design with an intercept.
///
/// # Errors
/// Weights, which these models do not take; codes of another length; a unit twice at one time; fewer units or times than needed;
/// no column that varies as the model needs.
pub fn panel(design: &Design, panels: Panels<'_>, model: Model) -> Result<Panel> {
    let (units, times) = check(design, panels)?;
    let mut found = None;
    let made = match model {
        Model::Random => {
            let parts = components(design, panels)?;
            let made = quasi(design, panels, &parts);
            found = Some(parts);
            made
        }
        _ => transform(design, panels, model),
    };
    let mut fitted = fit(made, model)?;
    (fitted.units, fitted.times, fitted.dropped, fitted.components) = (units, times, design.dropped, found);
    Ok(fitted)
}

fn check(design: &Design, panels: Panels<'_>) -> Result<(usize, usize)> {
    design.check()?;
    if design.weights.is_some() || design.offset.is_some() {
        let (value, allowed) = ("panel".to_owned(), "ols".to_owned());
        return Err(Error::Choice { name: "weights", value, allowed });
    }
    for codes in [panels.units, panels.times] {
        if codes.len() != design.n() {
            return Err(Error::Lengths { left: design.n(), right: codes.len() });
        }
    }
    let mut pairs: Vec<(u32, u32)> = panels.units.iter().copied().zip(panels.times.iter().copied()).collect();
    pairs.sort_unstable();
    if pairs.windows(2).any(|pair| pair[0] == pair[1]) {
        let (value, allowed) = ("time".to_owned(), "unit × time".to_owned());
        return Err(Error::Choice { name: "time", value, allowed });
    }
    let (units, times) = (members(panels.units).len(), members(panels.times).len());
    match units.min(times) {
        have if have < 2 => Err(Error::TooFew { what: "groups", have, need: 2 }),
        _ => Ok((units, times)),
    }
}

/// The columns of a design without its intercept, and their names.
fn plain(design: &Design) -> (Vec<String>, Vec<&[f64]>) {
    let columns = &design.columns[usize::from(design.intercept)..];
    (columns.iter().map(|c| c.name.clone()).collect(), columns.iter().map(|c| c.values.as_slice()).collect())
}

pub(super) fn transform(design: &Design, panels: Panels<'_>, model: Model) -> Transformed {
    let (names, columns) = plain(design);
    let (units, times) = (members(panels.units), members(panels.times));
    let own = (panels.units.to_vec(), panels.times.to_vec());
    let with =
        |change: &dyn Fn(&[f64]) -> Vec<f64>, intercept: bool, groups: (Vec<u32>, Vec<u32>), used: usize| {
            let y = change(&design.y);
            let one = intercept.then(|| vec![1.0; y.len()]);
            Transformed {
                names: intercept
                    .then(|| "(Intercept)".to_owned())
                    .into_iter()
                    .chain(names.iter().cloned())
                    .collect(),
                columns: one.into_iter().chain(columns.iter().map(|column| change(column))).collect(),
                y,
                groups,
                used,
            }
        };
    match model {
        Model::Pooling | Model::Random => with(&|c| c.to_vec(), design.intercept, own, 0),
        Model::Within => with(&|c| within(c, &units), false, own, units.len()),
        Model::WithinTimes => with(&|c| within(c, &times), false, own, times.len()),
        Model::TwoWays => {
            with(&|c| within_both(c, &units, &times), false, own, units.len() + times.len() - 1)
        }
        Model::Between => {
            let one = |rows: &Vec<usize>| rows.first().map_or(0, |&row| panels.units[row]);
            let codes: Vec<u32> = units.iter().map(one).collect();
            with(&|c| means(c, &units), design.intercept, (codes, vec![0; units.len()]), 0)
        }
        Model::Differences => {
            let mut pairs = Vec::new();
            for rows in &units {
                let mut rows = rows.clone();
                rows.sort_by_key(|&row| panels.times[row]);
                pairs.extend(rows.windows(2).map(|pair| (pair[0], pair[1])));
            }
            let groups = (
                pairs.iter().map(|pair| panels.units[pair.1]).collect(),
                pairs.iter().map(|pair| panels.times[pair.1]).collect(),
            );
            with(&|c| pairs.iter().map(|&(a, b)| c[b] - c[a]).collect(), design.intercept, groups, 0)
        }
    }
}

/// Columns less a share of their units' means: that share which makes the random levels fall out.
fn quasi(design: &Design, panels: Panels<'_>, parts: &Components) -> Transformed {
    let units = members(panels.units);
    let mut made = transform(design, panels, Model::Random);
    made.columns.iter_mut().for_each(|column| *column = less(column, &units, &parts.theta));
    made.y = less(&made.y, &units, &parts.theta);
    made
}

fn fit(made: Transformed, model: Model) -> Result<Panel> {
    let n = made.y.len();
    // A column that the transformation leaves at rounding says nothing.
    let slices: Vec<&[f64]> = made.columns.iter().map(Vec::as_slice).collect();
    let solved = solve(&slices, &made.y, &vec![1.0; n]);
    let size = |at: usize| made.columns[at].iter().fold(0.0f64, |most, x| most.max(x.abs()));
    let biggest = (0..made.columns.len()).map(size).fold(0.0, f64::max);
    let told: Vec<usize> =
        solved.kept.iter().copied().filter(|&at| size(at) > 1e-13 * biggest.max(1e-300)).collect();
    let lost =
        (0..made.columns.len()).filter(|at| !told.contains(at)).map(|at| made.names[at].clone()).collect();
    let columns: Vec<Vec<f64>> = told.iter().map(|&at| made.columns[at].clone()).collect();
    let names: Vec<String> = told.iter().map(|&at| made.names[at].clone()).collect();
    let slices: Vec<&[f64]> = columns.iter().map(Vec::as_slice).collect();
    let first = solve(&slices, &made.y, &vec![1.0; n]);
    let rest = |beta: &[f64]| -> Vec<f64> {
        times(&slices, beta, n).iter().zip(&made.y).map(|(fit, y)| y - fit).collect()
    };
    let correction = solve(&slices, &rest(&first.beta), &vec![1.0; n]).beta;
    let coefficients: Vec<f64> = first.beta.iter().zip(&correction).map(|(b, d)| b + d).collect();
    let residuals = rest(&coefficients);
    let k = columns.len();
    if n <= k + made.used || k == 0 {
        return Err(Error::TooFew { what: "rows", have: n, need: k + made.used + 1 });
    }
    let df = n - k - made.used;
    let square = dot(&residuals, &residuals);
    let sigma2 = square / df as f64;
    let covariance: Vec<Vec<f64>> =
        first.inverse().iter().map(|row| row.iter().map(|x| x * sigma2).collect()).collect();
    let intercept = names.first().is_some_and(|name| name == "(Intercept)");
    let fitted: Vec<f64> = made.y.iter().zip(&residuals).map(|(y, r)| y - r).collect();
    let r2 = correlation(&made.y, &fitted).powi(2);
    let tested = k - usize::from(intercept);
    let f = wald(&coefficients[usize::from(intercept)..], &covariance, usize::from(intercept))
        / tested.max(1) as f64;
    let p = match model {
        Model::Random => crate::dist::ChiSquared(tested as f64).sf(f * tested as f64),
        _ => F(tested as f64, df as f64).sf(f),
    };
    let adjusted = 1.0 - (1.0 - r2) * (n as f64 - 1.0) / df as f64;
    Ok(Panel {
        model,
        names,
        coefficients,
        covariance,
        lost,
        df,
        residuals,
        sigma2,
        r2: (r2, adjusted),
        f: (f, p),
        components: None,
        n,
        units: 0,
        times: 0,
        dropped: 0,
        columns,
        groups: made.groups,
        solved: first,
    })
}

fn correlation(a: &[f64], b: &[f64]) -> f64 {
    let mean = |list: &[f64]| list.iter().sum::<f64>() / list.len() as f64;
    let (x, y) = (mean(a), mean(b));
    let product =
        |u: &[f64], p: f64, v: &[f64], q: f64| u.iter().zip(v).map(|(u, v)| (u - p) * (v - q)).sum::<f64>();
    product(a, x, b, y) / (product(a, x, a, x) * product(b, y, b, y)).sqrt()
}

/// bᵀ·V⁻¹·b of the coefficients from `from` on.
pub(super) fn wald(b: &[f64], v: &[Vec<f64>], from: usize) -> f64 {
    let size = b.len();
    let own = matrix::Mat::from_fn(size, size, |i, j| v[i + from][j + from]);
    let right = matrix::Mat::from_fn(size, 1, |i, _| b[i]);
    match matrix::cholesky_solve(own.as_ref(), right.as_ref()) {
        Ok(x) => (0..size).map(|i| b[i] * x[(i, 0)]).sum(),
        Err(_) => f64::NAN,
    }
}

impl Panel {
    /// Arellano's covariance (1987): rows of one unit (or, with `times`, of one time) may go together, and their spread may differ. No
    /// correction for small samples (`plm::vcovHC`, type HC0).
    pub fn arellano(&self, times: bool) -> Vec<Vec<f64>> {
        let groups = members(if times { &self.groups.1 } else { &self.groups.0 });
        let bread = self.solved.inverse();
        let mut whole = vec![vec![0.0; self.names.len()]; self.names.len()];
        for rows in groups {
            let score: Vec<f64> = self
                .columns
                .iter()
                .map(|column| rows.iter().map(|&row| column[row] * self.residuals[row]).sum())
                .collect();
            let half: Vec<f64> = bread.iter().map(|row| dot(row, &score)).collect();
            for (row, a) in whole.iter_mut().zip(&half) {
                row.iter_mut().zip(&half).for_each(|(sum, b)| *sum += a * b);
            }
        }
        whole
    }

    /// Whether tests are by the normal distribution, as for [`Model::Random`]; else by Student's.
    pub fn is_z(&self) -> bool {
        self.model == Model::Random
    }

    /// Two-sided p of a statistic.
    pub fn p_value(&self, statistic: f64) -> f64 {
        if self.is_z() { Normal.two_sided(statistic) } else { StudentT(self.df as f64).two_sided(statistic) }
    }

    /// How many standard errors an interval of a level reaches.
    pub fn critical(&self, level: f64) -> f64 {
        let tail = 0.5 * (1.0 - level);
        if self.is_z() { Normal.isf(tail) } else { StudentT(self.df as f64).isf(tail) }
    }
}
