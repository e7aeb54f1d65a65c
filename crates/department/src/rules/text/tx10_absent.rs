//! # en
//! The file { $file } is missing.
//!
//! A department stands on two documents, outward and inward; each file is a part of them, and a part that is
//! missing is a question that nobody answered.
//!
//! Add { $file }; `reper init` writes one to start from.
//!
//! # ru
//! Нет файла { $file }.
//!
//! Отдел стоит на двух документах, внешнем и внутреннем; каждый файл — часть одного из них, и отсутствующая
//! часть — вопрос, на который никто не ответил.
//!
//! Добавьте { $file }; заготовку пишет `reper init`.
//!
//! # bad
//! ```toml department.toml
//! # a beginning
//! ```
//! ```toml sostac.toml
//! # a beginning
//! ```
//! ```toml scorecard.toml
//! # a beginning
//! ```
//! ```toml listening.toml
//! # a beginning
//! ```
//!
//! # good
//! ```toml department.toml
//! # a beginning
//! ```
//! ```toml business.toml
//! # a beginning
//! ```
//! ```toml sostac.toml
//! # a beginning
//! ```
//! ```toml scorecard.toml
//! # a beginning
//! ```
//! ```toml listening.toml
//! # a beginning
//! ```

pub(super) use super::reported as check;
