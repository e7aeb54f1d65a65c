//! Factors behind scales: polychoric and Spearman's correlations, against psych (`oracle/factor/basis.R` says how).

use crate::shared::{Worst, number, numbers, stored};
use proptest::prelude::*;
use serde_json::Value;
use stats::factor::rotate::{Criterion, Rotate, Rotation, rotate};
use stats::factor::{Basis, Correlations, Loadings, Method, Missing};
use stats::factor::{adequacy, components, extract, fit, smooth};
use stats::{Column, Error, Frame, Values};

fn cells(value: &Value) -> Vec<Vec<f64>> {
    value.as_array().expect("rows").iter().map(numbers).collect()
}

fn frame(rows: &[Vec<f64>]) -> Frame {
    let column = |at: usize| Column {
        name: format!("q{}", at + 1),
        values: Values::Number(rows.iter().map(|row| row[at]).collect()),
    };
    Frame::new((0..rows[0].len()).map(column).collect()).expect("columns of one length")
}

fn polychoric(rows: &[Vec<f64>], missing: Missing) -> stats::Result<Correlations> {
    let names: Vec<String> = (1..=rows[0].len()).map(|at| format!("q{at}")).collect();
    let names: Vec<&str> = names.iter().map(String::as_str).collect();
    Correlations::of_steps(&frame(rows), &names, missing)
}

fn spearman(rows: &[Vec<f64>], missing: Missing) -> stats::Result<Correlations> {
    let names: Vec<String> = (1..=rows[0].len()).map(|at| format!("q{at}")).collect();
    let names: Vec<&str> = names.iter().map(String::as_str).collect();
    Correlations::of_ranks(&frame(rows), &names, missing)
}

/// The least digits of all cells; columns in whatever order and with whatever sign.
fn compare(got: &Loadings, want: &[Vec<f64>], need: f64, what: &str) {
    let mut worst = Worst::new();
    for col in 0..want[0].len() {
        let dot = |own: usize| (0..got.nrows()).map(|row| got[(row, own)] * want[row][col]).sum::<f64>();
        let own = (0..got.ncols()).max_by(|&a, &b| dot(a).abs().total_cmp(&dot(b).abs())).expect("columns");
        for (row, want) in want.iter().enumerate() {
            // Beside the greatest loading, which is about 1.
            worst.see(1.0 + dot(own).signum() * got[(row, own)], 1.0 + want[col], || format!("{row} {col}"));
        }
    }
    worst.at_least(need, what);
}

/// Cell by cell.
fn same(got: &Loadings, want: &[Vec<f64>], need: f64, what: &str) {
    let mut worst = Worst::new();
    for (row, list) in want.iter().enumerate() {
        list.iter()
            .enumerate()
            .for_each(|(col, &x)| worst.see(got[(row, col)], x, || format!("{row} {col}")));
    }
    worst.at_least(need, what);
}

fn plain() -> Rotate {
    Rotate { rotation: Rotation::Oblique(Criterion::Oblimin(0.0)), kaiser: false, starts: 1, seed: 1 }
}

#[test]
fn correlations_of_scales_are_as_psych_would_have_them() {
    let r = stored("factor/basis.json");
    let of = polychoric(&cells(&r["x"]), Missing::Listwise).expect("scales");
    same(&of.matrix, &cells(&r["polychoric"]), 13.0, "polychoric");
    // psych's own search ends at about 1e-5.
    same(&of.matrix, &cells(&r["psych"]), 3.0, "psych::polychoric");
    assert_eq!((of.basis, of.n, of.dropped), (Basis::Polychoric, Some(260), 0));
    assert!(of.filled.is_empty() && of.smoothed.is_none());
    same(
        &spearman(&cells(&r["x"]), Missing::Listwise).expect("ranks").matrix,
        &cells(&r["spearman"]),
        14.0,
        "spearman",
    );
    let holed = cells(&r["holed"]);
    let found = polychoric(&holed, Missing::Pairwise).expect("scales");
    same(&found.matrix, &cells(&r["holed_polychoric"]), 13.0, "polychoric, pairwise");
    let whole = holed.iter().filter(|row| row.iter().all(|x| !x.is_nan())).count();
    assert_eq!(found.dropped, 260 - whole);
    assert!(found.n.is_some_and(|n| n > whole && n < 260));
    let found = spearman(&holed, Missing::Pairwise).expect("ranks");
    same(&found.matrix, &cells(&r["holed_spearman"]), 14.0, "spearman, pairwise");
}

#[test]
fn factors_of_scales_are_psychs() {
    let r = stored("factor/basis.json");
    let of = polychoric(&cells(&r["x"]), Missing::Listwise).expect("scales");
    let ml = extract(&of.matrix, 2, Method::MaximumLikelihood).expect("it converges");
    compare(&ml.loadings, &cells(&r["ml"]["loadings"]), 6.0, "factanal");
    let turned = rotate(&ml.loadings, plain()).expect("it turns");
    compare(&turned.loadings, &cells(&r["ml"]["turned"]), 6.0, "oblimin");
    let minres = extract(&of.matrix, 2, Method::MinimumResidual).expect("it converges");
    // psych counted these on its own correlations.
    compare(&minres.loadings, &cells(&r["minres"]["loadings"]), 4.0, "fa(cor = \"poly\")");
    let own = fit(&of, &ml.loadings, &Loadings::identity(2, 2)).expect("it fits");
    let mut worst = Worst::new();
    for (name, got) in
        [("objective", own.objective), ("statistic", own.statistic), ("rmsr", own.rmsr), ("tli", own.tli)]
    {
        worst.see(got, number(&r["fit"][name]), || name.to_owned());
    }
    worst.at_least(5.0, "fit");
    let found = components(&of, true).expect("components");
    let mut worst = Worst::new();
    let values = numbers(&r["pca"]["values"]);
    values.iter().zip(&found.variances).for_each(|(want, got)| worst.see(*got, *want, || "λ".to_owned()));
    worst.see(adequacy(&of).expect("KMO").overall, number(&r["pca"]["kmo"]), || "KMO".to_owned());
    worst.at_least(11.0, "components");
}

#[test]
fn correlations_that_no_table_has_are_smoothed_as_by_psych() {
    let r = stored("factor/basis.json");
    let bad = cells(&r["bad"]);
    let given = Loadings::from_fn(9, 9, |row, col| bad[row][col]);
    let (smoothed, least) = smooth(&given).expect("it is finite").expect("it needs it");
    same(&smoothed, &cells(&r["smoothed"]), 12.0, "cor.smooth");
    let of = polychoric(&cells(&r["few"]), Missing::Listwise).expect("scales");
    let mut worst = Worst::new();
    worst.see(least, number(&r["least"]), || "given".to_owned());
    worst.see(of.smoothed.expect("it needs it"), number(&r["least"]), || "found".to_owned());
    worst.at_least(9.0, "least eigenvalue");
    same(&of.matrix, &cells(&r["smoothed"]), 12.0, "smoothed");
}

#[test]
fn a_pair_without_a_summit_is_filled_and_told() {
    // Who says yes to the first says it to the second.
    let rows: Vec<Vec<f64>> = (0..60)
        .map(|at| [f64::from(at % 2), f64::from(u8::from(at % 2 == 1 || at % 3 == 0)), f64::from(at % 5)])
        .map(Vec::from)
        .collect();
    let of = polychoric(&rows, Missing::Listwise).expect("scales");
    assert_eq!(of.filled, ["q1 × q2"]);
    assert!(of.matrix[(0, 1)] > 0.8 && of.matrix[(0, 1)] < 1.0);
}

#[test]
fn what_cannot_be_a_scale_says_which_column() {
    let rows = |third: &dyn Fn(usize) -> f64| -> Vec<Vec<f64>> {
        (0..60).map(|at| vec![(at % 3) as f64, (at % 4) as f64, third(at)]).collect()
    };
    let poly =
        |third: &dyn Fn(usize) -> f64| polychoric(&rows(third), Missing::Listwise).expect_err("no scale");
    let rank =
        |third: &dyn Fn(usize) -> f64| spearman(&rows(third), Missing::Pairwise).expect_err("no ranks");
    assert_eq!(poly(&|_| 1.0), Error::Constant { column: "q3".to_owned() });
    assert_eq!(rank(&|_| 1.0), Error::Constant { column: "q3".to_owned() });
    assert_eq!(poly(&|at| at as f64), Error::Kind { column: "q3".to_owned(), need: "scale" });
    assert_eq!(poly(&|_| f64::NAN), Error::Missing { column: "q3".to_owned() });
    assert_eq!(rank(&|_| f64::NAN), Error::Missing { column: "q3".to_owned() });
    let endless = |at| if at == 7 { f64::INFINITY } else { (at % 2) as f64 };
    assert_eq!(poly(&endless), Error::Infinite { column: "q3".to_owned(), row: 7 });
    assert_eq!(rank(&endless), Error::Infinite { column: "q3".to_owned(), row: 7 });
    let sparse = |at| if at < 2 { at as f64 } else { f64::NAN };
    assert!(matches!(poly(&sparse), Error::TooFew { what: "rows", have: 2, need: 3 }));
    let only = Correlations::of_steps(&frame(&rows(&|at| at as f64)), &["q1"], Missing::Listwise);
    assert!(matches!(only, Err(Error::TooFew { what: "columns", .. })));
    let absent = Correlations::of_ranks(&frame(&rows(&|at| at as f64)), &["q1", "q9"], Missing::Listwise);
    assert!(matches!(absent, Err(Error::NoColumn { .. })));
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(12))]

    #[test]
    fn only_the_order_of_answers_matters(shift in -5.0..5.0f64, scale in 0.1..9.0f64, turn in 0usize..260) {
        let r = stored("factor/basis.json");
        let rows: Vec<Vec<f64>> = cells(&r["x"]).into_iter().map(|row| row[..4].to_vec()).collect();
        let mut other: Vec<Vec<f64>> =
            rows.iter().map(|row| row.iter().map(|x| shift + scale * x.exp()).collect()).collect();
        other.rotate_left(turn);
        for of in [polychoric, spearman] {
            let (one, two) = (of(&rows, Missing::Listwise).expect("a"), of(&other, Missing::Listwise).expect("b"));
            for row in 0..4 {
                for col in 0..4 {
                    prop_assert!((one.matrix[(row, col)] - two.matrix[(row, col)]).abs() < 1e-12);
                }
            }
        }
    }
}
