//! The demo department's pages while they are being written: without the typesetter, which takes long to build.
//!
//! `cargo run -p web --example look [PORT] [empty]`

use app::{Clock, Printer, Workspace};
use locale::Lang;
use std::sync::Arc;

struct NoPrinter;

impl Printer for NoPrinter {
    fn pdf(&self, _: &report::Document) -> anyhow::Result<Vec<u8>> {
        anyhow::bail!("this example prints nothing")
    }
}

#[tokio::main]
async fn main() -> anyhow::Result<()> {
    let mut arguments = std::env::args().skip(1);
    let port = arguments.next().unwrap_or_else(|| "4711".to_owned());
    let empty = arguments.next().is_some();
    let folder = tempfile::tempdir()?;
    let mut workspaces = Vec::new();
    for lang in Lang::ALL {
        let (root, store) = (folder.path().join(lang.code()), Arc::new(store_sqlite::SqliteStore::memory().await?));
        if empty {
            app::init(&root, lang)?;
        } else {
            app::init_demo(&root, lang, &*store, Clock::default()).await?;
        }
        workspaces.push((lang, Arc::new(Workspace::new(root, store, Clock::default()))));
    }
    let listener = tokio::net::TcpListener::bind(format!("127.0.0.1:{port}")).await?;
    println!("http://127.0.0.1:{port}");
    web::serve(listener, web::Desk::new(workspaces, Arc::new(NoPrinter))).await
}
