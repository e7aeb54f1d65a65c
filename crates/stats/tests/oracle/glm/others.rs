//! Penalised, quantile and robust regression against `glmnet`, `lm.ridge`, `quantreg` and `rlm`.

use super::{answers, digits, list, same, table};
use stats::Frame;
use stats::regress::formula::{Bound, Formula, With};
use stats::regress::glm::Family;
use stats::regress::penalised::{Options, cross_validate, lambdas, net, ridge};
use stats::regress::quantile::{Spread, bootstrap, quantile, rank_intervals};
use stats::regress::robust::{Psi, Scale, Weights, robust};

fn bind(text: &str, frame: &Frame, weights: Option<&str>) -> Bound {
    let with = With { weights, ..With::default() };
    text.parse::<Formula>().and_then(|f| f.bind(frame, with)).expect("R can too")
}

#[test]
fn m_estimators_are_those_of_rlm() {
    let answers = answers();
    let table = table(&answers);
    let cases = [
        ("huber", Psi::HUBER, Scale::Mad, None),
        ("bisquare", Psi::BISQUARE, Scale::Mad, None),
        ("hampel", Psi::HAMPEL, Scale::Mad, None),
        ("huber_p2", Psi::HUBER, Scale::Proposal2(1.345), None),
        ("huber_weighted", Psi::HUBER, Scale::Mad, Some("w")),
    ];
    for (key, psi, scale, weights) in cases {
        let text = if weights.is_some() { "y ~ x + z" } else { "y ~ x + z + a" };
        let bound = bind(text, &table, weights);
        let found =
            robust(&bound.design, psi, scale, Weights::Cases, None).unwrap_or_else(|e| panic!("{key}: {e}"));
        let want = &answers[key];
        same(key, &found.coefficients, &list(&want["coef"]), 10.0);
        same("scale", &[found.scale], &[want["scale"].as_f64().unwrap_or(f64::NAN)], 10.0);
        same("errors", &found.std_errors, &list(&want["se"]), 10.0);
    }
}

#[test]
fn an_mm_estimator_is_that_of_rlm_as_far_as_its_search_goes() {
    let answers = answers();
    let bound = bind("y ~ x + z + a", &table(&answers), None);
    let found = stats::regress::mm(&bound.design, 1).expect("it can be");
    // rlm takes the scale from a search that it ends early: three digits of it are common.
    same("MM", &found.coefficients, &list(&answers["mm"]["coef"]), 2.0);
    let again = stats::regress::mm(&bound.design, 1).expect("it can be");
    assert_eq!(found.coefficients, again.coefficients);
}

#[test]
fn quantiles_are_those_of_quantreg() {
    let answers = answers();
    let bound = bind("y ~ x + z + a", &table(&answers), None);
    for case in answers["quantiles"].as_array().expect("they are there") {
        let tau = case["tau"].as_f64().expect("a share");
        let found = quantile(&bound.design, tau).unwrap_or_else(|e| panic!("{tau}: {e}"));
        same("loss", &[found.loss], &[case["rho"].as_f64().unwrap_or(f64::NAN)], 12.0);
        println!("tau {tau} unique {}", found.unique);
        if !found.unique {
            // Another plane is as good, and R may have taken that one: it says so too.
            continue;
        }
        same(&format!("tau {tau}"), &found.coefficients, &list(&case["coef"]), 11.0);
        same(
            "nid",
            &found.errors(&bound.design, Spread::Own).expect("they can be"),
            &list(&case["nid"]),
            8.0,
        );
        same(
            "iid",
            &found.errors(&bound.design, Spread::Same).expect("they can be"),
            &list(&case["iid"]),
            8.0,
        );
        for (key, spread) in [("rank", Spread::Same), ("ranknid", Spread::Own)] {
            let want: Vec<f64> = case[key]["rows"].as_array().expect("rows").iter().flat_map(list).collect();
            let got: Vec<f64> = rank_intervals(&bound.design, &found, spread, 0.95)
                .expect("they can be")
                .into_iter()
                .flat_map(|(low, high)| [low, high])
                .collect();
            println!("{key}: {got:?} {want:?}");
            for (got, want) in got.iter().zip(&want) {
                // R writes ±1.8e308 where an end is open.
                let open = want.is_nan() || want.abs() > 1e300;
                assert!(
                    if open { got.is_infinite() } else { digits(*got, *want) > 11.0 },
                    "{tau} {key}: {got} {want}"
                );
            }
        }
    }
    let found = quantile(&bound.design, 0.5).expect("it can be");
    let draws = bootstrap(&bound.design, &found, 100, 5, 0.95).expect("it can be");
    assert_eq!(draws, bootstrap(&bound.design, &found, 100, 5, 0.95).expect("it can be"));
    assert!(draws.std_errors.iter().all(|e| *e > 0.0));
}

#[test]
fn penalised_fits_are_those_of_glmnet_and_lm_ridge() {
    let answers = answers();
    let table = table(&answers);
    let flat = |value: &serde_json::Value| -> Vec<Vec<f64>> {
        value["rows"].as_array().expect("rows").iter().map(list).collect()
    };
    let own = ridge(&bind("y ~ x + z + a + w", &table, None).design, &[0.0, 0.5, 3.0]).expect("it can be");
    for (fit, want) in own.iter().zip(flat(&answers["ridge"])) {
        same("lm.ridge", &fit.coefficients, &want, 12.0);
    }
    let lambda = list(&answers["lambda"]);
    let fifth: Vec<f64> = lambda.iter().map(|l| l / 5.0).collect();
    let plain = Options::default();
    let cases = [
        ("lasso", "y", plain, &lambda),
        ("enet", "y", Options { alpha: 0.5, ..plain }, &lambda),
        ("enet_raw", "y", Options { alpha: 0.3, standardise: false, ..plain }, &lambda),
        ("ridge_net", "y", Options { alpha: 0.0, ..plain }, &lambda),
        ("logit_lasso", "hit", Options { family: Family::Binomial, ..plain }, &fifth),
        ("poisson_enet", "count", Options { family: Family::Poisson, alpha: 0.5, ..plain }, &lambda),
    ];
    for (key, outcome, options, lambda) in cases {
        let bound = bind(&format!("{outcome} ~ x + z + a + o + w"), &table, None);
        let found = net(&bound.design, lambda, options).unwrap_or_else(|e| panic!("{key}: {e}"));
        let want = flat(&answers[key]);
        for (at, point) in found.path.iter().enumerate() {
            let column: Vec<f64> = want.iter().map(|row| row[at]).collect();
            assert!(point.gap < 1e-12, "{key}: gap {}", point.gap);
            for (got, want) in point.coefficients.iter().zip(&column) {
                let near = (got - want).abs() < 1e-9;
                assert!(
                    if *want == 0.0 {
                        *got == 0.0
                    } else {
                        digits(*got, *want) > 7.5 || near && want.abs() < 1e-3
                    },
                    "{key} {}: {:?} {column:?}",
                    point.lambda,
                    point.coefficients
                );
            }
            let worst =
                point.coefficients.iter().zip(&column).map(|(g, w)| digits(*g, *w)).fold(17.0, f64::min);
            println!("{key} {}: {worst:.1} digits, gap {:.1e}", point.lambda, point.gap);
        }
    }
    let exact: serde_json::Value = serde_json::from_str(include_str!("exact.json")).expect("it is JSON");
    for (key, _, options, lambda) in cases.iter().take(4) {
        let bound = bind("y ~ x + z + a + o + w", &table, None);
        let found = net(&bound.design, lambda, *options).expect("as before");
        for (at, point) in found.path.iter().enumerate() {
            same(&format!("{key} exactly"), &point.coefficients, &list(&exact[key][at]), 12.0);
        }
    }
    let bound = bind("y ~ x + z + a + o + w", &table, None);
    let path = lambdas(&bound.design, plain, 30, 1e-3).expect("it can be");
    assert_eq!(net(&bound.design, &path[..1], plain).expect("it can be").path[0].df, 0);
    let cross = cross_validate(&bound.design, &path, plain, 10, 3).expect("it can be");
    assert_eq!(cross, cross_validate(&bound.design, &path, plain, 10, 3).expect("it can be"));
    assert!(cross.plain >= cross.best);
}
