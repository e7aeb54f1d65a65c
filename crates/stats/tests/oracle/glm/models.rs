//! Generalized linear models against `glm`, `glm.nb`, `sandwich`.

use super::{answers, list, same, table};
use stats::regress::formula::{Formula, With};
use stats::regress::glm::{self, Family, Link, Robust, Where};
use stats::{Frame, regress::formula::Bound};

fn bind(text: &str, frame: &Frame) -> Bound {
    text.parse::<Formula>().and_then(|f| f.bind(frame, With::default())).expect("R can too")
}

fn family(name: &str) -> Family {
    match name {
        "gaussian" => Family::Gaussian,
        "binomial" => Family::Binomial,
        "poisson" => Family::Poisson,
        "Gamma" => Family::Gamma,
        "inverse.gaussian" => Family::InverseGaussian,
        "quasibinomial" => Family::QuasiBinomial,
        "quasipoisson" => Family::QuasiPoisson,
        other => panic!("{other}"),
    }
}

fn errors(covariance: &[Vec<f64>]) -> Vec<f64> {
    covariance.iter().enumerate().map(|(at, row)| row[at].sqrt()).collect()
}

#[test]
fn models_of_every_family_and_link_are_those_of_r() {
    let answers = answers();
    let table = table(&answers);
    let groups: Vec<u32> = table.numbers("g").expect("it is there").iter().map(|g| *g as u32).collect();
    for case in answers["glms"].as_array().expect("they are there") {
        let word = |key: &str| case[key].as_str().expect("a word").to_owned();
        let (text, kind, link) = (word("formula"), word("family"), word("link"));
        let name = format!("{text} {kind} {link}");
        let bound = bind(&text, &table);
        let link =
            Link::ALL.iter().find(|(known, _)| *known == link).map(|(_, link)| *link).expect("it is known");
        let model = glm::fit(&bound.design, family(&kind), link).unwrap_or_else(|e| panic!("{name}: {e}"));
        let one = |key: &str| case[key].as_f64().unwrap_or(f64::NAN);
        same(&name, &model.coefficients, &list(&case["coef"]), 10.5);
        let rows = model.coefficients_table(&model.covariance(), 0.95);
        same("errors", &rows.iter().map(|r| r.std_error).collect::<Vec<_>>(), &list(&case["se"]), 9.5);
        same("p", &rows.iter().map(|r| r.p_value).collect::<Vec<_>>(), &list(&case["p"]), 8.0);
        same(
            "deviance",
            &[model.deviance, model.null_deviance, model.dispersion],
            &[one("deviance"), one("null"), one("dispersion")],
            10.0,
        );
        match case["aic"].as_f64() {
            Some(aic) => drop(same("aic", &[model.aic().expect("it has one")], &[aic], 11.0)),
            None => assert_eq!(model.aic(), None, "{name}"),
        }
        same("fitted", &model.fitted[..5], &list(&case["fitted"]), 10.0);
        same("working", &model.working_residuals(&bound.design)[..5], &list(&case["working"]), 9.0);
        same("leverage", &model.leverage(&bound.design)[..5], &list(&case["hat"]), 9.0);
        if case["hc0"].is_array() {
            let kinds = [
                ("hc0", Robust::Hc0),
                ("hc1", Robust::Hc1),
                ("hc3", Robust::Hc3),
                ("cl", Robust::Cluster(&groups, true)),
            ];
            for (key, kind) in kinds {
                let got = errors(&model.robust(&bound.design, kind).expect("it can be"));
                same(key, &got, &list(&case[key]), 9.0);
            }
        }
    }
}

#[test]
fn a_negative_binomial_has_the_theta_of_glm_nb() {
    let answers = answers();
    let table = table(&answers);
    let bound = bind("many ~ x + b", &table);
    let model = glm::negative_binomial(&bound.design, Link::Log).expect("it can be");
    let want = &answers["nb"];
    same("coefficients", &model.coefficients, &list(&want["coef"]), 10.0);
    same("errors", &errors(&model.covariance()), &list(&want["se"]), 9.0);
    let (theta, error) = model.theta.expect("it was estimated");
    let one = |key: &str| want[key].as_f64().unwrap_or(f64::NAN);
    same(
        "theta",
        &[theta, error, model.deviance, model.aic().expect("it has one")],
        &[one("theta"), one("se_theta"), one("deviance"), one("aic")],
        9.5,
    );
}

#[test]
fn what_is_asked_of_a_logit_model_is_as_r_counts_it() {
    let answers = answers();
    let table = table(&answers);
    let bound = bind("hit ~ x + a", &table);
    let model = glm::fit(&bound.design, Family::Binomial, Link::Logit).expect("it can be");
    let ends: Vec<f64> = glm::profile(&bound.design, &model, 0.95)
        .expect("it can be")
        .iter()
        .flat_map(|p| [p.conf_low, p.conf_high])
        .collect();
    let want: Vec<f64> = answers["profile"]["rows"].as_array().expect("rows").iter().flat_map(list).collect();
    same("profile", &ends, &want, 9.0);

    let effects = |place| {
        glm::marginal_effects(
            &model,
            &bound.recipe,
            &table,
            &bound.design.rows,
            &model.covariance(),
            (place, 0.95),
        )
        .expect("they can be")
    };
    let average = effects(Where::Average);
    let of = |variable: &str, level: Option<&str>| {
        let found = average
            .iter()
            .find(|e| e.variable == variable && e.level.as_deref() == level)
            .expect("it is there");
        [found.estimate, found.std_error]
    };
    same("effect of x", &of("x", None), &list(&answers["ame"]["x"]), 10.0);
    same("effect of q", &of("a", Some("q")), &list(&answers["ame"]["q"]), 10.0);
    same("effect of r", &of("a", Some("r")), &list(&answers["ame"]["r"]), 10.0);
    let means = effects(Where::Means);
    let x = means.iter().find(|e| e.variable == "x").expect("it is there").estimate;
    same("at means", &[x], &[answers["ame"]["x_at_means"].as_f64().unwrap_or(f64::NAN)], 10.0);

    let test = glm::hosmer_lemeshow(&model.fitted, &bound.design.y, 10).expect("it can be");
    same("Hosmer–Lemeshow", &[test.statistic, test.df, test.p_value], &list(&answers["hl"]), 9.5);
    let roc = glm::roc(&model.fitted, &bound.design.y, 0.95).expect("it can be");
    same("AUC", &[roc.auc, roc.std_error], &list(&answers["auc"]), 12.0);
    let poisson = bind("count ~ x + b", &table);
    let counts = glm::fit(&poisson.design, Family::Poisson, Link::Log).expect("it can be");
    let test = glm::overdispersion(&poisson.design, &counts).expect("it can be");
    same("overdispersion", &[test.dispersion, test.statistic], &list(&answers["overdispersion"]), 10.0);
}
