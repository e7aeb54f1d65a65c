//! Every route with every role, and the ways around the door.
//!
//! What is refused stands here; `works` does everything that is allowed.
#![allow(clippy::unwrap_used)] // A helper of a test may stop it.

mod deeds;
mod works;

use app::{Clock, Printer, Right, Role, Session, Store, User, Workspace, hashed, may};
use axum::Router;
use axum::body::{Body, to_bytes};
use axum::http::header::{CONTENT_SECURITY_POLICY, LOCATION, SET_COOKIE};
use axum::http::{HeaderMap, Method, Request, StatusCode};
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

type Answer = (StatusCode, HeaderMap, String);

struct House {
    router: Router,
    store: Arc<SqliteStore>,
    _folder: tempfile::TempDir,
}

async fn house() -> House {
    let folder = tempfile::tempdir().unwrap();
    let (store, clock) = (Arc::new(SqliteStore::memory().await.unwrap()), Clock::default());
    app::init_demo(folder.path(), Lang::En, &*store, clock).await.unwrap();
    app::adopt(folder.path(), &*store, &app::Act::default()).await.unwrap();
    let workspace = Arc::new(Workspace::new(Arc::clone(&store) as Arc<dyn Store>, clock));
    let desk = Desk::new(vec![(Lang::En, workspace)], Arc::new(Paper), Access::SignedIn).unwrap();
    House { router: web::router(desk), store, _folder: folder }
}

impl House {
    /// A user of a role with a session whose cookie is `cookie-LOGIN` and whose token is `token`.
    async fn user(&self, login: &str, role: Role) {
        let user = User {
            login: login.to_owned(),
            name: format!("<script>alert('{login}')</script>"),
            email: String::new(),
            role,
            person: None,
            password: None,
            totp: None,
            subject: None,
            active: true,
            created: Clock::default().instant(),
        };
        self.store.add_user(&user).await.unwrap();
        self.session(login, 3_600).await;
    }

    async fn session(&self, login: &str, seconds: i64) {
        let session = Session {
            hash: hashed(&format!("cookie-{login}")),
            login: login.to_owned(),
            csrf: "token".to_owned(),
            opened: Clock::default().instant(),
            expires: Clock::default().instant_in(seconds),
        };
        self.store.close_session(&session.hash).await.unwrap();
        self.store.open_session(&session).await.unwrap();
    }

    async fn ask(&self, method: &Method, path: &str, cookie: &str, form: &str, site: &str) -> Answer {
        let mut request = Request::builder().method(method).uri(path).header("host", "reper.test");
        if !cookie.is_empty() {
            request = request.header("cookie", format!("reper_session={cookie}; lang=en"));
        }
        if !site.is_empty() {
            request = request.header("sec-fetch-site", site);
        }
        let request = request.header("content-type", "application/x-www-form-urlencoded");
        let response =
            self.router.clone().oneshot(request.body(Body::from(form.to_owned())).unwrap()).await.unwrap();
        let (status, headers) = (response.status(), response.headers().clone());
        let body = to_bytes(response.into_body(), usize::MAX).await.unwrap();
        (status, headers, String::from_utf8_lossy(&body).into_owned())
    }

    async fn sign_in(&self, login: &str, password: &str, back: &str, cookie: &str) -> Answer {
        let form = format!("login={login}&password={password}&back={back}");
        self.ask(&Method::POST, "/sign-in", cookie, &form, "same-origin").await
    }
}

/// An address of a route, with something plausible in its gaps.
fn filled(path: &str) -> String {
    let parts = path.split('/').map(|part| match part {
        "{table}" => "goal",
        "{name}" if path.starts_with("/documents") => "sostac.en.html",
        "{file}" | "{*name}" | "{name}" => "sostac.toml",
        "{login}" => "nobody-here",
        "{number}" => "1",
        part if part.starts_with('{') => "x",
        part => part,
    });
    parts.collect::<Vec<_>>().join("/")
}

fn to_sign_in(answer: &Answer) -> bool {
    let to = answer.1.get(LOCATION).and_then(|to| to.to_str().ok()).unwrap_or_default();
    answer.0 == StatusCode::UNAUTHORIZED || answer.0.is_redirection() && to.starts_with("/sign-in?back=")
}

#[tokio::test]
async fn every_route_is_open_to_exactly_who_may() {
    let house = house().await;
    for role in Role::ALL {
        house.user(role.word(), role).await;
    }
    let routes = web::table();
    assert!(routes.len() > 40);
    for route in routes {
        let path = filled(route.path);
        let told = format!("{} {}", route.method, route.path);
        let answer = house.ask(&route.method, &path, "", "", "same-origin").await;
        assert_eq!(
            to_sign_in(&answer),
            route.right != Right::Anyone,
            "{told} without a session: {}",
            answer.0
        );
        for role in Role::ALL {
            house.session(role.word(), 3_600).await;
            let cookie = format!("cookie-{}", role.word());
            let (status, headers, _) =
                house.ask(&route.method, &path, &cookie, "csrf=token", "same-origin").await;
            let told = format!("{told} as {}: {status}", role.word());
            if may(role, route.right) {
                // A store in memory has no file that could be copied; `works` makes a backup of another.
                let copied = route.path.ends_with("/backup");
                assert!(copied || !matches!(status.as_u16(), 401 | 403 | 500..), "{told}");
            } else {
                assert_eq!(status, StatusCode::FORBIDDEN, "{told}");
            }
            let policy = headers[CONTENT_SECURITY_POLICY].to_str().unwrap();
            assert!(!policy.contains("unsafe") && policy.contains("default-src 'none'"), "{told}");
        }
    }
}

#[tokio::test]
async fn no_form_of_another_site_is_taken() {
    let house = house().await;
    house.user("root", Role::Administrator).await;
    for route in web::table() {
        if matches!(route.method, Method::GET | Method::HEAD) {
            continue;
        }
        let path = filled(route.path);
        for (form, site) in [
            ("", "same-origin"),
            ("csrf=other", "same-origin"),
            ("csrf=token", "cross-site"),
            ("csrf=token", "same-site"),
        ] {
            let (status, ..) = house.ask(&route.method, &path, "cookie-root", form, site).await;
            assert_eq!(status, StatusCode::FORBIDDEN, "{} {path} with {form:?} from {site}", route.method);
        }
    }
}

#[tokio::test]
async fn the_first_administrator_joins_once_and_signs_in() {
    let house = house().await;
    let door =
        app::Door::new(Arc::clone(&house.store) as Arc<dyn Store>, Clock::default(), Default::default());
    let link = format!("/join/{}", door.first_link().await.unwrap().unwrap());
    let form = "name=Anna&login=Anna&password=correct+horse+battery&again=correct+horse+battery";
    let (status, headers, _) = house.ask(&Method::POST, &link, "", form, "same-origin").await;
    assert_eq!((status, headers[LOCATION].to_str().unwrap()), (StatusCode::SEE_OTHER, "/"));
    let cookie = headers.get_all(SET_COOKIE).iter().next().unwrap().to_str().unwrap();
    assert!(cookie.starts_with("reper_session=") && cookie.contains("; HttpOnly; SameSite=Lax"), "{cookie}");
    let (status, ..) = house.ask(&Method::POST, &link, "", form, "same-origin").await;
    assert_eq!(status, StatusCode::GONE, "a link works once");
    assert_eq!(door.first_link().await.unwrap(), None, "there is somebody");

    // A session that was planted before the sign-in does not hold after it.
    house.session("anna", 3_600).await;
    let form = "login=anna&password=correct+horse+battery&back=//evil.example&csrf=token";
    let (status, headers, _) = house.ask(&Method::POST, "/sign-in", "cookie-anna", form, "same-origin").await;
    assert_eq!(
        (status, headers[LOCATION].to_str().unwrap()),
        (StatusCode::SEE_OTHER, "/"),
        "no open redirect"
    );
    assert!(
        to_sign_in(&house.ask(&Method::GET, "/", "cookie-anna", "", "").await),
        "the old session has ended"
    );
}

#[tokio::test]
async fn who_guesses_waits_and_learns_nothing() {
    let house = house().await;
    house.user("anna", Role::Author).await;
    let known = house.sign_in("anna", "wrong", "/", "").await;
    let unknown = house.sign_in("boris", "wrong", "/", "").await;
    assert_eq!(known.0, StatusCode::UNPROCESSABLE_ENTITY);
    assert_eq!((known.0, known.2.replace("anna", "")), (unknown.0, unknown.2.replace("boris", "")));
    let mut last = known;
    for _ in 0..6 {
        last = house.sign_in("anna", "wrong", "/", "").await;
    }
    assert_eq!(last.0, StatusCode::TOO_MANY_REQUESTS);
    assert!(last.1.contains_key("retry-after") && last.2.contains("second"));
    let planted = house.sign_in("%22%3E%3Cscript%3E", "x", "/", "").await;
    assert!(!planted.2.contains("<script>"), "{}", planted.2);
}

#[tokio::test]
async fn a_session_that_has_ended_opens_nothing_and_names_are_text() {
    let house = house().await;
    house.user("root", Role::Administrator).await;
    for path in ["/account", "/users", "/users/root"] {
        let (status, _, html) = house.ask(&Method::GET, path, "cookie-root", "", "").await;
        assert!(status.is_success() && !html.contains("<script>alert"), "{path}");
    }
    house.session("root", -1).await;
    assert!(to_sign_in(&house.ask(&Method::GET, "/account", "cookie-root", "", "").await));
}
