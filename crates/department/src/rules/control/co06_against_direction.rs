//! # en
//! The targets of “{ $kpi }” go from { $from } to { $to }, and better is said to be `{ $direction }`.
//!
//! A target on the wrong side turns every reading upside down: a failure is shown as met, and no correction
//! opens.
//!
//! Put right the figures or `direction`: `up` where more is better, `down` where less is.
//!
//! # ru
//! Целевые значения «{ $kpi }» идут от { $from } к { $to }, а лучшим направлением названо `{ $direction }`.
//!
//! Цель не с той стороны переворачивает каждое показание: провал выглядит достижением, и корректива не
//! открывается.
//!
//! Исправьте числа или `direction`: `up`, если больше — лучше, и `down`, если лучше меньше.
//!
//! # bad
//! ```toml sostac.toml
//! [kpi.reply]
//! name = "Time to the first reply"
//! direction = "up"
//! baseline = { date = 2026-01-01, value = 240 }
//! targets = [{ date = 2026-12-31, value = 45 }, { date = 2026-09-30, value = 60 }]
//! ```
//!
//! # bad
//! ```toml sostac.toml
//! [kpi.reply]
//! name = "Time to the first reply"
//! direction = "down"
//! baseline = { date = 2026-01-01, value = 240 }
//! targets = [{ date = 2026-09-30, value = 60 }, { date = 2026-12-31, value = 90 }]
//! ```
//!
//! # good
//! ```toml sostac.toml
//! [kpi.reply]
//! name = "Time to the first reply"
//! direction = "down"
//! baseline = { date = 2026-01-01, value = 240 }
//! targets = [{ date = 2026-09-30, value = 60 }, { date = 2026-12-31, value = 60 }]
//! ```

use crate::rules::prelude::*;
use diag::Place;

pub(super) fn check(case: &Case<'_>, out: &mut Findings) {
    for kpi in &case.department.kpis {
        let Some(direction) = kpi.direction else { continue };
        let mut marks = kpi.targets.clone();
        marks.sort_by_key(|target| target.date);
        marks.splice(0..0, kpi.baseline);
        let wrong = |from: f64, to: f64| match direction {
            Direction::Up => to < from,
            Direction::Down => to > from,
        };
        let mut steps = marks.windows(2).map(|step| (step[0], step[1]));
        let Some((from, to)) = steps.clone().find(|(from, to)| wrong(from.value, to.value)) else { continue };
        // Where every step contradicts the direction, it is the direction that is mistaken.
        let all = steps.all(|(from, to)| wrong(from.value, to.value));
        let place = if all { kpi.at("direction") } else { Place { span: to.span, ..kpi.head() } };
        let finding = out.find(place);
        finding
            .arg("kpi", kpi.title())
            .arg("from", from.value)
            .arg("to", to.value)
            .arg("direction", direction.word());
        if all {
            let other = if direction == Direction::Up { Direction::Down } else { Direction::Up };
            finding.replace(kpi.at("direction"), format!("\"{}\"", other.word()));
        }
    }
}
