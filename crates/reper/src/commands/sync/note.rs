//! What a folder remembers of its server: `.reper/base.json`, which no repository keeps.

use super::Refused;
use super::folder::{fault, replace};
use department::Files;
use locale::{Lang, t};
use serde_json::{Map, Value, json};
use sha2::{Digest, Sha256};
use std::collections::BTreeMap;
use std::path::Path;

/// The folder of what is remembered.
pub const FOLDER: &str = ".reper";
/// The file.
const FILE: &str = "base.json";

/// What a folder remembers of its server.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Note {
    /// The server's address.
    pub server: String,
    /// The revision that was exchanged last.
    pub revision: u64,
    /// The hashes of its files.
    pub files: BTreeMap<String, String>,
    /// The hashes of files that were about to be written: where that was cut off, they are no changes of anybody.
    pub coming: BTreeMap<String, String>,
}

impl Note {
    /// Of a folder; an empty one where it has none.
    pub fn read(root: &Path, lang: Lang) -> Result<Self, Refused> {
        let path = root.join(FOLDER).join(FILE);
        let text = match std::fs::read_to_string(&path) {
            Ok(text) => text,
            Err(error) if error.kind() == std::io::ErrorKind::NotFound => return Ok(Note::default()),
            Err(error) => return Err(fault(&path, error, lang)),
        };
        let wrong = || Refused(t!(lang, "sync-note", path = path.display().to_string()));
        let all: Value = serde_json::from_str(&text).map_err(|_| wrong())?;
        let hashes = |key: &str| {
            let each = all[key].as_object().into_iter().flatten();
            each.filter_map(|(path, hash)| Some((path.clone(), hash.as_str()?.to_owned()))).collect()
        };
        Ok(Note {
            server: all["server"].as_str().ok_or_else(wrong)?.to_owned(),
            revision: all["revision"].as_u64().ok_or_else(wrong)?,
            files: hashes("files"),
            coming: hashes("coming"),
        })
    }

    /// Keeps it in its folder, out of sight of repositories.
    pub fn keep(&self, root: &Path, lang: Lang) -> Result<(), Refused> {
        let folder = root.join(FOLDER);
        std::fs::create_dir_all(&folder).map_err(|error| fault(&folder, error, lang))?;
        let object = |hashes: &BTreeMap<String, String>| {
            Value::Object(
                hashes.iter().map(|(path, hash)| (path.clone(), json!(hash))).collect::<Map<_, _>>(),
            )
        };
        let all = json!({
            "server": self.server,
            "revision": self.revision,
            "files": object(&self.files),
            "coming": object(&self.coming),
        });
        replace(&folder.join(".gitignore"), b"*\n", lang)?;
        replace(&folder.join(FILE), format!("{all:#}\n").as_bytes(), lang)
    }

    /// Takes files for known, so that they count as nobody's changes.
    pub fn known(&mut self, files: &Files) {
        self.files = hashes(files);
    }

    /// The files that somebody has changed since the last exchange, and that are not as they come.
    pub fn changed(&self, mine: &Files, coming: &Files) -> Vec<String> {
        let (now, then) = (hashes(mine), hashes(coming));
        let paths: std::collections::BTreeSet<&String> = now.keys().chain(self.files.keys()).collect();
        let same = |path: &&String| {
            let mine = now.get(*path);
            let known = mine == self.files.get(*path) || (mine.is_some() && mine == self.coming.get(*path));
            known || mine == then.get(*path)
        };
        paths.into_iter().filter(|path| !same(path)).cloned().collect()
    }
}

/// The hashes of files.
pub fn hashes(files: &Files) -> BTreeMap<String, String> {
    files.by_path.iter().map(|(path, content)| (path.clone(), hash(content))).collect()
}

fn hash(content: &[u8]) -> String {
    Sha256::digest(content).iter().map(|byte| format!("{byte:02x}")).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_what_somebody_wrote_counts_as_changed() {
        let base = Files::from([("sostac.toml", "a"), ("business.toml", "b")]);
        let coming = Files::from([("sostac.toml", "c"), ("business.toml", "b")]);
        let mut note = Note { files: hashes(&base), ..Note::default() };
        assert!(note.changed(&base, &coming).is_empty() && note.changed(&coming, &coming).is_empty());
        let mine = Files::from([("sostac.toml", "mine"), ("listening.toml", "new")]);
        assert_eq!(note.changed(&mine, &coming), ["business.toml", "listening.toml", "sostac.toml"]);
        // A pull that was cut off half way leaves nobody's changes behind.
        note.coming = hashes(&coming);
        assert!(note.changed(&coming, &base).is_empty());
    }
}
