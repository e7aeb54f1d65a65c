//! From a draft to the normative revision: proposals, decisions, comments.

use crate::{Act, StoreError};
use async_trait::async_trait;

/// Where a proposal stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum ProposalState {
    /// Somebody has yet to decide.
    Open,
    /// Everybody agreed: its revision is normative.
    Approved,
    /// Somebody returned it.
    Returned,
    /// Who proposed it took it back.
    Withdrawn,
}

impl ProposalState {
    /// All.
    pub const ALL: [ProposalState; 4] =
        [ProposalState::Open, ProposalState::Approved, ProposalState::Returned, ProposalState::Withdrawn];

    /// The word under which it is kept and by which the catalogue knows it.
    pub const fn word(self) -> &'static str {
        match self {
            ProposalState::Open => "open",
            ProposalState::Approved => "approved",
            ProposalState::Returned => "returned",
            ProposalState::Withdrawn => "withdrawn",
        }
    }

    /// The state of a word.
    pub fn of(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|state| state.word() == word)
    }
}

/// Those who decide at one stage: all of them must agree before the next stage begins.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Stage {
    /// What the stage is called; may be empty.
    pub name: String,
    /// The logins.
    pub logins: Vec<String>,
}

/// A reason that lets a warning stand, signed by who proposes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Reason {
    /// The rule's code.
    pub code: String,
    /// The element that it speaks of, as `goal.trust`, or the file.
    pub subject: String,
    /// Why it may stand.
    pub reason: String,
}

/// What somebody decided.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Decision {
    /// Who and when.
    pub act: Act,
    /// The stage, from 0.
    pub stage: u32,
    /// Agreed, or returned.
    pub agreed: bool,
    /// In their words.
    pub note: String,
}

/// A revision that was proposed to become normative.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Proposal {
    /// Its number, from 1.
    pub id: u64,
    /// The revision.
    pub revision: u64,
    /// Who proposed it, and when.
    pub act: Act,
    /// In their words.
    pub note: String,
    /// The warnings that stand, each with its reason.
    pub reasons: Vec<Reason>,
    /// Who decides, stage by stage.
    pub stages: Vec<Stage>,
    /// Where it stands.
    pub state: ProposalState,
    /// What was decided, in order.
    pub decisions: Vec<Decision>,
}

/// What somebody says of an element.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Comment {
    /// Its number.
    pub id: u64,
    /// The revision that it was said of.
    pub revision: u64,
    /// The element, as `goal.trust`; empty for the whole.
    pub element: String,
    /// Who and when.
    pub act: Act,
    /// What.
    pub text: String,
    /// Who settled it and when.
    pub settled: Option<Act>,
}

/// Keeps proposals and comments.
#[async_trait]
pub trait Approvals: Send + Sync {
    /// Keeps a new proposal (its `id`, `state` and `decisions` are not looked at) and gives its number; nothing where
    /// another is open.
    async fn propose(&self, proposal: &Proposal) -> Result<Option<u64>, StoreError>;
    /// The proposal of a number.
    async fn proposal(&self, id: u64) -> Result<Option<Proposal>, StoreError>;
    /// All proposals, the latest first.
    async fn proposals(&self) -> Result<Vec<Proposal>, StoreError>;
    /// Keeps a decision and the state that the proposal has after it; false where the proposal is no longer open, or
    /// has had other decisions than `seen`.
    async fn decide(
        &self,
        id: u64,
        seen: usize,
        decision: &Decision,
        state: ProposalState,
    ) -> Result<bool, StoreError>;
    /// Takes an open proposal back; false where it is not open.
    async fn withdraw(&self, id: u64, act: &Act) -> Result<bool, StoreError>;
    /// The proposal that was approved last.
    async fn normative(&self) -> Result<Option<Proposal>, StoreError>;

    /// Keeps a comment (its `id` and `settled` are not looked at) and gives its number.
    async fn comment(&self, comment: &Comment) -> Result<u64, StoreError>;
    /// All comments, in order.
    async fn comments(&self) -> Result<Vec<Comment>, StoreError>;
    /// Settles a comment; false where there is none that is open.
    async fn settle(&self, id: u64, act: &Act) -> Result<bool, StoreError>;
}
