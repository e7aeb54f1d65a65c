//! The clusters as pictures.

use super::divide::More;
use super::found::Clusters;
use super::many::drawn;
use super::question::Space;
use crate::Picture;
use chart::{Axis, Cloud, Fitted};
use locale::{Lang, percent, t};
use stats::cluster::distances::Distances;
use stats::cluster::plane::{plane, plane_of};
use stats::cluster::profile::KindProfile;

/// Rows of mixed columns that are laid out on a plane.
const MIXED: usize = 300;
/// Up to so many rows a tree's leaves have their numbers.
const LEAVES: usize = 20_000;

/// The map, the profiles, the silhouettes, the tree.
pub fn pictures(found: &Clusters, lang: Lang) -> Vec<Picture> {
    [map(found, lang), profiles(found, lang), silhouettes(found, lang), tree(found, lang)]
        .into_iter()
        .flatten()
        .collect()
}

fn name(found: &Clusters, cluster: usize, lang: Lang) -> String {
    format!("№ {}: {}", cluster + 1, found.name(cluster, lang))
}

fn map(found: &Clusters, lang: Lang) -> Option<Picture> {
    let labels = &found.division.labels;
    let (rows, laid) = match &found.question.space {
        Space::Points { scaled, .. } => ((0..labels.len()).collect(), plane(scaled).ok()?),
        Space::Mixed(all) => {
            let rows = drawn(all.len(), MIXED, found.question.settings.seed);
            let some = Distances::from_fn(rows.len(), |a, b| all.get(rows[a], rows[b])).ok()?;
            let laid = plane_of(&some).ok()?;
            (rows, laid)
        }
    };
    let mut clusters: Vec<Cloud> = (0..found.division.k)
        .map(|cluster| Cloud { name: name(found, cluster, lang), points: Vec::new() })
        .collect();
    for (&row, &place) in rows.iter().zip(&laid.places) {
        if let Some(cloud) = clusters.get_mut(labels[row] as usize) {
            cloud.points.push(place);
        }
    }
    let axis = |number: usize, share: f64| Axis {
        name: t!(lang, "stats-cluster-axis-component", number = number, share = percent(lang, share, 0)),
        ..Axis::default()
    };
    let caption = t!(lang, "stats-cluster-picture-map");
    let spec = chart::ClusterMap {
        title: caption.clone(),
        x: axis(1, laid.shares.0),
        y: axis(2, laid.shares.1),
        clusters,
        ..chart::ClusterMap::default()
    };
    Some(Picture { name: "map", caption, svg: spec.svg(lang) })
}

fn profiles(found: &Clusters, lang: Lang) -> Option<Picture> {
    let mut measures = Vec::new();
    let mut groups: Vec<chart::ProfileGroup> = (0..found.division.k)
        .map(|cluster| chart::ProfileGroup { name: name(found, cluster, lang), means: Vec::new() })
        .collect();
    for column in &found.profile.columns {
        match &column.kind {
            KindProfile::Number { mean, sd, clusters } => {
                measures.push(column.name.clone());
                let by = |value: f64| (value - mean) / sd;
                for (group, own) in groups.iter_mut().zip(clusters) {
                    // A cluster of one row has no interval.
                    let (low, high) = if own.n > 1 { own.interval } else { (own.mean, own.mean) };
                    group.means.push(Fitted { x: 0.0, low: by(low), value: by(own.mean), high: by(high) });
                }
            }
            KindProfile::Factor { levels, shares, clusters } => {
                for (at, level) in levels.iter().enumerate() {
                    measures.push(format!("{}: {level}", column.name));
                    let spread = (shares[at] * (1.0 - shares[at])).sqrt();
                    let by = |share: f64| (share - shares[at]) / spread;
                    for (group, own) in groups.iter_mut().zip(clusters) {
                        let (low, high) = own[at].interval;
                        group.means.push(Fitted {
                            x: 0.0,
                            low: by(low),
                            value: by(own[at].share),
                            high: by(high),
                        });
                    }
                }
            }
        }
    }
    let caption = t!(lang, "stats-cluster-picture-profiles");
    let spec = chart::Profile {
        title: caption.clone(),
        axis: Axis { name: t!(lang, "stats-cluster-axis-difference"), ..Axis::default() },
        measures,
        groups,
        words: chart::ProfileWords { whole: t!(lang, "stats-cluster-head-all") },
    };
    Some(Picture { name: "profiles", caption, svg: spec.svg(lang) })
}

fn silhouettes(found: &Clusters, lang: Lang) -> Option<Picture> {
    let shown = found.silhouette.as_ref()?;
    let mut groups: Vec<chart::SilhouetteGroup> = (0..found.division.k)
        .map(|cluster| chart::SilhouetteGroup { name: name(found, cluster, lang), widths: Vec::new() })
        .collect();
    for (&row, &width) in shown.rows.iter().zip(&shown.width) {
        if let Some(group) = groups.get_mut(found.division.labels[row] as usize) {
            group.widths.push(width);
        }
    }
    let caption = t!(lang, "stats-cluster-picture-silhouettes");
    let spec = chart::Silhouette {
        title: caption.clone(),
        axis: Axis { name: t!(lang, "stats-cluster-axis-silhouette"), ..Axis::default() },
        groups,
        mean: shown.mean,
        words: chart::SilhouetteWords { mean: t!(lang, "stats-head-mean") },
    };
    Some(Picture { name: "silhouettes", caption, svg: spec.svg(lang) })
}

fn tree(found: &Clusters, lang: Lang) -> Option<Picture> {
    let More::Tree(tree) = &found.division.more else { return None };
    let n = tree.rows();
    if n > LEAVES {
        return None;
    }
    let place = |name: i64| if name < 0 { (-name - 1) as usize } else { n + name as usize - 1 };
    let merges = tree
        .merge
        .iter()
        .zip(&tree.height)
        .map(|(&(left, right), &height)| chart::Merge { left: place(left), right: place(right), height })
        .collect();
    // Between the last merge that was made and the first that was not.
    let below = tree.merge.len() + 1 - found.division.k;
    let heights = (below.checked_sub(1).and_then(|at| tree.height.get(at)), tree.height.get(below));
    let cut = match heights {
        (Some(low), Some(high)) if !tree.inverted() => Some((low + high) / 2.0),
        _ => None,
    };
    let caption = t!(lang, "stats-cluster-picture-tree");
    let spec = chart::Dendrogram {
        title: caption.clone(),
        axis: Axis { name: t!(lang, "stats-cluster-axis-height"), ..Axis::default() },
        leaves: found.question.rows.iter().map(|row| (row + 1).to_string()).collect(),
        merges,
        cut,
        words: chart::DendrogramWords {
            cut: t!(lang, "stats-cluster-cut"),
            cases: t!(lang, "stats-cluster-cases"),
        },
    };
    Some(Picture { name: "tree", caption, svg: spec.svg(lang) })
}
