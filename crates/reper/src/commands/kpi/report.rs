//! `reper kpi report`: the control report of a day, as files.

use crate::commands::{path, store_to_read};
use crate::printer::Press;
use crate::settings::Settings;
use anyhow::Result;
use app::AppError;
use app::reports::{file, look_on, name};
use clap::ArgMatches;
use locale::Lang;
use std::process::ExitCode;

pub async fn run(settings: &Settings, matches: &ArgMatches) -> Result<ExitCode> {
    let (root, out) = (path(matches, "into"), path(matches, "out"));
    let view = look_on(&root, &*store_to_read(&root).await?, settings.clock).await?;
    let asked = |name| matches.get_many::<String>(name).into_iter().flatten();
    let mut langs: Vec<Lang> = asked("lang").filter_map(|code| code.parse().ok()).collect();
    if langs.is_empty() {
        langs.push(view.language());
    }
    std::fs::create_dir_all(&out).map_err(|error| AppError::File(out.clone(), error))?;
    for lang in langs {
        for form in asked("format") {
            let to = out.join(name(view.today, lang, form));
            let content = file(&view, lang, form, &Press)?;
            std::fs::write(&to, content).map_err(|error| AppError::File(to.clone(), error))?;
            println!("{}", to.display());
        }
    }
    Ok(ExitCode::SUCCESS)
}
