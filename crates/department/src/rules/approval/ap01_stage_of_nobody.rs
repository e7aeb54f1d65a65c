//! # en
//! Nobody is named at the stage of approval { $stage }.
//!
//! A document becomes normative when those whom the department names have agreed, stage by stage. At a stage of nobody
//! an approval would wait for ever.
//!
//! Name who decides in `people`, or remove the stage.
//!
//! # ru
//! На стадии согласования { $stage } никто не назван.
//!
//! Документ становится нормативным, когда его согласовали те, кого назвал отдел, — стадия за стадией. Там, где не
//! назван никто, утверждение остановится навсегда.
//!
//! Назовите в `people`, кто решает, или уберите стадию.
//!
//! # bad
//! ```toml department.toml
//! [approval.neighbours]
//! name = "Neighbouring departments"
//! ```
//!
//! # good
//! ```toml department.toml
//! [person.boris]
//! name = "Boris"
//! [approval.neighbours]
//! people = ["boris"]
//! ```

use crate::rules::prelude::*;

pub(super) fn check(case: &Case<'_>, out: &mut Findings) {
    for stage in case.department.approvals.iter().filter(|stage| stage.people.is_empty()) {
        out.find(stage.at("people")).arg("stage", stage.title());
    }
}
