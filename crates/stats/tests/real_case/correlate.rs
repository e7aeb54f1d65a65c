//! Correlations as R gives them.

use crate::shared::{Worst, csv, json, number, numbers};
use serde_json::Value;
use stats::Frame;
use stats::correlate::{
    Adjust, Ask, Coefficient, Given, Missing, Whole, adjust, correlate, independent, matrix, partial, shared,
};

/// Every pair of a frame that R was asked for, by every coefficient.
fn pairs(data: &Frame, answers: &Value, worst: &mut Worst) -> usize {
    // Some sets are kept back.
    let Some(answers) = answers.as_object() else { return 0 };
    for (pair, kinds) in answers {
        let (x, y) = pair.split_once('~').expect("two names");
        for (kind, want) in kinds.as_object().expect("kinds") {
            let coefficient = match kind.split('_').next() {
                Some("pearson") => Coefficient::Pearson,
                Some("spearman") => Coefficient::Spearman,
                _ => Coefficient::Kendall,
            };
            let exact = kind.contains('_').then_some(false);
            let ask = Ask { exact, continuity: kind.ends_with("cc"), ..Ask::default() };
            let column = |name| (name, data.numbers(name).expect("it is there"));
            let got = correlate(coefficient, column(x), column(y), &ask).expect("it can be");
            let mut see = |got: f64, what: &str| {
                worst.see(got, number(&want[what]), || format!("{pair} {kind} {what}"));
            };
            see(got.estimate, "estimate");
            see(got.statistic, "statistic");
            see(got.p_value, "p");
            if let [low, high] = numbers(&want["ci95"])[..] {
                worst.see(got.low, low, || format!("{pair} {kind} low"));
                worst.see(got.high, high, || format!("{pair} {kind} high"));
            }
        }
    }
    answers.len()
}

#[test]
fn pairs_are_as_cor_test_says() {
    let Some(answers) = json("correlation.json") else { return };
    let mut worst = Worst::new();
    let mut seen = 0;
    for name in ["mtcars", "iris", "longley"] {
        let Some(data) = csv(&format!("{name}.csv")) else { return };
        seen += pairs(&data, &answers[name], &mut worst);
    }
    for name in ["exact9", "n60"] {
        let column = |at: &str| stats::Column {
            name: at.to_owned(),
            values: stats::Values::Number(numbers(&answers[name][at])),
        };
        let data = Frame::new(vec![column("x"), column("y")]).expect("of one length");
        seen += pairs(&data, &answers[name]["r"], &mut worst);
    }
    assert!(seen >= 55 + 6 + 2, "{seen}");
    worst.at_least(10.0, "cor.test");
}

fn against(data: &Frame, want: &Value, whole: &Whole, worst: &mut Worst) {
    let Some(names) = want["rownames"].as_array() else { return };
    let names: Vec<&str> = names.iter().filter_map(Value::as_str).collect();
    let got = matrix(data, &names, whole).expect("it can be");
    for (i, row) in want["rows"].as_array().expect("rows").iter().enumerate() {
        for (j, want) in numbers(row).into_iter().enumerate() {
            worst.see(got.estimate(i, j), want, || format!("{} {}", names[i], names[j]));
        }
    }
}

#[test]
fn matrices_are_as_cor_says() {
    let (Some(answers), Some(cars), Some(air)) =
        (json("correlation.json"), csv("mtcars.csv"), csv("airquality.csv"))
    else {
        return;
    };
    let mut worst = Worst::new();
    let whole = Whole::default();
    for (name, coefficient) in [
        ("pearson", Coefficient::Pearson),
        ("spearman", Coefficient::Spearman),
        ("kendall", Coefficient::Kendall),
    ] {
        against(&cars, &answers["cor_matrix"][name], &Whole { coefficient, ..whole }, &mut worst);
    }
    let answers = &answers["airquality"];
    against(&air, &answers["pairwise"], &whole, &mut worst);
    against(&air, &answers["complete"], &Whole { missing: Missing::Listwise, ..whole }, &mut worst);
    let ranks = Whole { coefficient: Coefficient::Spearman, ..whole };
    against(&air, &answers["pairwise_spearman"], &ranks, &mut worst);
    worst.at_least(12.0, "cor");
    let names: Vec<&str> = air.columns().iter().map(|column| column.name.as_str()).collect();
    let got = matrix(&air, &names, &whole).expect("it can be");
    let counts = answers["pairwise_n"]["rows"].as_array();
    for (i, row) in counts.into_iter().flatten().enumerate() {
        for (j, want) in numbers(row).into_iter().enumerate().filter(|(j, _)| *j != i) {
            assert_eq!(got.pair(i, j).map(|pair| pair.found.n as f64), Some(want));
        }
    }
}

#[test]
fn partial_correlations_are_as_by_the_inverse() {
    let Some(answers) = json("correlation.json") else { return };
    let mut worst = Worst::new();
    for (name, file) in [("mtcars", "mtcars"), ("iris", "iris"), ("longley_first4", "longley")] {
        let Some(data) = csv(&format!("{file}.csv")) else { return };
        let want = &answers["partial"][name];
        let names: Vec<&str> =
            want["partial"]["rownames"].as_array().expect("names").iter().filter_map(Value::as_str).collect();
        let got = partial(&data, &names, Given::Others, &Whole::default()).expect("it can be");
        for pair in &got.pairs {
            let at = |what: &str| number(&want[what]["rows"][pair.x][pair.y]);
            worst.see(pair.found.estimate, at("partial"), || format!("{name} {} {}", pair.x, pair.y));
            worst.see(pair.found.p_value, at("p"), || format!("{name} p {} {}", pair.x, pair.y));
            assert_eq!(pair.found.df, want["df"].as_f64());
        }
    }
    worst.at_least(10.0, "partial");
}

#[test]
fn adjusted_probabilities_are_as_p_adjust_says() {
    let Some(answers) = json("correlation.json") else { return };
    let answers = &answers["p_adjust"];
    let raw = numbers(&answers["raw"]);
    let mut worst = Worst::new();
    for name in ["BH", "BY", "holm", "hochberg", "hommel", "bonferroni"] {
        if answers[name].is_null() {
            continue;
        }
        let how = Adjust::of(&name.to_lowercase()).expect("it is known");
        let want = numbers(&answers[name]);
        assert_eq!(want.len(), raw.len());
        for (at, (got, want)) in adjust(&raw, how).into_iter().zip(want).enumerate() {
            worst.see(got, want, || format!("{name} {at}"));
        }
    }
    worst.at_least(14.0, "p.adjust");
}

#[test]
fn differences_are_as_psych_says() {
    let Some(answers) = json("correlation.json") else { return };
    let answers = &answers["cor_diff"];
    let mut worst = Worst::new();
    // r.test(50, .5, .3, .6) takes its figures as r12, r34 and r23, and the second as r13.
    let williams = shared(0.5, 0.3, 0.6, 50, 0.95).expect("they are correlations").p_value;
    worst.see(williams, number(&answers["paired"]), || "paired".to_owned());
    let two = independent(0.5, 50, 0.3, 60, 0.95).expect("they are correlations").p_value;
    worst.see(two, number(&answers["indep"]), || "independent".to_owned());
    worst.at_least(12.0, "r.test");
}
