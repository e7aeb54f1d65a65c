//! # en
//! No finance objective follows the strategy “{ $line }”.
//!
//! The department earns in two ways: by better service, through media that listen proactively, and by
//! expansion of the business, through media that give reach. Who keeps to one either shouts at those who are
//! not heard, or listens to an ever smaller circle.
//!
//! Write a finance objective with `{ $word }` in `line`, or mark one that already follows it.
//!
//! # ru
//! Ни одна финансовая цель не относится к стратегии «{ $line }».
//!
//! Отдел приносит деньги двумя путями: лучшим сервисом — через медиа, которые проактивно слушают, — и
//! расширением бизнеса — через медиа, которые дают охват. Если путь один, отдел либо вещает тем, кого не
//! слышит, либо слушает всё более узкий круг.
//!
//! Опишите финансовую цель с `{ $word }` в поле `line` или отметьте ту, которая уже следует этой стратегии.
//!
//! # bad
//! ```toml scorecard.toml
//! [objective.reach]
//! perspective = "finance"
//! line = "expansion"
//! ```
//!
//! # bad
//! ```toml scorecard.toml
//! [objective.margin]
//! perspective = "finance"
//! ```
//!
//! # good
//! ```toml scorecard.toml
//! [objective.reach]
//! perspective = "finance"
//! line = "expansion"
//! [objective.repeat]
//! perspective = "finance"
//! line = "service"
//! ```

use crate::rules::prelude::*;

pub(super) fn check(case: &Case<'_>, out: &mut Findings) {
    let department = case.department;
    let finance = || department.objectives.iter().filter(|one| one.perspective == Some(Perspective::Finance));
    for line in [Line::Service, Line::Expansion] {
        if finance().next().is_some() && !finance().any(|objective| objective.line == Some(line)) {
            out.find(super::sheet(department)).arg("line", super::named_line(line)).arg("word", line.word());
        }
    }
}
