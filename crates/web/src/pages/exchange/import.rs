//! The first step of an import: a file is sent.

use crate::desk::Desk;
use crate::frame::{Frame, page as render};
use crate::problem::Problem;
use crate::visit::Visit;
use app::exchange::{BOUNDS, Upload, import_kinds, read};
use askama::Template;
use axum::extract::multipart::MultipartRejection;
use axum::extract::{Multipart, Query, State};
use axum::response::{Html, Redirect};
use department::labels::kind_plural;
use locale::{Lang, t};
use serde::Deserialize;

#[derive(Template)]
#[template(path = "pages/exchange/import.html")]
struct Page {
    frame: Frame,
    megabytes: usize,
    /// What can be brought in, by name, with a table to begin from.
    kinds: Vec<(String, String)>,
    /// What the import that led here did.
    said: String,
}

/// What led here.
#[derive(Debug, Default, Deserialize)]
pub(super) struct Asked {
    same: Option<u8>,
}

/// `GET /import`
pub(super) async fn page(visit: Visit, Query(asked): Query<Asked>) -> Result<Html<String>, Problem> {
    let lang = visit.lang;
    let kinds = import_kinds()
        .into_iter()
        .map(|kind| (kind_plural(lang, kind.key()), format!("/export/{}.{lang}.csv", kind.key())));
    render(&Page {
        frame: visit.frame(t!(lang, "web-import")),
        megabytes: BOUNDS.bytes >> 20,
        kinds: kinds.collect(),
        said: if asked.same.is_some() { t!(lang, "import-same") } else { String::new() },
    })
}

/// Whose an uploaded file is: the session's; where there is none, the user's.
pub(in crate::pages) fn owner(visit: &Visit) -> String {
    format!("{} {}", visit.signed.user.login, visit.signed.session)
}

/// The file of a form, and what its field `as` says; the file is no longer than so many bytes.
pub(in crate::pages) async fn sent_file(
    parts: Result<Multipart, MultipartRejection>,
    lang: Lang,
    most: usize,
) -> Result<(Upload, String), Problem> {
    let mut parts = parts.map_err(|_| Problem::Wrong)?;
    let (mut found, mut said) = (None, String::new());
    while let Some(part) = parts.next_field().await.map_err(|_| Problem::TooLarge(most))? {
        match part.name() {
            Some("file") => {
                let name: String = part.file_name().unwrap_or_default().chars().take(120).collect();
                let bytes = part.bytes().await.map_err(|_| Problem::TooLarge(most))?;
                found = Some(Upload { name, bytes: bytes.to_vec() });
            }
            Some("as") => {
                said = part.text().await.map_err(|_| Problem::Wrong)?.trim().chars().take(60).collect();
            }
            _ => {}
        }
    }
    let upload = found.filter(|upload| !upload.name.is_empty());
    Ok((upload.ok_or_else(|| Problem::Refused(t!(lang, "import-no-file")))?, said))
}

/// `POST /import`: the file is looked at, kept for a while, and its columns are asked about.
pub(super) async fn upload(
    State(desk): State<Desk>,
    visit: Visit,
    parts: Result<Multipart, MultipartRejection>,
) -> Result<Redirect, Problem> {
    let lang = visit.lang;
    let (upload, _) = sent_file(parts, lang, BOUNDS.bytes).await?;
    // What cannot be read is told of now, and not kept.
    let work = move || read(&upload, None).map(|_| upload);
    let upload = tokio::task::spawn_blocking(work).await.map_err(Problem::fault)?;
    let upload = upload.map_err(|error| Problem::of(error, lang))?;
    let token = desk.shelf().put(&owner(&visit), upload).map_err(|error| Problem::of(error, lang))?;
    Ok(Redirect::to(&format!("/import/{token}")))
}
