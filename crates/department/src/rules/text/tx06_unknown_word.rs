//! # en
//! “{ $word }” is none of the words that may stand here{ $hint }.
//!
//! Both documents use one word for one thing; a word of one's own would fall out of every table and every
//! count.
//!
//! Choose one of: { $known }.
//!
//! # ru
//! «{ $word }» — не из тех слов, что могут здесь стоять{ $hint }.
//!
//! В обоих документах у одной вещи одно слово; своё слово выпало бы из всех таблиц и подсчётов.
//!
//! Выберите одно из слов: { $known }.
//!
//! # bad
//! ```toml sostac.toml
//! [goal.trust]
//! horizon = "tactic"
//! ```
//!
//! # good
//! ```toml sostac.toml
//! [goal.trust]
//! horizon = "tactical"
//! ```

pub(super) use super::reported as check;
