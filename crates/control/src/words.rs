//! Figures and times in words, as evidence and forecasts say them.

use department::model::Rhythm;
use locale::{Lang, number, t};

/// So many periods of a rhythm: “three weeks”.
pub fn periods(lang: Lang, rhythm: Rhythm, count: usize) -> String {
    t!(lang, &format!("periods-{}", rhythm.word()), count = count)
}

/// A figure with three digits that count, and its unit.
pub fn significant(lang: Lang, value: f64, unit: &str) -> String {
    let figure = digits(lang, value, 3);
    if unit.is_empty() { figure } else { format!("{figure} {unit}") }
}

/// A figure with so many digits that count, all of those before the decimal mark.
pub(crate) fn digits(lang: Lang, value: f64, count: i32) -> String {
    let before = if value == 0.0 { 1 } else { value.abs().log10().floor() as i32 + 1 };
    number(lang, value, usize::try_from((count - before).clamp(0, 8)).unwrap_or(0))
}

/// By how much a figure moves: of shares in points, not in per cent of themselves.
pub fn moved(lang: Lang, value: f64, unit: &str) -> String {
    match unit {
        "%" => t!(lang, "control-points", figure = digits(lang, value, 3)),
        unit => significant(lang, value, unit),
    }
}

/// A probability as it stands behind its letter: `= 0.031`, `< 0.001`.
pub(crate) fn chance(lang: Lang, p: f64) -> String {
    if p < 0.001 { format!("< {}", number(lang, 0.001, 3)) } else { format!("= {}", digits(lang, p, 2)) }
}
