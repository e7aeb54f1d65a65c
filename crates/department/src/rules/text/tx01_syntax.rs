//! # en
//! The text cannot be read here: { $detail }.
//!
//! Whatever stands in a line that cannot be read is missing from the documents, and what is missing cannot be
//! checked or printed.
//!
//! Put the line right: a header is `[kind.id]`, a field is `key = value`, text and references stand in double
//! quotes, days are written 2026-03-01.
//!
//! # ru
//! Текст здесь не читается: { $detail }.
//!
//! Что стоит в непрочитанной строке, того в документах нет, а чего нет, нельзя ни проверить, ни напечатать.
//!
//! Исправьте строку: заголовок — `[вид.имя]`, поле — `ключ = значение`, текст и ссылки стоят в двойных
//! кавычках, дата пишется 2026-03-01.
//!
//! # bad
//! ```toml sostac.toml
//! [goal.trust]
//! why = "people come back
//! ```
//!
//! # bad
//! ```toml sostac.toml
//! [goal.trust
//! why = "people come back"
//! ```
//!
//! # good
//! ```toml sostac.toml
//! [horizons]
//! tactical = 2026-12-31
//! ```

pub(super) use super::reported as check;
