//! Days as people and their programs write them.

use crate::month;
use jiff::civil::{Date, ISOWeekDate, Weekday};

/// What comes first in a date like `3/4/2026` or `3-4-2026`. With points the day always comes first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum DateOrder {
    /// 4 March.
    #[default]
    MonthFirst,
    /// 3 April.
    DayFirst,
}

/// Reads a day; nothing where the text is none. A time behind it is left out; a month alone (`2026-03`,
/// `03.2026`, `март 2026`) is its last day, a week alone (`2026-W14`) its Sunday.
///
/// ```
/// use jiff::civil;
/// use table::{DateOrder, date};
/// assert_eq!(date("01.03.2026", DateOrder::MonthFirst), Some(civil::date(2026, 3, 1)));
/// assert_eq!(date("2026-02", DateOrder::MonthFirst), Some(civil::date(2026, 2, 28)));
/// assert_eq!(date("2026-W14", DateOrder::MonthFirst), Some(civil::date(2026, 4, 5)));
/// ```
pub fn date(text: &str, order: DateOrder) -> Option<Date> {
    let text = day_part(text.trim());
    if text.len() == 8 && is_number(text) {
        return day(&text[..4], &text[4..6], &text[6..]);
    }
    if let Some((year, week)) = text.split_once(['W', 'w']) {
        return of_week(year, week);
    }
    match numbers(text) {
        Some((_, parts)) => match parts.as_slice() {
            [year, month] if year.len() == 4 => last_of(year, month),
            [month, year] => last_of(year, month),
            [year, month, rest] if year.len() == 4 => day(year, month, rest),
            [first, second, year] => {
                let month_first = is_ordered(text) && order == DateOrder::MonthFirst;
                if month_first { day(year, first, second) } else { day(year, second, first) }
            }
            _ => None,
        },
        None => of_words(text),
    }
}

/// The order of a column's dates, from all its values: a number over 12 tells which place is the day's. Where
/// nothing tells, or both are told equally often, the month comes first.
pub fn date_order<'a>(values: impl IntoIterator<Item = &'a str>) -> DateOrder {
    let mut balance = 0i64;
    for text in values {
        let text = day_part(text.trim());
        let Some((_, parts)) = numbers(text).filter(|_| is_ordered(text)) else { continue };
        if let [first, second, _] = parts.as_slice() {
            let over = |part: &str| part.parse::<u8>().is_ok_and(|number| number > 12);
            balance += i64::from(over(first)) - i64::from(over(second));
        }
    }
    if balance > 0 { DateOrder::DayFirst } else { DateOrder::MonthFirst }
}

/// Whether a date's order is not plain from its form: two numbers of at most two digits, then a year, with
/// slashes or hyphens between.
pub fn is_ordered(text: &str) -> bool {
    numbers(day_part(text.trim()))
        .is_some_and(|(between, parts)| between != '.' && parts.len() == 3 && parts[0].len() <= 2)
}

/// The text without the time behind it.
fn day_part(text: &str) -> &str {
    let time = |time: &str| {
        let (digit, colon) = (time.starts_with(|c: char| c.is_ascii_digit()), time.contains(':'));
        digit
            && colon
            && time.chars().all(|c| c.is_ascii_digit() || ":.,+-ZzAaPpMm \u{202f}\u{a0}".contains(c))
    };
    match text.find([' ', 'T', '\u{a0}']) {
        Some(at) if time(text[at..].trim_start_matches(['T', ' ', '\u{a0}'])) => {
            text[..at].trim_end_matches(',')
        }
        _ => text,
    }
}

/// The numbers of a date and the mark between them, the same everywhere.
fn numbers(text: &str) -> Option<(char, Vec<&str>)> {
    let between = text.chars().find(|c| !c.is_ascii_digit()).filter(|c| "./-".contains(*c))?;
    let parts: Vec<&str> = text.split(between).collect();
    (parts.len() <= 3 && parts.iter().all(|part| is_number(part))).then_some((between, parts))
}

fn is_number(text: &str) -> bool {
    !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit())
}

/// A year of four digits, or of two: from 70 in the last century, else in this one.
fn year(text: &str) -> Option<i16> {
    let number: i16 = text.parse().ok()?;
    match (text.len(), number) {
        (4, year) => Some(year),
        (2, 70..) => Some(1900 + number),
        (2, _) => Some(2000 + number),
        _ => None,
    }
}

fn day(year_text: &str, month: &str, day: &str) -> Option<Date> {
    let short = |text: &str| text.parse().ok().filter(|_| text.len() <= 2);
    Date::new(year(year_text)?, short(month)?, short(day)?).ok()
}

/// The last day of a month; a month alone needs all four digits of its year.
fn last_of(year_text: &str, month: &str) -> Option<Date> {
    day(year_text, month, "1").filter(|_| year_text.len() == 4).map(Date::last_of_month)
}

/// `2026-W14`, `2026W14`, `2026-W14-2`.
fn of_week(year: &str, week: &str) -> Option<Date> {
    let year = year.strip_suffix('-').unwrap_or(year);
    let (week, day) = week.split_once('-').unwrap_or((week, "7"));
    if !(year.len() == 4 && is_number(year) && is_number(week) && is_number(day)) {
        return None;
    }
    let day = Weekday::from_monday_one_offset(day.parse().ok()?).ok()?;
    Some(ISOWeekDate::new(year.parse().ok()?, week.parse().ok()?, day).ok()?.date())
}

/// `март 2026`, `Mar 2026`, `1 марта 2026 г.`, `March 1, 2026`.
fn of_words(text: &str) -> Option<Date> {
    let text = text.trim_end_matches('.').trim_end_matches(['г', 'y']).trim_end();
    let words: Vec<&str> =
        text.split([' ', ',', '\u{a0}', '\u{202f}']).filter(|word| !word.is_empty()).collect();
    let named = |word: &str| month(word).filter(|_| !is_number(word)).map(|month| month.to_string());
    match words.as_slice() {
        [name, year] => last_of(year, &named(name)?),
        [first, second, year] if year.len() == 4 => match named(second) {
            Some(month) => day(year, &month, first),
            None => day(year, &named(first)?, second),
        },
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::DateOrder::{DayFirst, MonthFirst};
    use super::*;
    use jiff::civil::date as on;
    use proptest::prelude::*;

    #[test]
    fn every_form_of_a_day_is_read() {
        for text in [
            "2026-03-01",
            "2026-03-01T10:20:30Z",
            "2026-03-01 10:20",
            "2026/03/01",
            "2026.03.01",
            "20260301",
            "01.03.2026",
            "1.3.2026",
            "01.03.26",
            "01.03.2026 09:05",
            "3/1/2026",
            "03/01/2026 5:00 PM",
            "3/1/26",
            "03-01-2026",
            "1 марта 2026 г.",
            "1 Mar 2026",
            "March 1, 2026",
            "2026-W09-7",
        ] {
            assert_eq!(date(text, MonthFirst), Some(on(2026, 3, 1)), "{text}");
        }
        assert_eq!(date("1/3/2026", DayFirst), Some(on(2026, 3, 1)));
        assert_eq!(date("01.03.99", DayFirst), Some(on(1999, 3, 1)));
    }

    #[test]
    fn a_month_is_its_last_day_and_a_week_its_sunday() {
        for text in ["2024-02", "02.2024", "2/2024", "2024/02", "февраль 2024", "Feb 2024", "ФЕВРАЛЬ 2024 г."]
        {
            assert_eq!(date(text, MonthFirst), Some(on(2024, 2, 29)), "{text}");
        }
        assert_eq!(date("2026-W14", MonthFirst), Some(on(2026, 4, 5)));
        assert_eq!(date("2026w01", MonthFirst), Some(on(2026, 1, 4)));
        assert_eq!(date("2026-W53", MonthFirst), Some(on(2027, 1, 3)));
        assert_eq!(date("2025-W53", MonthFirst), None);
    }

    #[test]
    fn what_is_no_day_is_none() {
        for text in [
            "",
            "итого",
            "31.02.2026",
            "13/13/2026",
            "13/1/2026",
            "5",
            "12.5",
            "1,5",
            "2026",
            "1.2.3.4",
            "1.2.345",
            "2026-13",
            "03.26",
            "2026-W00",
            "-03-01",
            "01.03-2026",
            "20261301",
            "март",
            "99999999999999999999",
        ] {
            assert_eq!(date(text, MonthFirst), None, "{text}");
        }
    }

    #[test]
    fn the_columns_values_decide_on_the_order() {
        assert_eq!(date_order(["1/2/2026", "13/2/2026"]), DayFirst);
        assert_eq!(date_order(["1/2/2026", "2/13/2026"]), MonthFirst);
        assert_eq!(date_order(["1/2/2026", "3/4/2026"]), MonthFirst);
        assert_eq!(date_order(["1-2-2026", "31-2-26 10:00"]), DayFirst);
        assert_eq!(date_order(["31.12.2026", "2026-31-12", "текст"]), MonthFirst);
    }

    proptest! {
        #[test]
        fn any_text_is_read_or_refused(text in "[0-9а-яa-zTW./: ,-]{0,20}|\\PC{0,12}") {
            let _ = (date(&text, MonthFirst), date_order([text.as_str()]));
        }

        #[test]
        fn a_day_as_it_is_printed_is_read_back(year in 1970i16..2069, month in 1i8..=12, day in 1i8..=28) {
            let date_ = on(year, month, day);
            for text in [
                date_.to_string(),
                format!("{day:02}.{month:02}.{year}"),
                format!("{year}{month:02}{day:02}"),
                format!("{month}/{day}/{:02}", year % 100),
            ] {
                prop_assert_eq!(date(&text, MonthFirst), Some(date_), "{}", text);
            }
        }
    }
}
