//! # en
//! The tactic “{ $tactic }” does not say how.
//!
//! The whole of a tactic is its how: who does what, how often, by what rules. A name alone can be neither
//! taught nor checked.
//!
//! Describe in `how` the way of applying the instrument, so that a newcomer could do it tomorrow.
//!
//! # ru
//! Тактика «{ $tactic }» не говорит, как.
//!
//! Вся суть тактики в том, как: кто, что, как часто и по каким правилам делает. По одному названию нельзя ни
//! научить, ни проверить.
//!
//! Опишите в `how` способ применения так, чтобы новичок справился завтра же.
//!
//! # bad
//! ```toml sostac.toml
//! [tactic.rota]
//! name = "A duty rota"
//! ```
//!
//! # good
//! ```toml sostac.toml
//! [tactic.rota]
//! name = "A duty rota"
//! how = "Two people in turns from nine to nine; what they cannot answer goes to an engineer"
//! ```

use crate::rules::prelude::*;

pub(super) fn check(case: &Case<'_>, out: &mut Findings) {
    for tactic in case.department.tactics.iter().filter(|tactic| tactic.how.is_empty()) {
        out.find(tactic.head()).arg("tactic", tactic.title());
    }
}
