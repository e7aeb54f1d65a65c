//! Every kind of model against R's answers; the script stands beside them.

use super::{agrees, ask, column, frame, list, of_rows, sheet};
use serde_json::Value as Json;
use study::{Answer, Sheet};

fn oracle() -> Json {
    serde_json::from_str(include_str!("../oracle/fresh_kinds.json")).expect("the oracle is JSON")
}

fn asked(r: &Json, kind: &str, given: &[(&'static str, &'static str)]) -> Box<dyn Answer> {
    ask(kind, given, frame(&r["data"]), frame(&r["new"])).expect("an answer")
}

fn found(r: &Json, kind: &str, given: &[(&'static str, &'static str)]) -> Sheet {
    sheet(&*asked(r, kind, given))
}

#[test]
fn words_that_tell_a_function_how_are_no_columns() {
    let r = oracle();
    let raw = found(&r, "regress", &[("formula", "y ~ poly(b, 2, raw) + C(day, sum) * a")]);
    for (at, name) in ["fitted", "pred_low", "pred_high"].into_iter().enumerate() {
        agrees(&column(&raw, name), &of_rows(&r["raw"], at), 11, name);
    }
    let based = found(&r, "regress", &[("formula", "y ~ b + relevel(day, ref = sat)")]);
    agrees(&column(&based, "fitted"), &list(&r["based"]), 12, "based");
}

#[test]
fn a_count_has_an_interval_on_both_scales() {
    let r = oracle();
    let new = found(&r, "regress", &[("formula", "count ~ a + day"), ("family", "poisson")]);
    for (at, name) in ["fitted", "linear", "linear_low", "linear_high"].into_iter().enumerate() {
        agrees(&column(&new, name), &of_rows(&r["count"], at), 10, name);
    }
    let through: Vec<f64> = column(&new, "linear_low").iter().map(|line| line.exp()).collect();
    agrees(&column(&new, "conf_low"), &through, 13, "conf_low");
}

#[test]
fn a_robust_model_says_how_sure_a_mean_is() {
    let r = oracle();
    let new = found(&r, "regress", &[("formula", "y ~ a + b + day"), ("method", "huber")]);
    // R's rlm rests where a coefficient moves by a millionth of a millionth.
    agrees(&column(&new, "fitted"), &of_rows(&r["huber"], 0), 9, "fitted");
    agrees(&column(&new, "std_error"), &of_rows(&r["huber"], 1), 9, "std_error");
    let (low, high) = (column(&new, "conf_low"), column(&new, "conf_high"));
    let wide: Vec<f64> = low.iter().zip(&high).map(|(low, high)| (high - low) / 2.0).collect();
    let reach = 1.959_963_984_540_054;
    let want: Vec<f64> = column(&new, "std_error").iter().map(|error| reach * error).collect();
    agrees(&wide, &want, 12, "the interval");
}

#[test]
fn a_quantile_has_an_interval_by_the_density() {
    let r = oracle();
    let given = [("formula", "y ~ a + b"), ("method", "quantile"), ("tau", "0.3"), ("level", "0.9")];
    let new = found(&r, "regress", &given);
    for (at, name) in ["fitted_0.3", "conf_low_0.3", "conf_high_0.3"].into_iter().enumerate() {
        agrees(&column(&new, name), &of_rows(&r["quantile"], at), 10, name);
    }
}

#[test]
fn factors_score_new_rows_by_both_formulas() {
    let r = oracle();
    for (at, how) in ["regression", "bartlett"].into_iter().enumerate() {
        let given = [("columns", "i1,i2,i3,i4,i5"), ("factors", "1"), ("rotate", "none"), ("scores", how)];
        let got = column(&found(&r, "factor", &given), "fitted_f1");
        let want = of_rows(&r["scores"], at);
        let sign = (got[0] * want[0]).signum();
        agrees(&got, &want.iter().map(|x| sign * x).collect::<Vec<_>>(), 7, how);
    }
}

#[test]
fn fitted_rows_asked_again_have_the_scores_they_had() {
    let r = oracle();
    for given in [
        &[("columns", "i1,i2,i3,i4,i5"), ("factors", "2"), ("rotate", "oblimin"), ("scores", "tenberge")][..],
        &[("columns", "i1,i2,i3,i4,i5"), ("factors", "2"), ("method", "pca"), ("rotate", "varimax")],
        &[("columns", "i1,a,b"), ("factors", "2"), ("method", "pca"), ("scale", "false"), ("rotate", "none")],
    ] {
        let answer = ask("factor", given, frame(&r["data"]), frame(&r["data"])).expect("an answer");
        let (new, rows) = (sheet(&*answer), answer.rows(locale::Lang::En).expect("rows"));
        let names: Vec<&String> =
            new.heads.iter().map(|head| &head.name).filter(|name| name.starts_with("fitted")).collect();
        assert_eq!(names.len(), 2);
        for name in names {
            agrees(&column(&new, name), &column(&rows, name), 14, name);
        }
    }
}

#[test]
fn each_cluster_takes_what_is_nearest() {
    let r = oracle();
    for (method, key) in [("kmeans", "kmeans"), ("pam", "pam"), ("hierarchical", "tree")] {
        let given =
            [("columns", "a,b"), ("k", "3"), ("scale", "none"), ("quick", "true"), ("method", method)];
        agrees(&column(&found(&r, "cluster", &given), "distance"), &list(&r[key]), 12, method);
    }
    let given = [
        ("columns", "a,b"),
        ("scale", "none"),
        ("quick", "true"),
        ("method", "dbscan"),
        ("eps", "1.2"),
        ("min-points", "5"),
    ];
    let density = found(&r, "cluster", &given);
    let known = |x: &f64| if x.is_nan() { -1.0 } else { *x };
    let gaps: Vec<f64> = column(&density, "distance").iter().map(known).collect();
    agrees(&gaps, &list(&r["core"]), 12, "dbscan");
    let none: Vec<bool> = column(&density, "cluster").iter().map(|cluster| cluster.is_nan()).collect();
    assert_eq!(none, list(&r["density"]).iter().map(|cluster| *cluster == 0.0).collect::<Vec<_>>());
    assert!(density.note.contains("1.2"), "the reach is told: {}", density.note);
}

#[test]
fn a_mixture_gives_each_cluster_its_probability() {
    let r = oracle();
    let given = [
        ("columns", "a,b"),
        ("k", "3"),
        ("scale", "none"),
        ("quick", "true"),
        ("method", "mixture"),
        ("model", "VVV"),
    ];
    let new = found(&r, "cluster", &given);
    let shares = [1, 2, 3].map(|cloud| column(&new, &format!("probability_{cloud}")));
    let (cluster, likely) = (column(&new, "cluster"), column(&new, "probability"));
    for row in 0..4 {
        let mut own: Vec<f64> = shares.iter().map(|share| share[row]).collect();
        assert!((own[cluster[row] as usize - 1] - likely[row]).abs() < 1e-15);
        own.sort_by(f64::total_cmp);
        let want = list(&r["clouds"][row]);
        // Both go up to the same likelihood by steps that grow small.
        agrees(&own, &want, 7, "shares");
    }
}

#[test]
fn scripts_repeat_new_rows() {
    let r = oracle();
    let cluster = [("columns", "a,b"), ("k", "3"), ("quick", "true")];
    let factor = [("columns", "i1,i2,i3,i4,i5"), ("factors", "1")];
    let components = [("columns", "i1,i2,i3"), ("method", "pca"), ("factors", "2"), ("rotate", "none")];
    let ridge = [("formula", "y ~ a + b"), ("method", "ridge"), ("lambda", "2")];
    for (kind, given, call) in [
        ("cluster", &cluster[..], "scaled:center"),
        ("factor", &factor[..], "factor.scores"),
        ("factor", &components[..], "predict(p, new)"),
        ("regress", &ridge[..], "t(rbind(coef(model)))"),
    ] {
        let script = asked(&r, kind, given).script("old.csv");
        assert!(script.contains("read.csv(\"new.csv\"") && script.contains(call), "{kind}: {script}");
    }
}
