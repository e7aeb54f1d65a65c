//! What other numbers of clusters, or other models, would give.

use crate::cluster::divide::More;
use crate::cluster::found::Clusters;
use crate::{Head, Sheet, Style, Value};
use locale::{Lang, t};

/// What each number of clusters would give.
pub fn many(found: &Clusters, lang: Lang) -> Option<Sheet> {
    let many = found.many.as_ref()?;
    let gap = |k: usize| {
        let at = many.gap.as_ref().filter(|gap| k <= gap.gap.len());
        at.map_or((Value::Missing, Value::Missing), |gap| {
            (Value::Fixed(gap.gap[k - 1], 3), Value::Fixed(gap.error[k - 1], 3))
        })
    };
    let mut rows: Vec<Vec<Value>> = Vec::new();
    if many.gap.is_some() {
        let (one, error) = gap(1);
        rows.push(vec![
            Value::Count(1),
            Value::Missing,
            Value::Missing,
            one,
            error,
            Value::Missing,
            Value::Missing,
        ]);
    }
    rows.extend(many.tried.iter().map(|one| {
        let (gap, error) = gap(one.k);
        vec![
            Value::Count(one.k as u64),
            Value::Number(one.within),
            Value::Fixed(one.silhouette, 3),
            gap,
            error,
            Value::Number(one.calinski_harabasz),
            Value::Number(one.davies_bouldin),
        ]
    }));
    Some(Sheet {
        name: "how_many".to_owned(),
        title: t!(lang, "stats-cluster-sheet-many"),
        heads: vec![
            Head::new("k", t!(lang, "stats-cluster-head-k")),
            Head::new("tot_withinss", t!(lang, "stats-cluster-head-within")),
            Head::new("silhouette", t!(lang, "stats-cluster-head-silhouette")),
            Head::new("gap", t!(lang, "stats-cluster-head-gap")),
            Head::new("gap_se", t!(lang, "stats-cluster-head-gap-error")),
            Head::new("calinski_harabasz", t!(lang, "stats-cluster-head-ch")),
            Head::new("davies_bouldin", t!(lang, "stats-cluster-head-db")),
        ],
        rows,
        style: Style::Rows,
        note: many
            .sampled
            .map_or_else(String::new, |rows| t!(lang, "stats-cluster-note-sampled", rows = rows)),
    })
}

/// The BIC of each model and number of clouds.
pub fn models(found: &Clusters, lang: Lang) -> Option<Sheet> {
    let More::Mixture(_, tried) = &found.division.more else { return None };
    let mut tried = tried.clone();
    tried.sort_by(|a, b| b.bic.unwrap_or(f64::NEG_INFINITY).total_cmp(&a.bic.unwrap_or(f64::NEG_INFINITY)));
    let row = |one: &stats::cluster::mixture::Tried| {
        vec![
            Value::Text(one.model.name().to_owned()),
            Value::Count(one.clouds as u64),
            one.bic.map_or(Value::Missing, Value::Number),
        ]
    };
    Some(Sheet {
        name: "models".to_owned(),
        title: t!(lang, "stats-cluster-sheet-models"),
        heads: vec![
            Head::new("model", t!(lang, "stats-cluster-head-model")),
            Head::new("k", t!(lang, "stats-cluster-head-k")),
            Head::new("bic", t!(lang, "stats-cluster-head-bic")),
        ],
        rows: tried.iter().map(row).collect(),
        style: Style::Machine,
        note: String::new(),
    })
}
