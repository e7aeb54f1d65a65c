//! KPIs: measurements, how they are read against targets, whether checkpoints lead where they are said to, what is foreseen.
//!
//! Everything here is arithmetic: no file, no clock, no store. Today's date and the instant of an import come in
//! as parameters.

pub mod correction;
mod course;
mod detect;
pub mod effect;
pub mod evidence;
pub mod forecast;
mod import;
mod judged;
mod measure;
mod reading;
mod rollup;
mod words;

#[cfg(test)]
mod test_department;

pub use course::{Course, course};
pub use detect::{Detected, WISHED, detect};
pub use import::{
    Aggregate, Form, ImportError, Mapping, Mends, Note, Preview, Problem, RowError, SeenColumn, columns,
    guess, guess_form, preview, typed,
};
pub use judged::Judged;
pub use measure::{
    Kept, Known, Measurement, Origin, Point, Regular, Series, back, derived, forward, period_end, regular,
    seasons, steps,
};
pub use reading::{
    CheckpointReading, Path, State, Status, checkpoints, expected, judge, readings, reason, status, terminals,
};
pub use rollup::{Progress, Rollup, rollup};
pub use words::{moved, periods, significant};
