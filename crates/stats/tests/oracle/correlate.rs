//! Correlations of every kind.

use crate::shared::{Worst, number, numbers, stored};
use serde_json::Value;
use stats::correlate::*;
use stats::{Column, Frame, Values};

fn answers() -> Value {
    stored("correlate/correlate.json")
}

fn codes(value: &Value) -> Vec<u32> {
    numbers(value).into_iter().map(|x| x as u32).collect()
}

#[test]
fn pairs_of_every_size_and_direction() {
    let mut worst = Worst::new();
    let answers = answers();
    let pairs = answers["pairs"].as_array().expect("pairs");
    assert_eq!(pairs.len(), 9);
    for pair in pairs {
        let (x, y) = (numbers(&pair["x"]), numbers(&pair["y"]));
        for (kind, want) in pair["r"].as_object().expect("kinds") {
            let (name, what) = kind.split_once(' ').expect("two words");
            let coefficient = match name {
                "pearson" => Coefficient::Pearson,
                "spearman" => Coefficient::Spearman,
                _ => Coefficient::Kendall,
            };
            let continuity = what == "cc";
            let alternative = match what {
                "greater" => Alternative::Greater,
                "less" => Alternative::Less,
                _ => Alternative::TwoSided,
            };
            let exact = continuity.then_some(false);
            let ask = Ask { alternative, exact, continuity, ..Ask::default() };
            let got = correlate(coefficient, ("x", &x), ("y", &y), &ask).expect("there are rows");
            let mut see = |got: f64, what: &str| {
                worst.see(got, number(&want[what]), || format!("{kind} {what} of {}", x.len()));
            };
            see(got.estimate, "estimate");
            see(got.statistic, "statistic");
            see(got.p_value, "p");
            if let ([low, high], "two.sided") = (&numbers(&want["ci"])[..], what) {
                worst.see(got.low, *low, || format!("{kind} low"));
                worst.see(got.high, *high, || format!("{kind} high"));
            }
        }
    }
    worst.at_least(11.0, "cor.test, all directions");
}

#[test]
fn matrices_with_gaps() {
    let answers = answers();
    let gaps = &answers["gaps"];
    let names = ["a", "b", "c", "d"];
    let column = |name: &&str| Column {
        name: (*name).to_owned(),
        values: Values::Number(numbers(&gaps["columns"][*name])),
    };
    let frame = Frame::new(names.iter().map(column).collect()).expect("of one length");
    let mut worst = Worst::new();
    for (key, coefficient, missing) in [
        ("pairwise", Coefficient::Pearson, Missing::Pairwise),
        ("complete", Coefficient::Pearson, Missing::Listwise),
        ("spearman", Coefficient::Spearman, Missing::Pairwise),
        ("kendall", Coefficient::Kendall, Missing::Pairwise),
    ] {
        let got =
            matrix(&frame, &names, &Whole { coefficient, missing, ..Whole::default() }).expect("it can be");
        for (at, want) in numbers(&gaps[key]).into_iter().enumerate() {
            worst.see(got.estimate(at / 4, at % 4), want, || format!("{key} {at}"));
        }
    }
    worst.at_least(13.0, "cor with gaps");
}

#[test]
fn distance_correlation_as_energy_has_it() {
    let answers = answers();
    let want = &answers["distance"];
    let (x, y) = (numbers(&want["x"]), numbers(&want["y"]));
    let got = distance(("x", &x), ("y", &y), 0, 1).expect("there are rows");
    let mut worst = Worst::new();
    worst.see(got.estimate, number(&want["dcor"]), || "dcor".to_owned());
    worst.see(got.covariance, number(&want["dcov"]), || "dcov".to_owned());
    worst.see(got.unbiased, number(&want["bcdcor"]), || "bcdcor".to_owned());
    worst.at_least(12.0, "energy");
}

#[test]
fn what_lies_behind_scales() {
    let (answers, sharp) = (answers(), stored("correlate/latent.json"));
    let flat = numbers(&answers["polychoric"]["tab"]);
    let table: Vec<Vec<f64>> = (0..3).map(|i| (0..3).map(|j| flat[j * 3 + i]).collect()).collect();
    let two = polychoric(&table, Steps::Two, 0.0).expect("it has an end");
    let one = polychoric(&table, Steps::One, 0.0).expect("it has an end");
    let mut worst = Worst::new();
    worst.see(two.estimate, number(&sharp["two"]), || "polychoric, two steps".to_owned());
    let got = [&[one.estimate], &one.x_thresholds[..], &one.y_thresholds].concat();
    for (got, want) in got.into_iter().zip(numbers(&sharp["one"])) {
        worst.see(got, want, || "polychoric, one step".to_owned());
    }
    let (x, u) = (numbers(&answers["polyserial"]["x"]), codes(&answers["polyserial"]["u"]));
    let serial = polyserial(("x", &x), ("u", &u), Steps::One).expect("it has an end");
    let got = [&[serial.estimate], &serial.thresholds[..]].concat();
    for (got, want) in got.into_iter().zip(numbers(&sharp["serial"])) {
        worst.see(got, want, || "polyserial, one step".to_owned());
    }
    worst.at_least(10.0, "latent, against 30 digits");

    // R itself: closed forms to the end, its optimisers as far as they go.
    let mut near = Worst::new();
    near.see(two.estimate, number(&answers["polychoric"]["two"]), || "polychor".to_owned());
    near.see(one.estimate, number(&answers["polychoric"]["one"]["rho"]), || "polychor ML".to_owned());
    near.see(serial.estimate, number(&answers["polyserial"]["one"]), || "polyserial ML".to_owned());
    near.at_least(3.0, "polycor's optimiser");
    let mut worst = Worst::new();
    let serial = polyserial(("x", &x), ("u", &u), Steps::Two).expect("there are rows");
    worst.see(serial.estimate, number(&answers["polyserial"]["two"]), || "polyserial".to_owned());
    let want = &answers["biserial"];
    let cut = codes(&want["u"]);
    let behind = biserial(("x", &x), ("u", &cut)).expect("two levels");
    worst.see(behind.estimate, number(&want["r"]), || "biserial".to_owned());
    let plain = point_biserial(("x", &x), ("u", &cut), &Ask::default()).expect("two levels");
    worst.see(plain.estimate, number(&want["point"]), || "point-biserial".to_owned());
    worst.at_least(12.0, "polyserial, biserial");
}

#[test]
fn agreement_as_psych_has_it() {
    let answers = answers();
    let judges = [
        ("J1", [9.0, 6.0, 8.0, 7.0, 10.0, 6.0]),
        ("J2", [2.0, 1.0, 4.0, 1.0, 5.0, 2.0]),
        ("J3", [5.0, 3.0, 6.0, 2.0, 6.0, 4.0]),
        ("J4", [8.0, 2.0, 8.0, 6.0, 9.0, 7.0]),
    ];
    let column = |(name, values): &(&str, [f64; 6])| Column {
        name: (*name).to_owned(),
        values: Values::Number(values.to_vec()),
    };
    let frame = Frame::new(judges.iter().map(column).collect()).expect("of one length");
    let got = icc(&frame, &judges.map(|judge| judge.0), 0.95).expect("there are rows");
    let mut worst = Worst::new();
    for (at, kind) in got.kinds.iter().enumerate() {
        let figures = [
            ("estimate", kind.estimate),
            ("low", kind.low),
            ("high", kind.high),
            ("F", kind.statistic),
            ("p", kind.p_value),
        ];
        for (what, got) in figures {
            worst.see(got, numbers(&answers["icc"][what])[at], || format!("{} {what}", kind.kind));
        }
    }
    worst.at_least(11.0, "ICC");
}

#[test]
fn differences_and_words() {
    let answers = answers();
    let mut worst = Worst::new();
    let williams = shared(0.5, 0.3, 0.6, 50, 0.95).expect("they are correlations");
    worst.see(williams.statistic, number(&answers["difference"]["shared"]), || "Williams".to_owned());
    let four = Four { r12: 0.5, r34: 0.3, r23: 0.4, r13: 0.2, r14: 0.1, r24: 0.35 };
    for (key, pooled) in [("apart", true), ("unpooled", false)] {
        let got = apart(&four, 80, pooled, 0.95).expect("they are correlations");
        worst.see(got.statistic, number(&answers["difference"][key]), || key.to_owned());
    }
    let tab = numbers(&answers["words"]["tab"]);
    let (mut x, mut y) = (Vec::new(), Vec::new());
    for (at, count) in tab.into_iter().enumerate() {
        x.extend(std::iter::repeat_n(at as u32 % 2, count as usize));
        y.extend(std::iter::repeat_n(at as u32 / 2, count as usize));
    }
    let got = contingency(("x", &x), ("y", &y)).expect("there are rows");
    worst.see(got.statistic, number(&answers["words"]["statistic"]), || "χ²".to_owned());
    worst.see(got.p_value, number(&answers["words"]["p"]), || "p of χ²".to_owned());
    worst.at_least(13.0, "differences and words");
}
