//! Sessions: opened at each sign-in under a new secret, prolonged while they are used, ended by hand or by time.

use super::Door;
use crate::{AppError, hashed, secret};
use jiff::Timestamp;
use store::{Act, Session, User};

/// A session that nobody uses ends after so many seconds: twelve hours, a night's sleep away from the desk.
const IDLE: i64 = 12 * 3_600;
/// No session lives longer: two weeks.
pub const ABSOLUTE: i64 = 14 * 86_400;
/// Its end is moved only when it would move by so much: not every page writes.
const GRAIN: i64 = 600;

/// A session that has just been opened.
#[derive(Debug, Clone)]
pub struct Opened {
    /// What the browser is given to keep; here only its hash is.
    pub cookie: String,
    /// Who has signed in.
    pub user: User,
}

impl Door {
    /// Opens a session for a user. The session that the browser had, if any, ends: nothing that was known before the
    /// sign-in holds after it.
    pub(super) async fn open(&self, user: User, old: Option<&str>) -> Result<Opened, AppError> {
        let made = || secret().map_err(|error| AppError::Interrupted(error.to_string()));
        let (cookie, csrf) = (made()?, made()?);
        if let Some(old) = old {
            self.store.close_session(&hashed(old)).await?;
        }
        let session = Session {
            hash: hashed(&cookie),
            login: user.login.clone(),
            csrf,
            opened: self.clock.instant(),
            expires: self.clock.instant_in(IDLE),
        };
        self.store.open_session(&session).await?;
        Ok(Opened { cookie, user })
    }

    /// The session of a cookie, with its user; its end moves away while it is used.
    pub async fn session(&self, cookie: &str) -> Result<Option<(Session, User)>, AppError> {
        let found = self.store.session(&hashed(cookie), &self.clock.instant()).await?;
        if let Some((session, _)) = &found
            && let Some(expires) = prolonged(session, self.clock.second())
        {
            self.store.prolong_session(&session.hash, &expires).await?;
        }
        Ok(found)
    }

    /// The sessions of a user, the latest first.
    pub async fn sessions(&self, login: &str) -> Result<Vec<Session>, AppError> {
        Ok(self.store.sessions(login, &self.clock.instant()).await?)
    }

    /// Signs out.
    pub async fn sign_out(&self, act: &Act, session: &str) -> Result<(), AppError> {
        self.store.close_session(session).await?;
        self.note(act, "sign-out", &act.by, String::new(), String::new()).await
    }

    /// Ends one session of a user, by its hash; nothing happens where it is another's.
    pub async fn end_session(&self, act: &Act, login: &str, hash: &str) -> Result<(), AppError> {
        if self.sessions(login).await?.iter().any(|session| session.hash == hash) {
            self.store.close_session(hash).await?;
            self.note(act, "sessions-ended", login, String::new(), String::new()).await?;
        }
        Ok(())
    }

    /// Ends all sessions of a user but the one of this hash.
    pub async fn end_sessions(&self, act: &Act, login: &str, but: &str) -> Result<(), AppError> {
        self.store.close_sessions(login, but, &self.clock.instant()).await?;
        self.note(act, "sessions-ended", login, String::new(), String::new()).await
    }
}

/// The new end of a session that is used now, where it is worth moving.
fn prolonged(session: &Session, now: i64) -> Option<String> {
    let (opened, expires): (Timestamp, Timestamp) =
        (session.opened.parse().ok()?, session.expires.parse().ok()?);
    let end = (now + IDLE).min(opened.as_second() + ABSOLUTE);
    (end - expires.as_second() >= GRAIN)
        .then(|| Timestamp::from_second(end).ok().map(|end| end.to_string()))?
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_session_is_prolonged_but_not_for_ever() {
        let at = |second: i64| Timestamp::from_second(second).expect("a second").to_string();
        let opened = 1_800_000_000;
        let session = |expires: i64| Session {
            hash: String::new(),
            login: String::new(),
            csrf: String::new(),
            opened: at(opened),
            expires: at(expires),
        };
        assert_eq!(prolonged(&session(opened + IDLE), opened + 60), None, "not every page writes");
        assert_eq!(prolonged(&session(opened + IDLE), opened + 3_600), Some(at(opened + 3_600 + IDLE)));
        let late = opened + ABSOLUTE - 3_600;
        assert_eq!(prolonged(&session(late + 600), late), Some(at(opened + ABSOLUTE)));
        assert_eq!(prolonged(&session(opened + ABSOLUTE), late), None, "the last end");
    }
}
