//! The text form: TOML as a tree with positions, and edits that keep what they do not touch.

mod build;
pub mod edit;
mod events;
mod node;
mod parse;
mod pieces;
mod plain;

pub use node::{Key, Node, NodeKind, TableNode};
pub use parse::{DEPTH, SyntaxFault, parse};
pub(crate) use pieces::pieces;
