//! The clusters, a row each.

use crate::cluster::found::Clusters;
use crate::cluster::question::Space;
use crate::{Head, Sheet, Style, Value};
use locale::{Lang, t};
use stats::cluster::NOISE;
use stats::cluster::profile::KindProfile;
use stats::cluster::stability::Standing;

/// A cluster a row: what it is, how large, how tight, how firm, and the means of the figures.
pub fn tidy(found: &Clusters, lang: Lang) -> Sheet {
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

fn standing(standing: Standing, lang: Lang) -> String {
    match standing {
        Standing::Firm => t!(lang, "stats-cluster-firm"),
        Standing::Stable => t!(lang, "stats-cluster-stable"),
        Standing::Doubtful => t!(lang, "stats-cluster-doubtful"),
        Standing::Dissolved => t!(lang, "stats-cluster-dissolved"),
    }
}
