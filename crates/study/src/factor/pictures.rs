//! The pictures of factors.

use super::loadings::SALIENT;
use crate::Picture;
use chart::{Axis, Biplot, Cloud, LoadingWords, Loadings as Bars, Scree, ScreeWords, Vector};
use locale::{Lang, percent, t};
use stats::factor::{Loadings, Number};

/// Names of columns and of factors, with the share of variance that each factor has.
pub struct Named<'a> {
    pub columns: &'a [String],
    pub factors: &'a [String],
    pub shares: &'a [f64],
}

impl Named<'_> {
    fn factor(&self, lang: Lang, at: usize) -> String {
        match (self.factors.get(at), self.shares.get(at)) {
            (Some(name), Some(share)) => format!("{name} · {}", percent(lang, *share, 0)),
            (Some(name), None) => name.clone(),
            _ => String::new(),
        }
    }
}

/// Eigenvalues beside those of chance.
pub fn scree(lang: Lang, number: Option<&Number>) -> Option<Picture> {
    let number = number?;
    let caption = t!(lang, "stats-factor-picture-scree");
    let parallel = number.parallel.as_ref().map(|found| found.by_chance.quantile.clone());
    let svg = Scree {
        title: caption.clone(),
        x: Axis::new(t!(lang, "stats-factor-axis-number"), ""),
        y: Axis::new(t!(lang, "stats-factor-axis-eigenvalue"), ""),
        observed: number.eigenvalues.clone(),
        parallel: parallel.unwrap_or_default(),
        kaiser: Some(1.0),
        kept: number.verdict,
        words: ScreeWords {
            observed: t!(lang, "stats-factor-word-observed"),
            parallel: t!(lang, "stats-factor-word-chance"),
            kaiser: t!(lang, "stats-factor-word-kaiser"),
        },
    };
    Some(Picture { name: "scree", caption, svg: svg.svg(lang) })
}

/// Loadings as bars, columns in `order`.
pub fn loadings(lang: Lang, named: &Named<'_>, order: &[usize], cells: &Loadings, common: &[f64]) -> Picture {
    let caption = t!(lang, "stats-factor-picture-loadings");
    let svg = Bars {
        title: caption.clone(),
        measures: order.iter().map(|row| named.columns[*row].clone()).collect(),
        factors: (0..named.factors.len()).map(|at| named.factor(lang, at)).collect(),
        values: order.iter().map(|row| (0..cells.ncols()).map(|col| cells[(*row, col)]).collect()).collect(),
        communalities: order.iter().map(|row| common[*row]).collect(),
        cut: SALIENT,
        words: LoadingWords { communality: t!(lang, "stats-factor-word-communality") },
    };
    Picture { name: "loadings", caption, svg: svg.svg(lang) }
}

/// Columns as arrows on the first two factors, over the rows where there are scores of them.
pub fn plane(lang: Lang, named: &Named<'_>, cells: &Loadings, scores: &[Vec<f64>]) -> Option<Picture> {
    if cells.ncols() < 2 {
        return None;
    }
    let (name, caption) = match scores.len() >= 2 {
        true => ("biplot", t!(lang, "stats-factor-picture-biplot")),
        false => ("map", t!(lang, "stats-factor-picture-map")),
    };
    let groups = match scores {
        [x, y, ..] => {
            let points = x.iter().copied().zip(y.iter().copied());
            // More points than these are a blot.
            let step = (x.len() / 3000).max(1);
            vec![Cloud { name: String::new(), points: points.step_by(step).collect() }]
        }
        _ => Vec::new(),
    };
    let arrow =
        |row: usize| Vector { name: named.columns[row].clone(), x: cells[(row, 0)], y: cells[(row, 1)] };
    let svg = Biplot {
        title: caption.clone(),
        x: Axis::new(named.factor(lang, 0), ""),
        y: Axis::new(named.factor(lang, 1), ""),
        circle: groups.is_empty(),
        groups,
        arrows: (0..named.columns.len()).map(arrow).collect(),
    };
    Some(Picture { name, caption, svg: svg.svg(lang) })
}
