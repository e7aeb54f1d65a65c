//! Options as `stats` has them.

use crate::Options;
use locale::{Lang, catalogue, t};
use stats::factor::rotate::{Criterion, Rotate, Rotation};
use stats::factor::{Method, Scoring};

/// Rotations by the names that R's packages give them.
pub const ROTATIONS: &[&str] = &[
    "auto",
    "none",
    "varimax",
    "quartimax",
    "equamax",
    "geominT",
    "bentlerT",
    "infomaxT",
    "entropy",
    "promax",
    "promax-psych",
    "oblimin",
    "quartimin",
    "geominQ",
    "bentlerQ",
    "infomaxQ",
    "oblimax",
    "simplimax",
];

/// The rotation's name, `auto` decided: components are left as they are, factors may be related.
pub fn rotation_name(options: &Options) -> &str {
    match (options.text("rotate"), options.text("method")) {
        ("auto", "pca") => "none",
        ("auto", _) => "oblimin",
        (name, _) => name,
    }
}

/// The rotation of so many factors of so many columns.
pub fn rotate(options: &Options, columns: usize, factors: usize) -> Rotate {
    let name = rotation_name(options);
    let number = |name: &str, other: f64| options.number(name).unwrap_or(other);
    let (o, q) = (Rotation::Orthogonal, Rotation::Oblique);
    let geomin = Criterion::Geomin(number("delta", 0.01));
    let rotation = match name {
        "varimax" => o(Criterion::Varimax),
        "quartimax" => o(Criterion::Quartimax),
        "equamax" => o(Criterion::CrawfordFerguson(factors as f64 / (2.0 * columns as f64))),
        "geominT" => o(geomin),
        "bentlerT" => o(Criterion::Bentler),
        "infomaxT" => o(Criterion::Infomax),
        "entropy" => o(Criterion::Entropy),
        "promax" => Rotation::Promax(number("power", 4.0)),
        "promax-psych" => Rotation::KaiserPromax(number("power", 4.0)),
        "oblimin" => q(Criterion::Oblimin(number("gamma", 0.0))),
        "quartimin" => q(Criterion::Oblimin(0.0)),
        "geominQ" => q(geomin),
        "bentlerQ" => q(Criterion::Bentler),
        "infomaxQ" => q(Criterion::Infomax),
        "oblimax" => q(Criterion::Oblimax),
        "simplimax" => q(Criterion::Simplimax(columns)),
        _ => Rotation::None,
    };
    let kaiser = match options.text("kaiser") {
        "on" => true,
        "off" => false,
        _ => matches!(name, "varimax" | "promax" | "promax-psych"),
    };
    let starts = options.whole("starts").unwrap_or(1) as usize;
    Rotate { rotation, kaiser, starts, seed: options.whole("seed").unwrap_or(1) }
}

/// How factors are extracted.
pub fn method(options: &Options) -> Method {
    match options.text("method") {
        "minres" => Method::MinimumResidual,
        "pa" => Method::PrincipalAxis,
        "gls" => Method::GeneralizedLeastSquares,
        _ => Method::MaximumLikelihood,
    }
}

/// How scores are estimated.
pub fn scoring(options: &Options) -> Scoring {
    match options.text("scores") {
        "bartlett" => Scoring::Bartlett,
        "tenberge" => Scoring::TenBerge,
        _ => Scoring::Regression,
    }
}

/// The words of a choice: `stats-NAME-VALUE`.
pub fn chosen(lang: Lang, name: &str, value: &str) -> String {
    catalogue().text(lang, &format!("stats-{name}-{value}"), &[])
}

/// What was done with rows that lack a value.
pub fn rows(lang: Lang, of: &stats::factor::Correlations, matrix: bool) -> String {
    match (of.n, matrix) {
        (Some(n), true) => t!(lang, "stats-factor-rows-given", n = n),
        (None, _) => t!(lang, "stats-factor-rows-unknown"),
        (Some(n), false) => match (of.missing, of.dropped) {
            (_, 0) => t!(lang, "stats-factor-rows-whole", n = n),
            (stats::factor::Missing::Listwise, dropped) => {
                t!(lang, "stats-factor-rows-listwise", n = n, dropped = dropped)
            }
            (stats::factor::Missing::Pairwise, dropped) => {
                t!(lang, "stats-factor-rows-pairwise", n = n, dropped = dropped)
            }
        },
    }
}
