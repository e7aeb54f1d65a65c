//! Setting a field in the part of the text where its table stands.

use super::Value;
use super::field::{insert, remove};
use super::list::set_list;
use super::literal::{block, inline};
use super::local::{Form, Local, Step, at};
use super::shape::{inner, same, value};
use crate::element::Shape;
use crate::text::NodeKind;

/// Sets a field of the table at the end of a way, or removes it.
pub(super) fn set(local: &mut Local, way: &[Step], table: Shape, key: &str, new: Option<&Value>) {
    let root = local.root();
    let Some(shape) = inner(table, key) else { return };
    let here: Vec<Step> = way.iter().cloned().chain([Step::Key(key.to_owned())]).collect();
    let old = at(&root, &here);
    match (old, new) {
        (None, None) => {}
        (None, Some(new)) => insert(local, way, table, key, new),
        (Some(_), None) => remove(local, way, key),
        (Some(old), Some(new)) => {
            if value(old, shape).is_some_and(|old| same(&old, new)) {
                return;
            }
            let form = local.form(old);
            match (&old.kind, new) {
                (NodeKind::Table(_), Value::Record(fields)) if record_like(shape) => {
                    set_record(local, &here, shape, fields);
                }
                (NodeKind::Array(_), Value::List(items)) if let Shape::List(item) = shape => {
                    set_list(local, &here, *item, items);
                }
                _ if matches!(form, Form::Plain | Form::Braces) => {
                    let (start, end) = (old.span.start as usize, old.span.end as usize);
                    let braces = at(&root, way).is_some_and(|table| local.form(table) == Form::Braces);
                    let text = if braces { inline(new) } else { block(new, local.newline) };
                    local.splice(start..end, &text);
                }
                _ => {
                    remove(local, way, key);
                    insert(local, way, table, key, new);
                }
            }
        }
    }
}

pub(super) fn record_like(shape: Shape) -> bool {
    matches!(shape, Shape::Record(_) | Shape::Levels | Shape::Mark)
}

/// Makes the fields of a record what they are to be; a field of a wrong type, that no form shows, stays.
pub(super) fn set_record(local: &mut Local, way: &[Step], shape: Shape, fields: &[(String, Value)]) {
    let root = local.root();
    let Some(Value::Record(old)) = at(&root, way).and_then(|node| value(node, shape)) else { return };
    for (key, _) in old.iter().filter(|(key, _)| !fields.iter().any(|(known, _)| known == key)) {
        set(local, way, shape, key, None);
    }
    for (key, new) in fields {
        set(local, way, shape, key, Some(new));
    }
}
