//! Data are brought and removed.

use crate::desk::Desk;
use crate::problem::Problem;
use crate::visit::Visit;
use app::studies::DATA_BYTES;
use axum::extract::multipart::MultipartRejection;
use axum::extract::{Form, Multipart, State};
use axum::response::Redirect;
use locale::t;
use serde::Deserialize;

/// `POST /data`: a file is read once, kept, and can be asked.
pub(super) async fn bring(
    State(desk): State<Desk>,
    visit: Visit,
    parts: Result<Multipart, MultipartRejection>,
) -> Result<Redirect, Problem> {
    let mut parts = parts.map_err(|_| Problem::Wrong)?;
    let mut found = None;
    while let Some(part) = parts.next_field().await.map_err(|_| Problem::TooLarge(DATA_BYTES))? {
        if part.name() == Some("file") {
            let name: String = part.file_name().unwrap_or_default().chars().take(120).collect();
            let bytes = part.bytes().await.map_err(|_| Problem::TooLarge(DATA_BYTES))?;
            found = Some((name, bytes.to_vec()));
        }
    }
    let found = found.filter(|(name, _)| !name.is_empty());
    let (name, bytes) = found.ok_or_else(|| Problem::Refused(t!(visit.lang, "import-no-file")))?;
    let brought = visit.workspace.bring_data(&visit.act(&desk), &name, bytes).await;
    brought.map_err(|error| Problem::of(error, visit.lang))?;
    let next = format!("/ask?method=describe&data={}", crate::pages::encoded(&name));
    let analyses = visit.signed.may(app::Right::Analyse);
    Ok(Redirect::to(if analyses { &next } else { "/studies" }))
}

/// Which file.
#[derive(Debug, Deserialize)]
pub(super) struct Named {
    name: String,
}

/// `POST /data/remove`
pub(super) async fn remove(
    State(desk): State<Desk>,
    visit: Visit,
    Form(named): Form<Named>,
) -> Result<Redirect, Problem> {
    let dropped = visit.workspace.drop_data(&visit.act(&desk), &named.name).await;
    match dropped.map_err(|error| Problem::of(error, visit.lang))? {
        true => Ok(Redirect::to("/studies")),
        false => Err(Problem::NotFound),
    }
}
