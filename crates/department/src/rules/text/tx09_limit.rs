//! # en
//! Too much: { $what } { $found }, and the limit is { $limit }.
//!
//! A document for people stays far below these limits; what goes beyond them is a mistake or a trap, and
//! reading it would only stop everyone else.
//!
//! Divide the text or remove what got there by mistake.
//!
//! # ru
//! Слишком много: { $what } { $found } при пределе { $limit }.
//!
//! Документ, написанный для людей, до этих пределов не доходит; что их превышает — ошибка или ловушка, и
//! чтение её лишь остановило бы остальных.
//!
//! Разделите текст или уберите попавшее в него по ошибке.
//!
//! # bad
//! ```toml sostac.toml
//! [goal.trust.more.more.more.more.more.more.more.more.more.more.more.more.more.more.more.more.more.more.more.more]
//! ```
//!
//! # good
//! ```toml sostac.toml
//! [goal.trust]
//! name = "Trust"
//! ```

pub(super) use super::reported as check;
