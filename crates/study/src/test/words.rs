//! The words that all tests share.

use crate::{Head, Value, figure};
use locale::{Lang, t};
use stats::test::{Effect, Interval};

/// The name of a method.
pub(super) fn method(lang: Lang, method: &str) -> String {
    match method {
        "t-one" => t!(lang, "stats-test-t-one"),
        "t-equal" => t!(lang, "stats-test-t-equal"),
        "t-welch" => t!(lang, "stats-test-t-welch"),
        "t-paired" => t!(lang, "stats-test-t-paired"),
        "mann-whitney-exact" => t!(lang, "stats-test-mann-whitney-exact"),
        "mann-whitney-normal" => t!(lang, "stats-test-mann-whitney-normal"),
        "wilcoxon-exact" => t!(lang, "stats-test-wilcoxon-exact"),
        "wilcoxon-normal" => t!(lang, "stats-test-wilcoxon-normal"),
        "anova-welch" => t!(lang, "stats-test-anova-welch"),
        "kruskal" => t!(lang, "stats-test-kruskal"),
        "bartlett" => t!(lang, "stats-test-bartlett"),
        "levene" => t!(lang, "stats-test-levene"),
        "brown-forsythe" => t!(lang, "stats-test-brown-forsythe"),
        "fligner" => t!(lang, "stats-test-fligner"),
        "chi-squared" => t!(lang, "stats-test-chi-squared"),
        "goodness" => t!(lang, "stats-test-goodness"),
        "fisher" => t!(lang, "stats-test-fisher"),
        "fisher-simulated" => t!(lang, "stats-test-fisher-simulated"),
        "mcnemar" => t!(lang, "stats-test-mcnemar"),
        "mcnemar-exact" => t!(lang, "stats-test-mcnemar-exact"),
        "proportion" => t!(lang, "stats-test-proportion"),
        "two-proportions" => t!(lang, "stats-test-two-proportions"),
        "proportions" => t!(lang, "stats-test-proportions"),
        "trend" => t!(lang, "stats-test-trend"),
        "binomial" => t!(lang, "stats-test-binomial"),
        "rate" => t!(lang, "stats-test-rate"),
        "ratio-of-rates" => t!(lang, "stats-test-ratio-of-rates"),
        "ks-exact" | "ks-two-exact" => t!(lang, "stats-test-ks-exact"),
        "ks-limit" | "ks-two-limit" => t!(lang, "stats-test-ks-limit"),
        "shapiro" => t!(lang, "stats-test-shapiro"),
        "ab-mixture" => t!(lang, "stats-test-ab-mixture"),
        other => other.to_owned(),
    }
}

/// The name of an effect size.
pub(super) fn effect(lang: Lang, name: &str) -> String {
    match name {
        "d" => t!(lang, "stats-effect-d"),
        "g" => t!(lang, "stats-effect-g"),
        "eta2" => t!(lang, "stats-effect-eta2"),
        "omega2" => t!(lang, "stats-effect-omega2"),
        "epsilon2" => t!(lang, "stats-effect-epsilon2"),
        "v" => t!(lang, "stats-effect-v"),
        "rank-biserial" => t!(lang, "stats-effect-rank-biserial"),
        "superiority" => t!(lang, "stats-effect-superiority"),
        "difference" => t!(lang, "stats-effect-difference"),
        "odds-ratio" => t!(lang, "stats-effect-odds-ratio"),
        "risk-ratio" => t!(lang, "stats-effect-risk-ratio"),
        "rate-ratio" => t!(lang, "stats-effect-rate-ratio"),
        other => other.to_owned(),
    }
}

/// How large an effect is usually called (Cohen 1988); none where there is no such custom.
pub(super) fn size(lang: Lang, effect: &Effect) -> Option<String> {
    let cuts = match effect.name {
        "d" | "g" => [0.2, 0.5, 0.8],
        "eta2" | "omega2" | "epsilon2" => [0.01, 0.06, 0.14],
        "v" | "rank-biserial" => [0.1, 0.3, 0.5],
        _ => return None,
    };
    let size = cuts.iter().filter(|cut| effect.value.abs() >= **cut).count();
    Some(match size {
        0 => t!(lang, "stats-size-negligible"),
        1 => t!(lang, "stats-size-small"),
        2 => t!(lang, "stats-size-medium"),
        _ => t!(lang, "stats-size-large"),
    })
}

/// `[a; b]`.
pub(super) fn interval(lang: Lang, found: Interval) -> String {
    let end = |x: f64| match x {
        f64::INFINITY => "∞".to_owned(),
        f64::NEG_INFINITY => "−∞".to_owned(),
        x => figure(lang, x),
    };
    format!("[{}; {}]", end(found.low), end(found.high))
}

/// Heads by their keys.
pub(super) fn head(lang: Lang, name: &str) -> Head {
    let title = match name {
        "estimate" => t!(lang, "stats-test-estimate"),
        "estimate1" => t!(lang, "stats-test-first"),
        "estimate2" => t!(lang, "stats-test-second"),
        "level" => t!(lang, "stats-test-level"),
        "statistic" => t!(lang, "stats-test-statistic"),
        "p_value" | "adj_p_value" => t!(lang, "stats-test-p"),
        "parameter" | "df" => t!(lang, "stats-test-df"),
        "parameter2" => t!(lang, "stats-test-df2"),
        "conf_low" => t!(lang, "stats-test-low"),
        "conf_high" => t!(lang, "stats-test-high"),
        "effect" => t!(lang, "stats-test-effect"),
        "size" => t!(lang, "stats-test-size"),
        "group" => t!(lang, "stats-test-group"),
        "n" => t!(lang, "stats-head-n"),
        "mean" => t!(lang, "stats-head-mean"),
        "sd" => t!(lang, "stats-head-sd"),
        "share" => t!(lang, "stats-test-share"),
        "term" => t!(lang, "stats-test-term"),
        "contrast" => t!(lang, "stats-test-contrast"),
        "sumsq" => t!(lang, "stats-test-sumsq"),
        "meansq" => t!(lang, "stats-test-meansq"),
        "expected" => t!(lang, "stats-test-expected"),
        "observed" => t!(lang, "stats-test-observed"),
        "std_resid" => t!(lang, "stats-test-std-resid"),
        other => other.to_owned(),
    };
    Head::new(name, title)
}

/// A figure, or nothing.
pub(super) fn number(x: f64) -> Value {
    if x.is_finite() { Value::Number(x) } else { Value::Missing }
}
