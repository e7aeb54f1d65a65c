//! `reper backup FILE` and `reper restore FILE`

use super::{path, store};
use crate::settings::Settings;
use anyhow::Result;
use app::{Act, AppError, DATABASE, Restored};
use clap::ArgMatches;
use locale::{Lang, t};
use std::path::Path;
use std::process::ExitCode;
use std::sync::Arc;
use store::{Held, Store, StoreError};
use store_sqlite::SqliteStore;

pub async fn backup(settings: &Settings, matches: &ArgMatches) -> Result<ExitCode> {
    let (file, root) = (path(matches, "file"), path(matches, "data"));
    if !root.join(DATABASE).is_file() {
        return Err(AppError::NoPath(root.join(DATABASE)).into());
    }
    let store = store(&root).await?;
    let done = app::backup(&*store, &file, &act(settings)).await;
    store.close().await;
    println!("{}", file_of(settings.lang, "backup-done", &file, done?));
    Ok(ExitCode::SUCCESS)
}

pub async fn restore(settings: &Settings, matches: &ArgMatches) -> Result<ExitCode> {
    let (file, root) = (path(matches, "file"), path(matches, "data"));
    let act = act(settings);
    let now = (&act, settings.clock.today());
    let Restored { held, elements, findings, before } =
        app::restore(&file, &root, matches.get_flag("replace"), now, open).await?;
    println!("{}", file_of(settings.lang, "restore-done", &file, held));
    println!("{}", t!(settings.lang, "restore-checked", elements = elements, findings = findings));
    if let Some(before) = before {
        eprintln!("{}", t!(settings.lang, "restore-before", path = before.display().to_string()));
    }
    Ok(ExitCode::SUCCESS)
}

/// A store that is there already; none is made.
async fn open(file: &Path) -> Result<Arc<dyn Store>, StoreError> {
    Ok(Arc::new(SqliteStore::open_existing(file).await?))
}

fn act(settings: &Settings) -> Act {
    Act { by: "(command)".to_owned(), at: settings.clock.instant(), from: String::new() }
}

fn file_of(lang: Lang, key: &str, file: &Path, held: Held) -> String {
    t!(
        lang,
        key,
        path = file.display().to_string(),
        revisions = held.revisions,
        users = held.users,
        measurements = held.measurements,
        entries = held.entries
    )
}
