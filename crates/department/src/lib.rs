//! The model: text to a typed department and back, and the rules that check it.
//!
//! ```
//! use department::{Files, check, read};
//! let files = Files::from([("sostac.toml", "[goal.trust]\nname = \"Trust\"\n")]);
//! let reading = read(&files);
//! let findings = check(&reading, jiff::civil::date(2026, 1, 1));
//! assert!(findings.iter().any(|finding| finding.code == "OB01"));
//! ```
//!
//! [`read`] turns texts into a [`Department`] and reports every fault of every text; [`check`] holds the
//! department against the [rules]. Neither reads a file or a clock.

pub mod diff;
pub mod edit;
pub mod element;
mod files;
pub mod formula;
mod heads;
pub mod labels;
pub mod model;
pub mod profile;
pub mod read;
pub mod rules;
pub mod text;

pub use element::{Element, Kinded, Ref, Table};
pub use files::Files;
pub use heads::{Heads, Held};
pub use model::{Department, FILES, Kind};
pub use read::{Reading, read};
pub use rules::{Asked, Facts, book, check, check_with};
