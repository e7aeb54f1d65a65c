//! For programs: all that pages do, as JSON.
//!
//! A file a resource: its types, which are described in OpenAPI as they are written, and what is done with them. A
//! program signs in with a key; what it may do stands beside each route, as for pages.

// The descriptions that utoipa makes name types in full.
#![allow(unused_qualifications)]

mod approvals;
mod audit;
mod backup;
mod change;
mod comments;
mod corrections;
mod department;
mod document;
mod documents;
mod editing;
mod elements;
mod findings;
mod hooks;
mod invitations;
mod json;
mod judged;
mod keys;
mod limit;
mod listing;
mod measurements;
mod mend;
mod problem;
mod reports;
mod request;
mod revisions;
mod search;
mod texts;
mod users;
mod what_if;

use crate::routes::Routes;
use app::Right;
use axum::http::Method;
pub use document::openapi;
pub(crate) use limit::bounded;
pub(crate) use problem::{Refusals, told};

/// What is sent to change an element is never longer than this many bytes.
const SMALL: usize = 1 << 20;
/// One text, as it is taken by pages.
const TEXT: usize = 16 << 20;
/// All texts, written as JSON.
const TEXTS: usize = 48 << 20;
/// Figures.
const FIGURES: usize = 4 << 20;

/// The addresses for programs.
pub(crate) fn routes(routes: Routes) -> Routes {
    let (post, put) = (Method::POST, Method::PUT);
    let (patch, delete) = (Method::PATCH, Method::DELETE);
    routes
        .get(Right::Read, "/api", listing::listing)
        .get(Right::Anyone, "/api/openapi.json", document::serve)
        .get(Right::Read, "/api/v1/me", department::me)
        .get(Right::Read, "/api/v1/department", department::department)
        .get(Right::Read, "/api/v1/kinds", department::kinds)
        .get(Right::Read, "/api/v1/tables/{table}", elements::table)
        .on(patch.clone(), Right::Edit, "/api/v1/tables/{table}", SMALL, editing::change_table)
        .get(Right::Read, "/api/v1/elements/{kind}", elements::elements)
        .on(post.clone(), Right::Edit, "/api/v1/elements/{kind}", SMALL, editing::add_element)
        .get(Right::Read, "/api/v1/elements/{kind}/{id}", elements::element)
        .on(patch.clone(), Right::Edit, "/api/v1/elements/{kind}/{id}", SMALL, editing::change_element)
        .on(delete.clone(), Right::Edit, "/api/v1/elements/{kind}/{id}", SMALL, editing::remove_element)
        .on(post.clone(), Right::Edit, "/api/v1/elements/{kind}/{id}/move", SMALL, editing::move_element)
        .on(post.clone(), Right::Edit, "/api/v1/elements/{kind}/{id}/rename", SMALL, editing::rename_element)
        .get(Right::Read, "/api/v1/texts", texts::texts)
        .on(put.clone(), Right::Edit, "/api/v1/texts", TEXTS, texts::put_texts)
        .get(Right::Read, "/api/v1/texts/{*path}", texts::text)
        .on(put, Right::Edit, "/api/v1/texts/{*path}", TEXT, texts::put_text)
        .get(Right::Read, "/api/v1/findings", findings::findings)
        .on(post.clone(), Right::Edit, "/api/v1/findings/mend", SMALL, mend::mend_finding)
        .get(Right::Read, "/api/v1/search", search::search)
        .on(post.clone(), Right::Read, "/api/v1/check", TEXTS, findings::check)
        .get(Right::Read, "/api/v1/rules", findings::rules)
        .get(Right::Read, "/api/v1/revisions", revisions::revisions)
        .get(Right::Read, "/api/v1/revisions/{number}", revisions::revision)
        .get(Right::Read, "/api/v1/revisions/{number}/texts", revisions::revision_texts)
        .get(Right::Read, "/api/v1/revisions/{number}/diff", revisions::revision_diff)
        .post(Right::Edit, "/api/v1/revisions/{number}/restore", revisions::restore_revision)
        .get(Right::Read, "/api/v1/kpis", measurements::kpis)
        .get(Right::Read, "/api/v1/kpis/{id}/measurements", measurements::measurements)
        .on(post.clone(), Right::Measure, "/api/v1/measurements", FIGURES, measurements::add_measurements)
        .get(Right::Read, "/api/v1/scorecard", judged::scorecard)
        .get(Right::Read, "/api/v1/evidence", judged::evidence)
        .get(Right::Read, "/api/v1/forecasts", judged::forecasts)
        .on(post.clone(), Right::Read, "/api/v1/what-if", SMALL, what_if::what_if)
        .get(Right::Read, "/api/v1/corrections", corrections::corrections)
        .on(post.clone(), Right::Propose, "/api/v1/corrections", SMALL, corrections::open_correction)
        .get(Right::Read, "/api/v1/corrections/{id}", corrections::correction)
        .on(
            post.clone(),
            Right::Comment,
            "/api/v1/corrections/{id}/steps",
            SMALL,
            corrections::correction_step,
        )
        .on(
            post.clone(),
            Right::Propose,
            "/api/v1/corrections/{id}/withdraw",
            SMALL,
            corrections::withdraw_correction,
        )
        .get(Right::Read, "/api/v1/reports", reports::reports)
        .on(post.clone(), Right::Propose, "/api/v1/reports", SMALL, reports::ask_report)
        .get(Right::Read, "/api/v1/reports/{id}", reports::report)
        .get(Right::Read, "/api/v1/reports/{id}/{name}", reports::report_content)
        .get(Right::Read, "/api/v1/documents", documents::documents)
        .get(Right::Read, "/api/v1/documents/{name}", documents::document_content)
        .get(Right::Read, "/api/v1/approval", approvals::prospect)
        .get(Right::Read, "/api/v1/proposals", approvals::proposals)
        .on(post.clone(), Right::Propose, "/api/v1/proposals", FIGURES, approvals::propose)
        .get(Right::Read, "/api/v1/proposals/{id}", approvals::proposal)
        .on(post.clone(), Right::Approve, "/api/v1/proposals/{id}/decisions", SMALL, approvals::decide)
        .on(post.clone(), Right::Propose, "/api/v1/proposals/{id}/withdraw", SMALL, approvals::withdraw)
        .get(Right::Read, "/api/v1/comments", comments::comments)
        .on(post.clone(), Right::Comment, "/api/v1/comments", SMALL, comments::add_comment)
        .on(post.clone(), Right::Comment, "/api/v1/comments/{id}/settle", SMALL, comments::settle_comment)
        .get(Right::Own, "/api/v1/keys", keys::keys)
        .on(post.clone(), Right::Own, "/api/v1/keys", SMALL, keys::add_key)
        .on(delete.clone(), Right::Own, "/api/v1/keys/{id}", SMALL, keys::remove_key)
        .get(Right::Administer, "/api/v1/users", users::users)
        .on(post.clone(), Right::Administer, "/api/v1/users", SMALL, users::add_user)
        .on(patch.clone(), Right::Administer, "/api/v1/users/{login}", SMALL, users::change_user)
        .on(
            post.clone(),
            Right::Administer,
            "/api/v1/users/{login}/password-link",
            SMALL,
            invitations::password_link,
        )
        .get(Right::Administer, "/api/v1/invitations", invitations::invitations)
        .on(post.clone(), Right::Administer, "/api/v1/invitations", SMALL, invitations::invite)
        .on(
            delete.clone(),
            Right::Administer,
            "/api/v1/invitations/{id}",
            SMALL,
            invitations::revoke_invitation,
        )
        .on(post.clone(), Right::Administer, "/api/v1/backup", SMALL, backup::backup)
        .get(Right::Administer, "/api/v1/audit", audit::audit)
        .get(Right::Administer, "/api/v1/hooks", hooks::hooks)
        .on(post.clone(), Right::Administer, "/api/v1/hooks", SMALL, hooks::add_hook)
        .on(patch, Right::Administer, "/api/v1/hooks/{id}", SMALL, hooks::change_hook)
        .on(delete, Right::Administer, "/api/v1/hooks/{id}", SMALL, hooks::remove_hook)
        .on(post, Right::Administer, "/api/v1/hooks/{id}/test", SMALL, hooks::test_hook)
        .get(Right::Administer, "/api/v1/hooks/{id}/deliveries", hooks::deliveries)
}
