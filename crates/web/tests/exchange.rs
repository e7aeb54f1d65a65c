//! What is taken out of the desk and brought in, as a browser does it.

#![allow(clippy::unwrap_used)]

use anyhow::Result;
use app::{Act, Clock, Printer, Workspace};
use axum::Router;
use axum::body::{Body, to_bytes};
use axum::http::{Request, StatusCode, header};
use jiff::civil::date;
use locale::Lang;
use report::Document;
use std::sync::Arc;
use store_sqlite::SqliteStore;
use tower::ServiceExt;
use web::{Access, Desk, router};

const TOKEN: &str = "a-token-of-forms";

struct Plain;

impl Printer for Plain {
    fn pdf(&self, document: &Document) -> Result<Vec<u8>> {
        Ok(document.title.clone().into_bytes())
    }
}

struct Browser {
    app: Router,
    store: Arc<SqliteStore>,
}

struct Answer {
    status: StatusCode,
    text: String,
    location: String,
}

impl Browser {
    async fn new() -> Self {
        let store = Arc::new(SqliteStore::memory().await.unwrap());
        let files = demo::files("ru").iter().copied().collect();
        let clock = Clock::fixed(date(2026, 11, 23));
        let workspace = Workspace::new(store.clone(), clock);
        let act = Act { by: "(test)".to_owned(), at: "2026-11-23T00:00:00Z".to_owned(), from: String::new() };
        workspace.replace(&act, &files, "").await.unwrap();
        let access = Access::demo(TOKEN.to_owned());
        let desk = Desk::new(vec![(Lang::Ru, Arc::new(workspace))], Arc::new(Plain), access).unwrap();
        Browser { app: router(desk), store }
    }

    async fn send(&self, request: Request<Body>) -> Answer {
        let response = self.app.clone().oneshot(request).await.unwrap();
        let status = response.status();
        let location = response.headers().get(header::LOCATION);
        let location = location.and_then(|value| value.to_str().ok()).unwrap_or_default().to_owned();
        let bytes = to_bytes(response.into_body(), 64 << 20).await.unwrap();
        Answer { status, text: String::from_utf8_lossy(&bytes).into_owned(), location }
    }

    async fn get(&self, path: &str) -> Answer {
        self.send(Request::get(path).header("cookie", "lang=ru").body(Body::empty()).unwrap()).await
    }

    async fn upload(&self, name: &str, content: &[u8]) -> Answer {
        let head = format!(
            "--x\r\nContent-Disposition: form-data; name=\"csrf\"\r\n\r\n{TOKEN}\r\n--x\r\n\
             Content-Disposition: form-data; name=\"file\"; filename=\"{name}\"\r\n\
             Content-Type: application/octet-stream\r\n\r\n"
        );
        let body = [head.as_bytes(), content, b"\r\n--x--\r\n"].concat();
        let request = Request::post("/import").header("content-type", "multipart/form-data; boundary=x");
        self.send(request.body(Body::from(body)).unwrap()).await
    }

    async fn post(&self, path: &str, form: &str) -> Answer {
        let request = Request::post(path).header("content-type", "application/x-www-form-urlencoded");
        self.send(request.body(Body::from(format!("csrf={TOKEN}&{form}"))).unwrap()).await
    }
}

const ROWS: &str = "id;Мероприятие;Ответственный;Начало;Окончание;Бюджет\n\
    new_desk;Открыть дежурную смену;;01.12.2026;31.12.2026;120 000\n";
const FIELDS: &str = "kind=action&for=action&matching=id&c0=id&c1=name&c2=owner&c3=starts&c4=ends&c5=budget";

#[tokio::test]
async fn a_file_becomes_one_revision_and_the_second_time_none() {
    let browser = Browser::new().await;
    let sent = browser.upload("план.csv", ROWS.as_bytes()).await;
    assert_eq!(sent.status, StatusCode::SEE_OTHER, "{}", sent.text);
    let preview = browser.get(&sent.location).await;
    assert!(preview.text.contains("Открыть дежурную смену"), "{}", preview.text);
    let head = store::Revisions::head(&*browser.store).await.unwrap();
    let done = browser.post(&sent.location, &format!("base={head}&{FIELDS}&remember=plan")).await;
    assert_eq!(done.location, format!("/revisions/{}", head + 1), "{} {}", done.status, done.text);
    let texts = store::Revisions::texts(&*browser.store, head + 1).await.unwrap().unwrap();
    let text = String::from_utf8(texts.get("sostac.toml").unwrap().to_vec()).unwrap();
    assert!(text.contains("[action.new_desk]") && text.contains("budget = 120000"));
    // The file is gone from the shelf with the import.
    assert_eq!(browser.get(&sent.location).await.status, StatusCode::UNPROCESSABLE_ENTITY);
    let again = browser.upload("план.csv", ROWS.as_bytes()).await;
    let shown = browser.get(&again.location).await;
    assert!(shown.text.contains("plan"), "the mapping is remembered");
    let same = browser.post(&again.location, &format!("base={}&{FIELDS}", head + 1)).await;
    assert_eq!(same.location, "/import?same=1");
    assert_eq!(store::Revisions::head(&*browser.store).await.unwrap(), head + 1);
    let filter = store::EntryFilter { what: "import".to_owned(), ..store::EntryFilter::default() };
    assert_eq!(store::Audit::entries(&*browser.store, &filter).await.unwrap().len(), 1);
}

#[tokio::test]
async fn a_row_with_errors_is_told_of_and_nothing_is_half_done() {
    let browser = Browser::new().await;
    let rows = ROWS.replace("смену;;", "смену;Никто Никакой;");
    let sent = browser.upload("a.csv", rows.as_bytes()).await;
    let preview = browser.get(&sent.location).await;
    assert!(preview.text.contains("Никто Никакой") && preview.text.contains("строка 2"));
    let head = store::Revisions::head(&*browser.store).await.unwrap();
    browser.post(&sent.location, &format!("base={head}&{FIELDS}")).await;
    assert_eq!(store::Revisions::head(&*browser.store).await.unwrap(), head);
}

#[tokio::test]
async fn bombs_oversize_and_scripts_are_refused_or_harmless() {
    use std::io::Write;
    let browser = Browser::new().await;
    let mut bomb = zip::ZipWriter::new(std::io::Cursor::new(Vec::new()));
    bomb.start_file("xl/workbook.xml", zip::write::SimpleFileOptions::default()).unwrap();
    for _ in 0..65 {
        bomb.write_all(&vec![b' '; 1 << 20]).unwrap();
    }
    let bomb = bomb.finish().unwrap().into_inner();
    assert!(bomb.len() < 1 << 20);
    assert_eq!(browser.upload("a.xlsx", &bomb).await.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert_eq!(browser.upload("a.csv", &vec![b'a'; 9 << 20]).await.status, StatusCode::PAYLOAD_TOO_LARGE);
    assert_eq!(browser.upload("a.exe", b"MZ").await.status, StatusCode::UNPROCESSABLE_ENTITY);
    let sent = browser.upload("<b>.csv", b"<script>alert(1)</script>,name\n<img src=x>,\"=1+1\"\n").await;
    let page = browser.get(&sent.location).await;
    assert!(!page.text.contains("<script>alert") && !page.text.contains("<img src=x>"));
    assert_eq!(browser.get("/import/unknown").await.status, StatusCode::UNPROCESSABLE_ENTITY);
}

#[tokio::test]
async fn every_file_can_be_taken_along_and_is_noted() {
    let browser = Browser::new().await;
    for (name, start) in [
        ("department.ru.xlsx", "PK"),
        ("department.ru.csv.zip", "PK"),
        ("department.ru.ics", "BEGIN:VCALENDAR"),
        ("department.en.json", "{"),
        ("action.ru.csv", "\u{feff}id;"),
    ] {
        let answer = browser.get(&format!("/export/{name}")).await;
        assert_eq!(answer.status, StatusCode::OK, "{name}");
        assert!(answer.text.starts_with(start), "{name}");
    }
    assert_eq!(browser.get("/export/nothing.ru.csv").await.status, StatusCode::NOT_FOUND);
    let filter = store::EntryFilter { what: "export".to_owned(), ..store::EntryFilter::default() };
    assert_eq!(store::Audit::entries(&*browser.store, &filter).await.unwrap().len(), 5);
    assert!(browser.get("/documents").await.text.contains("/export/department.ru.xlsx"));
}

#[tokio::test]
async fn a_calendar_s_address_is_its_secret_until_it_is_ended() {
    let browser = Browser::new().await;
    let page = browser.post("/calendar", "").await;
    let at = page.text.find("/calendar/demo/").unwrap();
    let address = page.text[at..].split_once(".ics").unwrap().0.to_owned() + ".ics";
    let got = browser.get(&address).await;
    assert!(got.status == StatusCode::OK && got.text.starts_with("BEGIN:VCALENDAR"), "{address}");
    let wrong = address.replacen("/demo/", "/demo/0", 1);
    assert_eq!(browser.get(&wrong).await.status, StatusCode::NOT_FOUND);
    assert_eq!(browser.get(&address.replacen("/demo/", "/anna/", 1)).await.status, StatusCode::NOT_FOUND);
    let kept = store::Settings::settings(&*browser.store, "calendar/").await.unwrap();
    let secret = address.trim_start_matches("/calendar/demo/").split('.').next().unwrap();
    assert!(!kept.iter().any(|(_, value)| value.contains(secret)), "only a hash is kept");
    browser.post("/calendar/close", "").await;
    assert_eq!(browser.get(&address).await.status, StatusCode::NOT_FOUND);
}
