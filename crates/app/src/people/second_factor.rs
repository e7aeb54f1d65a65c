//! The second factor: set up with a picture and a code, used at sign-in, turned off with the password.

use super::{Door, PeopleError, recovery, totp};
use crate::AppError;
use qrcode::{Color, QrCode};
use std::fmt::Write;
use store::{Act, User};

/// A second factor in the making: it holds only when a code of it was given.
#[derive(Debug, Clone)]
pub struct Enrolment {
    /// The secret as it is typed into an application, in groups of four.
    pub secret: String,
    /// The same as a picture, SVG.
    pub picture: String,
}

fn random(error: getrandom::Error) -> AppError {
    AppError::Interrupted(error.to_string())
}

/// Under which setting the last step stands whose code was used.
fn step_key(login: &str) -> String {
    format!("user.{login}.step")
}

/// Under which setting the hashes of the recovery codes stand.
fn recovery_key(login: &str) -> String {
    format!("user.{login}.recovery")
}

impl Door {
    /// A new second factor for a user; nothing is kept yet.
    pub fn enrol(&self, login: &str) -> Result<Enrolment, AppError> {
        self.enrolment(&totp::new_secret().map_err(random)?, login)
    }

    /// The same second factor again, for who mistyped the code.
    pub fn enrolment(&self, secret: &str, login: &str) -> Result<Enrolment, AppError> {
        let plain: String = secret.chars().filter(|c| !c.is_whitespace()).collect();
        totp::secret_of(&plain).ok_or(PeopleError::Code)?;
        let code = QrCode::new(totp::address(&plain, login));
        let picture = picture(&code.map_err(|error| AppError::Interrupted(error.to_string()))?);
        let groups: Vec<&str> = (0..plain.len()).step_by(4).filter_map(|at| plain.get(at..at + 4)).collect();
        Ok(Enrolment { secret: groups.join(" "), picture })
    }

    /// Turns a second factor on, where the code shows that the user's application has it; gives the recovery codes,
    /// which are never shown again.
    pub async fn turn_on(
        &self,
        act: &Act,
        login: &str,
        secret: &str,
        code: &str,
    ) -> Result<Vec<String>, AppError> {
        let _held = self.changing.lock().await;
        self.throttle.admit(&format!("code {login}"), super::throttle::LOGIN, self.clock.second())?;
        let mut user = self.store.user(login).await?.ok_or(PeopleError::NoUser)?;
        let plain: String = secret.chars().filter(|c| !c.is_whitespace()).collect();
        let bytes = totp::secret_of(&plain).ok_or(PeopleError::Code)?;
        let step = totp::step_of(&bytes, code, self.clock.second(), 0).ok_or(PeopleError::Code)?;
        self.throttle.forget(&format!("code {login}"));
        let (codes, kept) = recovery::codes().map_err(random)?;
        self.store.set(&step_key(login), Some(&step.to_string())).await?;
        self.store.set(&recovery_key(login), Some(&kept)).await?;
        user.totp = Some(plain);
        if !self.store.change_user(&user).await? {
            return Err(PeopleError::NoUser.into());
        }
        self.note(act, "second-factor-on", login, String::new(), String::new()).await?;
        Ok(codes)
    }

    /// Turns one's own second factor off.
    pub async fn turn_off(&self, act: &Act, login: &str, password: String) -> Result<(), AppError> {
        self.own_password(login, password).await?;
        self.drop_factor(act, login).await
    }

    /// Turns another's second factor off, as an administrator does for who has lost the phone and the codes.
    pub async fn reset_factor(&self, act: &Act, login: &str) -> Result<(), AppError> {
        self.drop_factor(act, login).await
    }

    /// New recovery codes in the place of those that are left.
    pub async fn new_recovery(
        &self,
        act: &Act,
        login: &str,
        password: String,
    ) -> Result<Vec<String>, AppError> {
        self.own_password(login, password).await?;
        let (codes, kept) = recovery::codes().map_err(random)?;
        self.store.set(&recovery_key(login), Some(&kept)).await?;
        self.note(act, "recovery-codes", login, String::new(), String::new()).await?;
        Ok(codes)
    }

    /// How many recovery codes a user has left.
    pub async fn recovery_left(&self, login: &str) -> Result<usize, AppError> {
        let kept = self.store.setting(&recovery_key(login)).await?.unwrap_or_default();
        Ok(kept.lines().count())
    }

    async fn drop_factor(&self, act: &Act, login: &str) -> Result<(), AppError> {
        let _held = self.changing.lock().await;
        let mut user = self.store.user(login).await?.ok_or(PeopleError::NoUser)?;
        if user.totp.take().is_none() {
            return Ok(());
        }
        if !self.store.change_user(&user).await? {
            return Err(PeopleError::NoUser.into());
        }
        self.store.set(&step_key(login), None).await?;
        self.store.set(&recovery_key(login), None).await?;
        self.note(act, "second-factor-off", login, String::new(), String::new()).await
    }

    /// Takes a code, where it is right; it is never right again.
    pub(super) async fn take_code(&self, user: &User, code: &str) -> Result<bool, AppError> {
        let _held = self.changing.lock().await;
        let Some(bytes) = user.totp.as_deref().and_then(totp::secret_of) else { return Ok(false) };
        let used = self.store.setting(&step_key(&user.login)).await?;
        let used = used.and_then(|step| step.parse().ok()).unwrap_or(0);
        if let Some(step) = totp::step_of(&bytes, code, self.clock.second(), used) {
            self.store.set(&step_key(&user.login), Some(&step.to_string())).await?;
            return Ok(true);
        }
        let kept = self.store.setting(&recovery_key(&user.login)).await?.unwrap_or_default();
        let Some(rest) = recovery::without(&kept, code) else { return Ok(false) };
        self.store.set(&recovery_key(&user.login), Some(&rest)).await?;
        Ok(true)
    }
}

/// The picture, dark on white in either theme, because that is what telephones read; a quiet zone of four around it.
fn picture(code: &QrCode) -> String {
    let width = code.width();
    let side = width + 8;
    let mut path = String::new();
    for (at, colour) in code.to_colors().into_iter().enumerate() {
        if colour == Color::Dark {
            let _ = write!(path, "M{} {}h1v1h-1z", at % width + 4, at / width + 4);
        }
    }
    format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {side} {side}\" width=\"220\" height=\"220\" \
         shape-rendering=\"crispEdges\" aria-hidden=\"true\"><rect width=\"{side}\" height=\"{side}\" fill=\"#fff\"/>\
         <path fill=\"#000\" d=\"{path}\"/></svg>"
    )
}
