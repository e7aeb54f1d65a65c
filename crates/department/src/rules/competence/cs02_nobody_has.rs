//! # en
//! “{ $who }” needs “{ $competence }”, and nobody has it.
//!
//! A plan that rests on what nobody can do is carried out in name only: the method is replaced by the one
//! that people know, and nobody says so.
//!
//! Plan who learns it or who is hired, and write the level into the person's `competences`; or choose a way
//! that needs less.
//!
//! # ru
//! Для «{ $who }» нужна компетенция «{ $competence }», и ею никто не владеет.
//!
//! План, который держится на том, чего никто не умеет, выполняют лишь по названию: метод молча подменяют тем,
//! который знают.
//!
//! Решите, кто научится или кого нанять, и внесите уровень в `competences` сотрудника — либо выберите путь,
//! который требует меньшего.
//!
//! # bad
//! ```toml department.toml
//! [competence.clusters]
//! name = "Cluster analysis"
//! [person.anna]
//! name = "Anna"
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
//! [person.anna]
//! name = "Anna"
//! competences = { clusters = 1 }
//! ```
//! ```toml sostac.toml
//! [tactic.segments]
//! name = "Posts by segment"
//! needs = { clusters = 4 }
//! ```

use crate::rules::prelude::*;

pub(super) fn check(case: &Case<'_>, out: &mut Findings) {
    let best = super::best_levels(case.department);
    for need in super::needs(case.department).filter(|need| best[need.at] == 0) {
        out.find(need.place).arg("who", need.who).arg("competence", need.competence.title());
    }
}
