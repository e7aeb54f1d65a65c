//! What a column does over time.
//!
//! A series is a slice of values in the order of time, one a step; its period is how many of them make a season. What may have
//! gaps is filled first ([`fill`]); the other methods refuse gaps.
//!
//! - Dependence: [`acf()`], [`pacf`], [`ccf`], [`prewhitened_ccf`], [`portmanteau()`], [`granger()`].
//! - Wandering: [`adf`], [`phillips_perron`], [`kpss()`], [`advice`] on differences.
//! - Level, season and rest: [`classical`], [`stl()`], [`mstl()`], [`find_period`].
//! - Forecasts: [`ets()`], [`auto_arima`] and [`arima()`], [`holt_winters()`], [`theta`], [`simple`]; [`rolling`] and [`accuracy`] say how good.
//! - What changed and what stands out: [`breaks()`], [`sup_f`], [`pelt()`], [`interrupted()`], [`changed()`], [`outliers()`]; [`detectable`] says beforehand whether
//!   a change could be seen.

mod acf;
mod arima;
mod breaks;
mod carried;
mod changed;
mod decompose;
mod detect;
mod differences;
mod ets;
mod ets_forecast;
mod forecast;
mod granger;
mod hansen;
mod holt_winters;
mod interrupted;
mod kalman;
mod kpss;
pub(crate) mod least;
mod loess;
mod minimum;
mod mstl;
mod outliers;
mod partly_sorted;
mod pelt;
mod period;
mod portmanteau;
mod stl;
mod supersmoother;
mod unit_root;

pub(crate) use acf::autoregression;
pub use acf::{Lagged, acf, ccf, pacf, prewhitened_ccf, usual_lags};
pub use arima::{Arima, Orders, Term, arima, auto_arima};
pub use breaks::{Breaks, SupF, breaks, level, line, sup_f};
pub use changed::{Changed, Guess, LEAST_AFTER, LEAST_BEFORE, changed};
pub use decompose::{Decomposition, classical};
pub use detect::{Detectable, Plan, detectable};
pub use differences::{Advice, advice, difference, plain_differences};
pub(crate) use ets::ets_quick;
pub use ets::{Ets, Kind, Model, ets, ets_at, ets_fit};
pub use forecast::{Accuracy, Forecast, Simple, accuracy, rolling, simple, theta};
pub use granger::{Criterion, Granger, granger, granger_order};
pub use holt_winters::{HoltWinters, Season, holt_winters};
pub use interrupted::{Interrupted, interrupted, interrupted_beside};
pub use kpss::{Bandwidth, Kpss, kpss};
pub(crate) use least::mean;
pub use mstl::mstl;
pub use outliers::{Filled, Outliers, fill, outliers};
pub use pelt::{Change, Changes, Penalty, pelt};
pub use period::{Period, find_period};
pub use portmanteau::{Portmanteau, Whiteness, portmanteau};
pub use stl::{Stl, stl};
pub use supersmoother::super_smoother;
pub use unit_root::{About, DifferenceLags, UnitRoot, adf, phillips_perron};
