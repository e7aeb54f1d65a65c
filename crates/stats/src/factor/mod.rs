//! What lies behind several columns: principal components, exploratory factor models, their rotations, scores and fit, how
//! many factors there are, and how reliable a scale is.
//!
//! Everything starts from [`Correlations`], taken from rows in one pass, from ranks or scales, or from a matrix that is already
//! there.
//! [`components`] gives principal components, [`factors`] a factor model; [`number`] says how many to ask for.
//!
//! A column of loadings is made to have a positive sum, and columns are ordered by the variance they account for: models are
//! unique only up to that.

mod adequacy;
mod alpha;
mod basis;
pub mod confirm;
mod correlations;
mod dense;
mod extract;
mod fit;
mod model;
mod moments;
mod newton;
mod number;
mod omega;
mod parallel;
mod partial;
mod pca;
pub mod rotate;
mod scores;
mod simple;
mod smooth;
mod split;
mod wishart;

pub use crate::correlate::Missing;
pub use adequacy::{Adequacy, Sphericity, adequacy, sphericity};
pub use alpha::{Alpha, AlphaItem, alpha, keys};
pub use basis::Basis;
pub use confirm::{Confirmed, confirm};
pub use correlations::Correlations;
/// A matrix as this family gives them: columns × factors, or square.
pub type Loadings = matrix::Mat<f64>;
pub use extract::{Extraction, HEYWOOD, Method, extract};
pub use fit::{Fit, Interval, fit, ledermann};
pub use model::{FactorModel, Options, factors};
pub use number::{Number, Rule, number};
pub use omega::{Omega, omega};
pub use parallel::{Parallel, Simulated, parallel};
pub use partial::minimum_average_partial;
pub use pca::{Components, components};
pub use scores::{Scores, Scoring, project, scoring};
pub use simple::{SimpleStructure, very_simple_structure};
pub use smooth::{multiple, smooth};
pub use split::{Halves, halves};
