//! The rows divided by the chosen method.

use super::question::{Method, Settings, Space};
use stats::cluster::dbscan::{Dbscan, dbscan, radius};
use stats::cluster::hdbscan::{Hdbscan, hdbscan};
use stats::cluster::hierarchical::{Tree, cut, from_distances, hierarchical};
use stats::cluster::kmeans::{Algorithm, KMeans, Start, kmeans_watched};
use stats::cluster::medoids::{Medoids, clara_watched, pam_watched};
use stats::cluster::mixture::{Mixture, Model, Tried, fit, search_watched};
use stats::cluster::{Distances, Points};
use stats::{Result, Watch};

/// Up to so many rows medoids are sought among all rows; above, among drawn parts (CLARA).
const ALL_PAIRS: usize = 4_000;

/// Labels and what else the method knows.
pub struct Division {
    pub labels: Vec<u32>,
    pub k: usize,
    pub more: More,
}

/// What a method knows besides labels.
pub enum More {
    KMeans(KMeans),
    Medoids(Medoids),
    Tree(Tree),
    Dbscan(Dbscan),
    Hdbscan(Hdbscan),
    Mixture(Box<Mixture>, Vec<Tried>),
}

/// One run of the chosen method.
pub struct Run<'a> {
    pub settings: &'a Settings,
    /// How many clusters, where the method takes a number; nought lets BIC say.
    pub k: usize,
    pub starts: usize,
    pub seed: u64,
    /// Is told of starts, parts, exchanges or models as they are done.
    pub watch: &'a Watch<'a>,
}

/// Divides all rows, or only some.
pub fn divide(space: &Space, rows: Option<&[usize]>, run: &Run<'_>) -> Result<Division> {
    let &Run { settings, k, starts, seed, watch } = run;
    let picked;
    let points = match (space, rows) {
        (Space::Mixed(distances), rows) => return by_distances(distances, rows, run),
        (Space::Points { scaled, .. }, None) => scaled,
        (Space::Points { scaled, .. }, Some(rows)) => {
            picked = scaled.pick(rows);
            &picked
        }
    };
    match settings.method {
        Method::KMeans => {
            let start = match settings.even {
                true => Start::Given(points.pick(&even(points.len(), k))),
                false => Start::Seeded { k, starts, seed },
            };
            // Where there are many rows Lloyd's bounds are worth more than the last exchange.
            let by = if points.len() > 20_000 { Algorithm::Lloyd } else { Algorithm::HartiganWong };
            let found = kmeans_watched(points, &start, by, 1_000, watch)?;
            Ok(Division { labels: found.labels.clone(), k, more: More::KMeans(found) })
        }
        Method::Pam => {
            let found = if points.len() <= ALL_PAIRS {
                pam_watched(&Distances::of(points, settings.metric)?, k, watch)?
            } else {
                clara_watched(points, settings.metric, k, (5, 1_000), seed, watch)?
            };
            Ok(Division { labels: found.labels.clone(), k, more: More::Medoids(found) })
        }
        Method::Hierarchical => {
            let tree = hierarchical(points, settings.linkage, settings.metric)?;
            Ok(Division { labels: cut(&tree, k)?, k, more: More::Tree(tree) })
        }
        Method::Dbscan => {
            let reach = settings.radius.unwrap_or_else(|| radius(points, settings.least));
            let found = dbscan(points, reach, settings.least)?;
            Ok(Division { labels: found.labels.clone(), k: found.clusters, more: More::Dbscan(found) })
        }
        Method::Hdbscan => {
            let found = hdbscan(points, settings.least)?;
            let k = found.stability.len();
            Ok(Division { labels: found.labels.clone(), k, more: More::Hdbscan(found) })
        }
        Method::Mixture => mixture(points, run),
    }
}

/// `k` rows from the first to the last, as far from each other as they can be.
fn even(rows: usize, k: usize) -> Vec<usize> {
    let last = rows.saturating_sub(1) as f64;
    (0..k).map(|at| (last * at as f64 / (k.max(2) - 1) as f64).round() as usize).collect()
}

/// A mixture of so many clouds, or of as many as BIC says where `k` is nought.
fn mixture(points: &Points, run: &Run<'_>) -> Result<Division> {
    let &Run { settings, k, starts, seed, watch } = run;
    let clouds: Vec<usize> = if k == 0 { (1..=settings.most).collect() } else { vec![k] };
    let models: Vec<Model> = settings.model.map_or(Model::ALL.to_vec(), |model| vec![model]);
    let found = search_watched(points, &clouds, &models, starts.clamp(1, 2), seed, watch)?;
    let (best, tried) = (found.best, found.tried);
    Ok(Division { labels: best.labels.clone(), k: best.clouds(), more: More::Mixture(Box::new(best), tried) })
}

/// The same mixture again for some of the rows, from the labels that they had.
pub fn again(space: &Space, rows: &[usize], labels: &[u32], model: Model) -> Result<Vec<u32>> {
    let Space::Points { scaled, .. } = space else { return Ok(labels.to_vec()) };
    let first: Vec<u32> = rows.iter().map(|&row| labels[row]).collect();
    Ok(fit(&scaled.pick(rows), &first, model, 200)?.labels)
}

fn by_distances(all: &Distances, rows: Option<&[usize]>, run: &Run<'_>) -> Result<Division> {
    let &Run { settings, k, watch, .. } = run;
    let distances = match rows {
        None => all.clone(),
        Some(rows) => Distances::from_fn(rows.len(), |a, b| all.get(rows[a], rows[b]))?,
    };
    if settings.method == Method::Hierarchical {
        let tree = from_distances(distances, settings.linkage)?;
        return Ok(Division { labels: cut(&tree, k)?, k, more: More::Tree(tree) });
    }
    let found = pam_watched(&distances, k, watch)?;
    Ok(Division { labels: found.labels.clone(), k, more: More::Medoids(found) })
}
