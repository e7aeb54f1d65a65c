//! What has changed of a KPI since a day: a process that works differently, a campaign, a new term.

use crate::frame::{Frame, page};
use crate::pages::effect::Shown;
use crate::problem::Problem;
use crate::visit::Visit;
use askama::Template;
use axum::extract::rejection::QueryRejection;
use axum::extract::{Path, Query};
use axum::response::Html;
use control::effect::{beside, effect};
use department::Element;
use jiff::civil::Date;
use locale::{date, t};
use serde::Deserialize;

#[derive(Template)]
#[template(path = "pages/kpi/since.html")]
struct Page {
    frame: Frame,
    /// The KPI's name and page.
    kpi: (String, String),
    /// The day, as the form has it, and the last that may be asked of.
    day: (String, String),
    effect: Shown,
    /// What stands beside it: name and page.
    beside: Vec<(String, String)>,
}

/// What the address says.
#[derive(Debug, Deserialize)]
pub(crate) struct Asked {
    /// The day; none shows the form alone.
    #[serde(default)]
    day: String,
}

/// `GET /kpis/first_reply/since?day=2026-10-05`
pub(crate) async fn since(
    visit: Visit,
    Path(id): Path<String>,
    asked: Result<Query<Asked>, QueryRejection>,
) -> Result<Html<String>, Problem> {
    let Query(asked) = asked.map_err(|_| Problem::Wrong)?;
    let (view, lang) = (&*visit.view, visit.lang);
    let department = view.department();
    let kpi = department.kpis.get(&id).ok_or(Problem::NotFound)?;
    let mut shown = Page {
        frame: visit.frame(t!(lang, "since-title", name = kpi.title())),
        kpi: (kpi.title().to_owned(), crate::pages::kpi_href(kpi)),
        day: (asked.day.clone(), view.today.to_string()),
        effect: Shown::default(),
        beside: Vec::new(),
    };
    if !asked.day.is_empty() {
        let day: Date = asked.day.parse().map_err(|_| Problem::Wrong)?;
        let others = beside(department, view.series(), &view.figures.corrections, kpi, day, view.today);
        let found = effect(kpi, view.series().get(&id), &others, day, view.today);
        shown.effect = Shown::found(view, lang, kpi, &found);
        let used = found.iter().flat_map(|found| &found.beside);
        let named = used.filter_map(|id| department.kpis.get(id));
        shown.beside = named.map(|kpi| (kpi.title().to_owned(), crate::pages::kpi_href(kpi))).collect();
        shown.frame.title = t!(lang, "since-title-day", name = kpi.title(), date = date(lang, day));
    }
    page(&shown)
}
