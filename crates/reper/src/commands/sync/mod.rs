//! `reper push DIR` and `reper pull DIR`: a folder and a server exchange the whole.

mod client;
mod folder;
mod note;

use super::path;
use crate::settings::Settings;
use anyhow::Result;
use clap::ArgMatches;
use client::{Client, Sent};
use locale::{Lang, t};
use note::Note;
use std::process::ExitCode;

/// Why nothing was exchanged, told to whoever asked.
#[derive(Debug)]
pub(crate) struct Refused(pub String);

/// What both directions begin with.
struct Begun {
    root: std::path::PathBuf,
    note: Note,
    client: Client,
}

/// Sends the folder's texts.
pub fn push(settings: &Settings, matches: &ArgMatches) -> Result<ExitCode> {
    told(pushed(settings.lang, matches))
}

/// Brings the server's texts.
pub fn pull(settings: &Settings, matches: &ArgMatches) -> Result<ExitCode> {
    told(pulled(settings.lang, matches))
}

fn told(done: Result<String, Refused>) -> Result<ExitCode> {
    match done {
        Ok(words) => {
            eprintln!("{words}");
            Ok(ExitCode::SUCCESS)
        }
        Err(Refused(words)) => {
            eprintln!("{words}");
            Ok(ExitCode::from(2))
        }
    }
}

fn begin(lang: Lang, matches: &ArgMatches) -> Result<Begun, Refused> {
    let root = path(matches, "dir");
    let note = Note::read(&root, lang)?;
    let asked = matches.get_one::<String>("server").cloned();
    let server = asked.unwrap_or_else(|| note.server.clone());
    let key_file = matches.get_one::<std::path::PathBuf>("key-file");
    let client = Client::new(&server, key_file.map(|path| &**path), matches.get_flag("insecure"), lang)?;
    Ok(Begun { root, note, client })
}

fn pushed(lang: Lang, matches: &ArgMatches) -> Result<String, Refused> {
    let Begun { root, mut note, client } = begin(lang, matches)?;
    let mine = folder::read(&root, lang)?;
    let force = matches.get_flag("force");
    // What was never exchanged can only be the beginning of a server that has nothing yet.
    let base = if note.server == client.server { note.revision } else { 0 };
    if base == 0 && !force && client.texts()?.revision > 0 {
        return Err(Refused(t!(lang, "sync-unknown-base")));
    }
    let message = matches.get_one::<String>("message").map_or("", String::as_str);
    let sent = client.put(&mine, (!force).then_some(base), message)?;
    let Sent { revision, changed } = sent;
    // The server may have put it together with what others had saved: then the folder gets that, too.
    let now = client.texts()?;
    let merged = now.files != mine;
    note.server = client.server.clone();
    note.known(&mine);
    folder::write(&root, &mine, &now, &mut note, lang)?;
    let key = match (merged, changed) {
        (true, _) => "sync-merged",
        (false, true) => "sync-pushed",
        (false, false) => "sync-nothing",
    };
    Ok(t!(lang, key, revision = revision.max(now.revision)))
}

fn pulled(lang: Lang, matches: &ArgMatches) -> Result<String, Refused> {
    let Begun { root, mut note, client } = begin(lang, matches)?;
    std::fs::create_dir_all(&root).map_err(|error| folder::fault(&root, error, lang))?;
    let mine = folder::read(&root, lang)?;
    let now = client.texts()?;
    if !matches.get_flag("force") {
        let changed = note.changed(&mine, &now.files);
        if !changed.is_empty() {
            return Err(Refused(format!("{}\n  {}", t!(lang, "sync-changed"), changed.join("\n  "))));
        }
    }
    note.server = client.server.clone();
    let written = folder::write(&root, &mine, &now, &mut note, lang)?;
    Ok(t!(lang, "sync-pulled", revision = now.revision, n = written))
}
