//! What holds for every command.

use app::Clock;
use clap::ArgMatches;
use locale::Lang;
use std::ffi::OsString;
use std::io::IsTerminal;

/// What holds for every command.
pub struct Settings {
    /// The language of what is said.
    pub lang: Lang,
    /// Whether to colour what goes to a terminal.
    pub colour: bool,
    /// The clock.
    pub clock: Clock,
}

impl Settings {
    /// From the arguments and the terminal.
    pub fn new(lang: Lang, matches: &ArgMatches) -> Self {
        let mut inner = matches;
        while let Some((_, deeper)) = inner.subcommand() {
            inner = deeper;
        }
        let today = inner.try_get_one("today").ok().flatten().copied();
        Settings {
            lang,
            colour: std::io::stdout().is_terminal() && std::env::var_os("NO_COLOR").is_none(),
            clock: today.map_or_else(Clock::default, Clock::fixed),
        }
    }
}

/// The language: `--lang`, else `REPER_LANG`, else the system's. It is needed before the arguments are read,
/// because it is the language in which they are explained.
pub fn language(arguments: &[OsString], variable: impl Fn(&str) -> Option<String>) -> Lang {
    let texts: Vec<&str> = arguments.iter().filter_map(|argument| argument.to_str()).collect();
    let flag = texts.iter().enumerate().find_map(|(at, text)| match text.strip_prefix("--lang") {
        Some("") => texts.get(at + 1).copied(),
        Some(value) => value.strip_prefix('='),
        None => None,
    });
    let system = ["REPER_LANG", "LC_ALL", "LC_MESSAGES", "LANG"];
    flag.and_then(Lang::preferred)
        .or_else(|| system.iter().filter_map(|name| variable(name)).find_map(|text| Lang::preferred(&text)))
        .unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_flag_goes_before_the_system() {
        let russian = |name: &str| (name == "LANG").then(|| "ru_RU.UTF-8".to_owned());
        let told = |words: &[&str]| {
            let words: Vec<_> = words.iter().map(OsString::from).collect();
            language(&words, russian)
        };
        assert_eq!(told(&["reper", "check"]), Lang::Ru);
        assert_eq!(told(&["reper", "check", "--lang", "en"]), Lang::En);
        assert_eq!(told(&["reper", "--lang=en,ru"]), Lang::En);
        assert_eq!(told(&["reper", "--lang"]), Lang::Ru);
    }
}
