//! The answer as pictures.

use super::pairs::Pairs;
use crate::Picture;
use locale::Lang;

impl Pairs {
    /// The heat map, then the strongest pair.
    pub(super) fn drawn(&self, _: Lang) -> Vec<Picture> {
        Vec::new()
    }
}
