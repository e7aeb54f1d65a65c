//! # en
//! The correction of “{ $kpi }” cannot be begun on the day; missing: { $missing }.
//!
//! A correction opens by itself when the checkpoint is missed. It can only be carried out if it says
//! beforehand what is done, by whom and within which time.
//!
//! Complete it: `what`, `owner` and `within`, such as `"3d"`.
//!
//! # ru
//! Коррективу к «{ $kpi }» нельзя начать сразу; не хватает: { $missing }.
//!
//! Корректива открывается сама, как только реперная точка не достигнута. Выполнить её можно, лишь если
//! заранее сказано, что делают, кто и в какой срок.
//!
//! Допишите её: `what`, `owner` и `within`, например `"3d"`.
//!
//! # bad
//! ```toml sostac.toml
//! [kpi.reply]
//! name = "Time to the first reply"
//! [kpi.reply.correction]
//! what = "A second person on duty from five to nine"
//! ```
//!
//! # good
//! ```toml department.toml
//! [person.anna]
//! name = "Anna"
//! ```
//! ```toml sostac.toml
//! [kpi.reply]
//! name = "Time to the first reply"
//! correction = { what = "A second person on duty from five to nine", owner = "anna", within = "3d" }
//! ```

use crate::rules::business::missing;
use crate::rules::prelude::*;

pub(super) fn check(case: &Case<'_>, out: &mut Findings) {
    for kpi in &case.department.kpis {
        let Some(correction) = &kpi.correction else { continue };
        let missing = missing(&[
            ("what", correction.what.is_empty()),
            ("owner", !correction.has("owner")),
            ("within", !correction.has("within")),
        ]);
        if !missing.is_empty() {
            out.find(kpi.at("correction")).arg("kpi", kpi.title()).arg("missing", missing);
        }
    }
}
