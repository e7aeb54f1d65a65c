//! What was found of each row.

use super::divide::More;
use super::found::Clusters;
use super::sheets::machine;
use crate::{Sheet, Value};
use stats::cluster::NOISE;

/// A row of the file a row: its cluster, how far it is from the middle, its silhouette, and what the method knows of it.
pub fn rows(found: &Clusters) -> Sheet {
    let n = found.division.labels.len();
    let mut width = vec![Value::Missing; n];
    if let Some(shown) = &found.silhouette {
        for (&row, &value) in shown.rows.iter().zip(&shown.width) {
            width[row] = Value::Number(value);
        }
    }
    let (names, more): (&[&str], Vec<Vec<f64>>) = match &found.division.more {
        More::Hdbscan(found) => {
            (&["membership", "outlier_score"], vec![found.membership.clone(), found.outlier.clone()])
        }
        More::Mixture(found, _) => (&["uncertainty"], vec![found.uncertainty()]),
        More::Dbscan(found) => {
            (&["core"], vec![found.core.iter().map(|&core| f64::from(u8::from(core))).collect()])
        }
        _ => (&[], Vec::new()),
    };
    let all: Vec<&str> =
        ["row", "cluster", "distance", "silhouette"].into_iter().chain(names.iter().copied()).collect();
    let rows = (0..n)
        .map(|row| {
            let label = found.division.labels[row];
            let mut cells = vec![
                Value::Count(found.question.rows[row] as u64 + 1),
                if label == NOISE { Value::Missing } else { Value::Count(u64::from(label) + 1) },
                Value::Number(found.distance[row]),
                width[row].clone(),
            ];
            cells.extend(more.iter().map(|values| Value::Number(values[row])));
            cells
        })
        .collect();
    machine("augment", &all, rows)
}
