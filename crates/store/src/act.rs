//! Who does something, and when.

/// Who does something, when, and from where: it stands on everything that is kept.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Act {
    /// The login of who does it, or a word in brackets for what nobody signed in for: `(command)`, `(first start)`.
    pub by: String,
    /// The instant, as RFC 3339 writes it, UTC.
    pub at: String,
    /// The address that the request came from; empty for a command.
    pub from: String,
}
