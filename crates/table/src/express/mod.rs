//! A small language for filters and derived columns: `engagement = (likes + comments) / reach`.
//!
//! Units are reckoned with: people and roubles are not added, and a quotient has the unit of a quotient.

pub mod bind;
mod call;
mod error;
mod functions;
mod lex;
mod parse;
pub mod plan;

#[cfg(test)]
mod tests;

pub use error::{ExpressionError, Why};
pub use parse::{Expression, parse, parse_named};
