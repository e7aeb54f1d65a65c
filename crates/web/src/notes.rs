//! Findings as they stand on pages: beside what they speak of, or in a list with their source.

use crate::pages::edit::href;
use app::View;
use department::{Department, Element, Kind, book};
use diag::{FileId, Finding, Severity, Source};
use locale::{Lang, t};

/// A table of the department's texts.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Subject {
    /// Its anchor, as the report gives it: `goal.trust`.
    pub anchor: String,
    /// Its name as people say it.
    pub title: String,
    /// The page that shows it.
    pub page: &'static str,
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

/// A line of a text, with the marked part of it.
pub(crate) struct Line {
    pub number: usize,
    pub before: String,
    pub marked: String,
    pub after: String,
}

/// So many lines of a text are shown with a finding.
const LINES: usize = 4;

/// The findings of a department in a language, in the order of the texts.
pub(crate) fn notes(view: &View, lang: Lang) -> Vec<Note> {
    let subjects = Subjects::of(view.department());
    view.findings.iter().map(|finding| note(view, &subjects, finding, lang)).collect()
}

fn note(view: &View, subjects: &Subjects, finding: &Finding, lang: Lang) -> Note {
    let sources = &view.department().sources;
    let source = sources.get(finding.place.file);
    let start = sources.start(finding.place);
    let subject = subjects.at(finding.place.file, finding.place.span.start).cloned();
    let weight = finding.severity.word();
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
        page: subject
            .as_ref()
            .map_or_else(|| page_of_rule(finding.code, &source.path), |subject| subject.page),
        subject,
        fix: finding.fix.as_ref().map(|_| (finding.place.span.start, view.revision)),
        source: excerpt(source, finding.place.span.range()),
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
    let mut lines = Vec::new();
    let mut from = 0;
    for (at, text) in source.text.split_inclusive('\n').enumerate() {
        let (number, to) = (at + 1, from + text.len());
        if number >= first && (from < span.end || number == first) && lines.len() < LINES {
            let text = text.trim_end_matches(['\n', '\r']);
            let cut = |offset: usize| {
                let mut at = offset.saturating_sub(from).min(text.len());
                while !text.is_char_boundary(at) {
                    at -= 1;
                }
                at
            };
            let (a, b) = (cut(span.start), cut(span.end));
            let part = |range: std::ops::Range<usize>| text.get(range).unwrap_or_default().to_owned();
            lines.push(Line { number, before: part(0..a), marked: part(a..b), after: part(b..text.len()) });
        }
        from = to;
    }
    lines
}

/// Where every table of the texts begins.
struct Subjects {
    heads: Vec<(FileId, u32, Option<Subject>)>,
}

impl Subjects {
    fn of(department: &Department) -> Self {
        let mut heads = Vec::with_capacity(department.len() + 8);
        department.each(|kind, meta, title| {
            let anchor = format!("{}.{}", kind.key(), meta.id);
            let subject = Subject { anchor, title: title.to_owned(), page: page_of(kind) };
            heads.push((meta.file, meta.head.start, Some(subject)));
        });
        let alone = [
            department.about.meta(),
            department.rules.meta(),
            department.business.meta(),
            department.situation.meta(),
            department.horizons.meta(),
            department.strategy.meta(),
            department.scorecard.meta(),
            department.listening.meta(),
        ];
        heads.extend(
            alone.iter().filter(|meta| !meta.id.is_empty()).map(|meta| (meta.file, meta.head.start, None)),
        );
        heads.sort_unstable_by_key(|(file, start, _)| (*file, *start));
        Subjects { heads }
    }

    /// The element whose table a place of a file is in.
    fn at(&self, file: FileId, offset: u32) -> Option<&Subject> {
        let after = self.heads.partition_point(|(known, start, _)| (*known, *start) <= (file, offset));
        let (known, _, subject) = self.heads.get(after.checked_sub(1)?)?;
        subject.as_ref().filter(|_| *known == file)
    }
}

/// The page that shows elements of a kind.
pub(crate) const fn page_of(kind: Kind) -> &'static str {
    match kind {
        Kind::Statement | Kind::Tows | Kind::Segment | Kind::Competitor | Kind::Channel | Kind::Baseline => {
            "/situation"
        }
        Kind::BusinessGoal | Kind::Goal | Kind::Task => "/objectives",
        Kind::Instrument => "/strategy",
        Kind::Tactic => "/tactics",
        Kind::Action => "/actions",
        Kind::Kpi => "/control",
        Kind::Objective | Kind::Initiative => "/scorecard",
        Kind::Process => "/processes",
        Kind::Handoff | Kind::Unit => "/handoffs",
        Kind::Person | Kind::Role | Kind::Competence | Kind::Software | Kind::ApprovalStage => "/people",
        Kind::ListeningSource | Kind::Query | Kind::Route => "/listening",
    }
}

/// The page of an element, by its anchor `kind.id`.
pub(crate) fn page_of_anchor(anchor: &str) -> Option<&'static str> {
    let (key, _) = anchor.split_once('.')?;
    Kind::ALL.iter().find(|kind| kind.key() == key).map(|kind| page_of(*kind))
}

/// The page of a finding that speaks of no single element: by the rule's family, else by the file.
fn page_of_rule(code: &str, file: &str) -> &'static str {
    match (code.get(..2).unwrap_or_default(), file) {
        ("BG" | "OB", _) => "/objectives",
        ("SI", _) => "/situation",
        ("ST", _) => "/strategy",
        ("TA", _) => "/tactics",
        ("AC", _) => "/actions",
        ("CO", _) => "/control",
        ("SC", _) => "/scorecard",
        ("PR", _) => "/processes",
        ("CS", _) => "/people",
        ("LI", _) => "/listening",
        ("AP", _) => "/people",
        (_, "business.toml") => "/objectives",
        (_, "sostac.toml") => "/situation",
        (_, "scorecard.toml") => "/scorecard",
        (_, "listening.toml") => "/listening",
        _ => "/people",
    }
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
        let all = notes(&view, Lang::En);
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
