//! What a rhythm says of the steps of a series.

use super::back;
use department::model::Rhythm;
use jiff::civil::Date;

/// The slower of two rhythms.
pub(crate) fn coarser(a: Rhythm, b: Rhythm) -> Rhythm {
    a.max(b)
}

/// The lengths of a rhythm's seasons in its steps: the week and the year, as far as they are longer than a step.
pub fn seasons(rhythm: Rhythm) -> &'static [f64] {
    match rhythm {
        Rhythm::Day => &[7.0, 365.25],
        Rhythm::Week => &[365.25 / 7.0],
        Rhythm::Month => &[12.0],
        Rhythm::Quarter => &[4.0],
        Rhythm::Year => &[],
    }
}

/// So many whole steps of a rhythm lie between two days; none where the second is not behind the first.
pub fn steps(from: Date, to: Date, rhythm: Rhythm) -> usize {
    let days = from.until(to).map_or(0, |span| span.get_days());
    let months = (i32::from(to.year()) - i32::from(from.year())) * 12 + i32::from(to.month())
        - i32::from(from.month());
    // A month that has not come to its day is not whole.
    let months = if back(to, Rhythm::Month, months) < from { months - 1 } else { months };
    let count = match rhythm {
        Rhythm::Day => days,
        Rhythm::Week => days / 7,
        Rhythm::Month => months,
        Rhythm::Quarter => months / 3,
        Rhythm::Year => months / 12,
    };
    usize::try_from(count).unwrap_or(0)
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    #[test]
    fn whole_steps_are_counted() {
        let count = |to, rhythm| steps(date(2026, 1, 31), to, rhythm);
        assert_eq!(count(date(2026, 2, 28), Rhythm::Month), 1);
        assert_eq!(count(date(2026, 2, 27), Rhythm::Month), 0);
        assert_eq!(count(date(2026, 2, 15), Rhythm::Week), 2);
        assert_eq!(count(date(2026, 12, 31), Rhythm::Quarter), 3);
        assert_eq!(count(date(2027, 1, 31), Rhythm::Year), 1);
        assert_eq!(count(date(2025, 1, 31), Rhythm::Day), 0);
    }

    #[test]
    fn the_slower_rhythm_holds() {
        assert_eq!(coarser(Rhythm::Day, Rhythm::Month), Rhythm::Month);
        assert_eq!(coarser(Rhythm::Week, Rhythm::Week), Rhythm::Week);
    }
}
