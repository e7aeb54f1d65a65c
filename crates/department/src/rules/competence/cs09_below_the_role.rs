//! # en
//! As “{ $role }”, { $person } needs “{ $competence }” at level { $level }; the level is { $has }.
//!
//! The gap between a role and a person is nobody's fault; it is a plan that has not been made. Named, it
//! becomes training; unnamed, it becomes work done again.
//!
//! Plan the training: a colleague has the level already. When it is reached, write it into `competences`.
//!
//! # ru
//! Роль «{ $role }» требует компетенции «{ $competence }» на уровне { $level }; { $person }: уровень { $has
//! }.
//!
//! Разрыв между ролью и человеком — не вина, а несоставленный план. Названный разрыв становится обучением,
//! неназванный — переделками.
//!
//! Запланируйте обучение: у кого-то из коллег этот уровень уже есть. Когда он будет достигнут, внесите его в
//! `competences`.
//!
//! # bad
//! ```toml department.toml
//! [competence.clusters]
//! name = "Cluster analysis"
//! [role.analyst]
//! needs = { clusters = 3 }
//! [person.anna]
//! roles = ["analyst"]
//! competences = { clusters = 2 }
//! [person.boris]
//! competences = { clusters = 4 }
//! ```
//!
//! # bad
//! ```toml department.toml
//! [competence.clusters]
//! name = "Cluster analysis"
//! [role.analyst]
//! needs = { clusters = 3 }
//! [person.anna]
//! roles = ["analyst"]
//! [person.boris]
//! competences = { clusters = 4 }
//! ```
//!
//! # good
//! ```toml department.toml
//! [competence.clusters]
//! name = "Cluster analysis"
//! [role.analyst]
//! needs = { clusters = 3 }
//! [person.anna]
//! roles = ["analyst"]
//! competences = { clusters = 3 }
//! ```
//!
//! # good
//! ```toml department.toml
//! [competence.clusters]
//! name = "Cluster analysis"
//! [role.analyst]
//! needs = { clusters = 3 }
//! [person.anna]
//! roles = ["analyst"]
//! competences = { clusters = 2 }
//! ```

use crate::rules::prelude::*;

pub(super) fn check(case: &Case<'_>, out: &mut Findings) {
    let department = case.department;
    let best = super::best_levels(department);
    // The person's levels by competence; what is filled for one person is emptied before the next.
    let mut has = vec![0; best.len()];
    for person in &department.people {
        for (at, level) in super::levels(&person.competences) {
            has[at] = level;
        }
        for role in person.roles.iter().filter_map(|role| department.get(role)) {
            for need in super::needs_of(department, role, &role.needs) {
                // Where nobody has the level, the need itself has been reported.
                if has[need.at] < need.level && best[need.at] >= need.level {
                    let level = Some(has[need.at]).filter(|level| *level > 0);
                    out.find(person.at("competences"))
                        .arg("role", role.title())
                        .arg("person", person.title())
                        .arg("competence", need.competence.title())
                        .arg("level", need.level)
                        .arg("has", level.map_or(Value::from("—"), Value::from));
                }
            }
        }
        for (at, _) in super::levels(&person.competences) {
            has[at] = 0;
        }
    }
}
