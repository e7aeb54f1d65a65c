//! Every page, in both languages, over a real folder.
#![allow(clippy::unwrap_used)] // A helper of a test may stop it.

use app::{Act, Clock, Printer, Workspace};
use axum::Router;
use axum::body::{Body, to_bytes};
use axum::http::header::{
    CONTENT_DISPOSITION, CONTENT_SECURITY_POLICY, ETAG, IF_NONE_MATCH, LOCATION, SET_COOKIE,
};
use axum::http::{HeaderMap, Request, StatusCode};
use department::edit::{Change, Subject};
use locale::Lang;
use std::path::Path;
use std::sync::Arc;
use store_sqlite::SqliteStore;
use tower::ServiceExt;
use web::Access;

struct Paper;

impl Printer for Paper {
    fn pdf(&self, document: &report::Document) -> anyhow::Result<Vec<u8>> {
        Ok(format!("%PDF {}", document.name).into_bytes())
    }
}

struct NoPaper;

impl Printer for NoPaper {
    fn pdf(&self, _: &report::Document) -> anyhow::Result<Vec<u8>> {
        anyhow::bail!("password=hunter2")
    }
}

const PAGES: &[&str] = &[
    "/",
    "/situation",
    "/objectives",
    "/strategy",
    "/tactics",
    "/actions",
    "/actions?view=gantt",
    "/actions?view=calendar",
    "/actions?sort=ends&down=true",
    "/search",
    "/search?q=reply",
    "/control",
    "/scorecard",
    "/processes",
    "/handoffs",
    "/people",
    "/listening",
    "/kpis",
    "/kpis/first_reply",
    "/findings",
    "/findings?file=sostac.toml",
    "/findings/OB01",
    "/findings/ob01",
    "/rules",
    "/start",
    "/revisions",
    "/edit/about",
    "/edit/goal",
    "/new/kpi",
    "/text/sostac.toml",
    "/documents",
    "/files/department.toml",
    "/files/business.toml",
    "/files/sostac.toml",
    "/files/scorecard.toml",
    "/files/listening.toml",
];

fn clock() -> Clock {
    Clock::fixed(jiff::civil::date(2026, 11, 23))
}

async fn demo(folder: &Path) -> Router {
    let mut workspaces = Vec::new();
    for lang in Lang::ALL {
        let (root, store) = (folder.join(lang.code()), Arc::new(SqliteStore::memory().await.unwrap()));
        app::init_demo(&root, lang, &*store, clock()).await.unwrap();
        app::adopt(&root, &*store, &Act::default()).await.unwrap();
        workspaces.push((lang, Arc::new(Workspace::new(store, clock()))));
    }
    web::router(web::Desk::new(workspaces, Arc::new(Paper), Access::demo("token".to_owned())).unwrap())
}

/// A department of the given texts.
async fn of(folder: &Path, files: &[(&str, &str)]) -> (Router, SqliteStore, Arc<Workspace>) {
    for (name, text) in files {
        std::fs::write(folder.join(name), text).unwrap();
    }
    let store = SqliteStore::memory().await.unwrap();
    app::adopt(folder, &store, &Act::default()).await.unwrap();
    let workspace = Arc::new(Workspace::new(Arc::new(store.clone()), clock()));
    let shown = vec![(Lang::En, Arc::clone(&workspace))];
    let desk = web::Desk::new(shown, Arc::new(NoPaper), Access::demo("token".to_owned())).unwrap();
    (web::router(desk), store, workspace)
}

async fn ask(router: &Router, request: Request<Body>) -> (StatusCode, HeaderMap, String) {
    let response = router.clone().oneshot(request).await.unwrap();
    let (status, headers) = (response.status(), response.headers().clone());
    let body = to_bytes(response.into_body(), usize::MAX).await.unwrap();
    (status, headers, String::from_utf8_lossy(&body).into_owned())
}

async fn get(router: &Router, path: &str, lang: &str) -> (StatusCode, HeaderMap, String) {
    let request = Request::get(path).header("cookie", format!("lang={lang}")).body(Body::empty()).unwrap();
    ask(router, request).await
}

async fn prefer(router: &Router, form: &str) -> (StatusCode, HeaderMap, String) {
    let form = format!("{form}&csrf=token");
    let request = Request::post("/preferences").header("content-type", "application/x-www-form-urlencoded");
    ask(router, request.body(Body::from(form)).unwrap()).await
}

/// Every element that is opened is closed, in order.
fn assert_well_formed(html: &str, page: &str) {
    const VOID: [&str; 9] = ["meta", "link", "input", "br", "col", "img", "hr", "wbr", "!doctype"];
    let mut open: Vec<&str> = Vec::new();
    let mut rest = html;
    while let Some((_, after)) = rest.split_once('<') {
        let (tag, after) = after.split_once('>').unwrap_or_else(|| panic!("{page}: an open tag at the end"));
        rest = after;
        let name = tag.trim_start_matches('/').split([' ', '\n', '/']).next().unwrap_or_default();
        if tag.starts_with('/') {
            assert_eq!(open.pop(), Some(name), "{page}: …{}", &tag);
        } else if !tag.ends_with('/') && !VOID.contains(&name) {
            open.push(name);
        }
    }
    assert!(open.is_empty(), "{page}: {open:?} is left open");
}

/// What pages may not do, whatever they show.
fn assert_own(html: &str, page: &str) {
    assert!(!html.contains('‹'), "{page}: a message is missing: {:?}", html.split('‹').nth(1));
    for name in ["src=\"", "href=\"", "action=\""] {
        for target in html.split(name).skip(1) {
            assert!(
                target.starts_with(['/', '#']) && !target.starts_with("//"),
                "{page}: leads outside: {target:.60}"
            );
        }
    }
    for forbidden in [" style=\"", "<style", " onclick"] {
        assert!(!html.contains(forbidden), "{page}: the policy forbids {forbidden}");
    }
}

#[tokio::test]
async fn every_page_answers_in_both_languages() {
    let folder = tempfile::tempdir().unwrap();
    let router = demo(folder.path()).await;
    for lang in ["ru", "en"] {
        for page in PAGES {
            let (status, headers, html) = get(&router, page, lang).await;
            assert_eq!(status, StatusCode::OK, "{page}");
            assert!(html.contains(&format!("<html lang=\"{lang}\"")), "{page}");
            assert_own(&html, page);
            assert_well_formed(&html, page);
            let policy = headers[CONTENT_SECURITY_POLICY].to_str().unwrap();
            assert!(policy.starts_with("default-src 'none'") && !policy.contains("unsafe"), "{page}");
            assert_eq!(headers["x-content-type-options"], "nosniff");
        }
    }
}

#[tokio::test]
async fn every_link_of_the_demo_leads_to_a_page() {
    let folder = tempfile::tempdir().unwrap();
    let router = demo(folder.path()).await;
    let mut seen = std::collections::BTreeSet::new();
    let mut anchors = std::collections::BTreeMap::new();
    let mut wanted = Vec::new();
    let mut queue = vec!["/".to_owned()];
    while let Some(path) = queue.pop() {
        if !seen.insert(path.clone())
            || path.starts_with("/documents/")
            || path.starts_with("/control/report/")
            || path.starts_with("/assets/vendor")
        {
            continue;
        }
        let (status, _, html) = get(&router, &path, "en").await;
        assert_eq!(status, StatusCode::OK, "{path}");
        for target in html.split("href=\"").skip(1).filter_map(|rest| rest.split('"').next()) {
            let target = target.replace("&#38;", "&").replace("&amp;", "&");
            let (page, anchor) = target.split_once('#').unwrap_or((&target, ""));
            let page = if page.is_empty() { path.clone() } else { page.to_owned() };
            if !anchor.is_empty() {
                wanted.push((page.clone(), anchor.to_owned(), path.clone()));
            }
            // Of views of a page, those that its plain address offers will do.
            if !path.contains('?') || !page.contains('?') {
                queue.push(page);
            }
        }
        anchors.insert(path, html);
    }
    assert!(seen.len() > 40, "only {} pages were found", seen.len());
    for (page, anchor, from) in wanted {
        let Some(html) = anchors.get(&page) else { continue };
        assert!(html.contains(&format!("id=\"{anchor}\"")), "{from} leads to {page}#{anchor}");
    }
}

#[tokio::test]
async fn the_demo_shows_what_it_should() {
    let folder = tempfile::tempdir().unwrap();
    let router = demo(folder.path()).await;
    let (_, _, html) = get(&router, "/", "ru").await;
    assert!(html.contains("Где мы сейчас?") && html.contains("Что дальше?"));
    assert!(html.contains("За кем что на этой неделе?") && html.contains("Что не обосновано?"));
    assert!(html.contains("Корректива"), "a missed checkpoint stands with its correction");
    assert!(html.contains("<svg") && html.contains("синтетические"));
    let (_, _, html) = get(&router, "/kpis/first_reply", "en").await;
    assert!(html.contains("synthetic"), "every figure says where it is from");
    // A finding stands beside the row of its element.
    let (_, _, html) = get(&router, "/objectives", "en").await;
    assert!(html.contains("class=\"found error\"") && html.contains("data-subject=\"task."));
}

#[tokio::test]
async fn what_is_not_there_offers_a_way_back() {
    let folder = tempfile::tempdir().unwrap();
    let router = demo(folder.path()).await;
    for path in [
        "/nothing",
        "/kpis/nothing",
        "/findings/XX99",
        "/files/passwd",
        "/files/../Cargo.toml",
        "/documents/x.ru.pdf",
        "/assets/nothing.css",
    ] {
        for (lang, words) in [("ru", "Вернуться к обзору"), ("en", "Back to the overview")] {
            let (status, headers, html) = get(&router, path, lang).await;
            assert_eq!(status, StatusCode::NOT_FOUND, "{path}");
            assert!(html.contains(words) && html.contains("href=\"/\""), "{path}");
            assert!(headers.contains_key(CONTENT_SECURITY_POLICY));
            assert_own(&html, path);
        }
    }
    let (status, _, html) = ask(&router, Request::post("/kpis").body(Body::empty()).unwrap()).await;
    assert_eq!(status, StatusCode::METHOD_NOT_ALLOWED);
    assert!(html.contains("Back to the overview") || html.contains("Вернуться к обзору"));
}

#[tokio::test]
async fn preferences_are_kept_and_lead_nowhere_else() {
    let folder = tempfile::tempdir().unwrap();
    let router = demo(folder.path()).await;
    let (status, headers, _) = prefer(&router, "lang=en&back=%2Fkpis").await;
    assert_eq!((status, headers[LOCATION].to_str().unwrap()), (StatusCode::SEE_OTHER, "/kpis"));
    let cookie = headers[SET_COOKIE].to_str().unwrap();
    for part in ["lang=en;", "HttpOnly", "SameSite=Lax", "Max-Age=31536000"] {
        assert!(cookie.contains(part), "{cookie}");
    }
    for back in
        ["https%3A%2F%2Fevil.example", "%2F%2Fevil.example", "%2F%5Cevil.example", "", "%2Fa%0D%0AX%3A1"]
    {
        let (_, headers, _) = prefer(&router, &format!("theme=dark&back={back}")).await;
        assert_eq!(headers[LOCATION], "/", "{back}");
    }
    for form in ["lang=de", "theme=%3Cb%3E", "lang"] {
        assert_eq!(prefer(&router, form).await.0, StatusCode::BAD_REQUEST, "{form}");
    }
    let request = Request::get("/").header("cookie", "theme=dark; lang=en").body(Body::empty()).unwrap();
    assert!(ask(&router, request).await.2.contains("data-theme=\"dark\""));
    let request = Request::get("/").header("accept-language", "ru-RU,en;q=0.5").body(Body::empty()).unwrap();
    assert!(ask(&router, request).await.2.contains("<html lang=\"ru\""));
}

#[tokio::test]
async fn documents_come_in_every_form() {
    let folder = tempfile::tempdir().unwrap();
    let router = demo(folder.path()).await;
    for name in ["sostac.ru.pdf", "scorecard.en.pdf", "sostac.en.html", "scorecard.ru.html"] {
        let (status, headers, body) = get(&router, &format!("/documents/{name}"), "en").await;
        assert_eq!(status, StatusCode::OK);
        assert_eq!(
            headers[CONTENT_DISPOSITION].to_str().unwrap(),
            format!("attachment; filename=\"{name}\"")
        );
        assert!(body.starts_with(if name.ends_with("pdf") { "%PDF" } else { "<!" }), "{name}");
    }
}

#[tokio::test]
async fn a_fault_shows_its_number_and_nothing_else() {
    let folder = tempfile::tempdir().unwrap();
    let (router, store, _) = of(folder.path(), &[("department.toml", "[about]\nname = \"x\"\n")]).await;
    let (status, _, html) = get(&router, "/documents/sostac.en.pdf", "en").await;
    assert_eq!(status, StatusCode::INTERNAL_SERVER_ERROR);
    assert!(html.contains("Number of the fault") && !html.contains("hunter2"));
    store::Backup::close(&store).await;
    let (status, _, html) = get(&router, "/", "en").await;
    assert_eq!(status, StatusCode::SERVICE_UNAVAILABLE);
    assert!(html.contains("cannot be read") && html.contains("Back to the overview"));
}

#[tokio::test]
async fn hostile_names_stay_text() {
    let folder = tempfile::tempdir().unwrap();
    let evil = "<script>alert(1)</script>\\\" onmouseover=\\\"x' & `<b>`";
    let text = format!(
        "[goal.\"<img src=x>\"]\nname = \"{evil}\"\nhorizon = \"{evil}\"\n\
         [kpi.\"a/b?c#<i>\"]\nname = \"{evil}\"\nkind = \"terminal\"\nunit = \"<u>\"\n\
         targets = [{{ date = 2027-01-01, value = 1 }}]\n[nothing.x]\n"
    );
    let about = format!("[about]\nname = \"{evil}\"\norganisation = \"{evil}\"\nrevision = \"{evil}\"\n");
    let (router, ..) = of(folder.path(), &[("sostac.toml", &text), ("department.toml", &about)]).await;
    for page in PAGES.iter().filter(|page| !page.contains("/kpis/")).chain(&["/kpis/a%2Fb%3Fc%23%3Ci%3E"]) {
        let (status, _, html) = get(&router, page, "ru").await;
        assert_eq!(status, StatusCode::OK, "{page}");
        for tag in ["<script>", "<img", "<i>", "<u>", "<b>", "\" onmouseover"] {
            assert!(!html.contains(tag), "{page}: {tag}");
        }
        assert_well_formed(&html, page);
    }
}

#[tokio::test]
async fn a_form_that_the_guided_start_opens_leads_back_to_its_step() {
    let folder = tempfile::tempdir().unwrap();
    let (router, ..) =
        of(folder.path(), &[("sostac.toml", "[goal.trust]\nname = \"Owners trust us\"\n")]).await;
    let (.., html) = get(&router, "/start", "en").await;
    let back = "back=/start%3Fstep%3Dobjectives%23objectives";
    assert!(html.contains(&format!("href=\"/new/task?{back}\"")), "{html}");
    assert!(html.contains(&format!("href=\"/edit/goal/trust?{back}\"")), "an error leads to its form");
    let (.., html) = get(&router, &format!("/edit/goal?{back}"), "en").await;
    assert!(html.contains(&format!("href=\"/edit/goal/trust?{back}\"")), "and so does the list");
    let send = async |back: &str| {
        let form = format!("csrf=token&base=1&has=name&f.name=Answer&back={back}");
        let request = Request::post("/new/task").header("content-type", "application/x-www-form-urlencoded");
        let (status, headers, _) = ask(&router, request.body(Body::from(form)).unwrap()).await;
        assert_eq!(status, StatusCode::SEE_OTHER);
        headers[LOCATION].to_str().unwrap().to_owned()
    };
    assert_eq!(
        send("/start%3Fstep%3Dobjectives%23objectives").await,
        "/start?step=objectives&saved=2#objectives"
    );
    assert_eq!(send("https://evil.example").await, "/?saved=3");
}

#[tokio::test]
async fn an_empty_department_teaches() {
    let folder = tempfile::tempdir().unwrap();
    let (router, ..) = of(folder.path(), &[("department.toml", "")]).await;
    for lang in ["ru", "en"] {
        for page in PAGES.iter().filter(|page| !page.contains("/kpis/")) {
            let (status, _, html) = get(&router, page, lang).await;
            assert_eq!(status, StatusCode::OK, "{page}");
            assert_own(&html, page);
            assert_well_formed(&html, page);
        }
    }
    assert!(get(&router, "/", "en").await.2.contains("href=\"/start\""));
}

#[tokio::test]
async fn assets_are_asked_for_once() {
    let folder = tempfile::tempdir().unwrap();
    let router = demo(folder.path()).await;
    for name in ["/assets/app.css", "/assets/margin.js", "/assets/mark.svg", "/assets/fonts/pt-sans.ttf"] {
        let (status, headers, _) = get(&router, name, "en").await;
        assert_eq!(status, StatusCode::OK, "{name}");
        let request =
            Request::get(name).header(IF_NONE_MATCH, headers[ETAG].clone()).body(Body::empty()).unwrap();
        assert_eq!(ask(&router, request).await.0, StatusCode::NOT_MODIFIED, "{name}");
    }
    assert_eq!(get(&router, "/assets/../Cargo.toml", "en").await.0, StatusCode::NOT_FOUND);
}

#[tokio::test]
async fn a_changed_text_is_shown_as_it_is_saved() {
    let folder = tempfile::tempdir().unwrap();
    let (router, _, workspace) = of(folder.path(), &[("sostac.toml", "[goal.a]\nname = \"First\"\n")]).await;
    assert!(get(&router, "/objectives", "en").await.2.contains("First"));
    let (subject, field) = (Subject::of("goal", "a"), "name".to_owned());
    let change = Change::Set { subject, field, value: Some("Second".into()) };
    workspace.change(&Act::default(), 1, &[change], "").await.unwrap();
    assert!(get(&router, "/objectives", "en").await.2.contains("Second"));
}

#[tokio::test]
async fn any_two_revisions_are_compared_in_words() {
    let folder = tempfile::tempdir().unwrap();
    let text = "[goal.a]\nname = \"First\"\n\n[goal.b]\nname = \"<b>Other</b>\"\nwhy = \"Short\"\n";
    let (router, _, workspace) = of(folder.path(), &[("sostac.toml", text)]).await;
    let set = |subject: Subject, field: &str, value: &str| Change::Set {
        subject,
        field: field.to_owned(),
        value: Some(value.into()),
    };
    let change = set(Subject::of("goal", "a"), "name", "Second");
    workspace.change(&Act::default(), 1, &[change], "").await.unwrap();
    let long =
        "A reason that is long enough to be told below the line and not in it, with <script> in it for once";
    let changes =
        [set(Subject::of("goal", "b"), "why", long), Change::Remove { subject: Subject::of("goal", "a") }];
    workspace.change(&Act::default(), 2, &changes, "").await.unwrap();
    let (status, headers, _) = get(&router, "/revisions?from=3&to=1", "en").await;
    assert_eq!(
        (status, headers[LOCATION].to_str().unwrap()),
        (StatusCode::SEE_OTHER, "/revisions/3?since=1")
    );
    let page = get(&router, "/revisions/2", "en").await.2;
    assert!(page.contains(r#"<li class="changed">Goal “Second” — name: First → Second</li>"#), "{page}");
    let page = get(&router, "/revisions/3?since=1", "ru").await.2;
    assert!(page.contains("Удалено: цель «First»") && page.contains(r#"<li class="removed">"#), "{page}");
    assert!(page.contains("зачем: текст изменён") && page.contains("<strong>Стало:</strong>"), "{page}");
    assert!(!page.contains("<b>Other") && !page.contains("with <script>"));
}
