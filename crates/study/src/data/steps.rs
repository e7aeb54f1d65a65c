//! Steps of a long work that is no pass over the data.

use super::Data;
use std::sync::atomic::{AtomicUsize, Ordering};

/// Counts steps that are done on any core, and tells whoever watches the data.
pub struct Steps<'a> {
    data: &'a Data,
    done: AtomicUsize,
    all: usize,
}

impl<'a> Steps<'a> {
    /// So many steps, none of them done.
    pub fn new(data: &'a Data, all: usize) -> Self {
        Steps { data, done: AtomicUsize::new(0), all }
    }

    /// One more is done.
    pub fn one(&self) {
        let done = self.done.fetch_add(1, Ordering::Relaxed) + 1;
        self.data.tell(done.min(self.all), self.all);
    }
}
