//! The files while they are being changed.

use super::lines::newline;
use super::local::{Local, unreadable};
use super::place::{Place, find};
use super::{EditError, Subject};
use crate::Files;
use crate::read::FILE_BYTES;
use std::collections::BTreeMap;
use std::ops::Range;

/// The files as they were, and those that are new already.
pub(super) struct Texts<'f> {
    old: &'f Files,
    new: BTreeMap<String, Vec<u8>>,
}

impl<'f> Texts<'f> {
    pub fn of(old: &'f Files) -> Self {
        Texts { old, new: BTreeMap::new() }
    }

    pub fn get(&self, file: &str) -> Option<&[u8]> {
        self.new.get(file).map(Vec::as_slice).or_else(|| self.old.get(file))
    }

    pub fn put(&mut self, file: &str, text: Vec<u8>) {
        self.new.insert(file.to_owned(), text);
    }

    /// Puts a text in the place of a part of a file; the file is made where it is absent.
    pub fn splice(&mut self, file: &str, range: Range<usize>, with: &str) {
        let old = self.old;
        let known = || old.get(file).unwrap_or_default().to_vec();
        let text = self.new.entry(file.to_owned()).or_insert_with(known);
        text.splice(range, with.bytes());
    }

    pub fn find(&self, subject: &Subject) -> Option<Place> {
        find(|file| self.get(file), subject)
    }

    /// A part of a file to be edited.
    pub fn local(&self, place: &Place) -> Result<Local, EditError> {
        let whole = self.get(place.file).unwrap_or_default();
        let bytes = &whole[place.range.clone()];
        let at = |at: usize, what| unreadable(place.file, whole, place.range.start + at, what);
        let text =
            std::str::from_utf8(bytes).map_err(|error| at(error.valid_up_to(), "not UTF-8".to_owned()))?;
        let local =
            Local { text: text.to_owned(), newline: newline(whole), last: place.range.end == whole.len() };
        local.parse().map(drop).map_err(|(offset, what)| at(offset, what))?;
        Ok(local)
    }

    /// All files as they are now.
    pub fn done(mut self) -> Result<Files, EditError> {
        if self.new.values().any(|text| text.len() > FILE_BYTES) {
            return Err(EditError::TooLarge);
        }
        for (path, text) in &self.old.by_path {
            if !self.new.contains_key(path) {
                self.new.insert(path.clone(), text.clone());
            }
        }
        Ok(Files { by_path: self.new })
    }
}
