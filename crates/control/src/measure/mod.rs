//! What was measured, and how it lies in time.

mod derived;
mod known;
mod measurement;
mod period;
mod regular;
mod rhythm;
mod series;

pub use derived::derived;
pub use known::Known;
pub use measurement::{Kept, Measurement, Origin};
pub use period::{back, forward, period_end};
pub use regular::{Regular, regular};
pub(crate) use rhythm::coarser;
pub use rhythm::{seasons, steps};
pub use series::{Point, Series};
