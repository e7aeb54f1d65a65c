//! Intervals of a quantile's coefficients by inverting the rank-score test (Gutenbrunner, Jurečková, Koenker and Portnoy 1993; Koenker
//! 1994): the values of a coefficient at which the ranks of what is left do not go with its column.
//!
//! Held at a value, the coefficient leaves a smaller problem, whose best vertex stays so between two values that the residuals tell. The
//! test's statistic steps there; the ends are laid between the steps, as R's `rq` does.

use super::basis::Basis;
use super::fit::{Quantile, scaled, vertex};
use super::interval::{Spread, densities};
use crate::Result;
use crate::dist::StudentT;
use crate::regress::Design;
use crate::regress::weighted::{dot, solve, times};
use rayon::prelude::*;

/// The intervals of all coefficients at a level, `NaN` for an aliased column; an end that the test does not give is infinite.
pub fn rank_intervals(
    design: &Design,
    fit: &Quantile,
    spread: Spread,
    level: f64,
) -> Result<Vec<(f64, f64)>> {
    let (owned, y) = scaled(design, &fit.kept);
    let columns: Vec<&[f64]> = owned.iter().map(Vec::as_slice).collect();
    let (n, p) = (design.n(), columns.len());
    let weights = match spread {
        Spread::Same => vec![1.0; n],
        Spread::Own => {
            let small = f64::EPSILON.powf(2.0 / 3.0);
            densities(&columns, &y, fit.tau, small, small)?
        }
    };
    let reach = StudentT((n - p).max(1) as f64).isf(0.5 * (1.0 - level));
    let one = |at: usize| -> Result<(f64, f64)> {
        let others: Vec<&[f64]> = (0..p).filter(|&c| c != at).map(|c| columns[c]).collect();
        let left = solve(&others, columns[at], &weights);
        let own: Vec<f64> =
            times(&others, &left.beta, n).iter().zip(columns[at]).map(|(f, x)| x - f).collect();
        let size = (fit.tau * (1.0 - fit.tau) * dot(&own, &own)).sqrt();
        let test = Test { y: &y, x: columns[at], others: &others, tau: fit.tau, size };
        let estimate = fit.coefficients[fit.kept[at]];
        Ok((test.end(estimate, -1.0, reach)?, test.end(estimate, 1.0, reach)?))
    };
    let own: Vec<(f64, f64)> = (0..p).into_par_iter().map(one).collect::<Result<_>>()?;
    let mut all = vec![(f64::NAN, f64::NAN); fit.coefficients.len()];
    fit.kept.iter().zip(own).for_each(|(&column, ends)| all[column] = ends);
    Ok(all)
}

/// The test of one coefficient.
struct Test<'a> {
    y: &'a [f64],
    x: &'a [f64],
    others: &'a [&'a [f64]],
    tau: f64,
    size: f64,
}

/// The statistic at a value of the coefficient, and between which values it is so.
struct Step {
    statistic: f64,
    from: f64,
    until: f64,
    basis: Option<Basis>,
}

impl Test<'_> {
    fn at(&self, value: f64, start: Option<Basis>) -> Result<Step> {
        let n = self.y.len();
        let held: Vec<f64> = self.y.iter().zip(self.x).map(|(y, x)| y - value * x).collect();
        // The line of each residual over the coefficient's values: at 0 and how it falls.
        let (rest, slope, basis) = if self.others.is_empty() {
            (held, self.x.to_vec(), None)
        } else {
            let (basis, _) = vertex(self.others, &held, self.tau, start)?;
            let line = |y: &[f64]| -> Vec<f64> {
                let mut rest: Vec<f64> =
                    times(self.others, &basis.plane(y), n).iter().zip(y).map(|(fit, y)| y - fit).collect();
                basis.rows.iter().for_each(|&row| rest[row] = 0.0);
                rest
            };
            (line(&held), line(self.x), Some(basis))
        };
        let inside: &[usize] = basis.as_ref().map_or(&[], |basis| &basis.rows);
        let (mut from, mut until) = (f64::NEG_INFINITY, f64::INFINITY);
        for row in (0..n).filter(|row| !inside.contains(row)) {
            let step = rest[row] / slope[row];
            if step > 0.0 && step.is_finite() {
                until = until.min(value + step);
            } else if step < 0.0 && step.is_finite() {
                from = from.max(value + step);
            }
        }
        // The rank scores: 1 above the plane, 0 below, and on it what makes them go with no other column.
        let mut score: Vec<f64> = rest.iter().map(|r| f64::from(*r > 0.0) - (1.0 - self.tau)).collect();
        if let Some(basis) = &basis {
            basis.rows.iter().for_each(|&row| score[row] = 0.0);
            let pull: Vec<f64> = self.others.iter().map(|column| dot(column, &score)).collect();
            for (at, &row) in basis.rows.iter().enumerate() {
                score[row] = -basis.edge(at).iter().zip(&pull).map(|(e, g)| e * g).sum::<f64>();
            }
        }
        Ok(Step { statistic: dot(self.x, &score) / self.size, from, until, basis })
    }

    /// Where the test comes to reject, going from the estimate by a sign.
    fn end(&self, estimate: f64, sign: f64, reach: f64) -> Result<f64> {
        // The last step that does not reject and the first that does, each as its border and its statistic.
        let mut inner = self.at(estimate, None)?;
        let mut width = (inner.until - inner.from).abs();
        if !width.is_finite() || width == 0.0 {
            width = estimate.abs().max(1e-3) * 1e-3;
        }
        let mut outer = None;
        for _ in 0..200 {
            let border = if sign > 0.0 { inner.until } else { inner.from };
            if !border.is_finite() {
                return Ok(sign * f64::INFINITY);
            }
            let next = self.at(border + sign * width, inner.basis.clone())?;
            width *= 2.0;
            if next.statistic.abs() > reach {
                outer = Some(next);
                break;
            }
            inner = next;
        }
        let Some(mut outer) = outer else { return Ok(sign * f64::INFINITY) };
        for _ in 0..500 {
            let (low, high) = if sign > 0.0 { (inner.until, outer.from) } else { (outer.until, inner.from) };
            let gap = high - low;
            if gap.is_nan() || gap <= 1e-12 * (high.abs() + low.abs()) {
                break;
            }
            let middle = self.at(0.5 * (low + high), inner.basis.clone())?;
            if middle.statistic.abs() > reach { outer = middle } else { inner = middle }
        }
        // R lays the end between the borders at which the two statistics begin, going outward.
        let begins = |step: &Step| if sign > 0.0 { step.from } else { step.until };
        let (near, far) = (begins(&inner), begins(&outer));
        let share = (outer.statistic.abs() - reach) / (outer.statistic.abs() - inner.statistic.abs());
        Ok(far - (far - near) * share)
    }
}
