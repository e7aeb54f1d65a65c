//! One-time links: invitations, new passwords, the first administrator.

use super::{Door, PeopleError, names};
use crate::{AppError, hashed, secret};
use store::{Act, Link, Role};

/// An invitation holds for a week.
const INVITATION: i64 = 7 * 86_400;
/// A link for a new password, or for the first administrator, for a day.
const DAY: i64 = 86_400;

impl Door {
    /// Makes an invitation, and gives the secret of its link, which is nowhere else.
    pub async fn invite(&self, act: &Act, login: &str, email: &str, role: Role) -> Result<String, AppError> {
        let login = if login.trim().is_empty() { String::new() } else { names::login(login)? };
        let email = names::email(email)?;
        if !login.is_empty() && self.store.user(&login).await?.is_some() {
            return Err(PeopleError::Taken.into());
        }
        let whom = if login.is_empty() { &email } else { &login }.clone();
        let link = self.made(act, "invite", login, email, role, INVITATION).await?;
        self.note(act, "invited", &whom, String::new(), format!("role {}", role.word())).await?;
        Ok(link)
    }

    /// Makes a link by which a user sets a new password.
    pub async fn reset_link(&self, act: &Act, login: &str) -> Result<String, AppError> {
        let user = self.store.user(login).await?.ok_or(PeopleError::NoUser)?;
        let link = self.made(act, "reset", user.login, user.email, user.role, DAY).await?;
        self.note(act, "password-link", login, String::new(), String::new()).await?;
        Ok(link)
    }

    /// Where there is no user at all: the link of the first administrator; those of earlier starts end.
    pub async fn first_link(&self) -> Result<Option<String>, AppError> {
        if !self.store.users().await?.is_empty() {
            return Ok(None);
        }
        let now = self.clock.instant();
        for old in self.store.links(&now).await?.into_iter().filter(|link| link.kind == "first") {
            self.store.take_link(&old.hash, &now).await?;
        }
        let act = self.act("(first start)", "");
        let link = self.made(&act, "first", String::new(), String::new(), Role::Administrator, DAY).await?;
        Ok(Some(link))
    }

    /// The link of a secret, where it still holds.
    pub async fn link(&self, secret: &str) -> Result<Link, AppError> {
        let found = self.store.link(&hashed(secret), &self.clock.instant()).await?;
        Ok(found.ok_or(PeopleError::NoLink)?)
    }

    /// The links that hold.
    pub async fn links(&self) -> Result<Vec<Link>, AppError> {
        Ok(self.store.links(&self.clock.instant()).await?)
    }

    /// Takes a link back.
    pub async fn revoke(&self, act: &Act, hash: &str) -> Result<(), AppError> {
        let found = self.store.take_link(hash, &self.clock.instant()).await?.ok_or(PeopleError::NoLink)?;
        let whom = if found.login.is_empty() { found.email } else { found.login };
        self.note(act, "link-revoked", &whom, found.kind, String::new()).await
    }

    async fn made(
        &self,
        act: &Act,
        kind: &str,
        login: String,
        email: String,
        role: Role,
        seconds: i64,
    ) -> Result<String, AppError> {
        let made = secret().map_err(|error| AppError::Interrupted(error.to_string()))?;
        let link = Link {
            hash: hashed(&made),
            kind: kind.to_owned(),
            login,
            email,
            role,
            act: act.clone(),
            expires: self.clock.instant_in(seconds),
        };
        self.store.keep_link(&link).await?;
        Ok(made)
    }
}
