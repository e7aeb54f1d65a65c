//! What holds for clusters of any rows: shift, scale and order change nothing; a seed repeats; two ways come to one end; what
//! cannot be clustered says why.

use proptest::prelude::*;
use stats::cluster::hierarchical::{Linkage, agnes, cut, cut_at, diana, from_distances, hierarchical};
use stats::cluster::kmeans::{Algorithm, Start, assign, kmeans, minibatch};
use stats::cluster::medoids::{clara, pam};
use stats::cluster::mixture::{Model, fit, search};
use stats::cluster::profile::{KindProfile, profile};
use stats::cluster::stability::{Standing, stability};
use stats::cluster::{
    Distances, Metric, NOISE, Points, Scale, Scaling, compare, dbscan, gap, gower, hdbscan,
};
use stats::cluster::{indices, lof, optics, silhouette};
use stats::{Chance, Column, Error, Frame, Values};

/// Three clouds in two columns.
fn clouds(n: usize, seed: u64) -> Points {
    let mut chance = Chance::new(seed);
    let centres = [(0.0, 0.0), (6.0, 1.0), (1.0, 7.0)];
    let values = (0..n).flat_map(|row| {
        let (x, y) = centres[row % 3];
        [x + chance.normal(), y + chance.normal()]
    });
    Points::new(values.collect(), 2).expect("figures")
}

fn seeded(k: usize, seed: u64) -> Start {
    Start::Seeded { k, starts: 5, seed }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]

    #[test]
    fn bounds_leave_out_no_row_that_moves(seed in 0u64..1000, n in 20usize..300, k in 1usize..12) {
        let mut chance = Chance::new(seed);
        // On a coarse grid, so that there are ties.
        let points = Points::new((0..n * 3).map(|_| (4.0 * chance.normal()).round()).collect(), 3).expect("figures");
        prop_assume!(points.distinct(k) == k);
        let start = seeded(k, seed);
        let found = kmeans(&points, &start, Algorithm::Lloyd, 1000).expect("clusters");
        prop_assert!(found.converged);
        // At rest every row has its nearest centre, and every centre is its rows' mean.
        let near = assign(&found.centres, &points).expect("labels");
        for (row, (label, gap)) in near.iter().enumerate() {
            let own = Metric::Euclidean.distance(points.row(row), found.centres.row(found.labels[row] as usize));
            prop_assert!((own - gap).abs() < 1e-9 || *label == found.labels[row], "{row}: {own} {gap}");
        }
        let between = found.total - found.within_total;
        prop_assert!(between > -1e-9 * found.total.max(1.0));
    }

    #[test]
    fn hartigan_and_wong_never_end_above_lloyd(seed in 0u64..1000) {
        let points = clouds(90, seed);
        let start = Start::Given(points.pick(&[0, 1, 2, 3]));
        let lloyd = kmeans(&points, &start, Algorithm::Lloyd, 1000).expect("clusters");
        let from_there = Start::Given(lloyd.centres.clone());
        let wong = kmeans(&points, &from_there, Algorithm::HartiganWong, 1000).expect("clusters");
        prop_assert!(wong.within_total <= lloyd.within_total * (1.0 + 1e-12));
    }

    #[test]
    fn shift_scale_and_order_change_no_division(seed in 0u64..1000, shift in -100.0f64..100.0, scale in 0.01f64..100.0) {
        let points = clouds(60, seed);
        let moved = Points::new(points.values().iter().map(|x| x * scale + shift).collect(), 2).expect("figures");
        for linkage in [Linkage::Ward, Linkage::Single, Linkage::Complete, Linkage::Average] {
            let one = cut(&hierarchical(&points, linkage, Metric::Euclidean).expect("a tree"), 3).expect("a cut");
            let other = cut(&hierarchical(&moved, linkage, Metric::Euclidean).expect("a tree"), 3).expect("a cut");
            prop_assert_eq!(one, other);
        }
        let back: Vec<usize> = (0..60).rev().collect();
        let turned = points.pick(&back);
        let one = pam(&Distances::of(&points, Metric::Euclidean).expect("distances"), 3).expect("medoids");
        let other = pam(&Distances::of(&turned, Metric::Euclidean).expect("distances"), 3).expect("medoids");
        prop_assert!((one.swap - other.swap).abs() < 1e-12);
        let labels: Vec<u32> = back.iter().map(|&row| one.labels[row]).collect();
        prop_assert_eq!(compare::compare(&labels, &other.labels).expect("an agreement").rand, 1.0);
        let z = |points: &Points| {
            Scale::of(points, Scaling::Z, &["x", "y"]).and_then(|scale| scale.apply(points)).expect("a measure")
        };
        for (a, b) in z(&points).values().iter().zip(z(&moved).values()) {
            prop_assert!((a - b).abs() < 1e-9);
        }
    }

    #[test]
    fn nothing_panics_on_odd_rows(values in prop::collection::vec(-3i32..3, 2..40), k in 0usize..6, least in 0usize..8) {
        let points = Points::new(values.iter().map(|&x| f64::from(x)).collect(), 1).expect("figures");
        let n = points.len();
        for algorithm in [Algorithm::Lloyd, Algorithm::HartiganWong, Algorithm::MacQueen] {
            let _ = kmeans(&points, &seeded(k, 1), algorithm, 50);
        }
        let distances = Distances::of(&points, Metric::Euclidean).expect("distances");
        let (_, _) = (pam(&distances, k), clara(&points, Metric::Manhattan, k, 2, 5, 1));
        let (_, _) = (diana(&distances), agnes(distances.clone(), Linkage::Average));
        for linkage in [Linkage::Ward, Linkage::Centroid, Linkage::Median, Linkage::McQuitty] {
            let _ = hierarchical(&points, linkage, Metric::Euclidean).and_then(|tree| cut(&tree, k));
        }
        let (_, _) = (dbscan::dbscan(&points, 1.0, least), hdbscan::hdbscan(&points, least));
        let (_, _) = (optics::optics(&points, None, least), lof::lof(&points, least));
        let labels: Vec<u32> = (0..n).map(|row| (row % (k + 1)) as u32).collect();
        let _ = silhouette::silhouette(&points, &labels, Metric::Euclidean, 1);
        let _ = indices::indices(&points, &labels);
        for model in Model::ALL {
            let _ = fit(&points, &labels, model, 30);
        }
    }
}

#[test]
fn trees_from_places_are_those_from_distances() {
    // Above the number of rows up to which distances are stored.
    let points = clouds(2_100, 4);
    for linkage in [Linkage::Ward, Linkage::Centroid, Linkage::Median, Linkage::Single] {
        let stored = match linkage {
            Linkage::Centroid | Linkage::Median => Distances::squared(&points),
            _ => Distances::of(&points, Metric::Euclidean),
        };
        let by_distances = from_distances(stored.expect("distances"), linkage).expect("a tree");
        let by_places = hierarchical(&points, linkage, Metric::Euclidean).expect("a tree");
        for (a, b) in by_distances.height.iter().zip(&by_places.height) {
            assert!((a - b).abs() <= 1e-9 * a.abs().max(1e-3), "{linkage:?}: {a} {b}");
        }
        for k in [2, 3, 10] {
            assert_eq!(cut(&by_distances, k), cut(&by_places, k), "{linkage:?} {k}");
        }
    }
}

#[test]
fn a_seed_repeats() {
    let points = clouds(300, 2);
    let run = |seed| kmeans(&points, &seeded(4, seed), Algorithm::Lloyd, 100).expect("clusters");
    assert_eq!(run(3), run(3));
    let found = |seed| clara(&points, Metric::Euclidean, 3, 3, 60, seed).expect("medoids");
    assert_eq!(found(3), found(3));
    let cluster = |points: &Points, k: usize, seed: u64| {
        kmeans(points, &Start::Seeded { k, starts: 2, seed }, Algorithm::Lloyd, 50).map(|found| found.labels)
    };
    let of = |seed| gap::gap(&points, 4, 10, gap::Space::Principal, seed, &cluster).expect("gaps");
    assert_eq!(of(5), of(5));
    assert_ne!(of(5).expected, of(6).expected);
    assert_eq!(of(5).tibshirani, 3);
}

#[test]
fn clouds_that_lie_apart_are_found_and_stand_firm() {
    let points = clouds(240, 8);
    let truth: Vec<u32> = (0..240).map(|row| row % 3).collect();
    let redo = |rows: &[usize], seed: u64| {
        kmeans(&points.pick(rows), &seeded(3, seed), Algorithm::Lloyd, 100).map(|found| found.labels)
    };
    let firm = stability(&truth, 30, 1, &redo).expect("draws");
    assert!((0..3).all(|cluster| firm.standing(cluster) == Standing::Firm), "{:?}", firm.mean);
    let found = search(&points, &[1, 2, 3, 4], &Model::ALL, 2, 1).expect("a mixture");
    assert_eq!(found.best.clouds(), 3);
    assert!(compare::compare(&found.best.labels, &truth).expect("an agreement").rand > 0.95);
    let by_density = hdbscan::hdbscan(&points, 10).expect("clusters");
    assert_eq!(by_density.stability.len(), 3);
    // Rows without clusters do not hold together when they are drawn anew.
    let mut chance = Chance::new(1);
    let even = Points::new((0..400).map(|_| chance.normal()).collect(), 2).expect("figures");
    let labels = kmeans(&even, &seeded(5, 1), Algorithm::Lloyd, 100).expect("clusters").labels;
    let redo = |rows: &[usize], seed: u64| {
        kmeans(&even.pick(rows), &seeded(5, seed), Algorithm::Lloyd, 100).map(|found| found.labels)
    };
    let shaky = stability(&labels, 30, 1, &redo).expect("draws");
    assert!((0..5).any(|cluster| shaky.standing(cluster) < Standing::Stable), "{:?}", shaky.mean);
}

#[test]
fn a_profile_says_what_sets_a_cluster_apart() {
    let number = Values::Number(vec![1.0, 2.0, 3.0, 11.0, 12.0, 13.0, f64::NAN]);
    let factor = Values::Factor {
        codes: vec![0, 0, 0, 1, 1, 0, 0],
        levels: vec!["a".into(), "b".into()],
        ordered: false,
    };
    let frame = Frame::new(vec![
        Column { name: "x".into(), values: number },
        Column { name: "w".into(), values: factor },
    ])
    .expect("columns");
    let found = profile(&frame, &["x", "w"], &[0, 0, 0, 1, 1, 1, NOISE], 0.95).expect("a profile");
    assert_eq!(found.sizes, [3, 3]);
    let KindProfile::Number { clusters, mean, .. } = &found.columns[0].kind else { panic!("figures") };
    assert_eq!((clusters[0].mean, clusters[1].mean, *mean), (2.0, 12.0, 7.0));
    // 150 between, 4 within; the interval of a mean of three is 4.302652729749464 standard errors.
    assert!((found.columns[0].strength - 150.0 / 154.0).abs() < 1e-12);
    let reach = 4.302_652_729_749_464 / 3f64.sqrt();
    assert!((clusters[0].interval.1 - 2.0 - reach).abs() < 1e-9, "{:?}", clusters[0].interval);
    // χ² of 3 0 / 1 2 is 3, so V is √(3 ÷ 6).
    assert!((found.columns[1].strength - 0.5f64.sqrt()).abs() < 1e-12);
    assert_eq!(found.traits(1, 0.5).first().map(|first| first.column), Some(0));
}

#[test]
fn what_cannot_be_clustered_says_why() {
    let points = clouds(9, 1);
    let same = Points::new(vec![1.0; 8], 1).expect("figures");
    let distances = Distances::of(&points, Metric::Euclidean).expect("distances");
    assert!(matches!(kmeans(&points, &seeded(0, 1), Algorithm::Lloyd, 9), Err(Error::TooFew { .. })));
    assert_eq!(
        kmeans(&same, &seeded(2, 1), Algorithm::Lloyd, 9).err(),
        Some(Error::TooFew { what: "distinct rows", have: 1, need: 2 })
    );
    let wide = Start::Given(Points::new(vec![0.0; 3], 3).expect("figures"));
    assert!(matches!(kmeans(&points, &wide, Algorithm::Lloyd, 9), Err(Error::Lengths { .. })));
    assert!(matches!(pam(&distances, 9), Err(Error::Choice { name: "k", .. })));
    let tree = hierarchical(&points, Linkage::Ward, Metric::Euclidean).expect("a tree");
    assert!(matches!(cut(&tree, 10), Err(Error::Choice { name: "k", .. })));
    assert_eq!(cut_at(&tree, f64::INFINITY), cut(&tree, 1));
    assert!(hierarchical(&points, Linkage::Ward, Metric::Manhattan).is_err());
    assert!(hierarchical(&points.pick(&[0]), Linkage::Single, Metric::Euclidean).is_err());
    assert!(matches!(
        agnes(distances.clone(), Linkage::Centroid),
        Err(Error::Choice { name: "linkage", .. })
    ));
    assert!(matches!(dbscan::dbscan(&points, 0.0, 3), Err(Error::Choice { name: "eps", .. })));
    assert!(matches!(dbscan::dbscan(&points, 1.0, 0), Err(Error::Choice { .. })));
    assert!(matches!(hdbscan::hdbscan(&points, 10), Err(Error::TooFew { .. })));
    assert!(matches!(optics::optics(&points, None, 9), Err(Error::TooFew { .. })));
    assert!(matches!(lof::lof(&points, 1), Err(Error::Choice { .. })));
    assert!(matches!(fit(&same, &[0, 0, 1, 1, 0, 0, 1, 1], Model::EII, 9), Err(Error::NoConvergence { .. })));
    let one = silhouette::silhouette(&points, &[0; 9], Metric::Euclidean, 1);
    assert_eq!(one.err(), Some(Error::TooFew { what: "clusters", have: 1, need: 2 }));
    assert!(matches!(indices::indices(&points, &[0; 9]), Err(Error::TooFew { .. })));
    let frame = Frame::new(vec![Column { name: "x".into(), values: Values::Number(vec![0.0, 2.0]) }]);
    let column = |asymmetric| gower::Weighed { name: "x".into(), weight: 1.0, asymmetric };
    let frame = frame.expect("columns");
    assert_eq!(
        gower::Gower::new(&frame, &[column(true)]).err(),
        Some(Error::Kind { column: "x".into(), need: "0 or 1" })
    );
    assert!(matches!(gower::Gower::new(&frame, &[]), Err(Error::TooFew { .. })));
    assert!(matches!(profile(&frame, &["x"], &[0], 0.95), Err(Error::Lengths { .. })));
    assert!(matches!(stability(&[NOISE, NOISE], 3, 1, &|_, _| Ok(vec![])), Err(Error::TooFew { .. })));
}

#[test]
fn small_pieces_come_near_the_whole() {
    struct Pieces(Points);
    impl stats::Blocks for Pieces {
        fn names(&self) -> &[String] {
            &[]
        }
        fn parts(&self) -> usize {
            4
        }
        fn read(
            &self,
            part: usize,
            columns: &[usize],
            each: &mut dyn FnMut(&[&[f64]]) -> stats::Result<()>,
        ) -> stats::Result<()> {
            let rows: Vec<usize> = (0..self.0.len()).skip(part).step_by(4).collect();
            let picked = self.0.pick(&rows);
            let columns: Vec<Vec<f64>> = columns.iter().map(|&at| picked.column(at)).collect();
            each(&columns.iter().map(Vec::as_slice).collect::<Vec<_>>())
        }
    }
    let points = clouds(3_000, 5);
    let found = minibatch(&Pieces(points.clone()), &[0, 1], 3, 5, 1).expect("centres");
    let whole = kmeans(&points, &seeded(3, 1), Algorithm::Lloyd, 100).expect("clusters");
    assert_eq!(found.rows, 3_000);
    for centre in whole.centres.rows() {
        let near = found.centres.rows().map(|other| Metric::Euclidean.distance(centre, other));
        assert!(near.fold(f64::INFINITY, f64::min) < 0.3);
    }
}
