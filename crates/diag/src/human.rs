//! Findings for a person at a terminal.

use crate::{Book, Finding, Severity, Sources};
use annotate_snippets::{AnnotationKind, Group, Level, Renderer, Snippet};
use locale::{Lang, t};

/// All findings as text, each with the lines it speaks of, why it matters and the mend; `colour` adds ANSI
/// colours.
pub fn render(book: &Book, sources: &Sources, findings: &[Finding], lang: Lang, colour: bool) -> String {
    let renderer = if colour { Renderer::styled() } else { Renderer::plain() };
    let mut out = String::new();
    for finding in findings {
        out.push_str(
            &renderer.render(&[group(book, sources, finding, lang).elements(notes(book, finding, lang))]),
        );
        out.push_str("\n\n");
    }
    out
}

fn group<'a>(book: &Book, sources: &'a Sources, finding: &Finding, lang: Lang) -> Group<'a> {
    let level = match finding.severity {
        Severity::Error => Level::ERROR,
        Severity::Warning => Level::WARNING,
        Severity::Advice => Level::INFO,
    };
    let word = t!(lang, &format!("severity-{}", finding.severity.word()));
    let source = sources.get(finding.place.file);
    let title = level.with_name(word).primary_title(book.message(lang, finding)).id(finding.code);
    let group = Group::with_title(title);
    if source.text.is_empty() {
        return group.element(annotate_snippets::Origin::path(source.path.to_string()));
    }
    let mut range = finding.place.span.range();
    range.end = range.end.min(source.text.len());
    range.start = range.start.min(range.end);
    group.element(
        Snippet::source(&*source.text)
            .path(source.path.to_string())
            .annotation(AnnotationKind::Primary.span(range)),
    )
}

fn notes<'a>(book: &Book, finding: &Finding, lang: Lang) -> [annotate_snippets::Message<'a>; 2] {
    let why = Level::NOTE.with_name(t!(lang, "finding-why")).message(book.why(lang, finding.code).to_owned());
    let mend = Level::HELP.with_name(t!(lang, "finding-mend")).message(book.mend(lang, finding));
    [why, mend]
}
