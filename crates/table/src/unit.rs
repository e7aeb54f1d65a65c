//! Units of measurement and what becomes of them in a calculation.

use crate::TableError;
use std::collections::BTreeMap;
use std::fmt;

/// A unit: symbols with whole powers, `₽/person`, `people`, `%`; a number without one is [`Unit::NONE`].
///
/// Symbols are not converted into each other: `h` and `min` are as different as `people` and `₽`.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Unit(BTreeMap<String, i8>);

/// Symbols are no longer and no more than this.
const LONG: usize = 24;

impl Unit {
    /// No unit: a bare number.
    pub const NONE: Unit = Unit(BTreeMap::new());

    /// Reads `people`, `₽/person`, `likes*h^-1`.
    pub fn read(text: &str) -> Result<Self, TableError> {
        let wrong = || TableError::NoUnit { text: text.trim().to_owned() };
        let mut unit = Unit::NONE;
        let (mut sign, mut rest) = (1i8, text.trim());
        while !rest.is_empty() {
            let end = rest.find(['*', '·', '/']).unwrap_or(rest.len());
            let (symbol, power) = match rest[..end].split_once('^') {
                Some((symbol, power)) => (symbol.trim(), power.trim().parse::<i8>().map_err(|_| wrong())?),
                None => (rest[..end].trim(), 1),
            };
            if symbol.is_empty() || symbol.chars().count() > LONG || power.unsigned_abs() > 9 {
                return Err(wrong());
            }
            if symbol != "1" {
                unit = unit.times_power(symbol, sign * power);
            }
            let mark = rest[end..].chars().next();
            sign = if mark == Some('/') { -1 } else { 1 };
            rest = &rest[end + mark.map_or(0, char::len_utf8)..];
            if mark.is_some() && rest.trim().is_empty() {
                return Err(wrong());
            }
        }
        Ok(unit)
    }

    /// The name and the unit of a head such as `reach, people`, `Цена (₽)` or `доля, %`.
    ///
    /// A word that is no known unit is taken for one behind a comma only, and only where the column holds figures.
    pub fn of_head(head: &str, figures: bool) -> (String, Unit) {
        let none = || (head.to_owned(), Unit::NONE);
        let (name, text, bracket) = match head.strip_suffix([')', ']']) {
            Some(inner) => match inner.rfind(['(', '[']) {
                Some(at) => (&head[..at], &inner[at + 1..], true),
                None => return none(),
            },
            None => match head.rsplit_once(", ") {
                Some((name, text)) => (name, text, false),
                None => return none(),
            },
        };
        let (name, text) = (name.trim(), text.trim());
        let word = text.chars().count() <= 12 && text.chars().all(char::is_alphabetic);
        if name.is_empty() || !figures || !(is_known(text) || (word && !bracket)) {
            return none();
        }
        Unit::read(text).map_or_else(|_| none(), |unit| (name.to_owned(), unit))
    }

    /// Whether it is no unit.
    pub fn is_none(&self) -> bool {
        self.0.is_empty()
    }

    /// The unit of a product.
    pub fn times(&self, other: &Unit) -> Unit {
        other.0.iter().fold(self.clone(), |unit, (symbol, power)| unit.times_power(symbol, *power))
    }

    /// The unit of a quotient; people by people is none.
    pub fn over(&self, other: &Unit) -> Unit {
        other
            .0
            .iter()
            .fold(self.clone(), |unit, (symbol, power)| unit.times_power(symbol, power.saturating_neg()))
    }

    /// The unit of a power.
    pub fn power(&self, power: i8) -> Unit {
        let raised = |(symbol, own): (&String, &i8)| (symbol.clone(), own.saturating_mul(power));
        Unit(self.0.iter().map(raised).filter(|(_, power)| *power != 0).collect())
    }

    /// The unit of a square root, where it has one.
    pub fn root(&self) -> Option<Unit> {
        let even = self.0.values().all(|power| power % 2 == 0);
        even.then(|| Unit(self.0.iter().map(|(symbol, power)| (symbol.clone(), power / 2)).collect()))
    }

    fn times_power(mut self, symbol: &str, power: i8) -> Unit {
        let sum = self.0.get(symbol).copied().unwrap_or(0).saturating_add(power);
        match sum {
            0 => _ = self.0.remove(symbol),
            sum => _ = self.0.insert(symbol.to_owned(), sum),
        }
        self
    }
}

impl fmt::Display for Unit {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let write = |f: &mut fmt::Formatter<'_>, symbol: &str, power: i8| match power {
            1 => write!(f, "{symbol}"),
            power => write!(f, "{symbol}^{power}"),
        };
        let above: Vec<_> = self.0.iter().filter(|(_, power)| **power > 0).collect();
        let below: Vec<_> = self.0.iter().filter(|(_, power)| **power < 0).collect();
        if above.is_empty() && !below.is_empty() {
            f.write_str("1")?;
        }
        for (at, (symbol, power)) in above.iter().enumerate() {
            if at > 0 {
                f.write_str("*")?;
            }
            write(f, symbol, **power)?;
        }
        for (symbol, power) in below {
            f.write_str("/")?;
            write(f, symbol, power.saturating_neg())?;
        }
        Ok(())
    }
}

/// Whether people write it for a unit in a head.
fn is_known(text: &str) -> bool {
    const KNOWN: &[&str] = &[
        "%",
        "‰",
        "₽",
        "$",
        "€",
        "£",
        "¥",
        "₸",
        "руб",
        "руб.",
        "р.",
        "тыс.",
        "тыс",
        "млн",
        "млрд",
        "тыс. ₽",
        "млн ₽",
        "чел",
        "чел.",
        "шт",
        "шт.",
        "с",
        "сек",
        "мин",
        "ч",
        "дн",
        "дн.",
        "дней",
        "км",
        "м",
        "кг",
        "г",
        "п.п.",
        "usd",
        "eur",
        "rub",
        "kzt",
        "gbp",
        "s",
        "sec",
        "ms",
        "мс",
        "min",
        "h",
        "hours",
        "days",
        "weeks",
        "months",
        "years",
        "people",
        "persons",
        "users",
        "pcs",
        "posts",
        "views",
        "clicks",
        "k",
        "m",
        "kg",
        "km",
        "pp",
        "bp",
    ];
    let text = text.to_lowercase();
    KNOWN.contains(&text.as_str())
        || text.split_once('/').is_some_and(|(above, below)| {
            KNOWN.contains(&above.trim()) && below.chars().all(|c| c.is_alphabetic() || c == '.')
        })
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn unit(text: &str) -> Unit {
        Unit::read(text).unwrap()
    }

    #[test]
    fn heads_give_up_their_units() {
        let of = |head| {
            let (name, unit) = Unit::of_head(head, true);
            (name, unit.to_string())
        };
        assert_eq!(of("reach, people"), ("reach".to_owned(), "people".to_owned()));
        assert_eq!(of("Цена, ₽"), ("Цена".to_owned(), "₽".to_owned()));
        assert_eq!(of("доля, %"), ("доля".to_owned(), "%".to_owned()));
        assert_eq!(of("CPC (₽/клик)"), ("CPC".to_owned(), "₽/клик".to_owned()));
        assert_eq!(of("likes (organic)"), ("likes (organic)".to_owned(), String::new()));
        assert_eq!(of("log(x)"), ("log(x)".to_owned(), String::new()));
        assert_eq!(Unit::of_head("city, street", false).0, "city, street");
    }

    #[test]
    fn a_quotient_has_its_own_unit() {
        assert_eq!(unit("₽").over(&unit("people")).to_string(), "₽/people");
        assert_eq!(unit("people").over(&unit("people")), Unit::NONE);
        assert_eq!(Unit::NONE.over(&unit("h")).to_string(), "1/h");
        assert_eq!(unit("m^2").root(), Some(unit("m")));
        assert_eq!(unit("m").root(), None);
        assert!(Unit::read("a/").is_err() && Unit::read("a^x").is_err() && Unit::read("*").is_err());
    }

    proptest! {
        #[test]
        fn any_text_is_read_or_refused(text in "\\PC{0,30}") {
            if let Ok(unit) = Unit::read(&text) {
                prop_assert_eq!(Unit::read(&unit.to_string()), Ok(unit));
            }
            let _ = Unit::of_head(&text, true);
        }

        #[test]
        fn a_product_is_undone_by_its_quotient(a in "[a-c](/[d-f])?", b in "[a-f](\\^2)?") {
            prop_assert_eq!(unit(&a).times(&unit(&b)).over(&unit(&b)), unit(&a));
        }
    }
}
