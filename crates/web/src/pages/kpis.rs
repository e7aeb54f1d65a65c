//! All KPIs and how they stand.

use super::states::{self, KpiRow};
use crate::frame::{Frame, page};
use crate::places::{self, Pager};
use crate::problem::Problem;
use crate::visit::Visit;
use askama::Template;
use axum::extract::Query;
use axum::extract::rejection::QueryRejection;
use axum::response::Html;
use department::model::KpiKind;
use locale::{date, t};
use serde::Deserialize;

/// KPIs of one kind.
struct Group {
    name: String,
    rows: Vec<KpiRow>,
}

#[derive(Template)]
#[template(path = "pages/kpis.html")]
struct Page {
    frame: Frame,
    groups: Vec<Group>,
    pager: Option<Pager>,
    /// The last closed day, as the form has it, and what is said of it.
    closed: (String, String),
}

/// What the address says.
#[derive(Debug, Default, Deserialize)]
pub(super) struct Asked {
    /// Which part of a long list is shown, counted from 1.
    part: Option<usize>,
}

/// Where the list stands.
const PATH: &str = "/kpis";

/// `GET /kpis`
pub(super) async fn kpis(
    visit: Visit,
    asked: Result<Query<Asked>, QueryRejection>,
) -> Result<Html<String>, Problem> {
    let Query(asked) = asked.map_err(|_| Problem::Wrong)?;
    let (view, lang) = (&visit.view, visit.lang);
    let most = places::most(PATH);
    let parts = view.department().kpis.len().div_ceil(most).max(1);
    let part = Some(asked.part.unwrap_or(1)).filter(|part| (1..=parts).contains(part));
    let part = part.ok_or(Problem::NotFound)?;
    let shown = || view.department().kpis.iter().skip((part - 1) * most).take(most);
    let kinds = KpiKind::ALL.iter().copied().map(Some).chain([None]);
    let groups = kinds.map(|kind| Group {
        name: match kind {
            Some(kind) => t!(lang, &format!("web-kpis-{}", kind.word())),
            None => t!(lang, "web-kpis-none"),
        },
        rows: shown().filter(|kpi| kpi.kind == kind).map(|kpi| states::row(view, lang, kpi)).collect(),
    });
    let lock = visit.workspace.store().locked().await.map_err(Problem::fault)?;
    let closed = lock.and_then(|lock| lock.until);
    page(&Page {
        closed: match closed {
            Some(day) => (day.to_string(), t!(lang, "close-until", n = date(lang, day))),
            None => (String::new(), t!(lang, "close-none")),
        },
        frame: visit.frame(t!(lang, "web-kpis")),
        pager: Pager::new(lang, PATH, part, parts),
        groups: groups.filter(|group| !group.rows.is_empty()).collect(),
    })
}
