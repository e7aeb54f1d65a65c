//! What is done to tables: filters and derived columns while a file is read, groups in one pass, joins in memory.

mod group;
mod join;
mod view;

#[cfg(test)]
mod tests;

pub use group::Aggregate;
pub use join::Join;
