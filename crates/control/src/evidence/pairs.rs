//! Pairs of KPIs in the same periods, each series made ready once for all pairs that need it.

use crate::measure::coarser;
use crate::reading::rhythm;
use crate::{Aggregate, Regular, Series, regular, seasons};
use department::model::{Kpi, Rhythm};
use department::{Department, Element};
use jiff::civil::Date;
use rayon::prelude::*;
use stats::lead::Ready;
use std::collections::{BTreeMap, HashMap};

/// A part of a KPI's figures: the KPI, the rhythm, the first day and how many periods.
type Part = (usize, Rhythm, Date, usize);

/// Two KPIs in the periods that both have.
pub(super) struct Pair {
    /// The one that may lead.
    pub from: usize,
    /// The other.
    pub to: usize,
    /// What they have in common; nothing where they do not meet.
    pub common: Option<Common>,
}

/// What two KPIs have in common.
pub(super) struct Common {
    pub rhythm: Rhythm,
    pub first: Date,
    pub last: Date,
    pub n: usize,
    /// Of both, how many figures were filled in.
    pub filled: usize,
    parts: [Part; 2],
}

/// The series of a department, ready to be held against each other.
pub(super) struct Pairs<'a> {
    pub kpis: Vec<&'a Kpi>,
    ready: HashMap<Part, stats::Result<Ready>>,
}

impl<'a> Pairs<'a> {
    /// The pairs that are asked for, by the places of their KPIs in the department.
    pub fn new(
        department: &'a Department,
        series: &BTreeMap<String, Series>,
        today: Date,
        asked: &[(usize, usize)],
    ) -> (Self, Vec<Pair>) {
        let kpis: Vec<&Kpi> = department.kpis.iter().collect();
        let slower = |from: usize, to: usize| coarser(rhythm(kpis[from]), rhythm(kpis[to]));
        let read = |rhythm: Rhythm, kpi: usize| {
            let series = series.get(kpis[kpi].id())?;
            regular(series, rhythm, Aggregate::of(kpis[kpi].total), today)
        };
        let mut wanted: Vec<(usize, Rhythm)> =
            asked.iter().flat_map(|&(from, to)| [(from, slower(from, to)), (to, slower(from, to))]).collect();
        wanted.sort_unstable();
        wanted.dedup();
        let mut regular: HashMap<_, _> =
            wanted.into_par_iter().map(|(kpi, rhythm)| ((kpi, rhythm), read(rhythm, kpi))).collect();
        let mut pairs = Vec::with_capacity(asked.len());
        for &(from, to) in asked {
            // A series that is measured more seldom than it says has become slower: the other follows.
            let mut rhythm = slower(from, to);
            let common = loop {
                let mut of = |kpi| regular.entry((kpi, rhythm)).or_insert_with(|| read(rhythm, kpi)).clone();
                let (Some(a), Some(b)) = (of(from), of(to)) else { break None };
                let slowest = coarser(a.rhythm, b.rhythm);
                if slowest != rhythm {
                    rhythm = slowest;
                    continue;
                }
                break a.together(&b).map(|(a, b)| {
                    let n = a.values.len();
                    let parts = [from, to].map(|kpi| (kpi, rhythm, a.first, n));
                    let (first, last, filled) = (a.first, a.last(), a.filled + b.filled);
                    Common { rhythm, first, last, n, filled, parts }
                });
            };
            pairs.push(Pair { from, to, common });
        }
        let mut parts: Vec<Part> =
            pairs.iter().filter_map(|pair| pair.common.as_ref()).flat_map(|c| c.parts).collect();
        parts.sort_unstable();
        parts.dedup();
        let ready = parts.into_par_iter().map(|part| (part, ready(&regular, part))).collect();
        (Pairs { kpis, ready }, pairs)
    }

    /// Both series of a pair, ready.
    pub fn both(&self, common: &Common) -> Option<(&Ready, &Ready)> {
        let of = |part: &Part| self.ready.get(part)?.as_ref().ok();
        Some((of(&common.parts[0])?, of(&common.parts[1])?))
    }
}

fn ready(regular: &HashMap<(usize, Rhythm), Option<Regular>>, part: Part) -> stats::Result<Ready> {
    let (kpi, rhythm, first, n) = part;
    let values = regular.get(&(kpi, rhythm)).and_then(Option::as_ref).and_then(|found| {
        let skip = crate::steps(found.first, first, rhythm);
        found.values.get(skip..skip + n)
    });
    Ready::new(values.unwrap_or_default(), seasons(rhythm))
}
