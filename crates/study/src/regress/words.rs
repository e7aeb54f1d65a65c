//! What tables of regressions share, and what a linear model says in words.

use super::ols::Linear;
use crate::{Head, Sheet, Style, Value, figure, p_value};
use locale::{Lang, number, percent, t};
use stats::regress::{Coefficient, Covariance, Fit};

/// The table of coefficients.
pub(super) fn tidy(table: &[Coefficient], level: f64, lang: Lang) -> Sheet {
    let share = percent(lang, level, 1);
    let row = |line: &Coefficient| {
        vec![
            Value::Text(line.term.clone()),
            Value::Number(line.estimate),
            Value::Number(line.std_error),
            Value::Number(line.statistic),
            Value::P(line.p_value),
            Value::Number(line.conf_low),
            Value::Number(line.conf_high),
        ]
    };
    Sheet {
        name: "tidy".to_owned(),
        title: t!(lang, "regress-coefficients"),
        heads: vec![
            Head::new("term", t!(lang, "regress-head-term")),
            Head::new("estimate", t!(lang, "regress-head-estimate")),
            Head::new("std_error", t!(lang, "regress-head-error")),
            Head::new("statistic", "t"),
            Head::new("p_value", "p"),
            Head::new("conf_low", t!(lang, "regress-head-low", level = &share)),
            Head::new("conf_high", t!(lang, "regress-head-high", level = &share)),
        ],
        rows: table.iter().map(row).collect(),
        style: Style::Rows,
        note: String::new(),
    }
}

/// The fit as a whole.
pub(super) fn glance(fit: &Fit, lang: Lang) -> Sheet {
    let f = fit.f.map_or((f64::NAN, f64::NAN, f64::NAN), |f| (f.statistic, f.p, f.df1));
    let cells = [
        ("r_squared", "R²".to_owned(), Value::Number(fit.r_squared)),
        ("adj_r_squared", t!(lang, "regress-adjusted"), Value::Number(fit.adj_r_squared)),
        ("sigma", t!(lang, "regress-sigma"), Value::Number(fit.sigma)),
        ("statistic", "F".to_owned(), Value::Number(f.0)),
        ("p_value", t!(lang, "regress-f-p"), Value::P(f.1)),
        ("df", t!(lang, "regress-df"), Value::Number(f.2)),
        ("df_residual", t!(lang, "regress-df-residual"), Value::Count(fit.df_residual as u64)),
        ("log_lik", t!(lang, "regress-likelihood"), Value::Number(fit.log_likelihood)),
        ("aic", "AIC".to_owned(), Value::Number(fit.aic)),
        ("bic", "BIC".to_owned(), Value::Number(fit.bic)),
        ("deviance", t!(lang, "regress-rss"), Value::Number(fit.rss)),
        ("nobs", t!(lang, "regress-n"), Value::Count(fit.n as u64)),
    ];
    let (heads, row) = cells.into_iter().map(|(name, title, value)| (Head::new(name, title), value)).unzip();
    Sheet {
        name: "glance".to_owned(),
        title: t!(lang, "regress-whole"),
        heads,
        rows: vec![row],
        style: Style::Facts,
        note: String::new(),
    }
}

/// The formula, the rows and the errors.
pub(super) fn facts(fit: &Fit, covariance: &Covariance, formula: &str, lang: Lang) -> Vec<(String, String)> {
    let rows = number(lang, fit.n as f64, 0);
    let rows = match fit.dropped {
        0 => rows,
        dropped => t!(lang, "regress-rows-dropped", rows = rows, dropped = number(lang, dropped as f64, 0)),
    };
    let mut errors = match covariance.method.as_str() {
        "classic" => t!(lang, "regress-errors-classic"),
        other => other.to_owned(),
    };
    if let Some(lag) = covariance.lag {
        errors = t!(lang, "regress-errors-lag", errors = errors, lag = lag);
    }
    if !covariance.clusters.is_empty() {
        let clusters = covariance.clusters.iter().map(usize::to_string).collect::<Vec<_>>().join(", ");
        errors = t!(lang, "regress-errors-clusters", errors = errors, clusters = clusters);
    }
    let method = if fit.method == "wls" { t!(lang, "regress-wls") } else { t!(lang, "regress-ols") };
    vec![
        (t!(lang, "regress-formula"), formula.to_owned()),
        (t!(lang, "regress-method"), method),
        (t!(lang, "regress-rows"), rows),
        (t!(lang, "regress-errors"), errors),
    ]
}

/// At most so many coefficients are told one by one.
const TOLD: usize = 8;

/// What the model says; `yes` tells whether a column holds or does not.
pub(super) fn reading(
    fit: &Fit,
    table: &[Coefficient],
    yes: &dyn Fn(&str) -> bool,
    lang: Lang,
) -> Vec<String> {
    let mut said = Vec::new();
    let response = &fit.response;
    if let Some(f) = fit.f {
        let share = percent(lang, fit.r_squared, 1);
        let p = p_value(lang, f.p);
        said.push(match f.p < 0.05 {
            true => t!(lang, "regress-explains", share = share, response = response, p = p),
            false => t!(lang, "regress-explains-nothing", share = share, response = response, p = p),
        });
    }
    let constant = |line: &Coefficient| fit.intercept && line.term == "(Intercept)";
    let own = |line: &&Coefficient| !constant(line) && !line.p_value.is_nan();
    let (mut shown, hidden): (Vec<_>, Vec<_>) =
        table.iter().filter(own).partition(|line| line.p_value < 0.05);
    shown.sort_by(|a, b| a.p_value.total_cmp(&b.p_value));
    for line in shown.iter().take(TOLD) {
        let (term, estimate) = (&line.term, figure(lang, line.estimate));
        let (low, high, size) =
            (figure(lang, line.conf_low), figure(lang, line.conf_high), figure(lang, -line.estimate));
        said.push(match (yes(term), line.estimate > 0.0) {
            (true, true) => {
                t!(
                    lang,
                    "regress-more-yes",
                    term = term,
                    response = response,
                    estimate = estimate,
                    low = low,
                    high = high
                )
            }
            (true, false) => {
                t!(
                    lang,
                    "regress-less-yes",
                    term = term,
                    response = response,
                    size = size,
                    low = low,
                    high = high
                )
            }
            (false, true) => {
                t!(
                    lang,
                    "regress-more",
                    term = term,
                    response = response,
                    estimate = estimate,
                    low = low,
                    high = high
                )
            }
            (false, false) => {
                t!(
                    lang,
                    "regress-less",
                    term = term,
                    response = response,
                    estimate = estimate,
                    low = low,
                    high = high
                )
            }
        });
    }
    if shown.len() > TOLD {
        said.push(t!(lang, "regress-more-terms", count = shown.len() - TOLD));
    }
    if !hidden.is_empty() {
        let names: Vec<&str> = hidden.iter().take(12).map(|line| line.term.as_str()).collect();
        said.push(t!(lang, "regress-not-shown", terms = names.join(", "), count = hidden.len()));
    }
    said
}

/// What should be known before a linear model is believed.
pub(super) fn cautions(of: &Linear, lang: Lang) -> Vec<String> {
    let (fit, checks) = (&of.fit, &of.checks);
    let mut said = Vec::new();
    if !fit.aliased.is_empty() {
        said.push(t!(lang, "regress-caution-aliased", columns = fit.aliased.join(", ")));
    }
    if fit.dropped * 10 > fit.n {
        let share = percent(lang, fit.dropped as f64 / (fit.n + fit.dropped) as f64, 0);
        said.push(t!(lang, "regress-caution-dropped", share = share));
    }
    if fit.n < 10 * fit.rank() {
        said.push(t!(lang, "regress-caution-few", rows = fit.n, columns = fit.rank()));
    }
    let classic = of.covariance.method == "classic";
    if classic && checks.p("breusch-pagan").min(checks.p("white")) < 0.05 {
        said.push(t!(lang, "regress-caution-spread"));
    }
    let ordered = matches!(of.covariance.method.as_str(), "Newey-West" | "Andrews" | "Driscoll-Kraay");
    if !ordered && checks.p("breusch-godfrey") < 0.05 {
        said.push(t!(lang, "regress-caution-order"));
    }
    if checks.p("reset") < 0.05 {
        said.push(t!(lang, "regress-caution-shape"));
    }
    if fit.n < 60 && checks.p("jarque-bera") < 0.05 {
        said.push(t!(lang, "regress-caution-normal", rows = fit.n));
    }
    let tangled: Vec<String> =
        fit.inflation().into_iter().filter(|line| line.scaled > 10f64.sqrt()).map(|line| line.term).collect();
    if !tangled.is_empty() {
        said.push(t!(lang, "regress-caution-tangled", terms = tangled.join(", ")));
    }
    if of.covariance.clusters.iter().any(|&count| count < 30) {
        said.push(t!(lang, "regress-caution-clusters"));
    }
    // Of some rows the numbers say nothing to who reads the file.
    let near = checks.influence.as_ref().filter(|_| of.looked.is_none());
    let strong: Vec<String> = near
        .into_iter()
        .flat_map(|near| near.cooks.iter().enumerate())
        .filter(|(_, cook)| **cook > 1.0)
        .filter_map(|(at, _)| of.design.rows.get(at).map(|row| (row + 1).to_string()))
        .take(10)
        .collect();
    if !strong.is_empty() {
        said.push(t!(lang, "regress-caution-strong", rows = strong.join(", ")));
    }
    if let Some(looked) = of.looked {
        let (looked, all) = (number(lang, looked as f64, 0), number(lang, fit.n as f64, 0));
        said.push(t!(lang, "regress-caution-some", looked = looked, all = all));
    }
    said.push(t!(lang, "regress-caution-cause"));
    said
}
