//! Changes that were made on an older text.

use super::apply::CHANGES;
use super::merge_text::merge_text;
use super::merge_value::three;
use super::shape::same;
use super::values::raw_values;
use super::{Change, Conflict, EditError, Merge, Subject, Value, apply};
use crate::Files;
use std::collections::HashMap;

/// A table's fields; nothing where there is no such table.
type Fields = Option<Vec<(String, Value)>>;

/// Makes changes, that were written on `base`, on the texts as they stand now. What somebody else has written meanwhile
/// stays; where both have touched the same field nothing is changed and both are told.
pub fn merge(base: &Files, now: &Files, changes: &[Change]) -> Result<Merge, EditError> {
    if changes.len() > CHANGES {
        return Err(EditError::TooLarge);
    }
    if base == now {
        return Ok(Merge::Done(apply(now, changes)?));
    }
    let mut merging = Merging {
        base,
        now,
        seen: HashMap::new(),
        born: HashMap::new(),
        made: Vec::new(),
        conflicts: Vec::new(),
    };
    changes.iter().for_each(|change| merging.take(change));
    match merging.conflicts.is_empty() {
        true => Ok(Merge::Done(apply(now, &merging.made)?)),
        false => Ok(Merge::Conflicts(merging.conflicts)),
    }
}

struct Merging<'f> {
    base: &'f Files,
    now: &'f Files,
    seen: HashMap<Subject, (Fields, Fields)>,
    /// What these changes have added, or renamed from what.
    born: HashMap<Subject, Option<Subject>>,
    made: Vec<Change>,
    conflicts: Vec<Conflict>,
}

impl Merging<'_> {
    /// A table at the beginning and now.
    fn both(&mut self, subject: &Subject) -> (Fields, Fields) {
        let read = || (raw_values(self.base, subject), raw_values(self.now, subject));
        self.seen.entry(subject.clone()).or_insert_with(read).clone()
    }

    fn take(&mut self, change: &Change) {
        match change {
            Change::Set { subject, field, value } => self.set(change, subject, field, value.as_ref()),
            Change::Add { subject, fields, after } => self.add(subject, fields, after.as_ref()),
            Change::Remove { subject } => self.remove(change, subject),
            Change::Rename { subject, to } => self.rename(change, subject, to),
            Change::Move { subject, before } => self.shift(subject, before.as_ref()),
            Change::Text { file, text } => self.text(file, text),
        }
    }

    /// What a table was called at the beginning; nothing where these changes have made it.
    fn origin(&self, subject: &Subject) -> Option<Subject> {
        match self.born.get(subject) {
            Some(origin) => origin.clone(),
            None => Some(subject.clone()),
        }
    }

    fn set(&mut self, change: &Change, subject: &Subject, field: &str, mine: Option<&Value>) {
        let Some(origin) = self.origin(subject) else { return self.made.push(change.clone()) };
        let (base, now) = self.both(&origin);
        if base.is_some() && now.is_none() || now.is_none() && subject.id.is_some() {
            return self.gone(subject, base, Some((field, mine)));
        }
        let of = |fields: &Fields| {
            fields.as_ref().and_then(|fields| Some(fields.iter().find(|(key, _)| key == field)?.1.clone()))
        };
        let (base, theirs) = (of(&base), of(&now));
        match three(base.as_ref(), theirs.as_ref(), mine) {
            Some(value) => {
                self.made.push(Change::Set { subject: subject.clone(), field: field.to_owned(), value })
            }
            None => self.conflicts.push(Conflict {
                subject: subject.clone(),
                field: field.to_owned(),
                base,
                theirs,
                mine: mine.cloned(),
            }),
        }
    }

    /// A table that somebody has removed or called otherwise: all that was to be put there is told in one.
    fn gone(&mut self, subject: &Subject, base: Fields, mine: Option<(&str, Option<&Value>)>) {
        let mine = mine.and_then(|(field, value)| Some((field.to_owned(), value?.clone())));
        let known =
            self.conflicts.iter_mut().find(|known| known.subject == *subject && known.field.is_empty());
        match (known, mine) {
            (Some(Conflict { mine: Some(Value::Record(fields)), .. }), Some(mine)) => fields.push(mine),
            (Some(_), _) => {}
            (None, mine) => self.conflicts.push(Conflict {
                subject: subject.clone(),
                field: String::new(),
                base: base.map(Value::Record),
                theirs: None,
                mine: Some(Value::Record(mine.into_iter().collect())),
            }),
        }
    }

    fn add(&mut self, subject: &Subject, fields: &[(String, Value)], after: Option<&String>) {
        let (base, now) = self.both(subject);
        if let (None, Some(theirs)) = (&base, now) {
            let (theirs, mine) = (Value::Record(theirs), Value::Record(fields.to_vec()));
            if !same(&theirs, &mine) {
                self.conflict(subject, None, Some(theirs), Some(mine));
            }
            return;
        }
        let after = after.filter(|after| {
            let other = Subject::of(&*subject.table, after.as_str());
            self.born.contains_key(&other) || self.both(&other).1.is_some()
        });
        self.born.insert(subject.clone(), None);
        self.made.push(Change::Add {
            subject: subject.clone(),
            fields: fields.to_vec(),
            after: after.cloned(),
        });
    }

    fn remove(&mut self, change: &Change, subject: &Subject) {
        let Some(origin) = self.origin(subject) else { return self.made.push(change.clone()) };
        match self.both(&origin) {
            (Some(_), None) => {}
            (base, Some(theirs)) if base.as_ref() != Some(&theirs) => {
                self.conflict(subject, base.map(Value::Record), Some(Value::Record(theirs)), None);
            }
            _ => self.made.push(change.clone()),
        }
    }

    fn rename(&mut self, change: &Change, subject: &Subject, to: &str) {
        let new = Subject::of(&*subject.table, to);
        let origin = self.origin(subject);
        let theirs = self.both(&new);
        let here = origin.as_ref().is_none_or(|origin| self.both(origin).1.is_some());
        match (here, theirs) {
            (true, (None, Some(theirs))) => {
                self.conflict(&new, None, Some(Value::Record(theirs)), Some(to.into()))
            }
            (true, _) => {
                self.born.insert(new, origin);
                self.made.push(change.clone());
            }
            // Somebody has given it the same name.
            (false, (None, Some(_))) => {}
            (false, _) => {
                let base = origin.and_then(|origin| self.both(&origin).0);
                self.conflict(subject, base.map(Value::Record), None, Some(to.into()));
            }
        }
    }

    fn shift(&mut self, subject: &Subject, before: Option<&String>) {
        if let Some(origin) = self.origin(subject)
            && let (base, None) = self.both(&origin)
        {
            return self.gone(subject, base, None);
        }
        let before = before.filter(|before| {
            let other = Subject::of(&*subject.table, before.as_str());
            self.born.contains_key(&other) || self.both(&other).1.is_some()
        });
        self.made.push(Change::Move { subject: subject.clone(), before: before.cloned() });
    }

    fn text(&mut self, file: &str, mine: &str) {
        let text = |files: &Files| {
            files.get(file).map(|text| String::from_utf8_lossy(text).into_owned()).unwrap_or_default()
        };
        match merge_text(file, &text(self.base), &text(self.now), mine) {
            Ok(text) => self.made.push(Change::Text { file: file.to_owned(), text }),
            Err(mut conflicts) => self.conflicts.append(&mut conflicts),
        }
    }

    fn conflict(
        &mut self,
        subject: &Subject,
        base: Option<Value>,
        theirs: Option<Value>,
        mine: Option<Value>,
    ) {
        self.conflicts.push(Conflict { subject: subject.clone(), field: String::new(), base, theirs, mine });
    }
}

#[cfg(test)]
mod tests;
