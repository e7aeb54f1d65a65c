//! `reper diff A B`

use super::{path, store_to_read};
use crate::settings::Settings;
use anyhow::Result;
use app::{compare, texts_of};
use clap::ArgMatches;
use department::diff::{Group, json};
use locale::t;
use std::io::Write;
use std::process::ExitCode;

pub async fn run(settings: &Settings, matches: &ArgMatches) -> Result<ExitCode> {
    let store = store_to_read(&path(matches, "data")).await?;
    let word = |name| matches.get_one::<String>(name).map_or("", String::as_str);
    let (before, after) = (texts_of(word("before"), &*store).await?, texts_of(word("after"), &*store).await?);
    let (all, groups) = compare(&before, &after, settings.lang);
    let mut out = std::io::stdout().lock();
    match word("format") {
        "json" => writeln!(out, "{}", json(&all))?,
        _ => {
            out.write_all(human(&groups, settings.colour).as_bytes())?;
            if all.is_empty() {
                eprintln!("{}", t!(settings.lang, "diff-same"));
            }
        }
    }
    Ok(ExitCode::from(u8::from(!all.is_empty())))
}

/// By section, a line a difference: `+` what came, `−` what left, `~` what says something else.
fn human(groups: &[Group], colour: bool) -> String {
    let paint = |code: &str, text: &str| match colour {
        true => format!("\u{1b}[{code}m{text}\u{1b}[0m"),
        false => text.to_owned(),
    };
    let mut text = String::new();
    for group in groups {
        text.push_str(&format!("{}\n", paint("1", &group.title)));
        for line in &group.lines {
            let mark = match line.kind {
                "added" => paint("32", "+"),
                "removed" => paint("31", "−"),
                _ => paint("33", "~"),
            };
            text.push_str(&format!("  {mark} {}\n", line.text));
            for (mark, prose) in [("−", &line.before), ("+", &line.after)] {
                for part in prose.lines() {
                    text.push_str(&format!("      {mark} {part}\n"));
                }
            }
        }
        text.push('\n');
    }
    text
}
