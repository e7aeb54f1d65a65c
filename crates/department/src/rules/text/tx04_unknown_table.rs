//! # en
//! There is no table “{ $table }” in { $file }{ $hint }.
//!
//! Each file holds one part of the documents, so that everyone knows where to look; what stands elsewhere is
//! not read.
//!
//! Use a table that belongs here: { $known }.
//!
//! # ru
//! Таблицы «{ $table }» в файле { $file } нет{ $hint }.
//!
//! Каждый файл держит одну часть документов, чтобы все знали, где что искать; стоящее в другом месте не
//! читается.
//!
//! Здесь бывают: { $known }.
//!
//! # bad
//! ```toml sostac.toml
//! [gaol.trust]
//! name = "Trust"
//! ```
//!
//! # bad
//! ```toml sostac.toml
//! [objective.service]
//! name = "Better service"
//! ```
//!
//! # good
//! ```toml scorecard.toml
//! [objective.service]
//! name = "Better service"
//! ```

pub(super) use super::reported as check;
