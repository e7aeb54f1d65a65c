//! What is taken out of Reper as a file, and what is brought in from one.
//!
//! Out: every table of the department as a workbook ([`xlsx`]), as text ([`csv`]) and, whole, as [`json`]; its days as a
//! calendar ([`ics`]). In: rows of a table as changes of the department's texts ([`import`]).
//!
//! Everything here is pure: no file, no clock, no store.

mod answer;
mod book;
mod cell;
pub mod csv;
pub mod ics;
pub mod import;
pub mod json;
mod path;
mod records;
pub mod xlsx;

pub use answer::answer;
pub use book::{Book, Column, Sheet};
pub use cell::Cell;
pub use path::{Leaf, Path, paths};
pub use records::{Record, Records};

use control::{Measurement, Series};
use department::{Department, Files};
use diag::Finding;
use jiff::civil::Date;
use locale::Lang;
use std::collections::BTreeMap;

/// What is taken out.
#[derive(Clone, Copy)]
pub struct Source<'a> {
    /// The department.
    pub department: &'a Department,
    /// Its texts.
    pub files: &'a Files,
    /// Its figures, by KPI.
    pub measurements: &'a BTreeMap<String, Vec<Measurement>>,
    /// Its figures as series, by KPI.
    pub series: &'a BTreeMap<String, Series>,
    /// The findings about it.
    pub findings: &'a [Finding],
    /// The revision of its texts; 0 for texts that are in a folder.
    pub revision: u64,
    /// The day.
    pub today: Date,
    /// The language of heads and words.
    pub lang: Lang,
}
