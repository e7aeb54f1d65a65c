//! Which model, and how many clouds: the greatest BIC.

use super::super::hierarchical::{Linkage, cut, hierarchical};
use super::super::kmeans::{Algorithm, Start, kmeans};
use super::super::points::{Metric, Points};
use super::super::scale::{Scale, Scaling};
use super::em::{fit_until, polish};
use super::{Mixture, Model};
use crate::watch::unwatched;
use crate::{Chance, Error, Result, Watch};
use rayon::prelude::*;
use std::sync::atomic::{AtomicUsize, Ordering};

/// Up to so many rows a tree gives a start, too.
const TREE: usize = 5_000;

/// While many are tried, a likelihood that a step changes by less than this share is near enough: BIC differs by more.
const NEAR: f64 = 1e-7;

/// What was tried and what was best.
#[derive(Debug, Clone)]
pub struct Search {
    /// All that was tried.
    pub tried: Vec<Tried>,
    /// The one of the greatest BIC.
    pub best: Mixture,
}

/// A model with a number of clouds.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Tried {
    /// The model.
    pub model: Model,
    /// How many clouds.
    pub clouds: usize,
    /// Its BIC; none where a cloud shrank to fewer dimensions than there are columns.
    pub bic: Option<f64>,
}

/// Fits every model with every number of clouds, each from Ward's tree (up to 5,000 rows) and from seeded k-means, and keeps
/// of each the likelier.
///
/// # Errors
/// Nothing could be fitted.
pub fn search(
    points: &Points,
    clouds: &[usize],
    models: &[Model],
    starts: usize,
    seed: u64,
) -> Result<Search> {
    search_watched(points, clouds, models, starts, seed, &unwatched)
}

/// The same, telling how many models of a number of clouds are done, of how many.
///
/// # Errors
/// As [`search`].
pub fn search_watched(
    points: &Points,
    clouds: &[usize],
    models: &[Model],
    starts: usize,
    seed: u64,
    watch: &Watch<'_>,
) -> Result<Search> {
    // In one column direction and shape are nothing.
    let models: Vec<Model> = match points.width() {
        1 => models.iter().copied().filter(|model| matches!(model, Model::EII | Model::VII)).collect(),
        _ => models.to_vec(),
    };
    let even = Scale::of(points, Scaling::Z, &[])?.apply(points)?;
    let tree = (points.len() >= 2 && points.len() <= TREE)
        .then(|| hierarchical(&even, Linkage::Ward, Metric::Euclidean))
        .transpose()?;
    let chance = Chance::new(seed);
    let mut tasks = Vec::new();
    for &k in clouds {
        let firsts = firsts(&even, tree.as_ref(), k, starts, &chance);
        tasks.extend(models.iter().map(|&model| (model, k, firsts.clone())));
    }
    let (done, all) = (AtomicUsize::new(0), tasks.len());
    let found: Vec<(Model, usize, Option<Mixture>)> = tasks
        .into_par_iter()
        .map(|(model, k, firsts)| {
            let fits = firsts.iter().filter_map(|first| fit_until(points, first, model, 300, NEAR).ok());
            let whole = fits.filter(|fit| fit.clouds() == k);
            let best = whole.reduce(|best, this| if this.bic > best.bic { this } else { best });
            watch(done.fetch_add(1, Ordering::Relaxed) + 1, all);
            (model, k, best)
        })
        .collect();
    let tried = found
        .iter()
        .map(|(model, clouds, fit)| Tried {
            model: *model,
            clouds: *clouds,
            bic: fit.as_ref().map(|fit| fit.bic),
        })
        .collect();
    let best = found.into_iter().filter_map(|one| one.2);
    let best = best.reduce(|best, this| if this.bic > best.bic { this } else { best });
    match best {
        Some(best) => Ok(Search { tried, best: polish(points, &best, 5_000)? }),
        None => Err(Error::NoConvergence { what: "mixture", steps: 0 }),
    }
}

fn firsts(
    points: &Points,
    tree: Option<&super::super::hierarchical::Tree>,
    k: usize,
    starts: usize,
    chance: &Chance,
) -> Vec<Vec<u32>> {
    if k == 1 {
        return vec![vec![0; points.len()]];
    }
    let mut firsts: Vec<Vec<u32>> = tree.and_then(|tree| cut(tree, k).ok()).into_iter().collect();
    for number in 0..starts.max(1) {
        let seed = chance.branch((k * 1000 + number) as u64).bits();
        let start = Start::Seeded { k, starts: 1, seed };
        firsts.extend(kmeans(points, &start, Algorithm::Lloyd, 100).ok().map(|found| found.labels));
    }
    firsts
}
