//! Files with data that studies are asked on.

use crate::{Act, StoreError};
use async_trait::async_trait;

/// What is known of a file with data without reading it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Dataset {
    /// Its name, by which studies name it: `posts.csv`.
    pub name: String,
    /// How many bytes it holds.
    pub bytes: u64,
    /// Grows each time that the file comes anew.
    pub version: u64,
    /// Who brought it, and when.
    pub act: Act,
}

/// Keeps files with data, the last content of each.
#[async_trait]
pub trait Datasets: Send + Sync {
    /// All files, by name.
    async fn datasets(&self) -> Result<Vec<Dataset>, StoreError>;
    /// What a file holds.
    async fn dataset(&self, name: &str) -> Result<Option<Vec<u8>>, StoreError>;
    /// Keeps a file, new or in place of the one of its name, and gives its version.
    async fn keep_dataset(&self, act: &Act, name: &str, content: &[u8]) -> Result<u64, StoreError>;
    /// Removes a file.
    async fn drop_dataset(&self, name: &str) -> Result<bool, StoreError>;
}
