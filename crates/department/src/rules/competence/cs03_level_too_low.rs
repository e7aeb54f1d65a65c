//! # en
//! “{ $who }” needs “{ $competence }” at level { $level }; the best that anyone has is { $best }.
//!
//! Between knowing of a method and answering for its result lie years of use. A figure that comes out of it
//! too early looks as firm as any other.
//!
//! Plan the training or the help from outside, and until then put into `needs` the level that the work can
//! really begin with.
//!
//! # ru
//! Для «{ $who }» нужна компетенция «{ $competence }» на уровне { $level }, а самый высокий имеющийся уровень
//! — { $best }.
//!
//! Между «знаю о методе» и «отвечаю за результат» — годы практики. Число, полученное раньше времени, выглядит
//! так же убедительно, как любое другое.
//!
//! Запланируйте обучение или помощь со стороны, а до тех пор укажите в `needs` уровень, с которого работу
//! действительно можно начать.
//!
//! # bad
//! ```toml department.toml
//! [competence.clusters]
//! name = "Cluster analysis"
//! [person.anna]
//! competences = { clusters = 2 }
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
//! competences = { clusters = 4 }
//! [person.boris]
//! competences = { clusters = 1 }
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
//! ```
//! ```toml sostac.toml
//! [tactic.segments]
//! name = "Posts by segment"
//! needs = { clusters = 4 }
//! ```

use crate::rules::prelude::*;

pub(super) fn check(case: &Case<'_>, out: &mut Findings) {
    let best = super::best_levels(case.department);
    for need in super::needs(case.department) {
        let best = best[need.at];
        if (1..need.level).contains(&best) {
            out.find(need.place)
                .arg("who", need.who)
                .arg("competence", need.competence.title())
                .arg("level", need.level)
                .arg("best", best);
        }
    }
}
