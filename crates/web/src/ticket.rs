//! The cookies by which a browser is known again: of a session, and of a sign-in under way.
//!
//! All are `HttpOnly`: no script reads them. They are `SameSite=Lax` and not `Strict`, because a strict cookie is not sent
//! when the browser comes back from an identity provider or by a link in a letter; what changes something is a form, and a
//! lax cookie is not sent with another site's forms. Where the connection is encrypted they are `Secure` and carry the
//! prefix `__Host-`, with which a browser takes them from this host only.

use crate::preferences::cookie;
use app::{ABSOLUTE, Door};
use axum::http::header::{CACHE_CONTROL, LOCATION, SET_COOKIE};
use axum::http::{HeaderMap, HeaderValue, StatusCode};
use axum::response::{IntoResponse, Response};

/// A cookie: its names on an open and on an encrypted connection, and how many seconds a browser keeps it.
pub(crate) struct Ticket {
    open: &'static str,
    secure: &'static str,
    seconds: i64,
}

/// Of a session.
pub(crate) const SESSION: Ticket =
    Ticket { open: "reper_session", secure: "__Host-reper_session", seconds: ABSOLUTE };
/// Of a sign-in whose code is awaited.
pub(crate) const HALFWAY: Ticket =
    Ticket { open: "reper_halfway", secure: "__Host-reper_halfway", seconds: 600 };
/// Of a sign-in that an identity provider was asked for.
pub(crate) const PROVIDER: Ticket =
    Ticket { open: "reper_provider", secure: "__Host-reper_provider", seconds: 600 };

impl Ticket {
    /// What the browser has kept.
    pub fn of<'a>(&self, door: &Door, headers: &'a HeaderMap) -> Option<&'a str> {
        cookie(headers, if door.secure() { self.secure } else { self.open })
    }

    /// Tells the browser to keep a value: one of our own secrets, which are letters and digits.
    pub fn keep(&self, door: &Door, response: &mut Response, value: &str) {
        self.set(door, response, value, self.seconds);
    }

    /// Tells the browser to forget it.
    pub fn forget(&self, door: &Door, response: &mut Response) {
        self.set(door, response, "", 0);
    }

    fn set(&self, door: &Door, response: &mut Response, value: &str, seconds: i64) {
        let (name, secure) = if door.secure() { (self.secure, "; Secure") } else { (self.open, "") };
        let line = format!("{name}={value}; Path=/; Max-Age={seconds}; HttpOnly; SameSite=Lax{secure}");
        if let Ok(line) = HeaderValue::from_str(&line) {
            response.headers_mut().append(SET_COOKIE, line);
        }
    }
}

/// An answer that leads elsewhere, and that nobody keeps.
pub(crate) fn leading(location: HeaderValue) -> Response {
    let head = [(LOCATION, location), (CACHE_CONTROL, HeaderValue::from_static("no-store"))];
    (StatusCode::SEE_OTHER, head).into_response()
}
