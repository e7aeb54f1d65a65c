//! # en
//! There is no { $kind } “{ $id }”{ $hint }.
//!
//! The documents hold together by references, from the business goal down to a single action; a thread that
//! ends in nothing carries nothing.
//!
//! Name one that exists ({ $known }) or write { $table }.
//!
//! # ru
//! Такого элемента нет: { $kind } «{ $id }»{ $hint }.
//!
//! Документы держатся на ссылках — от цели бизнеса до отдельного мероприятия; нить, которая никуда не ведёт,
//! ничего не держит.
//!
//! Укажите существующее имя ({ $known }) или опишите { $table }.
//!
//! # bad
//! ```toml sostac.toml
//! [goal.trust]
//! name = "Trust"
//! [task.reply]
//! goal = "trsut"
//! ```
//!
//! # good
//! ```toml sostac.toml
//! [goal.trust]
//! name = "Trust"
//! [task.reply]
//! goal = "trust"
//! ```

pub(super) use super::reported as check;
