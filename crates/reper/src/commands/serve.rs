//! `reper serve --data DIR`

use super::{path, store};
use crate::printer::Press;
use crate::settings::Settings;
use anyhow::{Context, Result};
use app::{Act, AppError, Door, DoorSettings, ProviderSettings, Store, Workspace, load};
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
    let Some(door) = door(settings, matches) else { return Ok(ExitCode::from(2)) };
    let store = store(&root).await?;
    adopt(settings, &root, &*store).await?;
    let workspace = Workspace::new(store, settings.clock).in_folder(&root);
    let lang = workspace.view().await?.language();
    welcome(settings, &workspace, &door).await?;
    serve(settings, matches, vec![(lang, Arc::new(workspace))], Access::SignedIn, door).await
}

/// How the door stands in its network, as the options say; or nothing, after saying what is wrong with them.
fn door(settings: &Settings, matches: &ArgMatches) -> Option<DoorSettings> {
    let (lang, text) = (settings.lang, |name: &str| matches.get_one::<String>(name).cloned());
    let public = text("public").map(|public| public.trim_end_matches('/').to_owned());
    if let Some(wrong) = public.as_ref().filter(|public| !is_origin(public)) {
        eprintln!("{}", t!(lang, "people-cli-public-wrong", address = wrong.as_str()));
        return None;
    }
    let provider = match (text("oidc-issuer"), text("oidc-client")) {
        (Some(issuer), Some(client)) => {
            let secret = std::env::var("REPER_OIDC_SECRET").ok().filter(|secret| !secret.is_empty());
            Some(ProviderSettings { issuer, client, secret })
        }
        (None, None) => None,
        _ => {
            eprintln!("{}", t!(lang, "people-cli-oidc-both"));
            return None;
        }
    };
    if provider.is_some() && public.is_none() {
        eprintln!("{}", t!(lang, "people-cli-oidc-public"));
        return None;
    }
    let here = text("listen").and_then(|listen| listen.parse::<SocketAddr>().ok());
    let encrypted = public.as_ref().is_some_and(|public| public.starts_with("https://"));
    if here.is_some_and(|here| !here.ip().is_loopback()) && !encrypted {
        eprintln!("{}", t!(lang, "people-cli-open"));
    }
    Some(DoorSettings { public, proxied: matches.get_flag("behind-proxy"), provider })
}

/// `https://host[:port]`, and no path.
fn is_origin(text: &str) -> bool {
    let host = text.strip_prefix("https://").or_else(|| text.strip_prefix("http://"));
    host.is_some_and(|host| {
        !host.is_empty() && host.chars().all(|c| c.is_ascii_alphanumeric() || ".-:[]".contains(c))
    })
}

/// Where there is no user yet, whoever started the server gets the link of the first administrator.
async fn welcome(settings: &Settings, workspace: &Workspace, door: &DoorSettings) -> Result<()> {
    let door = Door::new(workspace.shared_store(), settings.clock, door.clone());
    if let Some(secret) = door.first_link().await? {
        eprintln!("{}\n  {}", t!(settings.lang, "people-cli-first"), door.url(&format!("/join/{secret}")));
        if door.url("").is_empty() {
            eprintln!("  {}", t!(settings.lang, "people-cli-path"));
        }
    }
    Ok(())
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
    door: DoorSettings,
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
    let desk =
        Desk::new(workspaces, Arc::new(Press), access).context("no department to serve")?.with_door(door);
    web::serve(listener, desk).await?;
    Ok(ExitCode::SUCCESS)
}
