//! The pages: handler and template side by side, rendered on the server.
//!
//! A [`Desk`] holds the departments that are shown; [`router`] gives every page of them, [`serve`] listens.
//! Nothing on a page is asked of another host, and every page works without a script.
//! Each route stands in [`table`] with the right that it asks for; the guard before it asks.

mod api;
mod assets;
mod back;
mod comments;
mod desk;
mod frame;
mod guard;
mod headers;
mod notes;
mod pages;
mod places;
mod preferences;
mod problem;
mod routes;
mod signed;
mod ticket;
mod visit;
mod week;

pub use api::openapi;
pub use desk::{Access, Desk};
pub use pages::{router, table};
pub use routes::Route;

use std::net::SocketAddr;
use tokio::net::TcpListener;

/// Serves the pages until Ctrl-C; answers under way are finished first.
pub async fn serve(listener: TcpListener, desk: Desk) -> anyhow::Result<()> {
    let stop = async {
        // Where the signal cannot be heard, the server runs until its process is ended.
        if tokio::signal::ctrl_c().await.is_err() {
            std::future::pending::<()>().await;
        }
    };
    let messages = tokio::spawn(app::hooks::work(desk.shared_people(), desk.clock()));
    let people = desk.shared_people();
    let figures = |one| tokio::spawn(app::figures::pull_when_due(one, people.clone()));
    let figures: Vec<_> = desk.workspaces().map(figures).collect();
    let report = |one| tokio::spawn(app::reports::keep_reporting(one, desk.printer()));
    let reports: Vec<_> = desk.workspaces().map(report).collect();
    let studies: Vec<_> =
        desk.workspaces().map(|one| tokio::spawn(async move { one.keep_asking().await })).collect();
    let app = router(desk).into_make_service_with_connect_info::<SocketAddr>();
    axum::serve(listener, app).with_graceful_shutdown(stop).await?;
    // A message that is cut off is sent again at the next start.
    messages.abort();
    studies.iter().chain(&figures).chain(&reports).for_each(tokio::task::JoinHandle::abort);
    Ok(())
}
