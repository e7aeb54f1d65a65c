//! References: plain words that name elements.

use super::{FieldValue, Kinded, Shape, Table};
use crate::model::Kind;
use crate::read::Faults;
use crate::text::{Node, NodeKind};
use diag::Span;
use std::collections::HashMap;
use std::marker::PhantomData;
use std::sync::Arc;

/// The id of an element of type `T`, bound to the element where there is one.
#[derive(Debug)]
pub struct Ref<T> {
    /// The id as written.
    pub id: String,
    span: Span,
    index: Option<u32>,
    of: PhantomData<fn() -> T>,
}

impl<T> Ref<T> {
    /// The element's number in its table, where it exists.
    pub fn index(&self) -> Option<usize> {
        self.index.map(|at| at as usize)
    }

    /// Where it stands.
    pub fn span(&self) -> Span {
        self.span
    }
}

impl<T> Clone for Ref<T> {
    fn clone(&self) -> Self {
        Ref { id: self.id.clone(), span: self.span, index: self.index, of: PhantomData }
    }
}

impl<T: Kinded> FieldValue for Ref<T> {
    const SHAPE: Shape = Shape::Ref(T::KIND.key());

    fn value(node: &Node<'_>, faults: &mut Faults<'_>) -> Option<Self> {
        match &node.kind {
            NodeKind::Text(text) => Some(Ref::new(text.trim(), node.span)),
            _ => faults.no_value(node, Self::SHAPE),
        }
    }

    fn resolve(&mut self, names: &Names, faults: &mut Faults<'_>) {
        self.index = names.index(T::KIND, &self.id);
        if self.index.is_none() {
            faults.dangling(self.span, T::KIND, &self.id, names);
        }
    }
}

impl<T> Ref<T> {
    pub(super) fn new(id: &str, span: Span) -> Self {
        Ref { id: id.to_owned(), span, index: None, of: PhantomData }
    }
}

/// Elements' numbers by their ids. Ids are hashed for every reference, so by a hash that is quick.
pub(super) type Ids = HashMap<Arc<str>, u32, foldhash::fast::RandomState>;

/// Which elements there are, by kind and id.
#[derive(Debug, Default)]
pub struct Names {
    by_kind: HashMap<Kind, Arc<Ids>>,
}

impl Names {
    pub(crate) fn add<T: super::Element>(&mut self, kind: Kind, table: &Table<T>) {
        self.by_kind.insert(kind, table.ids());
    }

    /// The number of an element in its table.
    pub fn index(&self, kind: Kind, id: &str) -> Option<u32> {
        self.by_kind.get(&kind)?.get(id).copied()
    }

    /// The ids of a kind, sorted.
    pub fn of(&self, kind: Kind) -> Vec<&str> {
        let mut ids: Vec<&str> =
            self.by_kind.get(&kind).into_iter().flat_map(|ids| ids.keys().map(|id| &**id)).collect();
        ids.sort_unstable();
        ids
    }
}
