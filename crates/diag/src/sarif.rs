//! Findings as SARIF 2.1.0 (OASIS), which code hosts and editors show beside the text.

use crate::{Book, Finding, Severity, Sources};
use locale::Lang;
use serde_json::{Value, json};
use std::collections::BTreeSet;

/// A SARIF log with one run; it lists the rules that occur.
pub fn render(book: &Book, sources: &Sources, findings: &[Finding], lang: Lang, version: &str) -> Value {
    let codes: BTreeSet<&str> = findings.iter().map(|finding| finding.code).collect();
    let rules: Vec<Value> = codes.iter().map(|code| rule(book, code, lang)).collect();
    let results: Vec<Value> = findings.iter().map(|finding| result(book, sources, finding, lang)).collect();
    json!({
        "$schema": "https://json.schemastore.org/sarif-2.1.0.json",
        "version": "2.1.0",
        "runs": [{
            "tool": { "driver": { "name": "reper", "version": version, "language": lang.code(), "rules": rules } },
            "columnKind": "unicodeCodePoints",
            "results": results,
        }],
    })
}

fn rule(book: &Book, code: &str, lang: Lang) -> Value {
    json!({
        "id": code,
        "shortDescription": { "text": book.title(lang, code) },
        "fullDescription": { "text": book.why(lang, code) },
        "help": { "text": book.advice(lang, code) },
    })
}

fn result(book: &Book, sources: &Sources, finding: &Finding, lang: Lang) -> Value {
    let start = sources.start(finding.place);
    let end = sources.end(finding.place);
    let level = match finding.severity {
        Severity::Error => "error",
        Severity::Warning => "warning",
        Severity::Advice => "note",
    };
    json!({
        "ruleId": finding.code,
        "level": level,
        "message": { "text": book.message(lang, finding) },
        "locations": [{
            "physicalLocation": {
                "artifactLocation": { "uri": &*sources.get(finding.place.file).path },
                "region": {
                    "startLine": start.line, "startColumn": start.column,
                    "endLine": end.line, "endColumn": end.column,
                },
            },
        }],
    })
}
