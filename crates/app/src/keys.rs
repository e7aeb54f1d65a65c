//! Keys of programs: made, shown once, ended.

use crate::{AppError, Clock, Right, hashed, secret};
use locale::{Lang, t};
use store::{Act, Entry, Key, Store};

/// What every key begins with, so that one that was left lying about is known for what it is.
const PREFIX: &str = "rp_";
/// So many letters of a key are its name on pages.
const ID: usize = 13;
/// A name is never longer than this many characters.
const NAME: usize = 100;
/// Nobody has more keys than this.
const MOST: usize = 50;
/// The most days that a key may live, where it ends at all.
const DAYS: u32 = 3_660;

/// A key to be made.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct NewKey {
    /// What it is for.
    pub name: String,
    /// What it may do, as words of rights.
    pub scopes: Vec<String>,
    /// In how many days it ends; nothing for never.
    pub days: Option<u32>,
}

/// Why a key is not made.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum KeyError {
    /// It has no name, or too long a one.
    #[error("a key needs a name")]
    Name,
    /// It may do nothing.
    #[error("a key needs a scope")]
    NoScope,
    /// There is no such right, or whoever makes the key does not have it.
    #[error("{0:?} cannot be given")]
    Scope(String),
    /// It would live too long, or not at all.
    #[error("a key lives from 1 to {DAYS} days")]
    Days,
    /// Whoever is to own it is no user, as where the demo is open to everybody.
    #[error("a key belongs to a user")]
    NoOwner,
    /// There are too many already.
    #[error("there are {MOST} keys already")]
    TooMany,
    /// The system has no random bits.
    #[error("no random bits: {0}")]
    Random(String),
}

impl KeyError {
    /// The error with its mend, for a person.
    pub fn message(&self, lang: Lang) -> String {
        match self {
            KeyError::Name => t!(lang, "keys-error-name", most = NAME),
            KeyError::NoScope => t!(lang, "keys-error-no-scope"),
            KeyError::Scope(scope) => t!(lang, "keys-error-scope", scope = scope.as_str()),
            KeyError::Days => t!(lang, "keys-error-days", most = DAYS),
            KeyError::NoOwner => t!(lang, "keys-error-no-owner"),
            KeyError::TooMany => t!(lang, "keys-error-too-many", most = MOST),
            KeyError::Random(cause) => t!(lang, "keys-error-random", cause = cause.as_str()),
        }
    }
}

/// Makes a key for a user and gives the key itself, which is kept nowhere, and what is kept of it. `may` says what
/// whoever makes it may do: a key is never given more.
pub async fn make(
    store: &dyn Store,
    clock: Clock,
    act: &Act,
    login: &str,
    may: impl Fn(Right) -> bool + Send,
    new: NewKey,
) -> Result<(String, Key), AppError> {
    let scopes = scopes(&new.scopes, may)?;
    let name = new.name.trim();
    if name.is_empty() || name.chars().count() > NAME || name.chars().any(char::is_control) {
        return Err(KeyError::Name.into());
    }
    if new.days.is_some_and(|days| !(1..=DAYS).contains(&days)) {
        return Err(KeyError::Days.into());
    }
    if store.user(login).await?.is_none() {
        return Err(KeyError::NoOwner.into());
    }
    if store.keys().await?.iter().filter(|key| key.login == login).count() >= MOST {
        return Err(KeyError::TooMany.into());
    }
    let secret = secret().map_err(|error| KeyError::Random(error.to_string()))?;
    let whole = format!("{PREFIX}{secret}");
    let key = Key {
        id: whole.chars().take(ID).collect(),
        name: name.to_owned(),
        hash: hashed(&whole),
        scopes,
        login: login.to_owned(),
        created: act.at.clone(),
        expires: new.days.map(|days| clock.instant_in(i64::from(days) * 86_400)),
        used: None,
    };
    store.keep_key(&key).await?;
    let after = format!("{} · {}", key.name, key.scopes.join(" "));
    store.note(&entry(act, &key.id, String::new(), after)).await?;
    Ok((whole, key))
}

/// Ends a key; false where there is none of that id.
pub async fn drop(store: &dyn Store, act: &Act, id: &str) -> Result<bool, AppError> {
    let known = store.keys().await?.into_iter().find(|key| key.id == id);
    let Some(key) = known else { return Ok(false) };
    let done = store.drop_key(id).await?;
    if done {
        store
            .note(&entry(act, id, format!("{} · {}", key.name, key.scopes.join(" ")), String::new()))
            .await?;
    }
    Ok(done)
}

/// Scopes in the order of the rights, each once.
fn scopes(words: &[String], may: impl Fn(Right) -> bool) -> Result<Vec<String>, KeyError> {
    let given = |right: &Right| *right != Right::Anyone && may(*right);
    if let Some(word) = words.iter().find(|word| !Right::of(word).as_ref().is_some_and(given)) {
        return Err(KeyError::Scope(word.chars().take(NAME).collect()));
    }
    if words.is_empty() {
        return Err(KeyError::NoScope);
    }
    let wanted = |right: &Right| words.iter().any(|word| word == right.word());
    Ok(Right::ALL.into_iter().filter(wanted).map(|right| right.word().to_owned()).collect())
}

fn entry(act: &Act, id: &str, before: String, after: String) -> Entry {
    let (act, what, subject) = (act.clone(), "key".to_owned(), format!("key {id}"));
    Entry { act, what, subject, before, after, ..Entry::default() }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Role, may};

    #[test]
    fn a_key_is_never_given_more_than_its_maker_has() {
        let words = |words: &[&str]| words.iter().map(|word| (*word).to_owned()).collect::<Vec<_>>();
        let author = |right| may(Role::Author, right);
        assert_eq!(scopes(&words(&["edit", "read", "edit"]), author), Ok(words(&["read", "edit"])));
        for wrong in ["approve", "administer", "anyone", "everything", ""] {
            assert_eq!(scopes(&words(&["read", wrong]), author), Err(KeyError::Scope(wrong.to_owned())));
        }
        assert_eq!(scopes(&[], author), Err(KeyError::NoScope));
    }
}
