//! Findings for a person at a terminal.

use crate::{Book, Finding, Severity, Source, Sources, Span};
use annotate_snippets::{AnnotationKind, Group, Level, Renderer, Snippet};
use locale::{Lang, t};
use std::ops::Range;

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
    let (first_line, lines, range) = excerpt(source, finding.place.span);
    group.element(
        Snippet::source(lines)
            .line_start(first_line)
            .path(source.path.to_string())
            .annotation(AnnotationKind::Primary.span(range)),
    )
}

/// The lines that a span stands in, the number of the first, and the span inside them. A renderer that is given the
/// whole of a long text for each finding spends its time on the text.
fn excerpt(source: &Source, span: Span) -> (usize, &str, Range<usize>) {
    let text = &*source.text;
    let floor = |mut at: usize| {
        at = at.min(text.len());
        while !text.is_char_boundary(at) {
            at -= 1;
        }
        at
    };
    let (start, end) = (floor(span.start as usize), floor(span.end as usize));
    let begin = text[..start].rfind('\n').map_or(0, |at| at + 1);
    let stop = text[end..].find('\n').map_or(text.len(), |at| end + at);
    (source.line_column(span.start).line, &text[begin..stop], start - begin..end - begin)
}

fn notes<'a>(book: &Book, finding: &Finding, lang: Lang) -> [annotate_snippets::Message<'a>; 2] {
    let why = Level::NOTE.with_name(t!(lang, "finding-why")).message(book.why(lang, finding.code).to_owned());
    let mend = Level::HELP.with_name(t!(lang, "finding-mend")).message(book.mend(lang, finding));
    [why, mend]
}
