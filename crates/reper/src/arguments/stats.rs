//! `reper stats …`: the families of questions, their arguments out of their own declarations.

use super::{frame, group, option, path, switch};
use clap::builder::PossibleValuesParser;
use clap::{Arg, ArgAction, Command, value_parser};
use locale::{Lang, t};
use std::path::PathBuf;
use study::{FAMILIES, Family, Kind, Opt};

/// The command and its families.
pub fn stats(lang: Lang) -> Command {
    let families = FAMILIES.iter().map(|family| one(lang, family));
    group(lang, "stats", "stats-cli", "reper stats <COMMAND> [OPTIONS]", families)
}

fn one(lang: Lang, family: &Family) -> Command {
    let usage = format!("reper stats {} [FILE] [OPTIONS]", family.name);
    let about = format!("stats-{}", family.name);
    frame(lang, Command::new(family.name), &about, &usage)
        .arg(path(lang, "file", "FILE", "stats-cli-file"))
        .arg(option(lang, "filter", "EXPR", "stats-cli-filter"))
        .arg(option(lang, "derive", "NAME=EXPR", "stats-cli-derive").action(ArgAction::Append))
        .arg(option(lang, "types", "COLUMN=KIND,…", "stats-cli-types"))
        .arg(option(lang, "units", "COLUMN=UNIT,…", "stats-cli-units"))
        .args(
            family
                .takes_new
                .then(|| option(lang, "new", "FILE", "stats-cli-new").value_parser(value_parser!(PathBuf))),
        )
        .args(family.options.iter().map(|opt| chosen(lang, opt)))
        .arg(
            option(lang, "format", "human|json|csv|r", "stats-cli-format")
                .value_parser(PossibleValuesParser::new(["human", "json", "csv", "r"]))
                .default_value("human")
                .hide_default_value(true),
        )
        .arg(
            option(lang, "out", "OUT", "stats-cli-out")
                .short('o')
                .value_parser(value_parser!(PathBuf))
                .action(ArgAction::Append),
        )
}

/// An argument of a declared option; its value is held against the declaration later, in the reader's language.
fn chosen(lang: Lang, opt: &Opt) -> Arg {
    let help = format!("stats-opt-{}", opt.name);
    // What is on by itself must be possible to turn off.
    if opt.kind == Kind::Flag && opt.default != "true" {
        return switch(lang, opt.name, &help);
    }
    let value: &'static str = match opt.kind {
        Kind::Choice(_) => "NAME",
        Kind::Number(..) | Kind::Whole(..) => "N",
        Kind::WholeOrAuto(..) => "N|auto",
        Kind::Column => "COLUMN",
        Kind::Columns => "COLUMN,…",
        Kind::Formula => "FORMULA",
        Kind::Flag => "on|off",
        Kind::Text => "TEXT",
    };
    let mut words = t!(lang, &help);
    if let Kind::Choice(values) = opt.kind {
        words = format!("{words}: {}", values.join(", "));
    }
    if !opt.default.is_empty() {
        let default = if opt.kind == Kind::Flag { "on" } else { opt.default };
        words = format!("{words} [{default}]");
    }
    option(lang, opt.name, value, &help).help(words).allow_hyphen_values(true)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_on_by_itself_can_be_turned_off() {
        for family in FAMILIES {
            for opt in family.options.iter().filter(|opt| opt.kind == Kind::Flag) {
                let flag = format!("--{}", opt.name);
                let mut words = vec!["stats", family.name, flag.as_str()];
                words.extend((opt.default == "true").then_some("off"));
                let found = stats(Lang::En).try_get_matches_from(words).expect("it is an option");
                let found = found.subcommand_matches(family.name).expect("it is the family");
                match opt.default {
                    "true" => {
                        assert_eq!(found.get_one::<String>(opt.name).map(String::as_str), Some("off"));
                        assert!(study::Options::new(family.options, [(opt.name, "off")]).is_ok());
                    }
                    _ => assert!(found.get_flag(opt.name)),
                }
            }
        }
    }
}
