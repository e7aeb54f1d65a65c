//! What a column depends on.
//!
//! A [`Design`] is fitted by [`ols`] (or [`ols_streamed`] where the rows do not fit in memory); [`observe`] says what the [`Fit`]
//! makes of each row. [`Fit::covariance`], [`hc()`], [`newey_west`], [`andrews`], [`clustered`] and [`driscoll_kraay`] say how
//! uncertain the coefficients are, each under another doubt about the errors; [`Fit::table`] puts the two together. The checks
//! ([`durbin_watson`], [`breusch_pagan`], [`reset`] …) hold the model's assumptions against the residuals.
//!
//! [`formula`] makes designs; [`glm`], [`penalised`], [`quantile`], [`robust`](robust::robust), [`mm`] and [`panel`] are the other models.

mod autocorrelation;
mod bandwidth;
mod bootstrap;
mod checks;
mod clustered;
mod design;
mod equations;
mod errors;
mod fit;
pub mod formula;
pub mod glm;
mod hac;
mod heteroscedasticity;
mod influence;
mod mm;
mod observed;
pub mod panel;
pub mod penalised;
mod predict;
pub mod quantile;
pub mod robust;
mod rows;
mod specification;
mod terms;
mod weighted;

pub use autocorrelation::{breusch_godfrey, durbin_watson};
pub use bandwidth::newey_west_bandwidth;
pub use bootstrap::{Bootstrap, Resample, bootstrap};
pub use checks::Check;
pub use clustered::{Cr, clustered};
pub use design::{Design, Regressor};
pub use errors::{Coefficient, Covariance, Hc, hc, hc_streamed};
pub use fit::{FTest, Fit, TOLERANCE, ols, ols_streamed, ols_with};
pub use hac::{Lags, andrews, driscoll_kraay, newey_west};
pub use heteroscedasticity::{breusch_pagan, goldfeld_quandt, white};
pub use influence::{Influence, influence};
pub use mm::mm;
pub use observed::{Observed, observe};
pub use predict::Prediction;
pub use rows::Streamed;
pub use specification::{harvey_collier, jarque_bera, rainbow, recursive_residuals, reset};
pub use terms::{Inflation, TermTest};
