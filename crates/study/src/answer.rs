//! What a method has found.

use crate::Told;
use locale::Lang;

/// What a method has found: counted once, told as often as wanted.
pub trait Answer: Send + Sync {
    /// The answer as tables and words.
    fn tell(&self, lang: Lang) -> Told;

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
