//! Standard errors of a quantile's coefficients, by how densely outcomes lie about it.

use super::fit::{Quantile, scaled, vertex};
use crate::Result;
use crate::dist::Normal;
use crate::regress::Design;
use crate::regress::weighted::{solve, times};

/// What is taken to be known of the spread.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Spread {
    /// It may differ from row to row (Hendricks and Koenker 1991; `se = "nid"`).
    #[default]
    Own,
    /// It is the same in every row (Koenker and Bassett 1978; `se = "iid"`).
    Same,
}

/// Hall and Sheather's bandwidth (1988), within what τ leaves.
pub fn bandwidth(tau: f64, n: usize) -> f64 {
    let x = Normal.quantile(tau);
    let f = Normal.pdf(x);
    let power = |base: f64, to: f64| base.powf(to);
    let mut h = power(n as f64, -1.0 / 3.0)
        * power(Normal.isf(0.025), 2.0 / 3.0)
        * power(1.5 * f * f / (2.0 * x * x + 1.0), 1.0 / 3.0);
    while tau - h < 0.0 || tau + h > 1.0 {
        h *= 0.5;
    }
    h
}

/// Each row's density at its quantile, from the planes a bandwidth above and below; never below `floor`. `small` is taken off their
/// distance, as `quantreg` does, which has one such figure for errors and another for ranks.
pub fn densities(columns: &[&[f64]], y: &[f64], tau: f64, small: f64, floor: f64) -> Result<Vec<f64>> {
    let h = bandwidth(tau, y.len());
    let plane = |tau: f64| vertex(columns, y, tau, None).map(|(basis, _)| basis.plane(y));
    let (high, low) = (plane(tau + h)?, plane(tau - h)?);
    let gap: Vec<f64> = high.iter().zip(&low).map(|(a, b)| a - b).collect();
    Ok(times(columns, &gap, y.len()).iter().map(|gap| (2.0 * h / (gap - small)).max(floor)).collect())
}

impl Quantile {
    /// The standard errors, `NaN` for an aliased column.
    pub fn errors(&self, design: &Design, spread: Spread) -> Result<Vec<f64>> {
        let mut all = vec![f64::NAN; self.coefficients.len()];
        let own = self.covariance(design, spread)?;
        self.kept.iter().zip(own).enumerate().for_each(|(at, (&column, row))| all[column] = row[at].sqrt());
        Ok(all)
    }

    /// The covariances of the kept columns' coefficients; `NaN` where too few rows have a density.
    pub fn covariance(&self, design: &Design, spread: Spread) -> Result<Vec<Vec<f64>>> {
        let (owned, y) = scaled(design, &self.kept);
        let columns: Vec<&[f64]> = owned.iter().map(Vec::as_slice).collect();
        let (n, p) = (design.n(), columns.len());
        let by_tau = self.tau * (1.0 - self.tau);
        let full = match spread {
            Spread::Own => {
                let density = densities(&columns, &y, self.tau, f64::EPSILON.sqrt(), 0.0)?;
                let bread = solve(&columns, &y, &density).inverse();
                if bread.len() < p {
                    return Ok(vec![vec![f64::NAN; p]; p]);
                }
                // Bread · XᵀX · bread, of which each entry is a sum of products.
                let lines: Vec<Vec<f64>> = bread.iter().map(|row| times(&columns, row, n)).collect();
                let one = |a: &Vec<f64>, b: &Vec<f64>| a.iter().zip(b).map(|(a, b)| a * b).sum::<f64>();
                lines.iter().map(|a| lines.iter().map(|b| by_tau * one(a, b)).collect()).collect()
            }
            Spread::Same => {
                let ones = vec![1.0; n];
                let by = self.sparsity(n, p)?.powi(2) * by_tau;
                let scaled = |row: Vec<f64>| row.into_iter().map(|x| by * x).collect();
                solve(&columns, &y, &ones).inverse().into_iter().map(scaled).collect()
            }
        };
        Ok(full)
    }

    /// 1 / the density of residuals at 0: the slope of the middle ones in their order, by a median line.
    fn sparsity(&self, n: usize, p: usize) -> Result<f64> {
        let zeros = self.residuals.iter().filter(|r| r.abs() < f64::EPSILON.sqrt()).count();
        let h = (p + 1).max((n as f64 * bandwidth(self.tau, n)).ceil() as usize);
        let mut order = self.residuals.clone();
        order.sort_by(|a, b| a.abs().total_cmp(&b.abs()));
        let places: Vec<usize> = (zeros + 1..=(h + zeros + 1).min(n)).collect();
        let mut near: Vec<f64> = places.iter().map(|place| order[place - 1]).collect();
        near.sort_by(f64::total_cmp);
        let x: Vec<f64> = places.iter().map(|place| *place as f64 / (n - p) as f64).collect();
        let (basis, _) = vertex(&[&vec![1.0; x.len()], &x], &near, 0.5, None)?;
        Ok(basis.plane(&near)[1])
    }
}
