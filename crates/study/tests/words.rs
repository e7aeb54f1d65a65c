//! Everything that can be asked and chosen has its words in both languages.

use locale::{Lang, catalogue};
use study::{FAMILIES, Kind};

#[test]
fn families_options_and_choices_have_words() {
    let mut missing = Vec::new();
    let mut need = |key: String| {
        let lacks = |lang: &Lang| catalogue().text(*lang, &key, &[]).starts_with('‹');
        if Lang::ALL.iter().any(lacks) {
            missing.push(key);
        }
    };
    for family in FAMILIES {
        need(format!("stats-{}", family.name));
        for opt in family.options {
            need(format!("stats-opt-{}", opt.name));
            if let Kind::Choice(values) = opt.kind {
                values.iter().for_each(|value| need(format!("stats-{}-{value}", opt.name)));
            }
        }
    }
    assert!(missing.is_empty(), "without words: {missing:?}");
}
