//! The folder's files: read and written without following links, and never half.

use super::Refused;
use super::client::Texts;
use super::note::{FOLDER, Note, hashes};
use app::{AppError, accept, belongs};
use department::Files;
use locale::{Lang, t};
use std::io::Write;
use std::path::Path;

/// What a file system could not do.
pub fn fault(path: &Path, error: std::io::Error, lang: Lang) -> Refused {
    Refused(AppError::File(path.to_owned(), error).message(lang))
}

/// The department's files; whatever else lies in the folder stays out.
pub fn read(root: &Path, lang: Lang) -> Result<Files, Refused> {
    let mut found = Vec::new();
    take(root, "", &mut found, lang)?;
    let processes = root.join("processes");
    if plain(&processes, lang)? {
        take(&processes, "processes/", &mut found, lang)?;
    }
    accept(found).map_err(|error| Refused(error.message(lang)))
}

fn take(folder: &Path, prefix: &str, found: &mut Vec<(String, Vec<u8>)>, lang: Lang) -> Result<(), Refused> {
    for entry in std::fs::read_dir(folder).map_err(|error| fault(folder, error, lang))? {
        let path = entry.map_err(|error| fault(folder, error, lang))?.path();
        let Some(name) = path.file_name().and_then(|name| name.to_str()) else { continue };
        let name = format!("{prefix}{name}");
        if belongs(&name).is_err() || !plain(&path, lang)? || path.is_dir() {
            continue;
        }
        let size = path.metadata().map_err(|error| fault(&path, error, lang))?.len();
        if size > 16 << 20 {
            return Err(Refused(app::TextsError::TooLong(name).message(lang)));
        }
        found.push((name, std::fs::read(&path).map_err(|error| fault(&path, error, lang))?));
    }
    Ok(())
}

/// Whether there is something at a path; a link is refused.
fn plain(path: &Path, lang: Lang) -> Result<bool, Refused> {
    match path.symlink_metadata() {
        Ok(data) if data.is_symlink() => {
            Err(Refused(t!(lang, "sync-link", path = path.display().to_string())))
        }
        Ok(_) => Ok(true),
        Err(_) => Ok(false),
    }
}

/// Writes what comes and removes what is gone, where it differs from what is there; tells how many files that were. All is
/// written aside first, and what is about to happen is noted, so that a write that is cut off can simply be done again.
pub fn write(root: &Path, mine: &Files, now: &Texts, note: &mut Note, lang: Lang) -> Result<usize, Refused> {
    plain(&root.join(FOLDER), lang)?;
    plain(&root.join("processes"), lang)?;
    let coming = &now.files;
    for path in coming.by_path.keys() {
        plain(&root.join(path), lang)?;
    }
    let differ: Vec<_> =
        coming.by_path.iter().filter(|(path, content)| mine.get(path) != Some(&content[..])).collect();
    let gone: Vec<_> = mine.by_path.keys().filter(|path| coming.get(path).is_none()).collect();
    note.coming = hashes(coming);
    note.keep(root, lang)?;
    let aside = root.join(FOLDER).join("coming");
    std::fs::create_dir_all(&aside).map_err(|error| fault(&aside, error, lang))?;
    for (n, (_, content)) in differ.iter().enumerate() {
        replace(&aside.join(n.to_string()), content, lang)?;
    }
    for (n, (path, _)) in differ.iter().enumerate() {
        let to = root.join(path);
        if let Some(parent) = to.parent() {
            std::fs::create_dir_all(parent).map_err(|error| fault(parent, error, lang))?;
        }
        std::fs::rename(aside.join(n.to_string()), &to).map_err(|error| fault(&to, error, lang))?;
    }
    for path in &gone {
        let path = root.join(path);
        std::fs::remove_file(&path).map_err(|error| fault(&path, error, lang))?;
    }
    let _ = std::fs::remove_dir_all(&aside);
    note.revision = now.revision;
    note.files = std::mem::take(&mut note.coming);
    note.keep(root, lang)?;
    Ok(differ.len() + gone.len())
}

/// Puts a file in the place of another, whole or not at all.
pub fn replace(path: &Path, content: &[u8], lang: Lang) -> Result<(), Refused> {
    let new = path.with_extension("new");
    let _ = std::fs::remove_file(&new);
    let write = || -> std::io::Result<()> {
        let mut file = std::fs::OpenOptions::new().write(true).create_new(true).open(&new)?;
        file.write_all(content)?;
        file.sync_all()?;
        std::fs::rename(&new, path)
    };
    write().map_err(|error| fault(path, error, lang))
}
