//! Numbers as people and their programs write them.

/// What stands before the fraction.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum DecimalMark {
    /// `1,234.5`
    Point,
    /// `1 234,5`
    Comma,
}

impl DecimalMark {
    /// The mark and the one of the two that it is not, which may set off thousands.
    const fn marks(self) -> (char, char) {
        match self {
            DecimalMark::Point => ('.', ','),
            DecimalMark::Comma => (',', '.'),
        }
    }
}

/// Reads a number with that decimal mark; nothing where the text is no number.
///
/// Thousands may be set off by spaces of any width, an apostrophe or the mark that is not the decimal one, always
/// the same and always by three digits. A minus is `-`, `−` or `–`. `12%` is 12: a number of per cent stays one.
///
/// ```
/// use table::{DecimalMark, number};
/// assert_eq!(number("−1\u{a0}234,5", DecimalMark::Comma), Some(-1234.5));
/// assert_eq!(number("12.5 %", DecimalMark::Point), Some(12.5));
/// assert_eq!(number("1.5", DecimalMark::Comma), None);
/// ```
pub fn number(text: &str, mark: DecimalMark) -> Option<f64> {
    let text = text.trim();
    let text = text.strip_suffix('%').map_or(text, str::trim_end);
    let (sign, text) = match text.chars().next()? {
        '-' | '−' | '–' => ("-", text.trim_start_matches(['-', '−', '–']).trim_start()),
        '+' => ("", &text[1..]),
        _ => ("", text),
    };
    let (text, power) = match text.split_once(['e', 'E']) {
        Some((text, power)) => (text, Some(power)),
        None => (text, None),
    };
    let (decimal, other) = mark.marks();
    let (whole, part) = text.split_once(decimal).unwrap_or((text, ""));
    let digits = |text: &str| text.bytes().all(|byte| byte.is_ascii_digit());
    if !digits(part) || (whole.is_empty() && part.is_empty()) {
        return None;
    }
    let mut plain = format!("{sign}{}.{part}0", ungrouped(whole, other)?);
    if let Some(power) = power {
        let size = power.strip_prefix(['+', '-']).unwrap_or(power);
        if size.is_empty() || !digits(size) {
            return None;
        }
        plain.push('e');
        plain.push_str(power);
    }
    plain.parse().ok().filter(|number: &f64| number.is_finite())
}

/// The digits of a whole number without what sets off its thousands, `0` for none.
fn ungrouped(text: &str, other: char) -> Option<String> {
    let Some(between) = text.chars().find(|c| !c.is_ascii_digit()) else {
        return Some(if text.is_empty() { "0".to_owned() } else { text.to_owned() });
    };
    let sets_off = between == other || matches!(between, '\'' | '’') || between.is_whitespace();
    let mut groups = text.split(between);
    let first = groups.next()?;
    // A group of zero alone is no thousand: `0,123` is a fraction.
    let fits = sets_off && matches!(first.len(), 1..=3) && !first.starts_with('0');
    let mut whole = fits.then(|| first.to_owned())?;
    for group in groups {
        if group.len() != 3 || !group.bytes().all(|byte| byte.is_ascii_digit()) {
            return None;
        }
        whole.push_str(group);
    }
    Some(whole)
}

/// The decimal mark of a column, from all its values: each that reads as a number with one mark only is a vote.
///
/// Where the votes are even, as in a column that has only `1,234`, a semicolon between the file's columns tells
/// that the comma is taken for decimals; otherwise the point is the mark.
pub fn decimal_mark<'a>(values: impl IntoIterator<Item = &'a str>, delimiter: Option<char>) -> DecimalMark {
    let mut balance = 0i64;
    for value in values {
        let reads = |mark| number(value, mark).is_some();
        match (reads(DecimalMark::Point), reads(DecimalMark::Comma)) {
            (true, false) => balance += 1,
            (false, true) => balance -= 1,
            _ => {}
        }
    }
    match balance {
        1.. => DecimalMark::Point,
        0 if delimiter != Some(';') => DecimalMark::Point,
        _ => DecimalMark::Comma,
    }
}

#[cfg(test)]
mod tests {
    use super::DecimalMark::{Comma, Point};
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn both_marks_and_every_separator_of_thousands_are_read() {
        for text in [
            "1234.5",
            "1,234.5",
            "1 234.5",
            "1\u{a0}234.5",
            "1\u{2009}234.5",
            "1\u{202f}234.5",
            "1'234.5",
            "1’234.5",
            "+1234.50",
        ] {
            assert_eq!(number(text, Point), Some(1234.5), "{text}");
        }
        for text in ["1234,5", "1.234,5", "1 234,5", " 1234,5 "] {
            assert_eq!(number(text, Comma), Some(1234.5), "{text}");
        }
        assert_eq!(number("1.234.567", Comma), Some(1_234_567.0));
        assert_eq!(number("1,234", Point), Some(1234.0));
        assert_eq!(number("1,234", Comma), Some(1.234));
        assert_eq!(number(",5", Comma), Some(0.5));
        assert_eq!(number("5.", Point), Some(5.0));
        assert_eq!(number("1.5E+06", Point), Some(1_500_000.0));
    }

    #[test]
    fn signs_and_per_cent_are_read() {
        assert_eq!(number("-3", Point), Some(-3.0));
        assert_eq!(number("− 3", Point), Some(-3.0));
        assert_eq!(number("–0,5%", Comma), Some(-0.5));
        assert_eq!(number("12 %", Comma), Some(12.0));
    }

    #[test]
    fn what_is_no_number_is_none() {
        for text in [
            "",
            " ",
            "-",
            "%",
            ".",
            "1.2.3",
            "1,5",
            "12,34",
            "1 23",
            "1234,567",
            "0,123",
            "1 234,567",
            "abc",
            "NaN",
            "inf",
            "1e999",
            "1e",
            "5 шт",
            "٣",
            "01.03.2026",
        ] {
            assert_eq!(number(text, Point), None, "{text}");
        }
    }

    #[test]
    fn the_columns_values_decide_on_the_mark() {
        assert_eq!(decimal_mark(["1,234", "2,5"], Some(',')), Comma);
        assert_eq!(decimal_mark(["1,234", "2.5"], Some(';')), Point);
        assert_eq!(decimal_mark(["1,234"], Some(';')), Comma);
        assert_eq!(decimal_mark(["1,234"], Some(',')), Point);
        assert_eq!(decimal_mark(["1,234,567"], Some(';')), Point);
        assert_eq!(decimal_mark(["0,123"], None), Comma);
        assert_eq!(decimal_mark(["12", "итого"], None), Point);
    }

    proptest! {
        #[test]
        fn any_text_is_read_or_refused(text in "\\PC{0,20}") {
            let _ = (number(&text, Point), number(&text, Comma));
        }

        #[test]
        fn a_number_as_it_is_printed_is_read_back(value in -1e12f64..1e12) {
            prop_assert_eq!(number(&value.to_string(), Point), Some(value));
            prop_assert_eq!(number(&value.to_string().replace('.', ","), Comma), Some(value));
        }
    }
}
