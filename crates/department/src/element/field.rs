//! Typed fields.

use super::Names;
use crate::read::Faults;
use crate::text::{Node, NodeKind};
use jiff::civil::Date;

/// What may stand in a field.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Shape {
    /// A string.
    Text,
    /// A number.
    Number,
    /// True or false.
    Bool,
    /// A day, unquoted: `2026-03-01`.
    Date,
    /// One of these words.
    Choice(&'static [&'static str]),
    /// The id of an element of this kind.
    Ref(&'static str),
    /// A list.
    List(&'static Shape),
    /// A length of time: `"4h"`.
    Duration,
    /// A number or a percentage: `"5%"`.
    Tolerance,
    /// `{ date = …, value = … }`
    Mark,
    /// `{ competence = level }`
    Levels,
    /// A table with these fields.
    Record(&'static [FieldSpec]),
}

/// A field's name, shape and meaning.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct FieldSpec {
    /// Its key.
    pub key: &'static str,
    /// What may stand in it.
    pub shape: Shape,
    /// What it means.
    pub doc: &'static str,
}

/// A field of an element: absent until it is read.
pub trait Field: Default {
    /// What may stand in it.
    const SHAPE: Shape;
    /// Reads it.
    fn read(&mut self, node: &Node<'_>, faults: &mut Faults<'_>);
    /// Binds the references in it.
    fn resolve(&mut self, _names: &Names, _faults: &mut Faults<'_>) {}
    /// It as text, where it is text.
    fn as_text(&self) -> Option<&str> {
        None
    }
}

/// A value that a field or a list may hold.
pub trait FieldValue: Sized {
    /// What may stand for it.
    const SHAPE: Shape;
    /// Reads it; what is wrong has been reported where nothing comes back.
    fn value(node: &Node<'_>, faults: &mut Faults<'_>) -> Option<Self>;
    /// Binds the references in it.
    fn resolve(&mut self, _names: &Names, _faults: &mut Faults<'_>) {}
}

impl Field for String {
    const SHAPE: Shape = Shape::Text;
    fn read(&mut self, node: &Node<'_>, faults: &mut Faults<'_>) {
        match &node.kind {
            NodeKind::Text(text) => text.trim().clone_into(self),
            _ => faults.wrong_type(node, Shape::Text),
        }
    }
    fn as_text(&self) -> Option<&str> {
        Some(self)
    }
}

impl Field for bool {
    const SHAPE: Shape = Shape::Bool;
    fn read(&mut self, node: &Node<'_>, faults: &mut Faults<'_>) {
        match node.kind {
            NodeKind::Bool(truth) => *self = truth,
            _ => faults.wrong_type(node, Shape::Bool),
        }
    }
}

impl<T: FieldValue> Field for Option<T> {
    const SHAPE: Shape = T::SHAPE;
    fn read(&mut self, node: &Node<'_>, faults: &mut Faults<'_>) {
        *self = T::value(node, faults);
    }
    fn resolve(&mut self, names: &Names, faults: &mut Faults<'_>) {
        if let Some(value) = self {
            value.resolve(names, faults);
        }
    }
}

impl<T: FieldValue> Field for Vec<T> {
    const SHAPE: Shape = Shape::List(&T::SHAPE);
    fn read(&mut self, node: &Node<'_>, faults: &mut Faults<'_>) {
        match &node.kind {
            NodeKind::Array(items) => self.extend(items.iter().filter_map(|item| T::value(item, faults))),
            _ => faults.wrong_type(node, <Self as Field>::SHAPE),
        }
    }
    fn resolve(&mut self, names: &Names, faults: &mut Faults<'_>) {
        for value in self {
            value.resolve(names, faults);
        }
    }
}

impl FieldValue for String {
    const SHAPE: Shape = Shape::Text;
    fn value(node: &Node<'_>, faults: &mut Faults<'_>) -> Option<Self> {
        let mut text = String::new();
        Field::read(&mut text, node, faults);
        Some(text)
    }
}

impl FieldValue for f64 {
    const SHAPE: Shape = Shape::Number;
    fn value(node: &Node<'_>, faults: &mut Faults<'_>) -> Option<Self> {
        match node.kind {
            NodeKind::Number(figure) if figure.is_finite() => Some(figure),
            _ => faults.no_value(node, Shape::Number),
        }
    }
}

impl FieldValue for Date {
    const SHAPE: Shape = Shape::Date;
    fn value(node: &Node<'_>, faults: &mut Faults<'_>) -> Option<Self> {
        match node.kind {
            NodeKind::Date(day) => Some(day),
            _ => faults.no_value(node, Shape::Date),
        }
    }
}
