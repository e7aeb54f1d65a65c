//! Two languages: the catalogue of what people read, and how numbers, dates and money are written.
//!
//! Every string that a person sees is a message of [`catalogue`], kept under `text/en` and `text/ru` in
//! Fluent's syntax. A message is asked for with [`t!`]:
//!
//! ```
//! use locale::{t, Lang};
//! assert_eq!(t!(Lang::Ru, "kind-goal"), "цель");
//! ```

mod catalogue;
mod format;
mod lang;
mod value;

pub use catalogue::{Catalogue, catalogue, sources};
pub use format::{date, money, month, number, percent, short_date, sign};
pub use lang::Lang;
pub use value::Value;

/// The text of a message in a language: `t!(lang, "key")` or `t!(lang, "key", name = value, …)`.
///
/// A key that the catalogue lacks comes back as `‹key›`; a test of the workspace finds it before a person does.
#[macro_export]
macro_rules! t {
    ($lang:expr, $key:expr $(, $name:ident = $value:expr)* $(,)?) => {
        $crate::catalogue().text($lang, $key, &[$((stringify!($name), $crate::Value::from($value))),*])
    };
}
