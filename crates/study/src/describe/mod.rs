//! What columns are like.

mod column;
mod pictures;
mod summary;
mod tell;
mod words;

use crate::{Family, Kind, Opt};

/// `reper stats describe`.
pub const FAMILY: Family = Family {
    name: "describe",
    needs_data: |_| true,
    takes_new: false,
    options: &[
        Opt { name: "columns", kind: Kind::Columns, default: "" },
        Opt { name: "by", kind: Kind::Column, default: "" },
        Opt { name: "level", kind: Kind::Number(0.5, 0.9999), default: "0.95" },
        Opt { name: "quantile-type", kind: Kind::Whole(1, 9), default: "7" },
        Opt { name: "shape", kind: Kind::Choice(&["1", "2", "3"]), default: "3" },
        Opt { name: "trim", kind: Kind::Number(0.0, 0.49), default: "0.1" },
    ],
    run: |task| Ok(Box::new(summary::Summary::of(task)?)),
};
