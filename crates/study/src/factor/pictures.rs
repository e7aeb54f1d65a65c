//! The pictures of factors.

use crate::Picture;
use locale::Lang;
use stats::factor::{Number, Loadings};

/// Eigenvalues beside those of chance.
pub fn scree(_: Lang, _: &Number) -> Option<Picture> {
    None
}

/// Loadings of a factor model.
pub fn of_model(
    lang: Lang,
    _: &[String],
    _: &[String],
    _: &[usize],
    _: &Loadings,
    number: &Number,
) -> Vec<Picture> {
    scree(lang, number).into_iter().collect()
}

/// Components: rows and columns in one plane.
pub fn of_components(
    lang: Lang,
    _: &[String],
    _: &[String],
    _: &Loadings,
    _: &[Vec<f64>],
    number: &Number,
) -> Vec<Picture> {
    scree(lang, number).into_iter().collect()
}
