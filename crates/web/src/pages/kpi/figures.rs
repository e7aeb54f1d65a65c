//! The figures of a KPI, a part of them at a time, each with what it is known from.

use super::states::{figure, href};
use control::Measurement;
use department::model::Kpi;
use jiff::civil::Date;
use locale::{Lang, date, number, t};
use serde::Deserialize;

/// So many are shown at once.
const SHOWN: usize = 60;

/// Which figures the address asks for.
#[derive(Debug, Default, Deserialize)]
pub(in crate::pages) struct Span {
    from: Option<Date>,
    to: Option<Date>,
}

/// A figure and where it is known from.
pub(super) struct Figure {
    pub day: String,
    /// Where all its revisions are shown.
    pub href: String,
    pub value: String,
    pub source: String,
    pub synthetic: bool,
    /// Said where it is not the first value of its day.
    pub revised: bool,
    /// Said where the KPI asks for confirmed figures and nobody has confirmed it.
    pub loose: bool,
}

/// The figures that are shown.
pub(super) struct Figures {
    pub list: Vec<Figure>,
    /// From and to, where the address asks for a part.
    pub span: String,
    /// Where earlier ones are shown; empty where there are none.
    pub earlier: String,
    /// The days of the shown ones that can be confirmed, first and last; empty where there are none.
    pub loose: (String, String),
}

impl Figures {
    /// Those of a span, or the last ones; the last first.
    pub fn of(lang: Lang, kpi: &Kpi, mut all: Vec<Measurement>, span: &Span) -> Self {
        let within =
            |day: Date| span.from.is_none_or(|from| from <= day) && span.to.is_none_or(|to| day <= to);
        all.retain(|one| within(one.date));
        all.sort_by_key(|one| std::cmp::Reverse(one.date));
        let more = all.get(SHOWN).map(|one| one.date);
        all.truncate(SHOWN);
        let earlier = more.map_or_else(String::new, |to| match span.from {
            Some(from) => format!("{}?from={from}&to={to}#figures", href(kpi)),
            None => format!("{}?to={to}#figures", href(kpi)),
        });
        let days: Vec<String> = span.from.iter().chain(&span.to).map(|day| date(lang, *day)).collect();
        let loose = || all.iter().filter(|one| kpi.confirmed && !one.kept.confirmed).map(|one| one.date);
        let day = |day: Option<Date>| day.map(|day| day.to_string()).unwrap_or_default();
        Figures {
            loose: (day(loose().min()), day(loose().max())),
            list: all.iter().map(|one| Figure::of(lang, kpi, one)).collect(),
            span: days.join(" – "),
            earlier,
        }
    }
}

impl Figure {
    /// A measurement as it is shown.
    pub fn of(lang: Lang, kpi: &Kpi, one: &Measurement) -> Self {
        Figure {
            day: date(lang, one.date),
            href: format!("{}/{}", href(kpi), one.date),
            value: figure(lang, one.value, &kpi.unit),
            source: source(lang, one),
            synthetic: one.origin.synthetic,
            revised: one.kept.revision > 1,
            loose: kpi.confirmed && !one.kept.confirmed,
        }
    }
}

/// The file and the row.
pub(super) fn source(lang: Lang, one: &Measurement) -> String {
    let origin = &one.origin;
    let row = match origin.row {
        0 => String::new(),
        row => t!(lang, "web-row", row = number(lang, f64::from(row), 0)),
    };
    let file = if origin.synthetic { String::new() } else { origin.file.to_string() };
    [file, row].into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(", ")
}
