//! # en
//! The last day is not set of: { $missing }.
//!
//! Three horizons, tactical, middle and long, are what goals, money and patience are divided by; without its
//! last day a horizon can hold any goal, and none is ever late.
//!
//! Set the dates in `[horizons]`: `tactical`, then `middle`, then `long`.
//!
//! # ru
//! Не задан последний день горизонта: { $missing }.
//!
//! По трём горизонтам — тактическому, среднесрочному, долгосрочному — распределяют цели, деньги и терпение; в
//! горизонт без последнего дня поместится любая цель, и ни одна не опоздает.
//!
//! Задайте даты в таблице `[horizons]`: `tactical`, затем `middle`, затем `long`.
//!
//! # bad
//! ```toml sostac.toml
//! [horizons]
//! tactical = 2026-12-31
//! long = 2030-12-31
//! ```
//!
//! # bad
//! ```toml sostac.toml
//! [goal.trust]
//! name = "Buyers trust our answers"
//! ```
//!
//! # good
//! ```toml sostac.toml
//! [horizons]
//! tactical = 2026-12-31
//! middle = 2027-12-31
//! long = 2030-12-31
//! ```

use crate::rules::business::{missing, place};
use crate::rules::prelude::*;

pub(super) fn check(case: &Case<'_>, out: &mut Findings) {
    let horizons = &case.department.horizons;
    let lacks: Vec<_> = Horizon::WORDS.iter().map(|horizon| (*horizon, !horizons.has(horizon))).collect();
    let missing = missing(&lacks);
    if !missing.is_empty() {
        out.find(place(case, horizons)).arg("missing", missing);
    }
}
