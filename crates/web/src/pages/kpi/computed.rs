//! The figures of a KPI that is computed from others, and what each was computed from.

use crate::pages::kpi_href;
use app::View;
use control::{Kept, Measurement, Origin, back};
use department::Element;
use department::formula;
use department::model::{Kpi, Rhythm};
use jiff::ToSpan;
use jiff::civil::Date;
use locale::{Lang, t};
use std::sync::Arc;

/// Its figures, each with the formula in the place of a source.
pub(super) fn figures(view: &View, lang: Lang, kpi: &Kpi) -> Vec<Measurement> {
    let (id, nothing) = (Arc::<str>::from(kpi.id()), Arc::<str>::from(""));
    let file = Arc::<str>::from(t!(lang, "formula-computed-by", formula = kpi.formula.clone()));
    let points = view.series().get(kpi.id()).map_or(&[][..], |series| &series.points);
    let figure = |point: &control::Point| Measurement {
        kpi: id.clone(),
        date: point.date,
        value: point.value,
        origin: Origin { file: file.clone(), ..Origin::default() },
        imported: nothing.clone(),
        kept: Kept { revision: 1, confirmed: true },
    };
    points.iter().map(figure).collect()
}

/// What the figure of a day was computed from: each part's name, and where its figures of the time are shown.
pub(super) fn parts(view: &View, kpi: &Kpi, day: Date) -> Vec<(String, String)> {
    let Some(formula) = formula::of(kpi) else { return Vec::new() };
    let reach = i32::try_from(formula.reach()).unwrap_or(i32::MAX).saturating_add(1);
    let from = back(day, kpi.rhythm.unwrap_or(Rhythm::Month), reach).saturating_add(1.day());
    let mut parts: Vec<(String, String)> = Vec::new();
    for part in formula.kpis().into_iter().filter_map(|(id, _)| view.department().kpis.get(id)) {
        let href = format!("{}?from={from}&to={day}#figures", kpi_href(part));
        if parts.iter().all(|(_, known)| *known != href) {
            parts.push((part.title().to_owned(), href));
        }
    }
    parts
}
