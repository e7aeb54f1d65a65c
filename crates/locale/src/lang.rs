//! The two languages.

use std::fmt;
use std::str::FromStr;

/// A language that Reper speaks.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Default)]
pub enum Lang {
    /// English.
    #[default]
    En,
    /// Russian.
    Ru,
}

impl Lang {
    /// Both, in the order in which a choice shows them.
    pub const ALL: [Lang; 2] = [Lang::Ru, Lang::En];

    /// The ISO 639-1 code.
    pub const fn code(self) -> &'static str {
        match self {
            Lang::En => "en",
            Lang::Ru => "ru",
        }
    }

    /// The language's own name for itself.
    pub const fn own_name(self) -> &'static str {
        match self {
            Lang::En => "English",
            Lang::Ru => "Русский",
        }
    }

    /// The language a person prefers by an HTTP `Accept-Language` header or a POSIX locale such as
    /// `ru_RU.UTF-8`: the first of the two that the text names.
    pub fn preferred(text: &str) -> Option<Lang> {
        text.split([',', ';', ':']).find_map(|tag| tag.trim().get(..2)?.to_ascii_lowercase().parse().ok())
    }
}

impl fmt::Display for Lang {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.code())
    }
}

impl FromStr for Lang {
    type Err = ();

    fn from_str(code: &str) -> Result<Self, ()> {
        Lang::ALL.into_iter().find(|lang| lang.code() == code).ok_or(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_first_known_language_is_preferred() {
        assert_eq!(Lang::preferred("de-DE,ru;q=0.8,en;q=0.5"), Some(Lang::Ru));
        assert_eq!(Lang::preferred("en_GB.UTF-8"), Some(Lang::En));
        assert_eq!(Lang::preferred("C"), None);
        assert_eq!(Lang::preferred("я"), None);
    }
}
