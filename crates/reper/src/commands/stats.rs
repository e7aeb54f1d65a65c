//! `reper stats FAMILY FILE`

use crate::settings::Settings;
use anyhow::Result;
use app::AppError;
use app::studies::Question;
use clap::ArgMatches;
use std::io::{IsTerminal, Write};
use std::path::PathBuf;
use std::process::ExitCode;
use std::sync::{Arc, Mutex, PoisonError};
use std::time::{Duration, Instant};
use study::{Kind, Options, Selection, Watch, family, human, json};

pub fn run(settings: &Settings, matches: &ArgMatches) -> Result<ExitCode> {
    let Some((name, found)) = matches.subcommand() else { return Ok(ExitCode::from(2)) };
    let Some(family) = family(name) else { return Ok(ExitCode::from(2)) };
    let given = family.options.iter().filter_map(|opt| match opt.kind {
        Kind::Flag if opt.default != "true" => found.get_flag(opt.name).then_some((opt.name, "true")),
        _ => found.get_one::<String>(opt.name).map(|value| (opt.name, value.as_str())),
    });
    let options = Options::new(family.options, given).map_err(AppError::from)?;
    let file = found.get_one::<PathBuf>("file");
    let text = |name: &str| found.get_one::<String>(name).cloned().unwrap_or_default();
    let selection = Selection {
        types: text("types"),
        units: text("units"),
        derive: found.get_many::<String>("derive").into_iter().flatten().cloned().collect(),
        filter: text("filter"),
    };
    let (lang, today) = (settings.lang, settings.clock.today());
    let file_path = file.map(PathBuf::as_path);
    let fresh = if family.takes_new { found.get_one::<PathBuf>("new").map(PathBuf::as_path) } else { None };
    let question = Question {
        family,
        options: &options,
        file: file_path,
        fresh,
        selection: &selection,
        watch: progress(),
    };
    let (answer, notices) = app::studies::ask(question, lang)?;
    notices.iter().for_each(|notice| eprintln!("{notice}"));
    let name = file.map(|file| file.to_string_lossy().into_owned()).unwrap_or_default();
    for out in found.get_many::<PathBuf>("out").into_iter().flatten() {
        app::studies::write(&app::studies::export(&*answer, &name, out, lang, today)?)?;
    }
    let mut stdout = std::io::stdout().lock();
    match found.get_one::<String>("format").map_or("human", String::as_str) {
        "json" => writeln!(stdout, "{:#}", json(&answer.whole(lang)))?,
        "r" => stdout.write_all(answer.script(&name).as_bytes())?,
        "csv" => {
            let csv = app::studies::export(&*answer, &name, "tidy.csv".as_ref(), lang, today)?;
            csv.iter().try_for_each(|(_, content)| stdout.write_all(content))?;
        }
        _ => stdout.write_all(human(&answer.tell(lang), lang).as_bytes())?,
    }
    Ok(ExitCode::SUCCESS)
}

/// Tells at a terminal how far a pass has come, when it takes more than a second.
fn progress() -> Option<Watch> {
    let begun = Instant::now();
    let told = Mutex::new(begun);
    let watch = move |done: usize, all: usize| {
        let mut last = told.lock().unwrap_or_else(PoisonError::into_inner);
        let due = begun.elapsed() > Duration::from_secs(1) && last.elapsed() > Duration::from_millis(200);
        if due && all > 0 {
            *last = Instant::now();
            eprint!("\r{} %   \r", 100 * done / all);
        }
    };
    std::io::stderr().is_terminal().then(|| Arc::new(watch) as Watch)
}
