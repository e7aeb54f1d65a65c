//! `scorecard.toml`: the Balanced Scorecard and the processes.

use super::choices::*;
use super::{Action, Kpi, Person, Unit};
use crate::element::{Ref, element};
use jiff::civil::Date;

element! {
    /// `[scorecard]`: the inward strategy in short, and what each perspective weighs.
    Scorecard = "scorecard" {
        /// The strategy in short.
        summary: String,
        /// Weight of finance, in per cent.
        finance: Option<f64>,
        /// Weight of client processes, in per cent.
        clients: Option<f64>,
        /// Weight of internal processes, in per cent.
        processes: Option<f64>,
        /// Weight of competence and software, in per cent.
        competence: Option<f64>,
    }
}

impl Scorecard {
    /// What a perspective weighs, in per cent.
    pub fn weight(&self, perspective: Perspective) -> Option<f64> {
        match perspective {
            Perspective::Finance => self.finance,
            Perspective::Clients => self.clients,
            Perspective::Processes => self.processes,
            Perspective::Competence => self.competence,
        }
    }
}

element! {
    /// `[objective.answer_gladly]`: a strategic objective, a card of the strategy map.
    Objective = "objective" {
        /// The objective.
        name: String,
        /// Why it matters.
        why: String,
        /// Its perspective.
        perspective: Option<Perspective>,
        /// The strategy inside the perspective.
        line: Option<Line>,
        /// Weight inside the perspective, in per cent.
        weight: Option<f64>,
        /// Who answers for it.
        owner: Option<Ref<Person>>,
        /// KPIs that measure it.
        measures: Vec<Ref<Kpi>>,
        /// Objectives that it brings about: cause → effect.
        leads_to: Vec<Ref<Objective>>,
    }
}
element! {
    /// `[initiative.listening_room]`: what is undertaken for an objective.
    Initiative = "initiative" {
        /// Its name.
        name: String,
        /// The objective.
        objective: Option<Ref<Objective>>,
        /// Who answers for it.
        owner: Option<Ref<Person>>,
        /// The actions of the plan that carry it out.
        actions: Vec<Ref<Action>>,
        /// By when.
        due: Option<Date>,
        /// What it costs.
        budget: Option<f64>,
    }
}
element! {
    /// `[process.negative_wave]`: a process, described in BPMN, IDEF0 or both.
    Process = "process" {
        /// Its name.
        name: String,
        /// Whose it is.
        kind: Option<ProcessKind>,
        /// The department that runs it.
        unit: Option<Ref<Unit>>,
        /// What it is for.
        purpose: String,
        /// Who answers for it.
        owner: Option<Ref<Person>>,
        /// The BPMN file, such as `processes/negative-wave.bpmn`.
        bpmn: String,
        /// The IDEF0 file, such as `processes/listening.idef0`.
        idef0: String,
        /// Whether SMM touches it: things are said in public that come out of it or must go into it.
        touches_smm: bool,
        /// The place that SMM has in it.
        smm_part: String,
    }
}
