//! Wrong arguments, told in the language of whoever asked.

use clap::Error;
use clap::error::{ContextKind, ContextValue, ErrorKind};
use locale::{Lang, t};
use std::process::ExitCode;

/// Shows help or version where that was asked for, else what is wrong with the arguments.
pub fn show(error: &Error, lang: Lang) -> ExitCode {
    if !error.use_stderr() {
        print!("{error}");
        return ExitCode::SUCCESS;
    }
    eprintln!("{}", message(error, lang));
    ExitCode::from(2)
}

fn message(error: &Error, lang: Lang) -> String {
    let text = |kind| error.get(kind).map(words).unwrap_or_default();
    let argument = text(ContextKind::InvalidArg);
    let hint = |kind| match text(kind).as_str() {
        "" => String::new(),
        near => t!(lang, "did-you-mean", near = near),
    };
    let said = match error.kind() {
        ErrorKind::DisplayHelpOnMissingArgumentOrSubcommand => return error.to_string(),
        ErrorKind::InvalidValue => t!(
            lang,
            "misuse-value",
            value = text(ContextKind::InvalidValue),
            argument = argument,
            known = text(ContextKind::ValidValue)
        ),
        ErrorKind::ValueValidation => {
            t!(lang, "misuse-unreadable", value = text(ContextKind::InvalidValue), argument = argument)
        }
        ErrorKind::UnknownArgument => {
            t!(lang, "misuse-argument", argument = argument, hint = hint(ContextKind::SuggestedArg))
        }
        ErrorKind::InvalidSubcommand => t!(
            lang,
            "misuse-command",
            command = text(ContextKind::InvalidSubcommand),
            hint = hint(ContextKind::SuggestedSubcommand)
        ),
        ErrorKind::MissingRequiredArgument => t!(lang, "misuse-missing", argument = argument),
        ErrorKind::ArgumentConflict => t!(lang, "misuse-twice", argument = argument),
        _ => return error.to_string(),
    };
    format!("{said}\n{}", t!(lang, "misuse-help"))
}

fn words(value: &ContextValue) -> String {
    match value {
        ContextValue::String(text) => text.clone(),
        ContextValue::Strings(texts) => texts.join(", "),
        other => other.to_string(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::arguments::command;

    #[test]
    fn wrong_arguments_are_told_in_the_language() {
        let told = |lang, words: &[&str]| {
            message(&command(lang).try_get_matches_from(words).expect_err("they are wrong"), lang)
        };
        assert!(told(Lang::Ru, &["reper", "chekc"]).contains("check"));
        assert!(told(Lang::Ru, &["reper", "chekc"]).contains("имелось в виду"));
        assert!(told(Lang::Ru, &["reper", "check", "--format", "yaml"]).contains("human, json, sarif"));
        assert!(told(Lang::En, &["reper", "kpi", "import"]).contains("FILE"));
        assert!(told(Lang::En, &["reper", "check", "--today", "soon"]).contains("soon"));
        assert!(told(Lang::Ru, &["reper", "check", "--strikt"]).contains("--strict"));
    }
}
