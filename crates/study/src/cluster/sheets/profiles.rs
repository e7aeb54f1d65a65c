//! The clusters against the whole.

use super::machine;
use crate::cluster::found::Clusters;
use crate::cluster::names;
use crate::{Head, Sheet, Style, Value};
use locale::{Lang, t};
use stats::cluster::profile::KindProfile;

/// The clusters against the whole, for people: a column a row, a cluster a column.
pub fn shown(found: &Clusters, lang: Lang) -> Sheet {
    let k = found.division.k;
    let mut heads = vec![
        Head::new("column", t!(lang, "stats-head-column")),
        Head::new("all", t!(lang, "stats-cluster-head-all")),
    ];
    heads.extend((0..k).map(|at| Head::new(format!("cluster_{}", at + 1), format!("№ {}", at + 1))));
    let mut rows = Vec::new();
    for column in &found.profile.columns {
        match &column.kind {
            KindProfile::Number { mean, clusters, .. } => {
                let mut cells =
                    vec![Value::Text(column.name.clone()), Value::Text(crate::figure(lang, *mean))];
                cells.extend(clusters.iter().map(|own| {
                    let (mean, by) = (crate::figure(lang, own.mean), names::signed(lang, own.difference));
                    Value::Text(format!("{mean} ({by})"))
                }));
                rows.push(cells);
            }
            KindProfile::Factor { levels, shares, clusters } => {
                for (level, name) in levels.iter().enumerate() {
                    let mut cells =
                        vec![Value::Text(format!("{}: {name}", column.name)), Value::Share(shares[level])];
                    cells.extend(clusters.iter().map(|own| Value::Share(own[level].share)));
                    rows.push(cells);
                }
            }
        }
    }
    Sheet {
        name: "profiles".to_owned(),
        title: t!(lang, "stats-cluster-sheet-profiles"),
        heads,
        rows,
        style: Style::People,
        note: t!(lang, "stats-cluster-note-profiles"),
    }
}

/// How much of each column the clusters account for.
pub fn columns(found: &Clusters, lang: Lang) -> Sheet {
    let mut columns: Vec<_> = found.profile.columns.iter().collect();
    columns.sort_by(|a, b| b.strength.total_cmp(&a.strength));
    let row = |column: &&stats::cluster::profile::ColumnProfile| {
        let measure = match column.kind {
            KindProfile::Number { .. } => "η²",
            KindProfile::Factor { .. } => "V",
        };
        vec![
            Value::Text(column.name.clone()),
            Value::Text(measure.to_owned()),
            Value::Fixed(column.strength, 2),
        ]
    };
    Sheet {
        name: "columns".to_owned(),
        title: t!(lang, "stats-cluster-sheet-columns"),
        heads: vec![
            Head::new("column", t!(lang, "stats-head-column")),
            Head::new("measure", t!(lang, "stats-cluster-head-measure")),
            Head::new("strength", t!(lang, "stats-cluster-head-strength")),
        ],
        rows: columns.iter().map(row).collect(),
        style: Style::Rows,
        note: t!(lang, "stats-cluster-note-columns"),
    }
}

/// Each cluster's figures and shares with their intervals.
pub fn profile(found: &Clusters) -> Sheet {
    let mut rows = Vec::new();
    for column in &found.profile.columns {
        match &column.kind {
            KindProfile::Number { clusters, .. } => {
                rows.extend(clusters.iter().enumerate().map(|(at, own)| {
                    vec![
                        Value::Count(at as u64 + 1),
                        Value::Text(column.name.clone()),
                        Value::Missing,
                        Value::Count(own.n as u64),
                        Value::Number(own.mean),
                        Value::Number(own.interval.0),
                        Value::Number(own.interval.1),
                        Value::Number(own.sd),
                        Value::Number(own.median),
                        Value::Number(own.difference),
                        Value::Missing,
                    ]
                }))
            }
            KindProfile::Factor { levels, clusters, .. } => {
                for (at, own) in clusters.iter().enumerate() {
                    rows.extend(own.iter().zip(levels).map(|(own, level)| {
                        vec![
                            Value::Count(at as u64 + 1),
                            Value::Text(column.name.clone()),
                            Value::Text(level.clone()),
                            Value::Count(own.count as u64),
                            Value::Number(own.share),
                            Value::Number(own.interval.0),
                            Value::Number(own.interval.1),
                            Value::Missing,
                            Value::Missing,
                            Value::Number(own.difference),
                            Value::Number(own.lift),
                        ]
                    }));
                }
            }
        }
    }
    let names = [
        "cluster",
        "column",
        "level",
        "n",
        "estimate",
        "conf_low",
        "conf_high",
        "sd",
        "median",
        "difference",
        "lift",
    ];
    machine("profile", &names, rows)
}
