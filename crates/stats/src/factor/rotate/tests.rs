use super::*;

fn sample() -> Mat<f64> {
    let l = [
        [0.7, 0.3, -0.2],
        [0.6, 0.4, -0.3],
        [0.65, -0.4, 0.1],
        [0.5, -0.5, 0.2],
        [0.55, 0.1, 0.5],
        [0.6, 0.2, 0.4],
        [0.4, -0.3, -0.35],
        [0.45, 0.05, 0.3],
    ];
    Mat::from_fn(8, 3, |row, col| l[row][col])
}

fn how(rotation: Rotation) -> Rotate {
    Rotate { rotation, kaiser: false, starts: 4, seed: 1 }
}

const CRITERIA: [Criterion; 10] = [
    Criterion::Varimax,
    Criterion::Quartimax,
    Criterion::CrawfordFerguson(0.2),
    Criterion::Oblimin(0.0),
    Criterion::Oblimin(-0.5),
    Criterion::Geomin(0.01),
    Criterion::Bentler,
    Criterion::Oblimax,
    Criterion::Infomax,
    Criterion::Entropy,
];

#[test]
fn slopes_are_those_of_the_criteria() {
    for criterion in CRITERIA.into_iter().chain([Criterion::Simplimax(10)]) {
        let at = sample();
        let (_, slope) = criterion.at(&at);
        for col in 0..3 {
            for row in 0..8 {
                let moved = |step: f64| {
                    let mut at = at.clone();
                    at[(row, col)] += step;
                    criterion.at(&at).0
                };
                let found = (moved(1e-6) - moved(-1e-6)) / 2e-6;
                assert!(
                    (found - slope[(row, col)]).abs() < 1e-8,
                    "{criterion:?} {found} {}",
                    slope[(row, col)]
                );
            }
        }
    }
}

#[test]
fn a_minimum_is_flat_and_keeps_what_the_factors_explain() {
    let a = sample();
    let all = times(&a, &a.transpose().to_owned());
    for criterion in CRITERIA {
        for rotation in [Rotation::Orthogonal(criterion), Rotation::Oblique(criterion)] {
            // Obliquely these have no minimum but factors that fall together.
            let orthogonal_only = matches!(
                criterion,
                Criterion::Varimax | Criterion::Quartimax | Criterion::Entropy | Criterion::Oblimax
            );
            if orthogonal_only && matches!(rotation, Rotation::Oblique(_)) {
                continue;
            }
            let found = rotate(&a, how(rotation)).unwrap_or_else(|error| panic!("{rotation:?}: {error}"));
            assert!(found.slope < 1e-10, "{rotation:?} {}", found.slope);
            let back = times(&found.structure, &found.loadings.transpose().to_owned());
            assert!((back - &all).norm_max() < 1e-12, "{rotation:?}");
            let moved = times(&a, &found.turn) - &found.loadings;
            assert!(moved.norm_max() < 1e-14);
        }
    }
}

#[test]
fn a_seed_repeats_and_the_axes_given_do_not_matter() {
    let a = sample();
    let way = how(Rotation::Oblique(Criterion::Geomin(0.01)));
    let one = rotate(&a, way).expect("it ends");
    let again = rotate(&a, way).expect("it ends");
    assert_eq!(one.loadings, again.loadings);
    let (c, s) = (0.6, 0.8);
    let spin = Mat::from_fn(3, 3, |row, col| [[c, s, 0.0], [-s, c, 0.0], [0.0, 0.0, 1.0]][row][col]);
    let spun = rotate(&times(&a, &spin), Rotate { starts: 12, ..way }).expect("it ends");
    let whole = rotate(&a, Rotate { starts: 12, ..way }).expect("it ends");
    assert!((spun.loadings - whole.loadings).norm_max() < 1e-8);
}

#[test]
fn one_factor_is_not_turned_and_promax_needs_a_power() {
    let one = Mat::from_fn(4, 1, |row, _| -0.5 - 0.1 * row as f64);
    let found = rotate(&one, how(Rotation::Orthogonal(Criterion::Varimax))).expect("it ends");
    assert!(found.loadings[(0, 0)] > 0.0 && found.minima.is_empty());
    assert!(matches!(
        rotate(&sample(), how(Rotation::Promax(0.5))),
        Err(Error::Choice { name: "power", .. })
    ));
}
