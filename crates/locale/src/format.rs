//! How numbers, dates and money are written in each language.
//!
//! Thousands are set off by a narrow no-break space in Russian and by a comma in English; the decimal mark is
//! a comma in Russian and a point in English; a minus is U+2212. An unknown figure is `—`, never 0.

use crate::Lang;
use jiff::civil::Date;

const THIN: char = '\u{202f}';
const HARD: char = '\u{a0}';

/// A number with at most `places` digits after the decimal mark, trailing zeros dropped.
pub fn number(lang: Lang, value: f64, places: usize) -> String {
    if !value.is_finite() {
        return "—".to_owned();
    }
    let plain = format!("{:.places$}", value.abs());
    let (whole, part) = plain.split_once('.').unwrap_or((&plain, ""));
    let part = part.trim_end_matches('0');
    let zero = part.is_empty() && whole.bytes().all(|b| b == b'0');
    let mut text = String::with_capacity(plain.len() + 4);
    if value < 0.0 && !zero {
        text.push('−');
    }
    let (thousands, decimal) = match lang {
        Lang::Ru => (THIN, ','),
        Lang::En => (',', '.'),
    };
    for (i, digit) in whole.chars().enumerate() {
        // Four digits are read at a glance; grouping starts with five, as both languages' typography does.
        if i > 0 && whole.len() > 4 && (whole.len() - i).is_multiple_of(3) {
            text.push(thousands);
        }
        text.push(digit);
    }
    if !part.is_empty() {
        text.push(decimal);
        text.push_str(part);
    }
    text
}

/// A share between 0 and 1 as a percentage.
pub fn percent(lang: Lang, share: f64, places: usize) -> String {
    let figure = number(lang, share * 100.0, places);
    match lang {
        Lang::Ru => format!("{figure}{HARD}%"),
        Lang::En => format!("{figure}%"),
    }
}

/// An amount of money, without small change, with its currency's sign where that is known.
pub fn money(lang: Lang, amount: f64, currency: &str) -> String {
    let figure = number(lang, amount.round(), 0);
    let sign = sign(currency);
    match lang {
        Lang::Ru => format!("{figure}{HARD}{sign}"),
        Lang::En if sign.chars().count() == 1 => format!("{sign}{figure}"),
        Lang::En => format!("{figure}{HARD}{sign}"),
    }
}

/// A currency's sign, or its code where no sign is known.
pub fn sign(currency: &str) -> &str {
    match currency {
        "RUB" => "₽",
        "EUR" => "€",
        "USD" => "$",
        "GBP" => "£",
        other => other,
    }
}

/// A day: `07.03.2026` in Russian, `7 Mar 2026` in English.
pub fn date(lang: Lang, day: Date) -> String {
    match lang {
        Lang::Ru => format!("{:02}.{:02}.{}", day.day(), day.month(), day.year()),
        Lang::En => format!("{} {} {}", day.day(), month(lang, day.month()), day.year()),
    }
}

/// A day without its year, for a chart's axis: `07.03` or `7 Mar`.
pub fn short_date(lang: Lang, day: Date) -> String {
    match lang {
        Lang::Ru => format!("{:02}.{:02}", day.day(), day.month()),
        Lang::En => format!("{} {}", day.day(), month(lang, day.month())),
    }
}

/// A month's short name; `month` counts from 1.
pub fn month(lang: Lang, month: i8) -> &'static str {
    const EN: [&str; 12] =
        ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];
    const RU: [&str; 12] =
        ["янв", "фев", "мар", "апр", "май", "июн", "июл", "авг", "сен", "окт", "ноя", "дек"];
    let names = match lang {
        Lang::En => EN,
        Lang::Ru => RU,
    };
    usize::try_from(month - 1).ok().and_then(|at| names.get(at).copied()).unwrap_or("—")
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date as day;

    #[test]
    fn numbers_follow_the_language() {
        assert_eq!(number(Lang::Ru, 1_234_567.5, 2), "1\u{202f}234\u{202f}567,5");
        assert_eq!(number(Lang::En, 1_234_567.5, 2), "1,234,567.5");
        assert_eq!(number(Lang::En, 1234.0, 0), "1234");
        assert_eq!(number(Lang::Ru, -0.4, 0), "0");
        assert_eq!(number(Lang::Ru, -3.25, 1), "−3,2");
        assert_eq!(number(Lang::En, f64::NAN, 1), "—");
    }

    #[test]
    fn money_and_dates_follow_the_language() {
        assert_eq!(money(Lang::Ru, 1_200_000.0, "RUB"), "1\u{202f}200\u{202f}000\u{a0}₽");
        assert_eq!(money(Lang::En, 1_200_000.0, "EUR"), "€1,200,000");
        assert_eq!(money(Lang::En, 5.0, "KZT"), "5\u{a0}KZT");
        assert_eq!(date(Lang::Ru, day(2026, 3, 7)), "07.03.2026");
        assert_eq!(date(Lang::En, day(2026, 3, 7)), "7 Mar 2026");
        assert_eq!(percent(Lang::Ru, 0.125, 1), "12,5\u{a0}%");
    }
}
