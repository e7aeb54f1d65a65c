//! What is known of a department beside its texts.

use crate::model::Evidence;
use std::collections::BTreeMap;

/// What is known of a department beside its texts, as far as rules speak of it. What is not known raises nothing.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Facts {
    /// What came of asking the data, by the id of the study.
    pub studies: BTreeMap<String, Asked>,
    /// Whether checkpoints lead the terminal KPIs that they serve, by the checkpoint's id.
    pub links: BTreeMap<String, Evidence>,
    /// How probable it is, in per cent, that a KPI's planned change would be seen if it came, by its id.
    pub power: BTreeMap<String, u8>,
}

/// What came of a study's question to its data.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Asked {
    /// The answer, in short, as it stands in `found` when it is accepted.
    Answer(String),
    /// It has no answer: why, in the department's language.
    Fault(String),
}
