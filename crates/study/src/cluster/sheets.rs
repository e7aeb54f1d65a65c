//! The tables: clusters, the whole, the rows, profiles, how many.

use super::divide::More;
use super::found::Clusters;
use super::names;
use super::question::{Method, Space};
use crate::{Head, Sheet, Style, Value};
use locale::{Lang, t};
use stats::cluster::gower::Weighed;
use stats::cluster::profile::KindProfile;
use stats::cluster::stability::Standing;
use stats::cluster::{Metric, NOISE, Scaling};

/// How it was done.
pub fn facts(found: &Clusters, lang: Lang) -> Vec<(String, String)> {
    let settings = &found.question.settings;
    let method = match settings.method {
        Method::KMeans => t!(lang, "stats-method-kmeans"),
        Method::Pam => t!(lang, "stats-method-pam"),
        Method::Hierarchical => t!(lang, "stats-method-hierarchical"),
        Method::Dbscan => t!(lang, "stats-method-dbscan"),
        Method::Hdbscan => t!(lang, "stats-method-hdbscan"),
        Method::Mixture => t!(lang, "stats-method-mixture"),
    };
    let scale = match &found.question.space {
        Space::Mixed(_) => t!(lang, "stats-distance-gower"),
        Space::Points { scale, .. } => match scale.scaling {
            Scaling::Z => t!(lang, "stats-scale-z"),
            Scaling::Robust => t!(lang, "stats-scale-robust"),
            Scaling::Range => t!(lang, "stats-scale-range"),
            Scaling::None => t!(lang, "stats-scale-none"),
        },
    };
    let mut facts = vec![
        (t!(lang, "stats-cluster-fact-method"), method),
        (t!(lang, "stats-cluster-fact-columns"), found.question.names.join(", ")),
        (t!(lang, "stats-cluster-fact-scale"), scale),
        (
            t!(lang, "stats-cluster-fact-rows"),
            t!(
                lang,
                "stats-cluster-rows-used",
                used = found.question.rows.len(),
                dropped = found.question.dropped
            ),
        ),
    ];
    if settings.metric == Metric::Manhattan {
        facts.push((t!(lang, "stats-cluster-fact-distance"), t!(lang, "stats-distance-manhattan")));
    }
    facts.extend(counted(&found.question.measure, lang));
    match &found.division.more {
        More::Tree(tree) => facts.push((t!(lang, "stats-cluster-fact-linkage"), linkage(tree.linkage, lang))),
        More::Dbscan(found) => facts.push((
            t!(lang, "stats-cluster-fact-radius"),
            t!(lang, "stats-cluster-radius", radius = crate::figure(lang, found.radius), least = found.least),
        )),
        More::Mixture(found, _) => {
            facts.push((t!(lang, "stats-cluster-fact-model"), found.model.name().to_owned()));
        }
        _ => {}
    }
    facts.push((t!(lang, "stats-cluster-fact-seed"), settings.seed.to_string()));
    facts
}

/// Which columns count otherwise than the others in Gower's measure.
fn counted(measure: &[Weighed], lang: Lang) -> Vec<(String, String)> {
    let weights: Vec<String> = measure
        .iter()
        .filter(|column| column.weight != 1.0)
        .map(|column| format!("{} × {}", column.name, crate::figure(lang, column.weight)))
        .collect();
    let asymmetric: Vec<&str> =
        measure.iter().filter(|column| column.asymmetric).map(|column| column.name.as_str()).collect();
    [
        (t!(lang, "stats-cluster-fact-weights"), weights.join(", ")),
        (t!(lang, "stats-cluster-fact-asymmetric"), asymmetric.join(", ")),
    ]
    .into_iter()
    .filter(|(_, text)| !text.is_empty())
    .collect()
}

fn linkage(linkage: stats::cluster::hierarchical::Linkage, lang: Lang) -> String {
    use stats::cluster::hierarchical::Linkage;
    match linkage {
        Linkage::Ward => t!(lang, "stats-linkage-ward"),
        Linkage::WardD => t!(lang, "stats-linkage-ward-d"),
        Linkage::Single => t!(lang, "stats-linkage-single"),
        Linkage::Complete => t!(lang, "stats-linkage-complete"),
        Linkage::Average => t!(lang, "stats-linkage-average"),
        Linkage::McQuitty => t!(lang, "stats-linkage-mcquitty"),
        Linkage::Centroid => t!(lang, "stats-linkage-centroid"),
        Linkage::Median => t!(lang, "stats-linkage-median"),
    }
}

/// All tables.
pub fn all(found: &Clusters, lang: Lang) -> Vec<Sheet> {
    let mut sheets = vec![tidy(found, lang), shown(found, lang), columns(found, lang), glance(found, lang)];
    sheets.extend(many(found, lang));
    sheets.extend(models(found, lang));
    sheets.extend([examples(found, lang), profile(found)]);
    sheets
}

/// A cluster a row: what it is, how large, how tight, how firm, and the means of the figures.
fn tidy(found: &Clusters, lang: Lang) -> Sheet {
    let mut heads = vec![
        Head::new("cluster", t!(lang, "stats-cluster-head-cluster")),
        Head::new("name", t!(lang, "stats-cluster-head-name")),
        Head::new("size", t!(lang, "stats-cluster-head-size")),
        Head::new("share", t!(lang, "stats-cluster-head-share")),
        Head::new("withinss", t!(lang, "stats-cluster-head-within")),
        Head::new("silhouette", t!(lang, "stats-cluster-head-silhouette")),
        Head::new("stability", t!(lang, "stats-cluster-head-stability")),
        Head::new("standing", t!(lang, "stats-cluster-head-standing")),
    ];
    let means: Vec<(&str, Vec<f64>)> = found
        .profile
        .columns
        .iter()
        .filter_map(|column| match &column.kind {
            KindProfile::Number { clusters, .. } => {
                Some((column.name.as_str(), clusters.iter().map(|own| own.mean).collect()))
            }
            KindProfile::Factor { .. } => None,
        })
        .collect();
    heads.extend(means.iter().map(|(name, _)| Head::new(*name, *name)));
    let within = within(found);
    let row = |cluster: usize| {
        let mut cells = vec![
            Value::Count(cluster as u64 + 1),
            Value::Text(found.name(cluster, lang)),
            Value::Count(found.profile.sizes[cluster] as u64),
            Value::Share(found.share(cluster)),
            within.as_ref().map_or(Value::Missing, |within| Value::Number(within[cluster])),
            found.silhouette.as_ref().map_or(Value::Missing, |shown| {
                Value::Fixed(shown.clusters.get(cluster).copied().unwrap_or(f64::NAN), 2)
            }),
            found.stability.as_ref().map_or(Value::Missing, |firm| Value::Fixed(firm.mean[cluster], 2)),
            found
                .stability
                .as_ref()
                .map_or(Value::Missing, |firm| Value::Text(standing(firm.standing(cluster), lang))),
        ];
        cells.extend(means.iter().map(|(_, means)| Value::Number(means[cluster])));
        cells
    };
    Sheet {
        name: "tidy".to_owned(),
        title: t!(lang, "stats-cluster-sheet-clusters"),
        heads,
        rows: (0..found.division.k).map(row).collect(),
        style: Style::Rows,
        note: t!(lang, "stats-cluster-note-clusters"),
    }
}

/// The sum of squares within each cluster, in the common measure.
fn within(found: &Clusters) -> Option<Vec<f64>> {
    matches!(found.question.space, Space::Points { .. }).then_some(())?;
    let Some(centres) = &found.centres else {
        // About a medoid there is no sum of squares.
        return None;
    };
    let mut sums = vec![0.0; centres.len()];
    for (&label, distance) in found.division.labels.iter().zip(&found.distance) {
        if label != NOISE {
            sums[label as usize] += distance * distance;
        }
    }
    Some(sums)
}

pub fn standing(standing: Standing, lang: Lang) -> String {
    match standing {
        Standing::Firm => t!(lang, "stats-cluster-firm"),
        Standing::Stable => t!(lang, "stats-cluster-stable"),
        Standing::Doubtful => t!(lang, "stats-cluster-doubtful"),
        Standing::Dissolved => t!(lang, "stats-cluster-dissolved"),
    }
}

/// The clusters against the whole, for people: a column a row, a cluster a column.
fn shown(found: &Clusters, lang: Lang) -> Sheet {
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
fn columns(found: &Clusters, lang: Lang) -> Sheet {
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

/// The whole in one row.
fn glance(found: &Clusters, lang: Lang) -> Sheet {
    let number = |value: Option<f64>| value.map_or(Value::Missing, Value::Number);
    let indices = found.indices.as_ref();
    let mut cells = vec![
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

/// What each number of clusters would give.
fn many(found: &Clusters, lang: Lang) -> Option<Sheet> {
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
fn models(found: &Clusters, lang: Lang) -> Option<Sheet> {
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

/// For each cluster the row most like it.
fn examples(found: &Clusters, lang: Lang) -> Sheet {
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

/// Each cluster's figures and shares with their intervals.
fn profile(found: &Clusters) -> Sheet {
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

pub(super) fn machine(name: &str, heads: &[&str], rows: Vec<Vec<Value>>) -> Sheet {
    Sheet {
        name: name.to_owned(),
        title: String::new(),
        heads: heads.iter().map(|name| Head::new(*name, *name)).collect(),
        rows,
        style: Style::Machine,
        note: String::new(),
    }
}
