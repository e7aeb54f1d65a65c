//! Whether there is a difference, a dependence, an effect; and how many are needed to see one.

mod ask;
mod brief;
mod pictures;
mod plan;
mod script;
mod sheets;
mod single;
mod tell;
mod variance;
mod words;

use crate::{Answer, Family, Fault, Kind, Opt, Options, Task};

const METHODS: &[&str] = &[
    "t",
    "t-paired",
    "mann-whitney",
    "wilcoxon",
    "anova",
    "anova-two",
    "anova-welch",
    "kruskal",
    "bartlett",
    "levene",
    "brown-forsythe",
    "fligner",
    "chi-squared",
    "goodness",
    "fisher",
    "mcnemar",
    "proportions",
    "trend",
    "binomial",
    "rates",
    "ks",
    "shapiro",
    "ab-mixture",
    "ab-looks",
    "power",
];

/// `reper stats test`.
pub const FAMILY: Family = Family {
    name: "test",
    needs_data,
    takes_new: false,
    options: &[
        Opt { name: "method", kind: Kind::Choice(METHODS), default: "t" },
        Opt { name: "value", kind: Kind::Column, default: "" },
        Opt { name: "by", kind: Kind::Column, default: "" },
        Opt { name: "second", kind: Kind::Column, default: "" },
        Opt { name: "counts", kind: Kind::Text, default: "" },
        Opt {
            name: "alternative",
            kind: Kind::Choice(&["two-sided", "less", "greater"]),
            default: "two-sided",
        },
        Opt { name: "null", kind: Kind::Number(-1e300, 1e300), default: "" },
        Opt { name: "equal-variances", kind: Kind::Flag, default: "false" },
        Opt { name: "exact", kind: Kind::Choice(&["auto", "yes", "no"]), default: "auto" },
        Opt { name: "continuity", kind: Kind::Flag, default: "true" },
        Opt { name: "sums", kind: Kind::Choice(&["sequential", "marginal"]), default: "sequential" },
        Opt { name: "tables", kind: Kind::Whole(0, 10_000_000), default: "0" },
        Opt { name: "seed", kind: Kind::Whole(0, u64::MAX), default: "1" },
        Opt {
            name: "reference",
            kind: Kind::Choice(&["normal", "exponential", "uniform"]),
            default: "normal",
        },
        Opt { name: "parameters", kind: Kind::Text, default: "" },
        Opt {
            name: "design",
            kind: Kind::Choice(&["t", "t-one", "proportions", "anova", "correlation"]),
            default: "t",
        },
        Opt { name: "n", kind: Kind::Number(1.0, 1e12), default: "" },
        Opt { name: "effect", kind: Kind::Number(-1e12, 1e12), default: "" },
        Opt { name: "target-power", kind: Kind::Number(0.0, 1.0), default: "" },
        Opt { name: "alpha", kind: Kind::Number(0.0, 1.0), default: "0.05" },
        Opt { name: "sd", kind: Kind::Number(0.0, 1e12), default: "1" },
        Opt { name: "base", kind: Kind::Number(0.0, 1.0), default: "" },
        Opt { name: "groups", kind: Kind::Whole(2, 10_000), default: "2" },
        Opt { name: "looks", kind: Kind::Text, default: "0.2,0.4,0.6,0.8,1" },
        Opt {
            name: "spending",
            kind: Kind::Choice(&["obrien-fleming", "pocock"]),
            default: "obrien-fleming",
        },
        Opt { name: "prior-sd", kind: Kind::Number(0.0, 1.0), default: "0.01" },
        Opt { name: "level", kind: Kind::Number(0.5, 0.9999), default: "0.95" },
    ],
    run,
};

/// A plan and counts that were typed in need no file.
fn needs_data(options: &Options) -> bool {
    !matches!(options.text("method"), "power" | "ab-looks") && options.text("counts").is_empty()
}

fn run(task: &Task<'_>) -> Result<Box<dyn Answer>, Fault> {
    Ok(match task.options.text("method") {
        "anova" => Box::new(variance::Variance::one_way(task)?),
        "anova-two" => Box::new(variance::Variance::two_way(task)?),
        "power" => Box::new(plan::Plan::of(task)?),
        "ab-looks" => Box::new(plan::Looks::of(task)?),
        _ => Box::new(single::Single::of(task)?),
    })
}
