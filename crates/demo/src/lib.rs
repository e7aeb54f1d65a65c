//! A fictional department in Russian and English, its synthetic figures, and generated departments of any size.

mod calendar;
mod generated;
mod random;
mod series;
mod shapes;

pub use generated::generated;
pub use series::{Figure, measurements};

/// The five files of a language: paths inside the department and texts.
macro_rules! texts {
    ($language:literal) => {
        &[
            ("department.toml", include_str!(concat!("../department/", $language, "/department.toml"))),
            ("business.toml", include_str!(concat!("../department/", $language, "/business.toml"))),
            ("sostac.toml", include_str!(concat!("../department/", $language, "/sostac.toml"))),
            ("scorecard.toml", include_str!(concat!("../department/", $language, "/scorecard.toml"))),
            ("listening.toml", include_str!(concat!("../department/", $language, "/listening.toml"))),
        ]
    };
}

/// The demonstration's department: paths and texts, for `ru` in Russian, for any other language in English.
///
/// Both languages have the same elements and figures; only texts, the currency and its amounts differ.
pub fn files(language: &str) -> &'static [(&'static str, &'static str)] {
    match language {
        "ru" => texts!("ru"),
        _ => texts!("en"),
    }
}
