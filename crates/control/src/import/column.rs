//! Columns by their names.

use super::ImportError;

/// The place of a column, counted from 0.
pub fn find(header: &[String], width: usize, name: &str) -> Result<usize, ImportError> {
    let same = |text: &str| text.trim().to_lowercase();
    let exact = header.iter().position(|text| text == name);
    let alike = || {
        let mut alike = header.iter().enumerate().filter(|(_, text)| same(text) == same(name));
        // Two columns that differ in case only are not told apart by a name that is neither.
        alike.next().filter(|_| alike.next().is_none()).map(|(at, _)| at)
    };
    let by_place = || place(name.trim().strip_prefix('#')?).filter(|at| *at < width);
    let found = if name.trim().is_empty() { None } else { exact.or_else(alike).or_else(by_place) };
    found.ok_or_else(|| ImportError::NoColumn { name: name.to_owned(), there: nearest(header, name) })
}

/// The name of a column, or `#3` where it has none.
pub fn name(header: &[String], at: usize) -> String {
    match header.get(at).map(String::as_str) {
        None | Some("") => format!("#{}", at + 1),
        Some(name) => name.to_owned(),
    }
}

/// `2` and `B` are the second column.
fn place(text: &str) -> Option<usize> {
    if let Ok(number) = text.parse::<usize>() {
        return number.checked_sub(1);
    }
    let letters = (1..=3).contains(&text.len()) && text.bytes().all(|byte| byte.is_ascii_alphabetic());
    let digit = |byte: u8| usize::from(byte.to_ascii_uppercase() - b'A') + 1;
    letters.then(|| text.bytes().fold(0, |number, byte| number * 26 + digit(byte)) - 1)
}

/// At most ten names, the most like it first.
fn nearest(header: &[String], name: &str) -> Vec<String> {
    let likeness = |text: &String| strsim::jaro_winkler(&text.to_lowercase(), &name.to_lowercase());
    let mut names: Vec<&String> = header.iter().filter(|text| !text.is_empty()).collect();
    names.sort_by(|a, b| likeness(b).total_cmp(&likeness(a)));
    names.into_iter().take(10).cloned().collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_column_is_found_by_name_or_by_place() {
        let header = ["Дата", "Reach", "reach", "", " ER "].map(str::to_owned);
        let at = |name: &str| find(&header, 6, name).ok();
        assert_eq!(
            [at("Дата"), at("дата "), at("reach"), at("Reach"), at("er")],
            [Some(0), Some(0), Some(2), Some(1), Some(4)]
        );
        assert_eq!([at("#1"), at("#B"), at("#d"), at("#6")], [Some(0), Some(1), Some(3), Some(5)]);
        assert_eq!([at("REACH"), at("#0"), at("#7"), at("#"), at(""), at("#ZZZZ")], [None; 6]);
    }

    #[test]
    fn what_is_not_there_brings_the_names_that_are() {
        let header = ["Дата", "Охват", "", "Вовлечённость"].map(str::to_owned);
        let error = find(&header, 4, "Охваты").unwrap_err();
        let ImportError::NoColumn { there, .. } = error else { panic!("{error:?}") };
        assert_eq!(there, ["Охват", "Дата", "Вовлечённость"]);
    }
}
