//! A field's value as it stands in the text.

use jiff::civil::Date;

/// A value, whatever the shape of its field.
#[derive(Debug, Clone, PartialEq)]
pub enum Value {
    /// A text, a word of a choice, or the id of an element.
    Text(String),
    /// A number.
    Number(f64),
    /// True or false.
    Bool(bool),
    /// A day.
    Date(Date),
    /// A list.
    List(Vec<Value>),
    /// Fields in their order: marks, corrections, levels.
    Record(Vec<(String, Value)>),
}

impl Value {
    /// The text, where it is one.
    pub fn as_text(&self) -> Option<&str> {
        match self {
            Value::Text(text) => Some(text),
            _ => None,
        }
    }
}

impl From<&str> for Value {
    fn from(text: &str) -> Self {
        Value::Text(text.to_owned())
    }
}

impl From<f64> for Value {
    fn from(number: f64) -> Self {
        Value::Number(number)
    }
}

impl From<Date> for Value {
    fn from(day: Date) -> Self {
        Value::Date(day)
    }
}
