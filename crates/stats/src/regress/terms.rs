//! What each term of a model is worth: analysis of variance, and variance inflation.

use super::{Covariance, FTest, Fit};
use matrix::Mat;

/// A line of an analysis of variance.
#[derive(Debug, Clone, PartialEq)]
pub struct TermTest {
    /// The term.
    pub term: String,
    /// The sum of squares.
    pub sum_squares: f64,
    /// F with its degrees of freedom.
    pub test: FTest,
}

/// The variance inflation of a term.
#[derive(Debug, Clone, PartialEq)]
pub struct Inflation {
    /// The term.
    pub term: String,
    /// Columns of the term.
    pub df: usize,
    /// Fox and Monette's (1992) generalised factor; of a term of one column the plain factor.
    pub gvif: f64,
    /// The factor's power 1/(2 df): comparable between terms, and of one column the root of the factor.
    pub scaled: f64,
}

impl Fit {
    /// The kept columns, by their places among the kept, of each term that has any.
    pub(crate) fn term_columns(&self) -> Vec<(String, Vec<usize>)> {
        let places = |term: usize| -> Vec<usize> {
            let of = |&(_, at): &(usize, &usize)| self.term_of.get(*at).copied().flatten() == Some(term);
            self.kept.iter().enumerate().filter(of).map(|(place, _)| place).collect()
        };
        let all = self.terms.iter().enumerate().map(|(term, name)| (name.clone(), places(term)));
        all.filter(|(_, places)| !places.is_empty()).collect()
    }

    /// Terms tested in their order, each against those before it (R's `anova`, type I).
    pub fn anova(&self) -> Vec<TermTest> {
        let line = |(term, places): (String, Vec<usize>)| {
            let sum_squares: f64 = places.iter().map(|&place| self.effects[place].powi(2)).sum();
            TermTest { term, sum_squares, test: self.f_of(sum_squares, places.len()) }
        };
        self.term_columns().into_iter().map(line).collect()
    }

    /// Each term tested against all others (R's `drop1`), but for those that stand within an interaction of the model: `a` is not
    /// tested where there is `a:b`.
    pub fn anova_marginal(&self) -> Vec<TermTest> {
        let all = self.term_columns();
        let within = |term: &str| {
            let parts: Vec<&str> = term.split(':').collect();
            all.iter().any(|(other, _)| {
                let theirs: Vec<&str> = other.split(':').collect();
                theirs.len() > parts.len() && parts.iter().all(|part| theirs.contains(part))
            })
        };
        let (estimates, rank) = (self.kept_estimates(), self.rank());
        let line = |(term, places): &(String, Vec<usize>)| {
            let sum_squares = wald(&estimates, &self.unscaled, rank, places);
            TermTest { term: term.clone(), sum_squares, test: self.f_of(sum_squares, places.len()) }
        };
        all.iter().filter(|(term, _)| !within(term)).map(line).collect()
    }

    /// Each term's coefficients tested together under a covariance (Wald's F).
    pub fn wald(&self, covariance: &Covariance) -> Vec<TermTest> {
        let (estimates, rank) = (self.kept_estimates(), self.rank());
        let line = |(term, places): (String, Vec<usize>)| {
            let sum_squares = wald(&estimates, &covariance.matrix, rank, &places);
            let df = places.len() as f64;
            TermTest { term, sum_squares, test: FTest::new(sum_squares / df, df, covariance.df) }
        };
        self.term_columns().into_iter().map(line).collect()
    }

    /// All coefficients but the intercept tested together under a covariance (Wald's F); nothing where there are none.
    pub fn wald_slopes(&self, covariance: &Covariance) -> Option<FTest> {
        let rank = self.rank();
        let places: Vec<usize> = (usize::from(self.intercept)..rank).collect();
        let df = places.len() as f64;
        let statistic = wald(&self.kept_estimates(), &covariance.matrix, rank, &places) / df;
        (!places.is_empty()).then(|| FTest::new(statistic, df, covariance.df))
    }

    /// How much wider each term's intervals are than if its columns were unrelated to the others; nothing without an intercept
    /// or with one term.
    pub fn inflation(&self) -> Vec<Inflation> {
        let terms = self.term_columns();
        if !self.intercept || terms.len() < 2 {
            return Vec::new();
        }
        let rank = self.rank();
        // The correlations of the estimates, without the intercept's.
        let correlation = |i: usize, j: usize| {
            let at = |i: usize, j: usize| self.unscaled[i * rank + j];
            at(i, j) / (at(i, i) * at(j, j)).sqrt()
        };
        let places: Vec<usize> = (1..rank).collect();
        let log_all = log_determinant(&places, &correlation);
        let line = |(term, own): (String, Vec<usize>)| {
            let others: Vec<usize> = places.iter().copied().filter(|place| !own.contains(place)).collect();
            let log = log_determinant(&own, &correlation) + log_determinant(&others, &correlation) - log_all;
            let gvif = log.exp();
            Inflation { term, df: own.len(), gvif, scaled: (log / (2.0 * own.len() as f64)).exp() }
        };
        terms.into_iter().map(line).collect()
    }

    fn f_of(&self, sum_squares: f64, df: usize) -> FTest {
        let (df1, df2) = (df as f64, self.df_residual as f64);
        FTest::new((sum_squares / df1) / (self.rss / df2), df1, df2)
    }
}

fn log_determinant(places: &[usize], at: &dyn Fn(usize, usize) -> f64) -> f64 {
    let part = Mat::from_fn(places.len(), places.len(), |i, j| at(places[i], places[j]));
    matrix::log_determinant(part.as_ref()).unwrap_or(f64::NAN)
}

/// bᵀ V⁻¹ b of some of the coefficients.
fn wald(estimates: &[f64], covariance: &[f64], rank: usize, places: &[usize]) -> f64 {
    let df = places.len();
    // Scaled to a unit diagonal, so that units do not cost digits.
    let scale: Vec<f64> = places.iter().map(|&place| covariance[place * rank + place].sqrt()).collect();
    let part = Mat::from_fn(df, df, |i, j| covariance[places[i] * rank + places[j]] / (scale[i] * scale[j]));
    let b = Mat::from_fn(df, 1, |i, _| estimates[places[i]] / scale[i]);
    match matrix::cholesky_solve(part.as_ref(), b.as_ref()) {
        Ok(found) => (0..df).map(|i| b[(i, 0)] * found[(i, 0)]).sum(),
        Err(_) => f64::NAN,
    }
}
