//! Findings for a machine, in a stable shape.

use crate::{Book, Finding, Severity, Sources};
use locale::Lang;
use serde_json::{Value, json};

/// `{"findings":[{"code","severity","file","line","column","end_line","end_column","message","why","mend",
/// "fix"}],"summary":{"errors","warnings","advice"}}`. Lines and columns count from 1, columns in characters;
/// `fix` is null or a list of `{"file","start","end","text"}` with byte offsets.
pub fn render(book: &Book, sources: &Sources, findings: &[Finding], lang: Lang) -> Value {
    let list: Vec<Value> = findings.iter().map(|finding| one(book, sources, finding, lang)).collect();
    let count = |severity| findings.iter().filter(|finding| finding.severity == severity).count();
    json!({
        "findings": list,
        "summary": {
            "errors": count(Severity::Error),
            "warnings": count(Severity::Warning),
            "advice": count(Severity::Advice),
        },
    })
}

fn one(book: &Book, sources: &Sources, finding: &Finding, lang: Lang) -> Value {
    let start = sources.start(finding.place);
    let end = sources.end(finding.place);
    let fix = finding.fix.as_ref().map(|fix| {
        let edit = |edit: &crate::Edit| {
            let span = edit.place.span;
            json!({
                "file": &*sources.get(edit.place.file).path,
                "start": span.start, "end": span.end, "text": edit.text,
            })
        };
        fix.edits.iter().map(edit).collect::<Vec<_>>()
    });
    json!({
        "code": finding.code,
        "severity": finding.severity,
        "file": &*sources.get(finding.place.file).path,
        "line": start.line,
        "column": start.column,
        "end_line": end.line,
        "end_column": end.column,
        "message": book.message(lang, finding),
        "why": book.why(lang, finding.code),
        "mend": book.mend(lang, finding),
        "fix": fix,
    })
}
