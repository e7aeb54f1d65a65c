//! The kinds of questions.

use crate::{Answer, Data, Fault, Opt, Options, cluster, correlate, describe, factor, regress, series, test};

/// A kind of question: a command of `reper stats`, a page of choices, a folder here.
pub struct Family {
    /// Its name: `describe`, `correlate`, …; its words are `stats-NAME` and `stats-NAME-about` in the catalogue.
    pub name: &'static str,
    /// Whether it asks data; a sample size is planned without.
    pub needs_data: fn(&Options) -> bool,
    /// Whether what was found can be asked of rows that it was not found in.
    pub takes_new: bool,
    /// What can be chosen.
    pub options: &'static [Opt],
    /// Answers.
    pub run: fn(&Task<'_>) -> Result<Box<dyn Answer>, Fault>,
}

/// A question put: data and what was chosen.
pub struct Task<'a> {
    /// The data.
    pub data: &'a Data,
    /// Rows that are not part of it, of which the answer is asked too.
    pub fresh: Option<&'a Data>,
    /// What was chosen, read by the family's declaration.
    pub options: &'a Options,
}

/// All families, in the order in which a person meets them.
pub const FAMILIES: &[&Family] = &[
    &describe::FAMILY,
    &correlate::FAMILY,
    &regress::FAMILY,
    &factor::FAMILY,
    &cluster::FAMILY,
    &test::FAMILY,
    &series::FAMILY,
];

/// The family of a name.
pub fn family(name: &str) -> Option<&'static Family> {
    FAMILIES.iter().copied().find(|family| family.name == name)
}
