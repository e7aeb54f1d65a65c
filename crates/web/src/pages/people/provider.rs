//! Signing in through the identity provider.
//!
//! The way there is a link and not a form: a form's redirect to another site would be stopped by our own
//! `form-action 'self'`.

use super::sign_in::{Written, form, inside};
use super::{Said, origin};
use crate::desk::Desk;
use crate::problem::Problem;
use crate::ticket::{PROVIDER, SESSION, leading};
use crate::visit::Guest;
use app::PeopleError;
use axum::extract::{Query, State};
use axum::http::{HeaderMap, HeaderValue};
use axum::response::Response;
use serde::Deserialize;

#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub(super) struct Back {
    state: String,
    code: String,
    error: String,
    back: String,
}

/// `GET /sign-in/oidc`: off to the provider.
pub(super) async fn begin(
    State(desk): State<Desk>,
    headers: HeaderMap,
    guest: Guest,
    Query(asked): Query<Back>,
) -> Result<Response, Problem> {
    match desk.door().ask_provider(&origin(&headers), &asked.back).await {
        Ok((url, state)) => {
            let mut response = leading(HeaderValue::from_str(&url).map_err(Problem::fault)?);
            PROVIDER.keep(desk.door(), &mut response, &state);
            Ok(response)
        }
        Err(error) => {
            let said = Said::of(error, guest.lang)?;
            form(&desk, &guest, &Written::nothing(asked.back), &said, String::new())
        }
    }
}

/// `GET /sign-in/oidc/return`: back from it.
pub(super) async fn end(
    State(desk): State<Desk>,
    headers: HeaderMap,
    guest: Guest,
    Query(told): Query<Back>,
) -> Result<Response, Problem> {
    let kept = PROVIDER.of(desk.door(), &headers).unwrap_or_default();
    let old = SESSION.of(desk.door(), &headers);
    let returned = match told.error.as_str() {
        "" => desk.door().from_provider(&told.state, kept, told.code, &guest.from, old).await,
        // Whoever thought better of it at the provider may begin again here.
        _ => Err(PeopleError::Ended.into()),
    };
    let mut response = match returned {
        Ok(returned) => inside(&desk, &returned.opened, &returned.back),
        Err(error) => {
            let said = Said::of(error, guest.lang)?;
            form(&desk, &guest, &Written::default(), &said, String::new())?
        }
    };
    PROVIDER.forget(desk.door(), &mut response);
    Ok(response)
}
