//! Every rule's own examples, run.

use super::*;
use crate::files::Files;
use crate::model::{Evidence, FILES};
use crate::read::read;
use diag::Example;
use locale::Lang;
use std::collections::BTreeSet;

/// The day on which the examples are checked.
const TODAY: Date = jiff::civil::date(2026, 6, 1);

/// The file of an example that says what is known beside the texts.
const FACTS: &str = "facts.toml";

/// What an example says is known: `[study.ID]` with `answer` or `fault`, `[link.ID]` with a `verdict`, `[plan.ID]` with a `power`
/// in per cent.
fn facts(example: &Example) -> Facts {
    let mut facts = Facts::default();
    for (_, text) in example.files.iter().filter(|(path, _)| path == FACTS) {
        let document: toml_edit::DocumentMut = text.parse().expect("facts are TOML");
        let table = |key: &str| document.get(key).and_then(toml_edit::Item::as_table).into_iter().flatten();
        for (id, link) in table("link") {
            let verdict = link.get("verdict").and_then(toml_edit::Item::as_str);
            let verdict = Evidence::ALL.iter().find(|one| Some(one.word()) == verdict);
            facts.links.insert(id.to_owned(), *verdict.expect("a verdict"));
        }
        for (id, plan) in table("plan") {
            let power = plan.get("power").and_then(toml_edit::Item::as_integer).expect("per cent");
            facts.power.insert(id.to_owned(), u8::try_from(power).expect("per cent"));
        }
        for (id, study) in table("study") {
            let said = |key: &str| study.get(key).and_then(toml_edit::Item::as_str).map(str::to_owned);
            let asked = said("answer").map(Asked::Answer).or_else(|| said("fault").map(Asked::Fault));
            facts.studies.insert(id.to_owned(), asked.expect("an answer or a fault"));
        }
    }
    facts
}

/// The example's files; standard files that it leaves out are there and empty, unless absence is the point.
fn files(code: &str, example: &Example) -> Files {
    let mut files: Files = match code {
        "TX10" => Files::default(),
        _ => FILES.iter().map(|path| (*path, "")).collect(),
    };
    for (path, text) in example.files.iter().filter(|(path, _)| path != FACTS) {
        let mut bytes = Vec::new();
        let mut rest = text.as_str();
        while let Some((before, after)) = rest.split_once("\\x") {
            bytes.extend_from_slice(before.as_bytes());
            bytes.push(u8::from_str_radix(&after[..2], 16).expect("two hexadecimal digits"));
            rest = &after[2..];
        }
        bytes.extend_from_slice(rest.as_bytes());
        files.put(path, bytes);
    }
    files
}

fn codes(rule: &Rule<Check>, example: &Example) -> BTreeSet<&'static str> {
    let reading = read(&files(rule.code, example));
    let mut findings = Findings { all: reading.faults, ..Findings::default() };
    let facts = facts(example);
    run(rule, Case { department: &reading.department, facts: &facts, today: TODAY }, &mut findings);
    for finding in &findings.all {
        let source = reading.department.sources.get(finding.place.file);
        assert!(
            finding.place.span.end as usize <= source.text.len(),
            "{}: a place outside the text",
            rule.code
        );
        for lang in Lang::ALL {
            let message = book().message(lang, finding);
            assert!(!message.contains("{$") && !message.contains('‹'), "{}: {message}", rule.code);
        }
    }
    findings.all.iter().map(|finding| finding.code).collect()
}

#[test]
fn bad_examples_raise_exactly_the_rule_and_good_ones_nothing() {
    let mut wrong = Vec::new();
    for rule in all() {
        let (_, doc) = book().doc(rule.code).expect("every rule is in the book");
        for (at, example) in doc.bad.iter().enumerate() {
            let found = codes(rule, example);
            if found != BTreeSet::from([rule.code]) {
                wrong.push(format!("{} bad {}: {found:?}", rule.code, at + 1));
            }
        }
        for (at, example) in doc.good.iter().enumerate() {
            let found = codes(rule, example);
            if !found.is_empty() {
                wrong.push(format!("{} good {}: {found:?}", rule.code, at + 1));
            }
        }
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
}

#[test]
fn every_rule_speaks_both_languages_and_has_examples() {
    let mut codes = BTreeSet::new();
    for rule in all() {
        let doc = diag::RuleDoc::parse(rule.source);
        for lang in Lang::ALL {
            let words = doc.words(lang);
            for text in [&words.message, &words.why, &words.mend] {
                assert!(!text.is_empty(), "{} in {lang}", rule.code);
            }
            let cyrillic = words.why.chars().any(|c| ('а'..='я').contains(&c));
            assert_eq!(cyrillic, lang == Lang::Ru, "{} in {lang}", rule.code);
        }
        assert!(!doc.bad.is_empty() && !doc.good.is_empty(), "{} lacks an example", rule.code);
        assert!(codes.insert(rule.code), "{} stands twice", rule.code);
    }
    assert!(codes.len() >= 60, "{} rules", codes.len());
}

#[test]
fn the_profile_weighs_every_rule_and_no_other() {
    let ours: BTreeSet<&str> = all().map(|rule| rule.code).collect();
    let weighed: BTreeSet<&str> = crate::profile::standard().keys().map(String::as_str).collect();
    assert_eq!(ours, weighed);
}

#[test]
fn machine_mends_lead_to_texts_that_raise_the_rule_less_often() {
    for rule in all() {
        let doc = diag::RuleDoc::parse(rule.source);
        for example in &doc.bad {
            let mut files = files(rule.code, example);
            let before = found(rule, &files);
            let reading = read(&files);
            for finding in before.iter().filter_map(|finding| finding.fix.as_ref()) {
                let edit = &finding.edits[0];
                let source = reading.department.sources.get(edit.place.file);
                let edits: Vec<_> =
                    finding.edits.iter().map(|edit| (edit.place.span, edit.text.as_str())).collect();
                let mended = diag::apply(&source.text, &edits);
                files.put(&*source.path, mended.clone());
                assert!(found(rule, &files).len() < before.len(), "{}: {mended}", rule.code);
                files.put(&*source.path, source.text.as_bytes());
            }
        }
    }
}

fn found(rule: &Rule<Check>, files: &Files) -> Vec<Finding> {
    let reading = read(files);
    let mut findings = Findings { all: reading.faults, ..Findings::default() };
    let facts = Facts::default();
    run(rule, Case { department: &reading.department, facts: &facts, today: TODAY }, &mut findings);
    findings.all.retain(|finding| finding.code == rule.code);
    findings.all
}
