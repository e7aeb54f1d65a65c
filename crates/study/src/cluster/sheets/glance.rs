//! The whole in one row.

use crate::cluster::divide::More;
use crate::cluster::found::Clusters;
use crate::cluster::question::Space;
use crate::{Head, Sheet, Style, Value};
use locale::{Lang, t};

/// The whole in one row.
pub fn glance(found: &Clusters, lang: Lang) -> Sheet {
    let number = |value: Option<f64>| value.map_or(Value::Missing, Value::Number);
    let indices = found.indices.as_ref();
    let mut cells: Vec<(Head, Value)> = vec![
        (Head::new("n", t!(lang, "stats-head-n")), Value::Count(found.question.rows.len() as u64)),
        (
            Head::new("dropped", t!(lang, "stats-cluster-head-dropped")),
            Value::Count(found.question.dropped as u64),
        ),
        (Head::new("k", t!(lang, "stats-cluster-head-k")), Value::Count(found.division.k as u64)),
        (Head::new("noise", t!(lang, "stats-cluster-head-noise")), Value::Count(found.noise() as u64)),
        (
            Head::new("silhouette", t!(lang, "stats-cluster-head-silhouette")),
            number(found.silhouette.as_ref().map(|shown| shown.mean)),
        ),
        (
            Head::new("calinski_harabasz", t!(lang, "stats-cluster-head-ch")),
            number(indices.map(|found| found.calinski_harabasz)),
        ),
        (
            Head::new("davies_bouldin", t!(lang, "stats-cluster-head-db")),
            number(indices.map(|found| found.davies_bouldin)),
        ),
        (Head::new("totss", t!(lang, "stats-cluster-head-total")), number(indices.map(|found| found.total))),
        (
            Head::new("tot_withinss", t!(lang, "stats-cluster-head-within")),
            number(indices.map(|found| found.within)),
        ),
        (
            Head::new("betweenss", t!(lang, "stats-cluster-head-between")),
            number(indices.map(|found| found.total - found.within)),
        ),
    ];
    cells.extend(own(found, lang));
    let (heads, cells) = cells.into_iter().unzip();
    Sheet {
        name: "glance".to_owned(),
        title: t!(lang, "stats-cluster-sheet-whole"),
        heads,
        rows: vec![cells],
        style: Style::Facts,
        note: String::new(),
    }
}

/// What only this method knows.
fn own(found: &Clusters, lang: Lang) -> Vec<(Head, Value)> {
    let mut cells = Vec::new();
    match &found.division.more {
        More::KMeans(found) => {
            cells.push((
                Head::new("iter", t!(lang, "stats-cluster-head-steps")),
                Value::Count(found.steps as u64),
            ));
            cells.push((
                Head::new("starts_agreed", t!(lang, "stats-cluster-head-agreed")),
                Value::Count(found.agreed() as u64),
            ));
        }
        More::Medoids(found) => {
            cells.push((
                Head::new("objective", t!(lang, "stats-cluster-head-objective")),
                Value::Number(found.swap),
            ));
        }
        More::Tree(tree) => {
            let ac = stats::cluster::hierarchical::agglomerative(tree);
            cells.push((
                Head::new("agglomerative", t!(lang, "stats-cluster-head-agglomerative")),
                Value::Number(ac),
            ));
            cells.push((
                Head::new("cophenetic", t!(lang, "stats-cluster-head-cophenetic")),
                cophenetic(found, tree).map_or(Value::Missing, Value::Number),
            ));
        }
        More::Mixture(found, _) => {
            let figures = [("log_lik", found.log_likelihood), ("bic", found.bic), ("icl", found.icl)];
            let titles = [
                t!(lang, "stats-cluster-head-likelihood"),
                t!(lang, "stats-cluster-head-bic"),
                t!(lang, "stats-cluster-head-icl"),
            ];
            cells.extend(
                figures
                    .into_iter()
                    .zip(titles)
                    .map(|((name, value), title)| (Head::new(name, title), Value::Number(value))),
            );
            cells.push((
                Head::new("df", t!(lang, "stats-cluster-head-parameters")),
                Value::Count(found.parameters as u64),
            ));
        }
        _ => {}
    }
    cells
}

fn cophenetic(found: &Clusters, tree: &stats::cluster::hierarchical::Tree) -> Option<f64> {
    let Space::Points { scaled, .. } = &found.question.space else { return None };
    let settings = &found.question.settings;
    if settings.quick {
        return None;
    }
    stats::cluster::hierarchical::cophenetic(tree, scaled, settings.metric, settings.seed)
        .ok()
        .map(|found| found.correlation)
}
