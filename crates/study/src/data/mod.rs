//! The data of a question (in memory, for now).

use crate::Fault;
use stats::{Blocks, Column, Error, Frame, MISSING, Values};
use std::collections::BTreeMap;

/// A file or columns in memory.
pub struct Data {
    name: String,
    frame: Frame,
}

/// What is known of a column.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ColumnInfo {
    /// Its name.
    pub name: String,
    /// Whether it holds figures.
    pub number: bool,
    /// Its unit, where it has one.
    pub unit: String,
}

impl Data {
    /// Reads a table out of a file.
    pub fn open(name: &str, bytes: &[u8]) -> Result<Self, Fault> {
        let sheet = table::read(name, bytes)?;
        let columns = (0..sheet.header.len()).map(|at| {
            let cells: Vec<String> = sheet.rows.iter().map(|row| row.cell(at).to_string()).collect();
            Column { name: sheet.header[at].clone(), values: read(&cells) }
        });
        Ok(Data { name: name.to_owned(), frame: Frame::new(columns.collect())? })
    }

    /// Columns that are in memory already.
    pub fn of_frame(name: &str, frame: Frame) -> Self {
        Data { name: name.to_owned(), frame }
    }

    /// The name of the file.
    pub fn name(&self) -> &str {
        &self.name
    }

    /// The columns in their order.
    pub fn columns(&self) -> Vec<ColumnInfo> {
        let info = |column: &Column| ColumnInfo {
            name: column.name.clone(),
            number: matches!(column.values, Values::Number(_)),
            unit: String::new(),
        };
        self.frame.columns().iter().map(info).collect()
    }

    /// The names of those asked for, each of which must be there; of all columns of figures where none is asked for.
    pub fn chosen(&self, asked: &[String]) -> Result<Vec<String>, Fault> {
        if asked.is_empty() {
            return Ok(self.columns().into_iter().filter(|column| column.number).map(|c| c.name).collect());
        }
        asked.iter().map(|name| Ok(self.frame.column(name)?.name.clone())).collect()
    }

    /// Those columns, in memory.
    pub fn frame(&self, names: &[String]) -> Result<Frame, Fault> {
        let columns = names.iter().map(|name| self.frame.column(name).cloned());
        Ok(Frame::new(columns.collect::<Result<_, Error>>()?)?)
    }

    /// Those columns of figures, in parts.
    pub fn blocks(&self, names: &[String]) -> Result<Box<dyn Blocks + '_>, Fault> {
        let columns = names.iter().map(|name| self.frame.numbers(name));
        Ok(Box::new(InMemory { names: names.to_vec(), columns: columns.collect::<Result<_, Error>>()? }))
    }
}

/// Columns in memory as one part.
struct InMemory<'a> {
    names: Vec<String>,
    columns: Vec<&'a [f64]>,
}

impl Blocks for InMemory<'_> {
    fn names(&self) -> &[String] {
        &self.names
    }

    fn parts(&self) -> usize {
        1
    }

    fn read(
        &self,
        _: usize,
        columns: &[usize],
        each: &mut dyn FnMut(&[&[f64]]) -> stats::Result<()>,
    ) -> stats::Result<()> {
        let chosen: Vec<&[f64]> = columns.iter().filter_map(|&at| self.columns.get(at).copied()).collect();
        let rows = chosen.first().map_or(0, |column| column.len());
        for from in (0..rows).step_by(4096) {
            let block: Vec<&[f64]> =
                chosen.iter().map(|column| &column[from..rows.min(from + 4096)]).collect();
            each(&block)?;
        }
        Ok(())
    }
}

/// Figures where every filled cell is one, words otherwise.
fn read(cells: &[String]) -> Values {
    let empty = |cell: &str| matches!(cell, "" | "NA");
    let figure = |cell: &String| match cell.as_str() {
        cell if empty(cell) => Some(f64::NAN),
        cell => cell.parse::<f64>().ok(),
    };
    if let Some(numbers) = cells.iter().map(figure).collect::<Option<Vec<f64>>>() {
        return Values::Number(numbers);
    }
    let mut levels: BTreeMap<&str, u32> = BTreeMap::new();
    cells.iter().filter(|cell| !empty(cell)).for_each(|cell| _ = levels.insert(cell, 0));
    levels.values_mut().zip(0..).for_each(|(code, number)| *code = number);
    let codes = cells.iter().map(|cell| levels.get(cell.as_str()).copied().unwrap_or(MISSING)).collect();
    Values::Factor { codes, levels: levels.into_keys().map(str::to_owned).collect(), ordered: false }
}
