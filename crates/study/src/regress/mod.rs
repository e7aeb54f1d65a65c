//! What a column depends on.

mod checks;
mod errors;
mod models;
mod ols;
mod pictures;
mod script;
mod streamed;
mod words;

use crate::{Answer, Family, Fault, Kind, Opt, Task};

/// `reper stats regress`.
pub const FAMILY: Family = Family {
    name: "regress",
    needs_data: |_| true,
    takes_new: true,
    options: &[
        Opt { name: "formula", kind: Kind::Formula, default: "" },
        models::OUTCOME,
        models::COLUMNS,
        models::METHOD,
        models::FAMILY,
        Opt { name: "weights", kind: Kind::Column, default: "" },
        Opt { name: "errors", kind: Kind::Choice(errors::KINDS), default: "classic" },
        Opt { name: "cluster", kind: Kind::Columns, default: "" },
        Opt { name: "correction", kind: Kind::Choice(errors::CORRECTIONS), default: "cr1s" },
        Opt { name: "time", kind: Kind::Column, default: "" },
        Opt { name: "lag", kind: Kind::WholeOrAuto(0, 10_000), default: "auto" },
        Opt { name: "prewhiten", kind: Kind::Flag, default: "true" },
        Opt { name: "anova", kind: Kind::Choice(&["sequential", "marginal"]), default: "sequential" },
        Opt { name: "samples", kind: Kind::Whole(0, 1_000_000), default: "0" },
        Opt { name: "resample", kind: Kind::Choice(&["pairs", "wild"]), default: "pairs" },
        models::TAU,
        models::LAMBDA,
        models::MIXING,
        models::RESCALE,
        models::FOLDS,
        models::UNIT,
        models::PANEL,
        Opt { name: "seed", kind: Kind::Whole(0, u64::MAX), default: "1" },
        Opt { name: "level", kind: Kind::Number(0.5, 0.9999), default: "0.95" },
        Opt { name: "stream", kind: Kind::Choice(&["auto", "on", "off"]), default: "auto" },
    ],
    run,
};

fn run(task: &Task<'_>) -> Result<Box<dyn Answer>, Fault> {
    if let Some(answer) = models::asked_for(task) {
        return answer;
    }
    Ok(Box::new(ols::Linear::of(task)?))
}
