//! `reper init DIR [--demo ru|en]`

use super::{path, store};
use crate::settings::Settings;
use anyhow::Result;
use clap::ArgMatches;
use locale::{Lang, t};
use std::process::ExitCode;

pub async fn run(settings: &Settings, matches: &ArgMatches) -> Result<ExitCode> {
    let root = path(matches, "dir");
    let demo: Option<Lang> = matches.get_one::<String>("demo").and_then(|code| code.parse().ok());
    let names = match demo {
        Some(lang) => {
            app::free(&root)?;
            let store = store(&root).await?;
            app::init_demo(&root, lang, &*store, settings.clock).await?
        }
        None => app::init(&root, settings.lang)?,
    };
    for name in names {
        println!("{}", root.join(name).display());
    }
    eprintln!("{}", t!(settings.lang, "init-done", path = root.display().to_string()));
    Ok(ExitCode::SUCCESS)
}
