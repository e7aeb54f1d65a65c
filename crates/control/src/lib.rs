//! KPIs: measurements, how they are read against targets, how they are imported.
//!
//! Everything here is arithmetic: no file, no clock, no store. Today's date and the instant of an import come in
//! as parameters.

mod import;
mod measure;
mod reading;

#[cfg(test)]
mod test_department;

pub use import::{Aggregate, ImportError, Mapping, Preview, Problem, RowError, preview};
pub use measure::{Measurement, Origin, Point, Regular, Series, back, forward, period_end, regular, seasons, steps};
pub use reading::{
    CheckpointReading, Path, State, Status, checkpoints, expected, judge, readings, status, terminals,
};
