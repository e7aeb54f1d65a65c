//! The description of all that programs may ask: OpenAPI.

use crate::api;
use crate::pages::table;
use crate::routes::Route;
use crate::visit::Guest;
use axum::Json;
use axum::http::Method;
use locale::{Lang, t};
use std::collections::BTreeMap;
use utoipa::openapi::path::{Operation, PathItem};
use utoipa::openapi::security::{HttpAuthScheme, HttpBuilder, SecurityRequirement, SecurityScheme};
use utoipa::{OpenApi, openapi};

/// The name of the way to sign in.
const KEY: &str = "key";

#[derive(OpenApi)]
#[openapi(
    info(title = "Reper", license(name = "MIT OR Apache-2.0", identifier = "MIT OR Apache-2.0")),
    components(schemas(api::problem::ProblemDetails)),
    paths(
        api::department::me,
        api::department::department,
        api::department::kinds,
        api::elements::table,
        api::elements::elements,
        api::elements::element,
        api::editing::change_table,
        api::editing::add_element,
        api::editing::change_element,
        api::editing::remove_element,
        api::editing::move_element,
        api::editing::rename_element,
        api::texts::texts,
        api::texts::put_texts,
        api::texts::text,
        api::texts::put_text,
        api::findings::findings,
        api::findings::check,
        api::mend::mend_finding,
        api::search::search,
        api::findings::rules,
        api::revisions::revisions,
        api::revisions::revision,
        api::revisions::revision_texts,
        api::revisions::revision_diff,
        api::revisions::restore_revision,
        api::measurements::kpis,
        api::measurements::measurements,
        api::measurements::add_measurements,
        api::judged::scorecard,
        api::judged::evidence,
        api::judged::forecasts,
        api::what_if::what_if,
        api::corrections::corrections,
        api::corrections::open_correction,
        api::corrections::correction,
        api::corrections::correction_step,
        api::corrections::withdraw_correction,
        api::reports::reports,
        api::reports::ask_report,
        api::reports::report,
        api::reports::report_content,
        api::documents::documents,
        api::documents::document_content,
        api::approvals::prospect,
        api::approvals::proposals,
        api::approvals::proposal,
        api::approvals::propose,
        api::approvals::decide,
        api::approvals::withdraw,
        api::comments::comments,
        api::comments::add_comment,
        api::comments::settle_comment,
        api::keys::keys,
        api::keys::add_key,
        api::keys::remove_key,
        api::users::users,
        api::users::add_user,
        api::users::change_user,
        api::invitations::password_link,
        api::invitations::invitations,
        api::invitations::invite,
        api::invitations::revoke_invitation,
        api::backup::backup,
        api::audit::audit,
        api::hooks::hooks,
        api::hooks::add_hook,
        api::hooks::change_hook,
        api::hooks::remove_hook,
        api::hooks::test_hook,
        api::hooks::deliveries,
        serve,
    )
)]
struct Described;

/// An operation with how it is asked and the right that it asks for.
pub(crate) struct Entry<'d> {
    pub method: Method,
    pub path: &'d str,
    pub tag: &'d str,
    pub name: &'d str,
    pub right: Option<&'static str>,
}

/// The description, in a language.
pub fn openapi(lang: Lang) -> openapi::OpenApi {
    let mut described = Described::openapi();
    described.info.version = env!("CARGO_PKG_VERSION").to_owned();
    described.info.description = Some(t!(lang, "api-about"));
    let scheme =
        HttpBuilder::new().scheme(HttpAuthScheme::Bearer).description(Some(t!(lang, "api-key-about")));
    let components = described.components.get_or_insert_default();
    components.security_schemes.insert(KEY.to_owned(), SecurityScheme::Http(scheme.build()).into());
    let rights: BTreeMap<(String, Method), &'static str> =
        table().iter().map(|route| ((described_as(route.path), route.method.clone()), word(route))).collect();
    for (path, item) in &mut described.paths.paths {
        for (method, operation) in operations(item) {
            let name = operation.operation_id.as_deref().unwrap_or_default();
            operation.summary = Some(t!(lang, &format!("api-do-{}", name.replace('_', "-"))));
            operation.description = None;
            let right = rights.get(&(path.clone(), method)).copied().unwrap_or_default();
            let scopes = (!right.is_empty()).then(|| SecurityRequirement::new(KEY, [right]));
            operation.security = scopes.map(|scopes| vec![scopes]);
        }
    }
    described
}

/// `GET /api/openapi.json`
#[utoipa::path(get, path = "/api/openapi.json", tag = "department", operation_id = "openapi", responses((status = 200, body = Object)))]
pub(crate) async fn serve(guest: Guest) -> Json<openapi::OpenApi> {
    Json(openapi(guest.lang))
}

/// All operations in the order of their addresses.
pub(crate) fn entries(described: &mut openapi::OpenApi) -> Vec<Entry<'_>> {
    let mut all = Vec::new();
    for (path, item) in &mut described.paths.paths {
        for (method, operation) in operations(item) {
            let scopes = operation.security.as_ref().and_then(|all| all.first());
            let right = scopes.and_then(|one| {
                let told = serde_json::to_value(one).ok()?;
                let word = told.get(KEY)?.get(0)?.as_str()?;
                app::Right::of(word).map(app::Right::word)
            });
            all.push(Entry {
                method,
                path,
                tag: operation.tags.as_ref().and_then(|tags| tags.first()).map_or("", String::as_str),
                name: operation.summary.as_deref().unwrap_or_default(),
                right,
            });
        }
    }
    all
}

fn word(route: &Route) -> &'static str {
    if route.right == app::Right::Anyone { "" } else { route.right.word() }
}

/// A route's address as OpenAPI writes it.
fn described_as(path: &str) -> String {
    path.replace("{*", "{")
}

fn operations(item: &mut PathItem) -> Vec<(Method, &mut Operation)> {
    let each = [
        (Method::GET, &mut item.get),
        (Method::POST, &mut item.post),
        (Method::PUT, &mut item.put),
        (Method::PATCH, &mut item.patch),
        (Method::DELETE, &mut item.delete),
    ];
    each.into_iter().filter_map(|(method, operation)| Some((method, operation.as_mut()?))).collect()
}
