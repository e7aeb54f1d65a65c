//! Quantile regression (Koenker and Bassett 1978): what the outcome's quantile, not its mean, depends on.
//!
//! [`quantile`] finds the exact solution; [`Quantile::errors`], [`rank_intervals`] and [`bootstrap`] say how sure it is.

mod basis;
mod bootstrap;
mod fit;
mod interval;
mod rank;

pub use bootstrap::{Bootstrap, bootstrap};
pub use fit::{Quantile, quantile};
pub use interval::Spread;
pub use rank::rank_intervals;

#[cfg(test)]
mod tests {
    use super::quantile;
    use crate::Error;
    use crate::regress::Design;
    use proptest::prelude::*;

    fn design(x: &[f64], y: &[f64]) -> Design {
        Design::plain(("y", y.to_vec()), [("x".to_owned(), x.to_vec())], true).expect("it is whole")
    }

    #[test]
    fn shares_beyond_the_ends_and_too_few_rows_are_refused() {
        let some = design(&[1.0, 2.0, 3.0], &[1.0, 2.0, 2.0]);
        assert!(matches!(quantile(&some, 1.0), Err(Error::Choice { name: "tau", .. })));
        let one = design(&[1.0], &[1.0]);
        assert!(quantile(&one, 0.5).is_ok_and(|fit| fit.kept == [0]));
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(48))]

        #[test]
        fn no_plane_near_is_better(
            rows in prop::collection::vec((-3i8..4, -9i8..9), 8..60), tau in 0.05..0.95f64, by in -0.5..0.5f64, tilt in -0.5..0.5f64,
        ) {
            // Whole figures tie often.
            let (x, y): (Vec<f64>, Vec<f64>) = rows.iter().map(|(x, y)| (f64::from(*x), f64::from(*y))).unzip();
            let fit = quantile(&design(&x, &y), tau).expect("it can be fitted");
            let slope = if fit.kept.len() == 2 { fit.coefficients[1] } else { 0.0 };
            let rest = |a: f64, b: f64| x.iter().zip(&y).map(|(x, y)| y - a - b * x).collect::<Vec<f64>>();
            let loss = |rest: &[f64]| super::fit::loss(rest, tau);
            prop_assert!((loss(&rest(fit.coefficients[0], slope)) - fit.loss).abs() < 1e-9 * (1.0 + fit.loss));
            prop_assert!(loss(&rest(fit.coefficients[0] + by, slope + tilt)) >= fit.loss - 1e-9);
        }
    }
}
