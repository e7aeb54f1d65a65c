//! A dataset's passes as the methods read them.

use super::Watch;
use stats::{Blocks, Error, Result};
use std::sync::atomic::{AtomicUsize, Ordering};
use table::{Dataset, TableError};

/// Some columns of figures of a dataset, in parts.
pub struct Parts<'a> {
    data: &'a Dataset,
    names: Vec<String>,
    places: Vec<usize>,
    parts: usize,
    watch: Option<Watch>,
    done: AtomicUsize,
}

impl<'a> Parts<'a> {
    /// The columns at those places.
    pub fn new(
        data: &'a Dataset,
        places: Vec<usize>,
        watch: Option<Watch>,
    ) -> std::result::Result<Self, TableError> {
        let names = places.iter().filter_map(|&at| data.columns().get(at)).map(|column| column.name.clone());
        Ok(Parts {
            names: names.collect(),
            data,
            places,
            parts: data.parts()?,
            watch,
            done: AtomicUsize::new(0),
        })
    }
}

impl Blocks for Parts<'_> {
    fn names(&self) -> &[String] {
        &self.names
    }

    fn parts(&self) -> usize {
        self.parts
    }

    fn read(
        &self,
        part: usize,
        columns: &[usize],
        each: &mut dyn FnMut(&[&[f64]]) -> Result<()>,
    ) -> Result<()> {
        let places: Option<Vec<usize>> = columns.iter().map(|&at| self.places.get(at).copied()).collect();
        let places = places.ok_or_else(|| Error::Source("no such column".to_owned()))?;
        let mut refused = Ok(());
        let read = self.data.read(part, &places, &mut |block| {
            refused = each(block);
            refused.is_ok()
        });
        refused?;
        read.map_err(|error| Error::Source(error.to_string()))?;
        if let Some(watch) = &self.watch {
            // Another pass begins anew.
            let done = self.done.fetch_add(1, Ordering::Relaxed) % self.parts.max(1) + 1;
            watch(done, self.parts);
        }
        Ok(())
    }
}
