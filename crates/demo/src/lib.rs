//! A fictional department in Russian and English, its synthetic figures, and generated departments of any size.

mod calendar;
mod generated;
mod random;
mod series;
mod shapes;

pub use generated::generated;
pub use series::{Figure, measurements};

/// The files of a language: paths inside the department and texts.
macro_rules! texts {
    ($language:literal) => {
        &[
            ("department.toml", include_str!(concat!("../department/", $language, "/department.toml"))),
            ("business.toml", include_str!(concat!("../department/", $language, "/business.toml"))),
            ("sostac.toml", include_str!(concat!("../department/", $language, "/sostac.toml"))),
            ("scorecard.toml", include_str!(concat!("../department/", $language, "/scorecard.toml"))),
            ("listening.toml", include_str!(concat!("../department/", $language, "/listening.toml"))),
            ("studies.toml", include_str!(concat!("../department/", $language, "/studies.toml"))),
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

/// The demonstration's corrections in a language, JSON: of each the KPI, when it was opened, and what has happened since.
pub fn corrections(language: &str) -> &'static str {
    match language {
        "ru" => include_str!("../department/ru/corrections.json"),
        _ => include_str!("../department/en/corrections.json"),
    }
}

#[cfg(test)]
mod tests {
    use super::files;

    #[test]
    fn an_unknown_language_gives_english() {
        assert_eq!(files("xx"), files("en"));
        assert_ne!(files("ru"), files("en"));
        assert!(files("en").iter().all(|(path, text)| path.ends_with(".toml") && text.starts_with("# ")));
    }

    #[test]
    fn english_texts_hold_no_cyrillic_and_russian_names_do() {
        let cyrillic = |text: &str| text.chars().any(|c| ('а'..='я').contains(&c));
        assert!(files("en").iter().all(|(_, text)| !cyrillic(text)));
        let names = files("ru").iter().flat_map(|(_, text)| text.lines());
        let mut names = names.filter(|line| line.starts_with("name = "));
        assert_eq!(names.find(|line| !cyrillic(line)), None);
    }
}
