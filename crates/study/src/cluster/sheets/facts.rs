//! How it was done.

use crate::cluster::divide::More;
use crate::cluster::found::Clusters;
use crate::cluster::question::{Method, Space};
use locale::{Lang, t};
use stats::cluster::gower::Weighed;
use stats::cluster::{Metric, Scaling};

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
