//! # en
//! The objective “{ $objective }” follows “{ $line }”, which does not belong to the perspective “{
//! $perspective }”.
//!
//! Better service and expansion are the two strategies of finance; proactive listening and flexibility those
//! of client processes. In another perspective the word promises something that it cannot say there.
//!
//! Put right `perspective`, or remove `line`.
//!
//! # ru
//! Стратегическая цель «{ $objective }» отнесена к стратегии «{ $line }», а в ракурсе «{ $perspective }»
//! такой нет.
//!
//! Лучший сервис и расширение бизнеса — две стратегии финансов, проактивное слушание и гибкость — клиентских
//! процессов. В чужом ракурсе это слово обещает то, чего сказать не может.
//!
//! Исправьте `perspective` или уберите `line`.
//!
//! # bad
//! ```toml scorecard.toml
//! [objective.models]
//! perspective = "competence"
//! line = "service"
//! ```
//!
//! # good
//! ```toml scorecard.toml
//! [objective.repeat]
//! perspective = "finance"
//! line = "service"
//! [objective.hear]
//! perspective = "clients"
//! line = "listening"
//! ```

use crate::rules::prelude::*;

pub(super) fn check(case: &Case<'_>, out: &mut Findings) {
    for objective in &case.department.objectives {
        let (Some(perspective), Some(line)) = (objective.perspective, objective.line) else { continue };
        let home = match line {
            Line::Service | Line::Expansion => Perspective::Finance,
            Line::Listening | Line::Flexibility => Perspective::Clients,
        };
        if perspective != home {
            out.find(objective.at("line"))
                .arg("objective", objective.title())
                .arg("line", super::named_line(line))
                .arg("perspective", super::named(perspective));
        }
    }
}
