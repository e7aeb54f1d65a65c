//! Generalized linear models: shares, counts, positive figures.
//!
//! [`fit`] for a [`Family`] and a [`Link`], [`negative_binomial`] where θ is estimated too; then what is asked of a fitted [`Glm`]:
//! [`Glm::coefficients_table`], [`profile`] intervals, robust errors ([`Glm::robust`]), [`marginal_effects`], predictions
//! ([`Glm::predict`]), and how well it tells outcomes apart ([`roc`], [`hosmer_lemeshow`], [`overdispersion`]).

mod check;
mod effects;
mod family;
mod fit;
mod inference;
mod link;
mod negative_binomial;
mod predict;
mod profile;
mod roc;
mod sandwich;

pub use check::{Fit, HosmerLemeshow, Overdispersion, hosmer_lemeshow, overdispersion};
pub use effects::{Effect, Where, marginal_effects};
pub use family::Family;
pub use fit::{Glm, fit, success};
pub use inference::Coefficient;
pub use link::Link;
pub use negative_binomial::negative_binomial;
pub use predict::Prediction;
pub use profile::{Profile, profile};
pub use roc::{Roc, roc};
pub use sandwich::Robust;

#[cfg(test)]
mod tests {
    use super::{Family, Link, fit, negative_binomial, roc};
    use crate::Error;
    use crate::regress::Design;
    use proptest::prelude::*;

    fn design(x: &[f64], y: &[f64]) -> Design {
        Design::plain(("y", y.to_vec()), [("x".to_owned(), x.to_vec())], true).expect("it is whole")
    }

    #[test]
    fn a_column_that_parts_the_outcomes_is_named() {
        let whole = design(&[1.0, 2.0, 3.0, 4.0, 5.0, 6.0], &[0.0, 0.0, 0.0, 1.0, 1.0, 1.0]);
        let named = Some(Error::Separated { column: "x".to_owned() });
        assert_eq!(fit(&whole, Family::Binomial, Link::Logit).err(), named);
        assert_eq!(fit(&whole, Family::Binomial, Link::Probit).err(), named);
        // Nearly so: one value of x holds both outcomes.
        let nearly = design(&[1.0, 2.0, 3.0, 3.0, 5.0, 6.0], &[0.0, 0.0, 0.0, 1.0, 1.0, 1.0]);
        assert_eq!(fit(&nearly, Family::Binomial, Link::Logit).err(), named);
        // A group without a single count.
        let none = design(&[0.0, 0.0, 0.0, 1.0, 1.0, 1.0], &[2.0, 3.0, 1.0, 0.0, 0.0, 0.0]);
        assert_eq!(fit(&none, Family::Poisson, Link::Log).err(), named);
    }

    #[test]
    fn outcomes_of_another_kind_are_refused() {
        let x = [1.0, 2.0, 3.0, 4.0];
        let need = |y: &[f64], family: Family| match fit(&design(&x, y), family, family.usual_link()) {
            Err(Error::Kind { need, .. }) => need,
            other => panic!("{:?}", other.map(|model| model.coefficients)),
        };
        assert_eq!(need(&[0.0, 1.0, 2.0, 1.0], Family::Binomial), "0 or 1");
        assert_eq!(need(&[0.5, 1.0, 2.0, 1.0], Family::Poisson), "count");
        assert_eq!(need(&[0.0, 1.0, 2.0, 1.0], Family::Gamma), "positive");
        let alike = fit(&design(&x, &[1.0; 4]), Family::Poisson, Link::Log);
        assert_eq!(alike.err(), Some(Error::Constant { column: "y".to_owned() }));
        let few = fit(&design(&[1.0, 2.0], &[0.0, 1.0]), Family::Binomial, Link::Logit);
        assert_eq!(few.err(), Some(Error::TooFew { what: "rows", have: 2, need: 3 }));
    }

    #[test]
    fn counts_that_scatter_less_than_poissons_have_no_theta() {
        let even = design(&[0.0, 1.0, 2.0, 3.0, 4.0, 5.0], &[3.0, 3.0, 4.0, 4.0, 5.0, 5.0]);
        assert!(matches!(
            negative_binomial(&even, Link::Log),
            Err(Error::NoConvergence { what: "theta", .. })
        ));
    }

    #[test]
    fn ties_count_half_in_the_area() {
        let found = roc(&[0.5, 0.5, 0.5, 0.5], &[0.0, 1.0, 0.0, 1.0], 0.95).expect("both outcomes are there");
        assert_eq!(found.auc, 0.5);
        assert!(matches!(roc(&[0.1, 0.2], &[1.0, 1.0], 0.95), Err(Error::Constant { .. })));
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(48))]

        #[test]
        fn a_shift_of_a_column_moves_the_intercept_only(
            rows in prop::collection::vec((-3.0..3.0f64, 0u8..6), 12..40), shift in -5.0..5.0f64, scale in 0.2..5.0f64,
        ) {
            let (x, y): (Vec<f64>, Vec<f64>) = rows.iter().map(|(x, y)| (*x, f64::from(*y))).unzip();
            let moved: Vec<f64> = x.iter().map(|x| scale * (x + shift)).collect();
            let (one, two) = (fit(&design(&x, &y), Family::Poisson, Link::Log), fit(&design(&moved, &y), Family::Poisson, Link::Log));
            if let (Ok(one), Ok(two)) = (one, two) {
                prop_assert!((one.coefficients[1] - scale * two.coefficients[1]).abs() < 1e-9 * (1.0 + one.coefficients[1].abs()));
                prop_assert!((one.deviance - two.deviance).abs() < 1e-9 * (1.0 + one.deviance));
                let mut turned: Vec<usize> = (0..x.len()).collect();
                turned.reverse();
                let pick = |list: &[f64]| turned.iter().map(|&row| list[row]).collect::<Vec<f64>>();
                let back = fit(&design(&pick(&x), &pick(&y)), Family::Poisson, Link::Log).expect("as before");
                prop_assert!((one.coefficients[0] - back.coefficients[0]).abs() < 1e-9 * (1.0 + one.coefficients[0].abs()));
            }
        }
    }
}
