//! The commands and their arguments, explained in the language of whoever asks.

mod stats;

use app::approval::Which;
use clap::builder::PossibleValuesParser;
use clap::{Arg, ArgAction, Command, value_parser};
use jiff::civil::Date;
use locale::{Lang, t};
use std::path::PathBuf;

/// All commands.
pub fn command(lang: Lang) -> Command {
    let root = frame(lang, Command::new("reper"), "cli-about", "reper <COMMAND> [OPTIONS]")
        .version(env!("CARGO_PKG_VERSION"))
        .arg(Arg::new("version").long("version").action(ArgAction::Version).help(t!(lang, "cli-version")))
        .subcommand_required(true)
        .arg_required_else_help(true)
        .subcommands([
            demo(lang),
            init(lang),
            check(lang),
            diff(lang),
            explain(lang),
            render(lang),
            kpi(lang),
            stats::stats(lang),
            serve(lang),
            push(lang),
            pull(lang),
            backup(lang),
            restore(lang),
            user(lang),
        ]);
    headed(lang, root)
}

/// `reper check [options] [PATH]`, with the one word in it that has a translation.
fn usage(lang: Lang, words: &str) -> String {
    words
        .replace("OPTIONS", &t!(lang, "cli-usage-options"))
        .replace("COMMAND", &t!(lang, "cli-usage-command"))
}

/// A command with its words.
fn frame(lang: Lang, command: Command, about: &str, words: &str) -> Command {
    command
        .about(t!(lang, about))
        .override_usage(usage(lang, words))
        .disable_help_flag(true)
        .disable_version_flag(true)
        .disable_help_subcommand(true)
        .arg(Arg::new("help").short('h').long("help").action(ArgAction::Help).help(t!(lang, "cli-help")))
        .arg(option(lang, "lang", "ru|en", "cli-lang"))
}

/// The help of a whole command and of those below it: a heading for each kind of thing that it has, and for no other.
fn headed(lang: Lang, mut command: Command) -> Command {
    let names: Vec<String> = command.get_subcommands().map(|one| one.get_name().to_owned()).collect();
    let placed = command.get_positionals().next().is_some();
    let parts = [
        (!names.is_empty(), t!(lang, "cli-commands"), "{subcommands}"),
        (placed, t!(lang, "cli-arguments"), "{positionals}"),
        (true, t!(lang, "cli-options"), "{options}"),
    ];
    let mut help = format!("{{about}}\n\n{} {{usage}}\n", t!(lang, "cli-usage"));
    for (_, heading, what) in parts.into_iter().filter(|part| part.0) {
        help = format!("{help}\n{heading}\n{what}\n");
    }
    for name in names {
        command = command.mut_subcommand(name, |one| headed(lang, one));
    }
    command.help_template(help)
}

/// A command that only holds others.
fn group(
    lang: Lang,
    name: &'static str,
    about: &str,
    words: &str,
    commands: impl IntoIterator<Item = Command>,
) -> Command {
    frame(lang, Command::new(name), about, words)
        .subcommand_required(true)
        .arg_required_else_help(true)
        .subcommands(commands)
}

fn option(lang: Lang, name: &'static str, value: &'static str, help: &str) -> Arg {
    Arg::new(name).long(name).value_name(value).hide_possible_values(true).help(t!(lang, help))
}

fn switch(lang: Lang, name: &'static str, help: &str) -> Arg {
    Arg::new(name).long(name).action(ArgAction::SetTrue).help(t!(lang, help))
}

fn today(lang: Lang) -> Arg {
    option(lang, "today", "YYYY-MM-DD", "cli-today").value_parser(value_parser!(Date))
}

fn path(lang: Lang, name: &'static str, value: &'static str, help: &str) -> Arg {
    Arg::new(name).value_name(value).value_parser(value_parser!(PathBuf)).help(t!(lang, help))
}

fn listen(lang: Lang) -> Arg {
    option(lang, "listen", "ADDR", "cli-listen").default_value("127.0.0.1:7373").hide_default_value(true)
}

fn demo(lang: Lang) -> Command {
    frame(lang, Command::new("demo"), "cli-demo", "reper demo [OPTIONS]").arg(listen(lang)).arg(
        option(lang, "dir", "DIR", "cli-demo-dir")
            .value_parser(value_parser!(PathBuf))
            .default_value("reper-demo")
            .hide_default_value(true),
    )
}

fn init(lang: Lang) -> Command {
    frame(lang, Command::new("init"), "cli-init", "reper init <DIR> [OPTIONS]")
        .arg(path(lang, "dir", "DIR", "cli-init-dir").required(true))
        .arg(
            option(lang, "demo", "ru|en", "cli-init-demo")
                .value_parser(PossibleValuesParser::new(["ru", "en"])),
        )
}

fn check(lang: Lang) -> Command {
    frame(lang, Command::new("check"), "cli-check", "reper check [PATH] [OPTIONS]")
        .arg(path(lang, "path", "PATH", "cli-check-path").default_value(".").hide_default_value(true))
        .arg(
            option(lang, "format", "human|json|sarif", "cli-format")
                .value_parser(PossibleValuesParser::new(["human", "json", "sarif"]))
                .default_value("human")
                .hide_default_value(true),
        )
        .arg(switch(lang, "strict", "cli-strict"))
        .arg(switch(lang, "mend", "cli-mend"))
        .arg(switch(lang, "watch", "cli-watch"))
        .arg(today(lang))
}

fn diff(lang: Lang) -> Command {
    let state = |name: &'static str, value: &'static str| {
        Arg::new(name).value_name(value).required(true).help(t!(lang, "cli-diff-state"))
    };
    frame(lang, Command::new("diff"), "cli-diff", "reper diff <A> <B> [OPTIONS]")
        .arg(state("before", "A"))
        .arg(state("after", "B"))
        .arg(
            option(lang, "data", "DIR", "cli-diff-data")
                .value_parser(value_parser!(PathBuf))
                .default_value(".")
                .hide_default_value(true),
        )
        .arg(
            option(lang, "format", "human|json", "cli-format")
                .value_parser(PossibleValuesParser::new(["human", "json"]))
                .default_value("human")
                .hide_default_value(true),
        )
}

fn explain(lang: Lang) -> Command {
    frame(lang, Command::new("explain"), "cli-explain", "reper explain [CODE]")
        .arg(Arg::new("code").value_name("CODE").help(t!(lang, "cli-explain-code")))
}

fn render(lang: Lang) -> Command {
    frame(lang, Command::new("render"), "cli-render", "reper render [PATH] [OPTIONS]")
        .arg(path(lang, "path", "PATH", "cli-check-path").default_value(".").hide_default_value(true))
        .arg(out(lang))
        .arg(
            option(lang, "format", "pdf,docx,html,xlsx,csv,ics,json", "cli-render-format")
                .value_delimiter(',')
                .value_parser(PossibleValuesParser::new([
                    "pdf", "docx", "html", "xlsx", "csv", "ics", "json",
                ]))
                .default_value("pdf")
                .hide_default_value(true),
        )
        .arg(option(lang, "revision", "normative|N", "cli-render-revision").value_parser(|word: &str| {
            Which::of(word).filter(|which| *which != Which::Last).ok_or_else(|| word.to_owned())
        }))
        .mut_arg("lang", |arg| languages(lang, arg))
        .arg(today(lang))
}

/// The folder that files are written to.
fn out(lang: Lang) -> Arg {
    option(lang, "out", "OUT", "cli-out")
        .short('o')
        .value_parser(value_parser!(PathBuf))
        .default_value(".")
        .hide_default_value(true)
}

/// The languages of what is printed, in the place of the language of what is said.
fn languages(lang: Lang, arg: Arg) -> Arg {
    arg.value_name("ru,en")
        .value_delimiter(',')
        .value_parser(PossibleValuesParser::new(["ru", "en"]))
        .help(t!(lang, "cli-render-lang"))
}

fn kpi(lang: Lang) -> Command {
    let into = || {
        option(lang, "into", "DIR", "cli-into")
            .value_parser(value_parser!(PathBuf))
            .default_value(".")
            .hide_default_value(true)
    };
    let import = frame(
        lang,
        Command::new("import"),
        "cli-kpi-import",
        "reper kpi import <FILE> [--form wide|long|across] [--kpi NAME=COLUMN] [--date COLUMN] [OPTIONS]",
    )
    .arg(path(lang, "file", "FILE", "cli-kpi-file").required(true))
    .arg(
        option(lang, "form", "wide|long|across", "measurements-cli-form")
            .value_parser(PossibleValuesParser::new(control::Form::ALL.map(control::Form::word))),
    )
    .arg(
        option(lang, "kpi", "NAME=COLUMN", "measurements-cli-kpi")
            .action(ArgAction::Append)
            .value_parser(pair),
    )
    .arg(option(lang, "date", "COLUMN", "cli-kpi-date"))
    .arg(option(lang, "name", "COLUMN", "measurements-cli-name"))
    .arg(option(lang, "value", "COLUMN", "measurements-cli-value"))
    .arg(option(lang, "sheet", "NAME", "measurements-cli-sheet"))
    .arg(option(lang, "as", "NAME", "measurements-cli-as"))
    .arg(option(lang, "remember", "NAME", "measurements-cli-remember"))
    .arg(into())
    .arg(option(lang, "year", "YYYY", "cli-kpi-year").value_parser(value_parser!(i16)))
    .arg(
        option(lang, "aggregate", "mean|sum|median|last|min|max|count", "cli-kpi-aggregate").value_parser(
            PossibleValuesParser::new(["mean", "sum", "median", "last", "min", "max", "count"]),
        ),
    )
    .arg(switch(lang, "shares", "measurements-cli-shares"))
    .arg(switch(lang, "partial", "cli-kpi-partial"))
    .arg(switch(lang, "dry-run", "cli-kpi-dry-run"))
    .arg(today(lang));
    let imports =
        frame(lang, Command::new("imports"), "measurements-cli-imports", "reper kpi imports [OPTIONS]")
            .arg(into());
    let status = frame(lang, Command::new("status"), "cli-kpi-status", "reper kpi status [OPTIONS]")
        .arg(into())
        .arg(
            option(lang, "format", "human|json", "cli-format")
                .value_parser(PossibleValuesParser::new(["human", "json"]))
                .default_value("human")
                .hide_default_value(true),
        )
        .arg(today(lang));
    let format = || {
        option(lang, "format", "human|json", "cli-format")
            .value_parser(PossibleValuesParser::new(["human", "json"]))
            .default_value("human")
            .hide_default_value(true)
    };
    let evidence = frame(lang, Command::new("evidence"), "cli-evidence", "reper kpi evidence [OPTIONS]")
        .arg(switch(lang, "search", "cli-evidence-search"))
        .args([into(), format(), today(lang)]);
    let forecast =
        frame(lang, Command::new("forecast"), "cli-forecast", "reper kpi forecast [KPI] [OPTIONS]")
            .arg(Arg::new("kpi").value_name("KPI").help(t!(lang, "cli-forecast-kpi")))
            .args([into(), format(), today(lang)]);
    let effect =
        frame(lang, Command::new("effect"), "cli-effect", "reper kpi effect <KPI> --since DAY [OPTIONS]")
            .arg(Arg::new("kpi").value_name("KPI").required(true).help(t!(lang, "cli-effect-kpi")))
            .arg(
                option(lang, "since", "YYYY-MM-DD", "cli-effect-since")
                    .required(true)
                    .value_parser(|text: &str| text.parse::<Date>().map_err(|error| error.to_string())),
            )
            .arg(option(lang, "beside", "KPI,…", "cli-effect-beside"))
            .args([into(), format(), today(lang)]);
    let report = frame(lang, Command::new("report"), "cli-report", "reper kpi report [OPTIONS]")
        .arg(out(lang))
        .arg(
            option(lang, "format", "pdf,docx,xlsx,html", "cli-report-format")
                .value_delimiter(',')
                .value_parser(PossibleValuesParser::new(app::reports::FORMS))
                .default_value("pdf")
                .hide_default_value(true),
        )
        .mut_arg("lang", |arg| languages(lang, arg))
        .args([into(), today(lang)]);
    let commands = [import, imports, status, evidence, forecast, effect, report];
    group(lang, "kpi", "cli-kpi", "reper kpi <COMMAND> [OPTIONS]", commands)
}

fn user(lang: Lang) -> Command {
    let roles = app::Role::ALL.map(app::Role::word);
    let add = frame(lang, Command::new("add"), "people-cli-user-add", "reper user add <NAME> [OPTIONS]")
        .arg(Arg::new("login").value_name("NAME").required(true).help(t!(lang, "people-cli-login")))
        .arg(
            option(lang, "role", "ROLE", "people-cli-role")
                .value_parser(PossibleValuesParser::new(roles))
                .hide_possible_values(false)
                .default_value("viewer")
                .hide_default_value(true),
        )
        .arg(option(lang, "name", "NAME", "people-cli-name"))
        .arg(option(lang, "email", "EMAIL", "people-cli-email"))
        .arg(switch(lang, "password-stdin", "people-cli-password"))
        .arg(option(lang, "public", "URL", "people-cli-public"))
        .arg(data(lang));
    let list = frame(lang, Command::new("list"), "people-cli-user-list", "reper user list [OPTIONS]")
        .arg(data(lang));
    let key = frame(lang, Command::new("key"), "keys-cli", "reper user key <NAME> --scope read,… [OPTIONS]")
        .arg(Arg::new("login").value_name("NAME").required(true).help(t!(lang, "people-cli-login")))
        .arg(option(lang, "scope", "read,edit,…", "keys-cli-scope").value_delimiter(',').required(true))
        .arg(option(lang, "for", "TEXT", "keys-cli-for").default_value("command").hide_default_value(true))
        .arg(option(lang, "days", "N", "keys-cli-days").value_parser(value_parser!(u32)))
        .arg(data(lang));
    group(lang, "user", "people-cli-user", "reper user <COMMAND> [OPTIONS]", [add, list, key])
}

fn serve(lang: Lang) -> Command {
    frame(lang, Command::new("serve"), "cli-serve", "reper serve [OPTIONS]")
        .arg(data(lang))
        .arg(listen(lang))
        .arg(option(lang, "public", "URL", "people-cli-public"))
        .arg(switch(lang, "behind-proxy", "people-cli-proxied"))
        .arg(option(lang, "oidc-issuer", "URL", "people-cli-issuer"))
        .arg(option(lang, "oidc-client", "ID", "people-cli-client"))
        .arg(today(lang))
}

/// What both directions of an exchange with a server take.
fn exchange(lang: Lang, command: Command, force: &'static str) -> Command {
    command
        .arg(path(lang, "dir", "DIR", "sync-cli-dir").required(true))
        .arg(option(lang, "server", "URL", "sync-cli-server"))
        .arg(option(lang, "key-file", "FILE", "sync-cli-key-file").value_parser(value_parser!(PathBuf)))
        .arg(switch(lang, "force", force))
        .arg(switch(lang, "insecure", "sync-cli-insecure"))
}

fn push(lang: Lang) -> Command {
    let command = frame(lang, Command::new("push"), "sync-cli-push", "reper push <DIR> [OPTIONS]");
    exchange(lang, command, "sync-cli-force-push").arg(option(lang, "message", "TEXT", "sync-cli-message"))
}

fn pull(lang: Lang) -> Command {
    let command = frame(lang, Command::new("pull"), "sync-cli-pull", "reper pull <DIR> [OPTIONS]");
    exchange(lang, command, "sync-cli-force-pull")
}

fn data(lang: Lang) -> Arg {
    option(lang, "data", "DIR", "cli-serve-data")
        .value_parser(value_parser!(PathBuf))
        .default_value(".")
        .hide_default_value(true)
}

fn backup(lang: Lang) -> Command {
    frame(lang, Command::new("backup"), "cli-backup", "reper backup <FILE> [OPTIONS]")
        .arg(path(lang, "file", "FILE", "cli-backup-file").required(true))
        .arg(data(lang))
}

fn restore(lang: Lang) -> Command {
    frame(lang, Command::new("restore"), "cli-restore", "reper restore <FILE> [OPTIONS]")
        .arg(path(lang, "file", "FILE", "cli-restore-file").required(true))
        .arg(data(lang))
        .arg(switch(lang, "replace", "cli-restore-replace"))
        .arg(today(lang))
}

/// `NAME=COLUMN`
fn pair(text: &str) -> Result<(String, String), &'static str> {
    match text.split_once('=') {
        Some((name, column)) if !name.is_empty() && !column.is_empty() => {
            Ok((name.trim().to_owned(), column.to_owned()))
        }
        _ => Err("NAME=COLUMN"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_arguments_are_sound_and_explained_in_both_languages() {
        for lang in Lang::ALL {
            command(lang).debug_assert();
            let mut all = command(lang);
            all.build();
            explained(&all);
        }
    }

    fn explained(command: &Command) {
        let help = command.clone().render_help().to_string();
        assert!(!help.contains('‹'), "{help}");
        // A heading stands over something, and everything stands under a heading.
        let lines: Vec<&str> = help.trim_end().lines().collect();
        for (at, line) in
            lines.iter().enumerate().filter(|(_, line)| line.ends_with(':') && !line.starts_with(' '))
        {
            assert!(lines.get(at + 1).is_some_and(|next| next.starts_with("  ")), "{line}\n{help}");
        }
        for place in command.get_positionals().filter_map(|place| place.get_help()) {
            assert!(help.contains(place.to_string().lines().next().unwrap_or_default()), "{help}");
        }
        command.get_subcommands().for_each(explained);
    }

    #[test]
    fn a_pair_has_two_halves() {
        assert_eq!(pair("reply=First reply, h"), Ok(("reply".into(), "First reply, h".into())));
        assert!(pair("reply").is_err() && pair("=x").is_err() && pair("x=").is_err());
    }
}
