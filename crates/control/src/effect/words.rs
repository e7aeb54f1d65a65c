//! What a change says, for a managing director and for the analyst.

use super::{Effect, LEVEL, NoEffect, Turn};
use crate::words::{moved, periods, significant};
use department::model::Kpi;
use department::{Department, Element};
use locale::{Lang, date, number, percent, t};
use stats::series::{Guess, LEAST_AFTER, LEAST_BEFORE};

impl Turn {
    /// The word in data; `effect-WORD` is its message.
    pub const fn word(self) -> &'static str {
        match self {
            Turn::Better => "better",
            Turn::Worse => "worse",
            Turn::Unseen => "unseen",
        }
    }
}

impl Effect {
    /// What it says, in paragraphs.
    pub fn paragraphs(&self, department: &Department, kpi: &Kpi, lang: Lang) -> Vec<String> {
        let shown = |value: f64| moved(lang, value, &kpi.unit);
        let Guess { estimate, low, high } = self.changed.average;
        let key = if estimate < 0.0 { "effect-below" } else { "effect-above" };
        let first = t!(
            lang,
            key,
            since = date(lang, self.since),
            kpi = kpi.title().to_owned(),
            estimate = shown(estimate.abs()),
            level = percent(lang, LEVEL, 0),
            low = shown(low),
            high = shown(high)
        );
        let judged = match self.verdict {
            Turn::Better => t!(lang, "effect-says-better"),
            Turn::Worse => t!(lang, "effect-says-worse"),
            Turn::Unseen => t!(lang, "effect-says-unseen"),
        };
        let span = |count| periods(lang, self.history.rhythm, count);
        let (before, after) = (span(self.changed.at), span(self.changed.n - self.changed.at));
        let mut rests = t!(lang, "effect-rests", before = before, after = after);
        let names: Vec<String> = (self.beside.iter())
            .map(|id| department.kpis.get(id).map_or(&**id, |kpi| kpi.title()).to_owned())
            .map(|name| t!(lang, "effect-quoted", name = name))
            .collect();
        if !names.is_empty() {
            rests = format!("{rests} {}", t!(lang, "effect-beside", names = names.join(", ")));
        }
        vec![format!("{first} {judged}"), format!("{rests} {}", t!(lang, "effect-caution"))]
    }

    /// The table for the analyst: what, and how much.
    pub fn rows(&self, kpi: &Kpi, lang: Lang) -> Vec<(String, String)> {
        let guess = |one: Guess| {
            let shown = |value: f64| moved(lang, value, &kpi.unit);
            t!(
                lang,
                "effect-interval",
                estimate = shown(one.estimate),
                low = shown(one.low),
                high = shown(one.high)
            )
        };
        let changed = &self.changed;
        let last =
            self.history.values.last().map_or_else(String::new, |last| significant(lang, *last, &kpi.unit));
        let seasons: Vec<String> = self.seasons.iter().map(|period| number(lang, *period, 1)).collect();
        let mut rows = vec![
            (t!(lang, "effect-row-average"), guess(changed.average)),
            (t!(lang, "effect-row-level"), guess(changed.level)),
            (t!(lang, "effect-row-slope"), guess(changed.slope)),
            (t!(lang, "effect-row-last"), guess(changed.last)),
            (t!(lang, "effect-row-now"), last),
            (t!(lang, "effect-row-rho"), number(lang, changed.rho, 2)),
            (t!(lang, "effect-row-before"), number(lang, changed.at as f64, 0)),
            (t!(lang, "effect-row-after"), number(lang, (changed.n - changed.at) as f64, 0)),
            (t!(lang, "effect-row-filled"), number(lang, self.history.filled as f64, 0)),
        ];
        if !seasons.is_empty() {
            rows.push((t!(lang, "effect-row-seasons"), seasons.join(", ")));
        }
        if !self.beside.is_empty() {
            rows.push((t!(lang, "effect-row-beside"), self.beside.join(", ")));
        }
        rows
    }
}

impl NoEffect {
    /// Why nothing can be said, in words.
    pub fn said(self, lang: Lang) -> String {
        match self {
            NoEffect::TooFew { before, after, rhythm } => t!(
                lang,
                "effect-too-few",
                before = periods(lang, rhythm, before),
                after = periods(lang, rhythm, after),
                least_before = LEAST_BEFORE,
                least_after = LEAST_AFTER
            ),
            NoEffect::Nothing => t!(lang, "effect-nothing"),
            NoEffect::Constant => t!(lang, "effect-constant"),
            NoEffect::Beside => t!(lang, "effect-collinear"),
        }
    }
}
