//! Fields as the schema knows them, and their values as they stand in the tree.

use super::Value;
use super::literal::plain_ends;
use crate::element::Shape;
use crate::text::{Node, NodeKind};

/// Of a mark.
const MARK: [(&str, Shape); 2] = [("date", Shape::Date), ("value", Shape::Number)];

/// What may stand in a field of a table; nothing where the table has no such field.
pub(super) fn inner(table: Shape, key: &str) -> Option<Shape> {
    match table {
        // A table without declared fields (`[rules]`) holds words.
        Shape::Record([]) => crate::rules::book().doc(key).map(|_| Shape::Text),
        Shape::Record(fields) => fields.iter().find(|field| field.key == key).map(|field| field.shape),
        Shape::Mark => MARK.iter().find(|(name, _)| *name == key).map(|(_, shape)| *shape),
        Shape::Levels => Some(Shape::Number),
        _ => None,
    }
}

/// The place of a field in its table; where the order says nothing, all have the same.
pub(super) fn rank(table: Shape, key: &str) -> usize {
    match table {
        Shape::Record(fields) => fields.iter().position(|field| field.key == key).unwrap_or(fields.len()),
        Shape::Mark => usize::from(key != "date"),
        _ => 0,
    }
}

/// A value as its field may have it. What is of another type is nothing: it stays in the text until it is replaced.
pub(super) fn value(node: &Node<'_>, shape: Shape) -> Option<Value> {
    Some(match (shape, &node.kind) {
        (Shape::Text | Shape::Duration | Shape::Tolerance, NodeKind::Text(text)) => {
            Value::Text(plain_ends(text))
        }
        (Shape::Ref(_), NodeKind::Text(text)) => Value::Text(text.trim().to_owned()),
        (Shape::Choice(words), NodeKind::Text(text)) if words.contains(&&**text) => {
            Value::Text(text.to_string())
        }
        (Shape::Number | Shape::Tolerance, NodeKind::Number(number)) => Value::Number(*number),
        (Shape::Bool, NodeKind::Bool(truth)) => Value::Bool(*truth),
        (Shape::Date, NodeKind::Date(day)) => Value::Date(*day),
        (Shape::List(item), NodeKind::Array(items)) => {
            Value::List(items.iter().filter_map(|node| value(node, *item)).collect())
        }
        (Shape::Mark | Shape::Levels | Shape::Record(_), NodeKind::Table(table)) => {
            let field = |key: &str, node: &Node<'_>| Some((key.to_owned(), value(node, inner(shape, key)?)?));
            Value::Record(table.entries.iter().filter_map(|(key, node)| field(&key.text, node)).collect())
        }
        _ => return None,
    })
}

/// A value whatever its field may have.
pub(super) fn raw(node: &Node<'_>) -> Value {
    match &node.kind {
        NodeKind::Text(text) => Value::Text(plain_ends(text)),
        NodeKind::Number(number) => Value::Number(*number),
        NodeKind::Bool(truth) => Value::Bool(*truth),
        NodeKind::Date(day) => Value::Date(*day),
        NodeKind::Array(items) => Value::List(items.iter().map(raw).collect()),
        NodeKind::Table(table) => {
            Value::Record(table.entries.iter().map(|(key, node)| (key.text.to_string(), raw(node))).collect())
        }
        NodeKind::Broken => Value::Text(String::new()),
    }
}

/// Whether both are the same but for line ends and the order of levels.
pub(super) fn same(one: &Value, other: &Value) -> bool {
    match (one, other) {
        (Value::Text(one), Value::Text(other)) => plain_ends(one) == plain_ends(other),
        (Value::List(one), Value::List(other)) => {
            one.len() == other.len() && one.iter().zip(other).all(|(one, other)| same(one, other))
        }
        (Value::Record(one), Value::Record(other)) => {
            let in_other = |(key, value): &(String, Value)| {
                other.iter().any(|(known, there)| known == key && same(value, there))
            };
            one.len() == other.len() && one.iter().all(in_other)
        }
        (one, other) => one == other,
    }
}
