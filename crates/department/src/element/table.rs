//! All elements of one kind.

use super::{Element, Ids, Names, Ref, Shape};
use crate::read::Faults;
use crate::text::{Key, Node, NodeKind};
use std::sync::Arc;

/// All elements of one kind, in the order of the text. What did not change between two readings is shared.
#[derive(Debug)]
pub struct Table<T> {
    items: Vec<Arc<T>>,
    ids: Arc<Ids>,
}

/// Elements in the order of the text.
pub type Iter<'a, T> = std::iter::Map<std::slice::Iter<'a, Arc<T>>, fn(&'a Arc<T>) -> &'a T>;

impl<T> Clone for Table<T> {
    fn clone(&self) -> Self {
        Table { items: self.items.clone(), ids: Arc::clone(&self.ids) }
    }
}

impl<T> Default for Table<T> {
    fn default() -> Self {
        Table { items: Vec::new(), ids: Arc::default() }
    }
}

impl<T> Table<T> {
    /// In the order of the text.
    pub fn iter(&self) -> Iter<'_, T> {
        self.items.iter().map(|item| item)
    }

    /// How many.
    pub fn len(&self) -> usize {
        self.items.len()
    }

    /// Whether there are none.
    pub fn is_empty(&self) -> bool {
        self.items.is_empty()
    }

    /// The element of that number.
    pub fn at(&self, index: usize) -> Option<&T> {
        self.items.get(index).map(|item| &**item)
    }

    /// The number of the element of that id.
    pub fn number(&self, id: &str) -> Option<usize> {
        Some(*self.ids.get(id)? as usize)
    }

    /// The element of that id.
    pub fn get(&self, id: &str) -> Option<&T> {
        self.at(self.number(id)?)
    }

    pub(super) fn ids(&self) -> Arc<Ids> {
        Arc::clone(&self.ids)
    }

    /// The elements grouped by what they refer to: `tasks.group(&goals, |task| &task.goal)`.
    pub fn group<'a, R, I>(&'a self, by: &Table<R>, refs: impl Fn(&'a T) -> I) -> Group<'a, T>
    where
        R: 'a,
        I: IntoIterator<Item = &'a Ref<R>>,
    {
        let mut groups: Vec<Vec<&T>> = Vec::new();
        groups.resize_with(by.len(), Vec::new);
        for item in self.iter() {
            for reference in refs(item) {
                if let Some(group) = reference.index().and_then(|at| groups.get_mut(at)) {
                    group.push(item);
                }
            }
        }
        Group { groups }
    }
}

impl<'a, T> IntoIterator for &'a Table<T> {
    type Item = &'a T;
    type IntoIter = Iter<'a, T>;
    fn into_iter(self) -> Self::IntoIter {
        self.iter()
    }
}

impl<T: Element> Table<T> {
    /// Reads the elements of one piece of text.
    pub(crate) fn read(&mut self, _key: &Key<'_>, node: &Node<'_>, faults: &mut Faults<'_>) {
        let NodeKind::Table(table) = &node.kind else {
            return faults.wrong_type(node, Shape::Record(T::FIELDS));
        };
        // Nobody else holds the ids until all texts are read.
        let ids = Arc::make_mut(&mut self.ids);
        for (key, node) in &table.entries {
            if let Some(known) = ids.get(&*key.text).and_then(|&at| self.items.get_mut(at as usize)) {
                if let Some(known) = Arc::get_mut(known).filter(|known| faults.reads(known.meta())) {
                    known.read(key, node, faults);
                }
                continue;
            }
            let mut item = T::default();
            item.meta_mut().id = Arc::from(&*key.text);
            item.read(key, node, faults);
            ids.insert(Arc::clone(&item.meta().id), self.items.len() as u32);
            self.items.push(Arc::new(item));
        }
    }

    pub(crate) fn resolve(&mut self, names: &Names, faults: &mut Faults<'_>) {
        // Nobody shares what has just been read.
        for item in self.items.iter_mut().filter_map(Arc::get_mut) {
            item.resolve(names, faults);
        }
    }

    /// Takes over the elements of another reading; false where one of them was not in the same piece before.
    pub(crate) fn adopt(&mut self, others: Table<T>) -> bool {
        others.items.into_iter().all(|other| {
            let known = self.number(&other.meta().id).and_then(|at| self.items.get_mut(at));
            let known = known.filter(|known| known.meta().file == other.meta().file);
            known.map(|known| *known = other).is_some()
        })
    }
}

/// Elements by the number of what they refer to.
#[derive(Debug)]
pub struct Group<'a, T> {
    groups: Vec<Vec<&'a T>>,
}

impl<'a, T> Group<'a, T> {
    /// Those that refer to the element of that number.
    pub fn of(&self, index: usize) -> &[&'a T] {
        self.groups.get(index).map_or(&[], Vec::as_slice)
    }

    /// All groups with the element that each refers to.
    pub fn with<'b, R>(&'b self, table: &'b Table<R>) -> impl Iterator<Item = (&'b R, &'b [&'a T])> {
        table.iter().zip(self.groups.iter().map(Vec::as_slice))
    }
}
