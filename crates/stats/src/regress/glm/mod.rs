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
