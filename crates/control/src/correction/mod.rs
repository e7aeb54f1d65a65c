//! What is done when a checkpoint was missed: its prepared correction opens, runs, and comes to a result.
//!
//! [`missed()`] says which readings call for a correction that none has been opened for. A [`Run`] is a correction that was
//! opened, with what has happened to it since.

mod missed;
mod run;

pub use missed::{Call, Missed, is_late, missed};
pub use run::{Happened, Run, RunState, Task, What};
