//! What the rules say of a text that has not been saved yet: for the editor's margin.

use super::form::{Form, Sent};
use crate::problem::Problem;
use crate::visit::Visit;
use app::View;
use axum::Json;
use axum::extract::Path;
use department::{Files, book};
use diag::Finding;
use locale::Lang;
use serde::Serialize;
use std::sync::Arc;

/// So many findings stand in a margin.
const MOST: usize = 500;

/// A finding at its place.
#[derive(Debug, Serialize)]
pub(super) struct Mark {
    /// Where it begins, in UTF-16 units, as a browser counts.
    from: usize,
    /// Where it ends.
    to: usize,
    weight: &'static str,
    code: &'static str,
    message: String,
}

/// `POST /check-text/sostac.toml`
pub(super) async fn proof(
    visit: Visit,
    Path(file): Path<String>,
    sent: Sent,
) -> Result<Json<Vec<Mark>>, Problem> {
    if !department::FILES.contains(&&*file) && visit.view.files.get(&file).is_none() {
        return Err(Problem::NotFound);
    }
    let text = Form::of(sent)?.whole("text").replace("\r\n", "\n");
    let (view, lang) = (Arc::clone(&visit.view), visit.lang);
    let work = move || {
        let mut files = Files::clone(&view.files);
        files.put(file.clone(), text);
        let next = view.next(view.revision, Arc::new(files), Arc::clone(&view.figures), view.today);
        marks(&next, &file, lang)
    };
    Ok(Json(tokio::task::spawn_blocking(work).await.map_err(Problem::fault)?))
}

fn marks(view: &View, file: &str, lang: Lang) -> Vec<Mark> {
    let sources = &view.department().sources;
    let here = |finding: &&Finding| &*sources.get(finding.place.file).path == file;
    let mark = |finding: &Finding| {
        let text = &sources.get(finding.place.file).text;
        let span = finding.place.span.range();
        let units = |to: usize| text.get(..to).unwrap_or(text).encode_utf16().count();
        Mark {
            from: units(span.start),
            to: units(span.end),
            weight: finding.severity.word(),
            code: finding.code,
            message: format!("{} {}", book().message(lang, finding), book().mend(lang, finding)),
        }
    };
    view.findings.iter().filter(here).take(MOST).map(mark).collect()
}
