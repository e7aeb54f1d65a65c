//! # en
//! Nobody in the department is a quantitative analyst.
//!
//! The department rests above all on analytical skill: people who build correlation, regression and factor
//! models and do cluster analysis. Without them figures are shown, not understood.
//!
//! Give somebody in the department a competence of the family `quantitative` at level 3 or more in
//! `competences`; if there is nobody yet, plan the hiring or the training.
//!
//! # ru
//! В отделе нет специалиста по количественному анализу.
//!
//! Отдел держится прежде всего на аналитике: на людях, которые строят корреляционные, регрессионные и
//! факторные модели и проводят кластерный анализ. Без них цифры показывают, но не понимают.
//!
//! Укажите сотруднику отдела в `competences` компетенцию семейства `quantitative` с уровнем не ниже 3; если
//! такого человека ещё нет, запланируйте наём или обучение.
//!
//! # bad
//! ```toml department.toml
//! [person.anna]
//! name = "Anna"
//! ```
//!
//! # bad
//! ```toml department.toml
//! [unit.research]
//! name = "Research"
//! [competence.regression]
//! family = "quantitative"
//! [competence.style]
//! family = "content"
//! [person.anna]
//! competences = { regression = 2, style = 5 }
//! [person.boris]
//! unit = "research"
//! competences = { regression = 5 }
//! ```
//!
//! # good
//! ```toml department.toml
//! [unit.smm]
//! name = "SMM"
//! ours = true
//! [competence.regression]
//! family = "quantitative"
//! [person.anna]
//! unit = "smm"
//! competences = { regression = 3 }
//! ```

use crate::rules::prelude::*;

/// From this level on a person does the work alone.
const ALONE: u8 = 3;

pub(super) fn check(case: &Case<'_>, out: &mut Findings) {
    let department = case.department;
    if department.people.is_empty() && department.competences.is_empty() {
        return;
    }
    let quantitative = |held: &(crate::element::Ref<Competence>, u8)| {
        let (competence, level) = held;
        let found = department.get(competence);
        *level >= ALONE && found.is_some_and(|found| found.family == Some(Family::Quantitative))
    };
    let mut ours = department.people.iter().filter(|person| super::is_ours(department, person));
    if !ours.any(|person| person.competences.each.iter().any(quantitative)) {
        out.find(super::our_unit(department));
    }
}
