//! What is taken out of the desk as a file, what is brought in from one, and calendars that are subscribed to.

mod export;
mod feed;
mod import;
mod shelf;

pub use export::{Export, export, export_table};
pub use feed::{Feed, close_feed, feed, feed_of, open_feed};
pub use import::{BOUNDS, apply, import_kinds, mappings, plan, read, remember};
pub use shelf::{Shelf, Upload};

pub use ::exchange::import::{
    CellError, DateChoice, Difference, Mapping, MarkChoice, Matching, Outcome, Plan, Planned, guess,
    guessed_kind, targets,
};
pub use table::Sheet;
