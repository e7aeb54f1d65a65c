//! Tables of both sides, field by field.

use super::difference::{Difference, What};
use super::gather::{Element, Side};
use super::meaning::{meaning, shape_in};
use super::renamed::Renames;
use crate::edit::{Subject, Value};
use crate::element::{FieldSpec, Shape};
use std::collections::{BTreeMap, BTreeSet};

/// What is compared.
pub(super) struct Tables<'a> {
    pub before: &'a Side,
    pub after: &'a Side,
    pub renames: &'a Renames,
    pub schema: &'a [(&'static str, &'static str, &'static [FieldSpec])],
}

impl Tables<'_> {
    /// All differences: tables in the order of the model, in each what is there now and then what is gone.
    pub fn compare(&self) -> Vec<Difference> {
        let mut found = Vec::new();
        for element in &self.after.elements {
            let was = match self.renames.before(&element.subject) {
                Some(old) => self.before.get(&Subject::of(&*element.subject.table, old)),
                None => self.before.get(&element.subject),
            };
            match was {
                Some(was) => self.element(was, element, &mut found),
                None if element.subject.id.is_none() => {
                    self.element(&empty(&element.subject), element, &mut found)
                }
                None => found.push(whole(What::Added, element)),
            }
        }
        for element in &self.before.elements {
            if self.after.get(&element.subject).is_none() && !self.renames.goes_on(&element.subject) {
                match element.subject.id {
                    None => self.element(element, &empty(&element.subject), &mut found),
                    Some(_) => found.push(whole(What::Removed, element)),
                }
            }
        }
        found.sort_by_key(|difference| self.place(&difference.subject.table));
        found
    }

    fn place(&self, table: &str) -> usize {
        self.schema.iter().position(|(_, known, _)| *known == table).unwrap_or(usize::MAX)
    }

    fn element(&self, was: &Element, is: &Element, found: &mut Vec<Difference>) {
        let subject = &is.subject;
        if let (Some(old), Some(new)) = (&was.subject.id, &subject.id)
            && old != new
        {
            let id = |id: &String| Some(Value::Text(id.clone()));
            found.push(Difference {
                what: What::Renamed,
                subject: subject.clone(),
                field: String::new(),
                before: id(old),
                after: id(new),
            });
        }
        let fields =
            self.schema.iter().find(|(_, table, _)| *table == subject.table).map_or(&[][..], |row| row.2);
        self.fields(subject, "", fields, &was.fields, &is.fields, found);
    }

    /// Fields in the order of the model, then those that it does not know.
    fn fields(
        &self,
        subject: &Subject,
        path: &str,
        known: &[FieldSpec],
        was: &[(String, Value)],
        is: &[(String, Value)],
        found: &mut Vec<Difference>,
    ) {
        let strange = was.iter().chain(is).map(|(key, _)| key.as_str());
        let strange: BTreeSet<&str> = strange.filter(|key| shape_in(known, key).is_none()).collect();
        for key in known.iter().map(|field| field.key).chain(strange) {
            let of = |fields: &'_ [(String, Value)]| fields.iter().position(|(name, _)| name == key);
            let (old, new) = (of(was).map(|at| &was[at].1), of(is).map(|at| &is[at].1));
            if old != new {
                let place = Place { subject, field: format!("{path}{key}"), shape: shape_in(known, key) };
                self.field(&place, old, new, found);
            }
        }
    }

    fn field(
        &self,
        place: &Place<'_>,
        old: Option<&Value>,
        new: Option<&Value>,
        found: &mut Vec<Difference>,
    ) {
        let none = Renames::default();
        let mean =
            |value: Option<&Value>, renames| value.and_then(|value| meaning(place.shape, value, renames));
        let (was, is) = (mean(old, self.renames), mean(new, &none));
        if was == is {
            return;
        }
        // References are told as they stood.
        let was = mean(old, &none);
        let change = |field: String, before: Option<Value>, after: Option<Value>| Difference {
            what: What::Changed,
            subject: place.subject.clone(),
            field,
            before,
            after,
        };
        match (place.shape, &was, &is) {
            (Some(Shape::Record(fields)), Some(Value::Record(was)), Some(Value::Record(is))) => {
                self.fields(place.subject, &format!("{}.", place.field), fields, was, is, found);
            }
            (Some(Shape::Levels | Shape::List(Shape::Mark)), ..) => {
                let each = |value: &Option<Value>, renames: &Renames| match value {
                    None => Some(BTreeMap::new()),
                    Some(value) => parts(value, place.shape, renames),
                };
                match (each(&was, self.renames), each(&is, &none)) {
                    (Some(was), Some(is)) => {
                        let keys: BTreeSet<&String> = was.keys().chain(is.keys()).collect();
                        for key in keys.into_iter().filter(|key| was.get(*key) != is.get(*key)) {
                            let field = format!("{}.{key}", place.field);
                            found.push(change(field, was.get(key).cloned(), is.get(key).cloned()));
                        }
                    }
                    _ => found.push(change(place.field.clone(), was.clone(), is.clone())),
                }
            }
            _ => found.push(change(place.field.clone(), was.clone(), is.clone())),
        }
    }
}

/// A field of a table.
struct Place<'a> {
    subject: &'a Subject,
    field: String,
    shape: Option<Shape>,
}

/// Levels by competence, or figures by their day; nothing where a day stands twice or something else stands there.
fn parts(value: &Value, shape: Option<Shape>, renames: &Renames) -> Option<BTreeMap<String, Value>> {
    let mut all = BTreeMap::new();
    match (shape, value) {
        (Some(Shape::Levels), Value::Record(levels)) => {
            let levels = levels.iter();
            all.extend(levels.map(|(id, level)| (renames.now("competence", id).to_owned(), level.clone())));
        }
        (_, Value::List(marks)) => {
            for mark in marks {
                let Value::Record(mark) = mark else { return None };
                let [(date, Value::Date(day)), (figure, value @ Value::Number(_))] = &mark[..] else {
                    return None;
                };
                if date != "date" || figure != "value" || all.insert(day.to_string(), value.clone()).is_some()
                {
                    return None;
                }
            }
        }
        _ => return None,
    }
    Some(all)
}

/// A table that stands alone is always there, if only without fields.
fn empty(subject: &Subject) -> Element {
    Element { subject: subject.clone(), fields: Vec::new() }
}

fn whole(what: What, element: &Element) -> Difference {
    let fields = Some(Value::Record(element.fields.clone()));
    let (before, after) = if what == What::Added { (None, fields) } else { (fields, None) };
    Difference { what, subject: element.subject.clone(), field: String::new(), before, after }
}
