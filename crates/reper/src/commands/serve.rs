//! `reper serve --data DIR`

use super::{path, store};
use crate::printer::Press;
use crate::settings::Settings;
use anyhow::{Context, Result};
use app::{Act, AppError, Store, Workspace, load};
use clap::ArgMatches;
use locale::{Lang, t};
use std::net::{IpAddr, SocketAddr};
use std::path::Path;
use std::process::ExitCode;
use std::sync::Arc;
use tokio::net::TcpListener;
use web::{Access, Desk};

pub async fn run(settings: &Settings, matches: &ArgMatches) -> Result<ExitCode> {
    let root = path(matches, "data");
    if !root.is_dir() {
        return Err(AppError::NoPath(root).into());
    }
    let store = store(&root).await?;
    adopt(settings, &root, &*store).await?;
    let workspace = Workspace::new(store, settings.clock);
    let lang = workspace.view().await?.language();
    let access = Access::demo(app::secret()?);
    serve(settings, matches, vec![(lang, Arc::new(workspace))], access).await
}

/// Takes the folder's texts in as the first revision where there is none yet, and says so where they differ from the
/// last one. A folder without texts is a department that has yet to be written.
pub(super) async fn adopt(settings: &Settings, root: &Path, store: &dyn Store) -> Result<()> {
    let act = Act { by: "(command)".to_owned(), at: settings.clock.instant(), from: String::new() };
    match app::adopt(root, store, &act).await {
        Ok(true) | Err(AppError::NoDepartment(_)) => return Ok(()),
        Ok(false) => {}
        Err(error) => return Err(error.into()),
    }
    let head = store.head().await.map_err(AppError::from)?;
    let kept = store.texts(head).await.map_err(AppError::from)?;
    if load(root).ok().is_some_and(|texts| kept.is_some_and(|kept| kept != texts)) {
        let path = root.display().to_string();
        eprintln!("{}", t!(settings.lang, "serve-differs", path = path, revision = head));
    }
    Ok(())
}

/// Serves departments until it is stopped; the address goes to stdout.
pub(super) async fn serve(
    settings: &Settings,
    matches: &ArgMatches,
    workspaces: Vec<(Lang, Arc<Workspace>)>,
    access: Access,
) -> Result<ExitCode> {
    let asked = matches.get_one::<String>("listen").cloned().unwrap_or_default();
    let lang = settings.lang;
    let address: SocketAddr = match asked.parse() {
        Ok(address) => address,
        Err(_) => {
            eprintln!("{}", t!(lang, "serve-address", address = asked));
            return Ok(ExitCode::from(2));
        }
    };
    let chosen = matches.value_source("listen") == Some(clap::parser::ValueSource::CommandLine);
    let listener = match TcpListener::bind(address).await {
        // The usual port is taken, perhaps by another Reper: any other will do, unless this one was asked for.
        Err(_) if !chosen => TcpListener::bind((IpAddr::from([127, 0, 0, 1]), 0)).await,
        bound => bound,
    };
    let listener = listener.with_context(|| t!(lang, "serve-taken", address = asked))?;
    println!("http://{}", listener.local_addr()?);
    eprintln!("{}", t!(lang, "serve-stop"));
    let desk = Desk::new(workspaces, Arc::new(Press), access).context("no department to serve")?;
    web::serve(listener, desk).await?;
    Ok(ExitCode::SUCCESS)
}
