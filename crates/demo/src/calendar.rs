//! Days by number, as the figures need them: this crate depends on nothing.

/// Year, month, day.
pub type Day = (i16, i8, i8);

/// Days since 1 March of the year 0 of the Gregorian calendar.
pub fn number((year, month, day): Day) -> i32 {
    // Counted from March, so that the leap day is the last of the year.
    let (year, month) = (i32::from(year), i32::from(month));
    let (year, month) = if month > 2 { (year, month - 3) } else { (year - 1, month + 9) };
    365 * year + year / 4 - year / 100 + year / 400 + (153 * month + 2) / 5 + i32::from(day) - 1
}

/// The day of that number, from the year 1 on.
pub fn day(number: i32) -> Day {
    let mut year = (number / 365) as i16;
    while number < self::number((year, 3, 1)) {
        year -= 1;
    }
    let rest = number - self::number((year, 3, 1));
    let month = (5 * rest + 2) / 153;
    let day = rest - (153 * month + 2) / 5 + 1;
    let (year, month) = if month < 10 { (year, month + 3) } else { (year + 1, month - 9) };
    (year, month as i8, day as i8)
}

/// The last day of the month that lies `months` before the given one.
pub fn month_end(year: i16, month: i8, months: i16) -> Day {
    // The first day of the month after, less one.
    let ordinal = year * 12 + i16::from(month) - months;
    day(number((ordinal / 12, (ordinal % 12) as i8 + 1, 1)) - 1)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_and_numbers_turn_into_each_other() {
        let start = number((1999, 12, 31));
        let mut last = day(start);
        for number in start + 1..start + 20_000 {
            let next = day(number);
            assert!(next > last && self::number(next) == number, "{next:?}");
            last = next;
        }
        assert_eq!(number((2026, 11, 23)) - number((2024, 2, 28)), 999);
    }

    #[test]
    fn months_end_where_they_do() {
        assert_eq!(month_end(2026, 10, 0), (2026, 10, 31));
        assert_eq!(month_end(2026, 10, 8), (2026, 2, 28));
        assert_eq!(month_end(2026, 12, 0), (2026, 12, 31));
        assert_eq!(month_end(2026, 1, 23), (2024, 2, 29));
    }
}
