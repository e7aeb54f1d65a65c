//! Signing in by login and password, and by a code where there is a second factor.

use super::throttle::{ADDRESS, LOGIN};
use super::{Door, Opened, PeopleError, names};
use crate::AppError;
use store::User;

/// So many codes may be tried before the password is asked for again.
const CODES: u32 = 5;

/// What a right password leads to.
#[derive(Debug)]
pub enum Entered {
    /// A session.
    In(Box<Opened>),
    /// The question for a code; the secret is for the browser to keep until it is answered.
    Halfway(String),
}

impl Door {
    /// Signs in by password. A wrong login, a wrong password and a deactivated user are told alike, after the same
    /// time; `old` is the cookie of the session that the browser had.
    pub async fn sign_in(
        &self,
        login: &str,
        password: String,
        from: &str,
        old: Option<&str>,
    ) -> Result<Entered, AppError> {
        let login = names::login(login).unwrap_or_default();
        let (address, name) = (format!("address {from}"), format!("login {login}"));
        let now = self.clock.second();
        self.throttle.admit(&address, ADDRESS, now)?;
        self.throttle.admit(&name, LOGIN, now)?;
        let user = self.store.user(&login).await?;
        let hash = user.as_ref().and_then(|user| user.password.clone());
        let same = self.passwords.same(password, hash).await?;
        let Some(user) = user.filter(|user| same && user.active) else {
            self.note_failure(&login, from).await?;
            return Err(PeopleError::Wrong.into());
        };
        self.throttle.forgive(&address);
        if user.totp.is_some() {
            let halfway = (user.login, CODES);
            return Ok(Entered::Halfway(self.halfway.put(halfway, self.clock.second())?));
        }
        self.throttle.forget(&name);
        Ok(Entered::In(Box::new(self.come_in(user, from, old, "password").await?)))
    }

    /// Whether somebody is halfway in.
    pub fn is_halfway(&self, halfway: &str) -> bool {
        self.halfway.has(halfway, self.clock.second())
    }

    /// Signs in by the code that was asked for: one of the clock, or one for recovery.
    pub async fn sign_in_by_code(
        &self,
        halfway: &str,
        code: &str,
        from: &str,
        old: Option<&str>,
    ) -> Result<Opened, AppError> {
        let now = self.clock.second();
        let (login, left) = self.halfway.take(halfway, now).ok_or(PeopleError::Ended)?;
        let name = format!("code {login}");
        if let Err(wait) = self.throttle.admit(&name, LOGIN, now) {
            self.halfway.put_back(halfway, (login, left), now);
            return Err(wait.into());
        }
        let user = self.store.user(&login).await?.filter(|user| user.active).ok_or(PeopleError::Ended)?;
        if !self.take_code(&user, code).await? {
            self.note_failure(&login, from).await?;
            if left > 1 {
                self.halfway.put_back(halfway, (login, left - 1), now);
                return Err(PeopleError::Code.into());
            }
            return Err(PeopleError::Ended.into());
        }
        self.throttle.forget(&name);
        self.throttle.forget(&format!("login {login}"));
        self.come_in(user, from, old, "password and code").await
    }

    /// Opens the session of somebody who has shown who they are, and notes how.
    pub(super) async fn come_in(
        &self,
        user: User,
        from: &str,
        old: Option<&str>,
        how: &str,
    ) -> Result<Opened, AppError> {
        let opened = self.open(user, old).await?;
        let login = opened.user.login.clone();
        self.note(&self.act(&login, from), "sign-in", &login, String::new(), how.to_owned()).await?;
        Ok(opened)
    }

    /// What was typed as a login may be a password in the wrong field: only a login that is known is noted.
    pub(super) async fn note_failure(&self, login: &str, from: &str) -> Result<(), AppError> {
        let known = self.store.user(login).await?.map_or_else(|| "(unknown)".to_owned(), |user| user.login);
        self.note(&self.act("(nobody)", from), "sign-in-failed", &known, String::new(), String::new()).await
    }
}
