//! # en
//! The hand-off “{ $handoff }” stays inside one department, “{ $unit }”.
//!
//! Hand-offs describe cross-functional interaction: work that leaves one department's responsibility and
//! enters another's. Inside a department the process says who goes on.
//!
//! Put right `from` or `to`; if the work stays inside, leave it to the process and remove the hand-off.
//!
//! # ru
//! Передача «{ $handoff }» не выходит за пределы отдела «{ $unit }».
//!
//! Передачи описывают кроссфункциональное взаимодействие: работа выходит из ответственности одного отдела и
//! входит в ответственность другого. Кто продолжает внутри отдела, говорит сам процесс.
//!
//! Исправьте `from` или `to`; если работа остаётся внутри, опишите её в процессе, а передачу уберите.
//!
//! # bad
//! ```toml department.toml
//! [unit.smm]
//! name = "SMM"
//! [handoff.draft]
//! name = "A draft to the editor"
//! from = "smm"
//! to = "smm"
//! ```
//!
//! # good
//! ```toml department.toml
//! [unit.smm]
//! name = "SMM"
//! [unit.legal]
//! name = "Legal"
//! [handoff.draft]
//! name = "A draft to the lawyers"
//! from = "smm"
//! to = "legal"
//! ```

use crate::rules::prelude::*;

pub(super) fn check(case: &Case<'_>, out: &mut Findings) {
    for handoff in &case.department.handoffs {
        let (from, to) = (case.department.find(&handoff.from), case.department.find(&handoff.to));
        if let Some(unit) = from.filter(|from| to.is_some_and(|to| to.id() == from.id())) {
            out.find(handoff.at("to")).arg("handoff", handoff.title()).arg("unit", unit.title());
        }
    }
}
