//! Whether the past of one series foretells another beyond that one's own: Granger's test with two orders.

use super::nested::{Nested, lagged};
use super::own::Own;
use crate::dist::F;
use crate::{Error, Result};

/// At most so many lags of the other series.
const MOST: usize = 12;

/// Granger's test (1969).
#[derive(Debug, Clone, PartialEq)]
pub struct Past {
    /// Lags of the series itself: the order that makes it white.
    pub own: usize,
    /// Lags of the other: the order that the Bayesian criterion finds best.
    pub order: usize,
    /// F: what the other's lags explain.
    pub statistic: f64,
    /// Its degrees of freedom above.
    pub df1: usize,
    /// And below.
    pub df2: usize,
    /// The probability of at least this where they foretell nothing.
    pub p_value: f64,
    /// Rows.
    pub n: usize,
}

/// Whether 1 … lags of `x`, as many as are found best up to `most`, foretell `y` beyond what its own past does.
pub(super) fn past(x: &Own, y: &Own, most: usize) -> Result<Past> {
    let (own, spent) = (y.filter.len(), x.spent.max(y.spent));
    let (x, y) = (x.values.as_slice(), y.values.as_slice());
    let most = most.clamp(1, MOST).min(y.len() / 8).max(1);
    let skip = own.max(most);
    let n = y.len() - skip;
    if n < own + most + spent + 3 {
        return Err(Error::TooFew { what: "rows", have: y.len(), need: skip + own + most + spent + 3 });
    }
    let columns: Vec<&[f64]> = lagged(y, own, skip).chain(lagged(x, most, skip)).collect();
    let rss = Nested::new(&columns, &y[skip..]).rss;
    let rows = n as f64;
    let criterion = |order: usize| rows * libm::log(rss[own + order] / rows) + rows.ln() * order as f64;
    let order = (1..=most).min_by(|a, b| criterion(*a).total_cmp(&criterion(*b))).unwrap_or(1);
    let (without, with) = (rss[own], rss[own + order]);
    let df2 = n - own - order - spent - 1;
    let statistic = ((without - with) / order as f64) / (with / df2 as f64);
    let p_value = if statistic.is_finite() { F(order as f64, df2 as f64).sf(statistic) } else { 1.0 };
    Ok(Past { own, order, statistic, df1: order, df2, p_value, n })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Chance;
    use crate::series::granger;

    #[test]
    fn with_both_orders_alike_it_is_grangers_own_test() {
        let mut chance = Chance::new(11);
        let mut draw = || (0..120).map(|_| chance.normal()).collect::<Vec<f64>>();
        let (x, y) = (draw(), draw());
        let own = |values: &[f64]| Own { values: values.to_vec(), filter: vec![0.0], spent: 0 };
        let found = past(&own(&x), &own(&y), 1).unwrap();
        let want = granger(&x, &y, 1).unwrap();
        assert_eq!((found.own, found.order, found.df2), (1, 1, want.df2));
        assert!((found.statistic / want.statistic - 1.0).abs() < 1e-10);
        assert!((found.p_value / want.p_value - 1.0).abs() < 1e-10);
    }

    #[test]
    fn too_few_rows_are_said_to_be() {
        let own = Own { values: vec![1.0, 2.0, 1.0, 3.0], filter: vec![0.1, 0.1], spent: 0 };
        assert!(matches!(past(&own, &own, 3), Err(Error::TooFew { .. })));
    }
}
