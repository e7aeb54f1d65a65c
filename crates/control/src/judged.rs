//! What the figures say of the plan: evidence for its links, forecasts of its ends, and whether its changes would be seen.

use crate::correction::Run;
use crate::effect::{Effect, NoEffect, beside, effect};
use crate::evidence::{Evidence, Verdict, again, better, evidence};
use crate::forecast::{Forecast, Unforeseen, forecast};
use crate::{Course, Detected, Series, course, detect};
use department::model::{self, Kpi, KpiKind};
use department::{Department, Element, Facts};
use jiff::civil::Date;
use rayon::prelude::*;
use std::collections::{BTreeMap, BTreeSet};

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

/// Whatever a judgement depends on.
#[derive(Debug, Clone, PartialEq)]
struct Basis {
    /// The KPIs, as far as judging looks at them.
    kpis: Vec<String>,
    /// The stamp of the figures.
    stamp: u64,
    today: Date,
}

impl Basis {
    fn of(department: &Department, stamp: u64, today: Date) -> Self {
        Basis { kpis: department.kpis.iter().map(about).collect(), stamp, today }
    }
}

/// A KPI, as far as judging looks at it.
fn about(kpi: &Kpi) -> String {
    let serves = kpi.serves.as_ref().and_then(|serves| serves.index());
    let about = (kpi.kind, serves, kpi.rhythm, kpi.total, kpi.direction, kpi.tolerance, kpi.confirmed);
    format!("{} {about:?} {:?} {:?} {}", kpi.id(), kpi.baseline, kpi.targets, kpi.formula)
}

/// Whether a KPI has an aim that is foreseen.
fn aims(kpi: &Kpi) -> bool {
    matches!(kpi.kind, Some(KpiKind::Terminal | KpiKind::Checkpoint))
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
        let mut judged = Judged::links(department, series, today);
        let kpis: Vec<&Kpi> = department.kpis.iter().collect();
        let one = |kpi: &&Kpi| {
            let found = forecast(department, kpi, series, &judged.evidence, today);
            (kpi.id().to_owned(), found)
        };
        judged.forecasts = kpis.par_iter().filter(|kpi| aims(kpi)).map(one).collect();
        let shown = |kpi: &&Kpi| Some((kpi.id().to_owned(), course(kpi, series.get(kpi.id()), today)?));
        judged.courses = kpis.par_iter().filter_map(shown).collect();
        judged.better = better(department, series, today);
        judged
    }

    /// The next judgement; nothing where all is as it was.
    pub fn next(
        &self,
        department: &Department,
        series: &BTreeMap<String, Series>,
        runs: &[Run],
        stamp: u64,
        today: Date,
    ) -> Option<Judged> {
        let basis = Basis::of(department, stamp, today);
        let corrected = runs.iter().map(|run| (run.id, run.kpi.clone(), run.since(), run.state().runs()));
        let corrected: Vec<_> = corrected.collect();
        let same = self.basis.as_ref() == Some(&basis);
        if same && self.corrected == corrected {
            return None;
        }
        let next = if same { self.clone() } else { Judged::whole(department, series, today) };
        let effects = effects(department, series, runs, today);
        Some(Judged { basis: Some(basis), corrected, effects, ..next })
    }

    /// What the figures would say of another plan: only what hangs on KPIs that differ is judged anew. What was looked for among
    /// all KPIs, the courses and the effects of corrections stay as they are.
    pub fn tried(
        &self,
        before: &Department,
        department: &Department,
        series: &BTreeMap<String, Series>,
        today: Date,
    ) -> Judged {
        let same = |kpi: &Kpi| before.kpis.get(kpi.id()).is_some_and(|was| about(was) == about(kpi));
        let changed: BTreeSet<&str> =
            department.kpis.iter().filter(|kpi| !same(kpi)).map(Element::id).collect();
        if changed.is_empty() {
            return self.clone();
        }
        let evidence = again(&self.evidence, department, series, today, &|id| changed.contains(id));
        let mut tried = Judged { evidence, ..self.clone() };
        // A terminal KPI is foreseen by its checkpoints, too.
        let led = |kpi: &Kpi| {
            let of = |all: &[Evidence]| -> Vec<(String, Verdict)> {
                let own = all.iter().filter(|one| one.terminal == kpi.id());
                own.map(|one| (one.checkpoint.clone(), one.verdict)).collect()
            };
            let serves = |one: &Evidence| one.terminal == kpi.id() && changed.contains(&*one.checkpoint);
            of(&self.evidence) != of(&tried.evidence) || tried.evidence.iter().any(serves)
        };
        let anew: Vec<&Kpi> =
            department.kpis.iter().filter(|kpi| changed.contains(kpi.id()) || led(kpi)).collect();
        for kpi in anew {
            match aims(kpi) {
                true => {
                    let found = forecast(department, kpi, series, &tried.evidence, today);
                    tried.forecasts.insert(kpi.id().to_owned(), found)
                }
                false => tried.forecasts.remove(kpi.id()),
            };
            match detect(kpi, series.get(kpi.id()), today) {
                Some(found) => tried.detected.insert(kpi.id().to_owned(), found),
                None => tried.detected.remove(kpi.id()),
            };
        }
        tried
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
