//! # en
//! “{ $key }” stands here a second time; the first is in line { $line }.
//!
//! Two statements under one name leave it open which of them was approved; only the first is read.
//!
//! Give the second a name of its own, or remove it.
//!
//! # ru
//! «{ $key }» стоит здесь во второй раз; впервые — в строке { $line }.
//!
//! Два утверждения под одним именем: неясно, какое из них утвердили. Читается только первое.
//!
//! Дайте второму своё имя или уберите его.
//!
//! # bad
//! ```toml sostac.toml
//! [goal.trust]
//! name = "Trust"
//! [goal.trust]
//! name = "Confidence"
//! ```
//!
//! # bad
//! ```toml sostac.toml
//! [goal.trust]
//! name = "Trust"
//! name = "Confidence"
//! ```
//!
//! # good
//! ```toml sostac.toml
//! [goal.trust]
//! name = "Trust"
//! [goal.confidence]
//! name = "Confidence"
//! ```

pub(super) use super::reported as check;
