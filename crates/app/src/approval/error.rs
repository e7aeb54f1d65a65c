//! Why a step of approval cannot be taken.

use locale::{Lang, t};
use store::ProposalState;

/// Why a step of approval cannot be taken; each is the reader's or a colleague's to mend.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum ApprovalError {
    /// The revision has errors: so many.
    #[error("{0} errors stand in the way")]
    Errors(usize),
    /// Warnings stand without a reason: code and subject of each.
    #[error("{} warnings have no reason", .0.len())]
    Unreasoned(Vec<(String, String)>),
    /// The department names people of whom nobody may sign in and approve: their names.
    #[error("nobody signs for {}", .0.join(", "))]
    NobodySigns(Vec<String>),
    /// A stage names nobody.
    #[error("the stage {0} names nobody")]
    EmptyStage(String),
    /// Nobody at all may approve.
    #[error("nobody may approve")]
    NoApprover,
    /// The revision is not newer than the normative one.
    #[error("revision {0} is normative already, or older")]
    NotNewer(u64),
    /// Another revision is being decided about.
    #[error("another proposal is open")]
    AnotherOpen,
    /// There is no such proposal.
    #[error("no proposal {0}")]
    NoProposal(u64),
    /// The proposal has been closed.
    #[error("the proposal is {}", .0.word())]
    Closed(ProposalState),
    /// Who decides is not asked at this stage.
    #[error("not asked at this stage")]
    NotAsked,
    /// They have decided already.
    #[error("decided already")]
    Decided,
    /// Who proposed may not be the only one to agree while others may.
    #[error("what one proposed oneself is agreed to by another")]
    OwnProposal,
    /// A revision is returned with a note that says why.
    #[error("returned without a note")]
    NoNote,
    /// Who takes a proposal back neither proposed it nor administers.
    #[error("somebody else's proposal")]
    NotYours,
    /// There is no such element in the department.
    #[error("no element {0}")]
    NoElement(String),
    /// There is no such open comment.
    #[error("no open comment {0}")]
    NoComment(u64),
    /// Nothing was said.
    #[error("nothing was said")]
    Empty,
    /// More was said than is kept.
    #[error("too long")]
    TooLong,
}

impl ApprovalError {
    /// The error with its mend, for a person.
    pub fn message(&self, lang: Lang) -> String {
        match self {
            ApprovalError::Errors(n) => t!(lang, "approval-error-errors", n = *n),
            ApprovalError::Unreasoned(which) => t!(lang, "approval-error-unreasoned", n = which.len()),
            ApprovalError::NobodySigns(names) => {
                t!(lang, "approval-error-nobody-signs", names = names.join(", "))
            }
            ApprovalError::EmptyStage(stage) => t!(lang, "approval-error-empty-stage", stage = stage),
            ApprovalError::NoApprover => t!(lang, "approval-error-no-approver"),
            ApprovalError::NotNewer(number) => t!(lang, "approval-error-not-newer", number = *number),
            ApprovalError::AnotherOpen => t!(lang, "approval-error-another-open"),
            ApprovalError::NoProposal(id) => t!(lang, "approval-error-no-proposal", id = *id),
            ApprovalError::Closed(state) => {
                t!(
                    lang,
                    "approval-error-closed",
                    state = t!(lang, &format!("approval-state-{}", state.word()))
                )
            }
            ApprovalError::NotAsked => t!(lang, "approval-error-not-asked"),
            ApprovalError::Decided => t!(lang, "approval-error-decided"),
            ApprovalError::OwnProposal => t!(lang, "approval-error-own"),
            ApprovalError::NoNote => t!(lang, "approval-error-no-note"),
            ApprovalError::NotYours => t!(lang, "approval-error-not-yours"),
            ApprovalError::NoElement(element) => t!(lang, "approval-error-no-element", element = element),
            ApprovalError::NoComment(id) => t!(lang, "approval-error-no-comment", id = *id),
            ApprovalError::Empty => t!(lang, "approval-error-empty"),
            ApprovalError::TooLong => t!(lang, "approval-error-too-long", n = super::WORDS),
        }
    }
}
