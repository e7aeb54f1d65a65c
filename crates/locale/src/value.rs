//! What a message is filled with.

use jiff::civil::Date;

/// A value that stands in a message; how it is written depends on the language.
#[derive(Debug, Clone, PartialEq)]
pub enum Value {
    /// Text, as it is.
    Text(String),
    /// A number: chooses the plural form, and is written with the language's separators.
    Number(f64),
    /// A day.
    Date(Date),
    /// A message of the catalogue, by its key and what it is filled with: words that depend on the language.
    Phrase(String, Vec<(&'static str, Value)>),
}

impl Value {
    /// A message of the catalogue.
    pub fn word(key: impl Into<String>) -> Self {
        Value::Phrase(key.into(), Vec::new())
    }
}

impl From<&str> for Value {
    fn from(text: &str) -> Self {
        Value::Text(text.to_owned())
    }
}

impl From<&String> for Value {
    fn from(text: &String) -> Self {
        Value::Text(text.clone())
    }
}

impl From<String> for Value {
    fn from(text: String) -> Self {
        Value::Text(text)
    }
}

impl From<Date> for Value {
    fn from(date: Date) -> Self {
        Value::Date(date)
    }
}

macro_rules! numbers {
    ($($number:ty),*) => {$(
        impl From<$number> for Value {
            fn from(number: $number) -> Self {
                Value::Number(number as f64)
            }
        }
    )*};
}

numbers!(f64, f32, u8, u16, u32, u64, usize, i32, i64);
