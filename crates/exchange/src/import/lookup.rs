//! Elements by id or by name: those that are there, and those that the file brings.

use super::Problem;
use super::guess::plain;
use crate::records::Records;
use std::collections::HashMap;

/// The names of a kind.
#[derive(Default)]
struct Names {
    ids: HashMap<String, ()>,
    /// Each name with the id of who is called so; nothing where several are.
    by_name: HashMap<String, Option<String>>,
}

impl Names {
    fn add(&mut self, id: &str, title: &str) {
        self.ids.insert(id.to_owned(), ());
        let called = self.by_name.entry(plain(title));
        called
            .and_modify(|known| {
                if known.as_deref() != Some(id) {
                    *known = None;
                }
            })
            .or_insert_with(|| Some(id.to_owned()));
    }
}

/// Finds elements.
pub(super) struct Lookup<'a> {
    records: &'a Records,
    kinds: HashMap<&'static str, Names>,
}

impl<'a> Lookup<'a> {
    pub fn new(records: &'a Records) -> Self {
        Lookup { records, kinds: HashMap::new() }
    }

    /// Tells of an element that the file brings.
    pub fn add(&mut self, kind: &'static str, id: &str, title: &str) {
        self.names(kind).add(id, title);
    }

    /// Whether there is an element of that id, or the file brings one.
    pub fn has(&mut self, kind: &'static str, id: &str) -> bool {
        self.names(kind).ids.contains_key(id)
    }

    /// The id of whom a text names: by id, else by name. `Ok(None)` where nobody is called so.
    pub fn by_name(&mut self, kind: &'static str, text: &str) -> Result<Option<String>, Problem> {
        match self.names(kind).by_name.get(&plain(text)) {
            None => Ok(None),
            Some(Some(id)) => Ok(Some(id.clone())),
            Some(None) => Err(Problem::Ambiguous(kind)),
        }
    }

    /// The id of the element that a text names.
    pub fn find(&mut self, kind: &'static str, text: &str) -> Result<String, Problem> {
        let text = text.trim();
        if self.has(kind, text) {
            return Ok(text.to_owned());
        }
        match self.by_name(kind, text)? {
            Some(id) => Ok(id),
            None => Err(Problem::Unknown(kind, self.near(kind, text))),
        }
    }

    fn names(&mut self, kind: &'static str) -> &mut Names {
        let records = self.records;
        self.kinds.entry(kind).or_insert_with(|| {
            let mut names = Names::default();
            records.table(kind).iter().for_each(|record| names.add(&record.id, record.title()));
            names
        })
    }

    /// The name most like a text.
    fn near(&self, kind: &str, text: &str) -> Option<String> {
        let wanted = plain(text);
        let likeness = |name: &str| strsim::jaro_winkler(&plain(name), &wanted);
        let titles = self.records.table(kind).iter().map(|record| record.title());
        let best = titles.map(|title| (likeness(title), title)).max_by(|a, b| a.0.total_cmp(&b.0));
        best.filter(|(score, _)| *score > 0.85).map(|(_, title)| title.to_owned())
    }
}
