//! Which kinds of rows there are.

mod cautions;
mod divide;
mod found;
mod fresh;
mod many;
mod names;
mod pictures;
mod question;
mod reading;
mod rows;
mod script;
mod sheets;

use crate::{Family, Kind, Opt};

/// `reper stats cluster`.
pub const FAMILY: Family = Family {
    name: "cluster",
    needs_data: |_| true,
    takes_new: true,
    options: &[
        Opt { name: "columns", kind: Kind::Columns, default: "" },
        Opt {
            name: "method",
            kind: Kind::Choice(&["kmeans", "pam", "hierarchical", "dbscan", "hdbscan", "mixture"]),
            default: "kmeans",
        },
        Opt { name: "k", kind: Kind::WholeOrAuto(1, 100), default: "auto" },
        Opt { name: "most", kind: Kind::Whole(2, 20), default: "8" },
        Opt { name: "scale", kind: Kind::Choice(&["z", "robust", "range", "none"]), default: "z" },
        Opt {
            name: "distance",
            kind: Kind::Choice(&["auto", "euclidean", "manhattan", "gower"]),
            default: "auto",
        },
        Opt {
            name: "linkage",
            kind: Kind::Choice(&[
                "ward", "ward-d", "single", "complete", "average", "mcquitty", "centroid", "median",
            ]),
            default: "ward",
        },
        Opt { name: "eps", kind: Kind::Number(0.0, 1e300), default: "" },
        Opt { name: "min-points", kind: Kind::Whole(2, 10_000), default: "5" },
        Opt { name: "model", kind: Kind::Text, default: "auto" },
        Opt { name: "weigh", kind: Kind::Text, default: "" },
        Opt { name: "asymmetric", kind: Kind::Columns, default: "" },
        Opt { name: "starts", kind: Kind::Whole(1, 1_000), default: "25" },
        Opt { name: "start", kind: Kind::Choice(&["random", "even"]), default: "random" },
        Opt { name: "quick", kind: Kind::Flag, default: "false" },
        Opt { name: "draws", kind: Kind::Whole(0, 1_000), default: "50" },
        Opt { name: "seed", kind: Kind::Whole(0, u64::MAX), default: "1" },
        Opt { name: "level", kind: Kind::Number(0.5, 0.9999), default: "0.95" },
    ],
    run: |task| Ok(Box::new(found::Clusters::of(task)?)),
};
