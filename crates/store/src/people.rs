//! Who may sign in: users, their sessions, one-time links and keys.

use crate::{Act, StoreError};
use async_trait::async_trait;

/// What a user is in Reper; what each may do is said by the application.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Role {
    /// Keeps users, keys and the audit trail.
    Administrator,
    /// Answers for both documents and proposes them.
    Strategist,
    /// Figures and studies.
    Analyst,
    /// Writes the documents.
    Author,
    /// Approves or returns what is proposed.
    Approver,
    /// Brings figures in.
    DataEntry,
    /// Reads.
    Viewer,
}

impl Role {
    /// All, the widest first.
    pub const ALL: [Role; 7] = [
        Role::Administrator,
        Role::Strategist,
        Role::Analyst,
        Role::Author,
        Role::Approver,
        Role::DataEntry,
        Role::Viewer,
    ];

    /// The word under which it is kept and by which the catalogue knows it.
    pub const fn word(self) -> &'static str {
        match self {
            Role::Administrator => "administrator",
            Role::Strategist => "strategist",
            Role::Analyst => "analyst",
            Role::Author => "author",
            Role::Approver => "approver",
            Role::DataEntry => "data-entry",
            Role::Viewer => "viewer",
        }
    }

    /// The role of a word.
    pub fn of(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|role| role.word() == word)
    }
}

/// Someone who may sign in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct User {
    /// What they sign in with: lower-case letters, digits, `.`, `_`, `-`, `@`.
    pub login: String,
    /// Their name.
    pub name: String,
    /// Where they are written to; may be empty.
    pub email: String,
    /// Their role.
    pub role: Role,
    /// The id of the person in the department's texts that they are, where they are one.
    pub person: Option<String>,
    /// The password's argon2id hash in PHC form; nobody without one signs in by password.
    pub password: Option<String>,
    /// The secret of the second factor, base32.
    pub totp: Option<String>,
    /// Issuer and subject of the identity provider, as `issuer|subject`.
    pub subject: Option<String>,
    /// Whether they may sign in at all.
    pub active: bool,
    /// When they were added, RFC 3339.
    pub created: String,
}

/// A signed-in browser.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Session {
    /// SHA-256 of the cookie's value, hexadecimal; the value itself is never kept.
    pub hash: String,
    /// Whose it is.
    pub login: String,
    /// The token that every form of the session carries.
    pub csrf: String,
    /// When it was opened, RFC 3339.
    pub opened: String,
    /// When it ends, RFC 3339.
    pub expires: String,
}

/// A link that works once: an invitation, a new password, the first administrator.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Link {
    /// SHA-256 of the link's secret, hexadecimal.
    pub hash: String,
    /// `invite`, `reset` or `first`.
    pub kind: String,
    /// Whose new password it sets, or the login that is proposed to who is invited.
    pub login: String,
    /// Where an invitation went.
    pub email: String,
    /// The role of who is invited.
    pub role: Role,
    /// Who made it, and when.
    pub act: Act,
    /// When it ends, RFC 3339.
    pub expires: String,
}

/// A key of a program.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Key {
    /// What it is called on pages: the first letters of the key.
    pub id: String,
    /// What it is for.
    pub name: String,
    /// SHA-256 of the key, hexadecimal.
    pub hash: String,
    /// What it may do, as words.
    pub scopes: Vec<String>,
    /// Whose it is: a key never may more than its owner.
    pub login: String,
    /// When it was made, RFC 3339.
    pub created: String,
    /// When it ends, RFC 3339.
    pub expires: Option<String>,
    /// When it was last used, RFC 3339, to the hour.
    pub used: Option<String>,
}

/// Keeps who may sign in.
#[async_trait]
pub trait People: Send + Sync {
    /// All users, by login.
    async fn users(&self) -> Result<Vec<User>, StoreError>;
    /// The user of a login.
    async fn user(&self, login: &str) -> Result<Option<User>, StoreError>;
    /// Adds a user; false where the login is taken, or the identity provider's subject is another user's.
    async fn add_user(&self, user: &User) -> Result<bool, StoreError>;
    /// Replaces the user of that login; false where there is none, where it would take the last active administrator
    /// away, or where the identity provider's subject is another user's.
    async fn change_user(&self, user: &User) -> Result<bool, StoreError>;

    /// Opens a session.
    async fn open_session(&self, session: &Session) -> Result<(), StoreError>;
    /// The session of a hash with its user, where it has not ended at `now` and the user is active.
    async fn session(&self, hash: &str, now: &str) -> Result<Option<(Session, User)>, StoreError>;
    /// The sessions of a user that have not ended, the latest first.
    async fn sessions(&self, login: &str, now: &str) -> Result<Vec<Session>, StoreError>;
    /// Moves the end of a session; nothing happens where there is none.
    async fn prolong_session(&self, hash: &str, expires: &str) -> Result<(), StoreError>;
    /// Ends a session; nothing happens where there is none.
    async fn close_session(&self, hash: &str) -> Result<(), StoreError>;
    /// Ends all sessions of a user but the one of this hash, and those of anybody that have run out.
    async fn close_sessions(&self, login: &str, but: &str, now: &str) -> Result<(), StoreError>;

    /// Keeps a one-time link.
    async fn keep_link(&self, link: &Link) -> Result<(), StoreError>;
    /// The link of a hash, where it has not ended; it stays.
    async fn link(&self, hash: &str, now: &str) -> Result<Option<Link>, StoreError>;
    /// Takes the link of a hash, where it has not ended: of two who take it at once only one gets it.
    async fn take_link(&self, hash: &str, now: &str) -> Result<Option<Link>, StoreError>;
    /// The links that have not ended, the latest first.
    async fn links(&self, now: &str) -> Result<Vec<Link>, StoreError>;

    /// Keeps a key.
    async fn keep_key(&self, key: &Key) -> Result<(), StoreError>;
    /// The key of a hash with its owner, where neither has ended; `now` is noted as its last use.
    async fn key(&self, hash: &str, now: &str) -> Result<Option<(Key, User)>, StoreError>;
    /// All keys, by owner and time.
    async fn keys(&self) -> Result<Vec<Key>, StoreError>;
    /// Ends a key; false where there is none of that id.
    async fn drop_key(&self, id: &str) -> Result<bool, StoreError>;
}
