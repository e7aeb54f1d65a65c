//! Figures brought in: from files that are sent, by imports that have a name, from addresses that are asked by themselves,
//! and typed by hand.

mod close;
mod entry;
mod named;
mod plan;
mod pull;

pub use close::{close_period, confirm};
pub use entry::{Due, Entered, due, enter};
pub use named::{
    Every, NAMES, NamedImport, Pulled, drop_import, keep_import, last_pull, named_import, named_imports,
};
pub use plan::{BOUNDS, ImportPlan, Imported, import, read_figures, take_measurements};
pub use pull::{pull, pull_due, pull_when_due};
