//! The demo department: fictional texts, synthetic figures, and what was done about those that missed their target.

use crate::corrections::opened;
use crate::{AppError, Clock};
use control::correction::{Call, Happened, What, missed};
use control::{Kept, Measurement, Origin, Point, Series};
use department::{Element, Files, read};
use jiff::civil::{Date, date};
use locale::Lang;
use serde::Deserialize;
use std::collections::BTreeMap;
use std::sync::Arc;
use store::Store;

/// The name under which the synthetic figures are kept.
const SOURCE: &str = "synthetic";

/// The day that the demo stands still at: its figures end the day before, and its plan is half way.
pub fn demo_clock() -> Clock {
    Clock::fixed(date(2026, 11, 23))
}

/// The demo's texts in a language.
pub fn demo_files(lang: Lang) -> Files {
    demo::files(lang.code()).iter().map(|(path, text)| (*path, *text)).collect()
}

/// The demo's figures, marked as synthetic.
pub fn demo_measurements(imported: &str) -> Vec<Measurement> {
    let (source, imported) = (Arc::<str>::from(SOURCE), Arc::<str>::from(imported));
    let figures = demo::measurements();
    let dated = figures.iter().filter_map(|figure| {
        let (year, month, day) = figure.date;
        Some((figure, Date::new(year, month, day).ok()?))
    });
    dated
        .map(|(figure, date)| Measurement {
            kpi: figure.kpi.into(),
            date,
            value: figure.value,
            origin: Origin { file: source.clone(), synthetic: true, ..Origin::default() },
            imported: imported.clone(),
            kept: Kept::default(),
        })
        .collect()
}

/// A correction of the demo, as its file tells it.
#[derive(Debug, Deserialize)]
struct Told {
    kpi: String,
    opened: String,
    events: Vec<Event>,
}

#[derive(Debug, Deserialize)]
struct Event {
    at: String,
    by: String,
    what: What,
}

/// Keeps the demo's corrections: each is opened by the figures as they were on its day, and then what is told of it happens.
pub(crate) async fn keep_demo_corrections(lang: Lang, store: &dyn Store) -> Result<(), AppError> {
    let reading = read(&demo_files(lang));
    let told: Vec<Told> = serde_json::from_str(demo::corrections(lang.code())).unwrap_or_default();
    let figures = demo_measurements("");
    for one in told {
        let Some(day) = one.opened.get(..10).and_then(|day| day.parse::<Date>().ok()) else { continue };
        let mut known: BTreeMap<String, Vec<Point>> = BTreeMap::new();
        for figure in figures.iter().filter(|figure| figure.date <= day) {
            let point = Point { date: figure.date, value: figure.value };
            known.entry(figure.kpi.to_string()).or_default().push(point);
        }
        let series = known.into_iter().map(|(kpi, points)| (kpi, Series::new(points))).collect();
        let calls = missed(&reading.department, &series, &[], day);
        let call = calls.iter().find(|call| call.call == Call::Open && call.kpi.id() == one.kpi);
        let Some(call) = call else { continue };
        let Some(id) = store.open(&opened(&reading.department, call, &one.opened, "")).await? else {
            continue;
        };
        for (seen, event) in one.events.into_iter().enumerate() {
            let Event { at, by, what } = event;
            store.happen(id, seen, &Happened { at, by, what }).await?;
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn both_languages_tell_the_same_corrections() {
        let told =
            |lang: Lang| -> Vec<Told> { serde_json::from_str(demo::corrections(lang.code())).expect("JSON") };
        let short = |told: &[Told]| -> Vec<String> {
            let word = |event: &Event| format!("{} {}", event.at, crate::corrections::word(&event.what));
            told.iter()
                .map(|one| {
                    let events: Vec<String> = one.events.iter().map(word).collect();
                    format!("{} {} {}", one.kpi, one.opened, events.join(", "))
                })
                .collect()
        };
        let (ru, en) = (told(Lang::Ru), told(Lang::En));
        assert_eq!((short(&ru), ru.len()), (short(&en), 2));
    }
}
