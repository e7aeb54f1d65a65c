//! What should be known before clusters are believed.

use super::divide::More;
use super::found::Clusters;
use super::question::Space;
use locale::{Lang, number, t};
use stats::Values;
use stats::cluster::Scaling;
use stats::cluster::stability::Standing;

/// A cluster of fewer rows, or of a lesser share, is a few cases and no kind.
const FEW: (usize, f64) = (5, 0.01);

/// The cautions, the gravest first.
pub fn cautions(found: &Clusters, lang: Lang) -> Vec<String> {
    let mut said = Vec::new();
    said.extend(structure(found, lang));
    said.extend(units(found, lang));
    said.extend(method(found, lang));
    let small: Vec<String> = (0..found.division.k)
        .filter(|&cluster| found.profile.sizes[cluster] < FEW.0 || found.share(cluster) < FEW.1)
        .map(|cluster| format!("№ {}", cluster + 1))
        .collect();
    if !small.is_empty() {
        said.push(t!(lang, "stats-cluster-small", which = small.join(", ")));
    }
    if found.question.dropped > 0 {
        said.push(t!(lang, "stats-cluster-dropped", count = found.question.dropped));
    }
    if found.silhouette.as_ref().is_some_and(|shown| shown.sampled) {
        let rows = stats::cluster::silhouette::EXACT;
        said.push(t!(lang, "stats-cluster-silhouette-sampled", rows = rows));
    }
    said.push(t!(lang, "stats-cluster-always"));
    said
}

/// Signs that there are no clusters at all.
fn structure(found: &Clusters, lang: Lang) -> Option<String> {
    let mean = found.silhouette.as_ref().map(|shown| shown.mean);
    let low = mean.filter(|mean| *mean < 0.25);
    let one = found.many.as_ref().and_then(|many| many.gap.as_ref()).is_some_and(|gap| gap.tibshirani == 1);
    let shaky = found.stability.as_ref().is_some_and(|firm| {
        let shaky = (0..found.division.k).filter(|&at| firm.standing(at) < Standing::Stable).count();
        2 * shaky > found.division.k
    });
    if one && !shaky && mean.is_some_and(|mean| mean > 0.5) {
        return Some(t!(lang, "stats-cluster-tail"));
    }
    let mut signs = Vec::new();
    if let Some(mean) = low {
        signs.push(t!(lang, "stats-cluster-sign-silhouette", mean = number(lang, mean, 2)));
    }
    if one {
        signs.push(t!(lang, "stats-cluster-sign-gap"));
    }
    if shaky {
        signs.push(t!(lang, "stats-cluster-sign-stability"));
    }
    (!signs.is_empty()).then(|| t!(lang, "stats-cluster-no-structure", signs = signs.join("; ")))
}

/// Units that outweigh others, and columns with a long tail.
fn units(found: &Clusters, lang: Lang) -> Vec<String> {
    let mut said = Vec::new();
    let Space::Points { raw, scale, .. } = &found.question.space else { return said };
    let spreads: Vec<f64> = (0..raw.width()).map(|at| spread(&raw.column(at))).collect();
    if scale.scaling == Scaling::None {
        let most = spreads.iter().copied().fold(0.0, f64::max);
        let least = spreads.iter().copied().filter(|spread| *spread > 0.0).fold(f64::INFINITY, f64::min);
        if most > 3.0 * least {
            let at = spreads.iter().position(|spread| *spread == most).unwrap_or(0);
            let (column, times) = (&found.question.names[at], number(lang, most / least, 0));
            said.push(t!(lang, "stats-cluster-unscaled", column = column, times = times));
        }
    }
    let long: Vec<&str> = found
        .question
        .frame
        .columns()
        .iter()
        .filter(|column| matches!(&column.values, Values::Number(values) if skew(values) > 3.0))
        .map(|column| column.name.as_str())
        .collect();
    let long = long.join(", ");
    match scale.scaling {
        _ if long.is_empty() => {}
        Scaling::Robust => said.push(t!(lang, "stats-cluster-skewed-still", columns = long)),
        _ => said.push(t!(lang, "stats-cluster-skewed", columns = long)),
    }
    said
}

fn moments(values: &[f64], power: i32) -> f64 {
    let n = values.len() as f64;
    let mean = values.iter().sum::<f64>() / n;
    values.iter().map(|x| (x - mean).powi(power)).sum::<f64>() / n
}

fn spread(values: &[f64]) -> f64 {
    moments(values, 2).sqrt()
}

fn skew(values: &[f64]) -> f64 {
    let finite: Vec<f64> = values.iter().copied().filter(|x| x.is_finite()).collect();
    moments(&finite, 3) / moments(&finite, 2).powf(1.5)
}

fn method(found: &Clusters, lang: Lang) -> Vec<String> {
    let mut said = Vec::new();
    match &found.division.more {
        More::KMeans(found) => {
            if !found.converged {
                said.push(t!(lang, "stats-cluster-restless", steps = found.steps));
            }
            if found.ends.len() > 1 && 5 * found.agreed() < found.ends.len() {
                let (agreed, starts) = (found.agreed(), found.ends.len());
                said.push(t!(lang, "stats-cluster-local", agreed = agreed, starts = starts));
            }
        }
        More::Medoids(found) => {
            if let Some(rows) = found.sampled {
                said.push(t!(lang, "stats-cluster-clara", rows = rows));
            }
        }
        More::Tree(tree) if tree.inverted() => said.push(t!(lang, "stats-cluster-inverted")),
        More::Dbscan(division) if found.question.settings.radius.is_none() => {
            said.push(t!(lang, "stats-cluster-knee", radius = crate::figure(lang, division.radius)));
        }
        More::Mixture(found, _) => {
            let doubtful = found.uncertainty().iter().filter(|&&doubt| doubt > 0.2).count();
            if doubtful > 0 {
                said.push(t!(lang, "stats-cluster-uncertain", count = doubtful));
            }
        }
        _ => {}
    }
    said
}
