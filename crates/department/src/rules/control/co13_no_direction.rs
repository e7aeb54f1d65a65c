//! # en
//! It is not said which way “{ $kpi }” is better.
//!
//! Without a direction a reading is neither met nor missed: whether 60 is good against a target of 45 depends
//! on which way one looks.
//!
//! Set `direction`: `up` where more is better, `down` where less is.
//!
//! # ru
//! Не сказано, в какую сторону «{ $kpi }» лучше.
//!
//! Без направления показание ни достигнуто, ни не достигнуто: хорошо ли 60 при цели 45, зависит от того, куда
//! смотреть.
//!
//! Укажите `direction`: `up`, если больше — лучше, `down`, если лучше меньше.
//!
//! # bad
//! ```toml sostac.toml
//! [kpi.reply]
//! name = "Time to the first reply"
//! ```
//!
//! # good
//! ```toml sostac.toml
//! [kpi.reply]
//! name = "Time to the first reply"
//! direction = "down"
//! ```

use crate::rules::prelude::*;

pub(super) fn check(case: &Case<'_>, out: &mut Findings) {
    for kpi in case.department.kpis.iter().filter(|kpi| !kpi.has("direction")) {
        out.find(kpi.head()).arg("kpi", kpi.title());
    }
}
