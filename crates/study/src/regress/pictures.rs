//! A linear model as pictures.

use super::ols::Linear;
use crate::{Picture, p_value};
use chart::{Axis, CoefficientWords, Coefficients, ResidualWords, Residuals};
use locale::{Lang, t};

/// The most points that the panels of residuals are drawn with.
const POINTS: usize = 4000;

/// The coefficients with their intervals, then the panels of residuals.
pub(super) fn pictures(of: &Linear, lang: Lang) -> Vec<Picture> {
    let fit = &of.fit;
    let own = of.table.iter().filter(|line| !line.std_error.is_nan());
    let slopes = own.filter(|line| !(fit.intercept && line.term == "(Intercept)"));
    let terms: Vec<chart::Coefficient> = slopes
        .map(|line| chart::Coefficient {
            name: line.term.clone(),
            low: line.conf_low,
            value: line.estimate,
            high: line.conf_high,
            note: format!("p {}", p_value(lang, line.p_value)),
        })
        .collect();
    let caption = t!(lang, "regress-picture-coefficients");
    let coefficients = Coefficients {
        title: caption.clone(),
        axis: Axis::new(t!(lang, "regress-picture-effect", response = &fit.response), ""),
        terms,
        words: CoefficientWords {
            reference: t!(lang, "regress-picture-none"),
            more: t!(lang, "regress-picture-others"),
        },
        ..Coefficients::default()
    };
    let mut drawn = vec![Picture { name: "coefficients", caption, svg: coefficients.svg(lang) }];
    drawn.extend(residuals(of, lang));
    drawn
}

fn residuals(of: &Linear, lang: Lang) -> Option<Picture> {
    let near = of.checks.influence.as_ref()?;
    let n = of.observed.residuals.len();
    // Of very many rows those that stand out most, and every so-manieth of the others.
    let step = n.div_ceil(POINTS).max(1);
    let size = |at: usize| near.standardized.get(at).map_or(0.0, |r| r.abs());
    let shown: Vec<usize> =
        (0..n).filter(|&at| at % step == 0 || (step > 1 && size(at) > 4.0)).take(2 * POINTS).collect();
    let pick = |list: &[f64]| shown.iter().filter_map(|&at| list.get(at).copied()).collect::<Vec<f64>>();
    let caption = t!(lang, "regress-picture-residuals");
    let panels = Residuals {
        title: caption.clone(),
        fitted: pick(&of.observed.fitted),
        residuals: pick(&of.observed.residuals),
        standardized: pick(&near.standardized),
        leverage: pick(&near.leverage),
        parameters: of.fit.rank(),
        labels: shown
            .iter()
            .map(|&at| match of.looked {
                Some(_) => String::new(),
                None => of.design.rows.get(at).map_or(at, |&row| row + 1).to_string(),
            })
            .collect(),
        words: ResidualWords {
            residuals: t!(lang, "regress-residuals"),
            fitted: t!(lang, "regress-picture-fitted"),
            standardized: t!(lang, "regress-picture-standardized"),
            quantiles: t!(lang, "regress-picture-quantiles"),
            spread: t!(lang, "regress-picture-spread"),
            leverage: t!(lang, "regress-picture-leverage"),
            cook: "Cook".to_owned(),
        },
    };
    Some(Picture { name: "residuals", caption, svg: panels.svg(lang) })
}
