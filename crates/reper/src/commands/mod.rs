//! The commands, a file each.

mod backup;
mod check;
mod demo;
mod diff;
mod explain;
mod init;
mod judged;
mod kpi;
mod render;
mod serve;
mod stats;
mod sync;
mod user;

use crate::settings::Settings;
use anyhow::Result;
use app::{AppError, DATABASE};
use clap::ArgMatches;
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::sync::Arc;
use store::Store;
use store_sqlite::SqliteStore;

/// Runs the command that was asked for.
pub fn run(settings: &Settings, matches: &ArgMatches) -> Result<ExitCode> {
    match matches.subcommand() {
        Some(("check", found)) => check::run(settings, found),
        Some(("explain", found)) => explain::run(settings, found),
        Some(("stats", found)) => stats::run(settings, found),
        Some(("push", found)) => sync::push(settings, found),
        Some(("pull", found)) => sync::pull(settings, found),
        Some((name, found)) => {
            let runtime = tokio::runtime::Builder::new_multi_thread().enable_all().build()?;
            runtime.block_on(async {
                match name {
                    "backup" => backup::backup(settings, found).await,
                    "restore" => backup::restore(settings, found).await,
                    "demo" => demo::run(settings, found).await,
                    "diff" => diff::run(settings, found).await,
                    "init" => init::run(settings, found).await,
                    "kpi" => kpi::run(settings, found).await,
                    "render" => render::run(settings, found).await,
                    "user" => user::run(settings, found).await,
                    _ => serve::run(settings, found).await,
                }
            })
        }
        None => Ok(ExitCode::from(2)),
    }
}

/// A path among the arguments.
fn path(matches: &ArgMatches, name: &str) -> PathBuf {
    matches.get_one::<PathBuf>(name).cloned().unwrap_or_default()
}

/// The store of a department's folder; it is made where it is not there yet.
async fn store(root: &Path) -> Result<Arc<dyn Store>, AppError> {
    std::fs::create_dir_all(root).map_err(|error| AppError::File(root.to_owned(), error))?;
    Ok(Arc::new(SqliteStore::open(&root.join(DATABASE)).await?))
}

/// The store of a department's folder, or an empty one in memory where there is none: for commands that only
/// read.
async fn store_to_read(root: &Path) -> Result<Arc<dyn Store>, AppError> {
    match root.join(DATABASE).exists() {
        true => store(root).await,
        false => Ok(Arc::new(SqliteStore::memory().await?)),
    }
}
