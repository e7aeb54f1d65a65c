//! How a revision became normative, as a document tells it.

use jiff::civil::Date;

/// The approval of a revision, in the words of the document's language.
#[derive(Debug, Clone, PartialEq)]
pub struct Approval {
    /// The revision.
    pub revision: u64,
    /// The day on which the last of those who were asked agreed.
    pub on: Date,
    /// Who agreed last: post and name.
    pub approver: (String, String),
    /// What everybody decided, in order.
    pub signatures: Vec<Signature>,
    /// The normative revision before this one; nothing where this is the first.
    pub since: Option<u64>,
    /// What changed since then, section by section.
    pub changes: Vec<ChangedSection>,
    /// The warnings that stand, each with its reason.
    pub standing: Vec<Standing>,
}

/// A line of the approval sheet.
#[derive(Debug, Clone, PartialEq)]
pub struct Signature {
    /// The stage.
    pub stage: String,
    /// Post and name.
    pub person: (String, String),
    /// Whether they agreed.
    pub agreed: bool,
    /// The day.
    pub on: Date,
    /// In their words.
    pub note: String,
}

/// What changed in a section, in words.
#[derive(Debug, Clone, PartialEq)]
pub struct ChangedSection {
    /// The section.
    pub title: String,
    /// Its changes.
    pub lines: Vec<String>,
}

/// A warning that stands.
#[derive(Debug, Clone, PartialEq)]
pub struct Standing {
    /// The rule's code.
    pub code: String,
    /// What the rule is called.
    pub rule: String,
    /// What it speaks of, as people say it.
    pub subject: String,
    /// Why it may stand.
    pub reason: String,
    /// Who signed that: post and name.
    pub by: (String, String),
}
