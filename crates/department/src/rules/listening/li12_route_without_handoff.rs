//! # en
//! The route “{ $route }” leads to “{ $unit }”, which has agreed to no hand-off.
//!
//! What is heard crosses a department's border here. If the other side has agreed to nothing, the route ends
//! at its door: cross-functional interaction is described by both sides or not at all.
//!
//! Agree with “{ $unit }” on a `handoff` with `to` set to it, and write it down.
//!
//! # ru
//! Маршрут «{ $route }» ведёт в отдел «{ $unit }», с которым не согласована ни одна передача.
//!
//! Здесь услышанное пересекает границу отдела. Если другая сторона ни на что не соглашалась, маршрут кончится
//! у её двери: кроссфункциональное взаимодействие описывают обе стороны — или его нет.
//!
//! Договоритесь с отделом «{ $unit }» о передаче (`handoff`), у которой в `to` стоит он, и запишите её.
//!
//! # bad
//! ```toml department.toml
//! [unit.support]
//! name = "Support"
//! ```
//! ```toml listening.toml
//! [route.complaints]
//! name = "Complaints"
//! to = "support"
//! ```
//!
//! # good
//! ```toml department.toml
//! [unit.smm]
//! name = "SMM"
//! ours = true
//! [unit.support]
//! name = "Support"
//! [handoff.complaint]
//! to = "support"
//! ```
//! ```toml listening.toml
//! [route.complaints]
//! name = "Complaints"
//! to = "support"
//! [route.praise]
//! name = "Praise"
//! to = "smm"
//! ```

use crate::rules::prelude::*;

pub(super) fn check(case: &Case<'_>, out: &mut Findings) {
    let department = case.department;
    let agreed = department.handoffs.group(&department.units, |handoff| &handoff.to);
    for route in &department.routes {
        let Some(at) = route.to.as_ref().and_then(|to| to.index()) else { continue };
        let Some(unit) = department.units.at(at).filter(|unit| !unit.ours) else { continue };
        if agreed.of(at).is_empty() {
            out.find(route.at("to")).arg("route", route.title()).arg("unit", unit.title());
        }
    }
}
