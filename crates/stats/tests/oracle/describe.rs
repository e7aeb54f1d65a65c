//! What a column is like.

use crate::shared::{Worst, number, numbers, stored};
use serde_json::Value;
use stats::describe::*;
use stats::{Column, Frame, Values};

#[test]
fn samples_are_as_r_describes_them() {
    let answers = stored("describe/describe.json");
    let mut worst = Worst::new();
    for want in answers["samples"].as_array().expect("samples") {
        let x = numbers(&want["x"]);
        let found = moments("x", &x).expect("there are values");
        let sorted = sorted("x", &x).expect("there are values");
        let measures = robust(&sorted, 0.1);
        let interval = mean_interval(found.mean, found.sd, found.n, 0.95);
        let mut see = |got: f64, want: &Value, what: &str| worst.see(got, number(want), || what.to_owned());
        see(found.mean, &want["mean"], "mean");
        see(found.sd, &want["sd"], "sd");
        see(found.autocorrelation, &want["acf"], "lag 1");
        see(measures.median, &want["median"], "median");
        see(measures.mad, &want["mad"], "mad");
        see(measures.iqr, &want["iqr"], "iqr");
        see(measures.trimmed, &want["trimmed"], "trimmed");
        see(interval.low, &want["ci"][0], "low");
        see(interval.high, &want["ci"][1], "high");
        see(geometric_mean(&x).expect("above 0"), &want["geometric"], "geometric");
        see(harmonic_mean(&x).expect("above 0"), &want["harmonic"], "harmonic");
        let shapes = [(found.skewness, "skewness"), (found.kurtosis, "kurtosis")];
        for (shape, what) in shapes {
            for (at, got) in [shape.type1, shape.type2, shape.type3].into_iter().enumerate() {
                see(got, &want[what][at], what);
            }
        }
        for number in 1..=9 {
            let kind = QuantileType::of(number).expect("there is one");
            let shares = [0.0, 0.01, 0.1, 0.25, 0.333, 0.5, 0.9, 0.975, 1.0];
            for (at, share) in shares.into_iter().enumerate() {
                let wanted = &want["quantiles"][number as usize - 1][at];
                see(quantile(&sorted, share, kind), wanted, &format!("type {number} at {share}"));
            }
        }
        for (test, key) in [(anderson_darling("x", &x), "ad"), (lilliefors("x", &x), "lillie")] {
            let test = test.expect("there are enough");
            see(test.statistic, &want[key][0], key);
            see(test.p_value, &want[key][1], &format!("p of {key}"));
        }
    }
    worst.at_least(11.0, "describe");
}

#[test]
fn missing_at_random_is_tested_at_the_likelihood_s_end() {
    let answers = stored("describe/describe.json");
    let want = &answers["little"];
    let column = |name: &str| Column { name: name.to_owned(), values: Values::Number(numbers(&want[name])) };
    let frame = Frame::new(["a", "b", "c"].map(column).to_vec()).expect("of one length");
    let found = little(&frame, &["a", "b", "c"]).expect("it converges");
    let mut worst = Worst::new();
    worst.see(found.statistic, number(&want["statistic"]), || "statistic".to_owned());
    worst.see(found.df as f64, number(&want["df"]), || "df".to_owned());
    worst.see(found.p_value, number(&want["p"]), || "p".to_owned());
    for (at, mean) in numbers(&want["mean"]).into_iter().enumerate() {
        worst.see(found.means[at], mean, || "mean".to_owned());
    }
    for (at, covariance) in numbers(&want["cov"]).into_iter().enumerate() {
        worst.see(found.covariance[(at / 3, at % 3)], covariance, || format!("covariance {at}"));
    }
    worst.at_least(9.0, "Little");
}
