//! The text of a cell as a value of its column's kind.

use crate::{DateOrder, DecimalMark, Kind, date, number};
use foldhash::HashMap;
use jiff::civil::{Date, date as day};
use std::sync::Arc;

/// How the cells of a column are read.
#[derive(Debug, Clone, PartialEq)]
pub enum Cells {
    /// Figures with that decimal mark.
    Number(DecimalMark),
    /// Yes and no.
    YesNo,
    /// Days.
    Date(DateOrder),
    /// Moments.
    DateTime(DateOrder),
    /// Words, by their index.
    Level(Arc<HashMap<String, u32>>),
}

impl Cells {
    /// The reading of a kind whose levels, if it has any, are not known yet.
    pub fn of(kind: Kind, mark: DecimalMark, order: DateOrder) -> Self {
        match kind {
            Kind::Number | Kind::Whole => Cells::Number(mark),
            Kind::YesNo => Cells::YesNo,
            Kind::Date => Cells::Date(order),
            Kind::DateTime => Cells::DateTime(order),
            Kind::Word | Kind::Text => Cells::Level(Arc::default()),
        }
    }

    /// The value of a cell that is not missing; nothing where it is none of its kind.
    pub fn value(&self, text: &str) -> Option<f64> {
        match self {
            Cells::Number(mark) => number(text, *mark).or_else(|| infinite(text)),
            Cells::YesNo => yes_no(text).map(f64::from),
            Cells::Date(order) => date(text, *order).map(|date| f64::from(days(date))),
            Cells::DateTime(order) => {
                let days = date(text, *order).map(|date| f64::from(days(date)))?;
                Some(days + time(text).unwrap_or(0.0) / 86_400.0)
            }
            Cells::Level(levels) => levels.get(text).map(|code| f64::from(*code)),
        }
    }
}

/// Days since 1970-01-01.
pub fn days(date: Date) -> i32 {
    let since = date.since(day(1970, 1, 1));
    since.map_or(0, |span| span.get_days())
}

/// Whether people write it where they have nothing to write.
pub fn is_missing(text: &str) -> bool {
    const WORDS: [&str; 12] =
        ["NA", "N/A", "NaN", "nan", "null", "NULL", "-", "—", "–", "н/д", "#N/A", "#Н/Д"];
    text.is_empty() || (text.len() <= 6 && (WORDS.contains(&text) || matches!(text, "n/a" | "Н/Д" | "Null")))
}

/// Infinity, which is a figure though no method can use it: it is to be told of, not lost.
fn infinite(text: &str) -> Option<f64> {
    let (sign, text) = match text.strip_prefix(['-', '−']) {
        Some(text) => (-1.0, text),
        None => (1.0, text.strip_prefix('+').unwrap_or(text)),
    };
    let known = matches!(text, "∞" | "inf" | "Inf" | "INF" | "infinity" | "Infinity");
    known.then_some(sign * f64::INFINITY)
}

/// Yes or no as programs and people say it.
pub fn yes_no(text: &str) -> Option<bool> {
    match text {
        "true" | "TRUE" | "True" | "да" | "Да" | "ДА" | "истина" | "ИСТИНА" | "yes" | "Yes" | "YES" => {
            Some(true)
        }
        "false" | "FALSE" | "False" | "нет" | "Нет" | "НЕТ" | "ложь" | "ЛОЖЬ" | "no" | "No" | "NO" => {
            Some(false)
        }
        "1" => Some(true),
        "0" => Some(false),
        _ => None,
    }
}

/// The seconds of the day that a text ends with: `6:00`, `T18:30:15.5Z`, `6:00 PM`. Zones are not reckoned with.
pub fn time(text: &str) -> Option<f64> {
    let colon = text.find(':')?;
    let from = text[..colon].rfind(|c: char| !c.is_ascii_digit()).map_or(0, |at| at + 1);
    let from = text[from..].char_indices().find(|(_, c)| c.is_ascii_digit()).map(|(at, _)| from + at)?;
    let hours: u32 = text[from..colon].parse().ok()?;
    let digits = |text: &str| text.bytes().take_while(u8::is_ascii_digit).count();
    let rest = &text[colon + 1..];
    let minutes: u32 = rest[..digits(rest)].parse().ok()?;
    let rest = &rest[digits(rest)..];
    let seconds: f64 = match rest.strip_prefix(':') {
        Some(rest) => {
            let end = rest.find(|c: char| !c.is_ascii_digit() && c != '.').unwrap_or(rest.len());
            rest[..end].parse().ok()?
        }
        None => 0.0,
    };
    let afternoon = text.trim_end().to_ascii_lowercase();
    let hours = match (afternoon.ends_with("pm"), afternoon.ends_with("am"), hours) {
        (true, _, 1..12) => hours + 12,
        (_, true, 12) => 0,
        _ => hours,
    };
    (hours < 24 && minutes < 60 && seconds < 61.0)
        .then(|| f64::from(hours) * 3600.0 + f64::from(minutes) * 60.0 + seconds)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn each_kind_reads_its_own() {
        let read = |kind, text| Cells::of(kind, DecimalMark::Point, DateOrder::MonthFirst).value(text);
        assert_eq!(read(Kind::Number, "1,234.5"), Some(1234.5));
        assert_eq!(read(Kind::Number, "-Inf"), Some(f64::NEG_INFINITY));
        assert_eq!(read(Kind::Number, "1e999"), None);
        assert_eq!(read(Kind::YesNo, "да"), Some(1.0));
        assert_eq!(read(Kind::Date, "1970-01-11"), Some(10.0));
        assert_eq!(read(Kind::Date, "31.12.1969"), Some(-1.0));
        assert_eq!(read(Kind::DateTime, "1/2/1970 6:00"), Some(1.25));
        assert_eq!(read(Kind::DateTime, "1970-01-02T18:00:00Z"), Some(1.75));
        assert_eq!(read(Kind::DateTime, "1/2/1970 12:00 AM"), Some(1.0));
        assert_eq!(read(Kind::Word, "x"), None);
    }

    #[test]
    fn what_stands_for_nothing_is_missing() {
        for text in ["", "NA", "N/A", "NaN", "null", "-", "—", "н/д", "#N/A", "#Н/Д"] {
            assert!(is_missing(text), "{text}");
        }
        assert!(!is_missing("0") && !is_missing("нет") && !is_missing("none of it"));
    }

    proptest! {
        #[test]
        fn no_text_makes_it_panic(text in "\\PC{0,20}") {
            for kind in Kind::ALL {
                let _ = Cells::of(kind, DecimalMark::Comma, DateOrder::DayFirst).value(&text);
            }
        }
    }
}
