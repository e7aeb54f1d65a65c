//! Both languages say the same things, and everything that is asked for is there.

use fluent_syntax::ast::{Entry, Expression, InlineExpression, Pattern, PatternElement};
use locale::{Lang, sources};
use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

/// A language's messages and their attributes (`message.attribute`) with the variables that each uses.
fn messages(lang: Lang) -> BTreeMap<String, BTreeSet<String>> {
    let mut found = BTreeMap::new();
    for (_, name, text) in sources().iter().filter(|(of, ..)| *of == lang) {
        let resource = fluent_syntax::parser::parse(*text)
            .unwrap_or_else(|(_, errors)| panic!("text/{lang}/{name}.ftl: {errors:?}"));
        for entry in resource.body {
            if let Entry::Message(message) = entry {
                let mut variables = BTreeSet::new();
                message.value.iter().for_each(|pattern| gather(pattern, &mut variables));
                let known = found.insert(message.id.name.to_owned(), variables);
                assert!(known.is_none(), "{} stands twice in {lang}", message.id.name);
                for attribute in message.attributes {
                    let mut variables = BTreeSet::new();
                    gather(&attribute.value, &mut variables);
                    let key = format!("{}.{}", message.id.name, attribute.id.name);
                    let known = found.insert(key.clone(), variables);
                    assert!(known.is_none(), "{key} stands twice in {lang}");
                }
            }
        }
    }
    found
}

fn gather(pattern: &Pattern<&str>, into: &mut BTreeSet<String>) {
    for element in &pattern.elements {
        if let PatternElement::Placeable { expression } = element {
            let inline = match expression {
                Expression::Inline(inline) => inline,
                Expression::Select { selector, variants } => {
                    variants.iter().for_each(|variant| gather(&variant.value, into));
                    selector
                }
            };
            if let InlineExpression::VariableReference { id } = inline {
                into.insert(id.name.to_owned());
            }
        }
    }
}

#[test]
fn both_languages_have_the_same_messages_with_the_same_variables() {
    let (en, ru) = (messages(Lang::En), messages(Lang::Ru));
    let only = |a: &BTreeMap<String, _>, b: &BTreeMap<String, _>| {
        a.keys().filter(|key| !b.contains_key(*key)).cloned().collect::<Vec<_>>()
    };
    assert_eq!(only(&en, &ru), Vec::<String>::new(), "missing in Russian");
    assert_eq!(only(&ru, &en), Vec::<String>::new(), "missing in English");
    for (key, variables) in &en {
        assert_eq!(Some(variables), ru.get(key), "variables of {key}");
    }
}

#[test]
fn russian_is_written_in_russian() {
    for (_, name, text) in sources().iter().filter(|(of, ..)| *of == Lang::En) {
        assert!(!text.chars().any(|c| ('а'..='я').contains(&c)), "text/en/{name}.ftl");
    }
}

/// Every literal key in the sources (`t!(lang, "key"` and, in templates, `t("key"`) is in the catalogue.
#[test]
fn every_key_that_is_asked_for_is_there() {
    let known = messages(Lang::En);
    let mut files = Vec::new();
    walk(&Path::new(env!("CARGO_MANIFEST_DIR")).join(".."), &mut files);
    let mut missing = BTreeSet::new();
    let mut seen = 0;
    for path in files {
        let text = fs::read_to_string(&path).expect("a source can be read");
        for key in keys(&text) {
            seen += 1;
            if !known.contains_key(key) {
                missing.insert(format!("{key} in {}", path.display()));
            }
        }
    }
    assert!(seen > 100, "only {seen} keys were found: has the way of asking changed?");
    assert!(missing.is_empty(), "{missing:#?}");
}

fn keys(text: &str) -> impl Iterator<Item = &str> {
    // `assert!(` ends as `t!(` does and asks for nothing.
    let begins = |at: usize| !text[..at].ends_with(|c: char| c.is_ascii_alphanumeric() || c == '_');
    let asked = ["t!(", "t(\"", "word(\""].into_iter().flat_map(move |call| {
        let places = text.match_indices(call).filter(move |(at, _)| begins(*at));
        places.map(move |(at, _)| (call, &text[at + call.len()..]))
    });
    asked.filter_map(|(call, rest)| {
        let literal = match call {
            // The key is the second argument; the first holds no string.
            "t!(" => rest.split_once(',')?.1.trim_start().strip_prefix('"')?,
            _ => rest,
        };
        let key = literal.split_once('"')?.0;
        let plain = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-';
        (key.contains('-') && key.chars().all(plain) && !key.ends_with('-')).then_some(key)
    })
}

fn walk(folder: &Path, files: &mut Vec<PathBuf>) {
    for entry in fs::read_dir(folder).expect("the crates are there").flatten() {
        let path = entry.path();
        if path.is_dir() && !path.ends_with("tests") && !path.ends_with("assets") {
            walk(&path, files);
        } else if path.extension().is_some_and(|ending| ending == "rs" || ending == "html") {
            files.push(path);
        }
    }
}
