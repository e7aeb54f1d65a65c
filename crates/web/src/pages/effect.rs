//! What has changed since a day, in words, a picture and a table: since a correction began, or since whatever somebody asks of.

use crate::pages::states;
use app::View;
use chart::Estimate;
use control::correction::Run;
use control::effect::{Effect, NoEffect, Turn};
use department::Element;
use department::model::Kpi;
use locale::{Lang, t};

/// What a page shows of it.
#[derive(Default)]
pub(super) struct Shown {
    /// The class and the word of the verdict; empty where nothing can be said.
    pub class: &'static str,
    pub verdict: String,
    pub paragraphs: Vec<String>,
    pub rows: Vec<(String, String)>,
    /// The course and what the former course would have given, as SVG.
    pub picture: String,
    /// Where the figures that it rests on are shown.
    pub figures: String,
}

impl Shown {
    /// Of a correction; nothing where it has not been judged yet, or its KPI is gone.
    pub fn of(view: &View, lang: Lang, run: &Run) -> Self {
        let kpi = view.department().kpis.get(&run.kpi);
        let found = kpi.zip(view.figures.judged.effects.get(&run.id));
        found.map_or_else(Shown::default, |(kpi, found)| Shown::found(view, lang, kpi, found))
    }

    /// Of a KPI.
    pub fn found(view: &View, lang: Lang, kpi: &Kpi, found: &Result<Effect, NoEffect>) -> Self {
        match found {
            Ok(effect) => shown(view, lang, kpi, effect),
            Err(why) => Shown { paragraphs: vec![why.said(lang)], ..Shown::default() },
        }
    }
}

fn shown(view: &View, lang: Lang, kpi: &Kpi, effect: &Effect) -> Shown {
    let (from, to) = (effect.history.first, effect.history.last());
    Shown {
        class: match effect.verdict {
            Turn::Better => "good",
            Turn::Worse => "bad",
            Turn::Unseen => "quiet",
        },
        verdict: t!(lang, &format!("effect-{}", effect.verdict.word())),
        paragraphs: effect.paragraphs(view.department(), kpi, lang),
        rows: effect.rows(kpi, lang),
        picture: picture(view, lang, kpi, effect),
        figures: format!("{}?from={from}&to={to}#figures", crate::pages::kpi_href(kpi)),
    }
}

fn picture(view: &View, lang: Lang, kpi: &Kpi, effect: &Effect) -> String {
    let points = effect.history.values.iter().enumerate();
    let without = effect.without().into_iter();
    chart::Series {
        title: kpi.title().to_owned(),
        unit: kpi.unit.clone(),
        points: points.map(|(at, value)| (effect.history.date(at), *value)).collect(),
        targets: Vec::new(),
        baseline: None,
        tolerance: Vec::new(),
        forecast: without.map(|(date, value, low, high)| Estimate { date, low, value, high }).collect(),
        shifts: vec![effect.since],
        unusual: Vec::new(),
        checkpoints: Vec::new(),
        today: view.today,
        words: states::chart_words(lang, t!(lang, "effect-former")),
    }
    .svg(lang)
}
