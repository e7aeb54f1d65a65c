//! ARIMA with a season and regressors, by exact maximum likelihood.

use super::forecast::Forecast;
use super::kalman::{Filtered, Process};
use super::least::{NAME, least};
use super::minimum::minimum;
use crate::dist::Normal;
use crate::{Error, Result};

/// The orders of a model: ARIMA(p,d,q)(P,D,Q).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Orders {
    /// Autoregression, differences and moving average.
    pub plain: (usize, usize, usize),
    /// The same over a season.
    pub seasonal: (usize, usize, usize),
    /// The period.
    pub period: usize,
    /// Whether there is a mean (without differences) or a drift (with one).
    pub constant: bool,
}

/// A coefficient.
#[derive(Debug, Clone, PartialEq)]
pub struct Term {
    /// `ar1`, `ma1`, `sar1`, `sma1`, `intercept`, `drift` or the regressor's name.
    pub name: String,
    /// The estimate.
    pub estimate: f64,
    /// Its standard error, from the curvature of the likelihood.
    pub std_error: f64,
    /// Their ratio's probability under nought.
    pub p_value: f64,
}

/// A fitted model.
#[derive(Debug, Clone, PartialEq)]
pub struct Arima {
    /// The orders.
    pub orders: Orders,
    /// The coefficients, the moving average with R's signs.
    pub terms: Vec<Term>,
    /// The variance of the errors, per degree of freedom (as R's forecast gives).
    pub sigma2: f64,
    /// The log-likelihood.
    pub log_likelihood: f64,
    /// Akaike's criterion.
    pub aic: f64,
    /// The same, right for short series.
    pub aicc: f64,
    /// The Bayesian criterion.
    pub bic: f64,
    /// What was foreseen a step before.
    pub fitted: Vec<f64>,
    /// The errors; not a number where the value is missing.
    pub residuals: Vec<f64>,
    /// Values that the likelihood counts.
    pub n: usize,
    /// Missing values, which the filter steps over.
    pub missing: usize,
    y: Vec<f64>,
    figures: Vec<f64>,
    columns: Vec<(String, Vec<f64>)>,
}

impl Orders {
    /// `ARIMA(0,1,1)(0,1,1)[12]`.
    pub fn name(&self) -> String {
        let ((p, d, q), (sp, sd, sq)) = (self.plain, self.seasonal);
        let plain = format!("ARIMA({p},{d},{q})");
        if self.seasonal == (0, 0, 0) { plain } else { format!("{plain}({sp},{sd},{sq})[{}]", self.period) }
    }

    fn arma(&self) -> usize {
        self.plain.0 + self.plain.2 + self.seasonal.0 + self.seasonal.2
    }

    /// The differences as y_t = w_t + Σ δ_j y_{t−j}.
    fn delta(&self) -> Vec<f64> {
        let mut whole = vec![1.0];
        let lags =
            std::iter::repeat_n(1, self.plain.1).chain(std::iter::repeat_n(self.period, self.seasonal.1));
        for lag in lags {
            let mut next = whole.clone();
            next.resize(whole.len() + lag, 0.0);
            whole.iter().enumerate().for_each(|(at, x)| next[at + lag] -= x);
            whole = next;
        }
        whole[1..].iter().map(|x| -x).collect()
    }

    /// The two polynomials of the coefficients ar, ma, sar, sma.
    fn polynomials(&self, c: &[f64]) -> (Vec<f64>, Vec<f64>) {
        let ((p, _, q), (sp, _, sq)) = (self.plain, self.seasonal);
        let (ar, rest) = c.split_at(p);
        let (ma, rest) = rest.split_at(q);
        let (sar, rest) = rest.split_at(sp);
        let crossed = |own: &[f64], season: &[f64], sign: f64| {
            let mut out = vec![0.0; own.len() + self.period * season.len()];
            out[..own.len()].copy_from_slice(own);
            for (at, s) in season.iter().enumerate() {
                let lag = (at + 1) * self.period;
                out[lag - 1] += s;
                own.iter().enumerate().for_each(|(k, x)| out[lag + k] += sign * s * x);
            }
            out
        };
        (crossed(ar, sar, -1.0), crossed(ma, &rest[..sq], 1.0))
    }

    /// From any figures to coefficients that are stationary and can be inverted, by partial correlations.
    fn coefficients(&self, u: &[f64]) -> Vec<f64> {
        let ((p, _, q), (sp, _, sq)) = (self.plain, self.seasonal);
        let mut at = 0;
        let mut out = Vec::with_capacity(u.len());
        for (count, sign) in [(p, 1.0), (q, -1.0), (sp, 1.0), (sq, -1.0)] {
            let partial: Vec<f64> = u[at..at + count].iter().map(|u| u.tanh()).collect();
            out.extend(from_partial(&partial).iter().map(|x| sign * x));
            at += count;
        }
        out.extend(&u[at..]);
        out
    }
}

fn from_partial(partial: &[f64]) -> Vec<f64> {
    let mut phi: Vec<f64> = Vec::new();
    for &next in partial {
        let longer = (0..phi.len()).map(|j| phi[j] - next * phi[phi.len() - 1 - j]);
        let mut longer: Vec<f64> = longer.collect();
        longer.push(next);
        phi = longer;
    }
    phi
}

/// Whether the roots of 1 − φ₁ z − … all lie further out than `far`.
pub(super) fn beyond(phi: &[f64], far: f64) -> bool {
    let mut phi: Vec<f64> = phi.iter().enumerate().map(|(k, a)| a * far.powi(k as i32 + 1)).collect();
    while let Some(last) = phi.pop() {
        if last.abs() >= 1.0 {
            return false;
        }
        let rest = 1.0 - last * last;
        phi = (0..phi.len()).map(|j| (phi[j] + last * phi[phi.len() - 1 - j]) / rest).collect();
    }
    true
}

/// Fits a model of given orders; `regressors` (named, without gaps, as long as the series) enter with ARIMA errors. Missing values
/// are stepped over.
///
/// The likelihood is that of R's `arima`: exact, with the states before a difference unknown (variance 10⁶). Standard errors come
/// from second differences at 10⁻³, in the coefficients themselves.
pub fn arima(y: &[f64], orders: Orders, regressors: &[(String, Vec<f64>)]) -> Result<Arima> {
    fit(y, orders, regressors, &[0.1, 0.6, -0.3])
}

/// The same from given starts of the partial correlations; the best end counts.
fn fit(y: &[f64], orders: Orders, regressors: &[(String, Vec<f64>)], starts: &[f64]) -> Result<Arima> {
    let n = y.len();
    if let Some(row) = y.iter().position(|x| x.is_infinite()) {
        return Err(Error::Infinite { column: NAME.to_owned(), row });
    }
    let missing = y.iter().filter(|x| x.is_nan()).count();
    if missing == n {
        return Err(Error::Missing { column: NAME.to_owned() });
    }
    if orders.seasonal != (0, 0, 0) && orders.period < 2 {
        return Err(Error::Choice {
            name: "period",
            value: orders.period.to_string(),
            allowed: "≥ 2".to_owned(),
        });
    }
    let delta = orders.delta();
    let differences = orders.plain.1 + orders.seasonal.1;
    let mut columns: Vec<(String, Vec<f64>)> = Vec::new();
    match (orders.constant, differences) {
        (true, 0) => columns.push(("intercept".to_owned(), vec![1.0; n])),
        (true, 1) => columns.push(("drift".to_owned(), (1..=n).map(|t| t as f64).collect())),
        _ => {}
    }
    for (name, column) in regressors {
        if column.len() != n {
            return Err(Error::Lengths { left: n, right: column.len() });
        }
        if column.iter().any(|x| !x.is_finite()) {
            return Err(Error::Kind { column: name.clone(), need: "without gaps" });
        }
        columns.push((name.clone(), column.clone()));
    }
    let free = orders.arma() + columns.len();
    let need = delta.len() + free + 2;
    if n - missing < need {
        return Err(Error::TooFew { what: "rows", have: n - missing, need });
    }
    super::least::varied(&y.iter().copied().filter(|x| !x.is_nan()).collect::<Vec<f64>>())?;
    let differenced = |v: &[f64]| -> Vec<f64> {
        let at = |t: usize| v[t] - delta.iter().enumerate().map(|(j, d)| d * v[t - 1 - j]).sum::<f64>();
        (delta.len()..n).map(at).collect()
    };
    let w = differenced(y);
    let there: Vec<usize> = (0..w.len()).filter(|&t| !w[t].is_nan()).collect();
    let taken = |v: &[f64]| there.iter().map(|&t| v[t]).collect::<Vec<f64>>();
    let own: Vec<Vec<f64>> = columns.iter().map(|(_, c)| taken(&differenced(c))).collect();
    // Where the differences are all alike nothing is left to fit.
    let (first, spread) = match least(&own, &taken(&w)) {
        Ok(found) => {
            let errors = (0..own.len()).map(|at| found.std_error(at).max(1e-12)).collect();
            (found.coefficients, errors)
        }
        Err(error) if own.is_empty() => return Err(error),
        Err(Error::Collinear { columns: which }) => {
            let at = which.first().and_then(|at| at.parse::<usize>().ok()).unwrap_or(1);
            let name = columns.get(at - 1).map_or(String::new(), |(name, _)| name.clone());
            return Err(Error::Collinear { columns: vec![name] });
        }
        Err(error) => return Err(error),
    };
    let spread: Vec<f64> = spread;
    let arma = orders.arma();
    let used = (n - missing - delta.len().min(n - missing)) as f64;
    // Half the deviance per value, in the coefficients themselves.
    let objective = |c: &[f64]| -> f64 {
        match filtered(y, &orders, c, &columns) {
            Some((found, _)) if found.squares > 0.0 => {
                let used = found.used as f64;
                0.5 * ((found.squares / used).ln() + found.logs / used)
            }
            _ => f64::INFINITY,
        }
    };
    let natural = |u: &[f64]| {
        let mut c = orders.coefficients(u);
        for (at, (b, s)) in first.iter().zip(&spread).enumerate() {
            c[arma + at] = b + s * u[arma + at];
        }
        c
    };
    let starts = if arma == 0 { &[0.0] } else { starts };
    let mut best = (Vec::new(), f64::INFINITY);
    for start in starts {
        let mut u = vec![*start; arma];
        u.extend(first.iter().map(|_| 0.0));
        let found = minimum(&|u| objective(&natural(u)), &u, 150);
        // A second start counts only if it is better by more than noise.
        if found.1 < best.1 - 1e-12 {
            best = found;
        }
    }
    if best.1.is_nan() || best.1 >= f64::MAX {
        return Err(Error::NoConvergence { what: "ARIMA", steps: 150 });
    }
    let figures = natural(&best.0);
    let errors = errors(&objective, &figures, &spread, arma, used);
    let Some((found, _)) = filtered(y, &orders, &figures, &columns) else {
        return Err(Error::NoConvergence { what: "ARIMA", steps: 150 });
    };
    let deviance = 2.0 * used * best.1 + used + used * std::f64::consts::TAU.ln();
    let k = free as f64 + 1.0;
    let aic = deviance + 2.0 * k;
    let squares: f64 = found.residuals.iter().filter(|e| !e.is_nan()).map(|e| e * e).sum();
    let ((p, _, q), (sp, _, sq)) = (orders.plain, orders.seasonal);
    let names = [("ar", p), ("ma", q), ("sar", sp), ("sma", sq)];
    let names = names.iter().flat_map(|(name, count)| (1..=*count).map(move |at| format!("{name}{at}")));
    let names = names.chain(columns.iter().map(|(name, _)| name.clone()));
    let terms = names
        .zip(figures.iter().zip(errors))
        .map(|(name, (&estimate, std_error))| {
            let p_value = Normal.two_sided(estimate / std_error);
            Term { name, estimate, std_error, p_value }
        })
        .collect();
    let fitted = y.iter().zip(&found.residuals).map(|(y, e)| y - e).collect();
    Ok(Arima {
        orders,
        terms,
        sigma2: squares / (used - free as f64),
        log_likelihood: -0.5 * deviance,
        aic,
        aicc: aic + 2.0 * k * (k + 1.0) / (used - k - 1.0),
        bic: deviance + used.ln() * k,
        fitted,
        residuals: found.residuals,
        n: used as usize,
        missing,
        y: y.to_vec(),
        figures,
        columns,
    })
}

fn filtered(
    y: &[f64],
    orders: &Orders,
    c: &[f64],
    columns: &[(String, Vec<f64>)],
) -> Option<(Filtered, Process)> {
    let (phi, theta) = orders.polynomials(&c[..orders.arma()]);
    let mut process = Process::new(&phi, &theta, &orders.delta())?;
    let regress = &c[orders.arma()..];
    let rest: Vec<f64> = y
        .iter()
        .enumerate()
        .map(|(t, y)| y - columns.iter().zip(regress).map(|((_, x), b)| x[t] * b).sum::<f64>())
        .collect();
    let found = process.filter(&rest);
    Some((found, process))
}

/// Standard errors from the inverse of the curvature.
fn errors(objective: &dyn Fn(&[f64]) -> f64, at: &[f64], spread: &[f64], arma: usize, used: f64) -> Vec<f64> {
    let k = at.len();
    let step = |i: usize| 1e-3 * if i < arma { 1.0 } else { 10.0 * spread[i - arma] };
    let moved = |i: usize, a: f64, j: usize, b: f64| {
        let mut x = at.to_vec();
        x[i] += a * step(i);
        x[j] += b * step(j);
        objective(&x)
    };
    let hessian = matrix::Mat::from_fn(k, k, |i, j| {
        let corner =
            moved(i, 1.0, j, 1.0) - moved(i, 1.0, j, -1.0) - moved(i, -1.0, j, 1.0) + moved(i, -1.0, j, -1.0);
        used * corner / (4.0 * step(i) * step(j))
    });
    match matrix::inverse(hessian.as_ref()) {
        Ok(inverse) => (0..k).map(|i| inverse[(i, i)].sqrt()).collect(),
        Err(_) => vec![f64::NAN; k],
    }
}

impl Arima {
    /// Forecasts; `future` holds the coming values of each regressor that was given, in their order.
    pub fn forecast(&self, steps: usize, level: f64, future: &[Vec<f64>]) -> Result<Forecast> {
        let given = self.columns.len() - self.constants();
        if future.len() != given {
            return Err(Error::Lengths { left: given, right: future.len() });
        }
        if let Some(short) = future.iter().find(|column| column.len() < steps) {
            return Err(Error::Lengths { left: steps, right: short.len() });
        }
        let Some((_, mut process)) = filtered(&self.y, &self.orders, &self.figures, &self.columns) else {
            return Err(Error::NoConvergence { what: "ARIMA", steps: 0 });
        };
        let regress = &self.figures[self.orders.arma()..];
        let later = |at: usize, h: usize| future[at][h];
        let (mut mean, mut variance) = (Vec::new(), Vec::new());
        for h in 0..steps {
            process.step(true);
            let (foreseen, spread) = process.foreseen();
            let part = |(at, b): (usize, &f64)| {
                b * match at.checked_sub(self.constants()) {
                    Some(at) => later(at, h),
                    None if self.columns[at].0 == "drift" => (self.y.len() + h + 1) as f64,
                    None => 1.0,
                }
            };
            mean.push(foreseen + regress.iter().enumerate().map(part).sum::<f64>());
            variance.push(spread * self.sigma2);
        }
        Ok(Forecast::normal(self.orders.name(), mean, &variance, level))
    }

    fn constants(&self) -> usize {
        usize::from(self.orders.constant && self.orders.plain.1 + self.orders.seasonal.1 < 2)
    }

    /// Whether the roots of both polynomials keep a distance from the circle of one.
    fn steady(&self) -> bool {
        let (phi, theta) = self.orders.polynomials(&self.figures[..self.orders.arma()]);
        let turned: Vec<f64> = theta.iter().map(|x| -x).collect();
        beyond(&phi, 1.01) && beyond(&turned, 1.01)
    }
}

/// The orders by the steps of Hyndman and Khandakar (2008): differences first by [`advice`](super::advice), then from four models
/// to ever better neighbours by AICc; orders up to 5 and 2, no more than 5 together. All likelihoods are exact.
pub fn auto_arima(y: &[f64], period: usize) -> Result<Arima> {
    let full = super::fill(y, period)?.values;
    let advice = super::advice(&full, period)?;
    let (d, sd) = (advice.plain, advice.seasonal);
    let season = if period > 1 && y.len() > 2 * period { 1 } else { 0 };
    let mut tried: Vec<Orders> = Vec::new();
    let mut best: Option<Arima> = None;
    let mut attempt = |best: &mut Option<Arima>,
                       plain: (usize, usize),
                       seasonal: (usize, usize),
                       constant: bool| {
        let constant = constant && d + sd < 2;
        let orders =
            Orders { plain: (plain.0, d, plain.1), seasonal: (seasonal.0, sd, seasonal.1), period, constant };
        if tried.contains(&orders) {
            return false;
        }
        tried.push(orders);
        // One start tells which orders are worth more.
        let Ok(found) = fit(y, orders, &[], &[0.1]) else { return false };
        let better = found.steady() && best.as_ref().is_none_or(|best| found.aicc < best.aicc);
        if better {
            *best = Some(found);
        }
        better
    };
    let constant = d + sd < 2;
    for (plain, seasonal) in
        [((2, 2), (season, season)), ((0, 0), (0, 0)), ((1, 0), (season, 0)), ((0, 1), (0, season))]
    {
        attempt(&mut best, plain, seasonal, constant);
    }
    attempt(&mut best, (0, 0), (0, 0), false);
    for _ in 0..40 {
        let Some(now) = best.as_ref().map(|best| best.orders) else { break };
        let ((p, _, q), (sp, _, sq)) = (now.plain, now.seasonal);
        let moves: [(i32, i32, i32, i32); 16] = [
            (0, 0, -1, 0),
            (0, 0, 0, -1),
            (0, 0, 1, 0),
            (0, 0, 0, 1),
            (0, 0, -1, -1),
            (0, 0, 1, 1),
            (-1, 0, 0, 0),
            (0, -1, 0, 0),
            (1, 0, 0, 0),
            (0, 1, 0, 0),
            (-1, -1, 0, 0),
            (1, 1, 0, 0),
            (-1, 1, 0, 0),
            (1, -1, 0, 0),
            (0, 0, 1, -1),
            (0, 0, -1, 1),
        ];
        let moved = |x: usize, by: i32, most: usize| x.checked_add_signed(by as isize).filter(|x| *x <= most);
        let mut better = false;
        for (a, b, c, e) in moves {
            let seasons = 2 * season;
            let next = (moved(p, a, 5), moved(q, b, 5), moved(sp, c, seasons), moved(sq, e, seasons));
            let (Some(p), Some(q), Some(sp), Some(sq)) = next else { continue };
            if p + q + sp + sq <= 5 && attempt(&mut best, (p, q), (sp, sq), now.constant) {
                better = true;
                break;
            }
        }
        if !better && !attempt(&mut best, (p, q), (sp, sq), !now.constant) {
            break;
        }
    }
    let best = best.ok_or(Error::NoConvergence { what: "ARIMA", steps: 40 })?;
    arima(y, best.orders, &[])
}
