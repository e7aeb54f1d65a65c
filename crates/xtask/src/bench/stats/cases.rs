//! What is measured.

/// Work that everybody does on the same file.
pub struct Case {
    /// Its name, by which the peers know it.
    pub name: &'static str,
    /// The file, without its ending.
    pub file: &'static str,
    /// Its columns.
    pub width: usize,
    /// Our words after `reper stats`; the file follows the first.
    pub ours: &'static [&'static str],
    /// The tools of `peers.py` that can do it.
    pub python: &'static [&'static str],
    /// Whether R does it.
    pub r: bool,
}

/// All cases.
pub const CASES: &[Case] = &[
    Case {
        name: "correlation",
        file: "tall",
        width: 20,
        ours: &["correlate"],
        python: &["polars", "numpy"],
        r: true,
    },
    Case {
        name: "correlation",
        file: "wide",
        width: 100,
        ours: &["correlate"],
        python: &["polars", "numpy"],
        r: false,
    },
    Case {
        name: "ols",
        file: "model",
        width: 21,
        ours: &["regress", "--formula", "y ~ ."],
        python: &["numpy", "statsmodels"],
        r: true,
    },
    Case {
        name: "hc3",
        file: "model",
        width: 21,
        ours: &["regress", "--formula", "y ~ .", "--errors", "hc3"],
        python: &["numpy", "statsmodels"],
        r: false,
    },
    Case {
        name: "spearman",
        file: "ranks",
        width: 20,
        ours: &["correlate", "--method", "spearman"],
        python: &["polars", "scipy"],
        r: false,
    },
    Case {
        name: "kendall",
        file: "pair",
        width: 2,
        ours: &["correlate", "--method", "kendall"],
        python: &["scipy"],
        r: false,
    },
    Case {
        name: "kmeans",
        file: "points",
        width: 10,
        ours: &["cluster", "--method", "kmeans", "--k", "8", "--scale", "none", "--start", "even", "--quick"],
        python: &["sklearn-lloyd", "sklearn-elkan"],
        r: true,
    },
    Case {
        name: "factor",
        file: "items",
        width: 50,
        ours: &["factor", "--method", "ml", "--factors", "5", "--rotate", "none"],
        python: &["sklearn"],
        r: true,
    },
    Case {
        name: "ward",
        file: "few",
        width: 10,
        ours: &["cluster", "--method", "hierarchical", "--k", "8", "--scale", "none", "--quick"],
        python: &["fastcluster"],
        r: false,
    },
    Case {
        name: "bootstrap",
        file: "small",
        width: 11,
        ours: &["regress", "--formula", "y ~ .", "--samples", "2000"],
        python: &["numpy"],
        r: false,
    },
];
