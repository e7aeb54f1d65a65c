//! What a column does over time.

mod course;
mod found;
mod pictures;
mod script;
mod sheets;
mod tell;
mod words;

use crate::{Family, Kind, Opt};

const METHODS: &[&str] = &[
    "acf",
    "cross",
    "adf",
    "season",
    "decompose",
    "forecast",
    "ets",
    "arima",
    "holt-winters",
    "theta",
    "changepoints",
    "breaks",
    "outliers",
    "granger",
    "event",
];

/// `reper stats series`.
pub const FAMILY: Family = Family {
    name: "series",
    needs_data: |_| true,
    takes_new: false,
    options: &[
        Opt { name: "value", kind: Kind::Column, default: "" },
        Opt { name: "time", kind: Kind::Column, default: "" },
        Opt { name: "method", kind: Kind::Choice(METHODS), default: "acf" },
        Opt { name: "other", kind: Kind::Column, default: "" },
        Opt { name: "period", kind: Kind::WholeOrAuto(1, 10_000), default: "auto" },
        Opt { name: "lags", kind: Kind::WholeOrAuto(1, 10_000), default: "auto" },
        Opt { name: "steps", kind: Kind::WholeOrAuto(1, 10_000), default: "auto" },
        Opt {
            name: "parts",
            kind: Kind::Choice(&["stl", "mstl", "additive", "multiplicative"]),
            default: "stl",
        },
        Opt { name: "evolving", kind: Kind::Flag, default: "true" },
        Opt { name: "robust-parts", kind: Kind::Flag, default: "false" },
        Opt { name: "smoothing", kind: Kind::Text, default: "" },
        Opt { name: "orders", kind: Kind::Text, default: "" },
        Opt { name: "change", kind: Kind::Choice(&["mean", "variance"]), default: "mean" },
        Opt { name: "stretch", kind: Kind::Number(0.02, 0.45), default: "0.15" },
        Opt { name: "event", kind: Kind::Text, default: "" },
        Opt { name: "level", kind: Kind::Number(0.5, 0.9999), default: "0.95" },
        Opt { name: "seed", kind: Kind::Whole(0, u64::MAX), default: "1" },
    ],
    run: |task| Ok(Box::new(found::Study::of(task)?)),
};
