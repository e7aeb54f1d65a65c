//! # en
//! If “{ $kpi }” changes as planned, it will be seen with a probability of only { $power } %.
//!
//! The figure moves about of itself by so much that the planned change, in the planned time, can hardly be told from that.
//! Reached or missed will then be decided by luck.
//!
//! Plan a greater change or a longer time, read the KPI more often, or measure something that moves about less; its page says
//! how much and how long.
//!
//! # ru
//! Если «{ $kpi }» изменится, как задумано, заметить это удастся с вероятностью лишь { $power } %.
//!
//! Показатель и сам колеблется так, что задуманное изменение за отведённое время едва ли от этого отличить. Достигнута цель или
//! нет, решит случай.
//!
//! Поставьте цель заметнее или срок дольше, снимайте показания чаще или возьмите показатель, который колеблется меньше; на его
//! странице сказано, насколько и сколько времени нужно.
//!
//! # bad
//! ```toml sostac.toml
//! [kpi.share]
//! name = "Share of voice"
//! baseline = { date = 2026-01-01, value = 20 }
//! targets = [{ date = 2026-12-31, value = 21 }]
//! ```
//! ```toml facts.toml
//! [plan.share]
//! power = 20
//! ```
//!
//! # good
//! ```toml sostac.toml
//! [kpi.share]
//! name = "Share of voice"
//! baseline = { date = 2026-01-01, value = 20 }
//! targets = [{ date = 2026-12-31, value = 21 }]
//! ```
//! ```toml facts.toml
//! [plan.share]
//! power = 90
//! ```

use crate::rules::prelude::*;

/// Below this a change is rather overlooked than seen.
const SEEN: u8 = 50;

pub(super) fn check(case: &Case<'_>, out: &mut Findings) {
    for kpi in case.department.kpis.iter() {
        if let Some(power) = case.facts.power.get(kpi.id()).filter(|power| **power < SEEN) {
            out.find(kpi.at("targets")).arg("kpi", kpi.title()).arg("power", f64::from(*power));
        }
    }
}
