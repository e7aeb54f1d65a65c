//! Elements that have another id and mostly the same content.

use super::gather::{Element, Side};
use super::meaning::{meaning, shape_in};
use crate::edit::{Subject, Value};
use crate::element::{FieldSpec, Shape};
use std::collections::HashMap;

/// With more pairs of a kind than this only elements of the same name are looked at.
const PAIRS: usize = 40_000;
/// So much of the content, by weight, is the same in an element that was renamed.
const SAME: f64 = 0.6;
/// Names less alike than this are different names.
const ALIKE: f64 = 0.6;

type Schema = [(&'static str, &'static str, &'static [FieldSpec])];

/// Old and new ids of the elements that were renamed.
#[derive(Debug, Default)]
pub(super) struct Renames {
    by_old: HashMap<Subject, String>,
    by_new: HashMap<Subject, String>,
}

impl Renames {
    /// The id that an element of a kind has afterwards.
    pub fn now<'a>(&'a self, kind: &str, id: &'a str) -> &'a str {
        if self.by_old.is_empty() {
            return id;
        }
        self.by_old.get(&Subject::of(kind, id)).map_or(id, String::as_str)
    }

    /// The id that an element had before, where it had another.
    pub fn before(&self, subject: &Subject) -> Option<&str> {
        self.by_new.get(subject).map(String::as_str)
    }

    /// Whether an element goes on under another id.
    pub fn goes_on(&self, subject: &Subject) -> bool {
        self.by_old.contains_key(subject)
    }

    /// Finds them among what came and went.
    pub fn find(before: &Side, after: &Side, schema: &Schema) -> Self {
        let mut renames = Renames::default();
        for (_, table, fields) in schema {
            let only = |side: &'_ Side, other: &Side| -> Vec<usize> {
                let elements = side.elements.iter().enumerate();
                let mine = elements.filter(|(_, element)| {
                    element.subject.table == *table
                        && element.subject.id.is_some()
                        && other.get(&element.subject).is_none()
                });
                mine.map(|(at, _)| at).collect()
            };
            let gone: Vec<&Element> =
                only(before, after).into_iter().map(|at| &before.elements[at]).collect();
            let come: Vec<&Element> = only(after, before).into_iter().map(|at| &after.elements[at]).collect();
            if !gone.is_empty() && !come.is_empty() {
                renames.pair(&gone, &come, fields);
            }
        }
        renames
    }

    /// The pairs that are most alike first; each element is in one pair.
    fn pair(&mut self, gone: &[&Element], come: &[&Element], fields: &[FieldSpec]) {
        let few = gone.len() * come.len() <= PAIRS;
        let mut named: HashMap<&str, Vec<usize>> = HashMap::new();
        for (at, element) in come.iter().enumerate() {
            named.entry(name(element)).or_default().push(at);
        }
        let mut pairs = Vec::new();
        for (old, element) in gone.iter().enumerate() {
            let same = named.get(name(element)).filter(|_| !name(element).is_empty());
            let candidates = if few { (0..come.len()).collect() } else { same.cloned().unwrap_or_default() };
            // Many of one name tell nothing.
            for new in candidates.into_iter().take(if few { usize::MAX } else { 8 }) {
                let likeness = likeness(element, come[new], fields);
                if likeness >= SAME {
                    pairs.push((likeness, old, new));
                }
            }
        }
        pairs.sort_by(|a, b| b.0.total_cmp(&a.0).then((a.1, a.2).cmp(&(b.1, b.2))));
        let (mut taken, mut given) = (vec![false; gone.len()], vec![false; come.len()]);
        for (_, old, new) in pairs {
            if !taken[old] && !given[new] {
                (taken[old], given[new]) = (true, true);
                let (from, to) = (&gone[old].subject, &come[new].subject);
                self.by_old.insert(from.clone(), to.id.clone().unwrap_or_default());
                self.by_new.insert(to.clone(), from.id.clone().unwrap_or_default());
            }
        }
    }
}

fn name(element: &Element) -> &str {
    element.get("name").and_then(Value::as_text).unwrap_or_default().trim()
}

/// The share of the content that is the same, 0 to 1: a name tells most, prose more than an owner or a date, which
/// many have in common.
fn likeness(a: &Element, b: &Element, fields: &[FieldSpec]) -> f64 {
    let none = Renames::default();
    let (mut same, mut all) = (0.0, 0.0);
    let more = b.fields.iter().filter(|(key, _)| a.get(key).is_none());
    for (key, _) in a.fields.iter().chain(more) {
        let shape = shape_in(fields, key);
        let of = |element: &Element| element.get(key).and_then(|value| meaning(shape, value, &none));
        let (x, y) = (of(a), of(b));
        let weight = match shape {
            _ if key == "name" => 3.0,
            Some(Shape::Text) => 2.0,
            _ => 1.0,
        };
        all += weight;
        if x == y {
            same += weight;
        } else if key == "name"
            && let (Some(Value::Text(x)), Some(Value::Text(y))) = (&x, &y)
            && x.len().max(y.len()) < 400
        {
            same += Some(strsim::normalized_levenshtein(x, y)).filter(|alike| *alike >= ALIKE).unwrap_or(0.0)
                * weight;
        }
    }
    if all > 0.0 { same / all } else { 1.0 }
}
