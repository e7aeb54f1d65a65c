//! The action plan: as a table, as bars in time, as a calendar. Each is a page of its own, so that no script is needed to
//! change from one to another.

mod calendar;
mod gantt;
mod table;

use crate::frame::Frame;
use crate::notes;
use crate::problem::Problem;
use crate::visit::Visit;
use axum::extract::Query;
use axum::extract::rejection::QueryRejection;
use axum::response::Html;
use locale::t;
use serde::Deserialize;

/// Where the plan stands.
pub(super) const PATH: &str = "/actions";

/// What the address says.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub(super) struct Asked {
    /// `table`, `gantt` or `calendar`; the table where nothing is said.
    view: String,
    /// The column by which the table is sorted.
    sort: String,
    /// Whether the greatest comes first.
    down: bool,
    /// The action whose line is being edited.
    edit: String,
    /// The number of the first action on the page.
    from: usize,
    /// The action that the page is to show: `action.launch`.
    at: String,
    /// The month of the calendar: `2026-11`.
    month: String,
    /// The revision that has just been saved.
    saved: Option<u64>,
}

/// A way to see the plan.
struct Tab {
    href: String,
    name: String,
    on: bool,
}

/// What stands above every view.
struct Head {
    tabs: Vec<Tab>,
    counts: Vec<(&'static str, String)>,
    saved: Option<u64>,
    empty: bool,
}

/// `GET /actions`
pub(super) async fn plan(
    visit: Visit,
    asked: Result<Query<Asked>, QueryRejection>,
) -> Result<Html<String>, Problem> {
    let Query(asked) = asked.map_err(|_| Problem::Wrong)?;
    match &*asked.view {
        "" | "table" => table::page(&visit, &asked),
        "gantt" => gantt::page(&visit, &asked),
        "calendar" => calendar::page(&visit, &asked),
        _ => Err(Problem::NotFound),
    }
}

fn frame(visit: &Visit) -> Frame {
    visit.frame(t!(visit.lang, "report-actions"))
}

/// What stands above a view.
fn head(visit: &Visit, asked: &Asked, view: &str) -> Head {
    let lang = visit.lang;
    let weights = notes::spots(&visit.view).filter(|spot| spot.page == PATH).map(|spot| spot.weight());
    let tab = |word: &str| Tab {
        href: if word == "table" { PATH.to_owned() } else { format!("{PATH}?view={word}") },
        name: t!(lang, &format!("plan-{word}")),
        on: word == view,
    };
    Head {
        tabs: ["table", "gantt", "calendar"].map(tab).into(),
        counts: super::findings::counts(lang, weights),
        saved: asked.saved,
        empty: visit.view.department().actions.is_empty(),
    }
}
