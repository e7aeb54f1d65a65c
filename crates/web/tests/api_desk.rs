//! What administrators and writers do by the API: the same rules as on the pages.
#![allow(clippy::unwrap_used)] // A helper of a test may stop it.

use app::{Act, Clock, Printer, Role, Store, User, Workspace};
use axum::Router;
use axum::body::{Body, Bytes, to_bytes};
use axum::http::{Request, StatusCode};
use locale::Lang;
use serde_json::{Value, json};
use std::sync::Arc;
use store::{Backup, People};
use store_sqlite::SqliteStore;
use tower::ServiceExt;
use web::{Access, Desk};

struct Paper;

impl Printer for Paper {
    fn pdf(&self, _: &report::Document) -> anyhow::Result<Vec<u8>> {
        Ok(b"%PDF".to_vec())
    }
}

struct House {
    router: Router,
    store: Arc<SqliteStore>,
    workspace: Arc<Workspace>,
    _folder: tempfile::TempDir,
}

impl House {
    async fn new() -> Self {
        let folder = tempfile::tempdir().unwrap();
        let store = Arc::new(SqliteStore::open(folder.path().join("reper.db")).await.unwrap());
        let clock = Clock::fixed(jiff::civil::date(2026, 11, 23));
        app::init_demo(folder.path(), Lang::En, &*store, clock).await.unwrap();
        app::adopt(folder.path(), &*store, &Act::default()).await.unwrap();
        let workspace = Arc::new(Workspace::new(Arc::clone(&store) as Arc<dyn Store>, clock));
        let shown = vec![(Lang::En, Arc::clone(&workspace))];
        let desk = Desk::new(shown, Arc::new(Paper), Access::SignedIn).unwrap();
        House { router: web::router(desk), store, workspace, _folder: folder }
    }

    /// A key of a new user of a role, with these scopes.
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
        self.store.add_user(&user).await.unwrap();
        let scopes = scopes.iter().map(|scope| (*scope).to_owned()).collect();
        let new = app::keys::NewKey { name: "test".to_owned(), scopes, days: None };
        let act = Act { by: login.clone(), at: "2026-11-23T00:00:00Z".to_owned(), from: String::new() };
        let may = |right| app::may(role, right);
        app::keys::make(&*self.store, Clock::default(), &act, &login, may, new).await.unwrap().0
    }

    async fn bytes(&self, key: &str, method: &str, path: &str, body: Value) -> (StatusCode, Bytes) {
        let request = Request::builder()
            .method(method)
            .uri(path)
            .header("host", "reper.test")
            .header("accept-language", "en")
            .header("authorization", format!("Bearer {key}"))
            .header("content-type", "application/json");
        let body = if body.is_null() { Body::empty() } else { Body::from(body.to_string()) };
        let answer = self.router.clone().oneshot(request.body(body).unwrap()).await.unwrap();
        (answer.status(), to_bytes(answer.into_body(), usize::MAX).await.unwrap())
    }

    async fn ask(&self, key: &str, method: &str, path: &str, body: Value) -> (u16, Value) {
        let (status, bytes) = self.bytes(key, method, path, body).await;
        (status.as_u16(), serde_json::from_slice(&bytes).unwrap_or(Value::Null))
    }
}

#[tokio::test]
async fn users_are_held_to_the_rules_of_the_pages() {
    let house = House::new().await;
    let key = house.key(Role::Administrator, &["administer"]).await;
    let new = |login: &str, name: &str, email: &str, person: &str| json!({ "login": login, "name": name, "email": email, "role": "viewer", "person": person });
    for (wrong, status, code) in [
        (new("a", "Anna", "", ""), 422, "misfit"),
        (new("<b>", "Anna", "", ""), 422, "misfit"),
        (new("anna", "An\nna", "", ""), 422, "misfit"),
        (new("anna", "Anna", "nowhere", ""), 422, "misfit"),
        (new("anna", "Anna", "", "nobody_of_the_texts"), 422, "misfit"),
        (new("administrator-administer", "Anna", "", ""), 409, "exists"),
    ] {
        let (got, told) = house.ask(&key, "POST", "/api/v1/users", wrong.clone()).await;
        assert_eq!((got, &told["code"]), (status, &json!(code)), "{wrong}");
    }
    let (status, made) =
        house.ask(&key, "POST", "/api/v1/users", new("Anna", "Anna", "A@example.com", "")).await;
    assert_eq!((status, &made["login"], &made["email"]), (201, &json!("anna"), &json!("a@example.com")));
    for (path, change, status, code) in [
        ("administrator-administer", json!({ "role": "viewer" }), 409, "last-administrator"),
        ("administrator-administer", json!({ "active": false }), 409, "last-administrator"),
        ("anna", json!({ "name": "" }), 422, "misfit"),
        ("anna", json!({ "person": "nobody_of_the_texts" }), 422, "misfit"),
        ("nobody", json!({ "name": "N" }), 404, "not-found"),
    ] {
        let (got, told) = house.ask(&key, "PATCH", &format!("/api/v1/users/{path}"), change.clone()).await;
        assert_eq!((got, &told["code"]), (status, &json!(code)), "{path} {change}");
    }
    let (status, told) = house.ask(&key, "PATCH", "/api/v1/users/anna", json!({ "role": "author" })).await;
    assert_eq!((status, &told["role"], &told["email"]), (200, &json!("author"), &json!("a@example.com")));
}

#[tokio::test]
async fn people_are_invited_and_links_are_taken_back() {
    let house = House::new().await;
    let key = house.key(Role::Administrator, &["administer"]).await;
    let order = json!({ "login": "boris", "role": "author" });
    let (status, made) = house.ask(&key, "POST", "/api/v1/invitations", order).await;
    let link = made["link"].as_str().unwrap();
    assert!(status == 201 && link.starts_with("http://reper.test/join/"), "{made}");
    let (_, all) = house.ask(&key, "GET", "/api/v1/invitations", Value::Null).await;
    assert_eq!(
        (&all[0]["login"], &all[0]["kind"], &all[0]["role"]),
        (&json!("boris"), &json!("invite"), &json!("author"))
    );
    let secret = link.rsplit('/').next().unwrap();
    assert!(!all.to_string().contains(secret), "the secret is told once");
    let end = format!("/api/v1/invitations/{}", all[0]["id"].as_str().unwrap());
    assert_eq!(house.ask(&key, "DELETE", &end, Value::Null).await.0, 204);
    assert_eq!(house.ask(&key, "DELETE", &end, Value::Null).await.0, 404);
    assert_eq!(house.bytes("", "GET", &format!("/join/{secret}"), Value::Null).await.0, StatusCode::GONE);
    let reset = "/api/v1/users/administrator-administer/password-link";
    assert_eq!(house.ask(&key, "POST", reset, Value::Null).await.0, 201);
    assert_eq!(house.ask(&key, "POST", "/api/v1/users/nobody/password-link", Value::Null).await.0, 404);
}

#[tokio::test]
async fn everything_is_searched_and_a_finding_is_mended_once() {
    let house = House::new().await;
    let key = house.key(Role::Author, &["read", "edit"]).await;
    let (status, found) = house.ask(&key, "GET", "/api/v1/search?q=reply&limit=3", Value::Null).await;
    let items = found.as_array().unwrap();
    assert!(
        status == 200
            && (1..=3).contains(&items.len())
            && items.iter().all(|one| one["page"].as_str().unwrap().starts_with('/'))
    );
    assert_eq!(house.ask(&key, "GET", "/api/v1/search", Value::Null).await.0, 400);

    let (_, now) = house.ask(&key, "GET", "/api/v1/findings?limit=500", Value::Null).await;
    assert!(now["findings"].as_array().unwrap().iter().all(|one| one["fix"].is_null()));
    let mut texts = (*house.workspace.view().await.unwrap().files).clone();
    let text = String::from_utf8(texts.get("sostac.toml").unwrap().to_vec()).unwrap();
    texts.put("sostac.toml", text.replacen("direction = \"down\"", "direction = \"dwon\"", 1));
    house.workspace.replace(&Act::default(), &texts, "").await.unwrap();
    let (_, now) = house.ask(&key, "GET", "/api/v1/findings?limit=500", Value::Null).await;
    let offered = now["findings"].as_array().unwrap().iter().find(|one| !one["fix"].is_null());
    let one = offered.unwrap();
    let order = |revision: u64| json!({ "revision": revision, "code": one["code"], "file": one["file"], "line": one["line"], "column": one["column"] });
    let (status, told) = house.ask(&key, "POST", "/api/v1/findings/mend", order(2)).await;
    assert_eq!((status, &told["revision"], &told["changed"]), (200, &json!(3), &json!(true)), "{told}");
    let (_, now) = house
        .ask(&key, "GET", &format!("/api/v1/findings?code={}", one["code"].as_str().unwrap()), Value::Null)
        .await;
    assert!(!now["findings"].as_array().unwrap().contains(one));
    for stale in [2, 3] {
        let (status, told) = house.ask(&key, "POST", "/api/v1/findings/mend", order(stale)).await;
        assert_eq!((status, &told["code"]), (409, &json!("gone")));
    }
}

#[tokio::test]
async fn nothing_is_said_of_no_revision() {
    let house = House::new().await;
    let key = house.key(Role::Administrator, &["comment", "propose"]).await;
    for revision in [0, 99] {
        let said = json!({ "text": "Well", "revision": revision });
        assert_eq!(house.ask(&key, "POST", "/api/v1/comments", said).await.0, 404, "{revision}");
        let (status, told) =
            house.ask(&key, "POST", "/api/v1/proposals", json!({ "revision": revision })).await;
        assert!((400..500).contains(&status), "{revision}: {status} {told}");
    }
}

#[tokio::test]
async fn a_backup_is_whole_and_the_administrators() {
    let house = House::new().await;
    let key = house.key(Role::Administrator, &["administer"]).await;
    let (status, bytes) = house.bytes(&key, "POST", "/api/v1/backup", Value::Null).await;
    assert_eq!(status, StatusCode::OK);
    let folder = tempfile::tempdir().unwrap();
    std::fs::write(folder.path().join("copy"), &bytes).unwrap();
    let copy = SqliteStore::open_existing(folder.path().join("copy")).await.unwrap();
    let (held, ours) = (copy.prove().await.unwrap(), house.store.prove().await.unwrap());
    assert_eq!(held, ours);
    assert!(held.users == 1 && held.measurements > 0);
}

#[tokio::test]
async fn none_of_it_is_done_without_its_scope() {
    let house = House::new().await;
    let reads = house.key(Role::Administrator, &["read"]).await;
    let manages = house.key(Role::Administrator, &["administer"]).await;
    for (method, path) in [
        ("POST", "/api/v1/backup"),
        ("GET", "/api/v1/invitations"),
        ("POST", "/api/v1/invitations"),
        ("DELETE", "/api/v1/invitations/x"),
        ("POST", "/api/v1/users/anna/password-link"),
        ("POST", "/api/v1/findings/mend"),
    ] {
        assert_eq!(house.ask(&reads, method, path, json!({})).await.0, 403, "{method} {path}");
    }
    assert_eq!(house.ask(&manages, "GET", "/api/v1/search?q=a", Value::Null).await.0, 403);
    assert_eq!(house.ask(&manages, "POST", "/api/v1/findings/mend", json!({})).await.0, 403);
}

#[tokio::test]
async fn control_is_asked_for_tried_and_reported() {
    let house = House::new().await;
    house.workspace.judge().await.unwrap();
    house.workspace.arm().await.unwrap();
    let key = house.key(Role::Strategist, &["read", "comment", "propose"]).await;
    let (status, card) = house.ask(&key, "GET", "/api/v1/scorecard", Value::Null).await;
    assert_eq!((status, card["perspectives"].as_array().map(Vec::len)), (200, Some(4)), "{card}");
    assert!(card["whole"]["come"].as_f64().is_some_and(|come| (0.0..=1.0).contains(&come)), "{card}");
    let (_, evidence) = house.ask(&key, "GET", "/api/v1/evidence", Value::Null).await;
    assert!(evidence.as_array().is_some_and(|all| all.iter().any(|one| one["verdict"] == "unproven")));
    let (_, forecasts) = house.ask(&key, "GET", "/api/v1/forecasts", Value::Null).await;
    let settled = |all: &Value| {
        let mut all = all.as_array().unwrap().iter();
        all.find(|one| one["kpi"] == "settled_online").unwrap()["probability"].as_f64().unwrap()
    };
    let now = settled(&forecasts);

    let lower = json!({ "elements": { "kpi.settled_online": { "targets": [{ "date": "2027-06-30", "value": 46 }] },
        "scorecard": { "finance": 90 } } });
    let (status, tried) = house.ask(&key, "POST", "/api/v1/what-if", lower).await;
    assert_eq!(status, 200, "{tried}");
    let then = tried["then"]["probabilities"]["settled_online"].as_f64().unwrap();
    assert!(then > now && tried["now"]["probabilities"]["settled_online"] == now, "{tried}");
    assert!(tried["come"].as_array().unwrap().iter().any(|one| one["code"] == "SC11"), "{tried}");
    assert_eq!(house.workspace.view().await.unwrap().revision, 1, "nothing is kept");
    let wrong = json!({ "elements": { "kpi.settled_online": { "targets": "soon" } } });
    assert_eq!(house.ask(&key, "POST", "/api/v1/what-if", wrong).await.0, 422);

    let (_, runs) = house.ask(&key, "GET", "/api/v1/corrections", Value::Null).await;
    let open = runs.as_array().unwrap().iter().find(|run| run["state"] != "done").expect("one runs");
    let steps = format!("/api/v1/corrections/{}/steps", open["id"]);
    let task = json!({ "step": "task", "text": "Call", "due": "2026-12-01" });
    let (status, run) = house.ask(&key, "POST", &steps, task).await;
    assert_eq!(status, 200, "{run}");
    assert_eq!(run["tasks"].as_array().unwrap().last().unwrap()["due"], "2026-12-01");
    assert_eq!(house.ask(&key, "POST", &steps, json!({ "step": "done", "text": "" })).await.0, 422);
    let (status, _) = house.ask(&key, "GET", "/api/v1/corrections/999", Value::Null).await;
    assert_eq!(status, 404);

    let order = json!({ "on": "2026-10-31", "langs": ["en"] });
    let (status, asked) = house.ask(&key, "POST", "/api/v1/reports", order).await;
    assert_eq!((status, &asked["done"]), (202, &Value::Null), "{asked}");
    struct All;
    impl Printer for All {
        fn pdf(&self, _: &report::Document) -> anyhow::Result<Vec<u8>> {
            Ok(b"%PDF".to_vec())
        }
        fn docx(&self, document: &report::Document) -> anyhow::Result<Vec<u8>> {
            self.pdf(document)
        }
    }
    let printer: Arc<dyn Printer> = Arc::new(All);
    house.workspace.make_reports(&printer).await.unwrap();
    let (_, made) = house.ask(&key, "GET", "/api/v1/reports/1", Value::Null).await;
    assert_eq!(made["files"].as_array().map(Vec::len), Some(4), "{made}");
    let page = made["files"]
        .as_array()
        .unwrap()
        .iter()
        .find(|file| file["name"].as_str().unwrap().ends_with("html"));
    let (status, page) = house.bytes(&key, "GET", page.unwrap()["href"].as_str().unwrap(), Value::Null).await;
    assert!(status == StatusCode::OK && String::from_utf8_lossy(&page).contains("31 Oct 2026"));
    let (status, _) = house.ask(&key, "POST", "/api/v1/reports", json!({ "langs": ["de"] })).await;
    assert_eq!(status, 422);
}
