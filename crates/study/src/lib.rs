//! A question to data, and its answer.
//!
//! - [`Data`] is a file or columns in memory, with filters and derived columns; a method takes from it a [`stats::Frame`] or
//!   [`stats::Blocks`].
//! - A [`Family`] is a kind of question: it declares its [`Opt`]ions once, and from that declaration come the arguments of the
//!   command line, the fields of a form and the keys of a text. Each family is a folder, each method in it a file.
//! - [`Family::run`] gives an [`Answer`], which is counted once and told in either language as often as wanted: [`Told`] holds
//!   tables (`tidy`, `glance`, `augment`, named as R's broom names them), the reading in plain words and the cautions;
//!   [`Picture`]s are drawn by `chart`; [`Answer::script`] is an R script that repeats it.
//! - [`human`] prints what was told for people, [`json`] for machines.
//!
//! To add a method: a file in its family's folder with a struct that holds the result of `stats` and implements [`Answer`],
//! a value of the family's `method` option, a line in the family's `run`, and its words in `locale/text/*/stats-FAMILY.ftl`.

mod answer;
mod cluster;
mod correlate;
mod data;
mod describe;
mod factor;
mod family;
mod fault;
mod fresh;
mod options;
mod regress;
mod series;
mod test;
mod told;

pub use answer::{Answer, Picture};
pub use data::{ColumnInfo, Data, Selection, Watch};
pub use family::{FAMILIES, Family, Task, family};
pub use fault::Fault;
pub use options::{Kind, Opt, Options, listed};
pub use told::{Head, Sheet, Style, Told, Value, digest, figure, human, json, p_value};
