//! Figures with the words that people put beside them: `12,5 тыс.`, `1 200 ₽`, `$3.4M`.

use crate::{DecimalMark, number};

/// Signs of money that may stand before a figure.
const SIGNS: [char; 6] = ['₽', '$', '€', '£', '¥', '₸'];
/// Words that multiply, with their powers of ten; a longer word stands before its own beginning.
const WORDS: [(&str, u8); 20] = [
    ("тысячи", 3),
    ("тысяча", 3),
    ("тысяч", 3),
    ("тыс.", 3),
    ("тыс", 3),
    ("thousand", 3),
    ("миллионов", 6),
    ("миллиона", 6),
    ("миллион", 6),
    ("млн.", 6),
    ("млн", 6),
    ("million", 6),
    ("mln", 6),
    ("миллиардов", 9),
    ("миллиард", 9),
    ("млрд.", 9),
    ("млрд", 9),
    ("billion", 9),
    ("bln", 9),
    ("bn", 9),
];
/// Letters that multiply where they stand alone; a small `m` is a metre or a minute.
const LETTERS: [(&str, u8); 4] = [("k", 3), ("K", 3), ("к", 3), ("M", 6)];

/// A figure with what stands beside it.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Amount<'a> {
    /// The figure, multiplied as its word says.
    pub value: f64,
    /// The figure as it stands there.
    pub bare: f64,
    /// What else stands there: a unit, a sign of money, or nothing.
    pub unit: &'a str,
}

/// Reads a figure with a word that multiplies it and a unit, each of which may be wanting; nothing where the text begins
/// with no figure. Whether the unit is the right one is for the caller to say.
///
/// ```
/// use table::{DecimalMark, amount};
/// let read = amount("12,5 тыс. ₽", DecimalMark::Comma).map(|amount| (amount.value, amount.unit));
/// assert_eq!(read, Some((12_500.0, "₽")));
/// assert_eq!(amount("скоро", DecimalMark::Comma), None);
/// ```
pub fn amount(text: &str, mark: DecimalMark) -> Option<Amount<'_>> {
    let (sign, rest) = signed(text.trim());
    let before = rest.chars().next().filter(|first| SIGNS.contains(first)).map_or("", |first| {
        let (sign, _) = rest.split_at(first.len_utf8());
        sign
    });
    let (figure, tail) = split(rest[before.len()..].trim_start());
    let (power, tail) = multiplier(tail);
    let unit = if before.is_empty() { tail } else { before };
    // `10:30`, `5 ч 10 мин`: more than a figure with its unit.
    let is_unit = |c: char| c.is_alphabetic() || SIGNS.contains(&c) || "%‰".contains(c);
    let odd = !unit.chars().next().is_none_or(is_unit) || unit.contains(|c: char| c.is_ascii_digit());
    if odd || (!before.is_empty() && !tail.is_empty()) {
        return None;
    }
    let bare = number(&format!("{sign}{figure}"), mark)?;
    // By the power in the text, not by multiplying: 1,005 млн is 1 005 000 and no hair less.
    let value = match power {
        0 => bare,
        power => number(&format!("{sign}{figure}e{power}"), mark)?,
    };
    Some(Amount { value, bare, unit })
}

/// The figure that a text begins with, as it is written: what a column's decimal mark is told from.
pub fn figure(text: &str) -> &str {
    let (_, rest) = signed(text.trim());
    split(rest.trim_start_matches(SIGNS).trim_start()).0
}

fn signed(text: &str) -> (&str, &str) {
    let end = text.chars().next().filter(|first| "-−–+".contains(*first)).map_or(0, char::len_utf8);
    let (sign, rest) = text.split_at(end);
    (sign, rest.trim_start())
}

/// What is written with digits, and what stands behind it.
fn split(text: &str) -> (&str, &str) {
    let bytes = text.as_bytes();
    let digit = |at: usize| bytes.get(at).is_some_and(u8::is_ascii_digit);
    let power = |at: usize| {
        let behind = if matches!(bytes.get(at + 1), Some(b'+' | b'-')) { at + 2 } else { at + 1 };
        at > 0 && digit(at - 1) && digit(behind)
    };
    let figure = |(at, letter): &(usize, char)| match letter {
        '0'..='9' | '.' | ',' | '\'' | '’' | '+' | '-' => true,
        'e' | 'E' => power(*at),
        letter => letter.is_whitespace(),
    };
    let end = text.char_indices().find(|one| !figure(one)).map_or(text.len(), |(at, _)| at);
    let (figure, tail) = text.split_at(end);
    (figure.trim_end(), tail.trim())
}

/// The power of ten that a tail begins with, and the rest of the tail.
fn multiplier(tail: &str) -> (u8, &str) {
    for (word, power) in WORDS {
        if let Some(rest) = without(tail, word)
            && (word.ends_with('.') || !rest.starts_with(char::is_alphabetic))
        {
            return (power, rest.trim_start());
        }
    }
    for (letter, power) in LETTERS {
        if let Some(rest) = tail.strip_prefix(letter)
            && !rest.starts_with(char::is_alphabetic)
        {
            return (power, rest.trim_start());
        }
    }
    (0, tail)
}

/// A text without the word that it begins with in whatever case.
fn without<'a>(text: &'a str, word: &str) -> Option<&'a str> {
    let mut letters = text.chars();
    let same = word.chars().all(|own| letters.next().is_some_and(|letter| letter.to_lowercase().eq([own])));
    same.then_some(letters.as_str())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::DecimalMark::{Comma, Point};
    use proptest::prelude::*;

    #[test]
    fn words_multiply_and_units_are_told() {
        let read = |text| amount(text, Comma).map(|amount| (amount.value, amount.bare, amount.unit));
        assert_eq!(read("12,5 тыс."), Some((12_500.0, 12.5, "")));
        assert_eq!(read("1,2 млн"), Some((1_200_000.0, 1.2, "")));
        assert_eq!(read("1,005 млн руб."), Some((1_005_000.0, 1.005, "руб.")));
        assert_eq!(read("12 Тыс.руб."), Some((12_000.0, 12.0, "руб.")));
        assert_eq!(read("1\u{a0}200,50\u{a0}₽"), Some((1200.5, 1200.5, "₽")));
        assert_eq!(read("−3,5 %"), Some((-3.5, -3.5, "%")));
        assert_eq!(read("5"), Some((5.0, 5.0, "")));
        assert_eq!(amount("-$3.4M", Point).map(|amount| (amount.value, amount.unit)), Some((-3.4e6, "$")));
        assert_eq!(amount("2.5k", Point).map(|amount| amount.value), Some(2500.0));
        assert_eq!(amount("1e3 m", Point).map(|amount| (amount.value, amount.unit)), Some((1000.0, "m")));
    }

    #[test]
    fn what_begins_with_no_figure_is_none() {
        for text in ["", "тыс.", "₽", "много", "01.03.2026", "10:30 ч", "5-10 шт", "$5 €", "5 ч 10 мин"]
        {
            assert_eq!(amount(text, Point), None, "{text}");
        }
        assert_eq!([figure("12,5 тыс."), figure("−$1.5"), figure("нет")], ["12,5", "1.5", ""]);
    }

    proptest! {
        #[test]
        fn any_text_is_read_or_refused(text in "[0-9 ,.eE%₽$a-zа-яK’+−-]{0,20}|\\PC{0,12}") {
            for mark in [Comma, Point] {
                if let Some(amount) = amount(&text, mark) {
                    prop_assert!(amount.value.is_finite() && amount.bare.is_finite());
                }
            }
            let _ = figure(&text);
        }

        #[test]
        fn a_number_is_an_amount_without_a_unit(value in -1e9f64..1e9) {
            let text = value.to_string();
            let read = amount(&text, Point);
            prop_assert_eq!(read, Some(Amount { value, bare: value, unit: "" }));
        }
    }
}
