//! The server, asked.

use super::Refused;
use app::accept;
use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use department::Files;
use locale::{Lang, t};
use serde_json::{Value, json};
use std::path::Path;
use std::time::Duration;
use ureq::http::Uri;
use ureq::tls::{RootCerts, TlsConfig};
use ureq::{Agent, Body, http};

/// An answer is never longer than this many bytes.
const ANSWER: u64 = 64 << 20;

/// A server.
pub struct Client {
    agent: Agent,
    /// Its address, without a slash at the end.
    pub server: String,
    key: String,
    lang: Lang,
}

/// The server's texts.
pub struct Texts {
    /// Their revision.
    pub revision: u64,
    /// The files.
    pub files: Files,
}

/// What became of texts that were sent.
pub struct Sent {
    /// The newest revision.
    pub revision: u64,
    /// Whether it is a new one.
    pub changed: bool,
}

impl Client {
    /// A server at an address, with the key of the environment or of a file.
    pub fn new(server: &str, key_file: Option<&Path>, insecure: bool, lang: Lang) -> Result<Self, Refused> {
        let server = server.trim().trim_end_matches('/');
        if server.is_empty() {
            return Err(Refused(t!(lang, "sync-no-server")));
        }
        let wrong = || Refused(t!(lang, "sync-address", address = server));
        let uri: Uri = server.parse().map_err(|_| wrong())?;
        let host = uri.host().ok_or_else(wrong)?.trim_start_matches('[').trim_end_matches(']');
        let own = host == "localhost" || host.parse().is_ok_and(|ip: std::net::IpAddr| ip.is_loopback());
        match uri.scheme_str() {
            Some("https") => {}
            Some("http") if own || insecure => {}
            Some("http") => return Err(Refused(t!(lang, "sync-insecure", address = server))),
            _ => return Err(wrong()),
        }
        let read = |path: &Path| {
            std::fs::read_to_string(path).map_err(|error| super::folder::fault(path, error, lang))
        };
        let key = match key_file {
            Some(path) => read(path)?,
            None => std::env::var("REPER_KEY").unwrap_or_default(),
        };
        let key = key.trim().to_owned();
        if key.is_empty() || !key.bytes().all(|byte| byte.is_ascii_graphic()) {
            return Err(Refused(t!(lang, "sync-no-key")));
        }
        let config = Agent::config_builder()
            .timeout_global(Some(Duration::from_secs(120)))
            .max_redirects(0)
            .http_status_as_error(false)
            .tls_config(TlsConfig::builder().root_certs(RootCerts::PlatformVerifier).build())
            .build();
        Ok(Client { agent: config.into(), server: server.to_owned(), key, lang })
    }

    /// The newest texts. What a server sends is looked at as closely as what a server is sent.
    pub fn texts(&self) -> Result<Texts, Refused> {
        let asked = self
            .agent
            .get(format!("{}/api/v1/texts", self.server))
            .header("accept-language", self.lang.code());
        let told = self.answer(asked.header("authorization", format!("Bearer {}", self.key)).call())?;
        let wrong = |cause: &str| Refused(t!(self.lang, "sync-answer", cause = cause));
        let revision = told["revision"].as_u64().ok_or_else(|| wrong("revision"))?;
        let mut files = Vec::new();
        for file in told["files"].as_array().ok_or_else(|| wrong("files"))? {
            let path = file["path"].as_str().ok_or_else(|| wrong("path"))?.to_owned();
            let content = match (file["text"].as_str(), file["base64"].as_str()) {
                (Some(text), None) => text.as_bytes().to_vec(),
                (None, Some(coded)) => STANDARD.decode(coded).map_err(|_| wrong("base64"))?,
                _ => return Err(wrong("text")),
            };
            files.push((path, content));
        }
        let files = accept(files).map_err(|error| wrong(&error.message(self.lang)))?;
        Ok(Texts { revision, files })
    }

    /// Puts texts in the place of the server's; without a base whatever stands there.
    pub fn put(&self, files: &Files, base: Option<u64>, note: &str) -> Result<Sent, Refused> {
        let file = |(path, content): (&String, &Vec<u8>)| match std::str::from_utf8(content) {
            Ok(text) => json!({ "path": path, "text": text }),
            Err(_) => json!({ "path": path, "base64": STANDARD.encode(content) }),
        };
        let body = json!({ "files": files.by_path.iter().map(file).collect::<Vec<_>>(), "note": note });
        let base = base.map_or_else(|| "*".to_owned(), |base| format!("\"{base}\""));
        let asked = self
            .agent
            .put(format!("{}/api/v1/texts", self.server))
            .header("accept-language", self.lang.code())
            .header("authorization", format!("Bearer {}", self.key))
            .header("content-type", "application/json")
            .header("if-match", base);
        let told = self.answer(asked.send(body.to_string()))?;
        let revision = told["revision"].as_u64().unwrap_or_default();
        Ok(Sent { revision, changed: told["changed"].as_bool().unwrap_or_default() })
    }

    /// What came back, or why it was refused: with what differs, where somebody else has changed the same.
    fn answer(&self, came: Result<http::Response<Body>, ureq::Error>) -> Result<Value, Refused> {
        let lang = self.lang;
        let mut came = came.map_err(|error| Refused(t!(lang, "sync-failed", cause = error.to_string())))?;
        let text = came.body_mut().with_config().limit(ANSWER).read_to_string();
        let text = text.map_err(|error| Refused(t!(lang, "sync-answer", cause = error.to_string())))?;
        let told: Value = match serde_json::from_str(&text) {
            Ok(told) => told,
            Err(_) => return Err(Refused(t!(lang, "sync-refused", what = came.status().to_string()))),
        };
        if came.status().is_success() {
            return Ok(told);
        }
        let word = |key: &str| told[key].as_str().unwrap_or_default();
        let conflicts = told["conflicts"].as_array().cloned().unwrap_or_default();
        if !conflicts.is_empty() {
            let each = conflicts.iter().map(|one| {
                let part = |key: &str| one[key].as_str().unwrap_or_default();
                t!(lang, "sync-clash", subject = part("subject"), field = part("field"))
            });
            let each = each.collect::<Vec<_>>().join("\n  ");
            return Err(Refused(format!("{}\n  {each}", t!(lang, "sync-conflict"))));
        }
        Err(Refused(t!(lang, "sync-refused", what = format!("{}. {}", word("title"), word("detail")))))
    }
}
