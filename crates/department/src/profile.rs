//! How much each rule weighs: the standard profile, and what a department changes in it.

use crate::model::Department;
use diag::Severity;
use std::collections::{BTreeMap, HashMap};
use std::sync::LazyLock;

/// The standard profile: a rule's code and its weight.
///
/// It stands in `profile.toml` beside this file, in the form of a department's own `[rules]`.
pub fn standard() -> &'static BTreeMap<String, Severity> {
    static STANDARD: LazyLock<BTreeMap<String, Severity>> = LazyLock::new(|| {
        let mut weights = BTreeMap::new();
        for line in include_str!("profile.toml").lines() {
            let Some((code, word)) = line.split_once('=') else { continue };
            let word = word.split('#').next().unwrap_or_default().trim().trim_matches('"');
            if let Some(weight) = Severity::ALL.into_iter().find(|weight| weight.word() == word) {
                weights.insert(code.trim().to_owned(), weight);
            }
        }
        weights
    });
    &STANDARD
}

/// The weights in force for a department.
#[derive(Debug)]
pub struct Profile {
    changed: HashMap<String, Option<Severity>>,
}

impl Profile {
    /// The standard profile with the department's changes.
    pub fn of(department: &Department) -> Self {
        let changes = &department.rules.weights.each;
        Profile { changed: changes.iter().map(|(code, _, weight)| (code.clone(), *weight)).collect() }
    }

    /// The weight of a rule; nothing means that it is off.
    pub fn weight(&self, code: &str) -> Option<Severity> {
        match self.changed.get(code) {
            Some(weight) => *weight,
            None => Some(standard().get(code).copied().unwrap_or(Severity::Warning)),
        }
    }
}
