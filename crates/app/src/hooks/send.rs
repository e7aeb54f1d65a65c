//! One try: a message is sent, and what came back is told in a word.

use super::target::{address, allows, public};
use super::{SIGNATURE, signature};
use std::time::Duration;
use store::{Delivery, Hook};
use ureq::config::Config;
use ureq::http::Uri;
use ureq::tls::{RootCerts, TlsConfig};
use ureq::unversioned::resolver::{DefaultResolver, ResolvedSocketAddrs, Resolver};
use ureq::unversioned::transport::{DefaultConnector, NextTimeout};
use ureq::{Agent, Error};

/// A try takes no longer than this.
const TIMEOUT: Duration = Duration::from_secs(10);

/// What came back of a try.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Outcome {
    /// Whether it arrived.
    pub arrived: bool,
    /// A status, or why there is none: `private`, `timeout`, `unreachable`, `tls`, `address`.
    pub word: String,
}

/// Sends a message. Redirections are not followed, no proxy is asked, and of the answer only its status is looked at.
pub(super) fn send(hook: &Hook, message: &Delivery, allowed: &[String], second: i64) -> Outcome {
    let failed = |word: &str| Outcome { arrived: false, word: word.to_owned() };
    let Ok(uri) = address(&hook.url, allowed) else { return failed("private") };
    let sent = agent(allowed, TIMEOUT, 0)
        .post(uri)
        .header("content-type", "application/json")
        .header("user-agent", concat!("reper/", env!("CARGO_PKG_VERSION")))
        .header("reper-event", &message.event)
        .header("reper-delivery", message.id.to_string())
        .header(SIGNATURE, signature(&hook.secret, second, &message.body))
        .send(&message.body);
    match sent {
        Ok(answer) => {
            Outcome { arrived: answer.status().is_success(), word: answer.status().as_u16().to_string() }
        }
        Err(error) => failed(word(&error)),
    }
}

/// Why nothing came back, in a word.
pub(super) fn word(error: &Error) -> &'static str {
    match error {
        Error::Timeout(_) => "timeout",
        Error::Other(error) if error.is::<Inside>() => "private",
        Error::Tls(_) | Error::Rustls(_) => "tls",
        Error::BadUri(_) | Error::Http(_) => "address",
        _ => "unreachable",
    }
}

/// Who asks: no longer than a time, following so many redirections, and never inside but where that is allowed.
pub(super) fn agent(allowed: &[String], timeout: Duration, redirects: u32) -> Agent {
    let config: Config = Agent::config_builder()
        .timeout_global(Some(timeout))
        .max_redirects(redirects)
        .http_status_as_error(false)
        .proxy(None)
        .max_idle_connections(0)
        .tls_config(TlsConfig::builder().root_certs(RootCerts::PlatformVerifier).build())
        .build();
    let guarded = Guarded { inner: DefaultResolver::default(), allowed: allowed.to_vec() };
    Agent::with_parts(config, DefaultConnector::default(), guarded)
}

/// Looks hosts up, and gives no address of this machine or its network. The connection is made to the very addresses that
/// were looked at, so that a name which stands for another address a moment later gains nothing.
struct Guarded {
    inner: DefaultResolver,
    allowed: Vec<String>,
}

impl std::fmt::Debug for Guarded {
    fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        out.write_str("Guarded")
    }
}

/// The host is of this machine or its network.
#[derive(Debug, thiserror::Error)]
#[error("the host is of this machine or its network")]
struct Inside;

impl Resolver for Guarded {
    fn resolve(
        &self,
        uri: &Uri,
        config: &Config,
        timeout: NextTimeout,
    ) -> Result<ResolvedSocketAddrs, Error> {
        let found = self.inner.resolve(uri, config, timeout)?;
        if uri.host().is_some_and(|host| allows(&self.allowed, host))
            || found.iter().all(|one| public(one.ip()))
        {
            return Ok(found);
        }
        Err(Error::Other(Box::new(Inside)))
    }
}
