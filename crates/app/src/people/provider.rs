//! The identity provider: what it says of itself, and of who came back from it.

use super::fetch::Fetch;
use super::waiting::Waiting;
use super::{PeopleError, ProviderSettings};
use openidconnect::core::{CoreClient, CoreProviderMetadata, CoreTokenResponse, CoreUserInfoClaims};
use openidconnect::{
    AuthorizationCode, ClientId, ClientSecret, EndpointMaybeSet, EndpointNotSet, EndpointSet, IssuerUrl,
    Nonce, OAuth2TokenResponse, PkceCodeVerifier, RedirectUrl, TokenResponse,
};
use tokio::sync::Mutex;

/// Where the provider sends people back to.
pub(super) const RETURN: &str = "/sign-in/oidc/return";
/// For so many seconds what the provider says of itself is believed without asking again.
const KNOWN: i64 = 600;

/// A client once the provider is known.
type Client = CoreClient<
    EndpointSet,
    EndpointNotSet,
    EndpointNotSet,
    EndpointNotSet,
    EndpointMaybeSet,
    EndpointMaybeSet,
>;

/// The identity provider.
pub(super) struct Provider {
    pub settings: ProviderSettings,
    pub begun: Waiting<Begun>,
    known: Mutex<Option<(i64, CoreProviderMetadata)>>,
}

/// A sign-in that the provider has been asked for.
pub(super) struct Begun {
    pub nonce: Nonce,
    pub verifier: PkceCodeVerifier,
    pub redirect: String,
    pub back: String,
}

/// What the provider says of a person. Only an address that it has verified says anything about who somebody is.
pub(super) struct Person {
    pub subject: String,
    pub email: Option<String>,
    pub name: Option<String>,
}

impl Provider {
    pub fn new(settings: ProviderSettings) -> Self {
        Provider { settings, known: Mutex::default(), begun: Waiting::default() }
    }

    /// What the provider says of itself.
    pub async fn metadata(&self, now: i64, fresh: bool) -> Result<CoreProviderMetadata, PeopleError> {
        let mut known = self.known.lock().await;
        if let Some((since, metadata)) = &*known
            && !fresh
            && now - since < KNOWN
        {
            return Ok(metadata.clone());
        }
        let issuer = IssuerUrl::new(self.settings.issuer.clone()).map_err(failed)?;
        let metadata = CoreProviderMetadata::discover_async(issuer, &Fetch::new()?).await.map_err(failed)?;
        *known = Some((now, metadata.clone()));
        Ok(metadata)
    }

    /// What the provider says of who came back with that code.
    pub async fn told(&self, now: i64, begun: &Begun, code: String) -> Result<Person, PeopleError> {
        let fetch = Fetch::new()?;
        let verifier = PkceCodeVerifier::new(begun.verifier.secret().clone());
        let client = client(&self.settings, self.metadata(now, false).await?);
        let client = client.set_redirect_uri(redirect_url(&begun.redirect)?);
        let request = client.exchange_code(AuthorizationCode::new(code)).map_err(failed)?;
        let answer = request.set_pkce_verifier(verifier).request_async(&fetch).await.map_err(failed)?;
        let mut person = match verified(&client, &answer, &begun.nonce) {
            Ok(person) => person,
            // The provider may have changed its keys since it was asked for them.
            Err(_) => {
                let fresh = self::client(&self.settings, self.metadata(now, true).await?);
                verified(&fresh, &answer, &begun.nonce)?
            }
        };
        // Some providers tell no more than the subject in the token, and the rest when they are asked.
        if person.email.is_none()
            && let Ok(request) = client.user_info(answer.access_token().clone(), None)
        {
            let more: CoreUserInfoClaims = request.request_async(&fetch).await.map_err(failed)?;
            if more.subject().as_str() != person.subject {
                return Err(PeopleError::Provider("the user info is of somebody else".to_owned()));
            }
            let email = more.email().filter(|_| more.email_verified() == Some(true));
            person.email = email.map(|email| email.to_lowercase());
            person.name = more.name().and_then(|name| name.get(None)).map(|name| name.to_string());
        }
        Ok(person)
    }
}

/// What the token says, where its signature, its issuer, its time and its nonce are right.
fn verified(client: &Client, answer: &CoreTokenResponse, nonce: &Nonce) -> Result<Person, PeopleError> {
    let token = answer.id_token().ok_or_else(|| PeopleError::Provider("no ID token".to_owned()))?;
    let claims = token.claims(&client.id_token_verifier(), nonce).map_err(failed)?;
    let email = claims.email().filter(|_| claims.email_verified() == Some(true));
    Ok(Person {
        subject: claims.subject().to_string(),
        email: email.map(|email| email.to_lowercase()),
        name: claims.name().and_then(|name| name.get(None)).map(|name| name.to_string()),
    })
}

/// The client of a provider that has told of itself.
pub(super) fn client(settings: &ProviderSettings, metadata: CoreProviderMetadata) -> Client {
    let secret = settings.secret.clone().map(ClientSecret::new);
    CoreClient::from_provider_metadata(metadata, ClientId::new(settings.client.clone()), secret)
}

pub(super) fn redirect_url(text: &str) -> Result<RedirectUrl, PeopleError> {
    RedirectUrl::new(text.to_owned()).map_err(failed)
}

/// The error with its causes, for the log.
pub(super) fn failed(error: impl std::error::Error) -> PeopleError {
    let mut text = error.to_string();
    let mut cause = error.source();
    while let Some(deeper) = cause {
        text.push_str(": ");
        text.push_str(&deeper.to_string());
        cause = deeper.source();
    }
    PeopleError::Provider(text)
}
