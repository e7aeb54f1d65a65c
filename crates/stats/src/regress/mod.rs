//! What a column depends on.
//!
//! A [`Design`] is fitted by [`ols`] (or [`ols_streamed`] where the rows do not fit in memory); [`observe`] says what the [`Fit`]
//! makes of each row.

mod design;
mod equations;
mod fit;
mod observed;
mod rows;

pub use design::{Design, Regressor};
pub use fit::{FTest, Fit, TOLERANCE, ols, ols_streamed, ols_with};
pub use observed::{Observed, observe};
pub use rows::Streamed;
