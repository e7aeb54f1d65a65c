//! The second factor of one's own account: the picture, the code, and the codes for the day the phone is lost.

use super::account::account;
use super::{Said, own, written};
use crate::desk::Desk;
use crate::frame::{Frame, page};
use crate::problem::Problem;
use crate::ticket::leading;
use crate::visit::Visit;
use app::Enrolment;
use askama::Template;
use axum::extract::rejection::FormRejection;
use axum::extract::{Form, State};
use axum::http::HeaderValue;
use axum::response::Response;
use locale::t;
use serde::Deserialize;

#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub(super) struct Written {
    secret: String,
    code: String,
    present: String,
}

#[derive(Template)]
#[template(path = "pages/people/factor.html")]
struct Page {
    frame: Frame,
    problem: String,
    enrolment: Enrolment,
}

#[derive(Template)]
#[template(path = "pages/people/codes.html")]
struct CodesPage {
    frame: Frame,
    codes: Vec<String>,
}

/// `GET /account/second-factor`
pub(super) async fn show(State(desk): State<Desk>, visit: Visit) -> Result<Response, Problem> {
    let login = own(&visit)?;
    // One that is there is turned off first, with the password; and it is the password that it stands beside.
    if visit.signed.user.totp.is_some() || visit.signed.user.password.is_none() {
        return Ok(leading(HeaderValue::from_static("/account")));
    }
    let enrolment = desk.door().enrol(login).map_err(|error| Problem::of(error, visit.lang))?;
    form(&visit, enrolment, &Said::nothing())
}

/// `POST /account/second-factor`
pub(super) async fn turn_on(
    State(desk): State<Desk>,
    visit: Visit,
    form: Result<Form<Written>, FormRejection>,
) -> Result<Response, Problem> {
    let (written, login) = (written(form)?, own(&visit)?);
    if visit.signed.user.totp.is_some() || visit.signed.user.password.is_none() {
        return Ok(leading(HeaderValue::from_static("/account")));
    }
    match desk.door().turn_on(&visit.act(&desk), login, &written.secret, &written.code).await {
        Ok(codes) => shown(&visit, codes),
        Err(error) => {
            let said = Said::of(error, visit.lang)?;
            let enrolment =
                desk.door().enrolment(&written.secret, login).or_else(|_| desk.door().enrol(login));
            self::form(&visit, enrolment.map_err(|error| Problem::of(error, visit.lang))?, &said)
        }
    }
}

/// `POST /account/second-factor/off`
pub(super) async fn turn_off(
    State(desk): State<Desk>,
    visit: Visit,
    form: Result<Form<Written>, FormRejection>,
) -> Result<Response, Problem> {
    let written = written(form)?;
    match desk.door().turn_off(&visit.act(&desk), own(&visit)?, written.present).await {
        Ok(()) => Ok(leading(HeaderValue::from_static("/account?done=factor-off"))),
        Err(error) => account(&desk, &visit, &Said::of(error, visit.lang)?, String::new()).await,
    }
}

/// `POST /account/second-factor/codes`
pub(super) async fn codes(
    State(desk): State<Desk>,
    visit: Visit,
    form: Result<Form<Written>, FormRejection>,
) -> Result<Response, Problem> {
    let written = written(form)?;
    match desk.door().new_recovery(&visit.act(&desk), own(&visit)?, written.present).await {
        Ok(codes) => shown(&visit, codes),
        Err(error) => account(&desk, &visit, &Said::of(error, visit.lang)?, String::new()).await,
    }
}

fn form(visit: &Visit, enrolment: Enrolment, said: &Said) -> Result<Response, Problem> {
    let frame = visit.frame(t!(visit.lang, "people-factor-set-up"));
    Ok(said.answer(page(&Page { frame, problem: said.text.clone(), enrolment })?))
}

/// The codes are kept nowhere but on this page, so the answer to the form is the page itself and no redirect.
fn shown(visit: &Visit, codes: Vec<String>) -> Result<Response, Problem> {
    let frame = visit.frame(t!(visit.lang, "people-codes"));
    Ok(Said::nothing().answer(page(&CodesPage { frame, codes })?))
}
