//! Which of all measured KPIs would have been better checkpoints.

use super::links::{adjusted, tested};
use super::pairs::{Pair, Pairs};
use super::{Evidence, Verdict};
use crate::Series;
use department::model::KpiKind;
use department::{Department, Element};
use jiff::civil::Date;
use rayon::prelude::*;
use stats::correlate::Adjust;
use stats::lead::{LEAST, foretells};
use std::collections::BTreeMap;

/// A pair is asked no further where its test by itself is above this: no adjusting makes it smaller.
const HOPELESS: f64 = 0.05;

/// What has led a terminal KPI, of all KPIs that are measured: only what predicts after adjusting for the whole search, the
/// surest first. Each carries how many pairs were looked at.
pub fn better(department: &Department, series: &BTreeMap<String, Series>, today: Date) -> Vec<Evidence> {
    let measured: Vec<usize> = (department.kpis.iter().enumerate())
        .filter(|(_, kpi)| series.get(kpi.id()).is_some_and(|series| series.points.len() >= LEAST))
        .map(|(at, _)| at)
        .collect();
    let terminal =
        |at: &usize| department.kpis.at(*at).is_some_and(|kpi| kpi.kind == Some(KpiKind::Terminal));
    let ends: Vec<usize> = measured.iter().copied().filter(terminal).collect();
    let every = ends.iter().flat_map(|&to| measured.iter().map(move |&from| (from, to)));
    let asked: Vec<(usize, usize)> = every.filter(|(from, to)| from != to).collect();
    let (pairs, asked) = Pairs::new(department, series, today, &asked);
    let found: Vec<Evidence> = asked.par_iter().map(|pair| hopeful(&pairs, pair)).collect();
    let mut found = adjusted(found, Adjust::By);
    found.retain(|one| one.verdict == Verdict::Predicts);
    found.sort_by(|a, b| a.p_value.total_cmp(&b.p_value));
    found
}

/// A pair whose test has a chance is asked whole; of another only its probability is kept.
fn hopeful(pairs: &Pairs<'_>, pair: &Pair) -> Evidence {
    let common = pair.common.as_ref().filter(|common| common.n >= LEAST);
    let quick = common.and_then(|common| {
        let (x, y) = pairs.both(common)?;
        let (from, to) = (pairs.kpis[pair.from], pairs.kpis[pair.to]);
        foretells(x, y, super::horizon::horizon(from, to, common.rhythm)).ok()
    });
    match quick {
        Some(p) if p > HOPELESS => Evidence { p_value: p, p_reverse: f64::NAN, ..Evidence::unasked() },
        Some(_) => tested(pairs, pair),
        None => Evidence::unasked(),
    }
}

impl Evidence {
    fn unasked() -> Self {
        Evidence {
            checkpoint: String::new(),
            terminal: String::new(),
            verdict: Verdict::Insufficient,
            lead: None,
            insufficient: None,
            p_value: f64::NAN,
            p_reverse: f64::NAN,
            tested: 0,
            rhythm: department::model::Rhythm::Day,
            span: None,
            n: 0,
            filled: 0,
            horizon: 0,
        }
    }
}
