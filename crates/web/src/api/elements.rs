//! Elements, read: lists of a kind page by page, one by one, and the tables that stand alone.

use crate::api::change::of_revision;
use crate::api::json::of_node;
use crate::api::problem::Refusal;
use crate::api::request::{Asked, At, limit};
use crate::problem::Problem;
use crate::visit::Visit;
use app::View;
use axum::Json;
use axum::http::HeaderMap;
use axum::response::Response;
use department::Kind;
use department::text::{NodeKind, parse};
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};
use std::collections::{HashMap, HashSet};
use std::sync::Arc;
use utoipa::{IntoParams, ToSchema};

/// An element as it stands in the texts.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct ElementState {
    /// The word of its header.
    kind: String,
    /// Its id; empty for a table that stands alone.
    id: String,
    /// Its name as people say it, or its id where it has none.
    title: String,
    /// Its fields.
    #[schema(value_type = Object)]
    fields: Map<String, Value>,
}

/// A part of the elements of a kind.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct ElementList {
    /// The revision in which they stand so.
    revision: u64,
    /// How many there are of the kind.
    count: usize,
    /// The elements, in the order of the text.
    items: Vec<ElementState>,
    /// What to put into `after` for the next part; nothing at the end.
    next: Option<String>,
}

/// Which part of a list is asked for.
#[derive(Debug, Default, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
pub(crate) struct Part {
    /// The id after which the part begins.
    after: Option<String>,
    /// At most so many; 100 where nothing is said, 500 at the most.
    #[param(minimum = 1, maximum = 500)]
    limit: Option<u32>,
}

/// The kind of a word.
pub(crate) fn kind(word: &str) -> Result<Kind, Refusal> {
    Kind::ALL.iter().copied().find(|kind| kind.key() == word).ok_or(Refusal::Page(Problem::NotFound))
}

/// `GET /api/v1/elements/goal`
#[utoipa::path(
    get, path = "/api/v1/elements/{kind}", tag = "elements", params(("kind" = String, Path), Part),
    responses((status = 200, body = ElementList), (status = 304), super::Refusals)
)]
pub(crate) async fn elements(
    visit: Visit,
    headers: HeaderMap,
    At(word): At<String>,
    Asked(part): Asked<Part>,
) -> Result<Response, Refusal> {
    let (kind, view) = (kind(&word)?, Arc::clone(&visit.view));
    let read = move || list(&view, kind, &part);
    let list = tokio::task::spawn_blocking(read).await.map_err(Problem::fault)?;
    let list = list.ok_or(Problem::NotFound)?;
    Ok(of_revision(list.revision, &headers, Json(list)))
}

/// `GET /api/v1/elements/goal/trust`
#[utoipa::path(
    get, path = "/api/v1/elements/{kind}/{id}", tag = "elements",
    params(("kind" = String, Path), ("id" = String, Path)),
    responses((status = 200, body = ElementState), (status = 304), super::Refusals)
)]
pub(crate) async fn element(
    visit: Visit,
    headers: HeaderMap,
    At((word, id)): At<(String, String)>,
) -> Result<Response, Refusal> {
    let (kind, view) = (kind(&word)?, Arc::clone(&visit.view));
    let read = move || {
        let mut title = None;
        view.department().each(|known, meta, words| {
            if known == kind && *meta.id == *id {
                title = Some(words.to_owned());
            }
        });
        let title = title?;
        let fields =
            fields(&view, kind.file(), kind.key(), &HashSet::from([&*id])).remove(&id).unwrap_or_default();
        Some(ElementState { kind: kind.key().to_owned(), id, title, fields })
    };
    let found = tokio::task::spawn_blocking(read).await.map_err(Problem::fault)?;
    Ok(of_revision(visit.view.revision, &headers, Json(found.ok_or(Problem::NotFound)?)))
}

/// `GET /api/v1/tables/about`
#[utoipa::path(
    get, path = "/api/v1/tables/{table}", tag = "elements", params(("table" = String, Path)),
    responses((status = 200, body = ElementState), (status = 304), super::Refusals)
)]
pub(crate) async fn table(
    visit: Visit,
    headers: HeaderMap,
    At(table): At<String>,
) -> Result<Response, Refusal> {
    let file = alone(&table)?;
    let fields = fields(&visit.view, file, &table, &HashSet::new()).remove("").unwrap_or_default();
    let state = ElementState { kind: table.clone(), id: String::new(), title: table, fields };
    Ok(of_revision(visit.view.revision, &headers, Json(state)))
}

/// The file of a table that stands alone.
pub(crate) fn alone(table: &str) -> Result<&'static str, Refusal> {
    let keyed = Kind::ALL.iter().any(|kind| kind.key() == table);
    let known = department::model::schema().into_iter().find(|(_, known, _)| *known == table && !keyed);
    known.map(|(file, ..)| file).ok_or(Refusal::Page(Problem::NotFound))
}

/// A part of the elements of a kind; nothing where it begins after an element that is not there.
fn list(view: &View, kind: Kind, part: &Part) -> Option<ElementList> {
    let mut all: Vec<(String, String)> = Vec::new();
    view.department().each(|known, meta, title| {
        if known == kind {
            all.push((meta.id.to_string(), title.to_owned()));
        }
    });
    let from = match &part.after {
        Some(after) => all.iter().position(|(id, _)| id == after)? + 1,
        None => 0,
    };
    let limit = limit(part.limit) as usize;
    let here: Vec<_> = all.iter().skip(from).take(limit).cloned().collect();
    let next = here.last().filter(|_| from + here.len() < all.len()).map(|(id, _)| id.clone());
    let ids = here.iter().map(|(id, _)| &**id).collect();
    let mut fields = fields(view, kind.file(), kind.key(), &ids);
    let items = here.iter().map(|(id, title)| ElementState {
        kind: kind.key().to_owned(),
        id: id.clone(),
        title: title.clone(),
        fields: fields.remove(id).unwrap_or_default(),
    });
    Some(ElementList { revision: view.revision, count: all.len(), items: items.collect(), next })
}

/// The fields of elements as they stand in the text, by id. They are read in one go: a text is long, and a list is
/// asked for at once. Of a table that stands alone the id is empty.
fn fields(view: &View, file: &str, table: &str, ids: &HashSet<&str>) -> HashMap<String, Map<String, Value>> {
    let mut found: HashMap<String, Map<String, Value>> = HashMap::new();
    let text = view.files.get(file).map(String::from_utf8_lossy).unwrap_or_default();
    parse(&text, |root, _| {
        for (_, node) in root.entries.iter().filter(|(key, _)| key.text == table) {
            let NodeKind::Table(inner) = &node.kind else { continue };
            if ids.is_empty() {
                let all = inner.entries.iter().map(|(key, node)| (key.text.to_string(), of_node(node)));
                found.entry(String::new()).or_default().extend(all);
                continue;
            }
            for (id, node) in inner.entries.iter().filter(|(id, _)| ids.contains(&*id.text)) {
                let NodeKind::Table(element) = &node.kind else { continue };
                let all = element.entries.iter().map(|(key, node)| (key.text.to_string(), of_node(node)));
                found.entry(id.text.to_string()).or_default().extend(all);
            }
        }
    });
    found
}
