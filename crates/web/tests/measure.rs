//! Figures brought in, as a browser does it.

#![allow(clippy::unwrap_used)]

use anyhow::Result;
use app::{Act, Clock, Printer, Workspace};
use axum::Router;
use axum::body::{Body, to_bytes};
use axum::http::{Request, StatusCode, header};
use department::Files;
use jiff::civil::date;
use locale::Lang;
use report::Document;
use std::sync::Arc;
use store::Measurements;
use store_sqlite::SqliteStore;
use tower::ServiceExt;
use web::{Access, Desk, router};

const TOKEN: &str = "a-token-of-forms";
const TEXT: &str = "[kpi.reach]\nname = \"Охват\"\nunit = \"чел.\"\nrhythm = \"month\"\n\
    [kpi.er]\nname = \"Вовлечённость\"\nunit = \"%\"\nrhythm = \"month\"\n\
    [kpi.posts]\nname = \"Посты\"\nrhythm = \"week\"\n";

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
        let workspace = Workspace::new(store.clone(), Clock::fixed(date(2026, 5, 20)));
        let act = Act { by: "(test)".to_owned(), at: "2026-05-20T00:00:00Z".to_owned(), from: String::new() };
        workspace.replace(&act, &Files::from([("sostac.toml", TEXT)]), "").await.unwrap();
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

    async fn upload(&self, name: &str, content: &[u8], saved: &str) -> Answer {
        let head = format!(
            "--x\r\nContent-Disposition: form-data; name=\"csrf\"\r\n\r\n{TOKEN}\r\n\
             --x\r\nContent-Disposition: form-data; name=\"as\"\r\n\r\n{saved}\r\n--x\r\n\
             Content-Disposition: form-data; name=\"file\"; filename=\"{name}\"\r\n\r\n"
        );
        let body = [head.as_bytes(), content, b"\r\n--x--\r\n"].concat();
        let request =
            Request::post("/measurements/import").header("content-type", "multipart/form-data; boundary=x");
        self.send(request.body(Body::from(body)).unwrap()).await
    }

    async fn post(&self, path: &str, form: &str) -> Answer {
        let request = Request::post(path)
            .header("content-type", "application/x-www-form-urlencoded")
            .header("cookie", "lang=ru");
        self.send(request.body(Body::from(format!("csrf={TOKEN}&{form}"))).unwrap()).await
    }
}

/// What a Russian Excel writes, with three rows that cannot be read.
const MESSY: &str = "Отчёт по соцсетям;апрель 2026\r\n\r\nДата;Показатель;Значение\r\n\
    31.03.2026;Охват;12,5 тыс.\r\n;Вовлечённость;3,2 %\r\n31.04.2026;Охват;13 000\r\n\
    30.04.2026;Овхат;14 000\r\n;Вовлечённость;много\r\nИтого;;9\r\n";
const LONG: &str = "form=long&of=long&date=%D0%94%D0%B0%D1%82%D0%B0&name=%232&value=%233";

#[tokio::test]
async fn a_messy_file_is_mended_and_kept() {
    let browser = Browser::new().await;
    // Windows-1251: each Cyrillic letter is one byte; the tests of `table` read real ones, here UTF-8 will do.
    let sent = browser.upload("апрель.csv", MESSY.as_bytes(), "").await;
    assert_eq!(sent.status, StatusCode::SEE_OTHER, "{}", sent.text);
    let shown = browser.get(&sent.location).await;
    for wanted in
        ["3 ячейки", "31.04.2026", "Овхат", "много", "возможно, имелся в виду «Охват»", "name=\"m.6.0\""]
    {
        assert!(shown.text.contains(wanted), "{wanted}: {}", shown.text);
    }
    // What is not mended is not kept in silence.
    let refused = browser.post(&sent.location, &format!("{LONG}&do=import")).await;
    assert!(refused.text.contains("Ничего не сохранено") && refused.text.contains("role=\"alert\""));
    assert!(browser.store.all().await.unwrap().is_empty());

    let mends = "m.6.0=31.01.2026&m.7.1=%D0%9E%D1%85%D0%B2%D0%B0%D1%82&s.8=1";
    let mended = browser.post(&sent.location, &format!("{LONG}&{mends}&do=look")).await;
    assert!(mended.text.contains("всё исправлено") && mended.text.contains("value=\"31.01.2026\""));
    assert!(mended.text.contains("name=\"s.8\" value=\"1\" checked"), "{}", mended.text);
    let done = browser.post(&sent.location, &format!("{LONG}&{mends}&do=import&remember=smm")).await;
    assert_eq!(
        done.location, "/measurements/import?added=4&revised=0&unchanged=0&kpi=er&kpi=reach",
        "{} {}",
        done.status, done.text
    );
    let kept = browser.store.of("reach").await.unwrap();
    let seen: Vec<_> = kept.iter().map(|one| (one.date.to_string(), one.value, one.origin.row)).collect();
    let wanted = [("2026-01-31", 13_000.0, 6), ("2026-03-31", 12_500.0, 4), ("2026-04-30", 14_000.0, 7)];
    assert_eq!(seen, wanted.map(|(day, value, row)| (day.to_owned(), value, row)));
    assert_eq!(&*kept[0].origin.file, "апрель.csv");
    let said = browser.get(&done.location).await;
    assert!(said.text.contains("Новых: 4") && said.text.contains("href=\"/kpis/reach\""), "{}", said.text);

    // The columns are remembered, and the same file brings nothing new.
    let again = browser.upload("апрель.csv", MESSY.as_bytes(), "smm").await;
    assert!(again.location.ends_with("?as=smm"), "{}", again.location);
    assert!(browser.get(&again.location).await.text.contains("уже известно"));
    let same = browser.post(&again.location, &format!("{LONG}&{mends}&do=import")).await;
    assert!(same.location.contains("added=0&revised=0&unchanged=4"), "{}", same.location);
}

#[tokio::test]
async fn columns_are_chosen_where_nothing_was_guessed() {
    let browser = Browser::new().await;
    let sent = browser.upload("a.csv", "Когда;Что-то;Likes\n31.03.2026;5;7\n".as_bytes(), "").await;
    let shown = browser.get(&sent.location).await;
    assert!(shown.text.contains("role=\"alert\"") && shown.text.contains("name=\"c.1\""), "{}", shown.text);
    let chosen = "form=wide&of=wide&date=%231&h.1=%232&c.1=reach&h.2=Likes&c.2=&do=import";
    let done = browser.post(&sent.location, chosen).await;
    assert!(done.location.contains("added=1"), "{} {}", done.status, done.text);
    let gone = browser.get(&sent.location).await;
    assert_eq!(gone.status, StatusCode::UNPROCESSABLE_ENTITY, "the file goes with the import");
    assert_eq!(browser.upload("a.exe", b"MZ", "").await.status, StatusCode::UNPROCESSABLE_ENTITY);
    let odd = browser.upload("<b>.csv", b"<script>alert(1)</script>;Date\n<img src=x>;1\n", "").await;
    let page = browser.get(&odd.location).await;
    assert!(!page.text.contains("<script>alert") && !page.text.contains("<img src=x>"));
}

#[tokio::test]
async fn what_is_due_is_entered_and_nothing_typed_is_lost() {
    let browser = Browser::new().await;
    let sheet = browser.get("/measurements/enter").await;
    for wanted in ["ждут значений 3 показателя", "name=\"f.reach.2026-04-30\"", "name=\"f.posts.2026-05-17\""]
    {
        assert!(sheet.text.contains(wanted), "{wanted}: {}", sheet.text);
    }
    let typed = "f.reach.2026-04-30=1+250%2C5&f.er.2026-04-30=3,5+%25&f.posts.2026-05-17=x";
    let wrong = browser.post("/measurements/enter", typed).await;
    assert_eq!(wrong.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(
        wrong.text.contains("value=\"1 250,5\"") && wrong.text.contains("aria-invalid"),
        "{}",
        wrong.text
    );
    assert!(browser.store.all().await.unwrap().is_empty());
    let done = browser.post("/measurements/enter", &typed.replace("=x", "=7")).await;
    assert_eq!(done.location, "/measurements/enter?added=3&revised=0", "{}", done.text);
    let kept = &browser.store.of("reach").await.unwrap()[0];
    assert_eq!((kept.value, &*kept.origin.file, kept.origin.row), (1250.5, "entered by Demo", 0));
    let after = browser.get("/measurements/enter").await;
    assert!(after.text.contains("все значения введены"), "{}", after.text);
    let all = browser.get("/measurements/enter?all=1").await;
    assert!(all.text.contains("value=\"1250,5\""), "{}", all.text);
    // What was known is not taken away by an empty cell, and a change is a revision.
    let emptied =
        browser.post("/measurements/enter", "k.reach.2026-04-30=1250,5&f.reach.2026-04-30=&all=1").await;
    assert!(emptied.text.contains("впишите верное"), "{}", emptied.text);
    let changed =
        browser.post("/measurements/enter", "k.reach.2026-04-30=1250,5&f.reach.2026-04-30=1300").await;
    assert_eq!(changed.location, "/measurements/enter?added=0&revised=1");
}

#[tokio::test]
async fn an_import_with_an_address_says_what_came_of_it() {
    let browser = Browser::new().await;
    assert!(browser.get("/measurements/imports").await.text.contains("Пока ничего не запомнено"));
    let sent = browser.upload("a.csv", "Дата;Охват\n31.03.2026;5\n".as_bytes(), "").await;
    let form = "form=wide&of=wide&date=%231&h.1=%232&c.1=reach&do=import&remember=zq";
    browser.post(&sent.location, form).await;
    let private = browser.post("/measurements/imports", "name=zq&url=http%3A%2F%2F127.0.0.1%2Fa.csv").await;
    assert!(
        private.text.contains("в её сети") && private.text.contains("127.0.0.1/a.csv"),
        "{}",
        private.text
    );
    let kept = browser
        .post("/measurements/imports", "name=zq&url=https%3A%2F%2Fnowhere.invalid%2Fa.csv&every=day")
        .await;
    assert_eq!(kept.location, "/measurements/imports", "{}", kept.text);
    let pulled = browser.post("/measurements/imports/pull", "name=zq").await;
    assert_eq!(pulled.status, StatusCode::SEE_OTHER, "{}", pulled.text);
    let shown = browser.get("/measurements/imports").await;
    assert!(shown.text.contains("не удалось") && shown.text.contains("Забрать сейчас"), "{}", shown.text);
    // Where there is no room for another name that is said, and the figures are kept all the same.
    for number in 1..app::figures::NAMES {
        let (store, act) = (&*browser.store, Act::default());
        let import = app::figures::NamedImport::default();
        assert!(app::figures::keep_import(store, store, &act, &number.to_string(), &import).await.unwrap());
    }
    let sent = browser.upload("b.csv", "Дата;Охват\n30.04.2026;6\n".as_bytes(), "").await;
    let done = browser.post(&sent.location, &form.replace("zq", "more")).await;
    assert!(done.location.contains("added=1") && done.location.ends_with("&lost=more"), "{}", done.location);
    assert!(browser.get(&done.location).await.text.contains("не запомнены под именем «more»"));
    let absent = browser.post("/measurements/imports/pull", "name=none").await;
    assert_eq!(absent.status, StatusCode::NOT_FOUND);
    browser.post("/measurements/imports/drop", "name=zq").await;
    assert!(!browser.get("/measurements/imports").await.text.contains("nowhere.invalid"));
}
