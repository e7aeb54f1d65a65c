//! `reper render PATH -o OUT`

use super::{path, store_to_read};
use crate::printer::Press;
use crate::settings::Settings;
use anyhow::Result;
use app::exchange::{Export, export};
use app::{AppError, Format, Rendered, documents, look, render};
use clap::ArgMatches;
use locale::{Lang, t};
use report::Document;
use std::process::ExitCode;

pub async fn run(settings: &Settings, matches: &ArgMatches) -> Result<ExitCode> {
    let root = path(matches, "path");
    let out = path(matches, "out");
    let view = look(&root, &*store_to_read(&root).await?, settings.clock).await?;
    let asked = |name| matches.get_many::<String>(name).into_iter().flatten();
    let mut langs: Vec<Lang> = asked("lang").filter_map(|code| code.parse().ok()).collect();
    if langs.is_empty() {
        langs.push(view.language());
    }
    std::fs::create_dir_all(&out).map_err(|error| AppError::File(out.clone(), error))?;
    let documents: Vec<Document> = langs.iter().flat_map(|&lang| documents(&view, lang)).collect();
    let formats: Vec<Format> = asked("format").filter_map(|ending| Format::of(ending)).collect();
    let exports: Vec<Export> = asked("format").filter_map(|word| Export::of(word)).collect();
    let mut made = all(&documents, &formats)?;
    for &lang in &langs {
        for &form in &exports {
            made.push(export(&view, form, lang, None)?);
        }
    }
    for rendered in made {
        let file = out.join(&rendered.name);
        std::fs::write(&file, rendered.content).map_err(|error| AppError::File(file.clone(), error))?;
        println!("{}", file.display());
    }
    let errors = view.findings.iter().filter(|finding| finding.severity == diag::Severity::Error).count();
    if errors > 0 {
        eprintln!("{}", t!(settings.lang, "render-errors", errors = errors));
    }
    Ok(ExitCode::SUCCESS)
}

/// Every document in every form, a thread a document: setting type takes one core each.
fn all(documents: &[Document], formats: &[Format]) -> Result<Vec<Rendered>> {
    let print = |document: &Document| -> Result<Vec<Rendered>> {
        formats.iter().map(|&format| render(document, format, &Press)).collect()
    };
    std::thread::scope(|scope| {
        let threads: Vec<_> = documents.iter().map(|document| scope.spawn(move || print(document))).collect();
        let mut done = Vec::new();
        for thread in threads {
            let rendered = thread.join().map_err(|_| anyhow::anyhow!("a document could not be set"))?;
            done.extend(rendered?);
        }
        Ok(done)
    })
}
