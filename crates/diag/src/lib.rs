//! A finding about a person's text: its code, place, reason and mend, and how it is shown.
//!
//! A [`Finding`] is data. What it says stands in a [`Book`] of rules: each rule is one source file whose doc
//! comment is read at run time ([`RuleDoc`]), so that the explanation a person reads, the examples that are
//! its tests and the code cannot drift apart.
//!
//! Shown as: text for a terminal ([`human`]), JSON ([`json`]) and SARIF ([`sarif`]).

mod book;
mod doc;
mod explain;
mod finding;
pub mod human;
pub mod json;
pub mod sarif;
mod source;

pub use book::{Book, Rule};
pub use doc::{Example, RuleDoc, Words};
pub use finding::{Edit, Finding, Findings, Fix, Severity, apply};
pub use source::{FileId, LineColumn, Place, Source, Sources, Span};
