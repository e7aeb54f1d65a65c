//! How figures of an answer are written.

use super::Value;
use locale::{Lang, number, percent, t};

/// A figure with five significant digits; very great and very small ones as powers of ten.
pub fn figure(lang: Lang, value: f64) -> String {
    let size = value.abs();
    if !value.is_finite() {
        return "—".to_owned();
    }
    if size != 0.0 && !(1e-4..1e9).contains(&size) {
        return power(lang, value, 4);
    }
    let digits = if size == 0.0 { 0 } else { size.log10().floor() as i32 };
    number(lang, value, usize::try_from(4 - digits).unwrap_or(0))
}

/// A probability of error with three significant digits.
pub fn p_value(lang: Lang, p: f64) -> String {
    match p {
        p if !p.is_finite() => "—".to_owned(),
        0.0 => format!("< {}", power(lang, 1e-300, 0)),
        p if p < 1e-4 => power(lang, p, 1),
        p => number(lang, p, if p < 0.01 { 5 } else { 3 }),
    }
}

/// `1.25·10⁻⁸`.
fn power(lang: Lang, value: f64, places: usize) -> String {
    let text = format!("{value:.places$e}");
    let (front, back) = text.split_once('e').unwrap_or((&text, "0"));
    let raised: String = back
        .chars()
        .filter_map(|sign| {
            let at = "-0123456789".find(sign)?;
            "⁻⁰¹²³⁴⁵⁶⁷⁸⁹".chars().nth(at)
        })
        .collect();
    let front = front.parse().unwrap_or(0.0);
    format!("{}·10{raised}", number(lang, front, places))
}

impl Value {
    /// The cell as people read it.
    pub fn shown(&self, lang: Lang) -> String {
        match self {
            Value::Text(text) => text.clone(),
            Value::Number(value) => figure(lang, *value),
            Value::Fixed(value, places) => fixed(lang, *value, *places),
            Value::P(p) => p_value(lang, *p),
            Value::Share(share) => percent(lang, *share, 1),
            Value::Count(count) => number(lang, *count as f64, 0),
            Value::Flag(true) => t!(lang, "stats-yes"),
            Value::Flag(false) => t!(lang, "stats-no"),
            Value::Missing => "—".to_owned(),
        }
    }

    /// Whether it stands at the right of its column.
    pub fn is_figure(&self) -> bool {
        !matches!(self, Value::Text(_) | Value::Flag(_))
    }
}

/// A figure with all its places, so that marks stand under each other.
fn fixed(lang: Lang, value: f64, places: usize) -> String {
    if !value.is_finite() {
        return "—".to_owned();
    }
    let mark = if lang == Lang::Ru { ',' } else { '.' };
    let mut text = number(lang, value, places);
    let there = text.rsplit_once(mark).map(|(_, part)| part.len());
    if there.is_none() && places > 0 {
        text.push(mark);
    }
    text.extend(std::iter::repeat_n('0', places - there.unwrap_or(0).min(places)));
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn figures_have_five_digits_whatever_their_size() {
        let said: Vec<String> =
            [0.0, 1.0, -1234.567, 0.012345678, 1e-9, 2.5e12, f64::NAN].map(|x| figure(Lang::En, x)).to_vec();
        assert_eq!(said, ["0", "1", "−1234.6", "0.012346", "1·10⁻⁹", "2.5·10¹²", "—"]);
        assert_eq!(figure(Lang::Ru, 0.5), "0,5");
    }

    #[test]
    fn small_probabilities_keep_their_size() {
        assert_eq!(p_value(Lang::En, 3.21e-12), "3.2·10⁻¹²");
        assert_eq!(p_value(Lang::Ru, 0.0451), "0,045");
    }

    #[test]
    fn fixed_places_are_kept() {
        assert_eq!(Value::Fixed(0.5, 2).shown(Lang::En), "0.50");
        assert_eq!(Value::Fixed(2.0, 2).shown(Lang::Ru), "2,00");
        assert_eq!(Value::Fixed(2.0, 0).shown(Lang::Ru), "2");
    }
}
