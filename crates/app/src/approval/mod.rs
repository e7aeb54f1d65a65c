//! From a draft to the normative revision: a use-case a file.
//!
//! A revision is proposed, decided about stage by stage, and is normative once everybody has agreed. Who proposed may
//! agree among others; alone only where nobody else may approve. At most one proposal is open at a time.

mod comment;
mod decide;
mod error;
mod printed;
mod propose;
mod settle;
mod signatory;
mod stages;
mod standing;
mod state;
mod withdraw;

pub use decide::{current_stage, may_decide};
pub use error::ApprovalError;
pub use printed::{Printed, Which};
pub use propose::{Draft, Wish, propose_check};
pub use signatory::{Signatory, signatory};
pub use stages::stages;
pub use standing::{Warned, called, errors, warned};
pub use state::Approvals;

/// Words of a note, a reason or a comment are never more than this many bytes.
pub const WORDS: usize = 4_000;

/// What somebody wrote, without the spaces around it; an error where it is too long.
fn words(text: &str) -> Result<String, ApprovalError> {
    let text = text.trim().replace("\r\n", "\n");
    if text.len() > WORDS { Err(ApprovalError::TooLong) } else { Ok(text) }
}
