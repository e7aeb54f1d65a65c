//! The sections of both documents, a file each.

mod actions;
mod control;
mod corrections;
mod figures;
mod findings;
mod handoffs;
mod judged;
mod listening;
mod monthly;
mod objectives;
mod people;
mod processes;
mod readings;
mod red;
mod scorecard;
mod situation;
mod strategy;
mod studies;
mod tactics;
mod timeline;

pub use actions::{actions, totals};
pub use control::{control, control_glance};
pub use figures::{map, plan_bars, plan_words};
pub use findings::findings;
pub use handoffs::handoffs;
pub use listening::listening;
pub use monthly::monthly;
pub use objectives::objectives;
pub use people::people;
pub use processes::processes;
pub use readings::foreseen;
pub use scorecard::{scorecard, scorecard_tables};
pub use situation::situation;
pub use strategy::strategy;
pub use studies::{Answers, studies};
pub use tactics::tactics;
