//! Approval, comments and the audit trail, asked for by people of several roles.
#![allow(clippy::unwrap_used)] // A helper of a test may stop it.

use app::{Act, Clock, Printer, Role, Saved, User, Workspace, hashed};
use axum::Router;
use axum::body::{Body, to_bytes};
use axum::http::{Request, StatusCode};
use department::Files;
use locale::Lang;
use std::sync::Arc;
use store::{People as _, Session};
use store_sqlite::SqliteStore;
use tower::ServiceExt;
use web::Access;

struct Paper;

impl Printer for Paper {
    fn pdf(&self, document: &report::Document) -> anyhow::Result<Vec<u8>> {
        Ok(format!("%PDF {} {}", document.revision, document.draft).into_bytes())
    }
}

const TEXT: &str = "[about]\nname = \"SMM\"\n[person.peter]\nname = \"Peter\"\n[person.robert]\nname = \"Robert\"\n\
                    [approval.first]\npeople = [\"peter\"]\n[approval.last]\npeople = [\"robert\"]\n";

struct Desk {
    router: Router,
    workspace: Arc<Workspace>,
}

/// A department with two stages, and a session for each of its users.
async fn desk() -> Desk {
    let store = SqliteStore::memory().await.unwrap();
    let users = [
        ("anna", Role::Strategist, None),
        ("peter", Role::Approver, Some("peter")),
        ("boss", Role::Approver, Some("robert")),
        ("root", Role::Administrator, None),
        ("reader", Role::Viewer, None),
    ];
    for (login, role, person) in users {
        let user = User {
            login: login.to_owned(),
            name: login.to_owned(),
            email: String::new(),
            role,
            person: person.map(str::to_owned),
            password: None,
            totp: None,
            subject: None,
            active: true,
            created: "2026-01-01T00:00:00Z".to_owned(),
        };
        store.add_user(&user).await.unwrap();
        let session = Session {
            hash: hashed(login),
            login: login.to_owned(),
            csrf: "token".to_owned(),
            opened: "2026-01-01T00:00:00Z".to_owned(),
            expires: "2999-01-01T00:00:00Z".to_owned(),
        };
        store.open_session(&session).await.unwrap();
    }
    let clock = Clock::fixed(jiff::civil::date(2026, 11, 23));
    let workspace = Arc::new(Workspace::new(Arc::new(store), clock));
    let shown = vec![(Lang::En, Arc::clone(&workspace))];
    let router = web::router(web::Desk::new(shown, Arc::new(Paper), Access::SignedIn).unwrap());
    let desk = Desk { router, workspace };
    desk.save(TEXT).await;
    desk
}

impl Desk {
    async fn save(&self, text: &str) -> u64 {
        let off = department::rules::all().map(|rule| rule.code);
        let off = off.filter(|code| *code != "CS08" && !code.starts_with("TX"));
        let weights: String = off.map(|code| format!("{code} = \"off\"\n")).collect();
        let mut files: Files = department::FILES.iter().map(|path| (*path, "")).collect();
        files.put("department.toml", format!("{text}[rules]\n{weights}"));
        match self.workspace.replace(&Act::default(), &files, "").await.unwrap() {
            Saved::Kept(view) => view.revision,
            other => panic!("{other:?}"),
        }
    }

    async fn get(&self, who: &str, path: &str) -> (StatusCode, String) {
        self.ask(Request::get(path).header("cookie", format!("lang=en; reper_session={who}")), "").await
    }

    async fn post(&self, who: &str, path: &str, form: &str) -> StatusCode {
        let request = Request::post(path)
            .header("cookie", format!("lang=en; reper_session={who}"))
            .header("content-type", "application/x-www-form-urlencoded");
        self.ask(request, &format!("csrf=token&{form}")).await.0
    }

    async fn ask(&self, request: axum::http::request::Builder, body: &str) -> (StatusCode, String) {
        let request = request.body(Body::from(body.to_owned())).unwrap();
        let response = self.router.clone().oneshot(request).await.unwrap();
        let status = response.status();
        let body = to_bytes(response.into_body(), usize::MAX).await.unwrap();
        (status, String::from_utf8_lossy(&body).into_owned())
    }
}

const SEE: StatusCode = StatusCode::SEE_OTHER;
const NO: StatusCode = StatusCode::FORBIDDEN;
const UNFIT: StatusCode = StatusCode::UNPROCESSABLE_ENTITY;

#[tokio::test]
async fn from_a_draft_to_the_printed_revision() {
    let desk = desk().await;
    let (_, html) = desk.get("anna", "/approval").await;
    assert!(html.contains("draft 1 · nothing approved") && html.contains("href=\"/approval/propose\""));
    assert!(!desk.get("reader", "/approval").await.1.contains("/approval/propose"));
    let (_, html) = desk.get("anna", "/approval/propose").await;
    assert!(html.contains("name=\"one.CS08.person.peter\"") && html.contains("name=\"all.CS08\""));
    assert_eq!(desk.post("anna", "/approval/propose", "revision=1&one.CS08.person.peter=So").await, UNFIT);
    assert_eq!(desk.post("peter", "/approval/propose", "revision=1&all.CS08=So").await, NO);
    assert_eq!(desk.post("anna", "/approval/propose", "revision=1&all.CS08=So+it+is").await, SEE);
    let (_, html) = desk.get("peter", "/").await;
    assert!(html.contains("Waiting for your decision"));
    assert!(!desk.get("boss", "/").await.1.contains("Waiting for your decision"));
    let (_, html) = desk.get("peter", "/approval").await;
    assert!(html.contains("/approval/1/agree") && html.contains("So it is"));
    assert_eq!(desk.post("boss", "/approval/1/agree", "note=").await, UNFIT, "it is not his stage yet");
    assert_eq!(desk.post("anna", "/approval/1/agree", "note=").await, NO);
    assert_eq!(desk.post("peter", "/approval/1/return", "note=").await, UNFIT, "a return says why");
    assert_eq!(desk.post("peter", "/approval/1/agree", "note=Well").await, SEE);
    assert_eq!(desk.post("boss", "/approval/1/agree", "note=").await, SEE);
    desk.save(&format!("{TEXT}# later\n")).await;
    let (_, html) = desk.get("reader", "/documents").await;
    assert!(html.contains("draft 2 · approved 1") && html.contains("sostac.en.pdf?revision=1"));
    let normative = desk.get("reader", "/documents/sostac.en.pdf?revision=normative").await.1;
    assert!(normative.contains("revision 1") && normative.ends_with("false"), "{normative}");
    assert!(desk.get("reader", "/documents/sostac.en.pdf").await.1.ends_with("true"));
    let (_, html) = desk.get("reader", "/documents/sostac.en.html?revision=1").await;
    assert!(html.contains("sheet-approval") && html.contains("So it is") && html.contains("Well"));
    assert_eq!(desk.get("reader", "/documents/sostac.en.pdf?revision=9").await.0, StatusCode::NOT_FOUND);
    assert_eq!(desk.get("reader", "/documents/sostac.en.pdf?revision=x").await.0, StatusCode::BAD_REQUEST);
}

#[tokio::test]
async fn errors_are_listed_instead_of_the_form() {
    let desk = desk().await;
    desk.save(&format!("{TEXT}[person.x]\nnaem = \"x\"\n")).await;
    let (_, html) = desk.get("anna", "/approval/propose").await;
    assert!(html.contains("TX03") || html.contains("naem"));
    assert!(!html.contains("action=\"/approval/propose\""));
}

#[tokio::test]
async fn comments_stand_beside_their_element_until_they_are_settled() {
    let desk = desk().await;
    let said = "element=person.peter&revision=1&text=%3Cscript%3Ehm%3C%2Fscript%3E&back=%2Fpeople";
    assert_eq!(desk.post("reader", "/comments", said).await, NO);
    assert_eq!(desk.post("peter", "/comments", said).await, SEE);
    assert_eq!(desk.post("peter", "/comments", "element=goal.none&revision=1&text=x").await, UNFIT);
    for page in ["/people", "/approval", "/edit/person/peter", "/comments/person/peter"] {
        let (status, html) = desk.get("anna", page).await;
        assert_eq!(status, StatusCode::OK, "{page}");
        assert!(
            html.contains("data-subject=\"person.peter\"") && html.contains("&#60;script&#62;hm"),
            "{page}"
        );
        assert!(!html.contains("<script>hm"), "{page}");
    }
    assert_eq!(desk.post("anna", "/comments/1/settle", "back=%2Fapproval").await, SEE);
    assert_eq!(desk.post("anna", "/comments/1/settle", "").await, UNFIT);
    assert!(!desk.get("anna", "/people").await.1.contains("&#60;script&#62;hm"));
    assert!(desk.get("anna", "/approval").await.1.contains("<details>"), "what is settled folds");
}

#[tokio::test]
async fn the_trail_is_the_administrators_and_tells_of_its_own_export() {
    let desk = desk().await;
    for (path, who) in [("/audit", "anna"), ("/audit.csv", "peter"), ("/audit", "reader")] {
        assert_eq!(desk.get(who, path).await.0, NO, "{who} {path}");
    }
    desk.get("reader", "/documents/sostac.en.html").await;
    let (_, csv) = desk.get("root", "/audit.csv").await;
    assert!(csv.starts_with('\u{feff}') && csv.contains("sostac.en.html"), "{csv}");
    let (_, html) = desk.get("root", "/audit?what=export&by=root").await;
    assert!(html.contains("audit.csv") && !html.contains("sostac.en.html"));
    assert!(desk.get("root", "/audit?from=2999-01-01").await.1.contains("Nothing is found"));
    assert_eq!(desk.get("root", "/audit?before=x").await.0, StatusCode::BAD_REQUEST);
}
