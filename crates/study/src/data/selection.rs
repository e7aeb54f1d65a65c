//! Which rows are asked, and what is counted from others before.

use super::Data;
use crate::Fault;
use crate::fresh::within;
use table::{ExpressionError, Reading, Source, TableError, Why};

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
        self.of(Data::open_source(name, source, &self.reading()?)?)
    }

    /// What is chosen of data.
    pub fn of(&self, data: Data) -> Result<Data, Fault> {
        self.chosen(data, false)
    }

    /// New rows in a file, read and chosen alike, except that they need not have what only the outcome is counted from.
    pub fn open_new(&self, name: &str, source: impl Source + 'static) -> Result<Data, Fault> {
        let data = self.reading().and_then(|reading| Data::open_source(name, source, &reading.lenient()));
        self.new_of(data.map_err(|fault| within(name, fault))?)
    }

    /// The same of data that were opened before.
    pub fn new_of(&self, data: Data) -> Result<Data, Fault> {
        let name = data.name().to_owned();
        self.chosen(data, true).map_err(|fault| within(&name, fault))
    }

    fn reading(&self) -> Result<Reading, Fault> {
        Ok(Reading::default().with_kinds(&self.types)?.with_units(&self.units)?)
    }

    fn chosen(&self, data: Data, new: bool) -> Result<Data, Fault> {
        if self.derive.is_empty() && self.filter.trim().is_empty() {
            return Ok(data);
        }
        let (mut chosen, mut wanting) = (data.data, data.wanting);
        for text in self.derive.iter().filter(|text| !text.trim().is_empty()) {
            match chosen.derive(text) {
                Ok(more) => chosen = more,
                Err(error) if new && is_wanting(&error) => {
                    let name = text.split('=').next().unwrap_or_default();
                    wanting.push((name.trim().trim_matches(['`', '"']).to_owned(), error));
                }
                Err(error) => return Err(error.into()),
            }
        }
        if !self.filter.trim().is_empty() {
            chosen = chosen.filter(&self.filter)?;
        }
        Ok(Data { data: chosen, frame: None, watch: data.watch, wanting })
    }
}

/// Whether an expression speaks of a column that is not there.
fn is_wanting(error: &TableError) -> bool {
    matches!(error, TableError::Expression(ExpressionError { why: Why::NoColumn(_), .. }))
}
