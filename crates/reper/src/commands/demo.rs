//! `reper demo`

use super::{path, serve, store};
use crate::settings::Settings;
use anyhow::Result;
use app::{AppError, DoorSettings, Workspace};
use clap::ArgMatches;
use locale::{Lang, t};
use std::process::ExitCode;
use std::sync::Arc;
use web::Access;

pub async fn run(settings: &Settings, matches: &ArgMatches) -> Result<ExitCode> {
    let folder = path(matches, "dir");
    let clock = app::demo_clock();
    let mut workspaces = Vec::new();
    for lang in Lang::ALL {
        let root = folder.join(lang.code());
        let store = store(&root).await?;
        match app::init_demo(&root, lang, &*store, clock).await {
            // It was made by an earlier run and may have been mended since.
            Ok(_) | Err(AppError::Occupied(_)) => {}
            Err(error) => return Err(error.into()),
        }
        serve::adopt(settings, &root, &*store).await?;
        workspaces.push((lang, Arc::new(Workspace::new(store, clock).in_folder(&root))));
    }
    let shown = std::path::absolute(&folder).unwrap_or(folder).display().to_string();
    let access = Access::demo(app::secret()?);
    eprintln!("{}", t!(settings.lang, "demo-folder", path = shown, day = clock.today()));
    serve::serve(settings, matches, workspaces, access, DoorSettings::default()).await
}
