//! The text form: TOML as a tree with positions, and edits that keep what they do not touch.

mod build;
pub mod edit;
mod node;
mod pieces;

pub use build::{DEPTH, SyntaxFault, parse};
pub use node::{Key, Node, NodeKind, TableNode};
