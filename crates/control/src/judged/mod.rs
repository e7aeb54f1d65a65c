//! What the figures say of the plan: evidence for its links, forecasts of its ends, and whether its changes would be seen.

mod anew;
mod basis;

use crate::correction::Run;
use crate::effect::{Effect, NoEffect, beside, effect};
use crate::evidence::{Evidence, Verdict, evidence};
use crate::forecast::{Forecast, Unforeseen};
use crate::{Course, Detected, Series, detect};
use basis::Basis;
use department::model::{self, Kpi};
use department::{Department, Element, Facts};
use jiff::civil::Date;
use rayon::prelude::*;
use std::collections::BTreeMap;

/// What the figures say of the plan.
#[derive(Debug, Default, Clone)]
pub struct Judged {
    /// What it was judged by.
    basis: Option<Basis>,
    /// The evidence for each declared link.
    pub evidence: Vec<Evidence>,
    /// What the history of each KPI shows, by id.
    pub courses: BTreeMap<String, Course>,
    /// Whether a planned change would be seen, by the KPI's id.
    pub detected: BTreeMap<String, Detected>,
    /// What terminal and checkpoint KPIs with a target ahead come to, by id.
    pub forecasts: BTreeMap<String, Result<Forecast, Unforeseen>>,
    /// What has led terminal KPIs, of all that is measured.
    pub better: Vec<Evidence>,
    /// What has changed since each correction began, by its number.
    pub effects: BTreeMap<u64, Result<Effect, NoEffect>>,
    /// The corrections that `effects` are of: number, KPI, day, and whether they run.
    corrected: Vec<(u64, String, Option<Date>, bool)>,
}

/// What has changed since each correction began, beside the KPIs that may stand there.
fn effects(
    department: &Department,
    series: &BTreeMap<String, Series>,
    runs: &[Run],
    today: Date,
) -> BTreeMap<u64, Result<Effect, NoEffect>> {
    let one = |run: &Run| {
        let (kpi, since) = (department.kpis.get(&run.kpi)?, run.since()?);
        let others = beside(department, series, runs, kpi, since, today);
        Some((run.id, effect(kpi, series.get(&run.kpi), &others, since, today)))
    };
    runs.par_iter().filter_map(one).collect()
}

impl Judged {
    /// The evidence and what can be seen: what findings are made of.
    pub fn links(department: &Department, series: &BTreeMap<String, Series>, today: Date) -> Self {
        let kpis: Vec<&Kpi> = department.kpis.iter().collect();
        let detected = kpis.par_iter().filter_map(|kpi| {
            let found = detect(kpi, series.get(kpi.id()), today)?;
            Some((kpi.id().to_owned(), found))
        });
        Judged {
            evidence: evidence(department, series, today),
            detected: detected.collect(),
            ..Judged::default()
        }
    }

    /// All that is judged.
    pub fn whole(department: &Department, series: &BTreeMap<String, Series>, today: Date) -> Self {
        let all = department.kpis.iter().map(Element::id).collect();
        Judged::default().anew(&all, department, series, today)
    }

    /// The next judgement; nothing where all is as it was. What hangs on no KPI that has changed since is kept.
    pub fn next(
        &self,
        department: &Department,
        series: &BTreeMap<String, Series>,
        runs: &[Run],
        today: Date,
    ) -> Option<Judged> {
        let basis = Basis::of(department, series, today);
        let corrected = runs.iter().map(|run| (run.id, run.kpi.clone(), run.since(), run.state().runs()));
        let corrected: Vec<_> = corrected.collect();
        if self.basis.as_ref() == Some(&basis) && self.corrected == corrected {
            return None;
        }
        let next = match self.basis.as_ref().filter(|last| last.today == today) {
            Some(last) if last.kpis.keys().eq(basis.kpis.keys()) => {
                self.anew(&basis.unlike(last), department, series, today)
            }
            _ => Judged::whole(department, series, today),
        };
        let effects = effects(department, series, runs, today);
        Some(Judged { basis: Some(basis), corrected, effects, ..next })
    }

    /// The evidence for a checkpoint's link.
    pub fn of(&self, checkpoint: &str) -> Option<&Evidence> {
        self.evidence.iter().find(|one| one.checkpoint == checkpoint)
    }

    /// Adds what rules hear of it.
    pub fn tell(&self, facts: &mut Facts) {
        let verdict = |one: &Evidence| match one.verdict {
            Verdict::Predicts => model::Evidence::Predicts,
            Verdict::Unproven => model::Evidence::Unproven,
            Verdict::Reversed => model::Evidence::Reversed,
            Verdict::Insufficient => model::Evidence::Insufficient,
        };
        facts.links = self.evidence.iter().map(|one| (one.checkpoint.clone(), verdict(one))).collect();
        let percent = |one: &Detected| (one.found.power * 100.0).round().clamp(0.0, 100.0) as u8;
        facts.power = self.detected.iter().map(|(id, one)| (id.clone(), percent(one))).collect();
    }
}
