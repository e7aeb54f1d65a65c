//! What lies behind several columns.

mod ask;
mod basis;
mod components;
mod confirm;
mod count;
mod loadings;
mod model;
mod pictures;
mod reading;
mod scale;
mod script;
mod source;

use crate::{Answer, Family, Fault, Kind, Opt, Task};

/// `reper stats factor`.
pub const FAMILY: Family = Family {
    name: "factor",
    needs_data: |_| true,
    takes_new: true,
    options: &[
        Opt { name: "columns", kind: Kind::Columns, default: "" },
        Opt {
            name: "method",
            kind: Kind::Choice(&["ml", "minres", "pa", "gls", "pca", "number", "reliability", "cfa"]),
            default: "ml",
        },
        Opt {
            name: "correlation",
            kind: Kind::Choice(&["pearson", "spearman", "polychoric"]),
            default: "pearson",
        },
        Opt { name: "factors", kind: Kind::WholeOrAuto(1, 100), default: "auto" },
        Opt { name: "measurement", kind: Kind::Text, default: "" },
        Opt { name: "rotate", kind: Kind::Choice(ask::ROTATIONS), default: "auto" },
        Opt { name: "kaiser", kind: Kind::Choice(&["auto", "on", "off"]), default: "auto" },
        Opt { name: "power", kind: Kind::Number(1.0001, 20.0), default: "4" },
        Opt { name: "gamma", kind: Kind::Number(-100.0, 1.0), default: "0" },
        Opt { name: "delta", kind: Kind::Number(1e-9, 1.0), default: "0.01" },
        Opt { name: "starts", kind: Kind::Whole(1, 1000), default: "1" },
        Opt {
            name: "scores",
            kind: Kind::Choice(&["regression", "bartlett", "tenberge"]),
            default: "regression",
        },
        Opt { name: "missing", kind: Kind::Choice(&["listwise", "pairwise"]), default: "listwise" },
        Opt { name: "input", kind: Kind::Choice(&["data", "matrix"]), default: "data" },
        Opt { name: "rows", kind: Kind::Whole(3, 1_000_000_000_000), default: "" },
        Opt { name: "scale", kind: Kind::Flag, default: "true" },
        Opt { name: "simulations", kind: Kind::Whole(20, 100_000), default: "200" },
        Opt { name: "seed", kind: Kind::Whole(0, u64::MAX), default: "1" },
        Opt { name: "level", kind: Kind::Number(0.5, 0.9999), default: "0.95" },
    ],
    run,
};

fn run(task: &Task<'_>) -> Result<Box<dyn Answer>, Fault> {
    if task.fresh.is_some() && matches!(task.options.text("method"), "number" | "cfa" | "reliability") {
        return Err(Fault::NoFresh);
    }
    let source = source::Source::open(task)?;
    Ok(match task.options.text("method") {
        "pca" => Box::new(components::Found::of(task, source)?),
        "number" => Box::new(count::Found::of(task, source)?),
        "cfa" => Box::new(confirm::Found::of(task, source)?),
        "reliability" => Box::new(scale::Found::of(task, source)?),
        _ => Box::new(model::Found::of(task, source)?),
    })
}
