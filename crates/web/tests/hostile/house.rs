//! A desk with hostile people in it, and a browser.

use crate::text::hostile;
use app::{Clock, Printer, Role, Session, Store, User, Workspace, hashed};
use axum::Router;
use axum::body::{Body, to_bytes};
use axum::http::header::{CONTENT_TYPE, LOCATION};
use axum::http::{Request, StatusCode};
use locale::Lang;
use std::sync::Arc;
use store::People;
use store_sqlite::SqliteStore;
use tower::ServiceExt;
use web::{Access, Desk};

struct Paper;

impl Printer for Paper {
    fn pdf(&self, _: &report::Document) -> anyhow::Result<Vec<u8>> {
        Ok(b"%PDF".to_vec())
    }
}

pub struct Answer {
    pub status: StatusCode,
    pub kind: String,
    pub location: String,
    pub text: String,
}

pub struct House {
    router: Router,
    pub store: Arc<SqliteStore>,
}

impl House {
    pub async fn new() -> Self {
        let store = Arc::new(SqliteStore::memory().await.unwrap());
        let clock = Clock::fixed(jiff::civil::date(2026, 11, 23));
        let workspace = Arc::new(Workspace::new(Arc::clone(&store) as Arc<dyn Store>, clock));
        let desk = Desk::new(vec![(Lang::En, workspace)], Arc::new(Paper), Access::SignedIn).unwrap();
        let house = House { router: web::router(desk), store };
        house.user("root", Role::Administrator).await;
        house
    }

    async fn user(&self, login: &str, role: Role) {
        let user = User {
            login: login.to_owned(),
            name: hostile("user"),
            email: hostile("email"),
            role,
            person: Some(crate::text::IDS[0].to_owned()),
            password: None,
            totp: None,
            subject: None,
            active: true,
            created: "2026-01-01T00:00:00Z".to_owned(),
        };
        self.store.add_user(&user).await.unwrap();
        let session = Session {
            hash: hashed(login),
            login: login.to_owned(),
            csrf: "token".to_owned(),
            opened: "2026-01-01T00:00:00Z".to_owned(),
            expires: "2999-01-01T00:00:00Z".to_owned(),
        };
        self.store.open_session(&session).await.unwrap();
    }

    pub async fn get(&self, path: &str, lang: Lang) -> Answer {
        let cookie = format!("lang={lang}; reper_session=root");
        self.send(Request::get(path).header("cookie", cookie).body(Body::empty()).unwrap()).await
    }

    /// As somebody who has not signed in.
    pub async fn outside(&self, path: &str, form: Option<&[(&str, &str)]>) -> Answer {
        let request = Request::builder().uri(path).header("sec-fetch-site", "same-origin");
        let request = match form {
            None => request.body(Body::empty()),
            Some(pairs) => request
                .method("POST")
                .header(CONTENT_TYPE, "application/x-www-form-urlencoded")
                .body(Body::from(encoded(pairs))),
        };
        self.send(request.unwrap()).await
    }

    pub async fn post(&self, path: &str, pairs: &[(&str, &str)]) -> Answer {
        let form = format!("csrf=token&{}", encoded(pairs));
        self.posted(path, "application/x-www-form-urlencoded", form.into_bytes()).await
    }

    pub async fn upload(&self, name: &str, content: &str) -> Answer {
        // As a browser writes a name with quotes in it.
        let name = name.replace('"', "%22");
        let body = format!(
            "--x\r\nContent-Disposition: form-data; name=\"csrf\"\r\n\r\ntoken\r\n--x\r\n\
             Content-Disposition: form-data; name=\"file\"; filename=\"{name}\"\r\n\r\n{content}\r\n--x--\r\n"
        );
        self.posted("/import", "multipart/form-data; boundary=x", body.into_bytes()).await
    }

    async fn posted(&self, path: &str, kind: &str, body: Vec<u8>) -> Answer {
        let request = Request::post(path)
            .header("cookie", "lang=en; reper_session=root")
            .header("sec-fetch-site", "same-origin")
            .header(CONTENT_TYPE, kind);
        self.send(request.body(Body::from(body)).unwrap()).await
    }

    async fn send(&self, request: Request<Body>) -> Answer {
        let response = self.router.clone().oneshot(request).await.unwrap();
        let header =
            |name| response.headers().get(name).and_then(|value| value.to_str().ok()).unwrap_or_default();
        let (kind, location) = (header(CONTENT_TYPE).to_owned(), header(LOCATION).to_owned());
        assert_eq!(response.headers()["x-content-type-options"], "nosniff");
        let status = response.status();
        let bytes = to_bytes(response.into_body(), usize::MAX).await.unwrap();
        Answer { status, kind, location, text: String::from_utf8_lossy(&bytes).into_owned() }
    }
}

/// Text as a part of an address or of a form.
pub fn percent(text: &str) -> String {
    let plain = |byte: u8| byte.is_ascii_alphanumeric() || b"-._~".contains(&byte);
    text.bytes()
        .map(|byte| if plain(byte) { char::from(byte).to_string() } else { format!("%{byte:02X}") })
        .collect()
}

pub fn encoded(pairs: &[(&str, &str)]) -> String {
    pairs
        .iter()
        .map(|(name, text)| format!("{}={}", percent(name), percent(text)))
        .collect::<Vec<_>>()
        .join("&")
}
