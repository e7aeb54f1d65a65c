//! Names for clusters, and words for what sets them apart.

use locale::{Lang, number, percent, t};
use stats::cluster::profile::{KindProfile, Profile, Trait};

/// From so many standard deviations on a difference is worth a word.
pub const TELLING: f64 = 0.5;

/// A name from the two differences that tell most.
pub fn name(profile: &Profile, cluster: usize, lang: Lang) -> String {
    let mut columns = Vec::new();
    let mut words = Vec::new();
    // Of a column's levels one is enough, and one that is there says more than one that is not.
    for found in profile.traits(cluster, TELLING) {
        let telling = found.level.is_none() || found.difference > 0.0;
        if telling && !columns.contains(&found.column) && words.len() < 2 {
            columns.push(found.column);
            words.push(short(profile, &found, lang));
        }
    }
    if words.is_empty() { t!(lang, "stats-cluster-middling") } else { words.join(", ") }
}

fn short(profile: &Profile, found: &Trait, lang: Lang) -> String {
    let column = &profile.columns[found.column];
    match (&column.kind, found.level) {
        (KindProfile::Factor { levels, .. }, Some(level)) => {
            t!(lang, "stats-cluster-mostly", column = &column.name, level = &levels[level])
        }
        _ if found.difference > 0.0 => t!(lang, "stats-cluster-high", column = &column.name),
        _ => t!(lang, "stats-cluster-low", column = &column.name),
    }
}

/// What sets a cluster apart, with figures: the first few differences.
pub fn apart(profile: &Profile, cluster: usize, most: usize, lang: Lang) -> String {
    let found = profile.traits(cluster, TELLING);
    if found.is_empty() {
        return t!(lang, "stats-cluster-as-all");
    }
    let one = |found: &Trait| long(profile, cluster, found, lang);
    found.iter().take(most).map(one).collect::<Vec<_>>().join("; ")
}

fn long(profile: &Profile, cluster: usize, found: &Trait, lang: Lang) -> String {
    let column = &profile.columns[found.column];
    match (&column.kind, found.level) {
        (KindProfile::Factor { levels, shares, clusters }, Some(level)) => t!(
            lang,
            "stats-cluster-share-apart",
            column = &column.name,
            level = &levels[level],
            own = percent(lang, clusters[cluster][level].share, 0),
            all = percent(lang, shares[level], 0)
        ),
        (KindProfile::Number { mean, clusters, .. }, _) => t!(
            lang,
            "stats-cluster-mean-apart",
            column = &column.name,
            own = crate::figure(lang, clusters[cluster].mean),
            all = crate::figure(lang, *mean),
            by = signed(lang, found.difference)
        ),
        _ => column.name.clone(),
    }
}

/// A difference with its sign.
pub fn signed(lang: Lang, value: f64) -> String {
    let text = number(lang, value, 1);
    if value > 0.0 { format!("+{text}") } else { text }
}
