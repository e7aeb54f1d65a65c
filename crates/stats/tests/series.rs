//! Series against R's answers that lie here, and the laws that hold for any of them.

#[path = "real_case/shared.rs"]
#[allow(dead_code, reason = "each test file uses its part of what is shared")]
mod shared;

use proptest::prelude::*;
use shared::{Worst, number, numbers, stored};
use stats::Error;
use stats::series::{
    About, Bandwidth, Change, DifferenceLags, Orders, Penalty, Simple, Stl, acf, adf, advice, arima, breaks,
    ets, fill, granger, interrupted, kpss, level, line, outliers, pacf, pelt, phillips_perron,
    plain_differences, rolling, simple, stl, sup_f, super_smoother, theta,
};

fn compare(got: &[f64], want: &[f64], need: f64, what: &str) {
    assert_eq!(got.len(), want.len(), "{what}");
    let mut worst = Worst::new();
    got.iter().zip(want).enumerate().for_each(|(at, (got, want))| worst.see(*got, *want, || at.to_string()));
    worst.at_least(need, what);
}

#[test]
fn wandering_is_tested_as_in_urca_and_tseries() {
    let r = stored("series/series.json");
    let y = numbers(&r["y"]);
    for (name, about, lags) in
        [("adf_none", About::Nought, 2), ("adf_drift", About::Level, 2), ("adf_trend", About::Trend, 3)]
    {
        let found = adf(&y, about, DifferenceLags::Fixed(lags)).expect("it varies");
        compare(&[found.statistic], &[number(&r[name])], 10.0, name);
    }
    let t = &r["tseries"];
    let found = adf(&y, About::Trend, DifferenceLags::CubeRoot).expect("it varies");
    let got = [found.statistic, found.p_table.expect("it is about a trend"), found.lags as f64];
    compare(&got, &numbers(&t["adf"]), 10.0, "adf.test");
    for (name, about) in [("kpss_level", About::Level), ("kpss_trend", About::Trend)] {
        let found = kpss(&y, about, Bandwidth::Short).expect("it varies");
        compare(&[found.statistic, found.p_value], &numbers(&t[name]), 10.0, name);
    }
    for (name, scaled) in [("pp_alpha", true), ("pp_t", false)] {
        let found = phillips_perron(&y, scaled, false).expect("it varies");
        compare(&[found.statistic, found.p_table.expect("it has one")], &numbers(&t[name]), 8.0, name);
    }
    let found = advice(&y, 12).expect("it is long enough");
    let plain = plain_differences(&y).expect("it is long enough");
    assert_eq!((plain as f64, found.seasonal as f64), (number(&r["ndiffs"]), number(&r["nsdiffs"])));
}

#[test]
fn breaks_parts_and_gaps_are_those_of_r() {
    let r = stored("series/series.json");
    let y = numbers(&r["y"]);
    let found = breaks(&level(96), &y, 0.15, None).expect("it varies");
    let at: Vec<f64> = found.at.iter().map(|at| (at + 1) as f64).collect();
    let want = r["breaks"].as_f64().map_or_else(|| numbers(&r["breaks"]), |one| vec![one]);
    compare(&at, &want, 16.0, "breaks");
    compare(&found.rss, &numbers(&r["breaks_rss"]), 11.0, "RSS");
    let found = breaks(&line(96), &y, 0.15, None).expect("it varies");
    compare(&found.rss, &numbers(&r["line_rss"]), 10.0, "RSS about a line");
    let found = sup_f(&line(96), &y, 0.15).expect("it varies");
    compare(&[found.statistic], &numbers(&r["line_sup"])[..1], 10.0, "supF");
    compare(&[found.p_value], &numbers(&r["line_sup"])[1..], 5.0, "p of supF");
    let found =
        stl(&y, 12, Stl { season: Some(7), robust: true, ..Stl::default() }).expect("it is long enough");
    compare(&found.trend, &numbers(&r["stl_trend"]), 10.0, "robust trend");
    compare(&found.seasonal[0], &numbers(&r["stl_seasonal"]), 8.0, "robust season");
    compare(&super_smoother(&y), &numbers(&r["supsmu"]), 10.0, "super smoother");
    let mut gaps = y.clone();
    let rows = [4, 39, 40, 89];
    rows.iter().for_each(|&t| gaps[t] = f64::NAN);
    let found = fill(&gaps, 12).expect("it varies");
    compare(&rows.map(|t| found.values[t]), &numbers(&r["filled"]), 9.0, "gaps");
}

#[test]
fn forecasts_are_those_of_r() {
    let r = stored("series/series.json");
    let y = numbers(&r["y"]);
    let orders = Orders { plain: (1, 0, 1), seasonal: (0, 1, 1), period: 12, constant: false };
    let found = arima(&y, orders, &[]).expect("it is long enough");
    let want = numbers(&r["arima"]);
    println!("{} for {}", found.log_likelihood, want[0]);
    assert!(found.log_likelihood >= want[0] - 1e-7);
    let found = simple(&y, 12, Simple::SeasonalNaive, 3, 0.95).expect("it is long enough");
    compare(&found.high, &numbers(&r["snaive"]), 11.0, "seasonal naive");
    let found = simple(&y, 12, Simple::Drift, 3, 0.95).expect("it is long enough");
    compare(&found.mean, &numbers(&r["drift"]), 13.0, "drift");
    let found =
        rolling(&y, 12, 6, 3, &|y| simple(y, 12, Simple::SeasonalNaive, 6, 0.95)).expect("it is long enough");
    assert!(found.n == 18 && found.mase > 0.0 && (0.0..=1.0).contains(&found.coverage));
}

#[test]
fn what_cannot_be_done_says_why() {
    let nan = f64::NAN;
    assert!(matches!(acf(&[1.0, nan, 2.0], 1, 0.95), Err(Error::Kind { need: "without gaps", .. })));
    assert!(matches!(pacf(&[2.0; 9], 3, 0.95), Err(Error::Constant { .. })));
    assert!(matches!(stl(&[1.0, 2.0, 3.0], 12, Stl::default()), Err(Error::TooFew { .. })));
    assert!(matches!(fill(&[nan; 5], 1), Err(Error::Missing { .. })));
    assert!(matches!(outliers(&[1.0, f64::INFINITY], 1), Err(Error::Infinite { row: 1, .. })));
    assert!(matches!(granger(&[1.0; 9], &[2.0; 8], 1), Err(Error::Lengths { .. })));
    assert!(matches!(interrupted(&[1.0; 20], 1, None, 0.95), Err(Error::Choice { name: "at", .. })));
    assert!(matches!(
        pelt(&[1.0, 2.0, 1.0, 5.0], Change::Mean, Penalty::Fixed(-1.0), 1),
        Err(Error::Choice { .. })
    ));
    assert!(matches!(ets(&[1.0, 2.0], 1), Err(Error::TooFew { .. })));
    assert!(matches!(theta(&[1.0, 2.0], 1, 3, 0.95), Err(Error::TooFew { .. })));
    assert!(arima(&[nan; 4], Orders::default(), &[]).is_err());
}

/// The changes with the least cost, by trying all places: what the fast search must not miss.
fn all_changes(y: &[f64], price: f64, sigma: f64, shortest: usize) -> f64 {
    let cost = |from: usize, to: usize| {
        let part = &y[from..to];
        let mean = part.iter().sum::<f64>() / part.len() as f64;
        part.iter().map(|x| ((x - mean) / sigma).powi(2)).sum::<f64>()
    };
    let mut best = vec![f64::INFINITY; y.len() + 1];
    best[0] = -price;
    for end in shortest..=y.len() {
        for from in (0..=end - shortest).filter(|&from| from == 0 || from >= shortest) {
            best[end] = best[end].min(best[from] + cost(from, end) + price);
        }
    }
    best[y.len()]
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(24))]

    #[test]
    fn correlations_and_parts_do_not_depend_on_origin_and_unit(
        y in prop::collection::vec(-50.0..50.0_f64, 40..60), shift in -100.0..100.0_f64, scale in 0.1..10.0_f64,
    ) {
        let moved: Vec<f64> = y.iter().map(|x| shift + scale * x).collect();
        let (a, b) = (acf(&y, 8, 0.95).unwrap(), acf(&moved, 8, 0.95).unwrap());
        prop_assert!(a.values.iter().zip(&b.values).all(|(a, b)| (a - b).abs() < 1e-9));
        let how = Stl { season: Some(7), ..Stl::default() };
        let (a, b) = (stl(&y, 7, how).unwrap(), stl(&moved, 7, how).unwrap());
        prop_assert!(a.seasonal[0].iter().zip(&b.seasonal[0]).all(|(a, b)| (scale * a - b).abs() < 1e-8));
        let whole: Vec<f64> = (0..y.len()).map(|t| a.trend[t] + a.seasonal[0][t] + a.remainder[t]).collect();
        prop_assert!(whole.iter().zip(&y).all(|(a, b)| (a - b).abs() < 1e-10));
    }

    #[test]
    fn the_fast_search_for_changes_misses_none(
        y in prop::collection::vec(-3.0..3.0_f64, 20..50), jump in 0.0..9.0_f64,
    ) {
        let y: Vec<f64> = y.iter().enumerate().map(|(t, x)| x + if t % 20 > 10 { jump } else { 0.0 }).collect();
        let found = pelt(&y, Change::Mean, Penalty::Bic, 2).unwrap();
        let want = all_changes(&y, found.penalty, found.sigma, 2);
        prop_assert!((found.cost - want).abs() < 1e-8 * (1.0 + want.abs()));
    }
}
