//! Signing in through an identity provider: OpenID Connect, the authorization code with PKCE, state and nonce.
//!
//! Registration stays closed: the provider says who somebody is, and whether that is anybody here is said by the users
//! and the open invitations.

use super::provider::{Begun, Person, RETURN, client, redirect_url};
use super::{Door, Opened, PeopleError};
use crate::AppError;
use openidconnect::core::CoreAuthenticationFlow;
use openidconnect::{CsrfToken, Nonce, PkceCodeChallenge, Scope};
use store::User;

/// Who came back from the provider.
#[derive(Debug)]
pub struct Returned {
    /// The session.
    pub opened: Opened,
    /// The page that the sign-in began on.
    pub back: String,
}

impl Door {
    /// Begins a sign-in: the address to send the browser to, and the state that it keeps until it comes back.
    /// `origin` is the site's own address as this browser reaches it.
    pub async fn ask_provider(&self, origin: &str, back: &str) -> Result<(String, String), AppError> {
        let provider = self.provider.as_ref().ok_or(PeopleError::NoProvider)?;
        let now = self.clock.second();
        let metadata = provider.metadata(now, false).await?;
        let redirect = format!("{}{RETURN}", self.settings.public.as_deref().unwrap_or(origin));
        let client = client(&provider.settings, metadata).set_redirect_uri(redirect_url(&redirect)?);
        let (challenge, verifier) = PkceCodeChallenge::new_random_sha256();
        let nonce = Nonce::new_random();
        let begun = Begun { nonce: nonce.clone(), verifier, redirect, back: back.to_owned() };
        let state = provider.begun.put(begun, now)?;
        let kept = state.clone();
        let (url, _, _) = client
            .authorize_url(CoreAuthenticationFlow::AuthorizationCode, || CsrfToken::new(kept), || nonce)
            .add_scope(Scope::new("email".to_owned()))
            .add_scope(Scope::new("profile".to_owned()))
            .set_pkce_challenge(challenge)
            .url();
        Ok((url.to_string(), state))
    }

    /// Ends a sign-in: `state` and `code` are what the provider sent back, `kept` is the state that the browser kept.
    pub async fn from_provider(
        &self,
        state: &str,
        kept: &str,
        code: String,
        from: &str,
        old: Option<&str>,
    ) -> Result<Returned, AppError> {
        let provider = self.provider.as_ref().ok_or(PeopleError::NoProvider)?;
        let now = self.clock.second();
        self.throttle.admit(&format!("provider {from}"), super::throttle::ADDRESS, now)?;
        if state.is_empty() || state != kept {
            return Err(PeopleError::Ended.into());
        }
        let begun = provider.begun.take(state, now).ok_or(PeopleError::Ended)?;
        let person = provider.told(now, &begun, code).await?;
        self.throttle.forgive(&format!("provider {from}"));
        let user = match self.matched(&provider.settings.issuer, person, from).await {
            Ok(user) => user,
            Err(error) => {
                self.note_failure("", from).await?;
                return Err(error);
            }
        };
        let opened = self.come_in(user, from, old, "identity provider").await?;
        Ok(Returned { opened, back: begun.back })
    }

    /// The user that a person is: known by subject, else by a verified address of a user or an open invitation.
    async fn matched(&self, issuer: &str, person: Person, from: &str) -> Result<User, AppError> {
        let subject = Some(format!("{issuer}|{}", person.subject));
        let users = self.store.users().await?;
        if let Some(user) = users.iter().find(|user| user.subject == subject) {
            return if user.active { Ok(user.clone()) } else { Err(PeopleError::Unknown.into()) };
        }
        let email = person.email.ok_or(PeopleError::Unknown)?;
        let mut same = users.iter().filter(|user| user.email == email);
        match (same.next(), same.next()) {
            (Some(user), None) if user.active && user.subject.is_none() => {
                let _held = self.changing.lock().await;
                let mut user = self.store.user(&user.login).await?.ok_or(PeopleError::Unknown)?;
                user.subject = subject;
                if !self.store.change_user(&user).await? {
                    return Err(PeopleError::Unknown.into());
                }
                let act = self.act(&user.login, from);
                self.note(&act, "provider-linked", &user.login, String::new(), issuer.to_owned()).await?;
                Ok(user)
            }
            (Some(_), _) => Err(PeopleError::Unknown.into()),
            (None, _) => {
                let links = self.links().await?;
                let link = links.iter().find(|link| link.kind == "invite" && link.email == email);
                let link = link.ok_or(PeopleError::Unknown)?;
                let login = self.free_login(&link.login, &email).await?;
                let name = person.name.and_then(|name| super::names::name(&name).ok());
                let user = self.invited(link, login.clone(), name.unwrap_or(login));
                let user = User { subject, ..user };
                self.admit_user(link, user.clone(), from).await?;
                Ok(user)
            }
        }
    }

    /// A login that nobody has: the one that was proposed, else the address's first half, else the address.
    async fn free_login(&self, proposed: &str, email: &str) -> Result<String, AppError> {
        let half = email.split('@').next().unwrap_or_default();
        for text in [proposed, half, email] {
            if let Ok(login) = super::names::login(text)
                && self.store.user(&login).await?.is_none()
            {
                return Ok(login);
            }
        }
        Err(PeopleError::Taken.into())
    }
}
