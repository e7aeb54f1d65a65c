//! The demo department: fictional texts and synthetic figures.

use crate::Clock;
use control::{Kept, Measurement, Origin};
use department::Files;
use jiff::civil::{Date, date};
use locale::Lang;
use std::sync::Arc;

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
