//! What is found of one column, or of one group of its rows.

use stats::describe::{
    Fence, Interval, Levels, Moments, Normality, QuantileType, Robust, Shape, anderson_darling, dagostino,
    geometric_mean, gini, harmonic_mean, jarque_bera, levels, lilliefors, mad_rule, mean_interval,
    median_interval, moments, quantile, robust, sorted, tukey,
};
use stats::{Error, Values};

/// The shares whose quantiles are given.
pub(super) const SHARES: [f64; 7] = [0.05, 0.1, 0.25, 0.5, 0.75, 0.9, 0.95];

/// How columns are described.
#[derive(Clone, Copy)]
pub(super) struct How {
    pub level: f64,
    pub kind: QuantileType,
    pub shape: u8,
    pub trim: f64,
}

impl How {
    /// The convention chosen for skewness and kurtosis.
    pub fn of(&self, shape: &Shape) -> f64 {
        match self.shape {
            1 => shape.type1,
            2 => shape.type2,
            _ => shape.type3,
        }
    }
}

/// What is found of figures.
pub(super) struct Figures {
    pub moments: Moments,
    pub quantiles: [f64; 7],
    pub robust: Robust,
    pub mean: Interval,
    pub median: Option<Interval>,
    pub geometric: Option<f64>,
    pub harmonic: Option<f64>,
    pub gini: Option<f64>,
    /// Different values.
    pub distinct: usize,
    /// Rules by name, their fences, and how many values lie outside.
    pub outliers: [(&'static str, Fence, usize); 3],
    pub normality: Vec<Normality>,
    /// The values, for the picture.
    pub sorted: Vec<f64>,
}

/// What is found of a column.
pub(super) enum Found {
    Figures(Box<Figures>),
    Words(Levels, Vec<String>),
    /// Nothing is there.
    Nothing,
}

/// Describes a column.
pub(super) fn describe(name: &str, values: &Values, how: &How) -> Result<Found, Error> {
    let found = match values {
        Values::Number(values) => figures(name, values, how).map(|found| Found::Figures(Box::new(found))),
        Values::Factor { codes, levels: words, .. } => {
            levels(name, codes, words.len()).map(|found| Found::Words(found, words.clone()))
        }
    };
    match found {
        Err(Error::Missing { .. }) => Ok(Found::Nothing),
        found => found,
    }
}

fn figures(name: &str, values: &[f64], how: &How) -> Result<Figures, Error> {
    let moments = moments(name, values)?;
    let sorted = sorted(name, values)?;
    let robust = robust(&sorted, how.trim);
    let fences =
        [("tukey", tukey(&robust, 1.5)), ("tukey-far", tukey(&robust, 3.0)), ("mad", mad_rule(&robust, 3.5))];
    // In ascending order what lies outside is at the ends.
    let outside = |fence: &Fence| {
        sorted.partition_point(|x| *x < fence.low) + sorted.len()
            - sorted.partition_point(|x| *x <= fence.high)
    };
    let tests = [anderson_darling, lilliefors, dagostino, jarque_bera];
    Ok(Figures {
        quantiles: SHARES.map(|share| quantile(&sorted, share, how.kind)),
        mean: mean_interval(moments.mean, moments.sd, moments.n, how.level),
        median: median_interval(&sorted, how.level),
        geometric: geometric_mean(&sorted),
        harmonic: harmonic_mean(&sorted),
        gini: gini(&sorted),
        distinct: sorted.chunk_by(|a, b| a == b).count(),
        outliers: fences.map(|(rule, fence)| (rule, fence, outside(&fence))),
        // A test that this column is too short or too even for has nothing to say.
        normality: shapiro(name, values)
            .into_iter()
            .chain(tests.iter().filter_map(|test| test(name, values).ok()))
            .collect(),
        moments,
        robust,
        sorted,
    })
}

/// Shapiro and Wilk's test, where there are not too many values for it.
fn shapiro(name: &str, values: &[f64]) -> Option<Normality> {
    let test = stats::test::shapiro(name, values).ok()?;
    Some(Normality { method: "Shapiro–Wilk", statistic: test.statistic, p_value: test.p_value, n: test.n })
}
