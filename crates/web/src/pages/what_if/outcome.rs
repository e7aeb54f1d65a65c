//! What comes of it: the scorecard, the KPIs and their probabilities, findings, corrections.

use super::trial::Trial;
use crate::notes::{self, Note};
use crate::pages::kpi_href;
use crate::pages::states::{Standing, UNKNOWN, figure, on_the_way};
use app::{View, WhatIf};
use control::forecast::likely;
use control::{Progress, Rollup, rollup};
use department::Element;
use department::model::{Kpi, KpiKind};
use diag::Finding;
use locale::{Lang, date, percent, t};

/// As it is and as it would be; the second is empty where both are the same.
pub(super) struct Pair {
    pub now: String,
    pub then: String,
}

impl Pair {
    fn of(now: String, then: String) -> Self {
        Pair { then: if now == then { String::new() } else { then }, now }
    }
}

/// How far something has come.
pub(super) struct Card {
    pub name: String,
    pub whole: bool,
    pub come: Pair,
    pub wanted: Pair,
}

/// A KPI.
pub(super) struct Aim {
    pub name: String,
    pub href: String,
    pub now: Standing,
    /// Nothing where it is the same.
    pub then: Option<Standing>,
    pub wanted: Pair,
    pub probability: Pair,
}

/// What comes of it.
pub(super) struct Outcome {
    pub cards: Vec<Card>,
    pub aims: Vec<Aim>,
    pub come: Vec<Note>,
    pub gone: Vec<Note>,
    /// The misses that would open a correction: KPI, what is done, and what was missed.
    pub opened: Vec<(String, String, String)>,
}

impl Outcome {
    pub fn of(what_if: &WhatIf, trial: &Trial, lang: Lang) -> Self {
        let WhatIf { now, then } = what_if;
        let note = |view: &View, found: Vec<&Finding>| -> Vec<Note> {
            found.into_iter().map(|finding| notes::spot(view, finding).note(view, lang)).collect()
        };
        // What is not kept cannot be mended by a button.
        let unkept = |note: Note| Note { fix: None, ..note };
        Outcome {
            cards: cards(now, then, lang),
            aims: aims(what_if, trial, lang),
            come: note(then, what_if.come()).into_iter().map(unkept).collect(),
            gone: note(now, what_if.gone()).into_iter().map(unkept).collect(),
            opened: opened(what_if, lang),
        }
    }
}

/// The whole, its perspectives, and the objectives that would stand elsewhere.
fn cards(now: &View, then: &View, lang: Lang) -> Vec<Card> {
    let of = |view: &View| rollup(view.department(), view.series(), view.today);
    let (before, after): (Rollup, Rollup) = (of(now), of(then));
    let part = |part: Option<f64>| part.map_or_else(|| UNKNOWN.to_owned(), |part| percent(lang, part, 1));
    let card = |name: String, whole: bool, now: &Progress, then: &Progress| Card {
        name,
        whole,
        come: Pair::of(part(now.come), part(then.come)),
        wanted: Pair::of(part(now.wanted), part(then.wanted)),
    };
    let mut all = vec![card(t!(lang, "card-whole"), true, &before.whole, &after.whole)];
    for ((perspective, now), (_, then)) in before.perspectives.iter().zip(&after.perspectives) {
        all.push(card(t!(lang, &format!("perspective-{}", perspective.word())), false, now, then));
    }
    for (id, now) in &before.objectives {
        let title = then.department().objectives.get(id).map(|one| one.title().to_owned());
        if let Some((title, then)) = title.zip(after.objectives.get(id).filter(|then| *then != now)) {
            all.push(card(title, false, now, then));
        }
    }
    all
}

/// Terminal KPIs, those that are tried, and whatever else would stand elsewhere.
fn aims(what_if: &WhatIf, trial: &Trial, lang: Lang) -> Vec<Aim> {
    let WhatIf { now, then } = what_if;
    let one = |kpi: &Kpi| {
        let before = now.department().kpis.get(kpi.id())?;
        let standing = |view: &View, kpi: &Kpi| {
            on_the_way(lang, &control::status(kpi, view.series().get(kpi.id()), view.today))
        };
        let (is, would) = (standing(now, before), standing(then, kpi));
        let aim = Aim {
            name: kpi.title().to_owned(),
            href: kpi_href(kpi),
            then: Some(would).filter(|would| would.word != is.word),
            now: is,
            wanted: Pair::of(wanted(before, lang), wanted(kpi, lang)),
            probability: Pair::of(probability(now, before, lang), probability(then, kpi, lang)),
        };
        let moved = aim.then.is_some() || !aim.wanted.then.is_empty() || !aim.probability.then.is_empty();
        let first = moved || trial.kpis.iter().any(|id| id == kpi.id());
        Some((first, aim)).filter(|_| first || kpi.kind == Some(KpiKind::Terminal))
    };
    let mut all: Vec<(bool, Aim)> = then.department().kpis.iter().filter_map(one).collect();
    // What is tried, and what it moves, comes first.
    all.sort_by_key(|(first, _)| !first);
    all.into_iter().map(|(_, aim)| aim).collect()
}

/// The last target.
fn wanted(kpi: &Kpi, lang: Lang) -> String {
    let last = kpi.targets.iter().max_by_key(|mark| mark.date);
    last.map_or_else(
        || UNKNOWN.to_owned(),
        |mark| {
            let day = t!(lang, "web-by", date = date(lang, mark.date));
            format!("{} {day}", figure(lang, mark.value, &kpi.unit))
        },
    )
}

fn probability(view: &View, kpi: &Kpi, lang: Lang) -> String {
    match view.figures.judged.forecasts.get(kpi.id()) {
        Some(Ok(forecast)) => likely(lang, forecast.probability),
        _ => UNKNOWN.to_owned(),
    }
}

fn opened(what_if: &WhatIf, lang: Lang) -> Vec<(String, String, String)> {
    let one = |call: control::correction::Missed<'_>| {
        let figure = |value: f64| figure(lang, value, &call.kpi.unit);
        let missed = t!(
            lang,
            "correction-missed-on",
            date = date(lang, call.target.date),
            read = figure(call.reading.value),
            wanted = figure(call.target.value)
        );
        let what = call.kpi.correction.as_ref().map_or_else(String::new, |own| own.what.clone());
        (call.kpi.title().to_owned(), what, missed)
    };
    what_if.opened().into_iter().map(one).collect()
}
