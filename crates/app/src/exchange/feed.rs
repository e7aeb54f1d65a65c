//! Calendars that are subscribed to. A calendar program cannot sign in, so the address itself is the secret: it is shown
//! once, only its hash is kept, and whoever has it can be shut out by making a new one or none.

use crate::{AppError, hashed, note, secret};
use store::{Act, Settings, Store};

/// A user's calendar address.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Feed {
    /// When it was made, RFC 3339.
    pub made: String,
    hash: String,
}

fn name(login: &str) -> String {
    format!("calendar/{login}")
}

/// The calendar address of a user, where they have one.
pub async fn feed(store: &dyn Store, login: &str) -> Result<Option<Feed>, AppError> {
    let kept = Settings::setting(store, &name(login)).await?;
    Ok(kept.as_deref().and_then(|kept| {
        let (hash, made) = kept.split_once(' ')?;
        Some(Feed { made: made.to_owned(), hash: hash.to_owned() })
    }))
}

/// Makes a new secret for a user's calendar address; the one before no longer works.
pub async fn open_feed(store: &dyn Store, act: &Act) -> Result<String, AppError> {
    let token = secret().map_err(|error| AppError::Random(error.to_string()))?;
    let kept = format!("{} {}", hashed(&token), act.at);
    Settings::set(store, &name(&act.by), Some(&kept)).await?;
    note(store, act, "calendar", &act.by, "", "+").await?;
    Ok(token)
}

/// Ends a user's calendar address.
pub async fn close_feed(store: &dyn Store, act: &Act) -> Result<(), AppError> {
    Settings::set(store, &name(&act.by), None).await?;
    note(store, act, "calendar", &act.by, "", "−").await
}

/// Whether a secret is that of a user's calendar address.
pub async fn feed_of(store: &dyn Store, login: &str, token: &str) -> Result<bool, AppError> {
    // What is compared is a hash of what was sent: how long that takes tells nothing.
    Ok(feed(store, login).await?.is_some_and(|feed| feed.hash == hashed(token)))
}
