//! What a method has found.

use crate::{Sheet, Told};
use locale::Lang;

/// What a method has found: counted once, told as often as wanted.
pub trait Answer: Send + Sync {
    /// The answer as tables and words.
    fn tell(&self, lang: Lang) -> Told;

    /// What was found of each row (`augment`): a table as long as the data, made only where it is written out.
    fn rows(&self, _: Lang) -> Option<Sheet> {
        None
    }

    /// The answer with the table of rows.
    fn whole(&self, lang: Lang) -> Told {
        let mut told = self.tell(lang);
        told.sheets.extend(self.rows(lang));
        told
    }

    /// The answer's pictures, the one that says most first.
    fn pictures(&self, lang: Lang) -> Vec<Picture>;

    /// An R script that repeats it on a file of that name, with the packages it needs named at its head.
    fn script(&self, file: &str) -> String;
}

/// A picture of an answer.
#[derive(Debug, Clone, PartialEq)]
pub struct Picture {
    /// Its name among the answer's pictures, a plain word: `scree`, `residuals`.
    pub name: &'static str,
    /// What it shows.
    pub caption: String,
    /// An `<svg>` of `chart`.
    pub svg: String,
}
