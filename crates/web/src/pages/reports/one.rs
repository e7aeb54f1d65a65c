//! One report: how far its making has come, and its files.

use super::list::{by, files, name, state};
use crate::desk::Desk;
use crate::frame::{Frame, page};
use crate::notes::when;
use crate::problem::Problem;
use crate::visit::Visit;
use app::reports::{Doing, media_type};
use askama::Template;
use axum::extract::{Path, State};
use axum::http::HeaderValue;
use axum::http::header::{CONTENT_DISPOSITION, CONTENT_TYPE, REFRESH};
use axum::response::{IntoResponse, Response};
use locale::t;

/// A page of a report that is being made is asked again after so many seconds.
const AGAIN: HeaderValue = HeaderValue::from_static("2");

#[derive(Template)]
#[template(path = "pages/reports/one.html")]
struct Page {
    frame: Frame,
    id: u64,
    state: (&'static str, String),
    /// Who asked for it, when, and of which revision it is made.
    about: Vec<(String, String)>,
    files: Vec<(String, String)>,
    /// Steps that are done, of how many, and what is being done; nothing where it has ended.
    progress: Option<(usize, usize, String)>,
    problem: String,
}

/// `GET /control/reports/3`
pub(super) async fn one(visit: Visit, Path(id): Path<u64>) -> Result<Response, Problem> {
    let lang = visit.lang;
    let report = visit.workspace.store().report(id).await.map_err(Problem::fault)?;
    let report = report.ok_or(Problem::NotFound)?;
    let mut about =
        vec![(t!(lang, "reports-by"), by(&report, lang)), (t!(lang, "reports-at"), when(&report.act.at))];
    if report.revision > 0 {
        about.push((t!(lang, "reports-revision"), report.revision.to_string()));
    }
    let progress = report.done.is_empty().then(|| match visit.workspace.progress(id) {
        None => (0, 1, t!(lang, "reports-waiting")),
        Some(progress) => {
            let doing = match progress.doing {
                Doing::Judging => t!(lang, "reports-judging"),
                Doing::Writing(name) => t!(lang, "reports-writing", name = name),
            };
            (progress.done, progress.of, doing)
        }
    });
    let again = progress.is_some();
    let html = page(&Page {
        frame: visit.frame(name(&report, lang)),
        id,
        state: state(&report, lang),
        about,
        files: files(&report),
        progress,
        problem: report.problem.clone(),
    })?;
    Ok(if again { ([(REFRESH, AGAIN)], html).into_response() } else { html.into_response() })
}

/// `GET /control/reports/3/control.2026-10-31.ru.pdf`. That it went out is in the audit trail.
pub(crate) async fn file(
    State(desk): State<Desk>,
    visit: Visit,
    Path((id, name)): Path<(u64, String)>,
) -> Result<Response, Problem> {
    let content = visit.workspace.store().report_file(id, &name).await.map_err(Problem::fault)?;
    let content = content.ok_or(Problem::NotFound)?;
    visit.note(&desk, "export", &name).await?;
    let ending = name.rsplit('.').next().unwrap_or_default();
    let disposition = HeaderValue::from_str(&format!("attachment; filename=\"{name}\""));
    let disposition = disposition.map_err(Problem::fault)?;
    let media_type = HeaderValue::from_static(media_type(ending));
    Ok(([(CONTENT_TYPE, media_type), (CONTENT_DISPOSITION, disposition)], content).into_response())
}
