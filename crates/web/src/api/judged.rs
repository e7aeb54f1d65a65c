//! What the figures say of the plan: how far the scorecard has come, evidence for links, forecasts.

use crate::visit::Visit;
use axum::Json;
use control::evidence::Evidence;
use control::forecast::{Forecast, Unforeseen};
use control::{Progress, rollup};
use locale::Lang;
use serde::Serialize;
use utoipa::ToSchema;

/// How far the scorecard has come.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct ScorecardState {
    /// All of it.
    whole: ProgressInfo,
    /// Its perspectives.
    perspectives: Vec<ProgressInfo>,
    /// Its objectives.
    objectives: Vec<ProgressInfo>,
}

/// How far something has come.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct ProgressInfo {
    /// Its word or id; empty for the whole.
    id: String,
    /// The part of the way from baseline to last target that is behind it, 0 to 1; nothing where nothing can be counted.
    come: Option<f64>,
    /// The part that should be.
    wanted: Option<f64>,
    /// The part of the weight that could be counted.
    counted: f64,
}

/// What is known of a link.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct EvidenceInfo {
    /// The KPI that may lead.
    checkpoint: String,
    /// The KPI that may be led.
    terminal: String,
    /// `predicts`, `unproven`, `reversed` or `insufficient-data`.
    verdict: &'static str,
    /// Periods that both have.
    n: usize,
    /// Their rhythm.
    rhythm: &'static str,
    /// The strongest lead, in periods.
    lag: Option<usize>,
    /// The probability, adjusted for all links.
    p: Option<f64>,
    /// The part of the squared error that forecasts gain.
    gain: Option<f64>,
    /// How much the terminal KPI moves for a unit of the checkpoint, and its interval of 95 %.
    effect: Option<[f64; 3]>,
    /// What it means, in words.
    said: Vec<String>,
}

/// What a KPI comes to by the day of its last target.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct ForecastInfo {
    /// The KPI.
    kpi: String,
    /// The target's day.
    date: Option<String>,
    /// The target.
    target: Option<f64>,
    /// The probability of meeting it, its tolerance counted.
    probability: Option<f64>,
    /// What is expected.
    mean: Option<f64>,
    /// The lower end of the interval.
    low: Option<f64>,
    /// The upper end of the interval.
    high: Option<f64>,
    /// The level of the interval.
    level: Option<f64>,
    /// The way that was taken.
    way: String,
    /// Why nothing is foreseen; empty where something is.
    insufficient: String,
}

/// `GET /api/v1/scorecard`
#[utoipa::path(
    get, path = "/api/v1/scorecard", tag = "figures",
    responses((status = 200, body = ScorecardState), super::Refusals)
)]
pub(crate) async fn scorecard(visit: Visit) -> Json<ScorecardState> {
    let view = &visit.view;
    let found = rollup(view.department(), view.series(), view.today);
    Json(ScorecardState {
        whole: progress("", &found.whole),
        perspectives: found.perspectives.iter().map(|(one, own)| progress(one.word(), own)).collect(),
        objectives: found.objectives.iter().map(|(id, own)| progress(id, own)).collect(),
    })
}

fn progress(id: &str, own: &Progress) -> ProgressInfo {
    ProgressInfo { id: id.to_owned(), come: own.come, wanted: own.wanted, counted: own.counted }
}

/// `GET /api/v1/evidence`
#[utoipa::path(
    get, path = "/api/v1/evidence", tag = "figures",
    responses((status = 200, body = Vec<EvidenceInfo>), super::Refusals)
)]
pub(crate) async fn evidence(visit: Visit) -> Json<Vec<EvidenceInfo>> {
    let (department, lang) = (visit.view.department(), visit.lang);
    let one = |own: &Evidence| {
        let lead = own.lead.as_ref();
        EvidenceInfo {
            checkpoint: own.checkpoint.clone(),
            terminal: own.terminal.clone(),
            verdict: own.verdict.word(),
            n: own.n,
            rhythm: own.rhythm.word(),
            lag: lead.map(|lead| lead.forward.crossed.lag),
            p: Some(own.p_value).filter(|p| p.is_finite()),
            gain: lead.map(|lead| lead.forward.gain.share),
            effect: lead.map(|lead| [lead.effect.estimate, lead.effect.low, lead.effect.high]),
            said: own.paragraphs(department, lang),
        }
    };
    Json(visit.view.figures.judged.evidence.iter().map(one).collect())
}

/// `GET /api/v1/forecasts`
#[utoipa::path(
    get, path = "/api/v1/forecasts", tag = "figures",
    responses((status = 200, body = Vec<ForecastInfo>), super::Refusals)
)]
pub(crate) async fn forecasts(visit: Visit) -> Json<Vec<ForecastInfo>> {
    let all = visit.view.figures.judged.forecasts.iter();
    Json(all.map(|(kpi, found)| forecast(kpi, found, visit.lang)).collect())
}

fn forecast(kpi: &str, found: &Result<Forecast, Unforeseen>, lang: Lang) -> ForecastInfo {
    let known = found.as_ref().ok();
    let last = |of: fn(&Forecast) -> &Vec<f64>| known.and_then(|found| of(found).last().copied());
    ForecastInfo {
        kpi: kpi.to_owned(),
        date: known.map(|found| found.target.date.to_string()),
        target: known.map(|found| found.target.value),
        probability: known.map(|found| found.probability).filter(|p| p.is_finite()),
        mean: last(|found| &found.foresight.mean),
        low: last(|found| &found.foresight.low),
        high: last(|found| &found.foresight.high),
        level: known.map(|found| found.foresight.level),
        way: known.map_or_else(String::new, |found| found.foresight.way.clone()),
        insufficient: found.as_ref().err().map_or_else(String::new, |why| why.said(lang)),
    }
}
