//! The pages: handler and template side by side, rendered on the server, read only.
//!
//! A [`Desk`] holds the departments that are shown; [`router`] gives every page of them, [`serve`] listens.
//! Nothing on a page is asked of another host, and every page works without a script.

mod assets;
mod desk;
mod frame;
mod headers;
mod notes;
mod pages;
mod preferences;
mod problem;
mod visit;
mod week;

pub use desk::Desk;
pub use pages::router;

use tokio::net::TcpListener;

/// Serves the pages until Ctrl-C; answers under way are finished first.
pub async fn serve(listener: TcpListener, desk: Desk) -> anyhow::Result<()> {
    let stop = async {
        // Where the signal cannot be heard, the server runs until its process is ended.
        if tokio::signal::ctrl_c().await.is_err() {
            std::future::pending::<()>().await;
        }
    };
    axum::serve(listener, router(desk)).with_graceful_shutdown(stop).await?;
    Ok(())
}
