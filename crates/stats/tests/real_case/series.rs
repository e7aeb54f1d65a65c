//! Time series, as R's stats, forecast, lmtest and strucchange answer.

use super::shared::{Worst, csv, json, number, numbers};
use stats::series::{
    Model, Orders, Portmanteau, Season, Stl, acf, arima, auto_arima, breaks, ccf, classical, ets, ets_at,
    ets_fit, granger, holt_winters, level, mstl, outliers, pacf, portmanteau, stl, sup_f, theta,
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
    let (Some(r), Some(air)) = (json("timeseries.json"), values("AirPassengers.csv", "value")) else {
        return;
    };
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
    let (Some(r), Some(air)) = (json("timeseries.json"), values("AirPassengers.csv", "value")) else {
        return;
    };
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

#[test]
fn gaps_are_filled_as_in_r() {
    let Some(mut air) = values("AirPassengers.csv", "value") else { return };
    air[49] *= 3.0;
    let rows = [6, 18, 30, 49, 115, 127, 138, 139];
    rows.iter().for_each(|&t| air[t] = f64::NAN);
    let found = stats::series::fill(&air, 12).expect("it varies");
    let want = [
        184.298647346151,
        201.991281341649,
        230.685691676825,
        194.594311172799,
        450.660860372031,
        508.404493628421,
        577.549970408593,
        545.498340939816,
    ];
    let fig: Vec<f64> = rows.iter().map(|&t| found.values[t]).collect();
    println!("{fig:?}");
    compare(&fig, &want, 10.0, 0.0, "gaps filled");
}

#[test]
fn smoothing_is_no_worse_than_r() {
    let (Some(r), Some(air)) = (json("timeseries.json"), values("AirPassengers.csv", "value")) else {
        return;
    };
    let (nottem, nile) = (values("nottem.csv", "value").unwrap(), values("Nile.csv", "value").unwrap());
    for (name, y, period, model) in [
        ("ets_MAM_air", &air, 12, "MAdM"),
        ("ets_AAA_nottem", &nottem, 12, "AAA"),
        ("ets_ANN_nile", &nile, 1, "ANN"),
    ] {
        let want = &r[name];
        if want.is_null() {
            continue;
        }
        let found = ets_fit(y, period, Model::of(model).expect("it is one")).expect("it is long enough");
        println!("{name} {} {:.9} for {}", found.model.name(), found.log_likelihood, want["loglik"]);
        println!("{} {} {} {} {:?}", found.alpha, found.beta, found.gamma, found.phi, &found.initial);
        assert!(found.log_likelihood >= number(&want["loglik"]) - 1e-6, "{name}");
        let foreseen = found.forecast(12, 0.95, 1);
        for (part, got) in [("mean", &foreseen.mean), ("lo95", &foreseen.low), ("hi95", &foreseen.high)] {
            // R's simplex stops short of the top, and the bounds follow the top.
            compare(got, &numbers(&want[part]), 1.5, 0.0, part);
        }
        // At R's own figures everything is as in R.
        let par = &want["par"];
        let states = |m: usize, whole: f64| {
            let mut season: Vec<f64> = (0..m - 1).map(|at| number(&par[format!("s{at}")])).collect();
            season.push(whole - season.iter().sum::<f64>());
            season
        };
        let mut initial = vec![number(&par["l"])];
        initial.extend(par["b"].as_f64());
        match model {
            "MAdM" => initial.extend(states(12, 12.0)),
            "AAA" => initial.extend(states(12, 0.0)),
            _ => {}
        }
        let constants = ["alpha", "beta", "gamma", "phi"].map(|name| number(&par[name]));
        let model = Model::of(model).expect("it is one");
        let same = ets_at(y, period, model, constants, &initial).expect("it is in bounds");
        for (part, got) in
            [("loglik", same.log_likelihood), ("aicc", same.aicc), ("bic", same.bic), ("sigma2", same.sigma2)]
        {
            compare(&[got], &[number(&want[part])], 12.0, 0.0, part);
        }
        let foreseen = same.forecast(12, 0.95, 1);
        for (part, got) in [("mean", &foreseen.mean), ("lo95", &foreseen.low), ("hi95", &foreseen.high)] {
            compare(got, &numbers(&want[part]), 11.0, 0.0, part);
        }
    }
    let found = ets(&air, 12).expect("it is long enough");
    // R's search stops at −679.58 for ETS(M,Ad,M); at their true tops ETS(M,A,M) has the lesser AICc.
    println!("auto {} {}", found.model.name(), found.aicc);
    assert!(found.aicc <= number(&r["ets_auto_air"]["aicc"]));
    let want = &r["holtwinters_air"];
    let found = holt_winters(&air, 12, Season::Multiplicative).expect("it is long enough");
    println!("{} {} {} {:.9}", found.alpha, found.beta, found.gamma, found.sse);
    assert!(found.sse <= number(&want["SSE"]) + 1e-6);
    compare(&found.forecast(12, 0.95).mean, &numbers(&want["pred"]), 4.0, 0.0, "Holt-Winters");
    let found = theta(&air, 12, 12, 0.95).expect("it is long enough");
    compare(&found.mean, &numbers(&r["theta_air"]), 5.0, 0.0, "Theta");
}

#[test]
fn arima_is_that_of_r() {
    let (Some(r), Some(air)) = (json("timeseries.json"), values("AirPassengers.csv", "value")) else {
        return;
    };
    let huron = values("LakeHuron.csv", "value").unwrap();
    let logs: Vec<f64> = air.iter().map(|x| x.ln()).collect();
    let airline = Orders { plain: (0, 1, 1), seasonal: (0, 1, 1), period: 12, constant: false };
    let lake = Orders { plain: (2, 0, 0), constant: true, ..Orders::default() };
    for (name, y, orders) in [("arima_air011", &logs, airline), ("arima_lh", &huron, lake)] {
        let want = &r[name];
        let found = arima(y, orders, &[]).expect("it is long enough");
        println!("{} {:.10} {:e} {:?}", orders.name(), found.log_likelihood, found.sigma2, found.terms);
        if want.is_null() {
            continue;
        }
        compare(&[found.log_likelihood], &[number(&want["loglik"])], 10.0, 0.0, "log-likelihood");
        compare(
            &[found.aic, found.sigma2],
            &[number(&want["aic"]), number(&want["sigma2"])],
            7.0,
            0.0,
            "aic, sigma2",
        );
        for term in &found.terms {
            compare(&[term.estimate], &[number(&want["coef"][&term.name])], 6.0, 0.0, &term.name);
            compare(&[term.std_error], &[number(&want["se"][&term.name])], 4.0, 0.0, &term.name);
        }
        let foreseen = found.forecast(12, 0.95, &[]).expect("it needs no regressors");
        for (part, got) in [("mean", &foreseen.mean), ("lo95", &foreseen.low), ("hi95", &foreseen.high)] {
            compare(got, &numbers(&want[part]), 7.0, 0.0, part);
        }
    }
    let found = auto_arima(&logs, 12).expect("it is long enough");
    println!("{} {}", found.orders.name(), found.aicc);
    assert_eq!(found.orders, airline);
}
