//! The links that the department has declared.

use super::horizon::horizon;
use super::pairs::{Common, Pair, Pairs};
use super::{LEVEL, Verdict};
use crate::Series;
use department::Department;
use department::Element;
use department::model::{KpiKind, Rhythm};
use jiff::civil::Date;
use rayon::prelude::*;
use stats::correlate::{Adjust, adjust};
use stats::lead::{Ask, LEAST, Lead, lead};
use std::collections::BTreeMap;

/// What is known of one link.
#[derive(Debug, Clone, PartialEq)]
pub struct Evidence {
    /// The id of the KPI that may lead.
    pub checkpoint: String,
    /// The id of the KPI that may be led.
    pub terminal: String,
    /// What is said of them.
    pub verdict: Verdict,
    /// What was found; nothing where there is too little.
    pub lead: Option<Lead>,
    /// Why there is too little, where there is.
    pub insufficient: Option<Insufficient>,
    /// The probability that all that was tested gives so strong a relation, where there is none.
    pub p_value: f64,
    /// The same the other way round.
    pub p_reverse: f64,
    /// Over so many links it was adjusted.
    pub tested: usize,
    /// The rhythm in which both were read.
    pub rhythm: Rhythm,
    /// The periods that both have.
    pub span: Option<(Date, Date)>,
    /// How many periods both have.
    pub n: usize,
    /// How many figures of both were filled in.
    pub filled: usize,
    /// The longest lag that was looked at.
    pub horizon: usize,
}

/// Why nothing can be said.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Insufficient {
    /// One of them has no figures.
    NoFigures,
    /// They have too few periods in common: so many are needed.
    TooFew(usize),
    /// One of them never changes.
    Constant,
}

/// The evidence for each checkpoint with the terminal KPI that it is said to serve, in the order of the text.
pub fn evidence(department: &Department, series: &BTreeMap<String, Series>, today: Date) -> Vec<Evidence> {
    again(&[], department, series, today, &|_| true)
}

/// As [`evidence`], where some is known: only links with a KPI that has changed are tested, and all are adjusted anew.
pub(crate) fn again(
    known: &[Evidence],
    department: &Department,
    series: &BTreeMap<String, Series>,
    today: Date,
    changed: &(dyn Fn(&str) -> bool + Sync),
) -> Vec<Evidence> {
    let kpis = || department.kpis.iter().enumerate();
    let asked: Vec<(usize, usize)> = kpis()
        .filter(|(_, kpi)| kpi.kind == Some(KpiKind::Checkpoint))
        .filter_map(|(at, kpi)| Some((at, kpi.serves.as_ref()?.index()?)))
        .filter(|(from, to)| from != to)
        .collect();
    let id = |at: usize| department.kpis.at(at).map_or("", Element::id);
    let kept = |(from, to): &(usize, usize)| {
        let (from, to) = (id(*from), id(*to));
        let same = !changed(from) && !changed(to);
        known.iter().find(|one| same && one.checkpoint == from && one.terminal == to)
    };
    let fresh: Vec<(usize, usize)> = asked.iter().filter(|pair| kept(pair).is_none()).copied().collect();
    let (pairs, fresh) = Pairs::new(department, series, today, &fresh);
    let mut fresh = fresh.par_iter().map(|pair| tested(&pairs, pair)).collect::<Vec<_>>().into_iter();
    let found = asked.iter().filter_map(|pair| match kept(pair) {
        Some(one) => Some(unadjusted(one.clone())),
        None => fresh.next(),
    });
    adjusted(found.collect(), Adjust::Bh)
}

/// A link with the probabilities of its own tests.
fn unadjusted(one: Evidence) -> Evidence {
    let way = |of: &dyn Fn(&Lead) -> f64| one.lead.as_ref().map_or(f64::NAN, of);
    let (p_value, p_reverse) = (way(&|lead| lead.forward.p_value), way(&|lead| lead.backward.p_value));
    Evidence { p_value, p_reverse, ..one }
}

/// A pair as it was tested, its probabilities not yet adjusted.
pub(super) fn tested(pairs: &Pairs<'_>, pair: &Pair) -> Evidence {
    let (from, to) = (pairs.kpis[pair.from], pairs.kpis[pair.to]);
    let rhythm = pair.common.as_ref().map_or_else(
        || crate::measure::coarser(crate::reading::rhythm(from), crate::reading::rhythm(to)),
        |common| common.rhythm,
    );
    let horizon = horizon(from, to, rhythm);
    let found = match &pair.common {
        None => Err(Insufficient::NoFigures),
        Some(common) if common.n < LEAST => Err(Insufficient::TooFew(LEAST)),
        Some(common) => asked(pairs, common, horizon),
    };
    let way = |of: &dyn Fn(&Lead) -> f64| found.as_ref().map_or(f64::NAN, of);
    let common = pair.common.as_ref();
    Evidence {
        checkpoint: from.id().to_owned(),
        terminal: to.id().to_owned(),
        verdict: Verdict::Insufficient,
        p_value: way(&|lead| lead.forward.p_value),
        p_reverse: way(&|lead| lead.backward.p_value),
        insufficient: found.as_ref().err().copied(),
        lead: found.ok(),
        tested: 0,
        rhythm,
        span: common.map(|common| (common.first, common.last)),
        n: common.map_or(0, |common| common.n),
        filled: common.map_or(0, |common| common.filled),
        horizon,
    }
}

fn asked(pairs: &Pairs<'_>, common: &Common, horizon: usize) -> Result<Lead, Insufficient> {
    let (x, y) = pairs.both(common).ok_or(Insufficient::Constant)?;
    lead(x, y, Ask { lags: horizon, level: LEVEL }).map_err(|error| match error {
        stats::Error::TooFew { need, .. } => Insufficient::TooFew(need),
        _ => Insufficient::Constant,
    })
}

/// The verdicts once the probabilities of both ways are adjusted over all that was tested.
pub(super) fn adjusted(mut found: Vec<Evidence>, how: Adjust) -> Vec<Evidence> {
    let of = |p: &dyn Fn(&Evidence) -> f64| adjust(&found.iter().map(p).collect::<Vec<f64>>(), how);
    let (forward, backward) = (of(&|one| one.p_value), of(&|one| one.p_reverse));
    let tested = forward.iter().filter(|p| !p.is_nan()).count();
    for (one, (p, reverse)) in found.iter_mut().zip(forward.into_iter().zip(backward)) {
        (one.p_value, one.p_reverse, one.tested) = (p, reverse, tested);
        one.verdict = one.lead.as_ref().map_or(Verdict::Insufficient, |lead| lead.verdict(p, reverse, LEVEL));
    }
    found
}

#[cfg(test)]
#[path = "tests.rs"]
mod tests;
