//! Which rows are asked, and what is counted from others before.

use super::Data;
use crate::Fault;
use table::{Reading, Source};

/// How a file is read, what is counted from its columns, and which of its rows are asked.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Selection {
    /// Kinds of columns that are otherwise than they look: `day=word,size=number`.
    pub types: String,
    /// Units of columns: `reach=people`.
    pub units: String,
    /// Columns counted from others, each `name = expression`.
    pub derive: Vec<String>,
    /// A condition; all rows where it is empty. It may speak of what was counted.
    pub filter: String,
}

impl Selection {
    /// The data of a file.
    pub fn open(&self, name: &str, source: impl Source + 'static) -> Result<Data, Fault> {
        let reading = Reading::default().with_kinds(&self.types)?.with_units(&self.units)?;
        self.of(Data::open_source(name, source, &reading)?)
    }

    /// What is chosen of data.
    pub fn of(&self, data: Data) -> Result<Data, Fault> {
        if self.derive.is_empty() && self.filter.trim().is_empty() {
            return Ok(data);
        }
        let mut chosen = data.data;
        for text in self.derive.iter().filter(|text| !text.trim().is_empty()) {
            chosen = chosen.derive(text)?;
        }
        if !self.filter.trim().is_empty() {
            chosen = chosen.filter(&self.filter)?;
        }
        Ok(Data { data: chosen, frame: None, watch: data.watch })
    }
}
