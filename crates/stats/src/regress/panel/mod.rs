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
