//! The rows most like each cluster.

use crate::cluster::found::Clusters;
use crate::{Head, Sheet, Style, Value};
use locale::{Lang, t};

/// For each cluster the row most like it.
pub fn examples(found: &Clusters, lang: Lang) -> Sheet {
    let mut heads = vec![
        Head::new("cluster", t!(lang, "stats-cluster-head-cluster")),
        Head::new("row", t!(lang, "stats-cluster-head-row")),
    ];
    heads.extend(found.question.names.iter().map(|name| Head::new(name.as_str(), name.as_str())));
    let row = |(cluster, &row): (usize, &usize)| {
        let mut cells =
            vec![Value::Count(cluster as u64 + 1), Value::Count(found.question.rows[row] as u64 + 1)];
        cells.extend(found.question.frame.columns().iter().map(|column| match &column.values {
            stats::Values::Number(values) => Value::Number(values[row]),
            stats::Values::Factor { codes, levels, .. } => {
                levels.get(codes[row] as usize).map_or(Value::Missing, |level| Value::Text(level.clone()))
            }
        }));
        cells
    };
    Sheet {
        name: "examples".to_owned(),
        title: t!(lang, "stats-cluster-sheet-examples"),
        heads,
        rows: found.examples.iter().enumerate().map(row).collect(),
        style: Style::Rows,
        note: String::new(),
    }
}
