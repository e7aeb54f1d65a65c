//! What a column depends on.

mod models;

use crate::{Answer, Family, Fault, Kind, Opt, Task};

/// `reper stats regress`.
pub const FAMILY: Family = Family {
    name: "regress",
    needs_data: |_| true,
    options: &[
        Opt { name: "formula", kind: Kind::Formula, default: "" },
        models::OUTCOME,
        models::COLUMNS,
        models::METHOD,
        models::FAMILY,
        Opt { name: "errors", kind: Kind::Choice(&["classic", "hc0", "hc1", "hc2", "hc3", "cluster"]), default: "classic" },
        Opt { name: "cluster", kind: Kind::Columns, default: "" },
        Opt { name: "weights", kind: Kind::Column, default: "" },
        Opt { name: "time", kind: Kind::Column, default: "" },
        Opt { name: "seed", kind: Kind::Whole(0, u64::MAX), default: "1" },
        Opt { name: "level", kind: Kind::Number(0.5, 0.9999), default: "0.95" },
        models::TAU,
        models::LAMBDA,
        models::MIXING,
        models::STANDARDISE,
        models::FOLDS,
        models::UNIT,
        models::PANEL,
    ],
    run,
};

fn run(task: &Task<'_>) -> Result<Box<dyn Answer>, Fault> {
    models::asked_for(task).unwrap_or(Err(Fault::Needed { name: "family" }))
}
