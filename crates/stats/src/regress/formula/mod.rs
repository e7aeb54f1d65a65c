//! Formulas in R's language: `log(y + 1) ~ a * b + poly(x, 2) + C(day, ref = "Mon") - 1`.
//!
//! - `a + b`, `a:b`, `a * b`, `(a + b)^2`, `a / b`, `b %in% a`, `- a`, `.`, `0`, `1` mean what they mean in R (Wilkinson and Rogers
//!   1973; Chambers and Hastie 1992, chapter 2), and so do the coding of factors and the names of coefficients.
//! - Variables: `I(x^2)`, `log(x)`, `x > 3`, `lag(x, 1)`, `diff(x)`, `offset(w)`, `scale(x)`, `poly(x, 3)`, `poly(x, 3, raw)`, `factor(x)`,
//!   `C(x, sum)`, `C(x, ref = "b")`, `relevel(x, ref = "b")`, `ordered(x)`. Names with spaces stand between backticks or quotes.
//! - [`Formula::bind`] makes a [`Design`](super::Design) of a frame; the [`Recipe`] beside it makes the same columns of new rows.

mod again;
mod contrast;
mod design;
mod evaluate;
mod expression;
mod lexer;
mod parser;
mod poly;
mod slopes;
mod terms;
#[cfg(test)]
mod tests;
mod variable;

pub use again::{NewRows, Stranger};
pub use contrast::Contrast;
pub use design::{Bound, Outcome, Recipe, With};
pub use expression::{Argument, Expression, Piece, written};
pub use poly::Orthogonal;
pub use slopes::Slope;
pub use terms::Terms;
pub use variable::{Coding, Variable};

use crate::{Error, Result};
use std::fmt::{self, Display, Formatter};
use std::str::FromStr;

/// A formula as it was read.
#[derive(Debug, Clone)]
pub struct Formula {
    /// The outcome, where there is one.
    pub left: Option<Expression>,
    /// The terms.
    pub right: Expression,
}

impl FromStr for Formula {
    type Err = Error;

    /// Reads a formula; an error tells the character at which it cannot be read.
    fn from_str(text: &str) -> Result<Self> {
        let (left, right) = parser::Parser::new(text)?.formula()?;
        Ok(Formula { left, right })
    }
}

/// As R writes it; what is written is read as the same formula again.
impl Display for Formula {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        if let Some(left) = &self.left {
            write!(f, "{left} ")?;
        }
        write!(f, "~ {}", self.right)
    }
}
