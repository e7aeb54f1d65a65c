//! What was found, in plain words.

use super::divide::More;
use super::found::Clusters;
use super::names;
use locale::{Lang, number, percent, t};

/// A sentence or two each: how well they part, what each is, what parts them, how firm they are, how many there might be.
pub fn reading(found: &Clusters, lang: Lang) -> Vec<String> {
    let k = found.division.k;
    if k == 1 {
        return vec![t!(lang, "stats-cluster-one")];
    }
    let mut said = Vec::new();
    if let Some(shown) = &found.silhouette {
        let (mean, share) = (number(lang, shown.mean, 2), percent(lang, below(shown), 0));
        // The marks are Kaufman and Rousseeuw's.
        said.push(match shown.mean {
            mean_width if mean_width > 0.7 => {
                t!(lang, "stats-cluster-strong", k = k, mean = mean, share = share)
            }
            mean_width if mean_width > 0.5 => {
                t!(lang, "stats-cluster-fair", k = k, mean = mean, share = share)
            }
            mean_width if mean_width > 0.25 => {
                t!(lang, "stats-cluster-weak", k = k, mean = mean, share = share)
            }
            _ => t!(lang, "stats-cluster-none", k = k, mean = mean, share = share),
        });
    }
    let mut order: Vec<usize> = (0..k).collect();
    order.sort_by(|&a, &b| found.profile.sizes[b].cmp(&found.profile.sizes[a]).then(a.cmp(&b)));
    for &cluster in order.iter().take(12) {
        said.push(t!(
            lang,
            "stats-cluster-each",
            number = cluster + 1,
            name = found.name(cluster, lang),
            size = found.profile.sizes[cluster],
            share = percent(lang, found.share(cluster), 0),
            apart = names::apart(&found.profile, cluster, 4, lang)
        ));
    }
    if found.noise() > 0 {
        let share = found.noise() as f64 / found.division.labels.len() as f64;
        said.push(t!(lang, "stats-cluster-noise", count = found.noise(), share = percent(lang, share, 0)));
    }
    said.extend(drivers(found, lang));
    said.extend(firm(found, lang));
    said.extend(advice(found, lang));
    said
}

fn below(shown: &stats::cluster::silhouette::Silhouette) -> f64 {
    shown.misplaced() as f64 / shown.width.iter().filter(|width| width.is_finite()).count().max(1) as f64
}

/// Which columns part them most, and which hardly.
fn drivers(found: &Clusters, lang: Lang) -> Option<String> {
    let mut columns: Vec<_> = found.profile.columns.iter().collect();
    columns.sort_by(|a, b| b.strength.total_cmp(&a.strength));
    let named = |column: &&stats::cluster::profile::ColumnProfile| {
        format!("{} ({})", column.name, number(lang, column.strength, 2))
    };
    let most: Vec<String> =
        columns.iter().take(3).filter(|column| column.strength >= 0.3).map(named).collect();
    let least: Vec<String> =
        columns.iter().filter(|column| column.strength < 0.1).take(4).map(named).collect();
    match (most.is_empty(), least.is_empty()) {
        (true, _) => None,
        (false, true) => Some(t!(lang, "stats-cluster-drivers", most = most.join(", "))),
        (false, false) => {
            Some(t!(lang, "stats-cluster-drivers-and-not", most = most.join(", "), least = least.join(", ")))
        }
    }
}

fn firm(found: &Clusters, lang: Lang) -> Option<String> {
    use stats::cluster::stability::Standing;
    let firm = found.stability.as_ref()?;
    let of = |wanted: &dyn Fn(Standing) -> bool| {
        let all = (0..found.division.k).filter(|&cluster| wanted(firm.standing(cluster)));
        all.map(|cluster| format!("№ {}", cluster + 1)).collect::<Vec<_>>().join(", ")
    };
    let shaky = of(&|standing| standing < Standing::Stable);
    Some(if shaky.is_empty() {
        t!(lang, "stats-cluster-all-stable", draws = firm.draws)
    } else {
        t!(lang, "stats-cluster-shaky", draws = firm.draws, which = shaky)
    })
}

/// What each rule advises.
fn advice(found: &Clusters, lang: Lang) -> Option<String> {
    if let More::Mixture(best, tried) = &found.division.more {
        let next = tried.iter().filter(|one| (one.model, one.clouds) != (best.model, best.clouds()));
        let next = next.filter_map(|one| one.bic).fold(f64::NEG_INFINITY, f64::max);
        return next.is_finite().then(|| {
            t!(
                lang,
                "stats-cluster-bic",
                model = best.model.name(),
                k = best.clouds(),
                by = number(lang, best.bic - next, 1)
            )
        });
    }
    let many = found.many.as_ref()?;
    if many.gap.is_none() {
        return many.by_silhouette().map(|k| t!(lang, "stats-cluster-advice-silhouette", k = k));
    }
    let or = |k: Option<usize>| k.map_or_else(|| "—".to_owned(), |k| k.to_string());
    Some(t!(
        lang,
        "stats-cluster-advice",
        silhouette = or(many.by_silhouette()),
        gap = or(many.gap.as_ref().map(|gap| gap.tibshirani)),
        dudoit = or(many.gap.as_ref().map(|gap| gap.dudoit)),
        index = or(many.by_index()),
        spread = or(many.by_spread()),
        elbow = or(many.by_elbow())
    ))
}
