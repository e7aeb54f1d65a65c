//! Figures: how KPIs stand, what is known of each, and new figures brought in.

use crate::api::problem::Refusal;
use crate::api::request::{Asked, At, Sent, limit, within};
use crate::desk::Desk;
use crate::problem::Problem;
use crate::visit::Visit;
use app::take_measurements;
use axum::Json;
use axum::extract::State;
use axum::http::StatusCode;
use control::{Kept, Measurement, Origin, status};
use department::{Element, formula};
use jiff::civil::Date;
use locale::t;
use serde::{Deserialize, Serialize};
use std::sync::Arc;
use utoipa::{IntoParams, ToSchema};

/// So many rows are taken at once.
const ROWS: usize = 20_000;

/// How a KPI stands.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct KpiState {
    /// Its id.
    kpi: String,
    /// Its name.
    name: String,
    /// Its unit.
    unit: String,
    /// Where it stands on its way.
    state: &'static str,
    /// The day of the last figure.
    date: Option<String>,
    /// The last figure.
    value: Option<f64>,
    /// What is expected of that day.
    expected: Option<f64>,
    /// The day of the next target.
    next_date: Option<String>,
    /// The next target.
    next_target: Option<f64>,
}

/// A figure.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct Figure {
    /// The KPI's id.
    kpi: String,
    /// The day that it holds for.
    date: String,
    /// The value in the KPI's unit.
    value: f64,
    /// The file that it is known from, or what brought it.
    file: String,
    /// The row in the file, from 1; 0 where it comes of no row.
    row: u32,
    /// Whether it was made up, for a demonstration.
    synthetic: bool,
    /// When it was brought in.
    imported: String,
}

/// A part of the figures of a KPI, by day.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct FigureList {
    /// The figures.
    items: Vec<Figure>,
    /// What to put into `after` for the next part; nothing at the end.
    next: Option<String>,
}

/// Which figures are asked for.
#[derive(Debug, Default, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
pub(crate) struct Part {
    /// After this day, as `2026-03-31`.
    after: Option<String>,
    /// At most so many; 100 where nothing is said, 500 at the most.
    #[param(minimum = 1, maximum = 500)]
    limit: Option<u32>,
}

/// Figures to be brought in: all or none.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct NewFigures {
    /// What they come from, as it is to be shown beside them.
    source: String,
    /// The figures.
    rows: Vec<NewFigure>,
}

/// A figure to be brought in.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct NewFigure {
    /// The KPI's id.
    kpi: String,
    /// The day that it holds for, as `2026-03-31`; of a longer period, its last day.
    date: String,
    /// The value in the KPI's unit.
    value: f64,
}

/// What became of figures.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct Brought {
    /// New ones.
    added: usize,
    /// Those that differ from what was known: kept beside it.
    revised: usize,
    /// Those that were known.
    unchanged: usize,
}

/// `GET /api/v1/kpis`
#[utoipa::path(
    get, path = "/api/v1/kpis", tag = "figures",
    responses((status = 200, body = Vec<KpiState>), super::Refusals)
)]
pub(crate) async fn kpis(visit: Visit) -> Json<Vec<KpiState>> {
    let view = &visit.view;
    let each = view.department().kpis.iter().map(|kpi| {
        let status = status(kpi, view.series().get(kpi.id()), view.today);
        KpiState {
            kpi: kpi.id().to_owned(),
            name: kpi.title().to_owned(),
            unit: kpi.unit.clone(),
            state: status.word(),
            date: status.latest.map(|point| point.date.to_string()),
            value: status.latest.map(|point| point.value),
            expected: status.expected,
            next_date: status.next.map(|mark| mark.date.to_string()),
            next_target: status.next.map(|mark| mark.value),
        }
    });
    Json(each.collect())
}

/// `GET /api/v1/kpis/first_reply/measurements`
#[utoipa::path(
    get, path = "/api/v1/kpis/{id}/measurements", tag = "figures", params(("id" = String, Path), Part),
    responses((status = 200, body = FigureList), super::Refusals)
)]
pub(crate) async fn measurements(
    visit: Visit,
    At(id): At<String>,
    Asked(part): Asked<Part>,
) -> Result<Json<FigureList>, Refusal> {
    let after = part.after.as_deref().map(|text| day(text, "after", &visit)).transpose()?;
    let all = visit.workspace.store().of(&id).await.map_err(Problem::fault)?;
    if all.is_empty() && visit.view.department().kpis.get(&id).is_none() {
        return Err(Problem::NotFound.into());
    }
    let mut rest = all.iter().filter(|one| after.is_none_or(|after| one.date > after));
    let items: Vec<Figure> = rest.by_ref().take(limit(part.limit) as usize).map(figure).collect();
    let next = rest.next().and_then(|_| items.last().map(|last| last.date.clone()));
    Ok(Json(FigureList { items, next }))
}

/// `POST /api/v1/measurements`
#[utoipa::path(
    post, path = "/api/v1/measurements", tag = "figures", request_body = NewFigures,
    responses((status = 200, body = Brought), super::Refusals)
)]
pub(crate) async fn add_measurements(
    State(desk): State<Desk>,
    visit: Visit,
    Sent(new): Sent<NewFigures>,
) -> Result<Json<Brought>, Refusal> {
    let (lang, act) = (visit.lang, visit.act(&desk));
    let file = within(&new.source, 200, "/source", lang)?.to_owned();
    if new.rows.len() > ROWS {
        let detail = t!(lang, "api-too-many-rows", most = ROWS);
        return Err(Refusal::new(StatusCode::PAYLOAD_TOO_LARGE, "too-large", lang, detail).at("/rows"));
    }
    let [source, by, imported] = [&file, &act.by, &act.at].map(|text| Arc::<str>::from(text.as_str()));
    let mut batch = Vec::with_capacity(new.rows.len());
    for (n, row) in new.rows.into_iter().enumerate() {
        if visit.view.department().kpis.get(&row.kpi).is_none() {
            let detail = t!(lang, "api-no-kpi", kpi = row.kpi);
            return Err(Refusal::new(StatusCode::UNPROCESSABLE_ENTITY, "no-element", lang, detail)
                .at(format!("/rows/{n}/kpi")));
        }
        if visit.view.department().kpis.get(&row.kpi).is_some_and(|kpi| formula::of(kpi).is_some()) {
            let detail = t!(lang, "import-computed-kpi", id = row.kpi);
            return Err(Refusal::new(StatusCode::UNPROCESSABLE_ENTITY, "refused", lang, detail)
                .at(format!("/rows/{n}/kpi")));
        }
        let date = day(&row.date, &format!("/rows/{n}/date"), &visit)?;
        let origin = Origin { file: source.clone(), row: n as u32 + 1, by: by.clone(), ..Origin::default() };
        let (kpi, imported, kept) = (row.kpi.into(), imported.clone(), Kept::default());
        batch.push(Measurement { kpi, date, value: row.value, origin, imported, kept });
    }
    let done = take_measurements(visit.workspace.store(), &act, &file, &batch).await;
    let done = done.map_err(|error| Refusal::of(error, lang))?;
    Ok(Json(Brought { added: done.added, revised: done.revised, unchanged: done.unchanged }))
}

fn figure(one: &Measurement) -> Figure {
    Figure {
        kpi: one.kpi.to_string(),
        date: one.date.to_string(),
        value: one.value,
        file: one.origin.file.to_string(),
        row: one.origin.row,
        synthetic: one.origin.synthetic,
        imported: one.imported.to_string(),
    }
}

fn day(text: &str, at: &str, visit: &Visit) -> Result<Date, Refusal> {
    let plain = text.len() == 10;
    text.parse().ok().filter(|_| plain).ok_or_else(|| {
        let detail = t!(visit.lang, "api-misfit", wanted = locale::Value::word("api-shape-date"));
        Refusal::new(StatusCode::UNPROCESSABLE_ENTITY, "misfit", visit.lang, detail).at(at)
    })
}
