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
