//! What a role may, it can: every page opens for it, and everything that it may do is done and told of in the trail.

use crate::deeds::{Body, DEEDS, Deed, ELSEWHERE, Need};
use crate::{House, Paper};
use app::{Clock, Right, Role, Store, Workspace, may};
use axum::body::{Body as Sent, to_bytes};
use axum::http::header::LOCATION;
use axum::http::{Method, Request};
use locale::Lang;
use std::sync::Arc;
use store::{Approvals, Audit, EntryFilter, Hooks, Measurements, People, Reports, Revisions};
use store_sqlite::SqliteStore;
use web::{Access, Desk};

const GOALS: &str = r#"
[goal.a]
name = "A"

[goal.b]
name = "B"

[kpi.k]
name = "K"
kind = "checkpoint"
direction = "down"
targets = [{ date = 2026-11-20, value = 3 }]
correction = { what = "A second shift" }
"#;
const FIGURES: &str = "Date;k\n2026-03-31;5\n";
const MAP: &str = "[objective.low]\nname = \"Low\"\n[objective.high]\nname = \"High\"\n";

/// A department of two revisions without findings, one who asks (`me`), and another administrator.
async fn house(role: Role, deed: &Deed) -> (House, Arc<Workspace>) {
    let folder = tempfile::tempdir().unwrap();
    let store = match deed.1.ends_with("/backup") {
        true => SqliteStore::open(folder.path().join("reper.db")).await.unwrap(),
        false => SqliteStore::memory().await.unwrap(),
    };
    let store = Arc::new(store);
    let workspace = Arc::new(Workspace::new(Arc::clone(&store) as Arc<dyn Store>, Clock::default()));
    let desk =
        Desk::new(vec![(Lang::En, Arc::clone(&workspace))], Arc::new(Paper), Access::SignedIn).unwrap();
    let house = House { router: web::router(desk), store, _folder: folder };
    if deed.4 == Need::Password {
        let door =
            app::Door::new(Arc::clone(&house.store) as Arc<dyn Store>, Clock::default(), Default::default());
        let password = Some("correct horse battery".to_owned());
        let me = app::NewUser {
            login: "me".into(),
            name: "Me".into(),
            email: String::new(),
            role,
            person: None,
            password,
        };
        door.add(&app::Act::default(), me).await.unwrap();
        house.session("me", 3_600).await;
    } else {
        house.user("me", role).await;
    }
    house.user("root", Role::Administrator).await;
    let off = department::rules::all().map(|rule| rule.code).filter(|code| !code.starts_with("TX"));
    let off: String = off.map(|code| format!("{code} = \"off\"\n")).collect();
    let mut files: department::Files = department::FILES.iter().map(|path| (*path, "")).collect();
    files.put("department.toml", format!("[about]\nname = \"SMM\"\n[rules]\n{off}"));
    files.put("scorecard.toml", MAP);
    files.put("studies.toml", "[study.s]\nname = \"S\"\n");
    for sostac in [format!("{GOALS}# first\n"), GOALS.to_owned()] {
        files.put("sostac.toml", sostac);
        workspace.replace(&app::Act::default(), &files, "").await.unwrap();
    }
    (house, workspace)
}

impl House {
    /// Sends a deed as somebody: its status, where it leads, and its text.
    async fn act(
        &self,
        who: &str,
        method: &str,
        path: &str,
        body: &str,
        kind: &str,
    ) -> (u16, String, String) {
        let request = Request::builder()
            .method(Method::from_bytes(method.as_bytes()).unwrap())
            .uri(path)
            .header("host", "reper.test")
            .header("cookie", format!("reper_session=cookie-{who}; lang=en"))
            .header("sec-fetch-site", "same-origin")
            .header("x-csrf", "token")
            .header("if-match", "*")
            .header("content-type", kind);
        let answer = tower::ServiceExt::oneshot(
            self.router.clone(),
            request.body(Sent::from(body.to_owned())).unwrap(),
        );
        let answer = answer.await.unwrap();
        let to = answer.headers().get(LOCATION).map(|to| to.to_str().unwrap().to_owned()).unwrap_or_default();
        let status = answer.status().as_u16();
        let text = to_bytes(answer.into_body(), usize::MAX).await.unwrap();
        (status, to, String::from_utf8_lossy(&text).into_owned())
    }

    async fn form(&self, who: &str, path: &str, form: &str) -> String {
        let (status, to, text) = self.act(who, "POST", path, form, "application/x-www-form-urlencoded").await;
        assert!(status < 400, "{path}: {status} {text}");
        to
    }

    /// A figure of the KPI `k`.
    async fn figure(&self) {
        let batch = vec![control::Measurement {
            kpi: "k".into(),
            date: jiff::civil::date(2026, 11, 20),
            value: 4.0,
            origin: control::Origin::default(),
            imported: "2026-11-21T09:00:00Z".into(),
            kept: control::Kept::default(),
        }];
        self.store.import(&batch).await.unwrap();
    }

    async fn entries(&self) -> usize {
        self.store.entries(&EntryFilter::default()).await.unwrap().len()
    }

    /// Brings about what a deed needs, by whoever may; the word by which the deed knows it.
    async fn prepare(&self, need: Need, role: Role, workspace: &Workspace, form: bool) -> String {
        let propose = "revision=2&note=So";
        match need {
            Need::Nothing | Need::NoProposal | Need::Password => String::new(),
            Need::Proposal | Need::OwnProposal => {
                let who = if need == Need::OwnProposal && may(role, Right::Propose) { "me" } else { "root" };
                self.form(who, "/approval/propose", propose).await;
                self.store.proposals().await.unwrap()[0].id.to_string()
            }
            Need::Comment => {
                self.form("root", "/comments", "element=goal.a&revision=2&text=Hm&back=/").await;
                "1".to_owned()
            }
            Need::Key => {
                self.form("me", "/keys", "name=old&scope=read").await;
                self.store.keys().await.unwrap()[0].id.clone()
            }
            Need::Hook => {
                self.form("root", "/hooks", "url=https%3A%2F%2Fexample.org%2F&event=approval").await;
                self.store.hooks().await.unwrap()[0].id.to_string()
            }
            Need::User => {
                self.user("other", Role::Viewer).await;
                "other".to_owned()
            }
            Need::Link => {
                self.form("root", "/users/invite", "login=third&role=viewer").await;
                self.store.links(&Clock::default().instant()).await.unwrap()[0].hash.clone()
            }
            Need::Session => {
                let mut second =
                    self.store.sessions("me", &Clock::default().instant()).await.unwrap().remove(0);
                second.hash = app::hashed("second");
                self.store.open_session(&second).await.unwrap();
                second.hash
            }
            Need::Upload => self.upload("me", "/import", "id;name\nx;X\n").await.1,
            Need::Known => {
                self.figure().await;
                String::new()
            }
            Need::Miss => {
                self.figure().await;
                String::new()
            }
            Need::Run | Need::Ready => {
                self.figure().await;
                let to = self.form("root", "/corrections", "kpi=k").await;
                if need == Need::Ready {
                    self.form("root", &format!("{to}/task/0"), "text=done").await;
                }
                to.trim_start_matches("/corrections/").to_owned()
            }
            Need::Report => {
                let to = self.form("root", "/control/reports", "on=2026-10-31&lang=en").await;
                to.trim_start_matches("/control/reports/").to_owned()
            }
            Need::Figures => self.upload("me", "/measurements/import", FIGURES).await.1,
            Need::Named => {
                let url = "https://nowhere.invalid/a.csv".to_owned();
                let import = app::figures::NamedImport { url, ..Default::default() };
                let (store, act) = (&*self.store, app::Act::default());
                app::figures::keep_import(store, store, &act, "a", &import).await.unwrap();
                "a".to_owned()
            }
            Need::Data => self.upload("root", "/data", "x,y\n1,2\n2,5\n3,6\n").await.1,
            Need::Study => {
                self.upload("root", "/data", "x,y\n1,2\n2,5\n3,6\n").await;
                let mut files = (*workspace.view().await.unwrap().files).clone();
                files.put(
                    "studies.toml",
                    "[study.s]\nname = \"S\"\ndata = \"a.csv\"\nmethod = \"describe\"\n",
                );
                workspace.replace(&app::Act::default(), &files, "").await.unwrap();
                "s".to_owned()
            }
            Need::Typo => {
                let mut files = (*workspace.view().await.unwrap().files).clone();
                files.put("sostac.toml", GOALS.replace("\"down\"", "\"dwon\""));
                workspace.replace(&app::Act::default(), &files, "").await.unwrap();
                let view = workspace.view().await.unwrap();
                let found = view.findings.iter().find(|finding| finding.fix.is_some()).unwrap();
                let at = view.department().sources.start(found.place);
                match form {
                    true => format!("code={}&start={}", found.code, found.place.span.start),
                    false => format!(r#""code":"{}","line":{},"column":{}"#, found.code, at.line, at.column),
                }
            }
        }
    }

    async fn upload(&self, who: &str, path: &str, rows: &str) -> (u16, String, String) {
        let body = format!(
            "--x\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a.csv\"\r\n\r\n{rows}\r\n--x--\r\n"
        );
        self.act(who, "POST", path, &body, "multipart/form-data; boundary=x").await
    }
}

#[test]
fn every_route_that_changes_something_has_its_deed() {
    for route in web::table() {
        let known = DEEDS.iter().any(|deed| route.method == deed.0 && route.path == deed.1);
        let read = route.method == Method::GET || route.right == Right::Anyone;
        assert!(known || read || ELSEWHERE.contains(&route.path), "{} {}", route.method, route.path);
    }
}

#[tokio::test]
async fn what_a_role_may_do_is_done_and_told_of() {
    let (routes, mut wrong) = (web::table(), Vec::new());
    for deed @ (method, route, path, body, need, told) in DEEDS {
        let found = routes.iter().find(|known| known.method == *method && known.path == *route).unwrap();
        for role in Role::ALL.into_iter().filter(|role| may(*role, found.right)) {
            let (house, workspace) = house(role, deed).await;
            let form = matches!(body, Body::Form(_));
            let word = house.prepare(*need, role, &workspace, form).await;
            let head = Revisions::head(&*house.store).await.unwrap().to_string();
            let fill = |text: &str| text.replace('#', &head).replace('@', &word);
            let before = house.entries().await;
            let path = fill(path);
            let (status, to, text) = match body {
                Body::Form(form) => {
                    house.act("me", method, &path, &fill(form), "application/x-www-form-urlencoded").await
                }
                Body::Json(json) if json.starts_with('#') => {
                    house.act("me", method, &path, json, "text/plain").await
                }
                Body::Json(json) => house.act("me", method, &path, &fill(json), "application/json").await,
                Body::File(rows) => house.upload("me", &path, rows).await,
            };
            let done = (200..400).contains(&status) && !to.starts_with("/sign-in?back");
            if !done || (house.entries().await > before) != *told {
                wrong.push(format!(
                    "{method} {path} as {}, told {told}: {status} {to} {text:.300}",
                    role.word()
                ));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[tokio::test]
async fn every_page_opens_for_who_may_read_it() {
    for role in Role::ALL {
        let (house, _) = house(role, &DEEDS[0]).await;
        house.figure().await;
        house.form("root", "/corrections", "kpi=k").await;
        house.form("root", "/control/reports", "on=2026-10-31&lang=en").await;
        let file = [("control.2026-10-31.en.html".to_owned(), b"<p>So</p>".to_vec())];
        assert!(house.store.end_report(1, "2026-11-24T09:00:00Z", 1, "", &file).await.unwrap());
        house.form("root", "/approval/propose", "revision=2&note=So").await;
        house.form("root", "/comments", "element=goal.a&revision=2&text=Hm&back=/").await;
        house.form("root", "/hooks", "url=https%3A%2F%2Fexample.org%2F&event=approval").await;
        let upload = if may(role, Right::Edit) {
            house.upload("me", "/import", "id;name\nx;X\n").await.1
        } else {
            String::new()
        };
        let figures = match may(role, Right::Measure) {
            true => house.upload("me", "/measurements/import", FIGURES).await.1,
            false => String::new(),
        };
        let readable = |route: &web::Route| route.method == Method::GET && may(role, route.right);
        for route in web::table().iter().filter(|route| readable(route) && route.right != Right::Anyone) {
            let path = match route.path {
                "/import/{token}" => upload.clone(),
                "/measurements/import/{token}" => figures.clone(),
                "/findings/{code}" => "/findings/CO03".to_owned(),
                "/export/{name}" => "/export/goal.en.csv".to_owned(),
                "/users/{login}" => "/users/root".to_owned(),
                "/kpis/{id}" => "/kpis/k".to_owned(),
                "/studies/{id}" => "/studies/s".to_owned(),
                "/new/{table}" | "/choices/{table}" => route.path.replace("{table}", "goal"),
                "/edit/{table}/{id}" | "/comments/{table}/{id}" => {
                    route.path.replace("{table}/{id}", "goal/a")
                }
                "/kpis/{id}/since" => "/kpis/k/since?day=2026-11-20".to_owned(),
                "/kpis/{id}/{day}" => "/kpis/k/2026-11-20".to_owned(),
                path if path.contains("/kpis/{id}/") => path.replace("{id}", "k"),
                path if path.contains("{kind}") => path.replace("{kind}", "goal").replace("{id}", "a"),
                "/api/v1/search" => "/api/v1/search?q=a".to_owned(),
                "/api/v1/reports/{id}/{name}" => "/api/v1/reports/1/control.2026-10-31.en.html".to_owned(),
                "/control/reports/{id}/{name}" => "/control/reports/1/control.2026-10-31.en.html".to_owned(),
                "/control/report/{name}" => "/control/report/control.en.html".to_owned(),
                path if path.contains("/documents/") => path.replace("{name}", "sostac.en.html"),
                path => path
                    .replace("{table}", "about")
                    .replace("{*name}", "sostac.toml")
                    .replace("{*path}", "sostac.toml")
                    .replace("{file}", "sostac.toml")
                    .replace("{number}", "1")
                    .replace("{id}", "1"),
            };
            let (status, to, text) = house.act("me", "GET", &path, "", "").await;
            let said = format!("{path} as {}: {status} {to} {text}", role.word());
            assert!((200..400).contains(&status) && !to.starts_with("/sign-in"), "{said}");
        }
    }
}
