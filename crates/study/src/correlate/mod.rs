//! Whether columns are related.

mod differences;
mod kinds;
mod methods;
mod pairs;
mod pictures;
mod raters;
mod script;
mod second;
mod tell;

use crate::{Family, Kind, Opt};

/// `reper stats correlate`.
pub const FAMILY: Family = Family {
    name: "correlate",
    needs_data: |_| true,
    takes_new: false,
    options: &[
        Opt { name: "columns", kind: Kind::Columns, default: "" },
        Opt { name: "with", kind: Kind::Column, default: "" },
        Opt {
            name: "method",
            kind: Kind::Choice(&[
                "pearson",
                "spearman",
                "kendall",
                "partial",
                "polychoric",
                "distance",
                "cramer",
                "mixed",
                "point-biserial",
                "icc",
            ]),
            default: "pearson",
        },
        Opt { name: "between", kind: Kind::Column, default: "" },
        Opt { name: "given", kind: Kind::Columns, default: "" },
        Opt {
            name: "adjust",
            kind: Kind::Choice(&["none", "bonferroni", "holm", "hochberg", "hommel", "bh", "by"]),
            default: "holm",
        },
        Opt { name: "missing", kind: Kind::Choice(&["pairwise", "listwise"]), default: "pairwise" },
        Opt {
            name: "alternative",
            kind: Kind::Choice(&["two-sided", "greater", "less"]),
            default: "two-sided",
        },
        Opt { name: "continuity", kind: Kind::Flag, default: "false" },
        Opt { name: "level", kind: Kind::Number(0.5, 0.9999), default: "0.95" },
        Opt { name: "permutations", kind: Kind::Whole(0, 100_000), default: "199" },
        Opt { name: "bootstrap", kind: Kind::Whole(0, 100_000), default: "0" },
        Opt { name: "seed", kind: Kind::Whole(0, u64::MAX), default: "1" },
    ],
    run: |task| match task.options.text("method") {
        "icc" => Ok(Box::new(raters::Raters::of(task)?)),
        _ => Ok(Box::new(pairs::Pairs::of(task)?)),
    },
};
