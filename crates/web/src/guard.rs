//! The guard before every route: whether who asks may, and whether the form is one of ours.

use crate::problem::Problem;
use crate::signed::Signed;
use crate::visit::address;
use app::Right;
use axum::body::{Body, Bytes, to_bytes};
use axum::extract::{Request, State};
use axum::http::header::{CONTENT_TYPE, ORIGIN};
use axum::http::{HeaderMap, Method};
use axum::middleware::Next;
use axum::response::Response;

/// The header that a script sends the token in.
const HEADER: &str = "x-csrf";
/// The field that a form sends the token in.
const FIELD: &str = "csrf";

/// What one route asks for.
#[derive(Clone)]
pub(crate) struct Gate {
    pub right: Right,
    pub bytes: usize,
}

/// Lets through who may, with a form that was made here.
pub(crate) async fn guard(
    State(gate): State<Gate>,
    request: Request,
    next: Next,
) -> Result<Response, Problem> {
    let signed = Signed::of(request.extensions());
    let unsafe_method = !matches!(*request.method(), Method::GET | Method::HEAD | Method::OPTIONS);
    if gate.right != Right::Anyone {
        let Some(signed) = &signed else {
            let back = if unsafe_method { "/".to_owned() } else { address(request.uri()) };
            return Err(Problem::SignIn(back));
        };
        if !signed.may(gate.right) {
            return Err(Problem::Forbidden(gate.right));
        }
    }
    if !unsafe_method || signed.as_ref().is_some_and(|signed| signed.scopes.is_some()) {
        return Ok(next.run(request).await);
    }
    if foreign(request.headers()) {
        return Err(Problem::Stale);
    }
    match signed {
        // Nobody is signed in: there is nothing yet that another site could make use of.
        None => Ok(next.run(request).await),
        Some(signed) => {
            let request = with_token(request, gate.bytes, &signed.csrf).await?;
            Ok(next.run(request).await)
        }
    }
}

/// Whether the browser says that another site sent the request.
fn foreign(headers: &HeaderMap) -> bool {
    let told = |name: &str| headers.get(name).and_then(|value| value.to_str().ok());
    if let Some(site) = told("sec-fetch-site") {
        return !matches!(site, "same-origin" | "none");
    }
    let (Some(origin), Some(host)) = (told(ORIGIN.as_str()), told("host")) else { return false };
    origin.split_once("://").is_none_or(|(_, from)| from != host)
}

/// The request again, where it carries the token: in its header, or in a field of its form.
async fn with_token(request: Request, bytes: usize, token: &str) -> Result<Request, Problem> {
    if let Some(sent) = request.headers().get(HEADER) {
        return if same(sent.as_bytes(), token.as_bytes()) { Ok(request) } else { Err(Problem::Stale) };
    }
    let (head, body) = request.into_parts();
    let body = to_bytes(body, bytes).await.map_err(|_| Problem::TooLarge(bytes))?;
    let kind = head.headers.get(CONTENT_TYPE).and_then(|kind| kind.to_str().ok()).unwrap_or_default();
    let sent = if kind.starts_with("multipart/form-data") { of_parts(&body) } else { of_form(&body) };
    match sent {
        Some(sent) if same(sent.as_bytes(), token.as_bytes()) => {
            Ok(Request::from_parts(head, Body::from(body)))
        }
        _ => Err(Problem::Stale),
    }
}

/// The field of a form; a token holds nothing that a form would write otherwise.
fn of_form(body: &Bytes) -> Option<&str> {
    let mut pairs = body.split(|byte| *byte == b'&');
    let sent = pairs.find_map(|pair| pair.strip_prefix(FIELD.as_bytes())?.strip_prefix(b"="))?;
    std::str::from_utf8(sent).ok()
}

/// The field of a form with files: the token stands before them.
fn of_parts(body: &Bytes) -> Option<&str> {
    let head = std::str::from_utf8(body.get(..body.len().min(1024))?)
        .or_else(|error| std::str::from_utf8(&body[..error.valid_up_to()]))
        .ok()?;
    let (_, rest) = head.split_once("name=\"csrf\"\r\n\r\n")?;
    rest.split("\r\n").next()
}

/// Compares in a time that does not tell how much was right.
fn same(one: &[u8], other: &[u8]) -> bool {
    one.len() == other.len() && one.iter().zip(other).fold(0, |all, (a, b)| all | (a ^ b)) == 0
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_token_is_found_in_either_form() {
        assert_eq!(of_form(&Bytes::from("a=1&csrf=abc&b=2")), Some("abc"));
        assert_eq!(of_form(&Bytes::from("a=csrf")), None);
        let parts = "--x\r\nContent-Disposition: form-data; name=\"csrf\"\r\n\r\nabc\r\n--x";
        assert_eq!(of_parts(&Bytes::from(parts)), Some("abc"));
        assert!(same(b"abc", b"abc") && !same(b"abc", b"abd") && !same(b"abc", b"ab"));
    }

    #[test]
    fn another_site_is_known_by_its_origin() {
        let told = |pairs: &[(&'static str, &'static str)]| {
            let pairs = pairs.iter().map(|(name, value)| {
                (axum::http::HeaderName::from_static(name), axum::http::HeaderValue::from_static(value))
            });
            foreign(&pairs.collect())
        };
        assert!(told(&[("sec-fetch-site", "cross-site")]) && told(&[("sec-fetch-site", "same-site")]));
        assert!(!told(&[("sec-fetch-site", "same-origin")]) && !told(&[]));
        assert!(told(&[("origin", "http://evil.example"), ("host", "127.0.0.1:7373")]));
        assert!(told(&[("origin", "null"), ("host", "127.0.0.1:7373")]));
        assert!(!told(&[("origin", "http://127.0.0.1:7373"), ("host", "127.0.0.1:7373")]));
    }
}
