//! # en
//! Only { $person } has “{ $competence }” at the level that is needed.
//!
//! What one person alone can do stops with their holiday and leaves with them. A department that rests on a
//! skill needs it in a second pair of hands.
//!
//! Let a colleague learn it from { $person }, and write the level into their `competences`.
//!
//! # ru
//! Компетенция «{ $competence }» на нужном уровне есть только у одного сотрудника: { $person }.
//!
//! Умение одного человека останавливается на время его отпуска и уходит вместе с ним. Если отдел на него
//! опирается, нужна вторая пара рук.
//!
//! Пусть коллега переймёт эту компетенцию; затем внесите уровень в его `competences`.
//!
//! # bad
//! ```toml department.toml
//! [competence.clusters]
//! name = "Cluster analysis"
//! [person.anna]
//! competences = { clusters = 5 }
//! [person.boris]
//! competences = { clusters = 3 }
//! ```
//! ```toml sostac.toml
//! [tactic.segments]
//! name = "Posts by segment"
//! needs = { clusters = 4 }
//! ```
//!
//! # good
//! ```toml department.toml
//! [competence.clusters]
//! name = "Cluster analysis"
//! [competence.video]
//! name = "Editing of films"
//! [person.anna]
//! competences = { clusters = 5, video = 3 }
//! [person.boris]
//! competences = { clusters = 4 }
//! ```
//! ```toml sostac.toml
//! [tactic.segments]
//! name = "Posts by segment"
//! needs = { clusters = 4 }
//! ```

use crate::rules::prelude::*;

pub(super) fn check(case: &Case<'_>, out: &mut Findings) {
    let department = case.department;
    let mut needed = vec![0; department.competences.len()];
    for need in super::needs(department) {
        needed[need.at] = need.level.max(needed[need.at]);
    }
    let mut hands: Vec<(usize, &str)> = vec![(0, ""); needed.len()];
    for person in &department.people {
        for (at, level) in super::levels(&person.competences) {
            if needed[at] > 0 && level >= needed[at] {
                hands[at] = (hands[at].0 + 1, person.title());
            }
        }
    }
    for (competence, (count, person)) in department.competences.iter().zip(hands) {
        if count == 1 {
            out.find(competence.head()).arg("competence", competence.title()).arg("person", person);
        }
    }
}
