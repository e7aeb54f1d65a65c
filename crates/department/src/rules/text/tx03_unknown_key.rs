//! # en
//! There is no field “{ $key }” here{ $hint }.
//!
//! A field with a mistaken name is a statement that nobody reads: it would be neither checked nor printed.
//!
//! Use one of the fields that there are: { $known }.
//!
//! # ru
//! Поля «{ $key }» здесь нет{ $hint }.
//!
//! Поле с ошибкой в имени — утверждение, которое никто не прочтёт: оно не попало бы ни в проверку, ни в
//! печать.
//!
//! Выберите одно из имеющихся полей: { $known }.
//!
//! # bad
//! ```toml sostac.toml
//! [goal.trust]
//! horison = "long"
//! ```
//!
//! # bad
//! ```toml sostac.toml
//! [kpi.reply]
//! targets = [{ date = 2026-09-01, value = 3, vlaue = 4 }]
//! ```
//!
//! # good
//! ```toml sostac.toml
//! [goal.trust]
//! horizon = "long"
//! ```

pub(super) use super::reported as check;
