//! Panels: the same units seen at several times (Baltagi 2021; conventions are those of R's `plm`).
//!
//! [`panel`] fits one of the [`Model`]s; [`hausman`], [`effects_test`] and [`lagrange`] help to choose; [`fixed_effects`] lists what a unit
//! or a time has of its own.

mod choose;
mod effects;
mod fit;
mod random;
mod transform;

pub use choose::{Test, effects_test, hausman, lagrange};
pub use effects::{FixedEffect, fixed_effects};
pub use fit::{Model, Panel, Panels, panel};
pub use random::Components;

#[cfg(test)]
mod tests {
    use super::{Model, Panels, panel};
    use crate::Error;
    use crate::regress::Design;

    #[test]
    fn a_unit_twice_at_one_time_and_one_unit_alone_are_refused() {
        let design = Design::plain(
            ("y", vec![1.0, 2.0, 4.0, 3.0]),
            [("x".to_owned(), vec![1.0, 2.0, 3.0, 5.0])],
            true,
        );
        let design = design.expect("it is whole");
        let ask =
            |units: &[u32], times: &[u32]| panel(&design, Panels { units, times }, Model::Within).map(|_| ());
        assert!(matches!(ask(&[0, 0, 1, 1], &[0, 0, 0, 1]), Err(Error::Choice { name: "time", .. })));
        assert_eq!(ask(&[0; 4], &[0, 1, 2, 3]), Err(Error::TooFew { what: "groups", have: 1, need: 2 }));
        assert_eq!(ask(&[0, 1], &[0, 1]), Err(Error::Lengths { left: 4, right: 2 }));
        assert_eq!(ask(&[0, 0, 1, 1], &[0, 1, 0, 1]), Ok(()));
    }
}
