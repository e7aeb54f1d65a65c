//! How long clustering takes on this machine: `cargo run --release -p stats --example cluster_speed`.

use stats::Chance;
use stats::cluster::hierarchical::{Linkage, hierarchical};
use stats::cluster::kmeans::{Algorithm, Start, kmeans};
use stats::cluster::{Metric, Points, dbscan, hdbscan, mixture, silhouette};
use std::time::Instant;

fn main() {
    let big = clouds(500_000, 10, 8);
    let rows: Vec<usize> = (0..8).collect();
    timed("k-means of 500,000 × 10 into 8 from the first rows", || {
        let found = kmeans(&big, &Start::Given(big.pick(&rows)), Algorithm::Lloyd, 1000);
        found.map(|found| format!("{} passes, within {:.6e}", found.steps, found.within_total))
    });
    let small = clouds(10_000, 10, 8);
    for linkage in [Linkage::Ward, Linkage::Single, Linkage::Centroid, Linkage::Average] {
        timed(&format!("{linkage:?} tree of 10,000 × 10"), || {
            let tree = hierarchical(&small, linkage, Metric::Euclidean);
            tree.map(|tree| format!("height {:?}", tree.height.last()))
        });
    }
    let plane = clouds(100_000, 2, 8);
    timed("DBSCAN of 100,000 × 2", || {
        dbscan::dbscan(&plane, 0.05, 10).map(|found| format!("{} clusters", found.clusters))
    });
    timed("HDBSCAN of 10,000 × 10", || {
        hdbscan::hdbscan(&small, 20).map(|found| format!("{} clusters", found.stability.len()))
    });
    let labels: Vec<u32> = (0..10_000).map(|row| row % 8).collect();
    timed("silhouettes of 10,000 × 10", || {
        silhouette::silhouette(&small, &labels, Metric::Euclidean, 1).map(|found| found.mean.to_string())
    });
    timed("mixture VVV of 10,000 × 10, 8 clouds", || {
        let found = mixture::fit(&small, &labels, mixture::Model::VVV, 50);
        found.map(|found| format!("{} steps, {}", found.steps, found.log_likelihood))
    });
}

fn timed(what: &str, run: impl Fn() -> stats::Result<String>) {
    let mut times = Vec::new();
    let mut said = String::new();
    for _ in 0..3 {
        let start = Instant::now();
        said = run().unwrap_or_else(|error| error.to_string());
        times.push(start.elapsed().as_secs_f64());
    }
    times.sort_by(f64::total_cmp);
    println!("{what}: {:.3} s ({:.3} at best): {said}", times[1], times[0]);
}

/// Overlapping clouds.
fn clouds(n: usize, width: usize, k: usize) -> Points {
    let mut chance = Chance::new(7);
    let centres: Vec<f64> = (0..k * width).map(|_| 2.0 * chance.normal()).collect();
    let values = (0..n).flat_map(|row| {
        let centre = &centres[row % k * width..(row % k + 1) * width];
        centre.iter().map(|at| at + 1.5 * chance.normal()).collect::<Vec<_>>()
    });
    Points::new(values.collect(), width).expect("finite figures")
}
