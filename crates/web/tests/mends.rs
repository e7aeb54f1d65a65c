//! A mend beside a field saves what stands in the form with it: for every rule that offers one, by the rule's own examples.
#![allow(clippy::unwrap_used)] // A helper of a test may stop it.

use app::{Act, Clock, Printer, View, Workspace};
use axum::Router;
use axum::body::{Body, to_bytes};
use axum::http::{Request, StatusCode};
use department::{FILES, Files, book};
use locale::Lang;
use std::collections::BTreeSet;
use std::sync::Arc;
use store_sqlite::SqliteStore;
use tower::ServiceExt;

struct NoPaper;

impl Printer for NoPaper {
    fn pdf(&self, _: &report::Document) -> anyhow::Result<Vec<u8>> {
        anyhow::bail!("no paper")
    }
}

/// A desk that works on these files.
async fn desk(files: &Files) -> (Router, Arc<Workspace>) {
    let folder = tempfile::tempdir().unwrap();
    for (name, text) in &files.by_path {
        std::fs::write(folder.path().join(name), text).unwrap();
    }
    let (store, clock) = (SqliteStore::memory().await.unwrap(), Clock::fixed(jiff::civil::date(2026, 6, 1)));
    app::adopt(folder.path(), &store, &Act::default()).await.unwrap();
    let workspace = Arc::new(Workspace::new(Arc::new(store), clock));
    let shown = vec![(Lang::En, Arc::clone(&workspace))];
    let access = web::Access::demo("token".to_owned());
    (web::router(web::Desk::new(shown, Arc::new(NoPaper), access).unwrap()), workspace)
}

async fn ask(router: &Router, request: Request<Body>) -> (StatusCode, String) {
    let response = router.clone().oneshot(request).await.unwrap();
    let status = response.status();
    let body = to_bytes(response.into_body(), usize::MAX).await.unwrap();
    (status, String::from_utf8_lossy(&body).into_owned())
}

async fn post(router: &Router, path: &str, form: &str) -> (StatusCode, String) {
    let request = Request::post(path).header("content-type", "application/x-www-form-urlencoded");
    ask(router, request.body(Body::from(form.to_owned())).unwrap()).await
}

/// The addresses of all forms of a department.
fn forms(view: &View) -> Vec<String> {
    let mut all = Vec::new();
    view.department().each(|kind, meta, _| all.push(format!("/edit/{}/{}", kind.key(), meta.id)));
    all
}

/// The mends that a form offers.
fn offered(html: &str) -> Vec<String> {
    let buttons = html.split("name=\"mend\" value=\"").skip(1);
    buttons.filter_map(|rest| rest.split('"').next()).map(str::to_owned).collect()
}

#[tokio::test]
async fn a_mend_is_saved_with_what_was_typed() {
    let mut mended = BTreeSet::new();
    for (code, doc) in book().iter() {
        for example in &doc.bad {
            let mut files: Files = FILES.iter().map(|path| (*path, "")).collect();
            example.files.iter().for_each(|(path, text)| files.put(path, text.as_bytes()));
            let (router, workspace) = desk(&files).await;
            let view = workspace.view().await.unwrap();
            for path in forms(&view) {
                let (_, html) = ask(&router, Request::get(&path).body(Body::empty()).unwrap()).await;
                let Some(mend) = offered(&html).into_iter().find(|mend| mend.starts_with(code)) else {
                    continue;
                };
                let base = workspace.view().await.unwrap().revision;
                let name =
                    html.split("name=\"f.name\" value=\"").nth(1).and_then(|rest| rest.split('"').next());
                // Where the name itself is what cannot be read, nothing is typed into it.
                let (name, typed) = match name.unwrap() {
                    "" => (String::new(), String::new()),
                    name => {
                        (format!("{name} typed"), format!("has=name&f.name={}+typed", name.replace(' ', "+")))
                    }
                };
                let form = format!("csrf=token&base={base}&{typed}&mend={}", mend.replace(' ', "+"));
                let (status, html) = post(&router, &path, &form).await;
                assert_eq!(status, StatusCode::SEE_OTHER, "{code} at {path}: {html:.2000}");
                let (_, html) = ask(&router, Request::get(&path).body(Body::empty()).unwrap()).await;
                let kept = name.is_empty() || html.contains(&format!("value=\"{name}\""));
                assert!(kept, "{code} at {path}: {name}");
                assert!(!offered(&html).contains(&mend), "{code} at {path} is still found");
                mended.insert(code);
            }
        }
    }
    assert_eq!(mended.into_iter().collect::<Vec<_>>(), ["CO06", "CO10", "CO17", "TX03", "TX06", "TX07"]);
}

#[tokio::test]
async fn a_mend_that_has_become_idle_keeps_what_was_typed() {
    let text = "[kpi.a]\nname = \"Reach\"\nkind = \"chekpoint\"\n";
    let files: Files =
        FILES.iter().map(|path| (*path, if *path == "sostac.toml" { text } else { "" })).collect();
    let (router, _) = desk(&files).await;
    let form = "csrf=token&base=1&has=name&has=kind&f.name=Typed&f.kind=measure&mend=TX06+kind+0";
    let (status, html) = post(&router, "/edit/kpi/a", form).await;
    assert_eq!(status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(html.contains("value=\"Typed\"") && html.contains("data-unsaved"), "{html}");
    // A name typed beside a misspelt one is not lost to it.
    let text = "[kpi.a]\nnmae = \"Old\"\n";
    let files: Files =
        FILES.iter().map(|path| (*path, if *path == "sostac.toml" { text } else { "" })).collect();
    let (misspelt, _) = desk(&files).await;
    let form = "csrf=token&base=1&has=name&f.name=Typed&mend=TX03++0";
    let (status, html) = post(&misspelt, "/edit/kpi/a", form).await;
    assert_eq!(status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(html.contains("value=\"Typed\""));
    // A new element is mended as it is added.
    let form = "csrf=token&base=1&has=name&has=after&f.name=Typed&f.after=b&id=new&mend=TX07+after+0";
    let (status, html) = post(&router, "/new/action", form).await;
    assert_eq!(status, StatusCode::UNPROCESSABLE_ENTITY, "nothing is near: {html:.500}");
    assert!(html.contains("value=\"Typed\"") && html.contains("action=\"/new/action\""));
}
