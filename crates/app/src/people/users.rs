//! What an administrator does with users.

use super::{Door, PeopleError, names, password};
use crate::AppError;
use store::{Act, Role, User};

/// A user to be added.
#[derive(Debug, Clone)]
pub struct NewUser {
    /// What they sign in with.
    pub login: String,
    /// Their name; the login where it is empty.
    pub name: String,
    /// Where they are written to; may be empty.
    pub email: String,
    /// Their role.
    pub role: Role,
    /// The id of the person in the department's texts that they are, whom the caller knows to be there.
    pub person: Option<String>,
    /// Their password, where they are to have one from the start.
    pub password: Option<String>,
}

/// What is to change of a user; what is absent stays.
#[derive(Debug, Clone, Default)]
pub struct UserChange {
    /// Their name.
    pub name: Option<String>,
    /// Where they are written to; may be empty.
    pub email: Option<String>,
    /// Their role.
    pub role: Option<Role>,
    /// Whether they may sign in.
    pub active: Option<bool>,
    /// The id of the person in the department's texts that they are; empty for none.
    pub person: Option<String>,
}

impl Door {
    /// All users, by login.
    pub async fn users(&self) -> Result<Vec<User>, AppError> {
        Ok(self.store.users().await?)
    }

    /// The user of a login.
    pub async fn user(&self, login: &str) -> Result<User, AppError> {
        Ok(self.store.user(login).await?.ok_or(PeopleError::NoUser)?)
    }

    /// Adds a user.
    pub async fn add(&self, act: &Act, new: NewUser) -> Result<User, AppError> {
        let login = names::login(&new.login)?;
        let name = if new.name.trim().is_empty() { login.clone() } else { names::name(&new.name)? };
        let hash = match new.password {
            Some(chosen) => {
                password::fit(&chosen, &chosen, &login)?;
                Some(self.passwords.hash(chosen).await?)
            }
            None => None,
        };
        let user = User {
            login,
            name,
            email: names::email(&new.email)?,
            role: new.role,
            person: new.person,
            password: hash,
            totp: None,
            subject: None,
            active: true,
            created: self.clock.instant(),
        };
        if !self.store.add_user(&user).await? {
            return Err(PeopleError::Taken.into());
        }
        self.note(act, "user-added", &user.login, String::new(), told(&user)).await?;
        Ok(user)
    }

    /// Changes a user and says what holds now. Who may no longer sign in is signed out everywhere; the last active
    /// administrator stays. A person must be one of those that the department has (`persons`), or the one that the user
    /// was: who has left the texts since stays as they were.
    pub async fn change(
        &self,
        act: &Act,
        login: &str,
        change: UserChange,
        persons: impl Fn(&str) -> bool,
    ) -> Result<User, AppError> {
        let name = change.name.as_deref().map(names::name).transpose()?;
        let email = change.email.as_deref().map(names::email).transpose()?;
        let _held = self.changing.lock().await;
        let before = self.store.user(login).await?.ok_or(PeopleError::NoUser)?;
        let person = match change.person {
            None => before.person.clone(),
            Some(id) if id.is_empty() => None,
            Some(id) if before.person.as_ref() == Some(&id) || persons(&id) => Some(id),
            Some(_) => return Err(PeopleError::Person.into()),
        };
        let after = User {
            name: name.unwrap_or_else(|| before.name.clone()),
            email: email.unwrap_or_else(|| before.email.clone()),
            role: change.role.unwrap_or(before.role),
            active: change.active.unwrap_or(before.active),
            person,
            ..before.clone()
        };
        if after == before {
            return Ok(after);
        }
        if !self.store.change_user(&after).await? {
            return Err(PeopleError::LastAdministrator.into());
        }
        if !after.active {
            let now = self.clock.instant();
            self.store.close_sessions(login, "", &now).await?;
            for link in self.store.links(&now).await?.into_iter().filter(|link| link.kind == "reset") {
                if link.login == login {
                    self.store.take_link(&link.hash, &now).await?;
                }
            }
        }
        self.note(act, "user-changed", login, told(&before), told(&after)).await?;
        Ok(after)
    }
}

/// What the audit trail says of a user: everything but secrets, and nothing of what is not there.
pub(super) fn told(user: &User) -> String {
    let active = if user.active { "active" } else { "not active" };
    let person = user.person.as_deref().map(|person| format!("person {person}"));
    let role = format!("role {}", user.role.word());
    let all = [user.name.clone(), user.email.clone(), role, active.to_owned(), person.unwrap_or_default()];
    all.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" · ")
}
