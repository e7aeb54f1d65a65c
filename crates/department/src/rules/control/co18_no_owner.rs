//! # en
//! Nobody answers for the KPI “{ $kpi }”.
//!
//! Someone must read it in time, and ask on the day on which it is missed. What everyone looks at, nobody
//! reads.
//!
//! Name a person in `owner`.
//!
//! # ru
//! За показатель «{ $kpi }» никто не отвечает.
//!
//! Кто-то должен вовремя его снять и спросить в тот день, когда он не достигнут. На что смотрят все, того не
//! снимает никто.
//!
//! Укажите сотрудника в `owner`.
//!
//! # bad
//! ```toml sostac.toml
//! [kpi.reply]
//! name = "Time to the first reply"
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
//! owner = "anna"
//! ```

use crate::rules::prelude::*;

pub(super) fn check(case: &Case<'_>, out: &mut Findings) {
    for kpi in case.department.kpis.iter().filter(|kpi| !kpi.has("owner")) {
        out.find(kpi.head()).arg("kpi", kpi.title());
    }
}
