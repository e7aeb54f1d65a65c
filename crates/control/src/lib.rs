//! KPIs: measurements, how they are read against targets, how they are imported.
//!
//! Everything here is arithmetic: no file, no clock, no store. Today's date and the instant of an import come in
//! as parameters.

mod checkpoint;
mod import;
mod measurement;
mod path;
mod period;
mod series;
mod state;
mod status;

#[cfg(test)]
mod test_department;

pub use checkpoint::{CheckpointReading, checkpoints, readings, terminals};
pub use import::{
    Aggregate, Form, ImportError, Mapping, Mends, Note, Preview, Problem, RowError, SeenColumn, columns,
    guess, guess_form, preview, typed,
};
pub use measurement::{Measurement, Origin};
pub use path::expected;
pub use period::{back, period_end};
pub use series::{Point, Series};
pub use state::{State, judge};
pub use status::{Status, status};
