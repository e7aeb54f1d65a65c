//! Penalised regression: ridge (Hoerl and Kennard 1970), the lasso (Tibshirani 1996) and the elastic net between (Zou and Hastie
//! 2005).
//!
//! Two conventions carry one name. [`ridge`] is that of `MASS::lm.ridge`: λ is added to the cross-products of columns in units of their
//! standard deviation. [`net`] is that of `glmnet`: the loss is a mean over rows, and for a Gaussian outcome the squared part of the
//! penalty is divided by the outcome's standard deviation ([`Convention::Glmnet`]) unless it is asked to stay ([`Convention::Plain`]).

mod cross;
mod net;
mod ridge;

pub use cross::{Cross, cross_validate};
pub use net::{Convention, Net, Options, Point, lambdas, net};
pub use ridge::{Ridge, ridge};
