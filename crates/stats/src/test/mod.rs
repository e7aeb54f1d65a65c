//! Tests of hypotheses: a difference, a dependence, a share; how large it is, and how many are needed to see it.
//!
//! A test gives a [`Test`]: statistic, degrees of freedom, p, estimates, interval, effect sizes with theirs, `n` and what was
//! dropped. Missing values (`NaN`) are left out and counted, infinite ones are an error that names the row.

mod anova;
mod contingency;
mod effect;
mod fisher;
mod groups;
mod kolmogorov;
mod power;
mod proportion;
mod rank;
mod rate;
mod sample;
mod sequential;
mod shapiro;
mod spread;
mod t;
mod tukey;
mod two_way;

pub use anova::{Anova, AnovaRow, one_way, welch};
pub use contingency::{Contingency, goodness, independence, mcnemar};
pub use fisher::{fisher, fisher_simulated};
pub use groups::{Groups, split};
pub use kolmogorov::{Reference, distance, distance_of_two};
pub use power::{Power, Solve, power_anova, power_correlation, power_proportions, power_t};
pub use proportion::{difference_of_proportions, odds_and_risk, proportion, proportions, trend, wilson};
pub use rank::{RankOptions, kruskal, mann_whitney, wilcoxon};
pub use rate::{binomial, rate, ratio_of_rates};
pub use sequential::{Look, Spending, boundaries, mixture};
pub use shapiro::shapiro;
pub use spread::{bartlett, fligner, levene};
pub use t::{one as t_one, paired as t_paired, two as t_two};
pub use tukey::{Pair, tukey};
pub use two_way::two_way;

/// What is held against "no difference".
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Alternative {
    /// A difference either way.
    #[default]
    TwoSided,
    /// Less.
    Less,
    /// Greater.
    Greater,
}

/// An interval and its level of confidence.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Interval {
    /// The lower end; may be minus infinity.
    pub low: f64,
    /// The upper end; may be infinity.
    pub high: f64,
    /// The level, 0.95 for 95 %.
    pub level: f64,
}

/// The size of an effect.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Effect {
    /// `d`, `g`, `eta2`, `omega2`, `v`, `rank-biserial`, `odds-ratio`, `risk-ratio`.
    pub name: &'static str,
    /// The estimate.
    pub value: f64,
    /// Its interval, where one is known.
    pub interval: Option<Interval>,
}

/// What a test has found.
#[derive(Debug, Clone, PartialEq)]
pub struct Test {
    /// The method: `t-welch`, `mann-whitney-exact`, …
    pub method: &'static str,
    /// What the statistic is called: `t`, `W`, `X2`, …; empty where there is none.
    pub statistic_name: &'static str,
    /// The statistic; `NaN` where there is none.
    pub statistic: f64,
    /// Degrees of freedom: none, one, or those of numerator and denominator.
    pub df: Vec<f64>,
    /// The probability of a statistic at least as far out if there is nothing.
    pub p_value: f64,
    /// What was estimated, by name.
    pub estimates: Vec<(&'static str, f64)>,
    /// The interval of the first estimate or of the difference.
    pub interval: Option<Interval>,
    /// What is held against "no difference".
    pub alternative: Alternative,
    /// The sizes of the effect.
    pub effects: Vec<Effect>,
    /// How many values were used.
    pub n: usize,
    /// How many were left out because they are missing.
    pub dropped: usize,
}

impl Test {
    /// A test without intervals and effects.
    pub(crate) fn new(
        method: &'static str,
        statistic_name: &'static str,
        statistic: f64,
        df: &[f64],
        p_value: f64,
    ) -> Self {
        Test {
            method,
            statistic_name,
            statistic,
            df: df.to_vec(),
            p_value,
            estimates: Vec::new(),
            interval: None,
            alternative: Alternative::TwoSided,
            effects: Vec::new(),
            n: 0,
            dropped: 0,
        }
    }
}

impl Alternative {
    /// p from the tails of a symmetric statistic.
    pub(crate) fn p(self, lower: f64, upper: f64) -> f64 {
        match self {
            Alternative::TwoSided => (2.0 * lower.min(upper)).min(1.0),
            Alternative::Less => lower,
            Alternative::Greater => upper,
        }
    }
}

/// Refuses a level of confidence outside 0 … 1.
pub(crate) fn level(level: f64) -> crate::Result<f64> {
    share("level", level)
}

/// Refuses a share that is not within 0 … 1, ends excluded.
pub(crate) fn share(name: &'static str, value: f64) -> crate::Result<f64> {
    if value > 0.0 && value < 1.0 {
        return Ok(value);
    }
    Err(crate::Error::Choice { name, value: value.to_string(), allowed: "0 … 1".to_owned() })
}
