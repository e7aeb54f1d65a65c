//! Linear models against R's packages on a small made-up panel (oracle/linear/linear.R), their invariances, and their refusals.

#[path = "real_case/parts.rs"]
mod parts;

use parts::Parts;
use proptest::prelude::*;
use serde_json::Value;
use stats::regress::*;
use stats::{Error, Result};

fn oracle() -> Value {
    serde_json::from_str(include_str!("oracle/linear/linear.json")).expect("it is JSON")
}

fn list(value: &Value) -> Vec<f64> {
    let figure = |value: &Value| match value {
        Value::Array(_) => list(value),
        figure => vec![figure.as_f64().unwrap_or(f64::NAN)],
    };
    value.as_array().into_iter().flatten().flat_map(figure).collect()
}

/// A column of a matrix that stands row by row.
fn column(value: &Value, at: usize) -> Vec<f64> {
    value.as_array().into_iter().flatten().map(|row| row[at].as_f64().unwrap_or(f64::NAN)).collect()
}

fn holds(what: &str, got: &[f64], want: &[f64], least: f64) {
    assert_eq!(got.len(), want.len(), "{what}");
    for (&got, &want) in got.iter().zip(want) {
        let digits = if got == want { 17.0 } else { -((got - want) / want).abs().log10() };
        assert!(digits >= least, "{what}: {got} is not {want}: {digits:.1} digits of {least}");
    }
}

/// y ~ x + z + g of the oracle's data; without `g` only the two figures.
fn design(data: &Value, g: bool, intercept: bool) -> Design {
    let named = |name: &str| (name.to_owned(), list(&data[name]));
    let mut design =
        Design::plain(("y", list(&data["y"])), [named("x"), named("z")], intercept).expect("whole");
    if g {
        design.terms.push("g".to_owned());
        for level in 2..=4 {
            let is = list(&data["g"]).iter().map(|&g| f64::from(u8::from(g == f64::from(level)))).collect();
            design.columns.push(Regressor::new(format!("g{level}"), is, 2));
        }
    }
    design
}

fn errors(covariance: &Covariance) -> Vec<f64> {
    let rank = covariance.matrix.len().isqrt();
    (0..rank).map(|at| covariance.matrix[at * rank + at].sqrt()).collect()
}

fn ids(value: &Value) -> Vec<u32> {
    list(value).into_iter().map(|figure| figure as u32).collect()
}

#[test]
fn errors_are_those_of_sandwich() -> Result<()> {
    let want = oracle();
    let design = design(&want["data"], true, true);
    let fit = ols(&design)?;
    let rows = observe(&fit, &design)?;
    let (firm, time) = (ids(&want["data"]["firm"]), ids(&want["data"]["time"]));
    for (name, kind) in
        [("cr0", Cr::Cr0), ("cr1", Cr::Cr1), ("cr1s", Cr::Cr1s), ("cr2", Cr::Cr2), ("cr3", Cr::Cr3)]
    {
        holds(name, &errors(&clustered(&fit, &rows, &[&firm], kind)?), &list(&want[name]), 11.0);
    }
    // Of the others the difference of two matrices is not positive, in R as here.
    let two = errors(&clustered(&fit, &rows, &[&firm, &time], Cr::Cr1)?);
    holds("two ways", &two[..3], &list(&want["two"])[..3], 11.0);
    assert!(two[3..].iter().all(|error| error.is_nan()));
    holds("Driscoll-Kraay", &errors(&driscoll_kraay(&fit, &rows, &time, 2)?), &list(&want["dk"]), 11.0);
    let auto = Lags { lag: None, prewhite: true, adjust: false };
    holds("Newey-West", &errors(&newey_west(&fit, &rows, auto)?), &list(&want["nw"]), 11.0);
    let three = Lags { lag: Some(3), ..Lags::default() };
    holds("Newey-West 3", &errors(&newey_west(&fit, &rows, three)?), &list(&want["nw3"]), 11.0);
    holds("Andrews", &errors(&andrews(&fit, &rows, true)?), &list(&want["andrews"]), 11.0);
    Ok(())
}

#[test]
fn weights_and_no_intercept_are_as_in_lm() -> Result<()> {
    let want = oracle();
    let mut weighted = design(&want["data"], false, true);
    weighted.weights = Some((1..=48).map(|row| 1.0 + f64::from(row % 3)).collect());
    let fit = ols(&weighted)?;
    let table = fit.table(&fit.covariance(), 0.95);
    holds("estimates", &fit.kept_estimates(), &column(&want["wcoef"], 0), 12.0);
    holds(
        "p",
        &table.iter().map(|line| line.p_value).collect::<Vec<f64>>(),
        &column(&want["wcoef"], 3),
        11.0,
    );
    let whole = [fit.r_squared, fit.sigma, fit.log_likelihood, fit.aic, fit.bic];
    holds("the whole", &whole, &list(&want["wfit"]), 12.0);
    holds("HC0", &errors(&hc(&fit, &weighted, Hc::Hc0)?), &list(&want["whc0"]), 11.0);
    holds("HC3", &errors(&hc(&fit, &weighted, Hc::Hc3)?), &list(&want["whc3"]), 11.0);
    let fit = ols(&design(&want["data"], false, false))?;
    let f = fit.f.map_or(f64::NAN, |f| f.statistic);
    holds("no intercept", &[fit.r_squared, fit.adj_r_squared, f], &list(&want["ofit"]), 12.0);
    Ok(())
}

#[test]
fn terms_predictions_and_influence_are_those_of_r() -> Result<()> {
    let want = oracle();
    let design = design(&want["data"], true, true);
    let fit = ols(&design)?;
    let rows = observe(&fit, &design)?;
    let inflation = fit.inflation();
    holds(
        "GVIF",
        &inflation.iter().map(|line| line.gvif).collect::<Vec<f64>>(),
        &column(&want["gvif"], 0),
        11.0,
    );
    holds(
        "scaled",
        &inflation.iter().map(|line| line.scaled).collect::<Vec<f64>>(),
        &column(&want["gvif"], 2),
        11.0,
    );
    let dropped = fit.anova_marginal();
    holds(
        "drop1",
        &dropped.iter().map(|line| line.sum_squares).collect::<Vec<f64>>(),
        &column(&want["drop1"], 0),
        11.0,
    );
    holds(
        "its p",
        &dropped.iter().map(|line| line.test.p).collect::<Vec<f64>>(),
        &column(&want["drop1"], 2),
        10.0,
    );
    let near = influence(&fit, &rows)?;
    let by_row: Vec<f64> =
        (0..fit.n).flat_map(|row| near.dfbetas.iter().map(move |column| column[row])).collect();
    holds("dfbetas", &by_row, &list(&want["dfbetas"]), 9.0);
    let expected = fit.predict(&design, &fit.covariance(), 0.95)?;
    for (at, row) in want["predict"].as_array().into_iter().flatten().enumerate() {
        let (low, high) = expected.prediction[at];
        holds("prediction", &[expected.fitted[at], low, high], &list(row), 11.0);
    }
    for (at, row) in want["confidence"].as_array().into_iter().flatten().enumerate() {
        let (low, high) = expected.confidence[at];
        holds("confidence", &[expected.fitted[at], low, high], &list(row), 11.0);
    }
    Ok(())
}

#[test]
fn checks_are_those_of_lmtest() -> Result<()> {
    let want = oracle();
    let data = &want["data"];
    let (full, short) = (design(data, true, true), design(data, false, true));
    let (fit, small) = (ols(&full)?, ols(&short)?);
    let rows = observe(&fit, &full)?;
    let (x, z) = (list(&data["x"]), list(&data["z"]));
    let asked = [
        ("gq", goldfeld_quandt(&fit, &full, Some(&x), 0.2)?),
        ("rain", rainbow(&fit, &full, Some(&x))?),
        ("harv", harvey_collier(&small, &short, Some(&z))?),
        ("bg3", breusch_godfrey(&fit, &full, &rows, 3, false)?),
        ("reset", reset(&fit, &full, &rows, &[2, 3])?),
    ];
    for (name, got) in asked {
        holds(name, &[got.statistic], &list(&want[name]["statistic"]), 10.0);
        holds(name, &[got.p], &list(&want[name]["p"]), 10.0);
        holds(name, &got.df, &list(&want[name]["df"]), 16.0);
    }
    let watson = durbin_watson(&fit, &rows)?;
    holds("dw", &[watson.statistic], &list(&want["dw"]["statistic"]), 12.0);
    // The tail that R took from one, which is where its digits went.
    holds("dw p", &[watson.p], &list(&want["dw"]["p"]), 9.0);
    Ok(())
}

/// Columns in several parts, y after x and z; they may be close to each other.
fn parts(rows: usize, close: bool) -> Parts {
    let x: Vec<f64> = (0..rows).map(|row| 1e4 + (row as f64 * 0.7).sin()).collect();
    let near = |row: usize| x[row] + 1e-5 * (row as f64 * 1.3).cos();
    let z =
        (0..rows).map(|row| if close { near(row) } else { (row as f64 * 0.31).cos() }).collect::<Vec<f64>>();
    let y = (0..rows).map(|row| 3.0 + x[row] - 2.0 * z[row] + (row as f64 * 2.1).sin()).collect();
    Parts { names: ["y", "x", "z"].map(str::to_owned).to_vec(), columns: vec![y, x, z] }
}

#[test]
fn rows_in_parts_give_what_rows_in_memory_give() -> Result<()> {
    for close in [false, true] {
        let mut source = parts(5000, close);
        let names = source.names.clone();
        let named = |at: usize, keep: &dyn Fn(usize) -> bool| -> Vec<f64> {
            source.columns[at].iter().enumerate().filter(|(row, _)| keep(*row)).map(|(_, &x)| x).collect()
        };
        let keep = |row: usize| row % 97 != 5;
        let design = Design::plain(
            ("y", named(0, &keep)),
            [1, 2].map(|at| (names[at].clone(), named(at, &keep))),
            true,
        )?;
        for row in (0..5000).filter(|row| !keep(*row)) {
            source.columns[1 + row % 2][row] = f64::NAN;
        }
        let whole = ols(&design)?;
        let streamed = Streamed::new(&source, 0, &[1, 2], true, None)?;
        let fit = ols_streamed(&streamed)?;
        assert_eq!((fit.n, fit.dropped), (whole.n, 5000 - whole.n));
        // In memory so few rows are summed in double-double; in parts only where columns are near each other.
        holds("estimates", &fit.kept_estimates(), &whole.kept_estimates(), 11.0);
        let (a, b) = (hc_streamed(&fit, &streamed, Hc::Hc3)?, hc(&whole, &design, Hc::Hc3)?);
        holds("HC3", &errors(&a), &errors(&b), 10.0);
        holds("sigma", &[fit.sigma], &[whole.sigma], 12.0);
    }
    Ok(())
}

#[test]
fn a_column_that_follows_is_named_and_has_no_coefficient() -> Result<()> {
    let data = oracle();
    let mut design = design(&data["data"], false, true);
    let twice =
        design.columns[1].values.iter().zip(&design.columns[2].values).map(|(x, z)| 0.3 * x + z).collect();
    design.terms.push("both".to_owned());
    design.columns.push(Regressor::new("both", twice, 2));
    let fit = ols(&design)?;
    assert_eq!((fit.aliased.as_slice(), fit.rank()), (&["both".to_owned()][..], 3));
    assert!(fit.estimates[3].is_nan() && fit.table(&fit.covariance(), 0.95)[3].p_value.is_nan());
    Ok(())
}

#[test]
fn what_cannot_be_fitted_or_asked_says_why() -> Result<()> {
    let plain = |y: &[f64], x: &[f64]| Design::plain(("y", y.to_vec()), [("x".to_owned(), x.to_vec())], true);
    assert_eq!(ols(&plain(&[], &[])?).err(), Some(Error::TooFew { what: "rows", have: 0, need: 1 }));
    let exact = plain(&[1.0, 2.0], &[0.0, 1.0])?;
    let fit = ols(&exact)?;
    assert_eq!((fit.df_residual, fit.f), (0, None));
    assert!(fit.sigma.is_nan());
    let few = Some(Error::TooFew { what: "rows", have: 2, need: 3 });
    assert_eq!(hc(&fit, &exact, Hc::Hc3).err(), few);
    let rows = observe(&fit, &exact)?;
    assert_eq!(durbin_watson(&fit, &rows).err(), few);
    let line = plain(&[1.0, 2.0, 3.0, 5.0], &[0.0, 1.0, 2.0, 3.0])?;
    let (fit, rows) = (ols(&line)?, observe(&ols(&line)?, &line)?);
    let one = clustered(&fit, &rows, &[&[1, 1, 1, 1]], Cr::Cr0).err();
    assert_eq!(one, Some(Error::TooFew { what: "groups", have: 1, need: 2 }));
    assert!(matches!(clustered(&fit, &rows, &[&[1]], Cr::Cr0), Err(Error::Lengths { .. })));
    assert!(matches!(clustered(&fit, &rows, &[], Cr::Cr0), Err(Error::Choice { .. })));
    assert!(matches!(goldfeld_quandt(&fit, &line, None, 2.0), Err(Error::Choice { .. })));
    assert!(matches!(harvey_collier(&fit, &line, Some(&[1.0])), Err(Error::Lengths { .. })));
    assert!(matches!(breusch_godfrey(&fit, &line, &rows, 9, true), Err(Error::TooFew { .. })));
    assert!(matches!(bootstrap(&fit, &rows, Resample::Pairs, 1, 1, 0.95), Err(Error::TooFew { .. })));
    let source = parts(10, false);
    assert!(matches!(Streamed::new(&source, 0, &[9], true, None), Err(Error::NoColumn { .. })));
    Ok(())
}

#[test]
fn samples_repeat_with_their_seed_and_scatter_as_robust_errors_say() -> Result<()> {
    let design = design(&oracle()["data"], true, true);
    let fit = ols(&design)?;
    let rows = observe(&fit, &design)?;
    let robust = errors(&hc(&fit, &design, Hc::Hc2)?);
    for resample in [Resample::Pairs, Resample::Wild] {
        let first = bootstrap(&fit, &rows, resample, 4000, 7, 0.95)?;
        let again = bootstrap(&fit, &rows, resample, 4000, 7, 0.95)?;
        let other = bootstrap(&fit, &rows, resample, 4000, 8, 0.95)?;
        assert_eq!(first.draws, again.draws);
        assert_ne!(first.draws, other.draws);
        for (drawn, robust) in first.std_error.iter().zip(&robust) {
            assert!((drawn / robust - 1.0).abs() < 0.25, "{resample:?} {drawn} {robust}");
        }
        for (at, estimate) in fit.kept_estimates().iter().enumerate() {
            assert!(first.percentile[at].0 < *estimate && *estimate < first.percentile[at].1);
            assert!(first.bca[at].0 < *estimate && *estimate < first.bca[at].1);
        }
    }
    Ok(())
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(32))]

    #[test]
    fn a_shift_moves_only_the_intercept_and_a_scale_only_its_slope(shift in -1e6..1e6f64, scale in 1e-3..1e3f64) {
        let data = oracle();
        let plain = design(&data["data"], true, true);
        let mut moved = plain.clone();
        moved.columns[1].values.iter_mut().for_each(|x| *x += shift);
        moved.columns[2].values.iter_mut().for_each(|z| *z *= scale);
        let (a, b) = (ols(&plain).expect("it fits"), ols(&moved).expect("it fits"));
        // Adding a million to figures of three places rounds them in their tenth.
        prop_assert!((a.estimates[1] / b.estimates[1] - 1.0).abs() < 1e-8);
        prop_assert!((a.estimates[2] / (b.estimates[2] * scale) - 1.0).abs() < 1e-8);
        prop_assert!((a.r_squared - b.r_squared).abs() < 1e-9);
        let errors = |fit: &Fit, design: &Design| errors(&hc(fit, design, Hc::Hc3).expect("there are rows to spare"));
        let (before, after) = (errors(&a, &plain), errors(&b, &moved));
        prop_assert!((before[1] / after[1] - 1.0).abs() < 1e-7 && (before[2] / (after[2] * scale) - 1.0).abs() < 1e-7);
    }

    #[test]
    fn the_order_of_rows_does_not_matter(turn in 1..47usize) {
        let data = oracle();
        let plain = design(&data["data"], true, true);
        let mut turned = plain.clone();
        turned.y.rotate_left(turn);
        turned.columns.iter_mut().for_each(|column| column.values.rotate_left(turn));
        let (a, b) = (ols(&plain).expect("it fits"), ols(&turned).expect("it fits"));
        for (a, b) in a.estimates.iter().zip(&b.estimates) {
            prop_assert!((a / b - 1.0).abs() < 1e-14);
        }
        prop_assert!((a.rss / b.rss - 1.0).abs() < 1e-13);
    }

    #[test]
    fn residuals_are_orthogonal_to_the_columns(seed in 0..1000u64) {
        let mut chance = stats::Chance::new(seed);
        let mut column = || (0..60).map(|_| chance.normal() * 10.0).collect::<Vec<f64>>();
        let design = Design::plain(("y", column()), [("a".to_owned(), column()), ("b".to_owned(), column())], true);
        let design = design.expect("it is whole");
        let fit = ols(&design).expect("it fits");
        let rows = observe(&fit, &design).expect("it was fitted");
        for x in &design.columns {
            let sum: f64 = x.values.iter().zip(&rows.residuals).map(|(x, e)| x * e).sum();
            prop_assert!(sum.abs() < 1e-10, "{sum}");
        }
        let trace: f64 = rows.leverage.iter().sum();
        prop_assert!((trace - 3.0).abs() < 1e-12);
    }
}
