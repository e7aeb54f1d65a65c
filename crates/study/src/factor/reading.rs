//! A factor model in plain words.

use super::basis;
use super::loadings::SALIENT;
use super::model::Found;
use locale::{Lang, number, percent, t};
use stats::factor::{HEYWOOD, ledermann};

/// What the model says.
pub fn reading(found: &Found, lang: Lang) -> Vec<String> {
    let model = &found.model;
    let (names, columns) = (found.names(), &found.source.of.names);
    let total: f64 = model.share.iter().sum();
    let mut lines =
        vec![t!(lang, "stats-factor-says-variance", factors = names.len(), share = percent(lang, total, 0))];
    for (col, name) in names.iter().enumerate() {
        let mut items: Vec<(usize, f64)> =
            (0..columns.len()).map(|row| (row, model.rotated.loadings[(row, col)])).collect();
        items.retain(|(_, loading)| loading.abs() >= 0.4);
        items.sort_by(|a, b| b.1.abs().total_cmp(&a.1.abs()));
        items.truncate(5);
        let named = |positive: bool| -> String {
            let of_sign = items.iter().filter(|(_, loading)| (*loading > 0.0) == positive);
            let each =
                of_sign.map(|(row, loading)| format!("{} ({})", columns[*row], number(lang, *loading, 2)));
            each.collect::<Vec<_>>().join(", ")
        };
        lines.push(match (named(true), named(false)) {
            (with, against) if with.is_empty() && against.is_empty() => {
                t!(lang, "stats-factor-says-nothing", factor = name)
            }
            (with, against) if against.is_empty() => {
                t!(lang, "stats-factor-says-items", factor = name, items = with)
            }
            (with, against) if with.is_empty() => {
                t!(lang, "stats-factor-says-items", factor = name, items = against)
            }
            (with, against) => {
                t!(lang, "stats-factor-says-poles", factor = name, items = with, against = against)
            }
        });
    }
    lines.extend(related(found, lang));
    lines.extend(close(found, lang));
    lines
}

/// Factors that go together.
fn related(found: &Found, lang: Lang) -> Option<String> {
    let (names, phi) = (found.names(), &found.model.rotated.phi);
    let pairs = (0..names.len()).flat_map(|row| (0..row).map(move |col| (col, row)));
    let strong = pairs.filter(|at| phi[*at].abs() >= SALIENT);
    let said: Vec<String> = strong
        .map(|(a, b)| {
            let r = number(lang, phi[(a, b)], 2);
            t!(lang, "stats-factor-says-pair", a = &names[a], b = &names[b], r = r)
        })
        .collect();
    (!said.is_empty()).then(|| t!(lang, "stats-factor-says-related", pairs = said.join("; ")))
}

/// How well the model holds.
fn close(found: &Found, lang: Lang) -> Option<String> {
    let fit = &found.model.fit;
    if !fit.rmsea_steiger.is_finite() {
        return None;
    }
    let (rmsea, tli) = (number(lang, fit.rmsea_steiger, 3), number(lang, fit.tli, 2));
    Some(match fit.rmsea_steiger {
        x if x <= 0.05 => t!(lang, "stats-factor-says-close", rmsea = rmsea, tli = tli),
        x if x <= 0.08 => t!(lang, "stats-factor-says-fair", rmsea = rmsea, tli = tli),
        x if x <= 0.1 => t!(lang, "stats-factor-says-mediocre", rmsea = rmsea, tli = tli),
        _ => t!(lang, "stats-factor-says-poor", rmsea = rmsea, tli = tli),
    })
}

/// What should be known before it is believed.
pub fn cautions(found: &Found, lang: Lang) -> Vec<String> {
    let (of, model) = (&found.source.of, &found.model);
    let list = |at: &[usize]| at.iter().map(|row| of.names[*row].clone()).collect::<Vec<_>>().join(", ");
    let mut lines = Vec::new();
    let p = of.width();
    if let Some(n) = of.n
        && (n < 100 || n < 5 * p)
    {
        lines.push(t!(lang, "stats-factor-few-rows", n = n, columns = p));
    }
    if found.adequacy.overall < 0.6 {
        lines.push(t!(lang, "stats-factor-low-kmo", kmo = number(lang, found.adequacy.overall, 2)));
    }
    let weak: Vec<usize> = (0..p).filter(|at| found.adequacy.columns[*at] < 0.5).collect();
    if !weak.is_empty() {
        lines.push(t!(lang, "stats-factor-low-kmo-items", items = list(&weak)));
    }
    if found.sphericity.is_some_and(|test| test.p_value > 0.05) {
        lines.push(t!(lang, "stats-factor-spherical"));
    }
    if !model.extraction.heywood.is_empty() {
        let items = list(&model.extraction.heywood);
        lines.push(t!(lang, "stats-factor-heywood", items = items, bound = number(lang, HEYWOOD, 3)));
    }
    lines.extend(basis::cautions(&found.source, lang));
    lines.extend(basis::fit(&found.source, lang));
    lines.extend(found.number.as_ref().and_then(|_| basis::chance(&found.source, lang)));
    if !model.crossed.is_empty() {
        lines.push(t!(lang, "stats-factor-crossed", items = list(&model.crossed)));
    }
    let apart: Vec<usize> = (0..p).filter(|at| model.communalities[*at] < 0.2).collect();
    if !apart.is_empty() {
        lines.push(t!(lang, "stats-factor-apart", items = list(&apart)));
    }
    let thin: Vec<String> = found
        .names()
        .into_iter()
        .enumerate()
        .filter(|(col, _)| (0..p).filter(|row| model.rotated.loadings[(*row, *col)].abs() >= 0.4).count() < 3)
        .map(|(_, name)| name)
        .collect();
    if !thin.is_empty() {
        lines.push(t!(lang, "stats-factor-thin", factors = thin.join(", ")));
    }
    if let Some((low, high)) = found.number.as_ref().map(|number| number.range)
        && low != high
    {
        lines.push(t!(lang, "stats-factor-number-parts", low = low, high = high));
    }
    if model.fit.saturated() {
        lines.push(t!(lang, "stats-factor-saturated", most = ledermann(p)));
    }
    minima(found, lang, &mut lines);
    lines
}

/// Whether the rotation has other minima, and lower ones.
fn minima(found: &Found, lang: Lang, lines: &mut Vec<String>) {
    let minima = &found.looked.minima;
    if minima.len() < 2 {
        return;
    }
    let starts: usize = minima.iter().map(|found| found.starts).sum();
    let lower = minima
        .first()
        .is_some_and(|least| least.value < found.model.rotated.value - 1e-7 * (1.0 + least.value.abs()));
    lines.push(match lower {
        true => t!(lang, "stats-factor-lower-minimum", count = minima.len(), starts = starts),
        false => t!(lang, "stats-factor-minima", count = minima.len(), starts = starts),
    });
}
