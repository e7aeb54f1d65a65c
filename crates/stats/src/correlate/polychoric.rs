//! Correlations of what lies behind answers on a scale: polychoric, and tetrachoric for two levels by two.

use super::likelihood::summit;
use crate::dist::{BivariateNormal, ChiSquared, Normal};
use crate::{Error, Result};

/// How the thresholds are found.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Steps {
    /// From each column alone, then the correlation (Olsson 1979): psych's, and polycor's unless asked otherwise.
    #[default]
    Two,
    /// Together with the correlation, by maximum likelihood (polycor's `ML = TRUE`).
    One,
}

/// A correlation of two normal quantities that are seen only in steps.
#[derive(Debug, Clone, PartialEq)]
pub struct Latent {
    /// The correlation.
    pub estimate: f64,
    /// Its standard error from the observed information (with thresholds of their own column: as if those were known).
    pub std_error: f64,
    /// Where the first column steps up, in standard units.
    pub x_thresholds: Vec<f64>,
    /// Where the second does.
    pub y_thresholds: Vec<f64>,
    /// The likelihood ratio against any table at all: whether two normal quantities could lie behind.
    pub statistic: f64,
    /// Its degrees of freedom; 0 for two levels by two.
    pub df: usize,
    /// The probability of so bad a fit.
    pub p_value: f64,
    /// Rows counted.
    pub n: f64,
}

/// A correlation is held to be at its end beyond this.
const END: f64 = 0.9999;

/// The polychoric correlation of a table of counts, the levels of both columns in their order. `empty` is put where a cell has
/// no count (psych puts 0.5 in tables of two by two, polycor nothing).
///
/// Errors: [`Error::TooFew`] where a column has fewer than two levels that occur, [`Error::Separated`] where the likelihood grows up
/// to ±1 (then there is an empty cell, and `empty` helps), [`Error::NoConvergence`].
pub fn polychoric(counts: &[Vec<f64>], steps: Steps, empty: f64) -> Result<Latent> {
    let table = occurring(counts, empty)?;
    let n: f64 = table.iter().flatten().sum();
    let by_row: Vec<f64> = table.iter().map(|row| row.iter().sum::<f64>() / n).collect();
    let by_column: Vec<f64> =
        (0..table[0].len()).map(|at| table.iter().map(|row| row[at]).sum::<f64>() / n).collect();
    let (x, y) = (thresholds(&by_row), thresholds(&by_column));
    let alone = |at: &[f64]| {
        let (height, slope) = climb(&table, at[0], &x, &y);
        (height, vec![slope[0]])
    };
    let first = bounded(&alone)?;
    let found = summit(vec![first], alone)?;
    let (at, height, variance) = match steps {
        Steps::Two => {
            let all = [&found.at[..], &x, &y].concat();
            (all, found.height, found.covariance[(0, 0)])
        }
        Steps::One => {
            let start = [&found.at[..], &x, &y].concat();
            let found = summit(start, |at| climb(&table, at[0], &at[1..=x.len()], &at[1 + x.len()..]))?;
            (found.at, found.height, found.covariance[(0, 0)])
        }
    };
    let free: f64 = table.iter().flatten().filter(|&&c| c > 0.0).map(|c| c * libm::log(c / n)).sum();
    let (r, c) = (by_row.len(), by_column.len());
    let (statistic, df) = ((2.0 * (free - height)).max(0.0), r * c - r - c);
    Ok(Latent {
        estimate: at[0],
        std_error: variance.sqrt(),
        x_thresholds: at[1..r].to_vec(),
        y_thresholds: at[r..].to_vec(),
        statistic,
        df,
        p_value: if df > 0 { ChiSquared(df as f64).sf(statistic) } else { f64::NAN },
        n,
    })
}

/// The tetrachoric correlation of a table of two by two: [`polychoric`] under its own name.
///
/// Errors: as [`polychoric`].
pub fn tetrachoric(counts: [[f64; 2]; 2], empty: f64) -> Result<Latent> {
    polychoric(&counts.map(|row| row.to_vec()), Steps::Two, empty)
}

/// The levels that occur, with something in empty cells.
fn occurring(counts: &[Vec<f64>], empty: f64) -> Result<Vec<Vec<f64>>> {
    let wide = counts.iter().map(Vec::len).max().unwrap_or(0);
    let cell = |row: &Vec<f64>, at: usize| row.get(at).copied().unwrap_or(0.0);
    let rows: Vec<&Vec<f64>> = counts.iter().filter(|row| row.iter().sum::<f64>() > 0.0).collect();
    let columns: Vec<usize> =
        (0..wide).filter(|&at| rows.iter().map(|row| cell(row, at)).sum::<f64>() > 0.0).collect();
    let have = rows.len().min(columns.len());
    if have < 2 {
        return Err(Error::TooFew { what: "levels", have, need: 2 });
    }
    let filled = |count: f64| if count > 0.0 { count } else { empty };
    Ok(rows.iter().map(|row| columns.iter().map(|&at| filled(cell(row, at))).collect()).collect())
}

/// Where a normal quantity would step up to have those shares.
pub(super) fn thresholds(shares: &[f64]) -> Vec<f64> {
    let mut passed = 0.0;
    let below = shares[..shares.len() - 1].iter().map(|share| {
        passed += share;
        passed
    });
    below.map(|share| Normal.quantile(share)).collect()
}

/// A start where the slope changes its sign, by halving; where it never does, the correlation is at its end.
pub(super) fn bounded(climb: &impl Fn(&[f64]) -> (f64, Vec<f64>)) -> Result<f64> {
    let slope = |rho: f64| climb(&[rho]).1[0];
    // Near the ends cells that are filled can become too small for a double: the search starts where none does.
    let end = |side: f64| {
        let ends = [END, 0.999, 0.99, 0.97, 0.95, 0.9, 0.8, 0.6, 0.3];
        ends.into_iter().map(|rho| side * rho).find(|rho| climb(&[*rho]).0.is_finite()).unwrap_or(0.0)
    };
    let (mut low, mut high) = (end(-1.0), end(1.0));
    if !(slope(low) > 0.0 && slope(high) < 0.0) {
        return Err(Error::Separated { column: String::new() });
    }
    for _ in 0..12 {
        let middle = 0.5 * (low + high);
        if slope(middle) > 0.0 {
            low = middle;
        } else {
            high = middle;
        }
    }
    Ok(0.5 * (low + high))
}

/// What lies below a corner of a cell, and how that grows with ρ: by the density there.
fn corner(h: f64, k: f64, rho: f64) -> (f64, f64) {
    let both = BivariateNormal(rho);
    (both.cdf(h, k), if h.is_infinite() || k.is_infinite() { 0.0 } else { both.pdf(h, k) })
}

/// The logarithm of the likelihood and its slope by ρ, the thresholds of the rows, those of the columns.
fn climb(table: &[Vec<f64>], rho: f64, x: &[f64], y: &[f64]) -> (f64, Vec<f64>) {
    let nothing = || (f64::NEG_INFINITY, vec![0.0; 1 + x.len() + y.len()]);
    let rising = |list: &[f64]| list.windows(2).all(|pair| pair[0] < pair[1]);
    if !(rho.abs() < 1.0 && rising(x) && rising(y)) {
        return nothing();
    }
    let ends = |list: &[f64]| [&[f64::NEG_INFINITY], list, &[f64::INFINITY]].concat();
    let (a, b) = (ends(x), ends(y));
    let corners: Vec<Vec<(f64, f64)>> =
        a.iter().map(|&h| b.iter().map(|&k| corner(h, k, rho)).collect()).collect();
    let s = ((1.0 - rho) * (1.0 + rho)).sqrt();
    let (mut height, mut slope) = (0.0, vec![0.0; 1 + x.len() + y.len()]);
    for (i, row) in table.iter().enumerate() {
        for (j, &count) in row.iter().enumerate().filter(|(_, count)| **count > 0.0) {
            let of = |part: fn(&(f64, f64)) -> f64| {
                let at = |i: usize, j: usize| part(&corners[i][j]);
                (at(i + 1, j + 1) - at(i, j + 1)) - (at(i + 1, j) - at(i, j))
            };
            let (p, by_rho) = (of(|c| c.0), of(|c| c.1));
            if p.is_nan() || p <= 0.0 {
                return nothing();
            }
            height += count * libm::log(p);
            slope[0] += count * by_rho / p;
            // Moving a bound takes in a strip: its density times what of the other column lies within the cell.
            let strip = |at: f64, low: f64, high: f64| {
                let share = Normal.cdf((high - rho * at) / s) - Normal.cdf((low - rho * at) / s);
                Normal.pdf(at) * share
            };
            let mut bound = |place: usize, by: f64| slope[place] += count * by / p;
            if i < x.len() {
                bound(1 + i, strip(a[i + 1], b[j], b[j + 1]));
            }
            if i > 0 {
                bound(i, -strip(a[i], b[j], b[j + 1]));
            }
            if j < y.len() {
                bound(1 + x.len() + j, strip(b[j + 1], a[i], a[i + 1]));
            }
            if j > 0 {
                bound(x.len() + j, -strip(b[j], a[i], a[i + 1]));
            }
        }
    }
    (height, slope)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_table_cut_at_the_middle_gives_the_sine() {
        // Both cut at 0: the share of the first quarter is ¼ + asin ρ / 2π.
        let rho = 0.6f64;
        let share = 0.25 + libm::asin(rho) / (2.0 * std::f64::consts::PI);
        let counts = [[1000.0 * share, 500.0 - 1000.0 * share], [500.0 - 1000.0 * share, 1000.0 * share]];
        let found = tetrachoric(counts, 0.0).expect("it has an end");
        assert!((found.estimate - rho).abs() < 1e-12, "{found:?}");
        assert_eq!((found.df, found.n.round()), (0, 1000.0));
    }

    #[test]
    fn one_step_climbs_no_lower_than_two() {
        let counts = vec![vec![58.0, 52.0, 1.0], vec![26.0, 58.0, 3.0], vec![8.0, 12.0, 9.0]];
        let two = polychoric(&counts, Steps::Two, 0.0).expect("it has an end");
        let one = polychoric(&counts, Steps::One, 0.0).expect("it has an end");
        assert!(one.statistic <= two.statistic && (one.estimate - two.estimate).abs() < 0.01);
        let turned: Vec<Vec<f64>> = (0..3).map(|at| counts.iter().map(|row| row[at]).collect()).collect();
        let other = polychoric(&turned, Steps::Two, 0.0).expect("it has an end");
        assert!((two.estimate - other.estimate).abs() < 1e-12);
    }

    #[test]
    fn what_has_no_end_says_so() {
        assert!(matches!(tetrachoric([[10.0, 0.0], [0.0, 10.0]], 0.0), Err(Error::Separated { .. })));
        assert!(tetrachoric([[10.0, 0.0], [4.0, 10.0]], 0.5).is_ok());
        assert!(matches!(
            tetrachoric([[10.0, 4.0], [0.0, 0.0]], 0.0),
            Err(Error::TooFew { what: "levels", .. })
        ));
    }
}
