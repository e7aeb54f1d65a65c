//! What programs may ask, over a real store.
#![allow(clippy::unwrap_used)] // A helper of a test may stop it.

use app::{Act, Clock, Printer, Right, Role, Store, User, Workspace};
use axum::Router;
use axum::body::{Body, to_bytes};
use axum::http::{HeaderMap, Request, StatusCode};
use locale::Lang;
use serde_json::{Value, json};
use std::collections::BTreeSet;
use std::sync::Arc;
use store_sqlite::SqliteStore;
use tower::ServiceExt;
use web::{Access, Desk};

struct Paper;

impl Printer for Paper {
    fn pdf(&self, document: &report::Document) -> anyhow::Result<Vec<u8>> {
        Ok(format!("%PDF {}", document.name).into_bytes())
    }
}

struct House {
    router: Router,
    store: Arc<SqliteStore>,
}

async fn house() -> House {
    let folder = tempfile::tempdir().unwrap();
    let store = Arc::new(SqliteStore::memory().await.unwrap());
    let clock = Clock::fixed(jiff::civil::date(2026, 11, 23));
    app::init_demo(folder.path(), Lang::En, &*store, clock).await.unwrap();
    app::adopt(folder.path(), &*store, &Act::default()).await.unwrap();
    let workspace = Arc::new(Workspace::new(Arc::clone(&store) as Arc<dyn Store>, clock));
    let desk = Desk::new(vec![(Lang::En, workspace)], Arc::new(Paper), Access::SignedIn).unwrap();
    House { router: web::router(desk), store }
}

impl House {
    /// A key of a new user of a role.
    async fn key(&self, role: Role, scopes: &[&str]) -> String {
        let login = format!("{}-{}", role.word(), scopes.join("-"));
        let user = User {
            login: login.clone(),
            name: login.clone(),
            email: String::new(),
            role,
            person: None,
            password: None,
            totp: None,
            subject: None,
            active: true,
            created: "2026-11-23T00:00:00Z".to_owned(),
        };
        store::People::add_user(&*self.store, &user).await.unwrap();
        let new = app::keys::NewKey {
            name: "test".to_owned(),
            scopes: scopes.iter().map(|scope| (*scope).to_owned()).collect(),
            days: None,
        };
        let act = Act { by: login.clone(), at: "2026-11-23T00:00:00Z".to_owned(), from: String::new() };
        let may = |right| app::may(role, right);
        app::keys::make(&*self.store, Clock::default(), &act, &login, may, new).await.unwrap().0
    }

    async fn ask(
        &self,
        key: &str,
        method: &str,
        path: &str,
        base: Option<&str>,
        body: Value,
    ) -> (StatusCode, HeaderMap, Value) {
        let mut request = Request::builder().method(method).uri(path).header("accept-language", "en");
        if !key.is_empty() {
            request = request.header("authorization", format!("Bearer {key}"));
        }
        if let Some(base) = base {
            request = request.header("if-match", base);
        }
        let body = match body {
            Value::Null => Body::empty(),
            body => {
                request = request.header("content-type", "application/json");
                Body::from(body.to_string())
            }
        };
        let answer = self.router.clone().oneshot(request.body(body).unwrap()).await.unwrap();
        let (status, headers) = (answer.status(), answer.headers().clone());
        let body = to_bytes(answer.into_body(), usize::MAX).await.unwrap();
        (status, headers, serde_json::from_slice(&body).unwrap_or(Value::Null))
    }

    async fn get(&self, key: &str, path: &str) -> (StatusCode, Value) {
        let (status, _, body) = self.ask(key, "GET", path, None, Value::Null).await;
        (status, body)
    }
}

#[test]
fn every_route_for_programs_is_described_and_nothing_else() {
    let table = web::table();
    let routes = table.iter().filter(|route| route.path.starts_with("/api/"));
    let routes: BTreeSet<(String, String)> =
        routes.map(|route| (route.path.replace("{*", "{"), route.method.as_str().to_lowercase())).collect();
    for lang in Lang::ALL {
        let described = serde_json::to_value(web::openapi(lang)).unwrap();
        let mut found = BTreeSet::new();
        for (path, item) in described["paths"].as_object().unwrap() {
            for (method, operation) in item.as_object().unwrap() {
                let summary = operation["summary"].as_str().unwrap();
                assert!(!summary.contains('‹'), "{summary}");
                found.insert((path.clone(), method.clone()));
            }
        }
        assert_eq!(found, routes);
    }
}

#[test]
fn the_description_in_the_repository_is_the_one_that_is_served() {
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/../../docs/openapi.json");
    let now = serde_json::to_string_pretty(&web::openapi(Lang::En)).unwrap() + "\n";
    if std::env::var_os("UPDATE").is_some() {
        std::fs::write(path, &now).unwrap();
    }
    assert!(std::fs::read_to_string(path).unwrap_or_default() == now, "UPDATE=1 writes it anew");
}

#[tokio::test]
async fn a_key_never_may_more_than_its_scopes_and_its_owner() {
    let house = house().await;
    let reads = house.key(Role::Author, &["read"]).await;
    assert_eq!(house.get(&reads, "/api/v1/me").await.1["rights"], json!(["read"]));
    let (status, headers, told) =
        house.ask(&reads, "DELETE", "/api/v1/elements/goal/x", None, Value::Null).await;
    assert_eq!(status, StatusCode::FORBIDDEN);
    assert_eq!(headers["content-type"], "application/problem+json");
    assert_eq!(told["code"], "forbidden");
    let owns = house.key(Role::Viewer, &["read", "own"]).await;
    let order = json!({ "name": "more", "scopes": ["edit"] });
    let (status, _, told) = house.ask(&owns, "POST", "/api/v1/keys", None, order).await;
    assert_eq!((status, &told["code"]), (StatusCode::UNPROCESSABLE_ENTITY, &json!("key")));
    // Another's key cannot be ended, and ending one's own ends it.
    let other: String = reads.chars().take(13).collect();
    let end = format!("/api/v1/keys/{other}");
    assert_eq!(house.ask(&owns, "DELETE", &end, None, Value::Null).await.0, StatusCode::NOT_FOUND);
    let own: String = owns.chars().take(13).collect();
    let end = format!("/api/v1/keys/{own}");
    assert_eq!(house.ask(&owns, "DELETE", &end, None, Value::Null).await.0, StatusCode::NO_CONTENT);
    assert_eq!(house.get(&owns, "/api/v1/me").await.0, StatusCode::UNAUTHORIZED);
}

#[tokio::test]
async fn without_a_key_every_route_is_closed_in_json() {
    let house = house().await;
    for route in web::table() {
        if !route.path.starts_with("/api/v1/") {
            continue;
        }
        assert_ne!(route.right, Right::Anyone, "{}", route.path);
        let path = route.path.replace("{number}", "1").replace("{*path}", "sostac.toml");
        let path = path.replace(['{', '}'], "");
        let (status, headers, told) = house.ask("", route.method.as_str(), &path, None, Value::Null).await;
        assert_eq!(status, StatusCode::UNAUTHORIZED, "{path}");
        assert_eq!(headers["www-authenticate"], "Bearer");
        assert_eq!(told["code"], "sign-in");
    }
}

#[tokio::test]
async fn lists_come_in_parts_that_make_up_the_whole() {
    let house = house().await;
    let key = house.key(Role::Viewer, &["read"]).await;
    let (_, whole) = house.get(&key, "/api/v1/elements/action?limit=500").await;
    let (mut path, mut ids) = ("/api/v1/elements/action?limit=3".to_owned(), Vec::new());
    loop {
        let (status, part) = house.get(&key, &path).await;
        assert_eq!(status, StatusCode::OK);
        ids.extend(part["items"].as_array().unwrap().iter().map(|item| item["id"].clone()));
        let Some(next) = part["next"].as_str() else { break };
        path = format!("/api/v1/elements/action?limit=3&after={next}");
    }
    assert_eq!(ids.len() as u64, whole["count"].as_u64().unwrap());
    assert!(ids.len() > 3 && ids.iter().collect::<Vec<_>>().windows(2).all(|pair| pair[0] != pair[1]));
    let first = ids[0].as_str().unwrap();
    let (_, one) = house.get(&key, &format!("/api/v1/elements/action/{first}")).await;
    assert_eq!(one, whole["items"][0]);
    assert!(!one["fields"].as_object().unwrap().is_empty());
    assert_eq!(house.get(&key, "/api/v1/elements/action/none").await.0, StatusCode::NOT_FOUND);
    assert_eq!(house.get(&key, "/api/v1/elements/nonsense").await.0, StatusCode::NOT_FOUND);
}

#[tokio::test]
async fn path_tricks_are_refused_and_nothing_is_kept() {
    let house = house().await;
    let key = house.key(Role::Author, &["read", "edit"]).await;
    let tricks = [
        "../x.toml",
        "/etc/passwd",
        "C:\\sostac.toml",
        "sostac.toml\u{0}",
        "run.sh",
        "processes/../x.bpmn",
        ".git/config",
    ];
    for trick in tricks {
        let body = json!({ "files": [{ "path": trick, "text": "" }] });
        let (status, _, told) = house.ask(&key, "PUT", "/api/v1/texts", Some("\"1\""), body).await;
        assert_eq!((status, &told["code"]), (StatusCode::UNPROCESSABLE_ENTITY, &json!("path")), "{trick}");
        assert!(told["detail"].as_str().is_some_and(|text| !text.is_empty() && !text.contains('\0')));
    }
    assert_eq!(store::Revisions::head(&*house.store).await.unwrap(), 1);
}

#[tokio::test]
async fn texts_that_are_put_say_on_what_they_are_based() {
    let house = house().await;
    let key = house.key(Role::Author, &["read", "edit"]).await;
    let (_, mut set) = house.get(&key, "/api/v1/texts").await;
    set.as_object_mut().unwrap().remove("revision");
    let (status, _, told) = house.ask(&key, "PUT", "/api/v1/texts", None, set.clone()).await;
    assert_eq!((status, &told["code"]), (StatusCode::PRECONDITION_REQUIRED, &json!("no-base")));
    let (status, _, _) = house.ask(&key, "PUT", "/api/v1/texts", Some("\"9\""), set.clone()).await;
    assert_eq!(status, StatusCode::PRECONDITION_FAILED);
    let (status, _, told) = house.ask(&key, "PUT", "/api/v1/texts", Some("\"1\""), set.clone()).await;
    assert_eq!((status, &told["changed"]), (StatusCode::OK, &json!(false)));
    let files = set["files"].as_array_mut().unwrap();
    let text = files[0]["text"].as_str().unwrap().to_owned();
    files[0]["text"] = json!(format!("{text}\n# more\n"));
    let (status, headers, told) = house.ask(&key, "PUT", "/api/v1/texts", Some("\"1\""), set.clone()).await;
    assert_eq!((status, &told["revision"]), (StatusCode::OK, &json!(2)));
    assert_eq!(headers["etag"], "\"2\"");
    let (_, same) = house.get(&key, "/api/v1/revisions/2/texts").await;
    assert_eq!(same["files"], set["files"]);
    let (status, _, _) = house.ask(&key, "POST", "/api/v1/revisions/1/restore", None, Value::Null).await;
    assert_eq!(status, StatusCode::OK);
    let (_, list) = house.get(&key, "/api/v1/revisions?limit=2").await;
    assert_eq!((list["items"][0]["number"].as_u64(), list["next"].as_u64()), (Some(3), Some(2)));
}

#[tokio::test]
async fn texts_are_checked_without_being_saved() {
    let house = house().await;
    let key = house.key(Role::Viewer, &["read"]).await;
    let body = json!({ "files": [{ "path": "sostac.toml", "text": "[goal.trust\n" }] });
    let (status, _, told) = house.ask(&key, "POST", "/api/v1/check?code=tx01", None, body).await;
    assert_eq!(status, StatusCode::OK);
    assert_eq!(told["findings"][0]["code"], "TX01");
    let (_, now) = house.get(&key, "/api/v1/findings?severity=error&limit=1").await;
    assert_eq!((now["findings"].as_array().unwrap().len(), now["next"].as_u64()), (1, Some(1)));
    assert_eq!(now["summary"]["errors"], 3);
}

#[tokio::test]
async fn figures_are_brought_in_all_or_none() {
    let house = house().await;
    let key = house.key(Role::DataEntry, &["read", "measure"]).await;
    let row = |kpi: &str, value: f64| json!({ "kpi": kpi, "date": "2026-11-20", "value": value });
    let wrong = json!({ "source": "crm", "rows": [row("first_reply", 40.0), row("nothing", 1.0)] });
    let (status, _, told) = house.ask(&key, "POST", "/api/v1/measurements", None, wrong).await;
    assert_eq!((status, &told["place"]), (StatusCode::UNPROCESSABLE_ENTITY, &json!("/rows/1/kpi")));
    let good = json!({ "source": "crm", "rows": [row("first_reply", 40.0)] });
    let (status, _, told) = house.ask(&key, "POST", "/api/v1/measurements", None, good).await;
    assert_eq!(status, StatusCode::OK, "{told}");
    let (_, list) = house.get(&key, "/api/v1/kpis/first_reply/measurements?after=2026-11-19").await;
    assert_eq!((&list["items"][0]["file"], &list["items"][0]["value"]), (&json!("crm"), &json!(40.0)));
}
