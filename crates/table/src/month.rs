//! Names of months.

/// English and Russian names by their beginnings, which no two months share; «мая» has a beginning of its own.
const BEGINNINGS: [&[&str]; 12] = [
    &["jan", "янв"],
    &["feb", "фев"],
    &["mar", "мар"],
    &["apr", "апр"],
    &["may", "май", "мая"],
    &["jun", "июн"],
    &["jul", "июл"],
    &["aug", "авг"],
    &["sep", "сен"],
    &["oct", "окт"],
    &["nov", "ноя"],
    &["dec", "дек"],
];
/// The names in full, by which a longer word is known to be a month: nominative and genitive in Russian.
const NAMES: [[&str; 3]; 12] = [
    ["january", "январь", "января"],
    ["february", "февраль", "февраля"],
    ["march", "март", "марта"],
    ["april", "апрель", "апреля"],
    ["may", "май", "мая"],
    ["june", "июнь", "июня"],
    ["july", "июль", "июля"],
    ["august", "август", "августа"],
    ["september", "сентябрь", "сентября"],
    ["october", "октябрь", "октября"],
    ["november", "ноябрь", "ноября"],
    ["december", "декабрь", "декабря"],
];

/// The month, 1 to 12, that a text names: by number, or by its English or Russian name in full or shortened to
/// three letters or more.
///
/// ```
/// assert_eq!(table::month("Март"), Some(3));
/// assert_eq!(table::month("sept."), Some(9));
/// assert_eq!(table::month("03"), Some(3));
/// assert_eq!(table::month("maroon"), None);
/// ```
pub fn month(text: &str) -> Option<i8> {
    let text = text.trim();
    if text.len() <= 2 && text.bytes().all(|byte| byte.is_ascii_digit()) {
        return text.parse().ok().filter(|month| (1..=12).contains(month));
    }
    let word = text.strip_suffix('.').unwrap_or(text).to_lowercase();
    let at = BEGINNINGS.iter().position(|some| some.iter().any(|beginning| word.starts_with(beginning)))?;
    NAMES[at].iter().any(|name| name.starts_with(&word)).then_some(at as i8 + 1)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_name_is_its_month() {
        for (at, names) in NAMES.iter().enumerate() {
            for name in names {
                assert_eq!(month(name), Some(at as i8 + 1), "{name}");
                assert_eq!(month(&name.to_uppercase()), Some(at as i8 + 1), "{name}");
                let short: String = name.chars().take(3).collect();
                assert_eq!(month(&short), Some(at as i8 + 1), "{short}");
            }
        }
        for text in ["", "0", "13", "-1", "ма", "marching", "q1"] {
            assert_eq!(month(text), None, "{text}");
        }
    }
}
