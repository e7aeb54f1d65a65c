//! Approval: what is proposed and who decides, the form that proposes, and comments.

mod comments;
mod decide;
mod lead;
mod one;
mod propose;

use crate::problem::Problem;
use crate::routes::Routes;
use app::Right;
use axum::extract::rejection::FormRejection;
pub(crate) use comments::Thread;
pub(super) use lead::decided;

/// The most that the form of a proposal may hold: a reason for each of many warnings.
const FORM_BYTES: usize = 4 << 20;

/// The addresses of approval.
pub(super) fn routes(routes: Routes) -> Routes {
    routes
        .get(Right::Read, "/approval", lead::show)
        .get(Right::Propose, "/approval/propose", propose::show)
        .on(axum::http::Method::POST, Right::Propose, "/approval/propose", FORM_BYTES, propose::send)
        .get(Right::Read, "/approval/{id}", one::show)
        .post(Right::Approve, "/approval/{id}/agree", decide::agree)
        .post(Right::Approve, "/approval/{id}/return", decide::give_back)
        .post(Right::Propose, "/approval/{id}/withdraw", decide::withdraw)
        .post(Right::Comment, "/comments", comments::add)
        .post(Right::Comment, "/comments/{id}/settle", comments::settle)
        .get(Right::Read, "/comments/{table}/{id}", comments::show)
}

/// A form as axum reads it.
type Sent<T> = Result<axum::extract::Form<T>, FormRejection>;

/// What was sent.
fn of<T>(sent: Sent<T>) -> Result<T, Problem> {
    sent.map(|axum::extract::Form(form)| form).map_err(|_| Problem::Wrong)
}
