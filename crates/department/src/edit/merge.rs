//! Changes that were made on an older text.

use super::apply::CHANGES;
use super::merge_text::merge_text;
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

/// The value with both changes, or nothing where both have changed the same; records are merged field by field.
fn three(base: Option<&Value>, theirs: Option<&Value>, mine: Option<&Value>) -> Option<Option<Value>> {
    let alike = |one: Option<&Value>, other: Option<&Value>| match (one, other) {
        (Some(one), Some(other)) => same(one, other),
        (one, other) => one.is_none() && other.is_none(),
    };
    if alike(base, theirs) || alike(theirs, mine) {
        return Some(mine.cloned());
    }
    if alike(base, mine) {
        return Some(theirs.cloned());
    }
    let (Some(Value::Record(theirs)), Some(Value::Record(mine))) = (theirs, mine) else { return None };
    let empty = Vec::new();
    let base = match base {
        Some(Value::Record(base)) => base,
        _ => &empty,
    };
    let of = |fields: &'_ [(String, Value)], key: &str| {
        fields.iter().find(|(known, _)| known == key).map(|(_, value)| value.clone())
    };
    let mut keys: Vec<&String> = mine.iter().chain(theirs).chain(base).map(|(key, _)| key).collect();
    let mut seen = std::collections::HashSet::new();
    keys.retain(|key| seen.insert(*key));
    let mut all = Vec::new();
    for key in keys {
        let value = three(of(base, key).as_ref(), of(theirs, key).as_ref(), of(mine, key).as_ref())?;
        all.extend(value.map(|value| (key.clone(), value)));
    }
    Some(Some(Value::Record(all)))
}

#[cfg(test)]
mod tests {
    use super::*;

    const BASE: &str = "[goal.a]\nname = \"A\"\nowner = \"o\"\n\n[goal.b]\nname = \"B\"\n\n[kpi.k]\ncorrection = { what = \"W\", owner = \"o\" }\n";

    fn files(text: &str) -> Files {
        Files::from([("sostac.toml", text)])
    }

    fn set(subject: &str, field: &str, value: &str) -> Change {
        Change::Set { subject: Subject::parse(subject), field: field.into(), value: Some(value.into()) }
    }

    /// What becomes of mine after theirs have been saved.
    fn merged(theirs: &[Change], mine: &[Change]) -> Result<String, Vec<Conflict>> {
        let base = files(BASE);
        let now = apply(&base, theirs).expect("theirs are made");
        match merge(&base, &now, mine).expect("the texts are sound") {
            Merge::Done(files) => {
                Ok(String::from_utf8_lossy(files.get("sostac.toml").unwrap_or_default()).into_owned())
            }
            Merge::Conflicts(conflicts) => Err(conflicts),
        }
    }

    #[test]
    fn different_fields_come_together() {
        let new =
            merged(&[set("goal.a", "owner", "p")], &[set("goal.a", "name", "X"), set("goal.b", "name", "Y")]);
        assert_eq!(
            new,
            Ok(BASE.replace("\"A\"", "\"X\"").replace("\"B\"", "\"Y\"").replacen("\"o\"", "\"p\"", 1))
        );
        let same = [set("goal.a", "name", "X")];
        assert_eq!(merged(&same, &same), Ok(BASE.replace("\"A\"", "\"X\"")));
        let correction = |what: &str, owner: &str| Change::Set {
            subject: Subject::parse("kpi.k"),
            field: "correction".into(),
            value: Some(Value::Record(vec![("what".into(), what.into()), ("owner".into(), owner.into())])),
        };
        let new = merged(&[correction("W", "p")], &[correction("X", "o")]);
        assert_eq!(new, Ok(BASE.replace("what = \"W\", owner = \"o\"", "what = \"X\", owner = \"p\"")));
    }

    #[test]
    fn the_same_field_is_told_with_both_values() {
        let conflicts =
            merged(&[set("goal.a", "name", "Y")], &[set("goal.a", "name", "X"), set("goal.b", "name", "Z")]);
        let one = Conflict {
            subject: Subject::parse("goal.a"),
            field: "name".into(),
            base: Some("A".into()),
            theirs: Some("Y".into()),
            mine: Some("X".into()),
        };
        assert_eq!(conflicts, Err(vec![one]));
    }

    #[test]
    fn elements_that_came_or_went_are_told() {
        let (a, b) = (Subject::parse("goal.a"), Subject::parse("goal.b"));
        let (remove, rename) =
            (Change::Remove { subject: a.clone() }, Change::Rename { subject: a.clone(), to: "c".into() });
        let mine = [set("goal.a", "name", "X"), set("goal.a", "why", "W")];
        for theirs in [&remove, &rename] {
            let conflicts = merged(std::slice::from_ref(theirs), &mine).expect_err("it is gone");
            let [conflict] = &conflicts[..] else { panic!("{conflicts:?}") };
            assert_eq!((&conflict.subject, &*conflict.field, &conflict.theirs), (&a, "", &None));
            let all = vec![("name".to_owned(), Value::from("X")), ("why".to_owned(), Value::from("W"))];
            assert_eq!(conflict.mine, Some(Value::Record(all)));
        }
        let conflicts =
            merged(&[set("goal.a", "name", "Y")], std::slice::from_ref(&remove)).expect_err("it was changed");
        assert!(matches!(&conflicts[..], [Conflict { theirs: Some(_), mine: None, .. }]), "{conflicts:?}");
        assert_eq!(
            merged(std::slice::from_ref(&remove), std::slice::from_ref(&remove)).as_deref(),
            Ok(BASE.split_once("\n\n").expect("two").1)
        );
        assert!(merged(std::slice::from_ref(&rename), std::slice::from_ref(&rename)).is_ok());
        let add = |name: &str| Change::Add {
            subject: Subject::parse("goal.c"),
            fields: vec![("name".into(), name.into())],
            after: Some("b".into()),
        };
        assert!(merged(&[add("X")], &[add("X")]).is_ok());
        let conflicts = merged(&[add("X")], &[add("Y")]).expect_err("it has come");
        assert!(matches!(&conflicts[..], [Conflict { theirs: Some(_), mine: Some(_), .. }]), "{conflicts:?}");
        let new = merged(&[Change::Remove { subject: b }], &[add("X"), set("goal.c", "why", "W")])
            .expect("it comes");
        assert!(new.contains("owner = \"o\"\n\n[goal.c]\nname = \"X\"\nwhy = \"W\"\n"), "{new}");
    }

    #[test]
    fn a_text_written_by_hand_is_merged_line_by_line() {
        let text = |text: String| [Change::Text { file: "sostac.toml".into(), text }];
        let new = merged(&[set("goal.a", "name", "X")], &text(BASE.replace("\"B\"", "\"Y\" # mine")));
        assert_eq!(new, Ok(BASE.replace("\"A\"", "\"X\"").replace("\"B\"", "\"Y\" # mine")));
        let conflicts =
            merged(&[set("goal.a", "name", "X")], &text(BASE.replace("\"A\"", "\"Z\""))).expect_err("both");
        assert!(
            matches!(
                &conflicts[..],
                [Conflict { theirs: Some(Value::Text(_)), mine: Some(Value::Text(_)), .. }]
            ),
            "{conflicts:?}"
        );
    }
}
