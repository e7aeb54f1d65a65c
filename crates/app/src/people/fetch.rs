//! Asking the provider: encrypted or on this machine, no redirects are followed, nothing is waited for long, no answer is
//! read beyond its bound.

use super::PeopleError;
use super::provider::failed;
use openidconnect::{AsyncHttpClient, HttpRequest, HttpResponse, http};
use std::future::Future;
use std::net::IpAddr;
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
    #[error("only https is asked; http would do on this machine alone")]
    Open,
}

/// Whether nobody on the way can read what is asked: secrets and codes are in it.
fn is_private(address: &http::Uri) -> bool {
    let host = address.host().unwrap_or_default();
    let bare = host.trim_start_matches('[').trim_end_matches(']');
    match address.scheme_str() {
        Some("https") => true,
        Some("http") => host == "localhost" || bare.parse::<IpAddr>().is_ok_and(|ip| ip.is_loopback()),
        _ => false,
    }
}

impl<'c> AsyncHttpClient<'c> for Fetch {
    type Error = FetchError;
    type Future = Pin<Box<dyn Future<Output = Result<HttpResponse, FetchError>> + Send + 'c>>;

    fn call(&'c self, request: HttpRequest) -> Self::Future {
        Box::pin(async move {
            if !is_private(request.uri()) {
                return Err(FetchError::Open);
            }
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn without_encryption_only_this_machine_is_asked() {
        let asked = |text: &str| is_private(&text.parse().expect("an address"));
        for good in
            ["https://id.example.com/x", "http://localhost:1/x", "http://127.0.0.1:1", "http://[::1]:1/x"]
        {
            assert!(asked(good), "{good}");
        }
        for bad in [
            "http://id.example.com",
            "http://localhost.example.com",
            "http://127.0.0.1.example.com",
            "http://10.0.0.1",
            "http://localhost@id.example.com",
            "ftp://localhost",
            "/x",
        ] {
            assert!(!asked(bad), "{bad}");
        }
    }
}
