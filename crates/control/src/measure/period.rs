//! A KPI's rhythm in days of the calendar.

use department::model::Rhythm;
use jiff::civil::Date;
use jiff::{Span, ToSpan};

/// The day so many periods before a day. From the last day of a month the steps of months and more go to last
/// days again, because that is how such periods are dated.
pub fn back(date: Date, rhythm: Rhythm, periods: i32) -> Date {
    forward(date, rhythm, periods.saturating_neg())
}

/// The day so many periods behind a day; from the last day of a month to last days, as [`back`].
pub fn forward(date: Date, rhythm: Rhythm, periods: i32) -> Date {
    let periods = i64::from(periods);
    let months = |months: i64| {
        let day = date.saturating_add(Span::new().months(months.clamp(-200_000, 200_000)));
        if date == date.last_of_month() { day.last_of_month() } else { day }
    };
    match rhythm {
        Rhythm::Day => date.saturating_add(Span::new().days(periods.clamp(-7_000_000, 7_000_000))),
        Rhythm::Week => date.saturating_add(Span::new().weeks(periods.clamp(-1_000_000, 1_000_000))),
        Rhythm::Month => months(periods),
        Rhythm::Quarter => months(3 * periods),
        Rhythm::Year => months(12 * periods),
    }
}

/// The last day of the period that a day falls in: the day itself, the week's Sunday, the last day of the month,
/// quarter or calendar year.
pub fn period_end(date: Date, rhythm: Rhythm) -> Date {
    let month_end = |month: i8| Date::new(date.year(), month, 1).map_or(date, Date::last_of_month);
    match rhythm {
        Rhythm::Day => date,
        Rhythm::Week => {
            let left = 7 - date.weekday().to_monday_one_offset();
            date.checked_add(i32::from(left).days()).unwrap_or(date)
        }
        Rhythm::Month => date.last_of_month(),
        Rhythm::Quarter => month_end((date.month() + 2) / 3 * 3),
        Rhythm::Year => month_end(12),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    #[test]
    fn steps_back_keep_to_the_ends_of_months() {
        assert_eq!(back(date(2026, 3, 31), Rhythm::Month, 1), date(2026, 2, 28));
        assert_eq!(back(date(2026, 4, 30), Rhythm::Month, 1), date(2026, 3, 31));
        assert_eq!(back(date(2026, 4, 15), Rhythm::Month, 2), date(2026, 2, 15));
        assert_eq!(back(date(2026, 6, 30), Rhythm::Quarter, 1), date(2026, 3, 31));
        assert_eq!(back(date(2026, 3, 1), Rhythm::Week, 1), date(2026, 2, 22));
        assert_eq!(back(date(2026, 3, 1), Rhythm::Day, 1), date(2026, 2, 28));
        assert_eq!(back(date(2024, 2, 29), Rhythm::Year, 1), date(2023, 2, 28));
        assert_eq!(back(Date::MIN, Rhythm::Year, 2), Date::MIN);
    }

    #[test]
    fn a_period_ends_with_its_last_day() {
        let day = date(2026, 4, 1);
        assert_eq!(period_end(day, Rhythm::Day), day);
        assert_eq!(period_end(day, Rhythm::Week), date(2026, 4, 5));
        assert_eq!(period_end(date(2026, 4, 5), Rhythm::Week), date(2026, 4, 5));
        assert_eq!(period_end(day, Rhythm::Month), date(2026, 4, 30));
        assert_eq!(period_end(day, Rhythm::Quarter), date(2026, 6, 30));
        assert_eq!(period_end(date(2026, 12, 31), Rhythm::Quarter), date(2026, 12, 31));
        assert_eq!(period_end(day, Rhythm::Year), date(2026, 12, 31));
        assert_eq!(period_end(Date::MAX, Rhythm::Week), Date::MAX);
    }
}
