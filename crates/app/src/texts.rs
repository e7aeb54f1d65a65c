//! Texts that come from elsewhere: nothing gets in that is no part of a department, whatever it is called.

use department::Files;
use locale::{Lang, t};
use std::collections::HashSet;

/// More files are no department.
const FILES: usize = 2_000;
/// A text is never longer than this many bytes.
const FILE_BYTES: usize = 16 << 20;
/// All together are never longer than this many bytes.
const ALL_BYTES: usize = 32 << 20;
/// A path is never longer than this many bytes.
const PATH: usize = 200;
/// The folder of process files, and how they end.
const PROCESSES: &str = "processes/";
const ENDINGS: [&str; 2] = [".bpmn", ".idef0"];

/// Why texts are not taken.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum TextsError {
    /// A path that leads elsewhere, or that not every system can write.
    #[error("{0:?} is no path of a department")]
    Path(String),
    /// A file that a department does not have.
    #[error("{0:?} is no file of a department")]
    Unknown(String),
    /// A path that stands twice, perhaps in other letters.
    #[error("{0:?} stands twice")]
    Twice(String),
    /// A file that is too long.
    #[error("{0:?} is too long")]
    TooLong(String),
    /// Too many files, or too long together.
    #[error("more than a department")]
    TooMuch,
}

impl TextsError {
    /// The file that it is about.
    pub fn path(&self) -> &str {
        match self {
            TextsError::Path(path)
            | TextsError::Unknown(path)
            | TextsError::Twice(path)
            | TextsError::TooLong(path) => path,
            TextsError::TooMuch => "",
        }
    }

    /// The error with its mend, for a person.
    pub fn message(&self, lang: Lang) -> String {
        match self {
            // What it is called may hold anything; it is shown with everything odd in it escaped.
            TextsError::Path(path) => t!(lang, "texts-path", path = path.escape_debug().to_string()),
            TextsError::Unknown(path) => {
                t!(lang, "texts-unknown", path = path.as_str(), known = department::FILES.join(", "))
            }
            TextsError::Twice(path) => t!(lang, "texts-twice", path = path.as_str()),
            TextsError::TooLong(path) => {
                t!(lang, "texts-too-long", path = path.as_str(), mb = FILE_BYTES >> 20)
            }
            TextsError::TooMuch => t!(lang, "texts-too-much", files = FILES, mb = ALL_BYTES >> 20),
        }
    }
}

/// Takes files in: each is a part of a department, and all together are not too much for one.
pub fn accept(sent: Vec<(String, Vec<u8>)>) -> Result<Files, TextsError> {
    let bytes = sent.iter().map(|(_, content)| content.len()).sum::<usize>();
    if sent.len() > FILES || bytes > ALL_BYTES {
        return Err(TextsError::TooMuch);
    }
    let (mut files, mut known) = (Files::default(), HashSet::new());
    for (path, content) in sent {
        belongs(&path)?;
        if !known.insert(path.to_lowercase()) {
            return Err(TextsError::Twice(path));
        }
        if content.len() > FILE_BYTES {
            return Err(TextsError::TooLong(path));
        }
        files.put(path, content);
    }
    Ok(files)
}

/// Whether a path is one of a department's: `sostac.toml`, `processes/reply.bpmn`.
pub fn belongs(path: &str) -> Result<(), TextsError> {
    let name = path.strip_prefix(PROCESSES).unwrap_or(path);
    let odd = |c: char| c.is_control() || "/\\:*?\"<>|".contains(c) || "\u{feff}\u{202e}\u{200b}".contains(c);
    let stem = name.split('.').next().unwrap_or_default();
    if path.len() > PATH || stem.trim() != stem || stem.is_empty() || name.chars().any(odd) || device(stem) {
        return Err(TextsError::Path(path.chars().take(PATH).collect()));
    }
    let known = match path.starts_with(PROCESSES) {
        true => ENDINGS.iter().any(|ending| name.ends_with(ending)),
        false => department::FILES.contains(&name),
    };
    if known { Ok(()) } else { Err(TextsError::Unknown(path.to_owned())) }
}

/// A name that Windows keeps for a device.
fn device(stem: &str) -> bool {
    let stem = stem.to_ascii_lowercase();
    let numbered = |word: &str| stem.strip_prefix(word).is_some_and(|rest| rest.len() == 1);
    ["con", "prn", "aux", "nul"].contains(&&*stem) || numbered("com") || numbered("lpt")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_department_s_files_are_taken_and_no_others() {
        for good in
            ["sostac.toml", "department.toml", "processes/reply.bpmn", "processes/ответ клиенту.idef0"]
        {
            assert_eq!(belongs(good), Ok(()), "{good}");
        }
        let tricks = [
            "../sostac.toml",
            "/etc/passwd",
            "C:\\sostac.toml",
            "C:sostac.toml",
            "sostac.toml\0.txt",
            "processes/../../x.bpmn",
            "processes/a/b.bpmn",
            "processes\\x.bpmn",
            "processes/",
            "processes/.bpmn",
            "processes/nul.bpmn",
            "processes/COM1.bpmn",
            "processes/ x.bpmn",
            "processes//x.bpmn",
            "processes/x\u{202e}.bpmn",
            ".reper/base.json",
            ".git",
            "..",
            ".",
            "",
            "//server/share/x.toml",
            "file:///etc/passwd",
        ];
        for trick in tricks {
            assert!(matches!(belongs(trick), Err(TextsError::Path(_))), "{trick:?}");
        }
        for unknown in
            ["notes.txt", "sostac.toml.exe", "sostac.TOML", "processes/run.sh", "processes", "other.toml"]
        {
            assert!(matches!(belongs(unknown), Err(TextsError::Unknown(_))), "{unknown}");
        }
        assert!(matches!(belongs(&"a".repeat(300)), Err(TextsError::Path(_))));
    }

    #[test]
    fn nothing_is_taken_twice_or_beyond_measure() {
        let file = |path: &str| (path.to_owned(), Vec::new());
        let twice = accept(vec![file("processes/a.bpmn"), file("processes/A.bpmn")]);
        assert_eq!(twice, Err(TextsError::Twice("processes/A.bpmn".into())));
        let long = accept(vec![("sostac.toml".into(), vec![b' '; FILE_BYTES + 1])]);
        assert_eq!(long, Err(TextsError::TooLong("sostac.toml".into())));
        let many = (0..=FILES).map(|n| file(&format!("processes/{n}.bpmn"))).collect();
        assert_eq!(accept(many), Err(TextsError::TooMuch));
        for lang in Lang::ALL {
            assert!(!TextsError::Path("a\0b".into()).message(lang).contains('\0'));
        }
    }
}
