//! Effects as a picture.

use super::words::Scale;
use crate::{Picture, p_value};
use chart::{Axis, CoefficientWords, Coefficients};
use locale::{Lang, t};
use stats::regress::Coefficient;

/// The coefficients with their intervals against no effect: 0, or 1 where they are told as times as much.
pub fn coefficients(lang: Lang, lines: &[Coefficient], outcome: &str, scale: Scale) -> Vec<Picture> {
    let times = matches!(scale, Scale::Odds | Scale::Times);
    let to = |x: f64| if times { x.exp() } else { x };
    let shown = lines.iter().filter(|line| line.term != "(Intercept)" && line.estimate.is_finite());
    let terms: Vec<chart::Coefficient> = shown
        .map(|line| chart::Coefficient {
            name: line.term.clone(),
            low: to(line.conf_low),
            value: to(line.estimate),
            high: to(line.conf_high),
            note: format!("p {}", p_value(lang, line.p_value)),
        })
        .collect();
    if terms.is_empty() {
        return Vec::new();
    }
    let axis = match scale {
        Scale::Odds => t!(lang, "stats-models-odds-ratios"),
        Scale::Times => t!(lang, "stats-models-rate-ratios"),
        Scale::Units | Scale::Line => t!(lang, "regress-picture-effect", response = outcome),
    };
    let caption = t!(lang, "regress-picture-coefficients");
    let picture = Coefficients {
        title: caption.clone(),
        axis: Axis::new(axis, ""),
        reference: if times { 1.0 } else { 0.0 },
        terms,
        words: CoefficientWords {
            reference: t!(lang, "regress-picture-none"),
            more: t!(lang, "regress-picture-others"),
        },
        ..Coefficients::default()
    };
    vec![Picture { name: "coefficients", caption, svg: picture.svg(lang) }]
}
