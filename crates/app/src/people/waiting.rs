//! What waits for its second step, in memory: a sign-in that awaits a code, or the way back from a provider.

use crate::{AppError, hashed, secret};
use std::collections::HashMap;
use std::sync::{Mutex, PoisonError};

/// So many may wait; the oldest goes first.
const MOST: usize = 10_000;
/// Nobody waits longer, in seconds.
const PATIENCE: i64 = 600;

/// Things that wait, each under a secret that only its browser knows.
pub(super) struct Waiting<T> {
    all: Mutex<HashMap<String, (i64, T)>>,
}

impl<T> Default for Waiting<T> {
    fn default() -> Self {
        Waiting { all: Mutex::default() }
    }
}

impl<T> Waiting<T> {
    /// Lets something wait, and gives its secret.
    pub fn put(&self, value: T, now: i64) -> Result<String, AppError> {
        let key = secret().map_err(|error| AppError::Interrupted(error.to_string()))?;
        self.put_back(&key, value, now);
        Ok(key)
    }

    /// Lets something wait under the secret that it had.
    pub fn put_back(&self, key: &str, value: T, now: i64) {
        let mut all = self.all.lock().unwrap_or_else(PoisonError::into_inner);
        if all.len() >= MOST {
            all.retain(|_, (since, _)| now - *since < PATIENCE);
        }
        if all.len() >= MOST
            && let Some(oldest) = all.iter().min_by_key(|(_, (since, _))| *since).map(|(key, _)| key.clone())
        {
            all.remove(&oldest);
        }
        all.insert(hashed(key), (now, value));
    }

    /// Takes what waits under a secret, where it has not waited too long.
    pub fn take(&self, key: &str, now: i64) -> Option<T> {
        let found = self.all.lock().unwrap_or_else(PoisonError::into_inner).remove(&hashed(key));
        found.filter(|(since, _)| now - since < PATIENCE).map(|(_, value)| value)
    }

    /// Whether something waits under a secret.
    pub fn has(&self, key: &str, now: i64) -> bool {
        let all = self.all.lock().unwrap_or_else(PoisonError::into_inner);
        all.get(&hashed(key)).is_some_and(|(since, _)| now - since < PATIENCE)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_waits_is_taken_once_and_in_time() {
        let waiting = Waiting::default();
        let (one, other) = (waiting.put("one", 0).expect("random"), waiting.put("other", 0).expect("random"));
        assert!(waiting.has(&one, 10));
        assert_eq!(waiting.take(&one, 10), Some("one"));
        assert_eq!(waiting.take(&one, 10), None);
        assert_eq!(waiting.take(&other, PATIENCE), None, "too late");
        assert_eq!(waiting.take("", 0), None);
    }
}
