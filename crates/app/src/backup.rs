//! A copy of all that is kept, and a department out of such a copy.

use crate::{AppError, DATABASE, secret};
use department::{check, read};
use jiff::civil::Date;
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use store::{Act, Entry, Held, Store, StoreError};

/// What a restored department holds.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Restored {
    /// How much of what.
    pub held: Held,
    /// Elements of the last revision.
    pub elements: usize,
    /// Findings about it.
    pub findings: usize,
    /// Where the data that was there before is kept now.
    pub before: Option<PathBuf>,
}

/// Copies a store, that may be at work, into a new file, and shows that the copy is whole.
pub async fn backup(store: &dyn Store, file: &Path, act: &Act) -> Result<Held, AppError> {
    if file.exists() {
        return Err(AppError::Exists(file.to_owned()));
    }
    // The trail of the copy tells of the copy, too.
    let subject = file.file_name().unwrap_or_default().to_string_lossy().into_owned();
    let entry = Entry { act: act.clone(), what: "backup".to_owned(), subject, ..Entry::default() };
    store.note(&entry).await?;
    let draft = Draft::beside(file)?;
    store.backup(&draft.0).await?;
    let (held, ..) = proven(store.open_copy(&draft.0).await?, None).await?;
    draft.becomes(file)?;
    Ok(held)
}

/// A copy of a store as bytes, for who is not at the machine that keeps it. It is proven as [`backup`] proves its file,
/// and nothing of it stays on the disk.
pub async fn backup_bytes(store: &dyn Store, name: &str, act: &Act) -> Result<Vec<u8>, AppError> {
    let made = secret().map_err(|error| AppError::Interrupted(error.to_string()))?;
    let folder = std::env::temp_dir().join(format!("reper-{made}"));
    let fault = |error| AppError::File(folder.clone(), error);
    fs::create_dir(&folder).map_err(fault)?;
    let file = folder.join(name);
    let copied = backup(store, &file, act).await.and_then(|_| fs::read(&file).map_err(fault));
    let cleared = fs::remove_dir_all(&folder).map_err(fault);
    copied.and_then(|bytes| cleared.map(|()| bytes))
}

/// Makes the data of a folder out of a backup. The copy is proven before anything of the folder changes; data that is
/// there is refused, or kept under another name where it is to be replaced.
pub async fn restore(
    file: &Path,
    root: &Path,
    replace: bool,
    (act, today): (&Act, Date),
    open: impl AsyncFn(&Path) -> Result<Arc<dyn Store>, StoreError>,
) -> Result<Restored, AppError> {
    if !file.is_file() {
        return Err(AppError::NoPath(file.to_owned()));
    }
    if file_with(file, "-wal").exists() {
        return Err(AppError::InUse(file.to_owned()));
    }
    let target = root.join(DATABASE);
    if target.exists() && !replace {
        return Err(AppError::Holds(root.to_owned()));
    }
    let fault = |error| AppError::File(root.to_owned(), error);
    fs::create_dir_all(root).map_err(fault)?;
    let draft = Draft::beside(&target)?;
    fs::copy(file, &draft.0).map_err(|error| AppError::File(file.to_owned(), error))?;
    let subject = file.file_name().unwrap_or_default().to_string_lossy().into_owned();
    let entry = Entry { act: act.clone(), what: "restore".to_owned(), subject, ..Entry::default() };
    let made = match open(&draft.0).await {
        Ok(copy) => proven(copy, Some((&entry, today))).await,
        Err(error) => Err(error.into()),
    };
    let (held, elements, findings) = made.map_err(|error| of_file(error, &draft.0, file))?;
    let before = match target.exists() {
        true => Some(aside(&target, &open).await?),
        false => None,
    };
    draft.becomes(&target)?;
    Ok(Restored { held, elements, findings, before })
}

/// Looks through all of a copy, reads and checks its last texts, notes in its trail what it came from, and closes it.
async fn proven(
    store: Arc<dyn Store>,
    noted: Option<(&Entry, Date)>,
) -> Result<(Held, usize, usize), AppError> {
    let work = async {
        let held = store.prove().await?;
        let Some((entry, today)) = noted else { return Ok((held, 0, 0)) };
        let head = store.head().await?;
        let texts = store.texts(head).await?.unwrap_or_default();
        let seen = move || {
            let reading = read(&texts);
            (reading.department.len(), check(&reading, today).len())
        };
        let (elements, findings) = tokio::task::spawn_blocking(seen).await.map_err(AppError::interrupted)?;
        store.note(entry).await?;
        Ok((held, elements, findings))
    };
    let done: Result<_, AppError> = work.await;
    store.close().await;
    done
}

/// Puts the data of a folder aside, with what belongs to it, unless somebody works with it.
async fn aside(
    target: &Path,
    open: &impl AsyncFn(&Path) -> Result<Arc<dyn Store>, StoreError>,
) -> Result<PathBuf, AppError> {
    // The last who closes a database takes its log away: where it stays, another process holds the database. One
    // that cannot be opened is held by nobody.
    if let Ok(store) = open(target).await {
        store.close().await;
        if file_with(target, "-wal").exists() {
            return Err(AppError::InUse(target.to_owned()));
        }
    }
    let free = (1..).map(|number| match number {
        1 => file_with(target, ".before"),
        _ => file_with(target, &format!(".before-{number}")),
    });
    let before = free.into_iter().find(|path| !path.exists()).unwrap_or_else(|| file_with(target, ".before"));
    for part in ["", "-wal", "-shm"] {
        let (old, new) = (file_with(target, part), file_with(&before, part));
        if old.exists() {
            fs::rename(&old, &new).map_err(|error| AppError::File(old, error))?;
        }
    }
    Ok(before)
}

/// A file that goes away with what belongs to it, unless it becomes what it was made for.
struct Draft(PathBuf);

impl Draft {
    fn beside(file: &Path) -> Result<Self, AppError> {
        let draft = Draft(file_with(file, ".writing"));
        draft.clear();
        match draft.0.exists() {
            true => Err(AppError::Exists(draft.0.clone())),
            false => Ok(draft),
        }
    }

    fn becomes(self, file: &Path) -> Result<(), AppError> {
        let fault = |error| AppError::File(file.to_owned(), error);
        fs::File::open(&self.0).and_then(|draft| draft.sync_all()).map_err(fault)?;
        fs::rename(&self.0, file).map_err(fault)?;
        // The name, too, is there after a power cut; not every system can say so of a folder.
        if let Some(Ok(folder)) = file.parent().map(fs::File::open) {
            let _ = folder.sync_all();
        }
        Ok(())
    }

    fn clear(&self) {
        for part in ["", "-wal", "-shm"] {
            let _ = fs::remove_file(file_with(&self.0, part));
        }
    }
}

impl Drop for Draft {
    fn drop(&mut self) {
        self.clear();
    }
}

/// A path with more at the end of its name.
fn file_with(path: &Path, end: &str) -> PathBuf {
    let mut name = path.as_os_str().to_owned();
    name.push(end);
    name.into()
}

/// An error about the copy, told of the file that it is a copy of.
fn of_file(error: AppError, copy: &Path, file: &Path) -> AppError {
    match error {
        AppError::Store(StoreError::NotADatabase(path)) if path == copy => {
            AppError::NoBackup(file.to_owned())
        }
        AppError::Store(StoreError::Foreign(path)) if path == copy => AppError::NoBackup(file.to_owned()),
        AppError::Store(StoreError::CannotOpen { path, cause }) if path == copy => {
            AppError::Store(StoreError::Broken(cause.to_string()))
        }
        AppError::Store(StoreError::Failed(cause)) => AppError::Store(StoreError::Broken(cause.to_string())),
        other => other,
    }
}
