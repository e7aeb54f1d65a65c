//! What a person has said of a file's faulty cells.

use super::units::typed;
use locale::Lang;
use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet};
use table::{Cell, DateOrder, Sheet};

/// What a person has said of a file's faulty cells: the file stays as it is, and is read as if this stood in it.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Mends {
    /// What is to stand in a cell, by its row as a person counts it (0 for the row of heads that the file's reader found)
    /// and its column counted from 0. A dash is no value.
    pub corrections: BTreeMap<(usize, usize), String>,
    /// Rows that are left out.
    pub skipped: BTreeSet<usize>,
    /// The language whose decimal mark the corrections are typed with.
    pub lang: Lang,
}

impl Mends {
    /// Whether nothing was said.
    pub fn is_empty(&self) -> bool {
        self.corrections.is_empty() && self.skipped.is_empty()
    }

    /// The sheet as it was meant; rows keep their numbers.
    pub fn on<'a>(&self, sheet: &'a Sheet) -> Cow<'a, Sheet> {
        if self.is_empty() {
            return Cow::Borrowed(sheet);
        }
        let mut sheet = sheet.clone();
        sheet.rows.retain(|row| !self.skipped.contains(&row.number));
        for ((row, column), text) in &self.corrections {
            if *row == 0 {
                sheet.header.get_mut(*column).into_iter().for_each(|head| text.trim().clone_into(head));
                continue;
            }
            let found = sheet.rows.binary_search_by_key(row, |row| row.number);
            if let Some(row) = found.ok().and_then(|at| sheet.rows.get_mut(at))
                && *column < table::COLUMNS
            {
                if row.cells.len() <= *column {
                    row.cells.resize(*column + 1, Cell::Empty);
                }
                if let Some(cell) = row.cells.get_mut(*column) {
                    *cell = self.cell(text.trim());
                }
            }
        }
        Cow::Owned(sheet)
    }

    /// What was typed as a cell: a bare number by the language that it was typed in, whatever mark its column has.
    fn cell(&self, text: &str) -> Cell {
        let bare =
            !text.chars().any(char::is_alphabetic) && table::period(text, DateOrder::DayFirst).is_none();
        match typed(self.lang, text, "") {
            _ if text.is_empty() => Cell::Empty,
            Ok(number) if bare => Cell::Number(number),
            _ => Cell::Text(text.to_owned()),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_file_is_read_as_if_the_mends_stood_in_it() {
        let sheet = table::read("a.csv", "d,v\nsoon,1\n2026-03-02,x\n2026-03-03,3\n".as_bytes()).unwrap();
        let corrections =
            [((2, 0), "01.03.2026"), ((3, 1), "2,5"), ((3, 9), "—"), ((99, 0), "1"), ((0, 1), "w")];
        let corrections = corrections.map(|(at, text)| (at, text.to_owned())).into();
        let mends = Mends { corrections, skipped: [4].into(), lang: Lang::Ru };
        let mended = mends.on(&sheet);
        assert_eq!(mended.header, ["d", "w"]);
        assert_eq!(mended.rows.iter().map(|row| row.number).collect::<Vec<_>>(), [2, 3]);
        assert_eq!(mended.rows[0].cell(0), &Cell::Text("01.03.2026".to_owned()));
        assert_eq!(mended.rows[1].cell(1), &Cell::Number(2.5));
        assert_eq!(mended.rows[1].cell(9), &Cell::Text("—".to_owned()));
        assert_eq!(*Mends::default().on(&sheet), sheet);
    }
}
