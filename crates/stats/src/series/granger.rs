//! Whether the past of one series foretells another beyond that one's own past.

use super::least::{least, varied, whole};
use crate::dist::F;
use crate::{Error, Result};

/// A test of Granger (1969).
#[derive(Debug, Clone, PartialEq)]
pub struct Granger {
    /// Lags of each series.
    pub order: usize,
    /// F: what the other's lags explain.
    pub statistic: f64,
    /// Its degrees of freedom above: the order.
    pub df1: usize,
    /// And below.
    pub df2: usize,
    /// The probability of at least this where they foretell nothing.
    pub p_value: f64,
    /// Rows, those that the lags take left out.
    pub n: usize,
}

/// How the order is chosen on the same rows.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Criterion {
    /// Akaike's.
    #[default]
    Aic,
    /// The Bayesian.
    Bic,
}

/// Whether lags 1 … `order` of `cause` foretell `effect` beyond its own.
pub fn granger(cause: &[f64], effect: &[f64], order: usize) -> Result<Granger> {
    ready(cause, effect)?;
    let most = (effect.len().saturating_sub(2)) / 3;
    if order == 0 || order > most {
        return Err(Error::Choice {
            name: "order",
            value: order.to_string(),
            allowed: format!("1 … {most}"),
        });
    }
    let both = regression(cause, effect, order, order, true)?;
    let own = regression(cause, effect, order, order, false)?;
    // What the columns explain is summed from the difference of what is fitted: the difference of two sums would cancel.
    let explained: f64 = both.residuals.iter().zip(&own.residuals).map(|(b, o)| (o - b).powi(2)).sum();
    let statistic = explained / order as f64 / (both.rss / both.df as f64);
    let p_value = F(order as f64, both.df as f64).sf(statistic);
    Ok(Granger { order, statistic, df1: order, df2: both.df, p_value, n: effect.len() - order })
}

/// The order up to `most` that a criterion finds best for the regression with both pasts.
pub fn granger_order(cause: &[f64], effect: &[f64], most: usize, criterion: Criterion) -> Result<usize> {
    ready(cause, effect)?;
    let most = most.min((effect.len() - 2) / 3).max(1);
    let rows = (effect.len() - most) as f64;
    let price = if criterion == Criterion::Aic { 2.0 } else { rows.ln() };
    let mut best = (f64::INFINITY, 1);
    for order in 1..=most {
        let found = regression(cause, effect, order, most, true)?;
        let value = rows * (found.rss / rows).ln() + price * (2 * order + 1) as f64;
        if value < best.0 {
            best = (value, order);
        }
    }
    Ok(best.1)
}

fn ready(cause: &[f64], effect: &[f64]) -> Result<()> {
    if cause.len() != effect.len() {
        return Err(Error::Lengths { left: cause.len(), right: effect.len() });
    }
    whole(cause, 5)?;
    whole(effect, 5)?;
    varied(cause)?;
    varied(effect)
}

fn regression(x: &[f64], y: &[f64], order: usize, skip: usize, with: bool) -> Result<super::least::Least> {
    let lagged = |v: &[f64], lag: usize| v[skip - lag..v.len() - lag].to_vec();
    let mut columns = vec![vec![1.0; y.len() - skip]];
    columns.extend((1..=order).map(|lag| lagged(y, lag)));
    if with {
        columns.extend((1..=order).map(|lag| lagged(x, lag)));
    }
    least(&columns, &y[skip..])
}
