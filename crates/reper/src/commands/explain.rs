//! `reper explain CODE`, and the whole catalogue of rules without a code.

use crate::settings::Settings;
use anyhow::Result;
use clap::ArgMatches;
use department::book;
use diag::Book;
use locale::t;
use std::io::Write;
use std::process::ExitCode;

pub fn run(settings: &Settings, matches: &ArgMatches) -> Result<ExitCode> {
    let lang = settings.lang;
    let mut out = std::io::stdout().lock();
    let Some(code) = matches.get_one::<String>("code") else {
        out.write_all(book().catalogue(lang).as_bytes())?;
        return Ok(ExitCode::SUCCESS);
    };
    match book().doc(code) {
        Some((code, _)) => {
            out.write_all(book().explain(lang, code).as_bytes())?;
            Ok(ExitCode::SUCCESS)
        }
        None => {
            eprintln!("{}", t!(lang, "explain-unknown", code = code, known = codes(book())));
            Ok(ExitCode::from(2))
        }
    }
}

fn codes(book: &Book) -> String {
    book.iter().map(|(code, _)| code).collect::<Vec<_>>().join(", ")
}

#[cfg(test)]
mod tests {
    use locale::Lang;

    /// The catalogue in `docs/` is what the rules say; `UPDATE=1 cargo nextest run -p reper` writes it anew.
    #[test]
    fn the_printed_catalogue_is_current() {
        for lang in Lang::ALL {
            let path = format!("{}/../../docs/rules.{lang}.md", env!("CARGO_MANIFEST_DIR"));
            let now = department::book().catalogue(lang);
            if std::env::var_os("UPDATE").is_some() {
                std::fs::write(&path, &now).expect("docs/ can be written");
            }
            let printed = std::fs::read_to_string(&path).unwrap_or_default();
            assert!(printed == now, "{path} is not current: run with UPDATE=1");
        }
    }
}
