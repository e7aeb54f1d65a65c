//! What an import would do, row by row.

use super::lookup::Lookup;
use super::mapping::{ID, Mapping, Matching, targets};
use super::problem::{CellError, Problem};
use super::value::{Column, text};
use crate::book::value_at;
use crate::cell::Words;
use crate::path::Path;
use crate::records::{Record, Records};
use department::edit::{Change, Subject, Value, free_id};
use department::element::Shape;
use department::{Files, Kind};
use locale::Lang;
use std::collections::{BTreeMap, HashMap, HashSet};
use table::{Cell, Row, Sheet};

/// What an import would do.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Plan {
    /// The rows that hold anything, in the order of the file.
    pub rows: Vec<Planned>,
    /// The changes of all rows that could be read.
    pub changes: Vec<Change>,
    /// What could not be read, in the order of the file.
    pub errors: Vec<CellError>,
    /// Names that nobody bears: kind, name, how often.
    pub unknown: Vec<(&'static str, String, usize)>,
}

/// What becomes of a row.
#[derive(Debug, Clone, PartialEq)]
pub struct Planned {
    /// The row as a person counts it.
    pub row: usize,
    /// The element that it is about.
    pub id: String,
    /// What the element is called.
    pub title: String,
    /// What becomes of it.
    pub outcome: Outcome,
}

/// What becomes of an element.
#[derive(Debug, Clone, PartialEq)]
pub enum Outcome {
    /// It is new.
    Added(Vec<Difference>),
    /// It changes.
    Changed(Vec<Difference>),
    /// The row says what is known already.
    Unchanged,
    /// The row cannot be read.
    Wrong,
}

/// A field before and after, in words.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Difference {
    /// The column.
    pub field: String,
    /// What stood there; empty where nothing did.
    pub before: String,
    /// What would stand there.
    pub after: String,
}

/// What is to be imported into what.
pub struct Wanted<'a> {
    /// The department's texts.
    pub files: &'a Files,
    /// The rows.
    pub sheet: &'a Sheet,
    /// What they mean.
    pub mapping: &'a Mapping,
    /// The language of words.
    pub lang: Lang,
}

/// Who a row is about.
enum Who {
    Known(String),
    New(String),
}

impl Plan {
    /// Reads rows by a mapping; a plan without rows where the mapping names no kind.
    pub fn new(wanted: &Wanted<'_>) -> Self {
        let Some(kind) = wanted.mapping.of_kind() else { return Plan::default() };
        let records = Records::of(wanted.files);
        let reading = Reading::new(wanted, kind, &records);
        reading.plan()
    }

    /// How many rows are added, changed, unchanged, wrong.
    pub fn counts(&self) -> [usize; 4] {
        let mut counts = [0; 4];
        for row in &self.rows {
            counts[match row.outcome {
                Outcome::Added(_) => 0,
                Outcome::Changed(_) => 1,
                Outcome::Unchanged => 2,
                Outcome::Wrong => 3,
            }] += 1;
        }
        counts
    }
}

/// A column with what it is.
struct Mapped {
    at: usize,
    head: String,
    path: Path,
    column: Column,
}

struct Reading<'a> {
    wanted: &'a Wanted<'a>,
    kind: Kind,
    records: &'a Records,
    id: Option<(usize, String)>,
    columns: Vec<Mapped>,
    plan: Plan,
    lookup: Lookup<'a>,
}

impl<'a> Reading<'a> {
    fn new(wanted: &'a Wanted<'a>, kind: Kind, records: &'a Records) -> Self {
        let targets = targets(kind);
        let (mut id, mut columns) = (None, Vec::new());
        for (at, (head, key)) in wanted.mapping.columns.iter().enumerate() {
            if key == ID {
                id = id.or(Some((at, head.clone())));
            } else if let Some(path) = targets.iter().find(|path| path.key() == *key) {
                columns.push(mapped(wanted, kind, at, head, *path));
            }
        }
        Reading { wanted, kind, records, id, columns, plan: Plan::default(), lookup: Lookup::new(records) }
    }

    fn plan(mut self) -> Plan {
        let rows: Vec<&Row> = self.wanted.sheet.rows.iter().filter(|row| self.says_anything(row)).collect();
        // Who each row is about is known first: a row may name an element that a later row brings.
        let who = self.identities(&rows);
        for (row, who) in rows.into_iter().zip(who) {
            match who {
                Some(who) => self.row(row, &who),
                None => self.plan.rows.push(Planned {
                    row: row.number,
                    id: String::new(),
                    title: self.name(row),
                    outcome: Outcome::Wrong,
                }),
            }
        }
        self.plan.errors.sort_by_key(|error| error.row);
        self.plan
    }

    fn says_anything(&self, row: &Row) -> bool {
        let filled = |at: usize| *row.cell(at) != Cell::Empty;
        self.columns.iter().any(|column| filled(column.at))
            || self.id.as_ref().is_some_and(|(at, _)| filled(*at))
    }

    fn name(&self, row: &Row) -> String {
        let column = self.columns.iter().find(|column| column.path.field == "name");
        column.map_or_else(String::new, |column| text(row.cell(column.at)))
    }

    fn identities(&mut self, rows: &[&Row]) -> Vec<Option<Who>> {
        let mut seen: HashMap<String, usize> = HashMap::new();
        let mut taken: HashSet<String> = HashSet::new();
        let mut all = Vec::with_capacity(rows.len());
        for row in rows {
            let found = self.identity(row, &mut taken).and_then(|who| {
                let (Who::Known(id) | Who::New(id)) = &who;
                match seen.insert(id.clone(), row.number) {
                    Some(first) => Err((String::new(), Problem::Twice(first))),
                    None => Ok(who),
                }
            });
            all.push(found.map_err(|(value, problem)| self.wrong(row.number, "", value, problem)).ok());
        }
        for (row, who) in rows.iter().zip(&all) {
            if let Some(Who::New(id)) = who {
                let title = Some(self.name(row)).filter(|name| !name.is_empty());
                self.lookup.add(self.kind.key(), id, title.as_deref().unwrap_or(id));
            }
        }
        all
    }

    fn identity(&mut self, row: &Row, taken: &mut HashSet<String>) -> Result<Who, (String, Problem)> {
        let kind = self.kind.key();
        let id = self.id.as_ref().map_or_else(String::new, |(at, _)| text(row.cell(*at)));
        let name = self.name(row);
        let by_id = self.wanted.mapping.matching == Matching::Id && !id.is_empty();
        if by_id && self.records.get(kind, &id).is_some() {
            return Ok(Who::Known(id));
        }
        if !by_id && !name.is_empty() {
            let known = self.lookup.by_name(kind, &name).map_err(|problem| (name.clone(), problem))?;
            if let Some(known) = known {
                return Ok(Who::Known(known));
            }
        }
        let id = match (id.is_empty(), name.is_empty()) {
            (true, true) => return Err((String::new(), Problem::Nameless)),
            (false, _) => id,
            (true, false) => self.free(&name, taken),
        };
        if !is_plain(&id) {
            return Err((id, Problem::Id));
        }
        // By name, an id that somebody has already is no id for a new one.
        if !by_id && self.records.get(kind, &id).is_some() {
            return Err((id, Problem::Id));
        }
        taken.insert(id.clone());
        Ok(Who::New(id))
    }

    /// An id made of a name, that no element and no earlier row has.
    fn free(&self, name: &str, taken: &HashSet<String>) -> String {
        let first = free_id(self.wanted.files, self.kind.key(), name);
        let is_free = |id: &String| !taken.contains(id) && self.records.get(self.kind.key(), id).is_none();
        let others = (2..).map(|number| format!("{first}_{number}"));
        std::iter::once(first.clone()).chain(others).find(is_free).unwrap_or(first)
    }

    fn row(&mut self, row: &Row, who: &Who) {
        let (Who::Known(id) | Who::New(id)) = who;
        let old = match who {
            Who::Known(id) => self.records.get(self.kind.key(), id).cloned().unwrap_or_default(),
            Who::New(id) => Record { id: id.clone(), fields: Vec::new() },
        };
        let before = self.plan.errors.len();
        let (fields, differences) = self.fields(row, &old);
        let name = Some(self.name(row)).filter(|name| !name.is_empty());
        let title = name.unwrap_or_else(|| old.title().to_owned());
        let outcome = match who {
            _ if self.plan.errors.len() > before => Outcome::Wrong,
            Who::New(_) => {
                let subject = Subject::of(self.kind.key(), &**id);
                let fields = fields.into_iter().map(|(field, value)| (field.to_owned(), value)).collect();
                self.plan.changes.push(Change::Add { subject, fields, after: None });
                Outcome::Added(differences)
            }
            Who::Known(_) if fields.is_empty() => Outcome::Unchanged,
            Who::Known(_) => {
                let set = |(field, value): (&'static str, Value)| Change::Set {
                    subject: Subject::of(self.kind.key(), &**id),
                    field: field.to_owned(),
                    value: Some(value),
                };
                self.plan.changes.extend(fields.into_iter().map(set));
                Outcome::Changed(differences)
            }
        };
        self.plan.rows.push(Planned { row: row.number, id: id.clone(), title, outcome });
    }

    /// The fields that a row changes, in the order of the schema, and what changes in words. An empty cell changes nothing.
    fn fields(&mut self, row: &Row, old: &Record) -> (Vec<(&'static str, Value)>, Vec<Difference>) {
        let mut new: BTreeMap<usize, (&'static str, Value)> = BTreeMap::new();
        let mut differences = Vec::new();
        let order = Subject::one(self.kind.key()).fields().unwrap_or_default();
        for at in 0..self.columns.len() {
            let Mapped { at: column, head, path, column: reader } = &self.columns[at];
            let value = match reader.value(row.cell(*column), &mut self.lookup) {
                Ok(None) => continue,
                Ok(Some(value)) => value,
                Err(problem) => {
                    let (head, value) = (head.clone(), text(row.cell(*column)));
                    self.wrong(row.number, &head, value, problem);
                    continue;
                }
            };
            let known = value_at(old, path);
            if known == Some(&value) {
                continue;
            }
            differences.push(self.difference(path, known, &value));
            let place = order.iter().position(|spec| spec.key == path.field).unwrap_or(usize::MAX);
            let path = *path;
            match path.part {
                None => {
                    new.insert(place, (path.field, value));
                }
                Some(part) => {
                    let whole = new.remove(&place).map(|(_, whole)| whole);
                    let whole = whole.or_else(|| old.get(path.field).cloned());
                    new.insert(place, (path.field, with_part(whole, part, value)));
                }
            }
        }
        for (place, (field, value)) in &new {
            // A day without its value is no mark, nor the other way round.
            let is_mark = order.get(*place).is_some_and(|spec| spec.shape == Shape::Mark);
            if is_mark && !matches!(value, Value::Record(parts) if parts.len() == 2) {
                let field = department::labels::field_name(self.wanted.lang, self.kind.key(), field);
                self.wrong(row.number, &field, String::new(), Problem::Half);
            }
        }
        (new.into_values().collect(), differences)
    }

    fn difference(&self, path: &Path, before: Option<&Value>, after: &Value) -> Difference {
        let (lang, kind) = (self.wanted.lang, self.kind.key());
        let words = Words { records: self.records, lang };
        let said = |value: &Value| match (value, path.shape) {
            // Amounts are read more easily with their thousands set off.
            (Value::Number(number), _) => locale::number(lang, *number, 4),
            (value, shape) => words.said(kind, path.field, shape, value),
        };
        Difference {
            field: path.name(lang, kind),
            before: before.map_or_else(String::new, said),
            after: said(after),
        }
    }

    fn wrong(&mut self, row: usize, column: &str, value: String, problem: Problem) {
        if let Problem::Unknown(kind, _) = &problem {
            match self.plan.unknown.iter_mut().find(|(of, name, _)| of == kind && *name == value) {
                Some((_, _, times)) => *times += 1,
                None => self.plan.unknown.push((*kind, value.clone(), 1)),
            }
        }
        self.plan.errors.push(CellError { row, column: column.to_owned(), value, problem });
    }
}

/// A column with how its cells are read, which its own cells tell.
fn mapped(wanted: &Wanted<'_>, kind: Kind, at: usize, head: &str, path: Path) -> Mapped {
    let texts = || {
        wanted.sheet.rows.iter().filter_map(move |row| match row.cell(at) {
            Cell::Text(text) => Some(text.as_str()),
            _ => None,
        })
    };
    let order = wanted.mapping.order(texts());
    let mark = wanted.mapping.decimal(texts(), wanted.sheet.dialect.delimiter());
    // The words of a correction are kept under its own name.
    let of = if path.field == "correction" { "correction" } else { kind.key() };
    let column = Column { shape: path.shape, of: (of, path.part.unwrap_or(path.field)), order, mark };
    Mapped { at, head: head.to_owned(), path, column }
}

/// A record with one part of it set.
fn with_part(whole: Option<Value>, part: &str, value: Value) -> Value {
    let mut parts = match whole {
        Some(Value::Record(parts)) => parts,
        _ => Vec::new(),
    };
    match parts.iter_mut().find(|(key, _)| key == part) {
        Some((_, known)) => *known = value,
        None => parts.push((part.to_owned(), value)),
    }
    Value::Record(parts)
}

/// Whether a text will do as an id: small letters, digits, `_` and `-`, at most 64.
fn is_plain(id: &str) -> bool {
    let plain = |sign: char| sign.is_lowercase() || sign.is_ascii_digit() || sign == '_' || sign == '-';
    (1..=64).contains(&id.chars().count()) && id.chars().all(plain)
}
