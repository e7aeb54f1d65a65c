//! Whether values are missing wholly at random.

use crate::correlate::sweep::sweep;
use crate::dist::ChiSquared;
use crate::{Error, Frame, Result};
use matrix::Mat;
use std::collections::BTreeMap;

/// Little's test (1988).
#[derive(Debug, Clone, PartialEq)]
pub struct Little {
    /// The distances of the patterns' means from the common ones.
    pub statistic: f64,
    /// Degrees of freedom.
    pub df: usize,
    /// The probability of so great a distance, were the values missing wholly at random.
    pub p_value: f64,
    /// Patterns of what is there.
    pub patterns: usize,
    /// Rows with at least one value.
    pub n: usize,
    /// Rows without any.
    pub dropped: usize,
    /// The means by maximum likelihood.
    pub means: Vec<f64>,
    /// The covariances by maximum likelihood (over n).
    pub covariance: Mat<f64>,
}

/// What the rows of one pattern add up to.
struct Pattern {
    there: Vec<usize>,
    n: f64,
    /// Means of what is there.
    means: Vec<f64>,
    /// Sums of products of deviations from those means.
    products: Mat<f64>,
}

const STEPS: usize = 20_000;
/// A step that moves nothing by more than this share of a standard deviation is the last.
const SMALL: f64 = 1e-12;

/// Little's test that values are missing wholly at random (MCAR), with means and covariances of a normal distribution by the
/// EM algorithm, carried on until nothing moves.
///
/// Errors: [`Error::Kind`] for words, [`Error::Infinite`], [`Error::Missing`], [`Error::Constant`], [`Error::TooFew`] where there is
/// only one pattern, [`Error::Collinear`], [`Error::NoConvergence`].
pub fn little(frame: &Frame, names: &[&str]) -> Result<Little> {
    let columns = names.iter().map(|name| frame.numbers(name)).collect::<Result<Vec<_>>>()?;
    let scale = names.iter().zip(&columns).map(|(name, values)| {
        let found = super::moments(name, values)?;
        match found.sd > 0.0 {
            true => Ok((found.mean, found.sd)),
            false => Err(Error::Constant { column: (*name).to_owned() }),
        }
    });
    let scale = scale.collect::<Result<Vec<_>>>()?;
    let (patterns, dropped) = patterns(&columns, &scale, frame.rows());
    if patterns.len() < 2 {
        return Err(Error::TooFew { what: "patterns", have: patterns.len(), need: 2 });
    }
    let (means, covariance) = likely(&patterns, names)?;
    let (mut statistic, mut df) = (0.0, 0);
    for pattern in &patterns {
        let k = pattern.there.len();
        let part = Mat::from_fn(k, k, |row, col| covariance[(pattern.there[row], pattern.there[col])]);
        let away = Mat::from_fn(k, 1, |row, _| pattern.means[row] - means[pattern.there[row]]);
        let solved = matrix::cholesky_solve(part.as_ref(), away.as_ref()).map_err(|_| collinear(names))?;
        statistic += pattern.n * (0..k).map(|at| away[(at, 0)] * solved[(at, 0)]).sum::<f64>();
        df += k;
    }
    let k = names.len();
    let df = df.saturating_sub(k);
    Ok(Little {
        statistic,
        df,
        p_value: ChiSquared(df as f64).sf(statistic),
        patterns: patterns.len(),
        n: frame.rows() - dropped,
        dropped,
        means: (0..k).map(|at| means[at] * scale[at].1 + scale[at].0).collect(),
        covariance: Mat::from_fn(k, k, |row, col| covariance[(row, col)] * scale[row].1 * scale[col].1),
    })
}

fn collinear(names: &[&str]) -> Error {
    Error::Collinear { columns: names.iter().map(|name| (*name).to_owned()).collect() }
}

/// The rows gathered by pattern, in standard units.
fn patterns(columns: &[&[f64]], scale: &[(f64, f64)], rows: usize) -> (Vec<Pattern>, usize) {
    let mut gathered: BTreeMap<Vec<usize>, Vec<usize>> = BTreeMap::new();
    for row in 0..rows {
        let there = (0..columns.len()).filter(|&at| !columns[at][row].is_nan()).collect();
        gathered.entry(there).or_default().push(row);
    }
    let dropped = gathered.remove(&Vec::new()).map_or(0, |rows| rows.len());
    let pattern = |(there, rows): (Vec<usize>, Vec<usize>)| {
        let n = rows.len() as f64;
        let value = |at: usize, row: usize| (columns[at][row] - scale[at].0) / scale[at].1;
        let means: Vec<f64> =
            there.iter().map(|&at| rows.iter().map(|&row| value(at, row)).sum::<f64>() / n).collect();
        let product = |a: usize, b: usize| {
            let of = |row: &usize| (value(there[a], *row) - means[a]) * (value(there[b], *row) - means[b]);
            rows.iter().map(of).sum::<f64>()
        };
        let products = Mat::from_fn(there.len(), there.len(), product);
        Pattern { there, n, means, products }
    };
    (gathered.into_iter().map(pattern).collect(), dropped)
}

/// Means and covariances of greatest likelihood (Dempster, Laird and Rubin 1977; Little and Rubin, chapter 11).
fn likely(patterns: &[Pattern], names: &[&str]) -> Result<(Vec<f64>, Mat<f64>)> {
    let k = names.len();
    let total: f64 = patterns.iter().map(|pattern| pattern.n).sum();
    let (mut means, mut covariance) = (vec![0.0; k], Mat::<f64>::identity(k, k));
    for _ in 0..STEPS {
        let mut sums = vec![0.0; k];
        let mut products = Mat::<f64>::zeros(k, k);
        for pattern in patterns {
            let mut swept = covariance.clone();
            for &at in &pattern.there {
                if !sweep(&mut swept, at, covariance[(at, at)], 1e-12) {
                    return Err(collinear(names));
                }
            }
            expect(pattern, &means, &swept, &mut sums, &mut products);
        }
        let next: Vec<f64> = (0..k).map(|at| means[at] + sums[at] / total).collect();
        let moved = |row: usize, col: usize| sums[row] / total * sums[col] / total;
        let spread = Mat::from_fn(k, k, |row, col| products[(row, col)] / total - moved(row, col));
        let by_means = (0..k).map(|at| (next[at] - means[at]).abs()).fold(0.0, f64::max);
        let change = (&spread - &covariance).norm_max().max(by_means);
        (means, covariance) = (next, spread);
        if change < SMALL {
            return Ok((means, covariance));
        }
    }
    Err(Error::NoConvergence { what: "EM", steps: STEPS })
}

/// Adds what a pattern's rows are expected to sum to, as deviations from the present means.
fn expect(pattern: &Pattern, means: &[f64], swept: &Mat<f64>, sums: &mut [f64], products: &mut Mat<f64>) {
    let k = means.len();
    // Each column out of those that are there: itself, or by regression.
    let place = |at: usize| pattern.there.iter().position(|&there| there == at);
    let weight = |at: usize, of: usize| match place(at) {
        Some(own) => f64::from(u8::from(own == of)),
        None => swept[(pattern.there[of], at)],
    };
    let there = pattern.there.len();
    let weights = Mat::from_fn(k, there, weight);
    let away = Mat::from_fn(there, 1, |of, _| pattern.means[of] - means[pattern.there[of]]);
    let mean = matrix::product(weights.as_ref(), away.as_ref());
    let inner =
        Mat::from_fn(there, there, |a, b| pattern.products[(a, b)] + pattern.n * away[(a, 0)] * away[(b, 0)]);
    let half = matrix::product(weights.as_ref(), inner.as_ref());
    let outer = matrix::product(half.as_ref(), weights.transpose());
    for col in 0..k {
        sums[col] += pattern.n * mean[(col, 0)];
        for row in 0..k {
            let rest = if place(row).is_none() && place(col).is_none() {
                pattern.n * swept[(row, col)]
            } else {
                0.0
            };
            products[(row, col)] += outer[(row, col)] + rest;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Chance, Column, Values};

    /// Two related columns; the second is missing by chance, or where the first is great.
    fn sample(by_chance: bool) -> Frame {
        let mut chance = Chance::new(9);
        let (mut x, mut y) = (Vec::new(), Vec::new());
        for _ in 0..400 {
            let (a, b) = (chance.normal(), chance.normal());
            let gone = if by_chance { chance.uniform() < 0.3 } else { a > 0.5 };
            x.push(a);
            y.push(if gone { f64::NAN } else { 0.6 * a + b });
        }
        let column = |name: &str, values| Column { name: name.to_owned(), values: Values::Number(values) };
        Frame::new(vec![column("x", x), column("y", y)]).expect("they are of one length")
    }

    #[test]
    fn what_depends_on_a_column_is_not_missing_at_random() {
        let (by_chance, by_size) = (little(&sample(true), &["x", "y"]), little(&sample(false), &["x", "y"]));
        let (by_chance, by_size) = (by_chance.expect("it converges"), by_size.expect("it converges"));
        assert!(by_chance.p_value > 0.05, "{by_chance:?}");
        assert!(by_size.p_value < 1e-10, "{by_size:?}");
        assert_eq!((by_size.df, by_size.patterns), (1, 2));
    }

    #[test]
    fn one_pattern_is_nothing_to_compare() {
        let column = Column { name: "x".to_owned(), values: Values::Number(vec![1.0, 2.0]) };
        let frame = Frame::new(vec![column]).expect("one column");
        assert!(matches!(little(&frame, &["x"]), Err(Error::TooFew { what: "patterns", .. })));
    }
}
