//! Both documents: their state, and their files in every form and language.

use crate::desk::Desk;
use crate::frame::{Frame, page, revision};
use crate::notes;
use crate::problem::Problem;
use crate::visit::{self, Visit};
use app::{Format, View};
use askama::Template;
use axum::extract::{Path, State};
use axum::http::HeaderValue;
use axum::http::header::{CONTENT_DISPOSITION, CONTENT_TYPE};
use axum::response::{Html, IntoResponse, Response};
use diag::Severity;
use locale::{Lang, t};

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
pub(super) fn standings(view: &View, lang: Lang) -> [Standing; 2] {
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
            revision: revision(lang, &view.department().about),
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

#[derive(Template)]
#[template(path = "pages/documents.html")]
struct Page {
    frame: Frame,
    papers: Vec<(Standing, Vec<Download>)>,
    errors: String,
}

/// `GET /documents`
pub(super) async fn documents(visit: Visit) -> Result<Html<String>, Problem> {
    let lang = visit.lang;
    let downloads = |name: &str| {
        let own_first = [lang].into_iter().chain(Lang::ALL.into_iter().filter(move |other| *other != lang));
        let each = own_first.flat_map(|lang| Format::ALL.map(|format| (lang, format)));
        each.map(|(lang, format)| Download {
            href: format!("/documents/{name}.{lang}.{}", format.ending()),
            form: format.ending().to_uppercase(),
            lang: lang.own_name(),
        })
        .collect()
    };
    let errors = visit.view.findings.iter().filter(|finding| finding.severity == Severity::Error).count();
    let papers = standings(&visit.view, lang).map(|standing| {
        let downloads = downloads(standing.name);
        (standing, downloads)
    });
    page(&Page {
        frame: visit.frame(t!(lang, "web-documents")),
        papers: papers.into(),
        errors: if errors > 0 { notes::counted(lang, Severity::Error, errors) } else { String::new() },
    })
}

/// `GET /documents/sostac.ru.pdf`: the document, made anew from the texts as they are now.
pub(super) async fn document(
    State(desk): State<Desk>,
    Path(name): Path<String>,
) -> Result<Response, Problem> {
    let (which, lang, format) = asked(&name).ok_or(Problem::NotFound)?;
    let view = visit::view(&desk, Some(lang)).await?;
    let printer = desk.printer();
    let work = move || {
        let document = app::documents(&view, lang).into_iter().find(|document| document.name == which);
        document.map(|document| app::render(&document, format, &*printer)).transpose()
    };
    let made = tokio::task::spawn_blocking(work).await.map_err(Problem::fault)?.map_err(Problem::fault)?;
    let made = made.ok_or(Problem::NotFound)?;
    let disposition = format!("attachment; filename=\"{}\"", made.name);
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
