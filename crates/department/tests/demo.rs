//! The demonstration's department under the rules.

use department::{Files, Kind, Reading, check, read};
use jiff::civil::date;
use std::collections::BTreeMap;

/// The demonstration in a language, read.
fn reading(language: &str) -> Reading {
    let files: Files = demo::files(language).iter().copied().collect();
    read(&files)
}

/// What is found on the demonstration's day: codes, each with the first line of what it stands at.
fn found(reading: &Reading) -> Vec<(&'static str, String)> {
    let line = |finding: &diag::Finding| {
        let source = reading.department.sources.get(finding.place.file);
        let start = source.text[..finding.place.span.start as usize].rfind('\n').map_or(0, |at| at + 1);
        source.text[start..].lines().next().unwrap_or_default().to_owned()
    };
    let findings = check(reading, date(2026, 11, 23));
    findings.iter().map(|finding| (finding.code, line(finding))).collect()
}

#[test]
fn the_demonstration_has_just_its_four_deliberate_findings() {
    for language in ["en", "ru"] {
        let reading = reading(language);
        let expected = [
            ("CS05", "[software.survey_panel]"),
            ("PR03", "[handoff.stock_to_smm]"),
            ("OB11", "[task.evening_cover]"),
            ("CO03", "[kpi.dealer_pages]"),
        ];
        assert_eq!(found(&reading), expected.map(|(code, line)| (code, line.to_owned())), "{language}");
    }
}

#[test]
fn both_languages_have_the_same_structure() {
    let structure = |language| {
        let mut kinds = BTreeMap::<Kind, Vec<String>>::new();
        let reading = reading(language);
        reading.department.each(|kind, meta, _| kinds.entry(kind).or_default().push(meta.id.to_string()));
        kinds
    };
    let english = structure("en");
    assert_eq!(english, structure("ru"));
    assert!(Kind::ALL.iter().all(|kind| english.contains_key(kind)), "a kind is missing");
}

#[test]
fn generated_departments_of_any_size_are_whole_and_lack_little() {
    for (elements, seed) in [(0, 1), (200, 2), (999, 3), (5000, 4), (20_001, 5)] {
        let files: Files = demo::generated(elements, seed).into_iter().collect();
        let reading = read(&files);
        assert!(reading.department.len() == elements || elements == 0, "{}", reading.department.len());
        let found = found(&reading);
        assert!(found.len() <= 3 + elements / 500, "{} findings among {elements}", found.len());
        let meant = ["CS05", "PR03", "OB11", "CO03"];
        let other: Vec<_> = found.iter().filter(|(code, _)| !meant.contains(code)).take(9).collect();
        assert!(other.is_empty(), "{elements}: {other:?}");
    }
}
