//! All pairs of columns at once.

use super::{
    Adjust, Ask, Coefficient, Correlation, Missing, adjust, cross, kendall, pair, pearson, rank, spearman,
};
use crate::{Error, Frame, Result};
use ::matrix::Mat;
use rayon::prelude::*;

/// The correlations of columns with each other.
#[derive(Debug, Clone, PartialEq)]
pub struct Matrix {
    /// The coefficient.
    pub coefficient: Coefficient,
    /// The columns.
    pub names: Vec<String>,
    /// The pairs: the first with each after it, then the second, …
    pub pairs: Vec<Pair>,
    /// What was done where a value is missing.
    pub missing: Missing,
    /// How p was adjusted.
    pub adjust: Adjust,
    /// Rows there were.
    pub rows: usize,
    /// Rows that have all values.
    pub complete: usize,
}

/// Two columns and how they go together.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Pair {
    /// The first.
    pub x: usize,
    /// The second.
    pub y: usize,
    /// What was found; its estimate is `NaN` where a column does not vary among the rows of the pair, or they are too few.
    pub found: Correlation,
    /// p adjusted over all pairs.
    pub p_adjusted: f64,
}

/// How a matrix is asked for.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub struct Whole {
    /// The coefficient.
    pub coefficient: Coefficient,
    /// What is done where a value is missing.
    pub missing: Missing,
    /// How p is adjusted.
    pub adjust: Adjust,
    /// How each pair is tested.
    pub ask: Ask,
}

impl Matrix {
    /// From the pairs in their order.
    pub fn of(
        names: Vec<String>,
        found: Vec<Correlation>,
        whole: &Whole,
        rows: usize,
        complete: usize,
    ) -> Self {
        let p: Vec<f64> = found.iter().map(|pair| pair.p_value).collect();
        let adjusted = adjust(&p, whole.adjust);
        let k = names.len();
        let places = (0..k).flat_map(|x| (x + 1..k).map(move |y| (x, y)));
        let pairs = places.zip(found.into_iter().zip(adjusted));
        let pairs = pairs.map(|((x, y), (found, p_adjusted))| Pair { x, y, found, p_adjusted }).collect();
        let Whole { coefficient, missing, adjust, .. } = *whole;
        Matrix { coefficient, names, pairs, missing, adjust, rows, complete }
    }

    /// The pair of two different columns, in either order.
    pub fn pair(&self, i: usize, j: usize) -> Option<&Pair> {
        let (low, high, k) = (i.min(j), i.max(j), self.names.len());
        if low == high || high >= k {
            return None;
        }
        self.pairs.get(low * (2 * k - 1 - low) / 2 + high - low - 1)
    }

    /// The coefficient of two columns: 1 for one with itself.
    pub fn estimate(&self, i: usize, j: usize) -> f64 {
        if i == j { 1.0 } else { self.pair(i, j).map_or(f64::NAN, |pair| pair.found.estimate) }
    }

    /// The coefficients as a matrix.
    pub fn estimates(&self) -> Mat<f64> {
        Mat::from_fn(self.names.len(), self.names.len(), |i, j| self.estimate(i, j))
    }
}

/// The correlations of the named columns of figures with each other.
///
/// Errors: [`Error::NoColumn`], [`Error::Kind`], [`Error::Infinite`], [`Error::Missing`] for a column without a value, [`Error::TooFew`]
/// under 2 columns, or where no row is complete and only such are taken.
pub fn matrix(frame: &Frame, names: &[&str], whole: &Whole) -> Result<Matrix> {
    let columns = names.iter().map(|name| frame.numbers(name)).collect::<Result<Vec<_>>>()?;
    if names.len() < 2 {
        return Err(Error::TooFew { what: "columns", have: names.len(), need: 2 });
    }
    let gaps: Vec<bool> = columns.par_iter().map(|values| !cross::whole(values)).collect();
    for ((name, values), _) in names.iter().zip(&columns).zip(&gaps).filter(|(_, gaps)| **gaps) {
        crate::describe::finite(name, values)?;
        if values.iter().all(|value| value.is_nan()) {
            return Err(Error::Missing { column: (*name).to_owned() });
        }
    }
    let rows: Vec<usize> = match whole.missing {
        Missing::Listwise => frame.complete(names)?,
        Missing::Pairwise => Vec::new(),
    };
    if whole.missing == Missing::Listwise && rows.len() < 3 {
        return Err(Error::TooFew { what: "rows", have: rows.len(), need: 3 });
    }
    let kept: Vec<Vec<f64>>;
    let columns = if whole.missing == Missing::Listwise && rows.len() < frame.rows() {
        kept = columns.iter().map(|column| rows.iter().map(|&row| column[row]).collect()).collect();
        kept.iter().map(Vec::as_slice).collect()
    } else {
        columns
    };
    let dropped = frame.rows() - columns[0].len();
    let owned = || names.iter().map(|name| (*name).to_owned()).collect::<Vec<String>>();
    let mut found = match whole.coefficient {
        Coefficient::Pearson => by_products(owned(), &columns, &whole.ask)?,
        Coefficient::Spearman => by_ranks(owned(), &columns, &whole.ask)?,
        Coefficient::Kendall => by_pairs(&columns, &whole.ask),
    };
    found.iter_mut().for_each(|pair| pair.dropped += dropped);
    let complete = match whole.missing {
        Missing::Listwise => rows.len(),
        Missing::Pairwise if !gaps.contains(&true) => frame.rows(),
        Missing::Pairwise => frame.complete(names)?.len(),
    };
    Ok(Matrix::of(owned(), found, whole, frame.rows(), complete))
}

/// The pairs of columns, first to last.
fn places(k: usize) -> Vec<(usize, usize)> {
    (0..k).flat_map(|x| (x + 1..k).map(move |y| (x, y))).collect()
}

fn by_products(names: Vec<String>, columns: &[&[f64]], ask: &Ask) -> Result<Vec<Correlation>> {
    let source = cross::InMemory { names, columns: columns.to_vec() };
    let all: Vec<usize> = (0..columns.len()).collect();
    let cross = cross::cross_products(&source, &all, Missing::Pairwise)?;
    Ok(of_cross(&cross, ask))
}

/// The tests of each pair out of its sums.
fn of_cross(cross: &cross::Cross, ask: &Ask) -> Vec<Correlation> {
    let test = |&(i, j): &(usize, usize)| {
        let n = cross.n(i, j);
        pearson::test(cross.correlation(i, j), n, cross.rows - n, ask)
    };
    places(cross.names.len()).par_iter().map(test).collect()
}

/// Pearson's matrix of any number of rows, from their sums.
pub fn matrix_of_products(cross: &cross::Cross, missing: Missing, adjust: Adjust, ask: &Ask) -> Matrix {
    let whole = Whole { coefficient: Coefficient::Pearson, missing, adjust, ask: *ask };
    Matrix::of(cross.names.clone(), of_cross(cross, ask), &whole, cross.rows, cross.complete)
}

/// Spearman's: columns without a gap are ranked once, pairs with one for themselves.
fn by_ranks(names: Vec<String>, columns: &[&[f64]], ask: &Ask) -> Result<Vec<Correlation>> {
    let rows = columns[0].len();
    let ranked: Vec<Option<rank::Ranks>> =
        columns.par_iter().map(|values| cross::whole(values).then(|| rank::ranks(values))).collect();
    let whole: Vec<usize> = (0..columns.len()).filter(|&at| ranked[at].is_some()).collect();
    let ranks = ranked.iter().flatten().map(|ranks| ranks.ranks.as_slice()).collect();
    let source = cross::InMemory { names, columns: ranks };
    let cross = cross::cross_products(&source, &(0..whole.len()).collect::<Vec<_>>(), Missing::Pairwise)?;
    let test = |&(i, j): &(usize, usize)| {
        if let (Some(a), Some(b)) = (&ranked[i], &ranked[j]) {
            let place = |at: usize| whole.binary_search(&at).unwrap_or(0);
            let ties = !(a.ties.is_empty() && b.ties.is_empty());
            return spearman::test(cross.correlation(place(i), place(j)), rows, ties, 0, ask);
        }
        let (a, b) = pair::both(columns[i], columns[j]);
        let (a, b) = (rank::ranks(&a), rank::ranks(&b));
        let ties = !(a.ties.is_empty() && b.ties.is_empty());
        let rho = pearson::estimate(&a.ranks, &b.ranks);
        spearman::test(rho, a.ranks.len(), ties, rows - a.ranks.len(), ask)
    };
    Ok(places(columns.len()).par_iter().map(test).collect())
}

/// Kendall's, a pair at a time.
fn by_pairs(columns: &[&[f64]], ask: &Ask) -> Vec<Correlation> {
    let rows = columns[0].len();
    let ranked: Vec<Option<Vec<u32>>> =
        columns.par_iter().map(|values| cross::whole(values).then(|| rank::dense(values))).collect();
    let test = |&(i, j): &(usize, usize)| {
        let found = match (&ranked[i], &ranked[j]) {
            (Some(a), Some(b)) => kendall::of_dense(a, b),
            _ => {
                let (a, b) = pair::both(columns[i], columns[j]);
                kendall::concordance(&a, &b)
            }
        };
        kendall::test(&found, rows - found.n, ask)
    };
    places(columns.len()).par_iter().map(test).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Column, Values};

    fn frame(columns: &[&[f64]]) -> Frame {
        let column = |(at, values): (usize, &&[f64])| Column {
            name: format!("x{at}"),
            values: Values::Number(values.to_vec()),
        };
        Frame::new(columns.iter().enumerate().map(column).collect()).expect("they are of one length")
    }

    const NO: f64 = f64::NAN;

    #[test]
    fn every_coefficient_takes_the_rows_that_each_pair_has() {
        let data = frame(&[
            &[1.0, 2.0, 3.0, 4.0, 5.0, 6.0],
            &[2.0, 1.0, 4.0, 3.0, 6.0, NO],
            &[1.0, NO, 2.0, 2.0, 1.0, 9.0],
        ]);
        let names = ["x0", "x1", "x2"];
        for coefficient in [Coefficient::Pearson, Coefficient::Spearman, Coefficient::Kendall] {
            let whole = Whole { coefficient, ..Whole::default() };
            let found = matrix(&data, &names, &whole).expect("there are rows");
            assert_eq!((found.rows, found.complete, found.pairs.len()), (6, 4, 3));
            for pair in &found.pairs {
                let column = |at: usize| (names[at], data.numbers(names[at]).expect("it is there"));
                let alone = super::super::correlate(coefficient, column(pair.x), column(pair.y), &whole.ask);
                let alone = alone.expect("there are rows");
                assert!((alone.estimate - pair.found.estimate).abs() < 1e-15, "{alone:?} {pair:?}");
                assert_eq!((alone.n, alone.dropped), (pair.found.n, pair.found.dropped));
            }
            let listwise = matrix(&data, &names, &Whole { missing: Missing::Listwise, ..whole });
            let listwise = listwise.expect("there are rows");
            assert!(listwise.pairs.iter().all(|pair| (pair.found.n, pair.found.dropped) == (4, 2)));
            assert_eq!(found.estimate(2, 1), found.estimate(1, 2));
        }
    }

    #[test]
    fn a_constant_column_has_no_estimates_and_others_have() {
        let data = frame(&[&[1.0, 2.0, 3.0, 5.0], &[7.0; 4], &[4.0, 1.0, 2.0, 2.0]]);
        for coefficient in [Coefficient::Pearson, Coefficient::Spearman, Coefficient::Kendall] {
            let found = matrix(&data, &["x0", "x1", "x2"], &Whole { coefficient, ..Whole::default() });
            let found = found.expect("there are rows");
            assert!(found.estimate(0, 1).is_nan() && found.estimate(0, 2) < 0.0, "{found:?}");
        }
    }

    #[test]
    fn what_cannot_be_correlated_says_why() {
        let data = frame(&[&[1.0, 2.0], &[NO, NO], &[f64::INFINITY, 1.0]]);
        let ask = |names: &[&str], missing| matrix(&data, names, &Whole { missing, ..Whole::default() });
        assert!(matches!(ask(&["x0"], Missing::Pairwise), Err(Error::TooFew { what: "columns", .. })));
        assert!(matches!(ask(&["x0", "x1"], Missing::Pairwise), Err(Error::Missing { .. })));
        assert!(matches!(ask(&["x0", "x2"], Missing::Pairwise), Err(Error::Infinite { row: 0, .. })));
        assert!(matches!(ask(&["x0", "x9"], Missing::Pairwise), Err(Error::NoColumn { .. })));
    }
}
