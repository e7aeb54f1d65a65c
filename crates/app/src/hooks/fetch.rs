//! What an address holds is fetched, with the same care with which messages are sent.

use super::send::{agent, word};
use super::target::source;
use super::{HookError, hosts};
use crate::AppError;
use std::time::Duration;
use store::Store;

/// A fetch takes no longer than this.
const TIMEOUT: Duration = Duration::from_secs(60);
/// So many redirections are followed; each host is looked at as the first was.
const REDIRECTS: u32 = 5;

/// What came of a fetch: the bytes, or a word of `hooks-outcome-…` or a status.
pub(crate) type Fetched = Result<Vec<u8>, String>;

/// Whether something may be fetched from an address: http or https, and nothing of this machine or its network but what an
/// administrator has named.
pub(crate) async fn may_fetch(store: &dyn Store, url: &str) -> Result<(), AppError> {
    match source(url, &hosts(store).await?) {
        Ok(_) => Ok(()),
        Err(HookError::Private(host)) => Err(HookError::PrivateSource(host).into()),
        Err(_) => Err(HookError::Source(url.chars().take(100).collect()).into()),
    }
}

/// What an address holds, at most so many bytes. Blocks until it is there.
pub(crate) fn fetch(url: &str, allowed: &[String], most: usize) -> Fetched {
    let uri = source(url, allowed).map_err(|_| "private".to_owned())?;
    let asked = agent(allowed, TIMEOUT, REDIRECTS)
        .get(uri)
        .header("user-agent", concat!("reper/", env!("CARGO_PKG_VERSION")))
        .call();
    let mut answer = asked.map_err(|error| word(&error).to_owned())?;
    if !answer.status().is_success() {
        return Err(answer.status().as_u16().to_string());
    }
    let read = answer.body_mut().with_config().limit(most as u64).read_to_vec();
    read.map_err(|error| match error {
        ureq::Error::BodyExceedsLimit(_) => "too-large".to_owned(),
        error => word(&error).to_owned(),
    })
}
