//! Files that were sent and are being mapped: kept in memory for a while, each for the session that sent it.

use crate::{AppError, secret};
use std::collections::VecDeque;
use std::sync::{Arc, Mutex, PoisonError};
use std::time::{Duration, Instant};

/// So many files are kept at once, and so many of one session.
const MOST: usize = 16;
const EACH: usize = 3;
/// For so long after they were last asked for.
const WHILE: Duration = Duration::from_secs(30 * 60);

/// A file that was sent.
#[derive(Debug, PartialEq, Eq)]
pub struct Upload {
    /// Its name.
    pub name: String,
    /// What it holds.
    pub bytes: Vec<u8>,
}

/// Where files lie that were sent.
#[derive(Debug, Default)]
pub struct Shelf {
    files: Mutex<VecDeque<Kept>>,
}

#[derive(Debug)]
struct Kept {
    token: String,
    owner: String,
    until: Instant,
    upload: Arc<Upload>,
}

impl Shelf {
    /// Keeps a file for a session and gives the word by which it is asked for. Where there is no room the one that was
    /// not asked for the longest goes: first of the same session, then of any.
    pub fn put(&self, owner: &str, upload: Upload) -> Result<String, AppError> {
        let token = secret().map_err(|error| AppError::Random(error.to_string()))?;
        let now = Instant::now();
        let mut files = self.files.lock().unwrap_or_else(PoisonError::into_inner);
        files.retain(|kept| kept.until > now);
        while files.iter().filter(|kept| kept.owner == owner).count() >= EACH {
            let oldest = files.iter().position(|kept| kept.owner == owner);
            oldest.and_then(|at| files.remove(at));
        }
        while files.len() >= MOST {
            files.pop_front();
        }
        files.push_back(Kept {
            token: token.clone(),
            owner: owner.to_owned(),
            until: now + WHILE,
            upload: Arc::new(upload),
        });
        Ok(token)
    }

    /// The file of a word, for the session that sent it.
    pub fn get(&self, owner: &str, token: &str) -> Option<Arc<Upload>> {
        let now = Instant::now();
        let mut files = self.files.lock().unwrap_or_else(PoisonError::into_inner);
        let is = |kept: &Kept| kept.token == token && kept.owner == owner && kept.until > now;
        let at = files.iter().position(is)?;
        let mut kept = files.remove(at)?;
        kept.until = now + WHILE;
        let upload = Arc::clone(&kept.upload);
        files.push_back(kept);
        Some(upload)
    }

    /// Forgets a file.
    pub fn drop(&self, owner: &str, token: &str) {
        let mut files = self.files.lock().unwrap_or_else(PoisonError::into_inner);
        files.retain(|kept| kept.token != token || kept.owner != owner);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn upload(name: &str) -> Upload {
        Upload { name: name.to_owned(), bytes: Vec::new() }
    }

    #[test]
    fn a_file_is_only_its_session_s_and_there_is_room_for_few() {
        let shelf = Shelf::default();
        let put = |owner: &str, name: &str| shelf.put(owner, upload(name)).expect("there are random bits");
        let first = put("anna", "a");
        assert_eq!(shelf.get("anna", &first).map(|kept| kept.name.clone()), Some("a".to_owned()));
        assert!(shelf.get("oleg", &first).is_none() && shelf.get("anna", "other").is_none());
        let rest: Vec<_> = (0..EACH).map(|_| put("anna", "b")).collect();
        assert!(shelf.get("anna", &first).is_none(), "the oldest of the session went");
        assert!(rest.iter().all(|token| shelf.get("anna", token).is_some()));
        for other in 0..MOST {
            put(&format!("user {other}"), "c");
        }
        assert!(rest.iter().all(|token| shelf.get("anna", token).is_none()));
        let last = put("anna", "d");
        shelf.drop("oleg", &last);
        assert!(shelf.get("anna", &last).is_some());
        shelf.drop("anna", &last);
        assert!(shelf.get("anna", &last).is_none());
    }
}
