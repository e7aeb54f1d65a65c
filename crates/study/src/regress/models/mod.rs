//! The models beside ordinary least squares: generalized linear, penalised, quantile, robust, panel.
//!
//! [`Asked`](asked::Asked) reads what they share: the formula, its design, weights, groups. A method each has its file.

mod asked;
mod checks;
mod fresh;
mod glm;
mod panel;
mod penalised;
mod pictures;
mod quantile;
mod robust;
mod sheets;
mod slopes;
mod words;

use crate::{Answer, Fault, Kind, Opt, Task};
use stats::Error;

/// What can be chosen for them, beside what linear regression takes.
pub(super) const OUTCOME: Opt = Opt { name: "outcome", kind: Kind::Column, default: "" };
/// The columns that an outcome without a formula may depend on.
pub(super) const COLUMNS: Opt = Opt { name: "columns", kind: Kind::Columns, default: "" };
/// How it is fitted.
pub(super) const METHOD: Opt = Opt { name: "method", kind: Kind::Choice(METHODS), default: "ols" };
/// How the outcome scatters.
pub(super) const FAMILY: Opt = Opt { name: "family", kind: Kind::Choice(FAMILIES), default: "gaussian" };
/// Which quantiles.
pub(super) const TAU: Opt = Opt { name: "tau", kind: Kind::Text, default: "0.5" };
/// How much is penalised.
pub(super) const LAMBDA: Opt = Opt { name: "lambda", kind: Kind::Text, default: "" };
/// From ridge (0) to lasso (1).
pub(super) const MIXING: Opt = Opt { name: "mixing", kind: Kind::Number(0.0, 1.0), default: "0.5" };
/// Whether columns are brought to one scale first.
pub(super) const RESCALE: Opt = Opt { name: "rescale", kind: Kind::Flag, default: "true" };
/// The folds of cross-validation.
pub(super) const FOLDS: Opt = Opt { name: "folds", kind: Kind::Whole(3, 1_000), default: "10" };
/// The column of a panel's units.
pub(super) const UNIT: Opt = Opt { name: "unit", kind: Kind::Column, default: "" };
/// What a panel is taken for.
pub(super) const PANEL: Opt = Opt { name: "panel", kind: Kind::Choice(PANELS), default: "within" };

const METHODS: &[&str] =
    &["ols", "ridge", "lasso", "enet", "quantile", "huber", "bisquare", "mm", "panel", "stepwise"];
const FAMILIES: &[&str] = &[
    "gaussian",
    "logit",
    "probit",
    "cloglog",
    "poisson",
    "negbin",
    "gamma",
    "quasibinomial",
    "quasipoisson",
];
const PANELS: &[&str] = &["within", "time", "twoways", "between", "differences", "random", "pooling"];

/// The answer, where another model than a linear one by least squares is asked for.
pub(super) fn asked_for(task: &Task<'_>) -> Option<Result<Box<dyn Answer>, Fault>> {
    let boxed = |answer: Result<Box<dyn Answer>, Fault>| Some(answer);
    match task.options.text("method") {
        "stepwise" => Some(Err(Error::Refused { what: "stepwise" }.into())),
        "ridge" | "lasso" | "enet" => boxed(penalised::Penalised::of(task).map(|a| Box::new(a) as _)),
        "quantile" => boxed(quantile::Quantiles::of(task).map(|a| Box::new(a) as _)),
        "huber" | "bisquare" | "mm" => boxed(robust::Robust::of(task).map(|a| Box::new(a) as _)),
        "panel" => boxed(panel::Panels::of(task).map(|a| Box::new(a) as _)),
        _ if task.options.text("family") == "gaussian" => None,
        _ => boxed(glm::General::of(task).map(|a| Box::new(a) as _)),
    }
}
