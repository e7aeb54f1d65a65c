//! Why a hook is not added.

use locale::{Lang, t};

/// Why a hook is not added or a host is not allowed.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum HookError {
    /// It is no address, or holds what an address of a hook must not.
    #[error("{0:?} is no address of a hook")]
    Address(String),
    /// It is not encrypted, and the host is not among those that are allowed.
    #[error("{0:?} is not encrypted")]
    Plain(String),
    /// The host is of this machine or its network, and is not among those that are allowed.
    #[error("{0:?} is of this machine or its network")]
    Private(String),
    /// It is no address that a file may be fetched from.
    #[error("{0:?} is no address of a file")]
    Source(String),
    /// A file's host is of this machine or its network, and is not among those that are allowed.
    #[error("{0:?} is of this machine or its network")]
    PrivateSource(String),
    /// It is told of nothing.
    #[error("a hook needs an event")]
    NoEvent,
    /// There is no such event.
    #[error("there is no event {0:?}")]
    Event(String),
    /// There are too many.
    #[error("there are {0} already")]
    TooMany(usize),
    /// The system has no random bits.
    #[error("no random bits: {0}")]
    Random(String),
}

impl HookError {
    /// The error with its mend, for a person.
    pub fn message(&self, lang: Lang) -> String {
        match self {
            HookError::Address(address) => t!(lang, "hooks-error-address", address = address.as_str()),
            HookError::Plain(host) => t!(lang, "hooks-error-plain", host = host.as_str()),
            HookError::Private(host) => t!(lang, "hooks-error-private", host = host.as_str()),
            HookError::Source(address) => t!(lang, "measurements-url-wrong", address = address.as_str()),
            HookError::PrivateSource(host) => t!(lang, "measurements-url-private", host = host.as_str()),
            HookError::NoEvent => t!(lang, "hooks-error-no-event", known = super::EVENTS.join(", ")),
            HookError::Event(event) => {
                t!(lang, "hooks-error-event", event = event.as_str(), known = super::EVENTS.join(", "))
            }
            HookError::TooMany(most) => t!(lang, "hooks-error-too-many", most = *most),
            HookError::Random(cause) => t!(lang, "keys-error-random", cause = cause.as_str()),
        }
    }
}
