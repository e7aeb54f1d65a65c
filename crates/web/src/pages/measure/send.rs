//! The first step of bringing figures in: a file is sent; and the last: what has come of it.

use crate::desk::Desk;
use crate::frame::{Frame, page as render};
use crate::pages::exchange::{owner, sent_file};
use crate::pages::states;
use crate::problem::Problem;
use crate::visit::Visit;
use app::figures::{BOUNDS, named_imports, read_figures};
use askama::Template;
use axum::extract::multipart::MultipartRejection;
use axum::extract::{Multipart, Query, State};
use axum::response::{Html, Redirect};
use department::Element;
use locale::t;

/// So many KPIs are led to.
const LED: usize = 20;

#[derive(Template)]
#[template(path = "pages/measure/send.html")]
struct Page {
    frame: Frame,
    megabytes: usize,
    /// The names of imports that are kept.
    saved: Vec<String>,
    /// What the import that led here did, with the KPIs that it touched.
    said: String,
    /// Why its columns are not remembered, where they are not.
    lost: String,
    kpis: Vec<(String, String)>,
}

/// `GET /measurements/import?added=1&revised=2&unchanged=3&kpi=…`
pub(super) async fn page(
    visit: Visit,
    Query(asked): Query<Vec<(String, String)>>,
) -> Result<Html<String>, Problem> {
    let lang = visit.lang;
    let number = |name: &str| {
        let found = asked.iter().find(|(known, _)| known == name);
        found.and_then(|(_, text)| text.parse::<usize>().ok())
    };
    let said = match (number("added"), number("revised"), number("unchanged")) {
        (Some(added), Some(revised), Some(unchanged)) => {
            t!(lang, "measurements-done", added = added, revised = revised, unchanged = unchanged)
        }
        _ => String::new(),
    };
    let lost = asked.iter().find(|(name, _)| name == "lost");
    let lost = lost.map(|(_, name)| t!(lang, "measurements-cli-not-kept", name = name));
    let ids = asked.iter().filter(|(name, _)| name == "kpi").take(LED);
    let known = ids.filter_map(|(_, id)| visit.view.department().kpis.get(id));
    let kpis = known.map(|kpi| (states::href(kpi), kpi.title().to_owned())).collect();
    let named = named_imports(visit.workspace.store()).await.map_err(|error| Problem::of(error, lang))?;
    render(&Page {
        frame: visit.frame(t!(lang, "measurements-import")),
        megabytes: BOUNDS.bytes >> 20,
        saved: named.into_iter().map(|(name, _)| name).collect(),
        said,
        lost: lost.unwrap_or_default(),
        kpis,
    })
}

/// `POST /measurements/import`: the file is looked at and kept for a while.
pub(super) async fn upload(
    State(desk): State<Desk>,
    visit: Visit,
    parts: Result<Multipart, MultipartRejection>,
) -> Result<Redirect, Problem> {
    let lang = visit.lang;
    let (upload, saved) = sent_file(parts, lang, BOUNDS.bytes).await?;
    // What cannot be read is told of now, and not kept.
    let work = move || read_figures(&upload.name, &upload.bytes, "", &BOUNDS).map(|_| upload);
    let upload = tokio::task::spawn_blocking(work).await.map_err(Problem::fault)?;
    let upload = upload.map_err(|error| Problem::of(error, lang))?;
    let token = desk.shelf().put(&owner(&visit), upload).map_err(|error| Problem::of(error, lang))?;
    let saved = if saved.is_empty() { saved } else { format!("?as={}", crate::pages::encoded(&saved)) };
    Ok(Redirect::to(&format!("/measurements/import/{token}{saved}")))
}
