//! Which kinds of rows there are.
//!
//! - Figures become [`Points`], brought to one measure by a [`Scale`]; mixed columns become [`Distances`] by Gower's measure.
//! - A method gives labels from 0, [`NOISE`] for a row of no cluster, and what else it knows.
//! - How good an answer is, and how many clusters there are, is told by methods of their own.

pub mod distances;
pub mod hierarchical;
pub mod kmeans;
pub mod points;
pub mod scale;

pub use distances::Distances;
pub use points::{Metric, NOISE, Points};
pub use scale::{Scale, Scaling};
