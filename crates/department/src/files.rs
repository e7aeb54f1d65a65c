//! The files of a department, by path.

use std::collections::BTreeMap;

/// Paths inside the department (`/` between folders) and what the files hold, UTF-8 or not.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Files {
    /// The files.
    pub by_path: BTreeMap<String, Vec<u8>>,
}

impl Files {
    /// Adds or replaces a file.
    pub fn put(&mut self, path: impl Into<String>, content: impl Into<Vec<u8>>) {
        self.by_path.insert(path.into(), content.into());
    }

    /// What a file holds.
    pub fn get(&self, path: &str) -> Option<&[u8]> {
        self.by_path.get(path).map(Vec::as_slice)
    }
}

impl<P: Into<String>, C: Into<Vec<u8>>, const N: usize> From<[(P, C); N]> for Files {
    fn from(files: [(P, C); N]) -> Self {
        files.into_iter().collect()
    }
}

impl<P: Into<String>, C: Into<Vec<u8>>> FromIterator<(P, C)> for Files {
    fn from_iter<I: IntoIterator<Item = (P, C)>>(files: I) -> Self {
        Files { by_path: files.into_iter().map(|(path, content)| (path.into(), content.into())).collect() }
    }
}
