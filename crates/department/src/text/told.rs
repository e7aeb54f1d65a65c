//! What the parser says, in the reader's language.

use locale::{Lang, Value, catalogue};

/// What the parser says of a fault, as a word of the catalogue (`syntax-…`); as it stands, where there is none.
pub(crate) fn told(detail: &str) -> Value {
    let lower = detail.to_ascii_lowercase();
    let words: Vec<&str> =
        lower.split(|sign: char| !sign.is_ascii_alphanumeric()).filter(|word| !word.is_empty()).collect();
    let key = format!("syntax-{}", words.join("-"));
    match catalogue().get(Lang::En, &key, &[]) {
        Some(_) => Value::word(key),
        None => Value::from(detail),
    }
}
