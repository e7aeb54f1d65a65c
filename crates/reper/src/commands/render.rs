//! `reper render PATH -o OUT`

use super::{path, store_to_read};
use crate::printer::Press;
use crate::settings::Settings;
use anyhow::Result;
use app::{AppError, Format, Workspace, documents, render};
use clap::ArgMatches;
use locale::{Lang, t};
use std::process::ExitCode;

pub async fn run(settings: &Settings, matches: &ArgMatches) -> Result<ExitCode> {
    let root = path(matches, "path");
    let out = path(matches, "out");
    let workspace = Workspace::new(&root, store_to_read(&root).await?, settings.clock);
    let view = workspace.view().await?;
    let asked = |name| matches.get_many::<String>(name).into_iter().flatten();
    let mut langs: Vec<Lang> = asked("lang").filter_map(|code| code.parse().ok()).collect();
    if langs.is_empty() {
        langs.push(view.language());
    }
    std::fs::create_dir_all(&out).map_err(|error| AppError::File(out.clone(), error))?;
    for lang in langs {
        for document in documents(&view, lang) {
            for format in asked("format").filter_map(|ending| Format::of(ending)) {
                let rendered = render(&document, format, &Press)?;
                let file = out.join(&rendered.name);
                std::fs::write(&file, rendered.content)
                    .map_err(|error| AppError::File(file.clone(), error))?;
                println!("{}", file.display());
            }
        }
    }
    let errors = view.findings.iter().filter(|finding| finding.severity == diag::Severity::Error).count();
    if errors > 0 {
        eprintln!("{}", t!(settings.lang, "render-errors", errors = errors));
    }
    Ok(ExitCode::SUCCESS)
}
