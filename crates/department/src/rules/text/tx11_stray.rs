//! # en
//! The file { $file } belongs to no document and is not read{ $hint }.
//!
//! A text under a mistaken name looks written and is not: nobody checks it, nobody prints it.
//!
//! Rename it, move its tables, or remove it. The files are: { $known }.
//!
//! # ru
//! Файл { $file } не относится ни к одному документу и не читается{ $hint }.
//!
//! Текст под ошибочным именем только кажется написанным: его никто не проверяет и не печатает.
//!
//! Переименуйте его, перенесите таблицы или уберите. Файлы отдела: { $known }.
//!
//! # bad
//! ```toml sostak.toml
//! [goal.trust]
//! name = "Trust"
//! ```
//!
//! # good
//! ```toml sostac.toml
//! [horizons]
//! tactical = 2026-12-31
//! ```

pub(super) use super::reported as check;
