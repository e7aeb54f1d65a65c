//! The columns of a file as a person is asked about them.

use super::Headed;
use super::names::Names;
use department::Department;
use table::{Cell, Sheet};

/// A column of a file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SeenColumn {
    /// What a mapping calls it: its head, or `#3` where it has none or shares it with one before.
    pub name: String,
    /// Its head; empty where it has none.
    pub head: String,
    /// Its first filled cells, at most three.
    pub examples: Vec<String>,
}

/// The columns below a file's row of heads, wherever that stands.
pub fn columns(department: &Department, sheet: &Sheet) -> Vec<SeenColumn> {
    let headed = Headed::new(sheet, &Names::new(department, &[]));
    let column = |at: usize| {
        let name = headed.name(at);
        let own = headed.column(&name).is_ok_and(|found| found == at);
        let cells = headed.rows.iter().take(200).map(|row| row.cell(at)).filter(|cell| **cell != Cell::Empty);
        SeenColumn {
            name: if own { name } else { format!("#{}", at + 1) },
            head: headed.head(at).to_owned(),
            examples: cells.take(3).map(Cell::to_string).collect(),
        }
    };
    (0..headed.width.min(table::COLUMNS)).map(column).collect()
}
