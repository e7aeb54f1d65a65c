//! Clusters of made-up rows, held against R's answers; the script that asked stands beside them.

use serde_json::Value;
use stats::cluster::hierarchical::{Linkage, Tree, agglomerative, cut, diana, from_distances, hierarchical};
use stats::cluster::kmeans::{Algorithm, Start, kmeans};
use stats::cluster::medoids::{clara, pam};
use stats::cluster::mixture::{Model, fit};
use stats::cluster::{Distances, Metric, NOISE, Points};
use stats::cluster::{compare, dbscan, gap, gower, hdbscan, indices, lof, optics, silhouette};
use stats::{Column, Frame, MISSING, Values};

fn answers() -> Value {
    serde_json::from_str(include_str!("oracle/cluster/cluster.json")).expect("R's answers are JSON")
}

fn numbers(value: &Value) -> Vec<f64> {
    let one = |value: &Value| match value.as_str() {
        Some(_) => f64::INFINITY,
        None => value.as_f64().unwrap_or(f64::NAN),
    };
    value.as_array().expect("a list").iter().map(one).collect()
}

fn labels(value: &Value) -> Vec<u32> {
    numbers(value).into_iter().map(|label| if label == 0.0 { NOISE } else { label as u32 - 1 }).collect()
}

fn clouds(answers: &Value) -> (Points, Vec<u32>) {
    let truth = [vec![0; 60], vec![1; 40], vec![2; 25]].concat();
    (Points::new(numbers(&answers["clouds"]), 3).expect("points"), truth)
}

/// −log10 of the relative error; 17 where there is none.
fn digits(got: f64, want: f64) -> f64 {
    if got == want {
        return 17.0;
    }
    -((got - want).abs() / if want == 0.0 { 1.0 } else { want.abs() }).log10()
}

#[track_caller]
fn close(what: &str, got: &[f64], want: &[f64], least: f64) {
    assert_eq!(got.len(), want.len(), "{what}: lengths");
    for (at, (&got, &want)) in got.iter().zip(want).enumerate() {
        assert!(digits(got, want) >= least, "{what}[{at}]: {got} for {want}");
    }
}

fn merges(tree: &Tree) -> Vec<f64> {
    tree.merge.iter().flat_map(|&(left, right)| [left as f64, right as f64]).collect()
}

#[test]
fn every_mixture_comes_to_mclusts_likelihood() {
    let answers = answers();
    let (points, truth) = clouds(&answers);
    for model in Model::ALL {
        let (want, name) = (&answers["mixture"][model.name()], model.name());
        let found = fit(&points, &truth, model, 20_000).expect(name);
        assert!(found.converged, "{name}");
        let likelihood = numbers(&want["loglik"])[0];
        if found.log_likelihood > likelihood + 1e-3 {
            // mclust turns the common axes in small steps and rests too early; a greater likelihood is the better answer.
            assert!(matches!(model, Model::EVE | Model::VVE), "{name}: {}", found.log_likelihood);
            continue;
        }
        close(name, &[found.log_likelihood], &[likelihood], 9.0);
        close(name, &[found.bic], &numbers(&want["bic"]), 9.0);
        close(name, &found.shares, &numbers(&want["pro"]), 4.0);
        close(name, found.means.values(), &numbers(&want["mean"]), 3.5);
    }
}

#[test]
fn medoids_and_silhouettes_are_as_rs() {
    let answers = answers();
    let (points, truth) = clouds(&answers);
    let distances = Distances::of(&points, Metric::Euclidean).expect("distances");
    let (found, want) = (pam(&distances, 3).expect("medoids"), &answers["pam"]);
    let rows: Vec<f64> = found.medoids.iter().map(|&row| row as f64 + 1.0).collect();
    assert_eq!(rows, numbers(&want["medoids"]));
    assert_eq!(found.labels, labels(&want["cluster"]));
    close("objective", &[found.build, found.swap], &numbers(&want["objective"]), 13.0);
    let whole = clara(&points, Metric::Euclidean, 3, 2, 125, 1).expect("medoids");
    close("CLARA of all rows", &[whole.swap], &[found.swap], 13.0);

    for shown in [
        silhouette::silhouette(&points, &found.labels, Metric::Euclidean, 1).expect("widths"),
        silhouette::silhouette_of(&distances, &found.labels).expect("widths"),
    ] {
        close("width", &shown.width, &numbers(&answers["silhouette"]["width"]), 12.0);
        assert_eq!(shown.neighbour, labels(&answers["silhouette"]["neighbour"]));
        close("average", &[shown.mean], &numbers(&answers["avg"]), 12.0);
    }
    let told = indices::indices(&points, &found.labels).expect("indices");
    close("Caliński–Harabasz", &[told.calinski_harabasz], &numbers(&answers["ch"]), 12.0);
    let agreed = compare::compare(&found.labels, &truth).expect("an agreement");
    close("Rand", &[agreed.rand], &numbers(&answers["rand"]), 12.0);
    close("information", &[agreed.variation], &numbers(&answers["vi"]), 12.0);
}

#[test]
fn divisions_and_densities_are_as_rs() {
    let answers = answers();
    let (points, _) = clouds(&answers);
    let distances = Distances::of(&points, Metric::Euclidean).expect("distances");
    close("DIANA", &[diana(&distances).expect("a division").coefficient], &numbers(&answers["diana"]), 12.0);
    let ward = hierarchical(&points, Linkage::Ward, Metric::Euclidean).expect("a tree");
    close("AGNES", &[agglomerative(&ward)], &numbers(&answers["agnes"]), 12.0);
    let of = |k| gap::dispersion(&points, &cut(&ward, k).expect("a cut")).ln();
    close("log W", &(1..=6).map(of).collect::<Vec<_>>(), &numbers(&answers["logw"]), 12.0);

    assert_eq!(dbscan::dbscan(&points, 0.9, 5).expect("clusters").labels, labels(&answers["dbscan"]));
    let (found, want) = (hdbscan::hdbscan(&points, 6).expect("clusters"), &answers["hdbscan"]);
    assert_eq!(found.labels, labels(&want["cluster"]));
    for (name, got) in [
        ("membership", &found.membership),
        ("outlier", &found.outlier),
        ("height", &found.tree.height),
        ("stability", &found.stability),
    ] {
        close(name, got, &numbers(&want[name]), 11.0);
    }
    let (found, want) = (optics::optics(&points, None, 6).expect("an order"), &answers["optics"]);
    let order: Vec<f64> = found.order.iter().map(|&row| row as f64 + 1.0).collect();
    assert_eq!(order, numbers(&want["order"]));
    close("reach", &found.reach, &numbers(&want["reach"]), 13.0);
    close("core", &found.core, &numbers(&want["core"]), 13.0);
    close("LOF", &lof::lof(&points, 6).expect("factors"), &numbers(&answers["lof"]), 12.0);
}

#[test]
fn k_means_ends_as_rs() {
    let answers = answers();
    let (points, _) = clouds(&answers);
    let start = Start::Given(points.pick(&[4, 49, 99, 119]));
    for (name, algorithm) in [
        ("Lloyd", Algorithm::Lloyd),
        ("Hartigan-Wong", Algorithm::HartiganWong),
        ("MacQueen", Algorithm::MacQueen),
    ] {
        let (found, want) =
            (kmeans(&points, &start, algorithm, 500).expect("clusters"), &answers["kmeans"][name]);
        assert_eq!(found.labels, labels(&want["cluster"]), "{name}");
        close(name, &found.within, &numbers(&want["within"]), 13.0);
    }
}

#[test]
fn ties_fall_as_in_r() {
    let answers = answers();
    let points = Points::new(numbers(&answers["grid"]), 2).expect("points");
    for (name, linkage) in [
        ("ward.D2", Linkage::Ward),
        ("ward.D", Linkage::WardD),
        ("single", Linkage::Single),
        ("complete", Linkage::Complete),
        ("average", Linkage::Average),
        ("mcquitty", Linkage::McQuitty),
        ("median", Linkage::Median),
        ("centroid", Linkage::Centroid),
    ] {
        let (tree, want) =
            (hierarchical(&points, linkage, Metric::Euclidean).expect("a tree"), &answers["trees"][name]);
        assert_eq!(merges(&tree), numbers(&want["merge"]), "{name}");
        close(name, &tree.height, &numbers(&want["height"]), 11.0);
        let order: Vec<f64> = tree.order.iter().map(|&row| row as f64 + 1.0).collect();
        assert_eq!(order, numbers(&want["order"]), "{name}");
        assert_eq!(cut(&tree, 4).expect("a cut"), labels(&want["cut4"]), "{name}");
    }
    let along = Distances::of(&points, Metric::Manhattan).expect("distances");
    let tree = from_distances(along, Linkage::Average).expect("a tree");
    assert_eq!(merges(&tree), numbers(&answers["manhattan"]["merge"]));
    close("Manhattan", &tree.height, &numbers(&answers["manhattan"]["height"]), 12.0);
}

#[test]
fn gowers_measure_is_as_daisys() {
    let answers = answers();
    let mixed = &answers["mixed"];
    let factor = |name: &str, levels: u32, ordered| {
        let code = |&code: &f64| if code.is_nan() { MISSING } else { code as u32 - 1 };
        let codes = numbers(&mixed[name]).iter().map(code).collect();
        let levels = (1..=levels).map(|level| level.to_string()).collect();
        Column { name: name.to_owned(), values: Values::Factor { codes, levels, ordered } }
    };
    let figures =
        |name: &str| Column { name: name.to_owned(), values: Values::Number(numbers(&mixed[name])) };
    let columns = vec![figures("reach"), factor("grade", 4, true), factor("type", 3, false), figures("paid")];
    let frame = Frame::new(columns).expect("columns");
    for (name, weights) in [("even", [1.0; 4]), ("weighed", [2.0, 1.0, 0.5, 3.0])] {
        let columns: Vec<gower::Weighed> = frame
            .columns()
            .iter()
            .zip(weights)
            .map(|(column, weight)| gower::Weighed {
                name: column.name.clone(),
                weight,
                asymmetric: column.name == "paid",
            })
            .collect();
        let measure = gower::Gower::new(&frame, &columns).expect("a measure");
        let rows: Vec<usize> = (0..frame.rows()).collect();
        let found = measure.distances(&rows).expect("distances");
        close(name, found.values(), &numbers(&mixed[name]), 13.0);
    }
}
