//! Periods as they head columns and rows: `1 кв. 2026`, `Q1 2026`, `неделя 5 2026`, `мар.26`.

use crate::{DateOrder, date, month};
use jiff::civil::{Date, ISOWeekDate, Weekday};

/// What a number beside a year counts.
#[derive(Clone, Copy, PartialEq)]
enum Part {
    Week,
    Quarter,
    Half,
}

const WORDS: [(&str, Part); 16] = [
    ("q", Part::Quarter),
    ("qtr", Part::Quarter),
    ("quarter", Part::Quarter),
    ("кв", Part::Quarter),
    ("квартал", Part::Quarter),
    ("квартала", Part::Quarter),
    ("h", Part::Half),
    ("half", Part::Half),
    ("полугодие", Part::Half),
    ("полугодия", Part::Half),
    ("w", Part::Week),
    ("wk", Part::Week),
    ("week", Part::Week),
    ("нед", Part::Week),
    ("неделя", Part::Week),
    ("недели", Part::Week),
];
/// Words that say nothing but that a year is one.
const YEAR: [&str; 6] = ["г", "гг", "год", "года", "year", "y"];
const ROMAN: [&str; 4] = ["i", "ii", "iii", "iv"];

/// The last day of the period that a text names, or the day that it is: what [`date()`] reads, and quarters, halves and
/// weeks of a year, months with a year of two digits as Excel writes them, and a year that says it is one.
///
/// ```
/// use jiff::civil::date;
/// use table::{DateOrder, period};
/// assert_eq!(period("1 кв. 2026", DateOrder::DayFirst), Some(date(2026, 3, 31)));
/// assert_eq!(period("Q3 2026", DateOrder::DayFirst), Some(date(2026, 9, 30)));
/// assert_eq!(period("2026 W05", DateOrder::DayFirst), Some(date(2026, 2, 1)));
/// ```
pub fn period(text: &str, order: DateOrder) -> Option<Date> {
    let text = text.trim();
    // Nothing that names a period is longer, and a cell may hold a novel.
    if text.len() > 60 {
        return None;
    }
    date(text, order).or_else(|| of_part(text)).or_else(|| short_month(text))
}

/// `1 кв. 2026`, `II полугодие 2026 г.`, `W05 2026`, `2026 год`.
fn of_part(text: &str) -> Option<Date> {
    let (mut part, mut year, mut number) = (None, None, None);
    let mut said_year = false;
    for token in tokens(text) {
        let digits = token.bytes().all(|byte| byte.is_ascii_digit());
        let slot = if digits {
            let value: i16 = token.parse().ok()?;
            match token.len() {
                4 => year.replace(value),
                1 | 2 => number.replace(value),
                _ => return None,
            }
        } else if let Some(at) = ROMAN.iter().position(|roman| *roman == token) {
            number.replace(at as i16 + 1)
        } else if let Some((_, own)) = WORDS.iter().find(|(word, _)| *word == token) {
            part.replace(*own).map(|_| 0)
        } else if YEAR.contains(&token.as_str()) || token == "й" || token == "я" || token == "ое" {
            said_year |= YEAR.contains(&token.as_str());
            None
        } else {
            return None;
        };
        // A second year, number or word makes it something else.
        if slot.is_some() {
            return None;
        }
    }
    let year = year.filter(|year| (1900..2200).contains(year))?;
    let month_end = |month: i16| Some(Date::new(year, i8::try_from(month).ok()?, 1).ok()?.last_of_month());
    match (part, number) {
        (Some(Part::Quarter), Some(number @ 1..=4)) => month_end(number * 3),
        (Some(Part::Half), Some(number @ 1..=2)) => month_end(number * 6),
        (Some(Part::Week), Some(number)) => {
            let week = i8::try_from(number).ok()?;
            Some(ISOWeekDate::new(year, week, Weekday::Sunday).ok()?.date())
        }
        (None, None) if said_year => month_end(12),
        _ => None,
    }
}

/// `мар.26`, `Mar-26`: what Excel makes of a month; with a space it could be a day of March.
fn short_month(text: &str) -> Option<Date> {
    let (name, year) = text.rsplit_once(['.', '-', '\'', '’'])?;
    let digits = year.len() == 2 && year.bytes().all(|byte| byte.is_ascii_digit());
    let named = !name.starts_with(|first: char| first.is_ascii_digit());
    let month = month(name.trim_end_matches('.')).filter(|_| digits && named)?;
    let year: i16 = year.parse().ok()?;
    Some(Date::new(if year < 70 { 2000 + year } else { 1900 + year }, month, 1).ok()?.last_of_month())
}

/// Words and numbers in small letters: `1кв2026` has three.
fn tokens(text: &str) -> Vec<String> {
    let mut tokens: Vec<String> = Vec::new();
    let mut last = ' ';
    for letter in text.to_lowercase().chars() {
        let kind = |c: char| (c.is_ascii_digit(), c.is_alphabetic());
        if kind(letter) != (false, false) {
            match tokens.last_mut() {
                Some(token) if kind(last) == kind(letter) => token.push(letter),
                _ => tokens.push(letter.to_string()),
            }
        }
        last = letter;
    }
    tokens
}

#[cfg(test)]
mod tests {
    use super::*;
    use DateOrder::MonthFirst;
    use jiff::civil::date as on;
    use proptest::prelude::*;

    #[test]
    fn periods_end_with_their_last_day() {
        for text in
            ["1 кв. 2026", "Q1 2026", "2026-Q1", "1Q2026", "I квартал 2026 г.", "1-й квартал 2026", "2026 Q1"]
        {
            assert_eq!(period(text, MonthFirst), Some(on(2026, 3, 31)), "{text}");
        }
        for text in ["2026 W05", "W05 2026", "5 нед. 2026", "неделя 5, 2026", "2026-W05", "Week 5 2026"]
        {
            assert_eq!(period(text, MonthFirst), Some(on(2026, 2, 1)), "{text}");
        }
        for text in ["мар.26", "Mar-26", "март'26", "март 2026", "2026-03", "31.03.2026"] {
            assert_eq!(period(text, MonthFirst), Some(on(2026, 3, 31)), "{text}");
        }
        assert_eq!(period("II полугодие 2026", MonthFirst), Some(on(2026, 12, 31)));
        assert_eq!(period("2026 год", MonthFirst), Some(on(2026, 12, 31)));
    }

    #[test]
    fn what_names_no_period_is_none() {
        for text in [
            "",
            "2026",
            "Q5 2026",
            "Q1",
            "3 полугодие 2026",
            "W54 2026",
            "1 2026 кв 2",
            "Q1 Q2 2026",
            "26.мар",
            "Итого за 2026",
            "Охват 2026",
            "мар 26",
            "Q1 26",
            "квартал",
            "Q0 2026",
        ] {
            assert_eq!(period(text, MonthFirst), None, "{text}");
        }
    }

    proptest! {
        #[test]
        fn any_text_is_read_or_refused(text in "[0-9QWHкв. гiv'-]{0,16}|\\PC{0,12}") {
            let _ = period(&text, MonthFirst);
        }
    }
}
