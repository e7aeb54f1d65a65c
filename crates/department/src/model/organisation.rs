//! `department.toml`: the organisation, its people and what they work with.

use super::Process;
use super::choices::*;
use crate::element::{Duration, Element, FieldSpec, Levels, Meta, Names, Ref, Weights, element};
use crate::read::Faults;
use crate::text::Node;
use jiff::civil::Date;

element! {
    /// `[about]`: whose documents these are.
    About = "about" {
        /// The department's name.
        name: String,
        /// The organisation that it belongs to.
        organisation: String,
        /// The language of the texts.
        language: Option<Language>,
        /// ISO 4217 code of the currency that all amounts are in.
        currency: String,
        /// First month of the financial year, 1 to 12.
        financial_year: Option<f64>,
        /// What the plan may cost in a financial year.
        budget: Option<f64>,
        /// Who approves the documents.
        approver: String,
        /// The approver's post.
        approver_post: String,
        /// The revision that the documents carry on their title page.
        revision: String,
        /// The day of that revision.
        revised: Option<Date>,
    }
}
/// `[rules]`: weights of rules where they differ from the profile: `CO05 = "error"`, `SI02 = "off"`.
#[derive(Debug, Clone, Default)]
pub struct RuleWeights {
    meta: Meta,
    /// The weights.
    pub weights: Weights,
}

impl Element for RuleWeights {
    const KEY: &'static str = "rules";
    const FIELDS: &'static [FieldSpec] = &[];

    fn meta(&self) -> &Meta {
        &self.meta
    }
    fn meta_mut(&mut self) -> &mut Meta {
        &mut self.meta
    }
    fn field(&mut self, key: &str, node: &Node<'_>, faults: &mut Faults<'_>) -> Option<&'static str> {
        let (code, _) = crate::rules::book().doc(key)?;
        self.weights.read(code, node, faults);
        Some(code)
    }
    fn resolve(&mut self, _: &Names, _: &mut Faults<'_>) {}
    fn title(&self) -> &str {
        self.id()
    }
}

element! {
    /// `[unit.support]`: a department of the organisation, ours among them.
    Unit = "unit" {
        /// Its name.
        name: String,
        /// Whether it is the SMM department itself.
        ours: bool,
        /// Who heads it.
        head: String,
        /// What it answers for.
        purpose: String,
    }
}
element! {
    /// `[person.anna]`: someone who works in the department or with it.
    Person = "person" {
        /// Their name.
        name: String,
        /// The department that they belong to; without it, ours.
        unit: Option<Ref<Unit>>,
        /// Their post, as it stands beside their signature.
        post: String,
        /// What they do.
        roles: Vec<Ref<Role>>,
        /// Hours a week that they can give to the plan.
        hours: Option<f64>,
        /// Where they are written to.
        email: String,
        /// What they can do, each with a level from 1 (knows of it) to 5 (teaches it).
        competences: Levels,
    }
}
element! {
    /// `[role.analyst]`: a role in the department.
    Role = "role" {
        /// Its name.
        name: String,
        /// What it answers for.
        purpose: String,
        /// Competences that it needs, each with the least level.
        needs: Levels,
    }
}
element! {
    /// `[competence.regression]`: something that people can do.
    Competence = "competence" {
        /// Its name.
        name: String,
        /// What it is about.
        family: Option<Family>,
        /// What it is for.
        purpose: String,
    }
}
element! {
    /// `[software.tracker]`: a program that the department works with.
    Software = "software" {
        /// Its name.
        name: String,
        /// What it is for, by kind.
        kind: Option<SoftwareKind>,
        /// What it is for, in words.
        purpose: String,
        /// Who answers for it.
        owner: Option<Ref<Person>>,
        /// Cost of a year.
        cost: Option<f64>,
        /// The day on which the licence ends.
        until: Option<Date>,
        /// Competences that it needs.
        needs: Levels,
    }
}
element! {
    /// `[handoff.complaint_to_support]`: work that crosses a department's border.
    Handoff = "handoff" {
        /// Its name.
        name: String,
        /// What is handed over.
        what: String,
        /// Who hands over.
        from: Option<Ref<Unit>>,
        /// Who takes.
        to: Option<Ref<Unit>>,
        /// The agreed time: `"30m"`, `"4h"`, `"2d"`, `"1w"`.
        agreed: Option<Duration>,
        /// The process in which it happens.
        process: Option<Ref<Process>>,
    }
}
element! {
    /// `[approval.neighbours]`: a stage at which the documents are approved; all of its people must agree before the
    /// next one begins. Stages stand in the order of the text; without any, whoever has the right to approve decides.
    ApprovalStage = "approval" {
        /// Its name.
        name: String,
        /// Who decides.
        people: Vec<Ref<Person>>,
    }
}
