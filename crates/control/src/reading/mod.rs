//! How KPIs are read: against the path to their targets, and on the days of their targets.

mod checkpoint;
mod path;
mod reason;
mod state;
mod status;

pub use checkpoint::{CheckpointReading, checkpoints, readings, terminals};
pub use path::{Path, expected};
pub use reason::reason;
pub use state::{State, judge};
pub use status::{Status, status};
pub(crate) use status::{allowance, direction, rhythm};
