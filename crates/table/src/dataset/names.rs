//! Names that tell columns apart.

use super::{Column, Notice};
use foldhash::{HashMap, HashSet};

/// Gives every column a name of its own: `column 3` to one without a head, `reach (1)` and `reach (2)` to two of one name, so
/// that none of the two is taken for the other.
pub fn distinct(mut columns: Vec<Column>) -> (Vec<Column>, Vec<Notice>) {
    let mut notices = Vec::new();
    let mut unnamed = Vec::new();
    for (at, column) in columns.iter_mut().enumerate() {
        if column.name.trim().is_empty() {
            column.name = format!("column {}", at + 1);
            unnamed.push(column.name.clone());
        }
    }
    if !unnamed.is_empty() {
        notices.push(Notice::Unnamed { columns: unnamed });
    }
    let mut counts: HashMap<String, usize> = HashMap::default();
    columns.iter().for_each(|column| *counts.entry(column.name.clone()).or_default() += 1);
    let mut taken: HashSet<String> =
        counts.iter().filter(|(_, count)| **count == 1).map(|(name, _)| name.clone()).collect();
    let mut numbers: HashMap<String, usize> = HashMap::default();
    for column in &mut columns {
        let count = counts.get(&column.name).copied().unwrap_or(1);
        if count < 2 {
            continue;
        }
        let number = numbers.entry(column.name.clone()).or_default();
        if *number == 0 {
            notices.push(Notice::Twice { column: column.name.clone(), count });
        }
        loop {
            *number += 1;
            let name = format!("{} ({number})", column.name);
            if taken.insert(name.clone()) {
                column.name = name;
                break;
            }
        }
    }
    (columns, notices)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Kind;
    use proptest::prelude::*;

    fn names(heads: &[&str]) -> (Vec<String>, usize) {
        let columns = heads.iter().map(|head| Column::new(*head, Kind::Number)).collect();
        let (columns, notices) = distinct(columns);
        (columns.into_iter().map(|column| column.name).collect(), notices.len())
    }

    #[test]
    fn no_two_columns_are_called_the_same() {
        assert_eq!(
            names(&["a", "", "a", "b"]),
            (["a (1)", "column 2", "a (2)", "b"].map(String::from).to_vec(), 2)
        );
        assert_eq!(names(&["a", "a", "a (1)"]).0, ["a (2)", "a (3)", "a (1)"]);
    }

    proptest! {
        #[test]
        fn names_are_always_distinct(heads in prop::collection::vec("[a ()12]{0,5}", 0..20)) {
            let heads: Vec<&str> = heads.iter().map(String::as_str).collect();
            let (names, _) = names(&heads);
            prop_assert_eq!(names.iter().collect::<HashSet<_>>().len(), names.len());
        }
    }
}
