//! Too many tries have to wait, the longer the more there were.

use super::PeopleError;
use std::collections::HashMap;
use std::sync::{Mutex, PoisonError};

/// So many keys are remembered; the oldest goes first.
const MOST: usize = 10_000;
/// After so many seconds without a try all is forgotten.
const FORGOTTEN: i64 = 3_600;
/// Nobody waits longer: who only wants to keep a colleague out does not succeed for long.
const LONGEST: i64 = 300;

/// So many tries are free for a login.
pub(super) const LOGIN: u32 = 5;
/// So many tries are free for an address, behind which there may be a whole office.
pub(super) const ADDRESS: u32 = 20;

/// Counts tries by key, in memory.
#[derive(Default)]
pub(super) struct Throttle {
    tries: Mutex<HashMap<String, Tries>>,
}

#[derive(Clone, Copy)]
struct Tries {
    count: u32,
    last: i64,
    until: i64,
}

impl Throttle {
    /// Counts a try before it is made, so that many at once are counted, too; or says how long to wait.
    pub fn admit(&self, key: &str, free: u32, now: i64) -> Result<(), PeopleError> {
        let mut all = self.tries.lock().unwrap_or_else(PoisonError::into_inner);
        let known = all.get(key).copied().filter(|tries| now - tries.last < FORGOTTEN);
        let mut tries = known.unwrap_or(Tries { count: 0, last: now, until: 0 });
        if tries.until > now {
            return Err(PeopleError::Wait(tries.until - now));
        }
        tries.count = tries.count.saturating_add(1);
        tries.last = now;
        if tries.count >= free {
            let wait = 1_i64.checked_shl(tries.count - free + 1).filter(|wait| *wait > 0);
            tries.until = now + wait.unwrap_or(LONGEST).min(LONGEST);
        }
        if all.len() >= MOST && !all.contains_key(key) {
            make_room(&mut all, now);
        }
        all.insert(key.to_owned(), tries);
        Ok(())
    }

    /// Forgets a key, after a try that was right.
    pub fn forget(&self, key: &str) {
        self.tries.lock().unwrap_or_else(PoisonError::into_inner).remove(key);
    }

    /// Takes one try back: one's own right password does not pay for the guesses at another's.
    pub fn forgive(&self, key: &str) {
        let mut all = self.tries.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(tries) = all.get_mut(key) {
            tries.count = tries.count.saturating_sub(1);
            tries.until = 0;
        }
    }
}

fn make_room(all: &mut HashMap<String, Tries>, now: i64) {
    all.retain(|_, tries| now - tries.last < FORGOTTEN);
    if all.len() >= MOST
        && let Some(oldest) = all.iter().min_by_key(|(_, tries)| tries.last).map(|(key, _)| key.clone())
    {
        all.remove(&oldest);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_wait_grows_and_ends() {
        let throttle = Throttle::default();
        for _ in 0..5 {
            assert_eq!(throttle.admit("anna", 5, 100), Ok(()));
        }
        assert_eq!(throttle.admit("anna", 5, 100), Err(PeopleError::Wait(2)));
        assert_eq!(throttle.admit("anna", 5, 102), Ok(()));
        assert_eq!(throttle.admit("anna", 5, 102), Err(PeopleError::Wait(4)));
        let mut now = 106;
        for _ in 0..100 {
            assert_eq!(throttle.admit("anna", 5, now), Ok(()));
            let Err(PeopleError::Wait(wait)) = throttle.admit("anna", 5, now) else { panic!("no wait") };
            assert!(wait <= LONGEST);
            now += wait;
        }
        assert_eq!(throttle.admit("boris", 5, 100), Ok(()), "others do not wait");
        throttle.forget("anna");
        assert_eq!(throttle.admit("anna", 5, now), Ok(()));
    }

    #[test]
    fn it_stays_small() {
        let throttle = Throttle::default();
        for at in 0..MOST as i64 + 500 {
            throttle.admit(&at.to_string(), 5, at / 100).expect("each is new");
        }
        assert_eq!(throttle.tries.lock().expect("whole").len(), MOST);
    }
}
