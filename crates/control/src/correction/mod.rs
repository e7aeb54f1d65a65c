//! What is done when a checkpoint was missed: its prepared correction opens, runs, and comes to a result.
//!
//! [`missed()`] says which readings call for a correction that none has been opened for. A [`Run`] is a correction that was
//! opened, with what has happened to it since; [`Run::allows`] says what may happen next.

mod missed;
mod run;
mod step;

pub use missed::{Call, Missed, by_hand, is_late, missed};
pub use run::{Happened, Run, RunState, Task, What};
pub use step::{LONGEST, MOST_TASKS, Refused};
