//! # en
//! Here should stand { $expected }, not { $found }.
//!
//! A figure written as text cannot be compared, a day written as text cannot be counted from: such a field
//! would take part in no check.
//!
//! Write { $expected }.
//!
//! # ru
//! Здесь ожидается { $expected }, а стоит { $found }.
//!
//! Число, записанное текстом, не сравнить, от даты, записанной текстом, не отсчитать: такое поле не
//! участвовало бы ни в одной проверке.
//!
//! Нужно: { $expected }.
//!
//! # bad
//! ```toml sostac.toml
//! [goal.trust]
//! due = "1 March 2026"
//! ```
//!
//! # bad
//! ```toml department.toml
//! [competence.regression]
//! name = "Regression"
//! [person.anna]
//! competences = { regression = 9 }
//! ```
//!
//! # good
//! ```toml sostac.toml
//! [goal.trust]
//! due = 2026-03-01
//! ```

pub(super) use super::reported as check;
