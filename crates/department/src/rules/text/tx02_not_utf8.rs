//! # en
//! The file is not UTF-8: the first byte that cannot be read is number { $offset }.
//!
//! A text in another encoding shows wrong letters to everyone who opens it elsewhere; names and sources would
//! be printed spoilt.
//!
//! Save the file as UTF-8: every editor offers it under “Save with encoding”.
//!
//! # ru
//! Файл не в UTF-8: первый нечитаемый байт — № { $offset }.
//!
//! Текст в другой кодировке у всех остальных открывается чужими буквами; имена и источники напечатались бы
//! испорченными.
//!
//! Сохраните файл в UTF-8: в любом редакторе это «Сохранить в кодировке».
//!
//! # bad
//! ```toml sostac.toml
//! [situation]
//! summary = "\xcf\xf0\xe8\xe2\xe5\xf2"
//! ```
//!
//! # good
//! ```toml sostac.toml
//! [situation]
//! summary = "Привет"
//! ```

pub(super) use super::reported as check;
