//! The use-cases: what the page and the command line share.
//!
//! Here files are read and written and the clock is asked; everything below gets texts and days as parameters.

pub mod approval;
mod audit;
mod backup;
mod clock;
mod control_report;
pub mod corrections;
mod demo_department;
mod diff;
mod error;
mod events;
pub mod exchange;
mod facts;
pub mod figures;
mod folder;
pub mod hooks;
mod init;
pub mod keys;
pub mod mend;
mod note;
mod people;
mod push;
mod render;
pub mod reports;
mod rights;
mod save;
pub mod search;
mod secret;
pub mod studies;
mod texts;
mod touched;
mod view;
mod what_if;
mod workspace;

pub use audit::{Sought, done, trail_csv, worded};
pub use backup::{Restored, backup, backup_bytes, restore};
pub use clock::Clock;
pub use control::Judged;
pub use control_report::{control_report, workbook};
pub use demo_department::{demo_clock, demo_files, demo_measurements};
pub use diff::{compare, texts_of};
pub use error::AppError;
pub use events::Event;
pub(crate) use events::tell;
pub use facts::facts;
pub use figures::{ImportPlan, Imported, close_period, confirm, import, take_measurements};
pub use folder::{load, save};
pub use init::{adopt, free, init, init_demo};
pub use note::note;
pub use people::{
    ABSOLUTE, Door, DoorSettings, Enrolment, Entered, Joining, LONGEST, NewUser, Opened, PeopleError,
    ProviderSettings, Returned, SHORTEST, UserChange,
};
pub use render::{Format, Printer, Rendered, document_names, documents, documents_of, render};
pub use rights::{Right, may, rights};
pub use save::Saved;
pub use secret::{hashed, secret};
pub use store::{
    Act, Comment, Dataset, Decision, Delivery, Entry, EntryFilter, Hook, Key, Link, Proposal, ProposalState,
    Reason, Report, Revision, Role, Session, Stage, Store, StoreError, User,
};
pub use texts::{TextsError, accept, belongs};
pub use view::{Figures, View};
pub use what_if::WhatIf;
pub use workspace::{DATABASE, Workspace, look};
