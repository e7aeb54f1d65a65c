//! Both documents: their state, and their files in every form and language.

use crate::desk::Desk;
use crate::frame::{Frame, page, revision};
use crate::notes;
use crate::pages::{approval, exchange};
use crate::problem::Problem;
use crate::visit::Visit;
use app::approval::Which;
use app::{AppError, Format};
use askama::Template;
use axum::extract::{Path, Query, State};
use axum::http::HeaderValue;
use axum::http::header::{CONTENT_DISPOSITION, CONTENT_TYPE};
use axum::response::{Html, IntoResponse, Response};
use diag::Severity;
use locale::{Lang, t};
use serde::Deserialize;

/// A document with the files that its text is in.
struct Paper {
    name: &'static str,
    files: &'static [&'static str],
    pages: &'static [(&'static str, &'static str)],
}

const PAPERS: [Paper; 2] = [
    Paper {
        name: "sostac",
        files: &["business.toml", "sostac.toml"],
        pages: &[
            ("/situation", "web-situation"),
            ("/objectives", "web-objectives"),
            ("/strategy", "web-strategy"),
            ("/tactics", "web-tactics"),
            ("/actions", "web-actions"),
            ("/control", "web-control"),
        ],
    },
    Paper {
        name: "scorecard",
        files: &["department.toml", "scorecard.toml", "listening.toml"],
        pages: &[
            ("/scorecard", "web-scorecard"),
            ("/processes", "web-processes"),
            ("/handoffs", "web-handoffs"),
            ("/people", "web-people"),
            ("/listening", "web-listening"),
        ],
    },
];

/// How a document stands.
pub(super) struct Standing {
    /// `sostac`
    pub name: &'static str,
    pub title: String,
    pub about: String,
    pub revision: String,
    /// Findings about its texts: class and words.
    pub counts: Vec<(&'static str, String)>,
    pub clean: String,
    pub files: &'static [&'static str],
    pub pages: Vec<(&'static str, String)>,
}

/// How both documents stand.
pub(super) fn standings(visit: &Visit) -> [Standing; 2] {
    let (view, lang) = (&*visit.view, visit.lang);
    let sources = &view.department().sources;
    PAPERS.map(|paper| {
        let own = view.findings.iter().filter(|finding| {
            let path = &*sources.get(finding.place.file).path;
            // What stands in no known file is the organisation's to sort out.
            paper.files.contains(&path) || (paper.name == "scorecard" && !department::FILES.contains(&path))
        });
        Standing {
            name: paper.name,
            title: t!(lang, &format!("web-document-{}", paper.name)),
            about: t!(lang, &format!("web-document-{}-about", paper.name)),
            revision: revision(lang, view, &visit.approvals),
            counts: super::findings::counts(lang, own.map(|finding| finding.severity.word())),
            clean: t!(lang, "web-no-findings"),
            files: paper.files,
            pages: paper.pages.iter().map(|&(href, key)| (href, t!(lang, key))).collect(),
        }
    })
}

/// A file of a document to take away.
struct Download {
    href: String,
    form: String,
    lang: &'static str,
}

/// A revision of a document: the normative one, the draft, or one that was asked for.
struct Edition {
    name: String,
    /// In words: its number, who approved it and when.
    words: String,
    /// A state's class.
    class: &'static str,
    downloads: Vec<Download>,
}

#[derive(Template)]
#[template(path = "pages/documents.html")]
struct Page {
    frame: Frame,
    papers: Vec<(Standing, Vec<Edition>)>,
    errors: String,
    normative: bool,
    /// The department's tables, days and whole.
    tables: exchange::Downloads,
}

/// Which revision is asked for.
#[derive(Debug, Default, Deserialize)]
pub(crate) struct Asked {
    revision: Option<String>,
}

impl Asked {
    fn which(&self) -> Result<Which, Problem> {
        Which::of(self.revision.as_deref().unwrap_or_default()).ok_or(Problem::Wrong)
    }
}

/// `GET /documents?revision=13`: the normative revision and the draft, and the one that is asked for.
pub(super) async fn documents(
    State(desk): State<Desk>,
    visit: Visit,
    Query(asked): Query<Asked>,
) -> Result<Html<String>, Problem> {
    let lang = visit.lang;
    let normative = visit.approvals.normative.as_ref();
    let asked = match asked.which()? {
        Which::Number(number) if number > visit.view.revision => return Err(Problem::NotFound),
        Which::Number(number) if normative.is_none_or(|one| one.revision != number) => Some(number),
        _ => None,
    };
    let users = desk.users(visit.view.department()).await.map_err(|error| Problem::of(error, lang))?;
    let editions = |name: &str| {
        let mut all = Vec::new();
        if let Some(one) = normative {
            let (by, date) = approval::decided(&visit, &users, one);
            all.push(Edition {
                name: t!(lang, "documents-normative"),
                words: t!(lang, "documents-approved", revision = one.revision, by = by, date = date),
                class: "good",
                downloads: downloads(lang, name, Some(one.revision)),
            });
        }
        let draft = visit.view.revision;
        let same = normative.is_some_and(|one| one.revision == draft);
        for number in asked.into_iter().filter(|number| *number != draft).chain([draft]) {
            let words = match (number, same) {
                (0, _) => t!(lang, "web-draft"),
                (_, true) if number == draft => t!(lang, "documents-draft-same"),
                _ => t!(lang, "documents-draft-of", revision = number),
            };
            let named = Some(number).filter(|number| *number != draft);
            let downloads = if same && number == draft { Vec::new() } else { downloads(lang, name, named) };
            all.push(Edition { name: t!(lang, "documents-draft"), words, class: "quiet", downloads });
        }
        all
    };
    let errors = visit.view.findings.iter().filter(|finding| finding.severity == Severity::Error).count();
    let papers = standings(&visit).map(|standing| {
        let editions = editions(standing.name);
        (standing, editions)
    });
    page(&Page {
        frame: visit.frame(t!(lang, "web-documents")),
        papers: papers.into(),
        errors: if errors > 0 { notes::counted(lang, Severity::Error, errors) } else { String::new() },
        normative: normative.is_some(),
        tables: exchange::Downloads::of(lang),
    })
}

/// The files of a document, the reader's language first; without a revision, of the draft as it stands.
fn downloads(lang: Lang, name: &str, revision: Option<u64>) -> Vec<Download> {
    let own_first = [lang].into_iter().chain(Lang::ALL.into_iter().filter(move |other| *other != lang));
    let each = own_first.flat_map(|lang| Format::ALL.map(|format| (lang, format)));
    let query = revision.map_or_else(String::new, |number| format!("?revision={number}"));
    each.map(|(lang, format)| Download {
        href: format!("/documents/{name}.{lang}.{}{query}", format.ending()),
        form: format.ending().to_uppercase(),
        lang: lang.own_name(),
    })
    .collect()
}

/// `GET /documents/sostac.ru.pdf?revision=12`: the document, made anew from the texts of the revision, or from those of
/// the draft. That it went out is in the audit trail.
pub(crate) async fn document(
    State(desk): State<Desk>,
    visit: Visit,
    Path(name): Path<String>,
    Query(asked): Query<Asked>,
) -> Result<Response, Problem> {
    let (name, lang, format) = self::asked(&name).ok_or(Problem::NotFound)?;
    let which = asked.which()?;
    let workspace = desk.workspace(Some(lang));
    let wrong = |error: AppError| Problem::of(error, visit.lang);
    let users = desk.users(visit.view.department()).await.map_err(wrong)?;
    let printed = workspace.printed(which, users).await.map_err(wrong)?;
    let printer = desk.printer();
    let number = printed.view.revision;
    let work = move || {
        let document = printed.documents(lang).into_iter().find(|document| document.name == name);
        document.map(|document| app::render(&document, format, &*printer)).transpose()
    };
    let made = tokio::task::spawn_blocking(work).await.map_err(Problem::fault)?.map_err(Problem::fault)?;
    let made = made.ok_or(Problem::NotFound)?;
    let file = match which {
        Which::Last => made.name,
        _ => made.name.replacen('.', &format!("-{number}."), 1),
    };
    visit.note(&desk, "export", &format!("{file} · revision {number}")).await?;
    let disposition = format!("attachment; filename=\"{file}\"");
    let disposition = HeaderValue::from_str(&disposition).map_err(Problem::fault)?;
    let media_type = HeaderValue::from_static(format.media_type());
    Ok(([(CONTENT_TYPE, media_type), (CONTENT_DISPOSITION, disposition)], made.content).into_response())
}

/// Document, language and form of a file's name.
fn asked(name: &str) -> Option<(&'static str, Lang, Format)> {
    let mut parts = name.split('.');
    let (which, lang, format) = (parts.next()?, parts.next()?.parse().ok()?, Format::of(parts.next()?)?);
    let known = app::document_names().into_iter().find(|known| *known == which)?;
    parts.next().is_none().then_some((known, lang, format))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_documents_that_there_are_can_be_asked_for() {
        assert_eq!(asked("sostac.ru.pdf"), Some(("sostac", Lang::Ru, Format::Pdf)));
        for name in ["sostac", "sostac.ru", "sostac.de.pdf", "other.ru.pdf", "sostac.ru.pdf.exe", "..", ""] {
            assert_eq!(asked(name), None, "{name}");
        }
    }
}
