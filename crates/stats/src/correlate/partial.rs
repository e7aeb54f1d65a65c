//! Correlations from which other columns are taken out.

use super::{Coefficient, Matrix, Missing, Whole, matrix, pearson, sweep::sweep};
use crate::{Error, Frame, Result};
use ::matrix::Mat;

/// What is taken out of a pair.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Given<'a> {
    /// All other columns of the matrix.
    Others,
    /// These columns.
    These(&'a [&'a str]),
}

/// A column is held to follow from others where they leave no more than this share of its variance.
const NOTHING: f64 = 1e-11;

/// The partial or semi-partial correlations of columns over the rows that have all of them, with tests by Student's t with
/// n − 2 − g degrees of freedom for g columns taken out (of ranks for Spearman; Kendall's are refused, for nobody knows their
/// distribution). The first of a pair stands before the second in `names`; [`semi_partial`] gives both directions.
///
/// Errors: those of [`matrix`], [`Error::Collinear`] with the columns that follow from others, [`Error::TooFew`] where no degree of
/// freedom is left, [`Error::Refused`] for Kendall.
pub fn partial(frame: &Frame, names: &[&str], given: Given<'_>, whole: &Whole) -> Result<Matrix> {
    let found = residual(frame, names, given, whole)?;
    let k = names.len();
    let mut tests = Vec::with_capacity(k * (k - 1) / 2);
    for i in 0..k {
        for j in i + 1..k {
            let [xx, xy, yy] = found.pair(i, j)?;
            let r = pearson::ratio(xy, xx, yy);
            tests.push(pearson::controlled(r, found.n, found.given, found.dropped, &whole.ask));
        }
    }
    let names = names.iter().map(|name| (*name).to_owned()).collect();
    let whole = Whole { missing: Missing::Listwise, ..*whole };
    Ok(Matrix::of(names, tests, &whole, found.n + found.dropped, found.n))
}

/// The semi-partial correlations: at (i, j) that of i with what j has beside the others; 1 on the diagonal.
///
/// Errors: as [`partial`].
pub fn semi_partial(frame: &Frame, names: &[&str], given: Given<'_>, whole: &Whole) -> Result<Mat<f64>> {
    let found = residual(frame, names, given, whole)?;
    let k = names.len();
    let mut result = Mat::<f64>::identity(k, k);
    for i in 0..k {
        for j in (0..k).filter(|&j| j != i) {
            let [_, xy, yy] = found.pair(i, j)?;
            result[(i, j)] = pearson::ratio(xy, 1.0, yy);
        }
    }
    Ok(result)
}

/// What columns have beside those that are given.
struct Residual {
    names: Vec<String>,
    /// Swept on the columns that are given; of all others: the inverse.
    swept: Mat<f64>,
    others: bool,
    n: usize,
    dropped: usize,
    given: usize,
}

impl Residual {
    /// Variances and covariance of a pair beside the others, where each column's own variance is 1.
    fn pair(&self, i: usize, j: usize) -> Result<[f64; 3]> {
        let (a, b, c) = (self.swept[(i, i)], self.swept[(i, j)], self.swept[(j, j)]);
        if !self.others {
            // Nothing is left of a column that follows from those that are given.
            let own = [(i, a), (j, c)].into_iter().find(|(_, left)| left.is_nan() || *left <= NOTHING);
            return match own {
                Some((at, _)) => Err(Error::Collinear { columns: vec![self.names[at].clone()] }),
                None => Ok([a, b, c]),
            };
        }
        // The block of the inverse, inverted.
        let determinant = a * c - b * b;
        Ok([-c / determinant, b / determinant, -a / determinant])
    }
}

fn residual(frame: &Frame, names: &[&str], given: Given<'_>, whole: &Whole) -> Result<Residual> {
    if whole.coefficient == Coefficient::Kendall {
        return Err(Error::Refused { what: "partial-kendall" });
    }
    let taken: &[&str] = match given {
        Given::Others => &[],
        Given::These(taken) => taken,
    };
    let all: Vec<&str> =
        names.iter().chain(taken.iter().filter(|name| !names.contains(name))).copied().collect();
    let found = matrix(frame, &all, &Whole { missing: Missing::Listwise, ..*whole })?;
    let (n, k) = (found.complete, all.len());
    for (at, name) in all.iter().enumerate() {
        if (0..k).all(|other| other == at || found.estimate(at, other).is_nan()) {
            return Err(Error::Constant { column: (*name).to_owned() });
        }
    }
    let others = given == Given::Others;
    let (out, given): (Vec<usize>, usize) = match given {
        Given::Others => ((0..k).collect(), k.saturating_sub(2)),
        Given::These(taken) => {
            let out: Vec<usize> = (0..k).filter(|&at| taken.contains(&all[at])).collect();
            (out.clone(), out.len())
        }
    };
    if n < given + 3 {
        return Err(Error::TooFew { what: "rows", have: n, need: given + 3 });
    }
    if let Some(both) = names.iter().find(|name| taken.contains(name)) {
        return Err(Error::Collinear { columns: vec![(*both).to_owned()] });
    }
    let mut swept = found.estimates();
    let follows: Vec<String> = out
        .into_iter()
        .filter(|&at| !sweep(&mut swept, at, 1.0, NOTHING))
        .map(|at| all[at].to_owned())
        .collect();
    if !follows.is_empty() {
        return Err(Error::Collinear { columns: follows });
    }
    let dropped = frame.rows() - n;
    Ok(Residual { names: found.names, swept, others, n, dropped, given })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Chance, Column, Values};

    fn sample() -> Frame {
        let mut chance = Chance::new(8);
        let mut columns = vec![Vec::new(); 4];
        for _ in 0..300 {
            let z = chance.normal();
            let (x, y) = (z + 0.5 * chance.normal(), z + 0.5 * chance.normal());
            [x, y, z, 2.0 * z + 1.0].into_iter().zip(&mut columns).for_each(|(value, to)| to.push(value));
        }
        let column = |(name, values): (&str, Vec<f64>)| Column {
            name: name.to_owned(),
            values: Values::Number(values),
        };
        Frame::new(["x", "y", "z", "w"].into_iter().zip(columns).map(column).collect())
            .expect("of one length")
    }

    #[test]
    fn what_two_owe_to_a_third_is_gone() {
        let (data, whole) = (sample(), Whole::default());
        let plain = matrix(&data, &["x", "y", "z"], &whole).expect("it can be");
        let others = partial(&data, &["x", "y", "z"], Given::Others, &whole).expect("it can be");
        let these = partial(&data, &["x", "y"], Given::These(&["z"]), &whole).expect("it can be");
        assert!(plain.estimate(0, 1) > 0.7 && others.estimate(0, 1).abs() < 0.15);
        let by_hand = |xy: f64, xz: f64, yz: f64| (xy - xz * yz) / ((1.0 - xz * xz) * (1.0 - yz * yz)).sqrt();
        let want = by_hand(plain.estimate(0, 1), plain.estimate(0, 2), plain.estimate(1, 2));
        assert!((others.estimate(0, 1) - want).abs() < 1e-14);
        assert!((these.estimate(0, 1) - want).abs() < 1e-14);
        assert_eq!(these.pairs[0].found.df, Some(297.0));
        let part = semi_partial(&data, &["x", "y", "z"], Given::Others, &whole).expect("it can be");
        let (xy, xz, yz) = (plain.estimate(0, 1), plain.estimate(0, 2), plain.estimate(1, 2));
        assert!((part[(0, 1)] - (xy - xz * yz) / (1.0 - yz * yz).sqrt()).abs() < 1e-14);
    }

    #[test]
    fn what_follows_from_others_is_named() {
        let (data, whole) = (sample(), Whole::default());
        let found = partial(&data, &["x", "y", "z", "w"], Given::Others, &whole);
        assert_eq!(found, Err(Error::Collinear { columns: vec!["w".to_owned()] }));
        let found = partial(&data, &["x", "w"], Given::These(&["z"]), &whole);
        assert_eq!(found, Err(Error::Collinear { columns: vec!["w".to_owned()] }));
        let kendall = Whole { coefficient: Coefficient::Kendall, ..whole };
        let refused = partial(&data, &["x", "y"], Given::Others, &kendall);
        assert_eq!(refused, Err(Error::Refused { what: "partial-kendall" }));
    }
}
