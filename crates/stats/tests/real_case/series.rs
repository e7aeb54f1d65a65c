//! Time series, as R's stats, forecast, lmtest and strucchange answer.

use super::shared::{Worst, csv, json, number, numbers};
use stats::series::{
    Portmanteau, Stl, acf, breaks, ccf, classical, granger, level, mstl, outliers, pacf, portmanteau, stl,
    sup_f,
};

fn values(name: &str, column: &str) -> Option<Vec<f64>> {
    Some(csv(name)?.numbers(column).expect("it is a column of figures").to_vec())
}

fn compare(got: &[f64], want: &[f64], need: f64, scale: f64, what: &str) {
    assert_eq!(got.len(), want.len(), "{what}");
    let mut worst = Worst::new();
    for (at, (got, want)) in got.iter().zip(want).enumerate() {
        if got.is_nan() && want.is_nan() {
            continue;
        }
        // A part near nought is known to the digits of the series, not its own.
        worst.see(got + scale, want + scale, || format!("{at}"));
    }
    worst.at_least(need, what);
}

#[test]
fn correlations_by_lag_are_those_of_r() {
    let (Some(r), Some(air)) = (json("timeseries.json"), values("AirPassengers.csv", "value")) else { return };
    let found = acf(&air, 24, 0.95).expect("it varies");
    compare(&found.values, &numbers(&r["acf"]["air"]), 12.0, 0.0, "acf");
    let found = pacf(&air, 24, 0.95).expect("it varies");
    compare(&found.values, &numbers(&r["acf"]["pacf"]), 11.0, 0.0, "pacf");
    let (chicken, egg) = (values("ChickEgg.csv", "chicken").unwrap(), values("ChickEgg.csv", "egg").unwrap());
    let found = ccf(&chicken, &egg, 10, 0.95).expect("they vary");
    compare(&found.values, &numbers(&r["acf"]["ccf"]), 12.0, 0.0, "ccf");
    let huron = values("LakeHuron.csv", "value").unwrap();
    for (name, which) in [("bp", Portmanteau::BoxPierce), ("lb", Portmanteau::LjungBox)] {
        let found = portmanteau(&huron, 5, 0, which).expect("it varies");
        compare(&[found.statistic], &[number(&r["box"][name]["statistic"])], 12.0, 0.0, name);
    }
}

#[test]
fn parts_of_a_series_are_those_of_r() {
    let (Some(r), Some(air)) = (json("timeseries.json"), values("AirPassengers.csv", "value")) else { return };
    let nottem = values("nottem.csv", "value").unwrap();
    let co2 = values("co2.csv", "value").unwrap();
    for (name, y, multiplied) in [("decompose_add", &nottem, false), ("decompose_mult", &air, true)] {
        let found = classical(y, 12, multiplied).expect("it is long enough");
        compare(&found.trend, &numbers(&r[name]["trend"]), 12.0, 0.0, name);
        compare(&found.seasonal[0][..12], &numbers(&r[name]["figure"]), 12.0, 0.0, name);
    }
    let periodic = Stl::default();
    let seven = Stl { season: Some(7), ..periodic };
    let robust = Stl { robust: true, ..periodic };
    for (name, y, how) in [
        ("stl_nottem_periodic", &nottem, periodic),
        ("stl_co2_s7", &co2, seven),
        ("stl_nottem_robust", &nottem, robust),
    ] {
        if r[name].is_null() {
            continue;
        }
        let found = stl(y, 12, how).expect("it is long enough");
        compare(&found.trend, &numbers(&r[name]["trend"]), 12.0, 0.0, name);
        compare(&found.seasonal[0], &numbers(&r[name]["seasonal"]), 11.0, 50.0, name);
        compare(&found.remainder, &numbers(&r[name]["remainder"]), 11.0, 50.0, name);
    }
    let taylor = values("taylor.csv", "value").unwrap();
    let found = mstl(&taylor, &[48, 336], false).expect("it is long enough");
    let rows = r["mstl_taylor"]["first200"]["rows"].as_array().expect("it is stored");
    let column = |at: usize| rows.iter().map(|row| number(&row[at])).collect::<Vec<f64>>();
    compare(&found.trend[..200], &column(1), 12.0, 0.0, "mstl trend");
    compare(&found.seasonal[0][..200], &column(2), 11.0, 3e4, "mstl 48");
    compare(&found.seasonal[1][..200], &column(3), 11.0, 3e4, "mstl 336");
    compare(&found.remainder[..200], &column(4), 11.0, 3e4, "mstl rest");
}

#[test]
fn what_foretells_and_what_breaks_is_as_r_says() {
    let (Some(r), Some(nile)) = (json("timeseries.json"), values("Nile.csv", "value")) else { return };
    let (chicken, egg) = (values("ChickEgg.csv", "chicken").unwrap(), values("ChickEgg.csv", "egg").unwrap());
    for order in 1..=4 {
        let want = &r["granger"][order - 1];
        for (name, cause, effect) in
            [("egg_causes_chicken", &egg, &chicken), ("chicken_causes_egg", &chicken, &egg)]
        {
            let found = granger(cause, effect, order).expect("they vary");
            let got = [found.statistic, found.p_value, found.df2 as f64];
            let want = [number(&want[name]["F"]), number(&want[name]["p"]), number(&want[name]["resdf"])];
            compare(&got, &want, 10.0, 0.0, name);
        }
    }
    let want = &r["breakpoints_nile"];
    if want.is_null() {
        return;
    }
    let found = breaks(&level(nile.len()), &nile, 0.15, None).expect("it varies");
    // R counts rows from 1.
    let at: Vec<f64> = found.at.iter().map(|at| (at + 1) as f64).collect();
    let stored = match &want["breakpoints"] {
        one if one.is_number() => vec![number(one)],
        list => numbers(list),
    };
    assert_eq!(at, stored);
    compare(&found.rss, &numbers(&want["RSS"]), 11.0, 0.0, "RSS of breaks");
    compare(&[found.bic[found.at.len()]], &[number(&want["BIC"])], 12.0, 0.0, "BIC of breaks");
    let found = sup_f(&level(nile.len()), &nile, 0.15).expect("it varies");
    compare(&[found.statistic], &[number(&want["supF"]["stat"])], 11.0, 0.0, "supF");
    compare(&[found.p_value], &[number(&want["supF"]["p"])], 5.0, 0.0, "p of supF");
}

#[test]
fn what_stands_out_is_what_r_sees() {
    let (Some(r), Some(mut air)) = (json("timeseries.json"), values("AirPassengers.csv", "value")) else {
        return;
    };
    air[49] *= 3.0;
    let found = outliers(&air, 12).expect("it varies");
    let want = &r["tsoutliers"];
    let at: Vec<f64> = found.at.iter().map(|at| (at + 1) as f64).collect();
    assert_eq!(at, numbers(&want["index"]));
    compare(&found.replacements, &numbers(&want["repl"]), 9.0, 0.0, "replacements");
}
