//! What people change about themselves.

use super::{Door, PeopleError, names, password};
use crate::AppError;
use store::Act;

impl Door {
    /// Changes one's own name. An address of e-mail is changed by an administrator: the identity provider's people are
    /// known by it.
    pub async fn rename(&self, act: &Act, login: &str, name: &str) -> Result<(), AppError> {
        let name = names::name(name)?;
        let _held = self.changing.lock().await;
        let mut user = self.store.user(login).await?.ok_or(PeopleError::NoUser)?;
        if user.name == name {
            return Ok(());
        }
        let before = std::mem::replace(&mut user.name, name.clone());
        if !self.store.change_user(&user).await? {
            return Err(PeopleError::NoUser.into());
        }
        self.note(act, "user-changed", login, format!("name {before}"), format!("name {name}")).await
    }

    /// Changes one's own password, and ends all sessions but this one.
    pub async fn change_password(
        &self,
        act: &Act,
        login: &str,
        present: String,
        new: String,
        again: &str,
        session: &str,
    ) -> Result<(), AppError> {
        password::fit(&new, again, login)?;
        self.own_password(login, present).await?;
        let hash = self.passwords.hash(new).await?;
        let _held = self.changing.lock().await;
        let mut user = self.store.user(login).await?.ok_or(PeopleError::NoUser)?;
        user.password = Some(hash);
        if !self.store.change_user(&user).await? {
            return Err(PeopleError::NoUser.into());
        }
        self.store.close_sessions(login, session, &self.clock.instant()).await?;
        self.note(act, "password-changed", login, String::new(), String::new()).await
    }

    /// Whether it is the user's password: who finds a desk unlocked does not thereby own it.
    pub(super) async fn own_password(&self, login: &str, present: String) -> Result<(), AppError> {
        let key = format!("own {login}");
        self.throttle.admit(&key, super::throttle::LOGIN, self.clock.second())?;
        let user = self.store.user(login).await?.ok_or(PeopleError::NoUser)?;
        if !self.passwords.same(present, user.password).await? {
            return Err(PeopleError::WrongPassword.into());
        }
        self.throttle.forget(&key);
        Ok(())
    }
}
