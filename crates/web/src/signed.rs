//! Who makes a request: found out once, before anything else is done.

use crate::desk::{Access, Desk};
use crate::ticket;
use app::{Act, Right, User, hashed, may};
use axum::extract::{ConnectInfo, Request, State};
use axum::http::header::AUTHORIZATION;
use axum::http::{Extensions, HeaderMap};
use axum::middleware::Next;
use axum::response::Response;
use std::net::{IpAddr, SocketAddr};
use std::sync::Arc;

/// Who makes a request.
#[derive(Debug, Clone)]
pub(crate) struct Signed {
    /// The user.
    pub user: User,
    /// The token that forms of this session carry; empty for a key, which no browser sends by itself.
    pub csrf: String,
    /// The session's hash, where it is one.
    pub session: String,
    /// The scopes, where it is a key.
    pub scopes: Option<Vec<String>>,
    /// The key's name, where it is one.
    pub key: Option<String>,
    /// The address that the request came from, with the key's name where it is one.
    pub from: String,
}

impl Signed {
    /// Whether they may do something; a key never may more than its scopes say.
    pub fn may(&self, right: Right) -> bool {
        let scoped = |scopes: &Vec<String>| scopes.iter().any(|scope| scope == right.word());
        may(self.user.role, right) && self.scopes.as_ref().is_none_or(scoped)
    }

    /// What stands on what they do now.
    pub fn act(&self, desk: &Desk) -> Act {
        desk.act(&self.user.login, &self.from)
    }

    /// Who makes the request, where that is known.
    pub fn of(extensions: &Extensions) -> Option<Arc<Signed>> {
        extensions.get::<Arc<Signed>>().cloned()
    }
}

/// Finds out who makes a request; what cannot be found out stays unknown, and each page says whether that will do.
pub(crate) async fn know(State(desk): State<Desk>, mut request: Request, next: Next) -> Response {
    let from = address(&desk, request.headers(), request.extensions());
    let found = match key(request.headers()) {
        Some(key) => of_key(&desk, key, from.clone()).await,
        None => {
            let value = ticket::SESSION.of(desk.door(), request.headers()).map(str::to_owned);
            of_cookie(&desk, value, from.clone()).await
        }
    };
    request.extensions_mut().insert(From(from));
    if let Some(signed) = found {
        request.extensions_mut().insert(Arc::new(signed));
    }
    next.run(request).await
}

/// The address that a request came from, for handlers.
#[derive(Debug, Clone)]
struct From(String);

/// The address that the request came from, where it was found out.
pub(crate) fn from(extensions: &Extensions) -> String {
    extensions.get::<From>().map_or_else(String::new, |From(from)| from.clone())
}

/// The address that a request came from. Behind a proxy it is the last one that the proxy wrote: those before it are
/// written by whoever asks.
fn address(desk: &Desk, headers: &HeaderMap, extensions: &Extensions) -> String {
    if desk.door().proxied() {
        let line = headers.get_all("x-forwarded-for").iter().next_back().and_then(|line| line.to_str().ok());
        let last = line.and_then(|line| line.rsplit(',').next()?.trim().parse::<IpAddr>().ok());
        if let Some(last) = last {
            return last.to_string();
        }
    }
    let info = extensions.get::<ConnectInfo<SocketAddr>>();
    info.map_or_else(String::new, |ConnectInfo(address)| address.ip().to_string())
}

fn key(headers: &HeaderMap) -> Option<&str> {
    headers.get(AUTHORIZATION)?.to_str().ok()?.strip_prefix("Bearer ").map(str::trim)
}

async fn of_key(desk: &Desk, key: &str, from: String) -> Option<Signed> {
    let found = desk.people().key(&hashed(key), &desk.clock().instant()).await;
    let (key, user) = logged(found)??;
    let from = format!("{from} {}", key.id).trim_start().to_owned();
    let (csrf, session) = (String::new(), String::new());
    Some(Signed { user, csrf, session, scopes: Some(key.scopes), key: Some(key.id), from })
}

async fn of_cookie(desk: &Desk, value: Option<String>, from: String) -> Option<Signed> {
    if let Some(value) = value {
        let found = desk.door().session(&value).await;
        if let Some((session, user)) = logged(found)? {
            return Some(Signed {
                user,
                csrf: session.csrf,
                session: session.hash,
                scopes: None,
                key: None,
                from,
            });
        }
    }
    match desk.access() {
        Access::SignedIn => None,
        Access::Open(user, csrf) => {
            let (user, csrf) = (User::clone(user), csrf.clone());
            Some(Signed { user, csrf, session: String::new(), scopes: None, key: None, from })
        }
    }
}

/// A store that does not answer signs nobody in.
fn logged<T, E: std::fmt::Display>(found: Result<T, E>) -> Option<T> {
    found.map_err(|error| eprintln!("nobody could be signed in: {error}")).ok()
}
