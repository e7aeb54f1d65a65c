//! What is judged anew where only some KPIs have changed.

use super::Judged;
use super::basis::about;
use crate::evidence::{Evidence, Verdict, again, better};
use crate::forecast::forecast;
use crate::{Series, course, detect};
use department::model::{Kpi, KpiKind};
use department::{Department, Element};
use jiff::civil::Date;
use rayon::prelude::*;
use std::collections::{BTreeMap, BTreeSet};

impl Judged {
    /// This with all that hangs on KPIs that have changed judged anew.
    pub(super) fn anew(
        &self,
        changed: &BTreeSet<&str>,
        department: &Department,
        series: &BTreeMap<String, Series>,
        today: Date,
    ) -> Judged {
        if changed.is_empty() {
            return self.clone();
        }
        let mut next = self.foreseen(changed, department, series, today);
        let kpis: Vec<&Kpi> = department.kpis.iter().filter(|kpi| changed.contains(kpi.id())).collect();
        let shown = |kpi: &&Kpi| (kpi.id().to_owned(), course(kpi, series.get(kpi.id()), today));
        for (id, shown) in kpis.par_iter().map(shown).collect::<Vec<_>>() {
            match shown {
                Some(shown) => next.courses.insert(id, shown),
                None => next.courses.remove(&id),
            };
        }
        next.better = better(department, series, today);
        next
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
        if changed.is_empty() { self.clone() } else { self.foreseen(&changed, department, series, today) }
    }

    /// This with the evidence, forecasts and what can be seen of KPIs that have changed.
    fn foreseen(
        &self,
        changed: &BTreeSet<&str>,
        department: &Department,
        series: &BTreeMap<String, Series>,
        today: Date,
    ) -> Judged {
        let evidence = again(&self.evidence, department, series, today, &|id| changed.contains(id));
        let mut next = Judged { evidence, ..self.clone() };
        // A terminal KPI is foreseen by its checkpoints, too.
        let led = |kpi: &Kpi| {
            let of = |all: &[Evidence]| -> Vec<(String, Verdict)> {
                let own = all.iter().filter(|one| one.terminal == kpi.id());
                own.map(|one| (one.checkpoint.clone(), one.verdict)).collect()
            };
            let serves = |one: &Evidence| one.terminal == kpi.id() && changed.contains(&*one.checkpoint);
            of(&self.evidence) != of(&next.evidence) || next.evidence.iter().any(serves)
        };
        let anew: Vec<&Kpi> =
            department.kpis.iter().filter(|kpi| changed.contains(kpi.id()) || led(kpi)).collect();
        let one = |kpi: &&Kpi| {
            let ahead = aims(kpi).then(|| forecast(department, kpi, series, &next.evidence, today));
            (kpi.id().to_owned(), ahead, detect(kpi, series.get(kpi.id()), today))
        };
        for (id, ahead, seen) in anew.par_iter().map(one).collect::<Vec<_>>() {
            match ahead {
                Some(ahead) => next.forecasts.insert(id.clone(), ahead),
                None => next.forecasts.remove(&id),
            };
            match seen {
                Some(seen) => next.detected.insert(id, seen),
                None => next.detected.remove(&id),
            };
        }
        next
    }
}

/// Whether a KPI has an aim that is foreseen.
fn aims(kpi: &Kpi) -> bool {
    matches!(kpi.kind, Some(KpiKind::Terminal | KpiKind::Checkpoint))
}
