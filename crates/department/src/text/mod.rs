//! The text form: TOML as a tree with positions, cut at its elements.

mod build;
mod events;
mod headers;
mod node;
mod parse;
mod pieces;
mod plain;
mod strings;
mod told;

pub(crate) use headers::{brackets, words};
pub use node::{Key, Node, NodeKind, TableNode};
pub use parse::{DEPTH, SyntaxFault, parse};
pub(crate) use parse::{parse_apart, parse_piece};
pub(crate) use pieces::cuts;
pub(crate) use pieces::{is_header, pieces};
pub(crate) use strings::{inside, long_strings};
pub(crate) use told::told;
