//! Whatever a judgement depends on, and which KPIs differ in it.

use crate::Series;
use department::model::Kpi;
use department::{Department, Element};
use jiff::civil::Date;
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

/// Whatever a judgement depends on.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Basis {
    /// The KPIs, as far as judging looks at them, with their figures.
    pub kpis: BTreeMap<String, (String, Series)>,
    /// The day.
    pub today: Date,
}

impl Basis {
    pub fn of(department: &Department, series: &BTreeMap<String, Series>, today: Date) -> Self {
        let one = |kpi: &Kpi| {
            let figures = series.get(kpi.id()).cloned().unwrap_or_default();
            (kpi.id().to_owned(), (about(kpi), figures))
        };
        Basis { kpis: department.kpis.iter().map(one).collect(), today }
    }

    /// The KPIs that differ from another basis.
    pub fn unlike(&self, other: &Basis) -> BTreeSet<&str> {
        let same = |id: &str, own: &(String, Series)| {
            other.kpis.get(id).is_some_and(|was| {
                own.0 == was.0 && (Arc::ptr_eq(&own.1.points, &was.1.points) || own.1 == was.1)
            })
        };
        self.kpis.iter().filter(|(id, own)| !same(id, own)).map(|(id, _)| id.as_str()).collect()
    }
}

/// A KPI, as far as judging looks at it.
pub(super) fn about(kpi: &Kpi) -> String {
    let serves = kpi.serves.as_ref().and_then(|serves| serves.index());
    let about = (kpi.kind, serves, kpi.rhythm, kpi.total, kpi.direction, kpi.tolerance, kpi.confirmed);
    format!("{} {about:?} {:?} {:?} {}", kpi.id(), kpi.baseline, kpi.targets, kpi.formula)
}
