//! All KPIs and how they stand.

use super::states::{self, KpiRow};
use crate::frame::{Frame, page};
use crate::problem::Problem;
use crate::visit::Visit;
use askama::Template;
use axum::response::Html;
use department::model::KpiKind;
use locale::t;

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
}

/// `GET /kpis`
pub(super) async fn kpis(visit: Visit) -> Result<Html<String>, Problem> {
    let (view, lang) = (&visit.view, visit.lang);
    let kinds = KpiKind::ALL.iter().copied().map(Some).chain([None]);
    let groups = kinds.map(|kind| Group {
        name: match kind {
            Some(kind) => t!(lang, &format!("web-kpis-{}", kind.word())),
            None => t!(lang, "web-kpis-none"),
        },
        rows: (view.department().kpis.iter().filter(|kpi| kpi.kind == kind))
            .map(|kpi| states::row(view, lang, kpi))
            .collect(),
    });
    page(&Page {
        frame: visit.frame(t!(lang, "web-kpis")),
        groups: groups.filter(|group| !group.rows.is_empty()).collect(),
    })
}
