//! What would be if fields said something else: nothing is kept.

use crate::api::change::Summary;
use crate::api::editing::fields;
use crate::api::problem::Refusal;
use crate::api::request::Sent;
use crate::visit::Visit;
use app::{View, WhatIf};
use axum::Json;
use control::rollup;
use department::book;
use department::edit::{Change, Subject};
use diag::Finding;
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};
use std::collections::BTreeMap;
use utoipa::ToSchema;

/// What is tried.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct Trial {
    /// Of each element, as `kpi.first_reply` or `scorecard`, the fields that are tried; `null` tries to do without.
    #[schema(value_type = Object)]
    elements: BTreeMap<String, Map<String, Value>>,
}

/// What would come of it.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct Outcome {
    /// As it stands.
    now: Stand,
    /// As it would stand.
    then: Stand,
    /// The findings that would come.
    come: Vec<Said>,
    /// The findings that would go.
    gone: Vec<Said>,
    /// The KPIs whose correction would open.
    opened: Vec<String>,
}

/// How a department stands.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct Stand {
    /// How far the scorecard has come, 0 to 1.
    come: Option<f64>,
    /// How far it should have.
    wanted: Option<f64>,
    /// How many findings there are.
    summary: Summary,
    /// The probability of meeting its last target, by KPI.
    probabilities: BTreeMap<String, f64>,
}

/// A finding.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct Said {
    /// The code of its rule.
    code: &'static str,
    /// What it speaks of.
    subject: String,
    /// What is wrong.
    message: String,
}

/// `POST /api/v1/what-if`
#[utoipa::path(
    post, path = "/api/v1/what-if", tag = "figures", request_body = Trial,
    responses((status = 200, body = Outcome), super::Refusals)
)]
pub(crate) async fn what_if(visit: Visit, Sent(trial): Sent<Trial>) -> Result<Json<Outcome>, Refusal> {
    let lang = visit.lang;
    let mut changes = Vec::new();
    for (subject, tried) in &trial.elements {
        let subject = Subject::parse(subject);
        let set = |(field, value)| Change::Set { subject: subject.clone(), field, value };
        changes.extend(fields(&subject, tried, lang)?.into_iter().map(set));
    }
    let found = visit.workspace.what_if(&changes).await.map_err(|error| Refusal::of(error, lang))?;
    let said = |view: &View, all: Vec<&Finding>| -> Vec<Said> {
        let one = |finding: &Finding| Said {
            code: finding.code,
            subject: view.subject(finding.place).0,
            message: book().message(lang, finding),
        };
        all.into_iter().map(one).collect()
    };
    let WhatIf { now, then } = &found;
    Ok(Json(Outcome {
        now: stand(now),
        then: stand(then),
        come: said(then, found.come()),
        gone: said(now, found.gone()),
        opened: found.opened().iter().map(|call| department::Element::id(call.kpi).to_owned()).collect(),
    }))
}

fn stand(view: &View) -> Stand {
    let whole = rollup(view.department(), view.series(), view.today).whole;
    let foreseen = view.figures.judged.forecasts.iter();
    let likely = foreseen.filter_map(|(kpi, found)| Some((kpi.clone(), found.as_ref().ok()?.probability)));
    Stand {
        come: whole.come,
        wanted: whole.wanted,
        summary: Summary::of(view),
        probabilities: likely.filter(|(_, p)| p.is_finite()).collect(),
    }
}
