//! Webhooks and what has yet to be delivered to them; settings.

use crate::StoreError;
use async_trait::async_trait;

/// An address that is told of events.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Hook {
    /// Its number; 0 for a new one.
    pub id: u64,
    /// The address.
    pub url: String,
    /// What its messages are signed with (HMAC-SHA256).
    pub secret: String,
    /// The events that it is told of: `approval`, `correction`, `findings`.
    pub events: Vec<String>,
    /// Whether it is told.
    pub active: bool,
}

/// A message to a hook.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Delivery {
    /// Its number; 0 for a new one. The receiver may know it by this number if it comes twice.
    pub id: u64,
    /// The hook.
    pub hook: u64,
    /// The event.
    pub event: String,
    /// The message, JSON.
    pub body: String,
    /// How often it was tried.
    pub tries: u32,
    /// When it is tried next, RFC 3339; nothing when it was delivered or given up.
    pub next: Option<String>,
    /// What came back last: `204`, or why nothing did.
    pub outcome: String,
}

/// Keeps hooks and deliveries.
#[async_trait]
pub trait Hooks: Send + Sync {
    /// All hooks.
    async fn hooks(&self) -> Result<Vec<Hook>, StoreError>;
    /// Keeps a hook, new or changed, and gives its number.
    async fn keep_hook(&self, hook: &Hook) -> Result<u64, StoreError>;
    /// Removes a hook with its deliveries.
    async fn drop_hook(&self, id: u64) -> Result<bool, StoreError>;
    /// Queues a message.
    async fn queue(&self, delivery: &Delivery) -> Result<u64, StoreError>;
    /// The deliveries that are due at `now`, the oldest first.
    async fn due(&self, now: &str, limit: u32) -> Result<Vec<Delivery>, StoreError>;
    /// Keeps what became of a delivery.
    async fn delivered(&self, delivery: &Delivery) -> Result<(), StoreError>;
    /// The last deliveries of a hook, the latest first.
    async fn deliveries(&self, hook: u64, limit: u32) -> Result<Vec<Delivery>, StoreError>;
}

/// Keeps named values: mappings of imports, choices of users.
#[async_trait]
pub trait Settings: Send + Sync {
    /// The value of a name.
    async fn setting(&self, name: &str) -> Result<Option<String>, StoreError>;
    /// The names that begin so, with their values, sorted.
    async fn settings(&self, prefix: &str) -> Result<Vec<(String, String)>, StoreError>;
    /// Keeps a value; nothing removes it.
    async fn set(&self, name: &str, value: Option<&str>) -> Result<(), StoreError>;
}
