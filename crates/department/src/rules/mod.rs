//! The rules, a file each, by the letter of the method that they belong to.
//!
//! A rule's doc comment is its explanation in both languages and, by its `bad` and `good` examples, its test
//! (see [`diag::RuleDoc`]). What a rule weighs is said by the [profile](crate::profile).

mod actions;
mod approval;
mod business;
mod competence;
mod control;
mod facts;
mod listening;
mod objectives;
mod processes;
mod scorecard;
mod situation;
mod strategy;
mod studies;
mod tactics;
#[cfg(test)]
mod tests;
mod text;

pub use facts::{Asked, Facts};

use crate::model::Department;
use crate::profile::Profile;
use crate::read::Reading;
use diag::{Book, Finding, Findings, Rule};
use jiff::civil::Date;
use std::sync::LazyLock;

/// What a rule looks at.
#[derive(Debug, Clone, Copy)]
pub struct Case<'a> {
    /// The department.
    pub department: &'a Department,
    /// What is known of it beside its texts.
    pub facts: &'a Facts,
    /// The day of the check.
    pub today: Date,
}

/// A rule's check: looks through the case and writes down what it finds.
pub type Check = fn(&Case<'_>, &mut Findings);

/// Declares the rules of a family: a code and the module that holds its `check`.
macro_rules! rules {
    ($($code:literal $module:ident,)*) => {
        $(mod $module;)*

        pub(super) static RULES: &[diag::Rule<crate::rules::Check>] = &[$(diag::Rule {
            code: $code,
            source: include_str!(concat!(stringify!($module), ".rs")),
            check: $module::check,
        },)*];
    };
}
use rules;

/// What every rule's file needs.
mod prelude {
    pub(super) use super::Case;
    pub(super) use crate::element::Element;
    pub(super) use crate::model::*;
    pub(super) use diag::Findings;
    pub(super) use locale::Value;
}

/// All rules, in the order of the method.
pub fn all() -> impl Iterator<Item = &'static Rule<Check>> {
    [
        text::RULES,
        business::RULES,
        situation::RULES,
        objectives::RULES,
        strategy::RULES,
        tactics::RULES,
        actions::RULES,
        control::RULES,
        scorecard::RULES,
        processes::RULES,
        competence::RULES,
        listening::RULES,
        approval::RULES,
        studies::RULES,
    ]
    .into_iter()
    .flatten()
}

/// What the rules say.
pub fn book() -> &'static Book {
    static BOOK: LazyLock<Book> = LazyLock::new(|| Book::new(all().map(|rule| (rule.code, rule.source))));
    &BOOK
}

/// All findings about what was read, weighed by the department's profile, in the order of the texts.
pub fn check(reading: &Reading, today: Date) -> Vec<Finding> {
    check_with(reading, &Facts::default(), today)
}

/// As [`check`], with what is known beside the texts.
pub fn check_with(reading: &Reading, facts: &Facts, today: Date) -> Vec<Finding> {
    let department = &reading.department;
    let profile = Profile::of(department);
    let mut findings = Findings { all: reading.faults.clone(), ..Findings::default() };
    for finding in &mut findings.all {
        finding.severity = profile.weight(finding.code).unwrap_or(finding.severity);
    }
    findings.all.retain(|finding| profile.weight(finding.code).is_some());
    for rule in all() {
        findings.severity = profile.weight(rule.code);
        if findings.severity.is_some() {
            run(rule, Case { department, facts, today }, &mut findings);
        }
    }
    findings.all.sort_by_key(|finding| (finding.place, finding.code));
    findings.all
}

/// One rule over a department.
fn run(rule: &Rule<Check>, case: Case<'_>, findings: &mut Findings) {
    findings.code = rule.code;
    let before = findings.all.len();
    (rule.check)(&case, findings);
    findings.all[before..].iter_mut().for_each(|finding| finding.settle(&case.department.sources));
}
