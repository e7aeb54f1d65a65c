//! # en
//! “{ $kpi }” is read once a `{ $rhythm }`: too rarely to be ready for { $date }, counting from { $from }.
//!
//! A checkpoint that is read for the first time on its own date is no checkpoint: one reading shows where
//! things stand, and only two show where they are going.
//!
//! Choose a shorter `rhythm`, or put the dates further apart.
//!
//! # ru
//! «{ $kpi }» снимают слишком редко (`{ $rhythm }`), чтобы подойти к { $date } с показаниями, считая от {
//! $from }.
//!
//! Реперная точка, которую впервые снимают в её же день, — не реперная точка: одно показание говорит, как
//! обстоит дело, и только два — куда оно движется.
//!
//! Выберите более частый `rhythm` или раздвиньте даты.
//!
//! # bad
//! ```toml sostac.toml
//! [kpi.reply]
//! name = "Time to the first reply"
//! kind = "checkpoint"
//! rhythm = "quarter"
//! baseline = { date = 2026-01-01, value = 240 }
//! targets = [{ date = 2026-04-01, value = 60 }]
//! ```
//!
//! # bad
//! ```toml sostac.toml
//! [kpi.reply]
//! name = "Time to the first reply"
//! kind = "checkpoint"
//! rhythm = "month"
//! targets = [{ date = 2026-04-01, value = 60 }, { date = 2026-04-15, value = 45 }]
//! ```
//!
//! # good
//! ```toml sostac.toml
//! [kpi.reply]
//! name = "Time to the first reply"
//! kind = "checkpoint"
//! rhythm = "month"
//! baseline = { date = 2026-01-01, value = 240 }
//! targets = [{ date = 2026-03-01, value = 60 }, { date = 2026-04-01, value = 45 }]
//! ```

use crate::rules::prelude::*;
use diag::Place;

pub(super) fn check(case: &Case<'_>, out: &mut Findings) {
    for kpi in super::of(case, KpiKind::Checkpoint) {
        let Some(rhythm) = kpi.rhythm else { continue };
        let mut targets = kpi.targets.clone();
        targets.sort_by_key(|target| target.date);
        // From the baseline to the first target two readings are needed, from target to target one.
        let first = kpi.baseline.iter().zip(&targets).map(|(from, to)| (from, to, 2));
        let later = targets.iter().zip(targets.iter().skip(1)).map(|(from, to)| (from, to, 1));
        let slow = first.chain(later).find(|(from, to, readings)| {
            let days = to.date.duration_since(from.date).as_hours() / 24;
            days > 0 && days < readings * least_days(rhythm)
        });
        if let Some((from, to, _)) = slow {
            out.find(Place { span: to.span, ..kpi.head() })
                .arg("kpi", kpi.title())
                .arg("rhythm", rhythm.word())
                .arg("from", from.date)
                .arg("date", to.date);
        }
    }
}

/// The shortest that a period can be.
fn least_days(rhythm: Rhythm) -> i64 {
    match rhythm {
        Rhythm::Day => 1,
        Rhythm::Week => 7,
        Rhythm::Month => 28,
        Rhythm::Quarter => 89,
        Rhythm::Year => 365,
    }
}
