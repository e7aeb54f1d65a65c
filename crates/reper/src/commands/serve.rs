//! `reper serve --data DIR`

use super::{path, store};
use crate::printer::Press;
use crate::settings::Settings;
use anyhow::{Context, Result};
use app::{Workspace, load};
use clap::ArgMatches;
use locale::{Lang, t};
use std::net::{IpAddr, SocketAddr};
use std::process::ExitCode;
use std::sync::Arc;
use tokio::net::TcpListener;
use web::Desk;

pub async fn run(settings: &Settings, matches: &ArgMatches) -> Result<ExitCode> {
    let root = path(matches, "data");
    load(&root)?;
    let workspace = Workspace::new(&root, store(&root).await?, settings.clock);
    let lang = workspace.view().await?.language();
    serve(settings, matches, vec![(lang, Arc::new(workspace))]).await
}

/// Serves departments until it is stopped; the address goes to stdout.
pub(super) async fn serve(
    settings: &Settings,
    matches: &ArgMatches,
    workspaces: Vec<(Lang, Arc<Workspace>)>,
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
    web::serve(listener, Desk::new(workspaces, Arc::new(Press))).await?;
    Ok(ExitCode::SUCCESS)
}
