//! Analysis of variance, one way: Fisher's, and Welch's for unequal variances (Welch 1951).

use super::groups::Groups;
use super::sample::Moments;
use super::{Test, effect, level};
use crate::dist::F;
use crate::dist::double::Dd;
use crate::{Error, Result};

/// A table of variance: the terms, then what is left over.
#[derive(Debug, Clone, PartialEq)]
pub struct Anova {
    /// The terms; the last row is the residual.
    pub rows: Vec<AnovaRow>,
    /// How many values were used.
    pub n: usize,
    /// How many were left out.
    pub dropped: usize,
    /// The residual standard deviation.
    pub sigma: f64,
    /// The share of the sum of squares that the terms explain.
    pub r_squared: f64,
}

/// A term of it.
#[derive(Debug, Clone, PartialEq)]
pub struct AnovaRow {
    /// The term; `residuals` for what is left over.
    pub term: String,
    /// Degrees of freedom.
    pub df: f64,
    /// The sum of squares.
    pub sum_squares: f64,
    /// The mean square.
    pub mean_square: f64,
    /// F and its p; `NaN` for the residual.
    pub statistic: f64,
    /// p.
    pub p_value: f64,
    /// (Partial) η² with its interval and ω².
    pub effects: Vec<super::Effect>,
}

impl Anova {
    /// From terms with their degrees of freedom and sums of squares, and the residual's.
    pub(crate) fn of(
        terms: Vec<(String, f64, f64)>,
        rest: (f64, f64),
        n: usize,
        dropped: usize,
        conf: f64,
    ) -> Self {
        let noise = rest.1 / rest.0;
        let total: f64 = terms.iter().map(|term| term.2).sum::<f64>() + rest.1;
        let row = |(term, df, squares): (String, f64, f64)| {
            let statistic = squares / df / noise;
            AnovaRow {
                term,
                df,
                sum_squares: squares,
                mean_square: squares / df,
                statistic,
                p_value: F(df, rest.0).sf(statistic),
                effects: effect::eta_of_f(statistic, df, rest.0, conf),
            }
        };
        let mut rows: Vec<AnovaRow> = terms.into_iter().map(row).collect();
        rows.push(AnovaRow {
            term: "residuals".to_owned(),
            df: rest.0,
            sum_squares: rest.1,
            mean_square: noise,
            statistic: f64::NAN,
            p_value: f64::NAN,
            effects: Vec::new(),
        });
        Anova { rows, n, dropped, sigma: noise.sqrt(), r_squared: 1.0 - rest.1 / total }
    }
}

/// Whether groups differ in their mean. All sums are double-double, and the values are taken as the decimals that they were
/// written as, which a double with 13 digits before the mark no longer is (of more than 50 000 values only where they are large
/// against their spread).
///
/// Errors: fewer values than groups + 1; no spread within the groups.
pub fn one_way(term: &str, groups: &Groups, conf: f64) -> Result<Anova> {
    let conf = level(conf)?;
    let (n, k) = (groups.n(), groups.values.len());
    if n <= k {
        return Err(Error::TooFew { what: "rows", have: n, need: k + 1 });
    }
    let (mut between, mut within) = squares(groups, Dd::from);
    let largest = groups.values.iter().flatten().fold(0.0_f64, |most, value| most.max(value.abs()));
    // Reading decimals takes a tenth of a microsecond each: of many values only where it counts.
    if n <= 50_000 || largest > 1e5 * (within.value() / (n - k) as f64).sqrt() {
        (between, within) = squares(groups, Dd::decimal);
    }
    if within.value() <= 0.0 {
        return Err(Error::Constant { column: term.to_owned() });
    }
    let terms = vec![(term.to_owned(), (k - 1) as f64, between.value())];
    let mut table = Anova::of(terms, ((n - k) as f64, within.value()), n, groups.dropped, conf);
    table.r_squared = (between / (between + within)).value();
    Ok(table)
}

/// The sums of squares between and within.
fn squares(groups: &Groups, exact: fn(f64) -> Dd) -> (Dd, Dd) {
    let found: Vec<Moments> = groups
        .values
        .iter()
        .map(|values| Moments::of_exact(values.iter().map(|&value| exact(value))))
        .collect();
    let n = groups.n() as f64;
    let sum = found.iter().fold(Dd::ZERO, |sum, group| sum + group.mean * Dd::from(group.n));
    let mean = sum / Dd::from(n);
    let between = found.iter().fold(Dd::ZERO, |sum, group| {
        let gap = group.mean - mean;
        sum + gap * gap * Dd::from(group.n)
    });
    (between, found.iter().fold(Dd::ZERO, |sum, group| sum + group.squares))
}

/// Welch's test, which does not take the variances for equal.
///
/// Errors: fewer than two values in a group; no spread in one.
pub fn welch(groups: &Groups) -> Result<Test> {
    groups.each(2)?;
    let found: Vec<Moments> = groups.values.iter().map(|values| Moments::of(values)).collect();
    if let Some(at) = found.iter().position(|group| group.squares.value() <= 0.0) {
        return Err(Error::Constant { column: groups.names[at].clone() });
    }
    let k = found.len() as f64;
    let weight = |group: &Moments| group.n / group.variance();
    let whole: f64 = found.iter().map(weight).sum();
    let mean = found.iter().map(|group| weight(group) * group.mean.value()).sum::<f64>() / whole;
    let loss = found.iter().map(|group| (1.0 - weight(group) / whole).powi(2) / (group.n - 1.0)).sum::<f64>()
        / (k * k - 1.0);
    let spread: f64 = found.iter().map(|group| weight(group) * (group.mean.value() - mean).powi(2)).sum();
    let statistic = spread / (k - 1.0) / (1.0 + 2.0 * (k - 2.0) * loss);
    let df = [k - 1.0, 1.0 / (3.0 * loss)];
    let p = F(df[0], df[1]).sf(statistic);
    let (n, dropped) = (groups.n(), groups.dropped);
    Ok(Test { n, dropped, ..Test::new("anova-welch", "F", statistic, &df, p) })
}
