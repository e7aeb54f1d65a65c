//! Data that were opened last.

use std::sync::{Arc, Mutex, PoisonError};
use study::Data;

/// So many are kept open.
const MOST: usize = 3;

/// Data that were opened last, with the version of what was read.
#[derive(Default)]
pub(crate) struct OpenedData(Mutex<Vec<Kept>>);

/// A name, the version of what was read, and the data.
type Kept = (String, Option<u64>, Arc<Data>);

impl OpenedData {
    /// The data of a name, where that version of them is at hand.
    pub fn get(&self, name: &str, version: Option<u64>) -> Option<Arc<Data>> {
        let kept = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        let found = kept.iter().find(|(known, of, _)| known == name && *of == version);
        found.map(|(.., data)| Arc::clone(data))
    }

    /// Keeps data at hand, in the place of those that were opened longest ago.
    pub fn keep(&self, name: &str, version: Option<u64>, data: &Arc<Data>) {
        let mut kept = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        kept.retain(|(known, ..)| known != name);
        kept.insert(0, (name.to_owned(), version, Arc::clone(data)));
        kept.truncate(MOST);
    }
}
