//! # en
//! There is no theme that the department listens to unasked.
//!
//! Who listens only for the own name hears what is already said about it. Proactive listening begins with
//! what people talk about before they think of the company.
//!
//! Write in `themes` of `[listening]` what clients live with: their troubles, plans and words.
//!
//! # ru
//! Нет ни одной темы, которую отдел слушает, хотя его не просили.
//!
//! Кто слушает только собственное имя, слышит то, что о нём уже сказано. Проактивное слушание начинается с
//! того, о чём люди говорят раньше, чем вспомнят о компании.
//!
//! Перечислите в `themes` раздела `[listening]`, чем живут клиенты: их трудности, планы, слова.
//!
//! # bad
//! ```toml listening.toml
//! [query.brand]
//! text = "north boilers"
//! ```
//!
//! # bad
//! ```toml listening.toml
//! [listening]
//! themes = [" "]
//! [query.brand]
//! text = "north boilers"
//! ```
//!
//! # good
//! ```toml listening.toml
//! [listening]
//! themes = ["a cold house with a child"]
//! [query.brand]
//! text = "north boilers"
//! ```

use crate::rules::prelude::*;

pub(super) fn check(case: &Case<'_>, out: &mut Findings) {
    let department = case.department;
    let unasked = department.listening.themes.iter().any(|theme| !theme.is_empty());
    if !department.queries.is_empty() && !unasked {
        out.find(super::sheet(department));
    }
}
