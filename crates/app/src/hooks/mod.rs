//! Hooks: addresses that are told of events, and how messages get there.
//!
//! A message is a POST of JSON, signed with the hook's secret (`sign`). It goes to no address of this machine or its
//! network, and follows no redirection, unless an administrator has named the host (`target`). What does not arrive is tried
//! again with growing pauses (`deliver`); a receiver knows a message that comes twice by its number.

mod deliver;
mod error;
mod fetch;
mod send;
mod sign;
mod target;

pub use deliver::{deliver_due, work};
pub use error::HookError;
pub(crate) use fetch::{fetch, may_fetch};
pub use sign::{SIGNATURE, signature, verify};

use crate::{AppError, secret};
use store::{Act, Delivery, Entry, Hook, Store};

/// The events that a hook may be told of.
pub const EVENTS: [&str; 4] = ["approval", "correction", "findings", "report"];
/// There are no more hooks than this.
const MOST: usize = 50;
/// Under this name stand the hosts that may be told although they are of this machine or its network.
const HOSTS: &str = "hooks.hosts";
/// No more hosts than this.
const MOST_HOSTS: usize = 50;

/// A hook to be added.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct NewHook {
    /// The address.
    pub url: String,
    /// The events that it is told of.
    pub events: Vec<String>,
}

/// Adds a hook. Its secret is told once, by whoever calls.
pub async fn add(store: &dyn Store, act: &Act, new: NewHook) -> Result<Hook, AppError> {
    let allowed = hosts(store).await?;
    let url = target::address(&new.url, &allowed)?.to_string();
    if new.events.is_empty() {
        return Err(HookError::NoEvent.into());
    }
    if let Some(event) = new.events.iter().find(|event| !EVENTS.contains(&event.as_str())) {
        return Err(HookError::Event(event.chars().take(100).collect()).into());
    }
    if store.hooks().await?.len() >= MOST {
        return Err(HookError::TooMany(MOST).into());
    }
    let events = EVENTS.into_iter().filter(|event| new.events.iter().any(|asked| asked == event));
    let secret = secret().map_err(|error| HookError::Random(error.to_string()))?;
    let mut hook = Hook { id: 0, url, secret, events: events.map(str::to_owned).collect(), active: true };
    hook.id = store.keep_hook(&hook).await?;
    store.note(&entry(act, &hook, "", &format!("{} · {}", hook.url, hook.events.join(" ")))).await?;
    Ok(hook)
}

/// Tells a hook again, or no longer; nothing where there is none of that number.
pub async fn pause(store: &dyn Store, act: &Act, id: u64, active: bool) -> Result<Option<Hook>, AppError> {
    let Some(mut hook) = of(store, id).await? else { return Ok(None) };
    if hook.active != active {
        hook.active = active;
        store.keep_hook(&hook).await?;
        let word = |active| if active { "active" } else { "paused" };
        store.note(&entry(act, &hook, word(!active), word(active))).await?;
    }
    Ok(Some(hook))
}

/// Removes a hook with its messages; false where there is none of that number.
pub async fn remove(store: &dyn Store, act: &Act, id: u64) -> Result<bool, AppError> {
    let Some(hook) = of(store, id).await? else { return Ok(false) };
    let done = store.drop_hook(id).await?;
    if done {
        store.note(&entry(act, &hook, &format!("{} · {}", hook.url, hook.events.join(" ")), "")).await?;
    }
    Ok(done)
}

/// Queues a message that says nothing but that it is one; false where there is no hook of that number.
pub async fn test(store: &dyn Store, act: &Act, id: u64) -> Result<bool, AppError> {
    if of(store, id).await?.is_none() {
        return Ok(false);
    }
    let body = serde_json::json!({ "event": "test", "by": act.by, "at": act.at }).to_string();
    let next = Some(act.at.clone());
    let event = "test".to_owned();
    store.queue(&Delivery { id: 0, hook: id, event, body, tries: 0, next, outcome: String::new() }).await?;
    Ok(true)
}

/// The hosts that may be told although they are of this machine or its network.
pub async fn hosts(store: &dyn Store) -> Result<Vec<String>, AppError> {
    let kept = store.setting(HOSTS).await?.unwrap_or_default();
    Ok(kept.split_whitespace().map(str::to_owned).collect())
}

/// Says which hosts may be told although they are of this machine or its network.
pub async fn allow(store: &dyn Store, act: &Act, text: &str) -> Result<(), AppError> {
    let words = text.split([',', ';', ' ', '\n', '\r', '\t']).filter(|word| !word.is_empty());
    let hosts: Vec<String> = words.map(target::host).collect::<Result<_, _>>()?;
    if hosts.len() > MOST_HOSTS {
        return Err(HookError::TooMany(MOST_HOSTS).into());
    }
    let (before, after) = (self::hosts(store).await?.join(" "), hosts.join(" "));
    if before == after {
        return Ok(());
    }
    store.set(HOSTS, Some(&after)).await?;
    let (act, what, subject) = (act.clone(), "hook".to_owned(), "hosts".to_owned());
    Ok(store.note(&Entry { act, what, subject, before, after, ..Entry::default() }).await?)
}

async fn of(store: &dyn Store, id: u64) -> Result<Option<Hook>, AppError> {
    Ok(store.hooks().await?.into_iter().find(|hook| hook.id == id))
}

fn entry(act: &Act, hook: &Hook, before: &str, after: &str) -> Entry {
    Entry {
        act: act.clone(),
        what: "hook".to_owned(),
        subject: format!("hook {}", hook.id),
        before: before.to_owned(),
        after: after.to_owned(),
        ..Entry::default()
    }
}
