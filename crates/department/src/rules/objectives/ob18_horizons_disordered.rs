//! # en
//! The horizon `{ $near }` ends on { $end }, no earlier than `{ $far }`, on { $limit }.
//!
//! Horizons are nested: what is near must be over before what is far, or the same goal would be near and far
//! at once.
//!
//! Put the dates in order: `tactical` before `middle` before `long`.
//!
//! # ru
//! Горизонт `{ $near }` кончается { $end } — не раньше, чем `{ $far }` ({ $limit }).
//!
//! Горизонты следуют друг за другом: ближний кончается раньше дальнего, иначе одна и та же цель окажется и
//! близкой, и далёкой.
//!
//! Расставьте даты по порядку: `tactical`, затем `middle`, затем `long`.
//!
//! # bad
//! ```toml sostac.toml
//! [horizons]
//! tactical = 2027-12-31
//! middle = 2026-12-31
//! long = 2030-12-31
//! ```
//!
//! # bad
//! ```toml sostac.toml
//! [horizons]
//! tactical = 2030-12-31
//! long = 2030-12-31
//! ```
//!
//! # good
//! ```toml sostac.toml
//! [horizons]
//! tactical = 2026-12-31
//! middle = 2027-12-31
//! long = 2030-12-31
//! ```

use crate::rules::prelude::*;

pub(super) fn check(case: &Case<'_>, out: &mut Findings) {
    let dated = Horizon::ALL.iter().filter_map(|horizon| Some((horizon.word(), super::end(case, *horizon)?)));
    let dated: Vec<_> = dated.collect();
    for pair in dated.windows(2) {
        if let [(near, end), (far, limit)] = *pair
            && end >= limit
        {
            out.find(case.department.horizons.at(near))
                .arg("near", near)
                .arg("end", end)
                .arg("far", far)
                .arg("limit", limit);
        }
    }
}
