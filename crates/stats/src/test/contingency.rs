//! Tables of counts: χ² (Pearson 1900), Yates' correction, McNemar (1947) and Bowker (1948).

use super::{Test, effect, level};
use crate::dist::{Binomial, ChiSquared};
use crate::{Error, Result};

/// A χ² test of a table with what was expected.
#[derive(Debug, Clone, PartialEq)]
pub struct Contingency {
    /// The test; its effect is Cramér's V.
    pub test: Test,
    /// The counts expected, row by row.
    pub expected: Vec<f64>,
    /// (seen − expected) / √expected.
    pub residuals: Vec<f64>,
    /// Residuals against their own standard deviation.
    pub standardized: Vec<f64>,
    /// The likelihood-ratio statistic G² and its p.
    pub g: (f64, f64),
}

/// The sums of rows and columns of a table that is given row by row.
pub(crate) fn margins(counts: &[f64], columns: usize) -> Result<(Vec<f64>, Vec<f64>)> {
    if columns == 0 || counts.is_empty() || !counts.len().is_multiple_of(columns) {
        return Err(Error::Lengths { left: counts.len(), right: columns });
    }
    if counts.iter().any(|count| !(*count >= 0.0 && count.is_finite())) {
        return Err(Error::Kind { column: "counts".to_owned(), need: "count" });
    }
    let rows: Vec<f64> = counts.chunks(columns).map(|row| row.iter().sum()).collect();
    let sums = (0..columns).map(|at| counts.iter().skip(at).step_by(columns).sum()).collect();
    for (what, list) in [("rows", &rows), ("columns", &sums)] {
        let have = list.iter().filter(|sum| **sum > 0.0).count();
        if have < 2 {
            return Err(Error::TooFew { what, have, need: 2 });
        }
    }
    Ok((rows, sums))
}

/// Takes rows and columns without a count out of a table.
fn filled(counts: &[f64], columns: usize) -> Result<(Vec<f64>, usize)> {
    let (rows, sums) = margins(counts, columns)?;
    let kept: Vec<usize> = (0..columns).filter(|&at| sums[at] > 0.0).collect();
    let table = counts
        .chunks(columns)
        .zip(&rows)
        .filter(|(_, sum)| **sum > 0.0)
        .flat_map(|(row, _)| kept.iter().map(|&at| row[at]))
        .collect();
    Ok((table, kept.len()))
}

/// Whether rows and columns of a table are independent; `yates` takes up to a half off each gap of a 2×2 table. Empty rows and
/// columns are left out.
pub fn independence(counts: &[f64], columns: usize, yates: bool, conf: f64) -> Result<Contingency> {
    let conf = level(conf)?;
    let (counts, columns) = filled(counts, columns)?;
    let (rows, sums) = margins(&counts, columns)?;
    let n: f64 = rows.iter().sum();
    let expected: Vec<f64> =
        rows.iter().flat_map(|row| sums.iter().map(move |column| row * column / n)).collect();
    let gap = |(seen, expected): (&f64, &f64)| (seen - expected).abs();
    let least = counts.iter().zip(&expected).map(gap).fold(0.5, f64::min);
    let off = if yates && rows.len() == 2 && columns == 2 { least } else { 0.0 };
    let statistic: f64 = counts.iter().zip(&expected).map(|(s, e)| ((s - e).abs() - off).powi(2) / e).sum();
    let df = ((rows.len() - 1) * (columns - 1)) as f64;
    let mut test = Test::new("chi-squared", "X2", statistic, &[df], ChiSquared(df).sf(statistic));
    let plain: f64 = counts.iter().zip(&expected).map(|(s, e)| (s - e).powi(2) / e).sum();
    test.effects = vec![effect::v_of_chi_squared(plain, df, n, rows.len().min(columns), conf)];
    test.n = n as usize;
    let residuals: Vec<f64> = counts.iter().zip(&expected).map(|(s, e)| (s - e) / e.sqrt()).collect();
    let standardized = residuals
        .iter()
        .enumerate()
        .map(|(at, r)| r / ((1.0 - rows[at / columns] / n) * (1.0 - sums[at % columns] / n)).sqrt())
        .collect();
    let term = |(s, e): (&f64, &f64)| if *s > 0.0 { s * (s / e).ln() } else { 0.0 };
    let g = 2.0 * counts.iter().zip(&expected).map(term).sum::<f64>();
    Ok(Contingency { test, expected, residuals, standardized, g: (g, ChiSquared(df).sf(g)) })
}

/// Whether counts come in given shares (which are brought to a sum of one); empty shares are equal ones.
pub fn goodness(counts: &[f64], shares: &[f64]) -> Result<Contingency> {
    if counts.len() < 2 {
        return Err(Error::TooFew { what: "levels", have: counts.len(), need: 2 });
    }
    let equal = vec![1.0; counts.len()];
    let shares = if shares.is_empty() { &equal } else { shares };
    if shares.len() != counts.len() {
        return Err(Error::Lengths { left: counts.len(), right: shares.len() });
    }
    if shares.iter().any(|share| !(*share > 0.0 && share.is_finite())) {
        return Err(Error::Kind { column: "shares".to_owned(), need: "positive" });
    }
    if counts.iter().any(|count| !(*count >= 0.0 && count.is_finite())) {
        return Err(Error::Kind { column: "counts".to_owned(), need: "count" });
    }
    let (n, whole) = (counts.iter().sum::<f64>(), shares.iter().sum::<f64>());
    if n <= 0.0 {
        return Err(Error::TooFew { what: "rows", have: 0, need: 1 });
    }
    let expected: Vec<f64> = shares.iter().map(|share| n * (share / whole)).collect();
    let residuals: Vec<f64> = counts.iter().zip(&expected).map(|(s, e)| (s - e) / e.sqrt()).collect();
    let statistic = residuals.iter().map(|r| r * r).sum();
    let df = counts.len() as f64 - 1.0;
    let mut test = Test::new("goodness", "X2", statistic, &[df], ChiSquared(df).sf(statistic));
    test.n = n as usize;
    let standardized =
        residuals.iter().zip(shares).map(|(r, share)| r / (1.0 - share / whole).sqrt()).collect();
    let term = |(s, e): (&f64, &f64)| if *s > 0.0 { s * (s / e).ln() } else { 0.0 };
    let g = 2.0 * counts.iter().zip(&expected).map(term).sum::<f64>();
    Ok(Contingency { test, expected, residuals, standardized, g: (g, ChiSquared(df).sf(g)) })
}

/// Whether a square table of the same rows asked twice is symmetric; `exact` counts a 2×2 table's changes by the binomial
/// distribution.
pub fn mcnemar(counts: &[f64], size: usize, corrected: bool, exact: bool) -> Result<Test> {
    if size < 2 || counts.len() != size * size {
        return Err(Error::Lengths { left: counts.len(), right: size * size });
    }
    if counts.iter().any(|count| !(*count >= 0.0 && count.is_finite())) {
        return Err(Error::Kind { column: "counts".to_owned(), need: "count" });
    }
    let half = if corrected && size == 2 { 1.0 } else { 0.0 };
    let (mut statistic, mut df) = (0.0, 0.0);
    for i in 0..size {
        for j in i + 1..size {
            let (up, down) = (counts[i * size + j], counts[j * size + i]);
            if up + down > 0.0 {
                statistic += ((up - down).abs() - half).max(0.0).powi(2) / (up + down);
            }
            df += 1.0;
        }
    }
    let changed = counts[1] + counts[size];
    if changed == 0.0 && size == 2 {
        return Err(Error::TooFew { what: "rows", have: 0, need: 1 });
    }
    let mut test = if exact && size == 2 {
        let p = 2.0 * Binomial(changed, 0.5).cdf(counts[1].min(counts[2]));
        Test::new("mcnemar-exact", "", f64::NAN, &[], p.min(1.0))
    } else {
        Test::new("mcnemar", "X2", statistic, &[df], ChiSquared(df).sf(statistic))
    };
    test.n = counts.iter().sum::<f64>() as usize;
    if size == 2 {
        test.estimates = vec![("odds-ratio", counts[1] / counts[2])];
    }
    Ok(test)
}
