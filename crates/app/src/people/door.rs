//! The door: what those who come in are known by, and what is remembered while they come in.

use super::password::Passwords;
use super::provider::Provider;
use super::throttle::Throttle;
use super::waiting::Waiting;
use crate::{AppError, Clock};
use std::sync::Arc;
use store::{Act, Entry, Store};
use tokio::sync::Mutex;

/// How the door stands in its network.
#[derive(Debug, Clone, Default)]
pub struct DoorSettings {
    /// The address under which colleagues reach the pages, without a slash at the end: `https://smm.example.com`.
    pub public: Option<String>,
    /// Whether requests come through a proxy that writes `X-Forwarded-For`.
    pub proxied: bool,
    /// The identity provider, where there is one.
    pub provider: Option<ProviderSettings>,
}

/// An identity provider as the operator names it.
#[derive(Clone)]
pub struct ProviderSettings {
    /// Its address, under which its configuration is found.
    pub issuer: String,
    /// What Reper is called there.
    pub client: String,
    /// The secret between both, where there is one.
    pub secret: Option<String>,
}

impl std::fmt::Debug for ProviderSettings {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("ProviderSettings").field("issuer", &self.issuer).finish_non_exhaustive()
    }
}

/// Who comes in, and how.
pub struct Door {
    pub(super) store: Arc<dyn Store>,
    pub(super) clock: Clock,
    pub(super) settings: DoorSettings,
    pub(super) passwords: Passwords,
    pub(super) throttle: Throttle,
    /// Those whose password was right and whose code is awaited: their logins, and how often they may try.
    pub(super) halfway: Waiting<(String, u32)>,
    pub(super) provider: Option<Provider>,
    /// Held while a user is changed, so that of two changes neither undoes the other.
    pub(super) changing: Mutex<()>,
}

impl Door {
    /// The door of a store.
    pub fn new(store: Arc<dyn Store>, clock: Clock, settings: DoorSettings) -> Self {
        let provider = settings.provider.clone().map(Provider::new);
        Door {
            store,
            clock,
            settings,
            passwords: Passwords::default(),
            throttle: Throttle::default(),
            halfway: Waiting::default(),
            provider,
            changing: Mutex::default(),
        }
    }

    /// Whether the connection to the browser is encrypted, so that cookies may be kept to such connections.
    pub fn secure(&self) -> bool {
        self.settings.public.as_deref().is_some_and(|public| public.starts_with("https://"))
    }

    /// Whether the address of who asks stands in a proxy's header.
    pub fn proxied(&self) -> bool {
        self.settings.proxied
    }

    /// Whether an identity provider can be asked.
    pub fn has_provider(&self) -> bool {
        self.provider.is_some()
    }

    /// A path of the site as colleagues reach it: with the public address where it is known.
    pub fn url(&self, path: &str) -> String {
        format!("{}{path}", self.settings.public.as_deref().unwrap_or_default())
    }

    /// Adds an entry to the audit trail. Secrets never come here.
    pub(super) async fn note(
        &self,
        act: &Act,
        what: &str,
        login: &str,
        before: String,
        after: String,
    ) -> Result<(), AppError> {
        let subject = format!("user {login}");
        let entry =
            Entry { act: act.clone(), what: what.to_owned(), subject, before, after, ..Entry::default() };
        Ok(self.store.note(&entry).await?)
    }

    /// What stands on what somebody does now.
    pub(super) fn act(&self, by: &str, from: &str) -> Act {
        Act { by: by.to_owned(), at: self.clock.instant(), from: from.to_owned() }
    }
}
