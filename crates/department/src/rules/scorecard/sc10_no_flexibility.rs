//! # en
//! The client perspective has no objective of flexibility.
//!
//! Listening is worth as much as the company changes after it. Where the readiness to change is not measured,
//! what clients say is filed and nothing follows.
//!
//! Write an objective with `clients` in `perspective` and `flexibility` in `line`, and name in `measures`
//! what shows how quickly the company changes.
//!
//! # ru
//! В ракурсе клиентских процессов нет цели о гибкости.
//!
//! Слушание стоит ровно столько, сколько компания после него меняет. Если готовность к изменениям никто не
//! измеряет, слова клиентов ложатся в архив без последствий.
//!
//! Опишите стратегическую цель: в `perspective` — `clients`, в `line` — `flexibility`, в `measures` —
//! показатель, по которому видно, как быстро компания меняется.
//!
//! # bad
//! ```toml scorecard.toml
//! [objective.hear]
//! perspective = "clients"
//! line = "listening"
//! ```
//!
//! # good
//! ```toml scorecard.toml
//! [objective.change]
//! perspective = "clients"
//! line = "flexibility"
//! ```

use crate::rules::prelude::*;

pub(super) fn check(case: &Case<'_>, out: &mut Findings) {
    let department = case.department;
    if super::clients_speak(department) && !super::follows(department, Line::Flexibility) {
        out.find(super::sheet(department));
    }
}
