//! # en
//! Nobody needs the competence “{ $competence }” and nobody has it.
//!
//! The list of competences says what the department lives by. A line that belongs neither to the plan nor to
//! a person was copied from somewhere, or its need was forgotten.
//!
//! Name it in the `needs` of a role, a tactic or software, or remove it.
//!
//! # ru
//! Компетенция «{ $competence }» никому не нужна, и ею никто не владеет.
//!
//! Список компетенций говорит, чем живёт отдел. Строка, за которой нет ни плана, ни человека, либо откуда-то
//! переписана, либо о её пользе забыли сказать.
//!
//! Назовите её в `needs` роли, тактики или софта либо уберите.
//!
//! # bad
//! ```toml department.toml
//! [competence.clusters]
//! name = "Cluster analysis"
//! ```
//!
//! # good
//! ```toml department.toml
//! [competence.clusters]
//! name = "Cluster analysis"
//! [competence.video]
//! name = "Editing of films"
//! [role.analyst]
//! needs = { clusters = 3 }
//! [person.anna]
//! competences = { video = 2 }
//! ```

use crate::rules::prelude::*;

pub(super) fn check(case: &Case<'_>, out: &mut Findings) {
    let department = case.department;
    let mut used: Vec<bool> = super::best_levels(department).iter().map(|best| *best > 0).collect();
    for need in super::needs(department) {
        used[need.at] = true;
    }
    for (competence, used) in department.competences.iter().zip(used) {
        if !used {
            out.find(competence.head()).arg("competence", competence.title());
        }
    }
}
