//! `reper stats FAMILY FILE`

use crate::settings::Settings;
use anyhow::Result;
use app::AppError;
use clap::ArgMatches;
use std::io::Write;
use std::path::PathBuf;
use std::process::ExitCode;
use study::{Kind, Options, family, human, json};

pub fn run(settings: &Settings, matches: &ArgMatches) -> Result<ExitCode> {
    let Some((name, found)) = matches.subcommand() else { return Ok(ExitCode::from(2)) };
    let Some(family) = family(name) else { return Ok(ExitCode::from(2)) };
    let given = family.options.iter().filter_map(|opt| match opt.kind {
        Kind::Flag => found.get_flag(opt.name).then_some((opt.name, "true")),
        _ => found.get_one::<String>(opt.name).map(|value| (opt.name, value.as_str())),
    });
    let options = Options::new(family.options, given).map_err(AppError::from)?;
    let file = found.get_one::<PathBuf>("file");
    let answer = app::studies::ask(family, &options, file.map(PathBuf::as_path))?;
    let (lang, today) = (settings.lang, settings.clock.today());
    let name = file.map(|file| file.to_string_lossy().into_owned()).unwrap_or_default();
    for out in found.get_many::<PathBuf>("out").into_iter().flatten() {
        app::studies::write(&app::studies::export(&*answer, &name, out, lang, today)?)?;
    }
    let mut stdout = std::io::stdout().lock();
    match found.get_one::<String>("format").map_or("human", String::as_str) {
        "json" => writeln!(stdout, "{:#}", json(&answer.tell(lang)))?,
        "r" => stdout.write_all(answer.script(&name).as_bytes())?,
        "csv" => {
            let csv = app::studies::export(&*answer, &name, "tidy.csv".as_ref(), lang, today)?;
            csv.iter().try_for_each(|(_, content)| stdout.write_all(content))?;
        }
        _ => stdout.write_all(human(&answer.tell(lang), lang).as_bytes())?,
    }
    Ok(ExitCode::SUCCESS)
}
