//! No key keeps the house to itself: so many requests at once, and so many a second.

use crate::api::problem::Refusal;
use crate::preferences::Preferences;
use crate::signed::Signed;
use axum::extract::Request;
use axum::http::header::RETRY_AFTER;
use axum::http::{HeaderValue, StatusCode};
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};
use locale::{Lang, t};
use std::collections::HashMap;
use std::sync::{LazyLock, Mutex, PoisonError};
use std::time::Instant;

/// So many requests may come at once.
const AT_ONCE: f64 = 1_000.0;
/// And so many a second from then on.
const A_SECOND: f64 = 100.0;
/// Past so many keys those that have rested are forgotten.
const KNOWN: usize = 1_000;

/// What each key has left.
#[derive(Default)]
struct Left(HashMap<String, (f64, Instant)>);

static LEFT: LazyLock<Mutex<Left>> = LazyLock::new(Mutex::default);

impl Left {
    /// Takes one request of a key; where none is left, the seconds until there is one.
    fn take(&mut self, key: &str, now: Instant) -> Result<(), u64> {
        let rested =
            |left: f64, at: Instant| (left + now.duration_since(at).as_secs_f64() * A_SECOND).min(AT_ONCE);
        if self.0.len() >= KNOWN {
            self.0.retain(|_, (left, at)| rested(*left, *at) < AT_ONCE);
        }
        let (left, at) = self.0.entry(key.to_owned()).or_insert((AT_ONCE, now));
        (*left, *at) = (rested(*left, *at), now);
        if *left < 1.0 {
            return Err(((1.0 - *left) / A_SECOND).ceil().max(1.0) as u64);
        }
        *left -= 1.0;
        Ok(())
    }
}

/// Lets a key's requests through as long as they are not too many.
pub(crate) async fn bounded(request: Request, next: Next) -> Response {
    let signed = Signed::of(request.extensions());
    let Some(key) = signed.as_ref().and_then(|signed| signed.key.as_deref()) else {
        return next.run(request).await;
    };
    let taken = LEFT.lock().unwrap_or_else(PoisonError::into_inner).take(key, Instant::now());
    let Err(seconds) = taken else { return next.run(request).await };
    let lang = Preferences::of(request.headers()).lang.unwrap_or(Lang::En);
    let detail = t!(lang, "api-limit", seconds = seconds);
    let mut answer = Refusal::new(StatusCode::TOO_MANY_REQUESTS, "limit", lang, detail).into_response();
    answer.headers_mut().insert(RETRY_AFTER, HeaderValue::from(seconds));
    answer
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::time::Duration;

    #[test]
    fn a_key_that_is_too_quick_waits_and_no_other_key_with_it() {
        let (mut left, now) = (Left::default(), Instant::now());
        assert!((0..AT_ONCE as usize).all(|_| left.take("quick", now).is_ok()));
        assert_eq!(left.take("quick", now), Err(1));
        assert_eq!(left.take("other", now), Ok(()));
        let later = now + Duration::from_millis(100);
        assert!((0..10).all(|_| left.take("quick", later).is_ok()), "ten a tenth of a second");
        assert_eq!(left.take("quick", later), Err(1));
    }
}
