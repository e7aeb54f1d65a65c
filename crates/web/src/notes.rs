//! Findings as they stand on pages: beside what they speak of, or in a list with their source.

use crate::pages::edit::href;
use crate::places::{self, page_of, page_of_rule};
use app::View;
use department::{Held, Kind, book};
use diag::{FileId, Finding, Severity, Source};
use locale::{Lang, t};

/// A table of the department's texts.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Subject {
    /// Its anchor, as the report gives it: `goal.trust`.
    pub anchor: String,
    /// Its name as people say it.
    pub title: String,
    /// Where it stands.
    pub href: String,
}

impl Subject {
    /// The form that it is written in.
    pub fn form(&self) -> String {
        href(&department::edit::Subject::parse(&self.anchor))
    }
}

/// A finding, ready to be read.
pub(crate) struct Note {
    pub code: &'static str,
    /// `error`, `warning` or `advice`: a class.
    pub weight: &'static str,
    /// The weight in words.
    pub word: String,
    /// What is wrong, why it matters, what to do: HTML.
    pub what: String,
    /// See [`Note::what`].
    pub why: String,
    /// See [`Note::what`].
    pub mend: String,
    /// `sostac.toml:12:3`
    pub place: String,
    /// The line on the page of the file.
    pub href: String,
    /// The file and the line of it.
    pub file: String,
    pub line: usize,
    /// What it speaks of, where that is an element.
    pub subject: Option<Subject>,
    /// The page that it belongs to.
    pub page: &'static str,
    /// Where it begins, where a machine can mend it, with the revision that it stands in.
    pub fix: Option<(u32, u64)>,
    /// The lines that it speaks of.
    pub source: Vec<Line>,
}

impl Note {
    /// Where what it speaks of stands, or its page.
    pub fn link(&self) -> &str {
        self.subject.as_ref().map_or(self.page, |subject| &subject.href)
    }
}

/// A line of a text, with the marked part of it.
pub(crate) struct Line {
    pub number: usize,
    pub before: String,
    pub marked: String,
    pub after: String,
}

/// So many lines of a text are shown with a finding.
const LINES: usize = 4;

/// A finding, and where it is shown: what is asked before a note is written.
pub(crate) struct Spot<'a> {
    pub finding: &'a Finding,
    held: Option<Held<'a>>,
    /// The page that it belongs to.
    pub page: &'static str,
}

/// Where the findings of a department are shown, in the order of the texts.
pub(crate) fn spots(view: &View) -> impl Iterator<Item = Spot<'_>> {
    view.findings.iter().map(|finding| spot(view, finding))
}

/// Where a finding is shown.
pub(crate) fn spot<'a>(view: &'a View, finding: &'a Finding) -> Spot<'a> {
    let held = view.held(finding.place);
    let page = match held {
        Some(Held::Element(kind, ..)) => page_of(kind),
        _ => page_of_rule(finding.code, &view.department().sources.get(finding.place.file).path),
    };
    Spot { finding, held, page }
}

/// Those of a file, at most so many.
pub(crate) fn of_file(view: &View, lang: Lang, file: FileId, most: usize) -> Vec<Note> {
    let own = spots(view).filter(|spot| spot.finding.place.file == file);
    own.take(most).map(|spot| spot.note(view, lang)).collect()
}

impl Spot<'_> {
    /// Its weight as a class.
    pub fn weight(&self) -> &'static str {
        self.finding.severity.word()
    }

    /// The part of its page that shows what it speaks of; the first where that is no single element.
    pub fn part(&self, view: &View) -> usize {
        match self.held {
            Some(Held::Element(kind, id, _)) => places::part_of(view.department(), kind, id),
            _ => 1,
        }
    }

    /// The element that it speaks of, as `goal.trust`.
    pub fn anchor(&self) -> Option<String> {
        match self.held {
            Some(Held::Element(kind, id, _)) => Some(format!("{}.{id}", kind.key())),
            _ => None,
        }
    }

    /// The element of a kind that it speaks of.
    pub fn element(&self, kind: Kind) -> Option<&str> {
        match self.held {
            Some(Held::Element(own, id, _)) if own == kind => Some(id),
            _ => None,
        }
    }

    /// Ready to be read.
    pub fn note(&self, view: &View, lang: Lang) -> Note {
        let (finding, weight) = (self.finding, self.weight());
        let sources = &view.department().sources;
        let source = sources.get(finding.place.file);
        let start = sources.start(finding.place);
        let subject = match self.held {
            Some(Held::Element(kind, id, title)) => {
                let anchor = format!("{}.{id}", kind.key());
                let href = places::href(view.department(), kind, id);
                Some(Subject { anchor, title: title.to_owned(), href })
            }
            _ => None,
        };
        Note {
            code: finding.code,
            weight,
            word: t!(lang, &format!("severity-{weight}")),
            what: prose(&book().message(lang, finding)),
            why: prose(book().why(lang, finding.code)),
            mend: prose(&book().mend(lang, finding)),
            place: format!("{}:{}:{}", source.path, start.line, start.column),
            href: format!("/files/{}#L{}", source.path, start.line),
            file: source.path.to_string(),
            line: start.line,
            page: self.page,
            subject,
            fix: finding.fix.as_ref().map(|_| (finding.place.span.start, view.revision)),
            source: excerpt(source, finding.place.span.range()),
        }
    }
}

/// A rule's words as HTML: what stands between backticks is code.
pub(crate) fn prose(text: &str) -> String {
    let mut html = String::with_capacity(text.len() + 32);
    let parts: Vec<&str> = text.split('`').collect();
    let pairs = parts.len() % 2 == 1;
    for (at, part) in parts.iter().enumerate() {
        match (pairs, at % 2) {
            (true, 1) => html.push_str(&format!("<code>{}</code>", escaped(part))),
            (false, _) if at > 0 => html.push_str(&format!("`{}", escaped(part))),
            _ => html.push_str(&escaped(part)),
        }
    }
    html
}

/// Text that stands for itself in HTML.
pub(crate) fn escaped(text: &str) -> String {
    text.replace('&', "&amp;")
        .replace('<', "&lt;")
        .replace('>', "&gt;")
        .replace('"', "&quot;")
        .replace('\'', "&#39;")
}

/// The lines that a stretch of a text touches; an empty stretch at the beginning of a file shows nothing.
fn excerpt(source: &Source, span: std::ops::Range<usize>) -> Vec<Line> {
    if span.end == 0 {
        return Vec::new();
    }
    let first = source.line_column(u32::try_from(span.start).unwrap_or(u32::MAX)).line;
    let lines = (first..first + LINES).map_while(|number| Some((number, source.line(number)?)));
    lines
        .take_while(|(number, (from, _))| *number == first || *from < span.end)
        .map(|(number, (from, text))| {
            let cut = |offset: usize| {
                let mut at = offset.saturating_sub(from).min(text.len());
                while !text.is_char_boundary(at) {
                    at -= 1;
                }
                at
            };
            let (a, b) = (cut(span.start), cut(span.end));
            let part = |range: std::ops::Range<usize>| text.get(range).unwrap_or_default().to_owned();
            Line { number, before: part(0..a), marked: part(a..b), after: part(b..text.len()) }
        })
        .collect()
}

/// An instant as pages show it: to the second, UTC.
pub(crate) fn when(at: &str) -> String {
    at.replace('T', " ").trim_end_matches('Z').to_owned()
}

/// How many findings there are of a weight, in words: `3 errors`.
pub(crate) fn counted(lang: Lang, severity: Severity, n: usize) -> String {
    t!(lang, &format!("web-count-{}", severity.word()), n = n)
}

#[cfg(test)]
mod tests {
    use super::*;
    use department::Files;
    use jiff::civil::date;

    fn view(text: &str) -> View {
        View::new(0, Files::from([("sostac.toml", text)]).into(), Default::default(), date(2026, 3, 1))
    }

    #[test]
    fn a_finding_stands_beside_its_element() {
        let view = view("[goal.a]\nname = \"А\"\n[horizons]\ntactical = 1\n[goal.b]\nname = \"Б <b>\"\n");
        let all: Vec<Note> = spots(&view).map(|spot| spot.note(&view, Lang::En)).collect();
        let of = |code: &str| all.iter().filter(|note| note.code == code).collect::<Vec<_>>();
        let goals: Vec<_> = of("OB01").iter().filter_map(|note| note.subject.clone()).collect();
        assert_eq!(goals.iter().map(|goal| goal.anchor.as_str()).collect::<Vec<_>>(), ["goal.a", "goal.b"]);
        assert_eq!(goals[1].title, "Б <b>");
        let typed = of("TX05");
        assert_eq!(typed[0].subject, None, "a table that stands alone is no element");
        assert_eq!(
            (typed[0].source[0].before.as_str(), typed[0].source[0].marked.as_str()),
            ("tactical = ", "1")
        );
        assert_eq!(typed[0].href, "/files/sostac.toml#L4");
    }

    #[test]
    fn what_stands_between_backticks_is_code() {
        assert_eq!(prose("write `a < b` & `c`"), "write <code>a &lt; b</code> &amp; <code>c</code>");
        assert_eq!(prose("a lone ` and <b>"), "a lone ` and &lt;b&gt;");
    }

    #[test]
    fn an_excerpt_never_cuts_a_letter() {
        let source = Source::new("a.toml", "имя = \"я\"\nб\n");
        for start in 0..20 {
            for end in start..22 {
                excerpt(&source, start..end);
            }
        }
    }
}
