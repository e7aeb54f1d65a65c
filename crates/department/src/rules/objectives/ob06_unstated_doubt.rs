//! # en
//! The goal “{ $goal }” is long, and nothing is said about whether it will pay.
//!
//! Long goals are those that are reached far off or whose return is doubtful. Said openly, the doubt is a
//! decision of the business; kept silent, it is a reproach to the department in three years.
//!
//! Write in `doubt` why the return is doubtful, or why it is not, and set `doubtful` accordingly.
//!
//! # ru
//! Цель «{ $goal }» долгосрочная, но об её окупаемости ничего не сказано.
//!
//! Долгосрочные цели — те, что достижимы нескоро или чья окупаемость сомнительна. Названное вслух сомнение —
//! решение бизнеса; умолчание через три года станет упрёком отделу.
//!
//! Напишите в `doubt`, почему окупаемость сомнительна или почему в ней сомнений нет, и поставьте `doubtful`
//! соответственно.
//!
//! # bad
//! ```toml sostac.toml
//! [goal.name_for_it]
//! name = "Installers call the whole kind of device by our name"
//! horizon = "long"
//! ```
//!
//! # good
//! ```toml sostac.toml
//! [goal.name_for_it]
//! name = "Installers call the whole kind of device by our name"
//! horizon = "long"
//! doubtful = true
//! doubt = "Names settle over ten years and we cannot tell our part in it"
//! ```

use crate::rules::prelude::*;

pub(super) fn check(case: &Case<'_>, out: &mut Findings) {
    let goals = case.department.goals.iter();
    for goal in goals.filter(|goal| goal.horizon == Some(Horizon::Long) && goal.doubt.is_empty()) {
        out.find(goal.at("horizon")).arg("goal", goal.title());
    }
}
