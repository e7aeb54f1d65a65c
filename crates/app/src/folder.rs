//! A department's folder, read and written.

use crate::AppError;
use department::Files;
use std::fs;
use std::path::{Path, PathBuf};

/// A folder with more files than this is no department.
const FILES: usize = 2_000;

/// Reads the texts of the department at `path`: the folder, or one of its files.
pub fn load(path: &Path) -> Result<Files, AppError> {
    let root = root(path)?;
    let mut files = Files::default();
    take(&root, "", &["toml"], &mut files)?;
    let processes = root.join("processes");
    if processes.is_dir() {
        take(&processes, "processes/", &["bpmn", "idef0"], &mut files)?;
    }
    if !department::FILES.iter().any(|name| files.get(name).is_some()) {
        return Err(AppError::NoDepartment(root));
    }
    Ok(files)
}

/// The department's folder, of a path to it or to one of its files.
fn root(path: &Path) -> Result<PathBuf, AppError> {
    if path.is_dir() {
        return Ok(path.to_owned());
    }
    if !path.exists() {
        return Err(AppError::NoPath(path.to_owned()));
    }
    let parent = path.parent().filter(|parent| !parent.as_os_str().is_empty());
    Ok(parent.unwrap_or(Path::new(".")).to_owned())
}

fn take(folder: &Path, prefix: &str, endings: &[&str], files: &mut Files) -> Result<(), AppError> {
    let fault = |error| AppError::File(folder.to_owned(), error);
    for entry in fs::read_dir(folder).map_err(fault)? {
        let path = entry.map_err(fault)?.path();
        let ending = path.extension().and_then(|ending| ending.to_str()).unwrap_or_default();
        let Some(name) = path.file_name().and_then(|name| name.to_str()) else { continue };
        if !endings.contains(&ending) || name.starts_with('.') || !path.is_file() {
            continue;
        }
        if files.by_path.len() >= FILES {
            return Err(AppError::TooMuch(folder.to_owned()));
        }
        files.put(format!("{prefix}{name}"), content(&path)?);
    }
    Ok(())
}

/// A file's bytes; of one over the reader's limit just so many that the reader sees that it is.
fn content(path: &Path) -> Result<Vec<u8>, AppError> {
    use std::io::Read;
    let fault = |error| AppError::File(path.to_owned(), error);
    let file = fs::File::open(path).map_err(fault)?;
    let size = file.metadata().map_or(0, |data| data.len()).min(department::read::FILE_BYTES as u64);
    let mut bytes = Vec::with_capacity(size as usize + 1);
    file.take(department::read::FILE_BYTES as u64 + 1).read_to_end(&mut bytes).map_err(fault)?;
    Ok(bytes)
}

/// Writes one file of a department; readers never see half of it.
pub fn save(root: &Path, name: &str, content: &[u8]) -> Result<(), AppError> {
    let path = root.join(name);
    let fault = |error| AppError::File(path.clone(), error);
    if let Some(parent) = path.parent() {
        fs::create_dir_all(parent).map_err(fault)?;
    }
    let whole = path.with_extension("writing");
    fs::write(&whole, content).and_then(|()| fs::rename(&whole, &path)).map_err(fault)
}
