//! # en
//! The client perspective has no objective of proactive listening.
//!
//! A department that answers only when it is called learns only from those who bothered to call. Proactive
//! listening, where nobody has asked for it, is what tells this work from keeping a page.
//!
//! Write an objective with `clients` in `perspective` and `listening` in `line`.
//!
//! # ru
//! В ракурсе клиентских процессов нет цели проактивного слушания.
//!
//! Отдел, который откликается только на обращения, узнаёт только о тех, кто потрудился обратиться.
//! Проактивное слушание — там, где об этом никто не просил, — и отличает такую работу от ведения страницы.
//!
//! Опишите стратегическую цель: в `perspective` — `clients`, в `line` — `listening`.
//!
//! # bad
//! ```toml scorecard.toml
//! [objective.reach]
//! perspective = "finance"
//! line = "expansion"
//! ```
//!
//! # bad
//! ```toml listening.toml
//! [query.brand]
//! text = "north boilers"
//! ```
//!
//! # good
//! ```toml scorecard.toml
//! [objective.hear]
//! perspective = "clients"
//! line = "listening"
//! ```

use crate::rules::prelude::*;

pub(super) fn check(case: &Case<'_>, out: &mut Findings) {
    let department = case.department;
    if super::clients_speak(department) && !super::follows(department, Line::Listening) {
        out.find(super::sheet(department));
    }
}
