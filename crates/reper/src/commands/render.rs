//! `reper render PATH -o OUT [--revision normative|N]`

use super::{path, store_to_read};
use crate::printer::Press;
use crate::settings::Settings;
use anyhow::Result;
use app::approval::{Printed, Which};
use app::exchange::{Export, export};
use app::{Act, AppError, Format, Rendered, Store, Workspace, documents, look, render};
use clap::ArgMatches;
use locale::{Lang, t};
use report::Document;
use std::collections::BTreeMap;
use std::process::ExitCode;
use std::sync::Arc;

pub async fn run(settings: &Settings, matches: &ArgMatches) -> Result<ExitCode> {
    let root = path(matches, "path");
    let out = path(matches, "out");
    let store = store_to_read(&root).await?;
    let which = matches.get_one::<Which>("revision").copied();
    let printed = match which {
        Some(which) => Some(kept(settings, &store, which).await?),
        None => None,
    };
    let view = match &printed {
        Some(printed) => Arc::clone(&printed.view),
        None => Arc::new(look(&root, &*store, settings.clock).await?),
    };
    let asked = |name| matches.get_many::<String>(name).into_iter().flatten();
    let mut langs: Vec<Lang> = asked("lang").filter_map(|code| code.parse().ok()).collect();
    if langs.is_empty() {
        langs.push(view.language());
    }
    std::fs::create_dir_all(&out).map_err(|error| AppError::File(out.clone(), error))?;
    let made =
        |&lang: &Lang| printed.as_ref().map_or_else(|| documents(&view, lang), |one| one.documents(lang));
    let documents: Vec<Document> = langs.iter().flat_map(made).collect();
    let formats: Vec<Format> = asked("format").filter_map(|ending| Format::of(ending)).collect();
    let exports: Vec<Export> = asked("format").filter_map(|word| Export::of(word)).collect();
    let mut made = all(&documents, &formats)?;
    let measurements = if exports.is_empty() { BTreeMap::new() } else { store.all().await? };
    for &lang in &langs {
        for &form in &exports {
            made.push(export(&view, &measurements, form, lang, None)?);
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

/// A revision of the folder's store with its approval; that it is taken out is noted in the audit trail.
async fn kept(settings: &Settings, store: &Arc<dyn Store>, which: Which) -> Result<Printed, AppError> {
    let users = store.users().await?;
    let printed = Workspace::new(Arc::clone(store), settings.clock).printed(which, users).await?;
    let act = Act { by: "(command)".to_owned(), at: settings.clock.instant(), from: String::new() };
    app::note(&**store, &act, "export", &format!("revision {}", printed.view.revision), "", "").await?;
    Ok(printed)
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
