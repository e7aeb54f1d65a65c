//! How many cells an ODS sheet comes to when what it repeats is laid out.

/// At most so many cells are laid out for the tables of a `content.xml`: rows up to the last filled one, each as wide as
/// the widest. Empty cells at a row's end and empty rows at a table's end are laid out by nobody.
pub fn cells(content: &[u8]) -> usize {
    let mut all = 0_usize;
    let mut table = Table::default();
    for tag in tags(content) {
        if tag.starts_with(b"table:table ") || tag.starts_with(b"/office:spreadsheet") {
            all = all.saturating_add(std::mem::take(&mut table).cells());
        } else if tag.starts_with(b"table:table-row") {
            table.end_row();
            table.repeated = repeated(tag, b"table:number-rows-repeated=");
        } else if tag.starts_with(b"table:table-cell") || tag.starts_with(b"table:covered-table-cell") {
            let times = repeated(tag, b"table:number-columns-repeated=");
            let empty = tag.ends_with(b"/") && !has(tag, b"value") && !has(tag, b"formula");
            table.cell(times, empty);
        }
    }
    all.saturating_add(table.cells())
}

/// A table in the counting.
#[derive(Default)]
struct Table {
    /// How often the row stands there.
    repeated: usize,
    /// The row's cells up to its last filled one, and the empty ones behind it.
    width: usize,
    empty: usize,
    /// Rows up to the last filled one, and the empty ones behind it.
    rows: usize,
    bare: usize,
    widest: usize,
    /// Cells as they are read, before they are laid out.
    read: usize,
}

impl Table {
    fn cell(&mut self, times: usize, empty: bool) {
        if empty {
            self.empty = self.empty.saturating_add(times);
        } else {
            self.width = self.width.saturating_add(self.empty).saturating_add(times);
            self.empty = 0;
        }
    }

    fn end_row(&mut self) {
        if self.width > 0 {
            self.rows = self.rows.saturating_add(self.bare).saturating_add(self.repeated);
            self.bare = 0;
            self.widest = self.widest.max(self.width);
            self.read = self.read.saturating_add(self.width);
        } else {
            self.bare = self.bare.saturating_add(self.repeated);
        }
        (self.width, self.empty, self.repeated) = (0, 0, 0);
    }

    fn cells(mut self) -> usize {
        self.end_row();
        self.rows.saturating_mul(self.widest).max(self.read)
    }
}

/// What stands between `<` and `>`.
fn tags(content: &[u8]) -> impl Iterator<Item = &[u8]> {
    content.split(|byte| *byte == b'<').skip(1).map(|rest| {
        let end = rest.iter().position(|byte| *byte == b'>').unwrap_or(rest.len());
        &rest[..end]
    })
}

fn has(tag: &[u8], word: &[u8]) -> bool {
    tag.windows(word.len()).any(|window| window == word)
}

/// The number of an attribute; 1 where it is not there.
fn repeated(tag: &[u8], attribute: &[u8]) -> usize {
    let Some(at) = tag.windows(attribute.len()).position(|window| window == attribute) else { return 1 };
    let digits = tag[at + attribute.len()..].iter().skip(1).take_while(|byte| byte.is_ascii_digit());
    digits.fold(0_usize, |number, digit| number.saturating_mul(10).saturating_add(usize::from(digit - b'0')))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::test_zip::ods;
    use crate::{Bounds, TableError, read_within};

    const FILLED: &str =
        "<table:table-cell office:value-type=\"string\"><text:p>a</text:p></table:table-cell>";

    #[test]
    fn what_is_repeated_is_counted_and_empty_ends_are_not() {
        let count =
            |rows: &str| cells(format!("<table:table table:name=\"a\">{rows}</table:table>").as_bytes());
        let empty = "<table:table-cell table:number-columns-repeated=\"16384\"/>";
        let row = |cells: &str| format!("<table:table-row>{cells}</table:table-row>");
        assert_eq!(count(&row(&format!("{FILLED}{FILLED}{empty}"))), 2);
        let bare =
            format!("<table:table-row table:number-rows-repeated=\"1048570\">{empty}</table:table-row>");
        assert_eq!(count(&(row(FILLED) + &bare)), 1);
        assert_eq!(count(&(row(FILLED) + &bare + &row(FILLED))), 1_048_572);
        let wide = FILLED.replace("cell office", "cell table:number-columns-repeated=\"16384\" office");
        let tall =
            format!("<table:table-row table:number-rows-repeated=\"1000000\">{wide}</table:table-row>");
        assert_eq!(count(&tall), 16_384_000_000);
        let endless = FILLED
            .replace("cell office", "cell table:number-columns-repeated=\"99999999999999999999999\" office");
        assert_eq!(count(&row(&endless)), usize::MAX);
    }

    #[test]
    fn a_sheet_that_repeats_itself_without_end_is_refused() {
        let wide = FILLED.replace("cell office", "cell table:number-columns-repeated=\"16384\" office");
        let file = ods(&format!("<table:table-row>{wide}</table:table-row>").repeat(200));
        let bounds = Bounds { cells: 1_000_000, counted: true, ..Bounds::default() };
        let refused = Err(TableError::TooLarge { what: "cells", limit: 1_000_000 });
        assert_eq!(read_within("a.ods", &file, None, &bounds), refused);
    }
}
