//! Who may sign in.

mod keys;
mod links;
mod sessions;
mod users;

use crate::{SqliteStore, failed};
use async_trait::async_trait;
use store::{Key, Link, People, Session, StoreError, User};

#[async_trait]
impl People for SqliteStore {
    async fn users(&self) -> Result<Vec<User>, StoreError> {
        users::all(&self.readers).await.map_err(failed)
    }

    async fn user(&self, login: &str) -> Result<Option<User>, StoreError> {
        users::of(&self.readers, login).await.map_err(failed)
    }

    async fn add_user(&self, user: &User) -> Result<bool, StoreError> {
        users::add(&self.writer, user).await.map_err(failed)
    }

    async fn change_user(&self, user: &User) -> Result<bool, StoreError> {
        users::change(&self.writer, user).await.map_err(failed)
    }

    async fn open_session(&self, session: &Session) -> Result<(), StoreError> {
        sessions::open(&self.writer, session).await.map_err(failed)
    }

    async fn session(&self, hash: &str, now: &str) -> Result<Option<(Session, User)>, StoreError> {
        sessions::with_user(&self.readers, hash, now).await.map_err(failed)
    }

    async fn sessions(&self, login: &str, now: &str) -> Result<Vec<Session>, StoreError> {
        sessions::of(&self.readers, login, now).await.map_err(failed)
    }

    async fn prolong_session(&self, hash: &str, expires: &str) -> Result<(), StoreError> {
        sessions::prolong(&self.writer, hash, expires).await.map_err(failed)
    }

    async fn close_session(&self, hash: &str) -> Result<(), StoreError> {
        sessions::close(&self.writer, hash).await.map_err(failed)
    }

    async fn close_sessions(&self, login: &str, but: &str, now: &str) -> Result<(), StoreError> {
        sessions::close_all(&self.writer, login, but, now).await.map_err(failed)
    }

    async fn keep_link(&self, link: &Link) -> Result<(), StoreError> {
        links::keep(&self.writer, link).await.map_err(failed)
    }

    async fn link(&self, hash: &str, now: &str) -> Result<Option<Link>, StoreError> {
        links::of(&self.readers, hash, now).await.map_err(failed)
    }

    async fn take_link(&self, hash: &str, now: &str) -> Result<Option<Link>, StoreError> {
        links::take(&self.writer, hash, now).await.map_err(failed)
    }

    async fn links(&self, now: &str) -> Result<Vec<Link>, StoreError> {
        links::all(&self.readers, now).await.map_err(failed)
    }

    async fn keep_key(&self, key: &Key) -> Result<(), StoreError> {
        keys::keep(&self.writer, key).await.map_err(failed)
    }

    async fn key(&self, hash: &str, now: &str) -> Result<Option<(Key, User)>, StoreError> {
        let found = keys::with_user(&self.readers, hash, now).await.map_err(failed)?;
        let Some((mut key, user)) = found else { return Ok(None) };
        let hour = keys::hour(now);
        if key.used.as_deref().is_none_or(|used| used < hour.as_str()) {
            keys::used(&self.writer, hash, &hour).await.map_err(failed)?;
            key.used = Some(hour);
        }
        Ok(Some((key, user)))
    }

    async fn keys(&self) -> Result<Vec<Key>, StoreError> {
        keys::all(&self.readers).await.map_err(failed)
    }

    async fn drop_key(&self, id: &str) -> Result<bool, StoreError> {
        keys::drop(&self.writer, id).await.map_err(failed)
    }
}
