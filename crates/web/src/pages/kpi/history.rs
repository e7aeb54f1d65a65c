//! A figure with all that was ever known of its day.

use super::computed;
use super::figures::{Figure, source};
use super::states::href;
use crate::frame::{Frame, page};
use crate::problem::Problem;
use crate::visit::Visit;
use askama::Template;
use axum::extract::Path;
use axum::response::Html;
use department::{Element, formula};
use jiff::civil::Date;
use locale::t;

/// A value that was once known.
struct Known {
    number: u32,
    value: String,
    source: String,
    imported: String,
    by: String,
    confirmed: bool,
}

#[derive(Template)]
#[template(path = "pages/kpi/history.html")]
struct Page {
    frame: Frame,
    name: String,
    up: String,
    known: Vec<Known>,
    /// Of a computed figure, what it was computed from.
    parts: Vec<(String, String)>,
}

/// `GET /kpis/{id}/{day}`
pub(in crate::pages) async fn history(
    visit: Visit,
    Path((id, day)): Path<(String, Date)>,
) -> Result<Html<String>, Problem> {
    let lang = visit.lang;
    let kpi = visit.view.department().kpis.get(&id).ok_or(Problem::NotFound)?;
    let all = match formula::of(kpi).is_none() {
        true => visit.workspace.store().history(&id, day).await.map_err(Problem::fault)?,
        false => {
            let mut own = computed::figures(&visit.view, lang, kpi);
            own.retain(|one| one.date == day);
            own
        }
    };
    if all.is_empty() {
        return Err(Problem::NotFound);
    }
    let known = all.iter().map(|one| Known {
        number: one.kept.revision,
        value: Figure::of(lang, kpi, one).value,
        source: if one.origin.synthetic { t!(lang, "web-synthetic-mark") } else { source(lang, one) },
        imported: one.imported.replace('T', " ").trim_end_matches('Z').chars().take(16).collect(),
        by: one.origin.by.to_string(),
        confirmed: one.kept.confirmed,
    });
    page(&Page {
        frame: visit.frame(t!(lang, "history-title", date = day)),
        name: kpi.title().to_owned(),
        up: href(kpi),
        known: known.collect(),
        parts: computed::parts(&visit.view, kpi, day),
    })
}
