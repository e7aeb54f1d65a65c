//! Generalized linear, penalised, robust and panel models against R's stored answers.

use serde_json::Value;
use stats::regress::formula::{Bound, Formula, With};
use stats::regress::glm::{self, Family, Glm, Link, Robust};
use stats::regress::panel::{self, Model, Panels};
use stats::regress::penalised::{self, Convention, Options};
use stats::regress::robust::{Psi, Scale, Weights, robust};
use stats::{Column, Frame, MISSING, Values};
use std::path::PathBuf;

/// R's answers and its tables' folder; none where the shared folder is absent.
fn stored() -> Option<(Value, PathBuf)> {
    let near = ["../../../shared", "../../../../shared"]
        .map(|up| PathBuf::from(env!("CARGO_MANIFEST_DIR")).join(up));
    let found = near.iter().map(|up| up.join("reference/r")).find(|folder| folder.is_dir());
    let Some(folder) = found else {
        println!("skipped: R's stored answers are not here");
        return None;
    };
    let text = std::fs::read_to_string(folder.join("lm_glm.json")).expect("it is there");
    Some((serde_json::from_str(&text).expect("it is JSON"), folder.join("csv")))
}

fn table(folder: &std::path::Path, name: &str) -> Frame {
    let text = std::fs::read_to_string(folder.join(format!("{name}.csv"))).expect("it is there");
    let mut lines = text
        .lines()
        .map(|line| line.split(',').map(|cell| cell.trim_matches('"').to_owned()).collect::<Vec<_>>());
    let head = lines.next().expect("it has a head");
    let rows: Vec<Vec<String>> = lines.collect();
    let column = |(at, name): (usize, &String)| {
        let cells: Vec<&str> = rows.iter().map(|row| row[at].as_str()).collect();
        let numbers: Option<Vec<f64>> = cells
            .iter()
            .map(|cell| if cell.is_empty() { Some(f64::NAN) } else { cell.parse().ok() })
            .collect();
        let values = numbers.map(Values::Number).unwrap_or_else(|| {
            let mut levels: Vec<String> = cells.iter().map(|cell| (*cell).to_owned()).collect();
            levels.sort();
            levels.dedup();
            // warpbreaks' tension has the order of its levels: L, M, H.
            if name == "tension" {
                levels = ["L", "M", "H"].map(str::to_owned).to_vec();
            }
            let code =
                |cell: &&str| levels.iter().position(|level| level == cell).map_or(MISSING, |at| at as u32);
            Values::Factor { codes: cells.iter().map(code).collect(), levels: levels.clone(), ordered: false }
        });
        Column { name: name.clone(), values }
    };
    Frame::new(head.iter().enumerate().map(column).collect()).expect("of one length")
}

fn bind(text: &str, frame: &Frame) -> Bound {
    text.parse::<Formula>().and_then(|formula| formula.bind(frame, With::default())).expect("R can too")
}

fn list(value: &Value) -> Vec<f64> {
    let values: Vec<&Value> = match value {
        Value::Array(values) => values.iter().collect(),
        Value::Object(values) => values.values().collect(),
        other => vec![other],
    };
    values.into_iter().map(|v| v.as_f64().unwrap_or(f64::NAN)).collect()
}

/// A column of a stored matrix.
fn column(matrix: &Value, at: usize) -> Vec<f64> {
    matrix["rows"].as_array().into_iter().flatten().map(|row| row[at].as_f64().unwrap_or(f64::NAN)).collect()
}

#[track_caller]
fn same(what: &str, got: &[f64], want: &[f64], need: f64) {
    assert_eq!(got.len(), want.len(), "{what}: {got:?} against {want:?}");
    let one = |(g, w): (&f64, &f64)| if g == w { 17.0 } else { -((g - w) / w).abs().log10() };
    let worst = got
        .iter()
        .zip(want)
        .map(one)
        .fold(17.0, |a: f64, b| if b.is_nan() { f64::NEG_INFINITY } else { a.min(b) });
    println!("{what}: {worst:.1} digits");
    assert!(worst >= need, "{what}: {worst:.1} digits, {got:?} against {want:?}");
}

fn diagonal(covariance: &[Vec<f64>]) -> Vec<f64> {
    covariance.iter().enumerate().map(|(at, row)| row[at].sqrt()).collect()
}

/// R's covariances are of the weights before the last step: they hold half as many digits as the coefficients do, and fewer where the
/// link is not the family's own, whose steps end when the deviance rests.
fn held(name: &str, model: &Glm, bound: &Bound, want: &Value, (coefficients, errors): (f64, f64)) {
    println!("{name}");
    same("  coefficients", &model.coefficients, &column(&want["coef"], 0), coefficients);
    let table = model.coefficients_table(&model.covariance(), 0.95);
    same(
        "  errors",
        &table.iter().map(|row| row.std_error).collect::<Vec<_>>(),
        &column(&want["coef"], 1),
        errors,
    );
    for (row, p) in table.iter().zip(column(&want["coef"], 3)) {
        // Below 1e-300 R writes 0.
        assert!(
            p == 0.0 || ((row.p_value - p) / p).abs() < 1e-5,
            "{name} {}: p {} {p}",
            row.term,
            row.p_value
        );
    }
    let one = |key: &str| want[key].as_f64().unwrap_or(f64::NAN);
    same("  deviance", &[model.deviance, model.null_deviance], &[one("deviance"), one("null")], 11.0);
    same("  dispersion", &[model.dispersion], &[one("dispersion")], coefficients.min(12.0));
    if want["AIC"].is_number() {
        let got = [
            model.log_likelihood.expect("it has one"),
            model.aic().expect("it has one"),
            model.bic().expect("it has one"),
        ];
        same("  likelihood", &got, &[one("logLik"), one("AIC"), one("BIC")], 11.0);
    }
    same("  fitted", &model.fitted, &list(&want["fitted"]), coefficients);
    same(
        "  deviance residuals",
        &model.deviance_residuals(&bound.design),
        &list(&want["dev_resid"]),
        coefficients - 1.0,
    );
    same(
        "  Pearson residuals",
        &model.pearson_residuals(&bound.design),
        &list(&want["pearson_resid"]),
        coefficients - 1.0,
    );
    let robust = diagonal(&model.robust(&bound.design, Robust::Hc0).expect("it can be"));
    let want: Vec<f64> =
        model.names.iter().map(|name| want["se_HC0"][name].as_f64().unwrap_or(f64::NAN)).collect();
    same("  HC0", &robust, &want, errors);
}

#[test]
fn generalized_linear_models() {
    let Some((answers, folder)) = stored() else { return };
    let fit = |text: &str, table_name: &str, family, link| {
        let bound = bind(text, &table(&folder, table_name));
        let model = glm::fit(&bound.design, family, link).expect("it can be fitted");
        (model, bound)
    };
    let (model, bound) = fit("case ~ spontaneous + induced", "infert", Family::Binomial, Link::Logit);
    held("logit_infert", &model, &bound, &answers["logit_infert"], (12.0, 11.0));
    let (model, bound) = fit("am ~ wt", "mtcars", Family::Binomial, Link::Logit);
    held("logit_mtcars", &model, &bound, &answers["logit_mtcars"], (12.0, 8.0));
    let (model, bound) = fit("breaks ~ wool*tension", "warpbreaks", Family::Poisson, Link::Log);
    held("poisson_warpbreaks", &model, &bound, &answers["poisson_warpbreaks"], (12.0, 11.0));
}

#[test]
fn a_negative_binomial_with_its_theta() {
    let Some((answers, folder)) = stored() else { return };
    let bound = bind("Days ~ Sex + Age + Eth + Lrn", &table(&folder, "quine"));
    let model = glm::negative_binomial(&bound.design, Link::Log).expect("it can be fitted");
    let want = &answers["negbin_quine"];
    held("negbin_quine", &model, &bound, want, (9.0, 9.0));
    let (theta, error) = model.theta.expect("it was estimated");
    let one = |key: &str| [want[key].as_f64().unwrap_or(f64::NAN)];
    same("  theta", &[theta], &one("theta"), 9.0);
    // theta.ml gives the error of the step before its last.
    same("  its error", &[error], &one("SE.theta"), 5.0);
}

#[test]
fn ridge_lasso_and_net() {
    let Some((answers, folder)) = stored() else { return };
    let longley = bind("Employed ~ . - row", &table(&folder, "longley"));
    let lambda = list(&answers["ridge_longley"]["lambda"]);
    for (at, fit) in penalised::ridge(&longley.design, &lambda).expect("it can be fitted").iter().enumerate()
    {
        let want = list(&answers["ridge_longley"]["coef"]["rows"][at]);
        same(&format!("ridge {}", fit.lambda), &fit.coefficients, &want, 10.0);
    }
    let cars = table(&folder, "mtcars");
    let scaled = bind(
        "mpg ~ scale(cyl) + scale(disp) + scale(hp) + scale(drat) + scale(wt) + scale(qsec) + scale(vs) + scale(am) + scale(gear) + scale(carb)",
        &cars,
    );
    let lambda = list(&answers["glmnet_mtcars"]["lambda"]);
    for (key, alpha) in [("lasso", 1.0), ("enet05", 0.5), ("ridge", 0.0)] {
        let options =
            Options { alpha, standardise: false, convention: Convention::Glmnet, family: Family::Gaussian };
        let net = penalised::net(&scaled.design, &lambda, options).expect("it can be fitted");
        for (at, point) in net.path.iter().enumerate() {
            // glmnet stops short: `oracle/glm/exact.py` solves such equations in 50 digits.
            same(
                &format!("{key} {}", point.lambda),
                &point.coefficients,
                &column(&answers["glmnet_mtcars"][key], at),
                7.0,
            );
            assert!(point.gap < 1e-12);
        }
    }
}

#[test]
fn hubers_estimator() {
    let Some((answers, _)) = stored() else { return };
    // Brownlee 1965, p. 454.
    let air = [80, 80, 75, 62, 62, 62, 62, 62, 58, 58, 58, 58, 58, 58, 50, 50, 50, 50, 50, 56, 70];
    let water = [27, 27, 25, 24, 22, 23, 24, 24, 23, 18, 18, 17, 18, 19, 18, 18, 19, 19, 20, 20, 20];
    let acid = [89, 88, 90, 87, 87, 87, 93, 93, 87, 80, 89, 88, 82, 93, 89, 86, 72, 79, 80, 82, 91];
    let loss = [42, 37, 37, 28, 18, 18, 19, 20, 15, 14, 14, 13, 11, 12, 8, 7, 8, 8, 9, 15, 15];
    let column_of = |name: &str, values: [i32; 21]| Column {
        name: name.to_owned(),
        values: Values::Number(values.iter().map(|v| f64::from(*v)).collect()),
    };
    let frame = Frame::new(vec![
        column_of("loss", loss),
        column_of("air", air),
        column_of("water", water),
        column_of("acid", acid),
    ]);
    let bound = bind("loss ~ air + water + acid", &frame.expect("of one length"));
    let found = robust(&bound.design, Psi::HUBER, Scale::Mad, Weights::InverseVariance, None)
        .expect("it can be fitted");
    let want = &answers["rlm_huber"]["coef"];
    same("rlm", &found.coefficients, &column(want, 0), 10.0);
    same("errors", &found.std_errors, &column(want, 1), 10.0);
}

#[test]
fn grunfelds_panel() {
    let Some((answers, folder)) = stored() else { return };
    let want = &answers["panel_grunfeld"];
    let frame = table(&folder, "Grunfeld");
    let bound = bind("inv ~ value + capital", &frame);
    let codes = |name: &str| -> Vec<u32> {
        frame.numbers(name).expect("it is there").iter().map(|x| *x as u32).collect()
    };
    let (units, times) = (codes("firm"), codes("year"));
    let panels = Panels { units: &units, times: &times };
    let fit = |model| panel::panel(&bound.design, panels, model).expect("it can be fitted");
    let models = [
        ("pooling", Model::Pooling),
        ("within", Model::Within),
        ("random", Model::Random),
        ("twoways", Model::TwoWays),
        ("between", Model::Between),
        ("fd", Model::Differences),
    ];
    for (key, model) in models {
        let found = fit(model);
        same(key, &found.coefficients, &column(&want[key]["coef"], 0), 11.0);
        same("  errors", &diagonal(&found.covariance), &column(&want[key]["coef"], 1), 11.0);
        let p: Vec<f64> = found
            .coefficients
            .iter()
            .zip(diagonal(&found.covariance))
            .map(|(b, e)| found.p_value(b / e))
            .collect();
        same("  p", &p, &column(&want[key]["coef"], 3), 9.0);
        same(
            "  r2",
            &[found.r2.0, found.r2.1],
            &[
                want[key]["r2"]["rsq"].as_f64().unwrap_or(f64::NAN),
                want[key]["r2"]["adjrsq"].as_f64().unwrap_or(f64::NAN),
            ],
            11.0,
        );
    }
    let (fixed, random) = (fit(Model::Within), fit(Model::Random));
    let test = panel::hausman(&fixed, &random).expect("it can be");
    let one = |key: &str| want["hausman"][key].as_f64().unwrap_or(f64::NAN);
    same("Hausman", &[test.statistic, test.p_value], &[one("statistic"), one("p")], 10.0);
    let arellano = &want["within_arellano_HC0"];
    same(
        "Arellano",
        &diagonal(&fixed.arellano(false)),
        &[arellano["value"].as_f64().unwrap_or(f64::NAN), arellano["capital"].as_f64().unwrap_or(f64::NAN)],
        11.0,
    );
    let effects = panel::fixed_effects(&bound.design, panels, &fixed).expect("it is one-way");
    let firms: Vec<f64> =
        effects.iter().map(|e| want["fixef"][e.code.to_string()].as_f64().unwrap_or(f64::NAN)).collect();
    same("effects", &effects.iter().map(|e| e.estimate).collect::<Vec<_>>(), &firms, 11.0);
    let parts = random.components.expect("they were estimated");
    let sigma = &want["ercomp"];
    same(
        "components",
        &[parts.idiosyncratic, parts.individual],
        &[sigma["idios"].as_f64().unwrap_or(f64::NAN), sigma["id"].as_f64().unwrap_or(f64::NAN)],
        11.0,
    );
}
