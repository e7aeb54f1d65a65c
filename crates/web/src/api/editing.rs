//! Elements, written: added, changed, moved, called otherwise, removed. Each save is a revision.

use crate::api::change::{Changed, change, changed};
use crate::api::elements::{alone, kind};
use crate::api::json::{of_value, value};
use crate::api::problem::Refusal;
use crate::api::request::{Asked, At, Base, Sent, within};
use crate::desk::Desk;
use crate::problem::Problem;
use crate::visit::Visit;
use app::AppError;
use axum::extract::State;
use axum::http::StatusCode;
use axum::response::Response;
use department::edit::{Change, EditError, Subject, Value, free_id, values};
use locale::Lang;
use serde::Deserialize;
use serde_json::{Map, Value as Json};
use utoipa::{IntoParams, ToSchema};

/// An element to be added.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct NewElement {
    /// Its id, a plain word; where it is absent it is made of the name.
    #[serde(default)]
    id: Option<String>,
    /// Its fields, each in the shape that `GET /api/v1/kinds` tells.
    #[serde(default)]
    #[schema(value_type = Object)]
    fields: Map<String, Json>,
    /// The id of the element that it follows; where it is absent, the last of its kind.
    #[serde(default)]
    after: Option<String>,
    /// Why.
    #[serde(default)]
    note: String,
}

/// What is to change of an element.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct FieldChanges {
    /// The fields that change, with their new values; `null` removes a field. Others stay as they are.
    #[schema(value_type = Object)]
    fields: Map<String, Json>,
    /// Why.
    #[serde(default)]
    note: String,
}

/// Where an element goes.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct NewPlace {
    /// The id of the element of its kind that it comes before; nothing for the end.
    #[serde(default)]
    before: Option<String>,
    /// Why.
    #[serde(default)]
    note: String,
}

/// What an element is to be called; what refers to it follows.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct NewId {
    /// The new id, a plain word.
    to: String,
    /// Why.
    #[serde(default)]
    note: String,
}

/// Why something is removed.
#[derive(Debug, Default, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
pub(crate) struct Why {
    /// Why.
    #[serde(default)]
    note: String,
}

/// `POST /api/v1/elements/goal`
#[utoipa::path(
    post, path = "/api/v1/elements/{kind}", tag = "elements",
    params(("kind" = String, Path), ("If-Match" = Option<String>, Header)), request_body = NewElement,
    responses((status = 201, body = Changed), super::Refusals)
)]
pub(crate) async fn add_element(
    State(desk): State<Desk>,
    visit: Visit,
    At(word): At<String>,
    base: Base,
    Sent(new): Sent<NewElement>,
) -> Result<Response, Refusal> {
    let (kind, lang) = (kind(&word)?, visit.lang);
    let name = new.fields.get("name").and_then(Json::as_str).unwrap_or_default();
    let id = match &new.id {
        Some(id) => within(id, 200, "/id", lang)?.to_owned(),
        None => free_id(&visit.view.files, kind.key(), within(name, 2_000, "/fields/name", lang)?),
    };
    let subject = Subject::of(kind.key(), id);
    let all = fields(&subject, &new.fields, lang)?;
    let fields = all.into_iter().filter_map(|(field, value)| Some((field, value?))).collect();
    let add = Change::Add { subject: subject.clone(), fields, after: new.after };
    let done = change(&desk, &visit, base, &[add], &new.note).await?;
    Ok(changed(done, StatusCode::CREATED, subject.to_string()))
}

/// `PATCH /api/v1/elements/goal/trust`
#[utoipa::path(
    patch, path = "/api/v1/elements/{kind}/{id}", tag = "elements",
    params(("kind" = String, Path), ("id" = String, Path), ("If-Match" = Option<String>, Header)),
    request_body = FieldChanges, responses((status = 200, body = Changed), super::Refusals)
)]
pub(crate) async fn change_element(
    State(desk): State<Desk>,
    visit: Visit,
    At((word, id)): At<(String, String)>,
    base: Base,
    Sent(sent): Sent<FieldChanges>,
) -> Result<Response, Refusal> {
    set(&desk, &visit, Subject::of(kind(&word)?.key(), id), base, sent).await
}

/// `PATCH /api/v1/tables/about`
#[utoipa::path(
    patch, path = "/api/v1/tables/{table}", tag = "elements",
    params(("table" = String, Path), ("If-Match" = Option<String>, Header)),
    request_body = FieldChanges, responses((status = 200, body = Changed), super::Refusals)
)]
pub(crate) async fn change_table(
    State(desk): State<Desk>,
    visit: Visit,
    At(table): At<String>,
    base: Base,
    Sent(sent): Sent<FieldChanges>,
) -> Result<Response, Refusal> {
    alone(&table)?;
    set(&desk, &visit, Subject::one(table), base, sent).await
}

/// `DELETE /api/v1/elements/goal/trust`
#[utoipa::path(
    delete, path = "/api/v1/elements/{kind}/{id}", tag = "elements",
    params(("kind" = String, Path), ("id" = String, Path), ("If-Match" = Option<String>, Header), Why),
    responses((status = 200, body = Changed), super::Refusals)
)]
pub(crate) async fn remove_element(
    State(desk): State<Desk>,
    visit: Visit,
    At((word, id)): At<(String, String)>,
    base: Base,
    Asked(why): Asked<Why>,
) -> Result<Response, Refusal> {
    let remove = Change::Remove { subject: Subject::of(kind(&word)?.key(), id) };
    let done = change(&desk, &visit, base, &[remove], &why.note).await?;
    Ok(changed(done, StatusCode::OK, String::new()))
}

/// `POST /api/v1/elements/goal/trust/move`
#[utoipa::path(
    post, path = "/api/v1/elements/{kind}/{id}/move", tag = "elements",
    params(("kind" = String, Path), ("id" = String, Path), ("If-Match" = Option<String>, Header)),
    request_body = NewPlace, responses((status = 200, body = Changed), super::Refusals)
)]
pub(crate) async fn move_element(
    State(desk): State<Desk>,
    visit: Visit,
    At((word, id)): At<(String, String)>,
    base: Base,
    Sent(place): Sent<NewPlace>,
) -> Result<Response, Refusal> {
    let subject = Subject::of(kind(&word)?.key(), id);
    let shift = Change::Move { subject: subject.clone(), before: place.before };
    let done = change(&desk, &visit, base, &[shift], &place.note).await?;
    Ok(changed(done, StatusCode::OK, subject.to_string()))
}

/// `POST /api/v1/elements/goal/trust/rename`
#[utoipa::path(
    post, path = "/api/v1/elements/{kind}/{id}/rename", tag = "elements",
    params(("kind" = String, Path), ("id" = String, Path), ("If-Match" = Option<String>, Header)),
    request_body = NewId, responses((status = 200, body = Changed), super::Refusals)
)]
pub(crate) async fn rename_element(
    State(desk): State<Desk>,
    visit: Visit,
    At((word, id)): At<(String, String)>,
    base: Base,
    Sent(new): Sent<NewId>,
) -> Result<Response, Refusal> {
    let (key, to) = (kind(&word)?.key(), within(&new.to, 200, "/to", visit.lang)?.to_owned());
    let rename = Change::Rename { subject: Subject::of(key, id), to: to.clone() };
    let done = change(&desk, &visit, base, &[rename], &new.note).await?;
    Ok(changed(done, StatusCode::OK, Subject::of(key, to).to_string()))
}

async fn set(
    desk: &Desk,
    visit: &Visit,
    subject: Subject,
    base: Base,
    sent: FieldChanges,
) -> Result<Response, Refusal> {
    let now = values(&visit.view.files, &subject);
    if now.is_none() && subject.id.is_some() {
        return Err(Problem::NotFound.into());
    }
    let now = now.unwrap_or_default();
    let mut changes = Vec::new();
    for (field, value) in fields(&subject, &sent.fields, visit.lang)? {
        // What stands there already, written otherwise, is no change.
        let same = now.iter().find(|(known, _)| *known == field).map(|(_, now)| of_value(now));
        if base == Base::Unsaid && same == value.as_ref().map(of_value) {
            continue;
        }
        changes.push(Change::Set { subject: subject.clone(), field, value });
    }
    let done = change(desk, visit, base, &changes, &sent.note).await?;
    Ok(changed(done, StatusCode::OK, subject.to_string()))
}

/// Fields in the shapes that their kind gives them.
pub(super) fn fields(
    subject: &Subject,
    sent: &Map<String, Json>,
    lang: Lang,
) -> Result<Vec<(String, Option<Value>)>, Refusal> {
    let specs = subject.fields().unwrap_or_default();
    let each = sent.iter().map(|(field, json)| {
        let Some(spec) = specs.iter().find(|spec| spec.key == field) else {
            let error = EditError::Field(subject.table.clone(), field.clone());
            return Err(Refusal::of(AppError::Edit(error), lang).at(format!("/fields/{field}")));
        };
        if json.is_null() {
            return Ok((field.clone(), None));
        }
        let read = value(spec.shape, json, &format!("/fields/{field}"));
        read.map(|value| (field.clone(), Some(value))).map_err(|misfit| Refusal::misfit(&misfit, lang))
    });
    each.collect()
}
