//! What columns are like.

mod summary;

use crate::{Family, Kind, Opt};

/// `reper stats describe`.
pub const FAMILY: Family = Family {
    name: "describe",
    needs_data: |_| true,
    options: &[
        Opt { name: "columns", kind: Kind::Columns, default: "" },
        Opt { name: "level", kind: Kind::Number(0.5, 0.9999), default: "0.95" },
    ],
    run: |task| Ok(Box::new(summary::Summary::of(task)?)),
};
