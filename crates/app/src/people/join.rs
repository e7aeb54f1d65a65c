//! Coming in by a link: who is invited becomes a user, who forgot the password sets another.

use super::{Door, Opened, PeopleError, names, password};
use crate::AppError;
use store::{Link, User};

/// What who comes by a link writes.
#[derive(Debug, Clone, Default)]
pub struct Joining {
    /// What they will sign in with; of no account where the link sets a new password.
    pub login: String,
    /// Their name; likewise.
    pub name: String,
    /// The password.
    pub password: String,
    /// The password again.
    pub again: String,
}

impl Door {
    /// Takes a link: of two who come by the same one only the first gets in. An invited user is signed in at once;
    /// whoever set a new password signs in with it, and with the second factor where there is one.
    pub async fn join(
        &self,
        secret: &str,
        joining: Joining,
        from: &str,
        old: Option<&str>,
    ) -> Result<Option<Opened>, AppError> {
        self.throttle.admit(&format!("link {from}"), super::throttle::ADDRESS, self.clock.second())?;
        let link = self.link(secret).await?;
        let opened = match link.kind.as_str() {
            "reset" => self.set_password(&link, joining, from).await.map(|()| None),
            _ => self.become_user(&link, joining, from, old).await.map(Some),
        }?;
        self.throttle.forgive(&format!("link {from}"));
        Ok(opened)
    }

    async fn become_user(
        &self,
        link: &Link,
        joining: Joining,
        from: &str,
        old: Option<&str>,
    ) -> Result<Opened, AppError> {
        let (login, name) = (names::login(&joining.login)?, names::name(&joining.name)?);
        password::fit(&joining.password, &joining.again, &login)?;
        if self.store.user(&login).await?.is_some() {
            return Err(PeopleError::Taken.into());
        }
        let hash = self.passwords.hash(joining.password).await?;
        let mut user = self.invited(link, login, name);
        user.password = Some(hash);
        self.admit_user(link, user.clone(), from).await?;
        self.come_in(user, from, old, "link").await
    }

    /// The user that an invitation makes.
    pub(super) fn invited(&self, link: &Link, login: String, name: String) -> User {
        User {
            login,
            name,
            email: link.email.clone(),
            role: link.role,
            person: None,
            password: None,
            totp: None,
            subject: None,
            active: true,
            created: self.clock.instant(),
        }
    }

    /// Takes an invitation and adds its user.
    pub(super) async fn admit_user(&self, link: &Link, user: User, from: &str) -> Result<(), AppError> {
        let _held = self.changing.lock().await;
        if link.kind == "first" && !self.store.users().await?.is_empty() {
            return Err(PeopleError::NoLink.into());
        }
        let taken =
            self.store.take_link(&link.hash, &self.clock.instant()).await?.ok_or(PeopleError::NoLink)?;
        if !self.store.add_user(&user).await? {
            self.store.keep_link(&taken).await?;
            return Err(PeopleError::Taken.into());
        }
        let said = super::users::told(&user);
        self.note(&self.act(&user.login, from), "user-added", &user.login, String::new(), said).await
    }

    async fn set_password(&self, link: &Link, joining: Joining, from: &str) -> Result<(), AppError> {
        password::fit(&joining.password, &joining.again, &link.login)?;
        let hash = self.passwords.hash(joining.password).await?;
        let now = self.clock.instant();
        let _held = self.changing.lock().await;
        let taken = self.store.take_link(&link.hash, &now).await?.ok_or(PeopleError::NoLink)?;
        let mut user = self.store.user(&taken.login).await?.ok_or(PeopleError::NoLink)?;
        user.password = Some(hash);
        if !self.store.change_user(&user).await? {
            return Err(PeopleError::NoLink.into());
        }
        // Other links for the same password end with it, and so does whoever is signed in.
        for other in self.store.links(&now).await? {
            if other.kind == "reset" && other.login == user.login {
                self.store.take_link(&other.hash, &now).await?;
            }
        }
        self.store.close_sessions(&user.login, "", &now).await?;
        self.throttle.forget(&format!("login {}", user.login));
        self.note(
            &self.act(&user.login, from),
            "password-changed",
            &user.login,
            String::new(),
            "link".to_owned(),
        )
        .await
    }
}
