//! The use-cases: what the page and the command line share.
//!
//! Here files are read and written and the clock is asked; everything below gets texts and days as parameters.

pub mod approval;
mod audit;
mod backup;
mod clock;
mod demo_department;
mod error;
mod events;
mod folder;
mod init;
mod kpi;
mod note;
mod render;
mod rights;
mod save;
pub mod search;
mod secret;
mod view;
mod workspace;

pub use audit::{Sought, done, trail_csv};
pub use backup::{Restored, backup, restore};
pub use clock::Clock;
pub use demo_department::{demo_clock, demo_files, demo_measurements};
pub use error::AppError;
pub use events::Event;
pub(crate) use events::tell;
pub use folder::{load, save};
pub use init::{adopt, free, init, init_demo};
pub use kpi::{ImportPlan, Imported, import};
pub use note::note;
pub use render::{Format, Printer, Rendered, document_names, documents, documents_of, render};
pub use rights::{Right, may, rights};
pub use save::Saved;
pub use secret::{hashed, secret};
pub use store::{Act, Comment, Entry, Proposal, ProposalState, Reason, Revision, Role, Stage, Store, User};
pub use view::{Figures, View};
pub use workspace::{DATABASE, Workspace, look};
