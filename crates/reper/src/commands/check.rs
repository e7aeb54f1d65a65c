//! `reper check PATH`

use super::{path, store_to_read};
use crate::settings::Settings;
use anyhow::Result;
use app::{AppError, load, save};
use clap::ArgMatches;
use department::{Facts, Reading, book, check, check_with, read};
use diag::{Finding, Severity, Span};
use jiff::civil::Date;
use locale::t;
use notify::Watcher;
use std::collections::BTreeMap;
use std::io::Write;
use std::path::Path;
use std::process::ExitCode;
use std::time::Duration;

pub fn run(settings: &Settings, matches: &ArgMatches) -> Result<ExitCode> {
    let path = path(matches, "path");
    let strict = matches.get_flag("strict");
    let format = matches.get_one::<String>("format").map_or("human", String::as_str);
    if matches.get_flag("mend") {
        mend(settings, &path)?;
    }
    let failed = once(settings, &path, format, strict)?;
    if matches.get_flag("watch") {
        watch(settings, &path, format, strict)?;
    }
    Ok(ExitCode::from(u8::from(failed)))
}

/// Checks once and tells; whether it failed.
fn once(settings: &Settings, path: &Path, format: &str, strict: bool) -> Result<bool> {
    let reading = read(&load(path)?);
    let today = settings.clock.today();
    let findings = check_with(&reading, &facts(path, &reading, today)?, today);
    show(settings, &reading, &findings, format)?;
    let weighs = |finding: &Finding| match finding.severity {
        Severity::Error => true,
        Severity::Warning => strict,
        Severity::Advice => false,
    };
    let failed = findings.iter().any(weighs);
    // The system takes the memory back at once; giving it back element by element costs as much as a rule.
    std::mem::forget(reading);
    Ok(failed)
}

/// What the department's studies and figures say, where it has any.
fn facts(path: &Path, reading: &Reading, today: Date) -> Result<Facts> {
    let root = if path.is_dir() { path } else { path.parent().unwrap_or(Path::new(".")) };
    if reading.department.studies.is_empty() && !root.join(app::DATABASE).is_file() {
        return Ok(Facts::default());
    }
    let runtime = tokio::runtime::Builder::new_multi_thread().enable_all().build()?;
    runtime.block_on(async {
        let store = store_to_read(root).await?;
        Ok(app::facts(&reading.department, root, &*store, today).await?)
    })
}

fn show(settings: &Settings, reading: &Reading, findings: &[Finding], format: &str) -> Result<()> {
    let sources = &reading.department.sources;
    let lang = settings.lang;
    let mut out = std::io::stdout().lock();
    match format {
        "json" => writeln!(out, "{}", diag::json::render(book(), sources, findings, lang))?,
        "sarif" => {
            let log = diag::sarif::render(book(), sources, findings, lang, env!("CARGO_PKG_VERSION"));
            writeln!(out, "{log}")?;
        }
        _ => {
            out.write_all(diag::human::render(book(), sources, findings, lang, settings.colour).as_bytes())?;
            let count = |severity| findings.iter().filter(|finding| finding.severity == severity).count();
            eprintln!(
                "{}",
                t!(
                    lang,
                    "check-summary",
                    elements = reading.department.len(),
                    errors = count(Severity::Error),
                    warnings = count(Severity::Warning),
                    advice = count(Severity::Advice)
                )
            );
        }
    }
    Ok(())
}

/// Carries out the mends that a machine can carry out.
fn mend(settings: &Settings, path: &Path) -> Result<()> {
    let reading = read(&load(path)?);
    let findings = check(&reading, settings.clock.today());
    let root = if path.is_dir() { path } else { path.parent().unwrap_or(Path::new(".")) };
    let mut edits: BTreeMap<_, Vec<(Span, &str)>> = BTreeMap::new();
    for edit in findings.iter().filter_map(|finding| finding.fix.as_ref()).flat_map(|fix| &fix.edits) {
        edits.entry(edit.place.file).or_default().push((edit.place.span, &edit.text));
    }
    let count: usize = edits.values().map(Vec::len).sum();
    for (file, edits) in edits {
        let source = reading.department.sources.get(file);
        save(root, &source.path, diag::apply(&source.text, &edits).as_bytes())?;
    }
    eprintln!("{}", t!(settings.lang, "check-mended", count = count));
    Ok(())
}

/// Checks again whenever a file of the folder changes, until it is stopped.
fn watch(settings: &Settings, path: &Path, format: &str, strict: bool) -> Result<()> {
    let (send, changed) = std::sync::mpsc::channel();
    let mut watcher = notify::recommended_watcher(move |event: notify::Result<notify::Event>| {
        let touched = event.is_ok_and(|event| !event.kind.is_access());
        if touched {
            let _ = send.send(());
        }
    })?;
    let root = if path.is_dir() { path } else { path.parent().unwrap_or(Path::new(".")) };
    watcher.watch(root, notify::RecursiveMode::Recursive)?;
    eprintln!("{}", t!(settings.lang, "check-watching", path = root.display().to_string()));
    while changed.recv().is_ok() {
        // An editor saves in several steps: wait until it is quiet.
        while changed.recv_timeout(Duration::from_millis(150)).is_ok() {}
        match once(settings, path, format, strict) {
            Ok(_) => {}
            Err(error) => match error.downcast_ref::<AppError>() {
                Some(known) => eprintln!("{}", known.message(settings.lang)),
                None => return Err(error),
            },
        }
    }
    Ok(())
}
