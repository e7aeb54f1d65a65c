//! Which kinds of rows there are.
//!
//! - Figures become [`Points`], brought to one measure by a [`Scale`]; mixed columns become [`Distances`] by Gower's measure.
//! - A method gives labels from 0, [`NOISE`] for a row of no cluster, and what else it knows.
//! - How good an answer is, and how many clusters there are, is told by methods of their own.

pub mod compare;
pub mod dbscan;
pub mod distances;
pub mod gap;
pub mod gower;
pub mod hdbscan;
pub mod hierarchical;
pub mod indices;
pub mod kmeans;
pub mod lof;
pub mod medoids;
pub mod mixture;
pub mod neighbours;
pub mod optics;
pub mod plane;
pub mod points;
pub mod profile;
pub mod scale;
pub mod silhouette;
pub mod stability;

pub use distances::Distances;
pub use points::{Metric, NOISE, Points};
pub use scale::{Scale, Scaling};
