//! Changes made on texts.

use super::add::{add, check_id};
use super::local::Step;
use super::move_to::move_to;
use super::remove::remove;
use super::rename::rename;
use super::set::set;
use super::shape::inner;
use super::texts::Texts;
use super::{Change, EditError, Subject, Value};
use crate::element::Shape;
use crate::model::Kind;
use crate::{Files, read::FILE_BYTES};

/// So many changes are made in one go.
pub(super) const CHANGES: usize = 20_000;

/// Makes changes, one after the other.
pub fn apply(files: &Files, changes: &[Change]) -> Result<Files, EditError> {
    if changes.len() > CHANGES {
        return Err(EditError::TooLarge);
    }
    let mut texts = Texts::of(files);
    let mut rest = changes;
    while let Some(change) = rest.first() {
        let mut taken = 1;
        match change {
            Change::Set { subject, .. } => {
                // A form's fields are set in one go.
                let fields: Vec<(&str, Option<&Value>)> =
                    rest.iter().map_while(|change| of(change, subject)).collect();
                taken = fields.len();
                set_fields(&mut texts, subject, &fields)?;
            }
            Change::Add { subject, fields, after } => {
                check_id(subject.id.as_deref().unwrap_or_default())?;
                add(&mut texts, subject, fields, after.as_deref())?;
            }
            Change::Remove { subject } => remove(&mut texts, subject)?,
            Change::Rename { subject, to } => rename(&mut texts, subject, to)?,
            Change::Move { subject, before } => move_to(&mut texts, subject, before.as_deref())?,
            Change::Text { text, .. } if text.len() > FILE_BYTES => return Err(EditError::TooLarge),
            Change::Text { file, text } => texts.put(file, text.clone().into_bytes()),
        }
        rest = &rest[taken..];
    }
    texts.done()
}

fn of<'c>(change: &'c Change, of: &Subject) -> Option<(&'c str, Option<&'c Value>)> {
    match change {
        Change::Set { subject, field, value } if subject == of => Some((field, value.as_ref())),
        _ => None,
    }
}

fn set_fields(
    texts: &mut Texts<'_>,
    subject: &Subject,
    fields: &[(&str, Option<&Value>)],
) -> Result<(), EditError> {
    let shape = shape_of(subject)?;
    fields.iter().try_for_each(|(field, value)| check(&subject.table, shape, field, *value))?;
    let Some(place) = texts.find(subject) else {
        let given = fields.iter().filter_map(|(field, value)| Some(((*field).to_owned(), (*value)?.clone())));
        let given: Vec<(String, Value)> = given.collect();
        return match &subject.id {
            Some(_) => Err(EditError::NoElement(subject.to_string())),
            None if given.is_empty() => Ok(()),
            None => add(texts, subject, &given, None),
        };
    };
    let mut local = texts.local(&place)?;
    let way = way(subject);
    fields.iter().for_each(|(field, value)| set(&mut local, &way, shape, field, *value));
    if local.bytes() != &texts.get(place.file).unwrap_or_default()[place.range.clone()] {
        texts.splice(place.file, place.range, &local.text);
    }
    Ok(())
}

/// The steps from the root of a text to a table.
pub(super) fn way(subject: &Subject) -> Vec<Step> {
    [Some(&subject.table), subject.id.as_ref()].into_iter().flatten().cloned().map(Step::Key).collect()
}

/// What may stand in a table.
pub(super) fn shape_of(subject: &Subject) -> Result<Shape, EditError> {
    let keyed = Kind::ALL.iter().any(|kind| kind.key() == subject.table);
    match subject.fields() {
        Some(fields) if keyed == subject.id.is_some() => Ok(Shape::Record(fields)),
        _ => Err(EditError::Kind(subject.to_string())),
    }
}

/// That the schema knows a field, and those in it.
pub(super) fn check(table: &str, shape: Shape, field: &str, value: Option<&Value>) -> Result<(), EditError> {
    let unknown = || EditError::Field(table.to_owned(), field.to_owned());
    let shape = inner(shape, field).ok_or_else(unknown)?;
    let within = |shape: Shape, value: &Value| match value {
        Value::Record(fields) if super::set::record_like(shape) => {
            fields.iter().try_for_each(|(key, value)| check(field, shape, key, Some(value)))
        }
        _ => Ok(()),
    };
    match (shape, value) {
        (Shape::List(item), Some(Value::List(items))) => {
            items.iter().try_for_each(|value| within(*item, value))
        }
        (shape, Some(value)) => within(shape, value),
        _ => Ok(()),
    }
}
