//! Asking the provider: no redirects are followed, nothing is waited for long, no answer is read beyond its bound.

use super::PeopleError;
use super::provider::failed;
use openidconnect::{AsyncHttpClient, HttpRequest, HttpResponse, http};
use std::future::Future;
use std::pin::Pin;
use std::sync::Once;
use std::time::Duration;

/// An answer is never longer than this many bytes.
const LONGEST: usize = 1 << 20;
/// It is not waited for longer.
const PATIENCE: Duration = Duration::from_secs(10);

/// What asks.
pub(super) struct Fetch(reqwest::Client);

impl Fetch {
    pub fn new() -> Result<Self, PeopleError> {
        static RING: Once = Once::new();
        // Where somebody has installed one already, that one holds.
        RING.call_once(|| drop(rustls::crypto::ring::default_provider().install_default()));
        let client = reqwest::Client::builder()
            .redirect(reqwest::redirect::Policy::none())
            .timeout(PATIENCE)
            .user_agent(concat!("Reper/", env!("CARGO_PKG_VERSION")));
        client.build().map(Fetch).map_err(failed)
    }
}

/// Why the provider could not be asked.
#[derive(Debug, thiserror::Error)]
pub(super) enum FetchError {
    #[error(transparent)]
    Http(#[from] reqwest::Error),
    #[error(transparent)]
    Answer(#[from] http::Error),
    #[error("the answer is too long")]
    Long,
}

impl<'c> AsyncHttpClient<'c> for Fetch {
    type Error = FetchError;
    type Future = Pin<Box<dyn Future<Output = Result<HttpResponse, FetchError>> + Send + 'c>>;

    fn call(&'c self, request: HttpRequest) -> Self::Future {
        Box::pin(async move {
            let mut answer = self.0.execute(request.try_into()?).await?;
            let mut built = http::Response::builder().status(answer.status());
            for (name, value) in answer.headers() {
                built = built.header(name, value);
            }
            let mut body = Vec::new();
            while let Some(part) = answer.chunk().await? {
                if body.len() + part.len() > LONGEST {
                    return Err(FetchError::Long);
                }
                body.extend_from_slice(&part);
            }
            Ok(built.body(body)?)
        })
    }
}
