//! `reper`: arguments, configuration, and which store. No logic lives here.
//!
//! Exit codes: 0 clean, 1 findings, 2 wrong use or input, 3 fault.

mod arguments;
mod commands;
mod misuse;
mod printer;
mod settings;

use app::AppError;
use locale::{Lang, t};
use settings::Settings;
use std::process::ExitCode;

fn main() -> ExitCode {
    let arguments: Vec<_> = std::env::args_os().collect();
    let lang = settings::language(&arguments, |name| std::env::var(name).ok());
    let matches = match arguments::command(lang).try_get_matches_from(arguments) {
        Ok(matches) => matches,
        Err(error) => return misuse::show(&error, lang),
    };
    let settings = Settings::new(lang, &matches);
    match commands::run(&settings, &matches) {
        Ok(code) => code,
        Err(error) => failed(&error, lang),
    }
}

/// Tells what went wrong: wrong input with its mend, or a fault with its chain of causes.
fn failed(error: &anyhow::Error, lang: Lang) -> ExitCode {
    if let Some(known) = error.downcast_ref::<AppError>() {
        eprintln!("{}", known.message(lang));
        return ExitCode::from(2);
    }
    if let Some(io) = error.downcast_ref::<std::io::Error>()
        && io.kind() == std::io::ErrorKind::BrokenPipe
    {
        // Whoever read our output has seen enough of it.
        return ExitCode::SUCCESS;
    }
    eprintln!("{}", t!(lang, "fault", cause = format!("{error:#}")));
    ExitCode::from(3)
}
