//! Passwords: argon2id as OWASP asks for it, and never more of them at work than the machine bears.

use super::PeopleError;
use crate::AppError;
use argon2::password_hash::phc::PasswordHash;
use argon2::password_hash::{PasswordHasher, PasswordVerifier};
use argon2::{Algorithm, Argon2, Params, Version};
use tokio::sync::Semaphore;

/// A password has at least so many characters: length is what makes it hard to guess.
pub const SHORTEST: usize = 12;
/// And at most so many.
pub const LONGEST: usize = 256;

/// So many are worked on at once; each takes 19 MiB.
const AT_ONCE: usize = 2;

/// OWASP's password storage cheat sheet: 19 MiB, two passes, one lane.
const MEMORY: u32 = 19_456;
const PASSES: u32 = 2;

/// What an unknown login's password is held against, so that it takes as long as a known one's.
const NOBODY: &str =
    "$argon2id$v=19$m=19456,t=2,p=1$AAAAAAAAAAAAAAAAAAAAAA$AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA";

/// Makes and holds against each other passwords and hashes.
pub(super) struct Passwords {
    turns: Semaphore,
}

impl Default for Passwords {
    fn default() -> Self {
        Passwords { turns: Semaphore::new(AT_ONCE) }
    }
}

impl Passwords {
    /// The hash that is kept of a password.
    pub async fn hash(&self, password: String) -> Result<String, AppError> {
        let _turn = self.turns.acquire().await;
        let work = move || {
            let hash = argon2()?.hash_password(password.as_bytes());
            hash.map(|hash| hash.to_string()).map_err(|error| AppError::Interrupted(error.to_string()))
        };
        tokio::task::spawn_blocking(work).await.map_err(AppError::interrupted)?
    }

    /// Whether it is the password of that hash. Where there is no hash the answer is no, after the same time.
    pub async fn same(&self, password: String, hash: Option<String>) -> Result<bool, AppError> {
        if password.len() > LONGEST * 4 {
            return Ok(false);
        }
        let _turn = self.turns.acquire().await;
        let work = move || {
            let kept = hash.as_deref().unwrap_or(NOBODY);
            let parsed = PasswordHash::new(kept).map_err(|error| AppError::Interrupted(error.to_string()))?;
            let same = argon2()?.verify_password(password.as_bytes(), &parsed).is_ok();
            Ok(same && hash.is_some())
        };
        tokio::task::spawn_blocking(work).await.map_err(AppError::interrupted)?
    }
}

fn argon2() -> Result<Argon2<'static>, AppError> {
    let params = Params::new(MEMORY, PASSES, 1, None);
    let params = params.map_err(|error| AppError::Interrupted(error.to_string()))?;
    Ok(Argon2::new(Algorithm::Argon2id, Version::V0x13, params))
}

/// Whether a password may be chosen: long, and not what is tried first.
pub(super) fn fit(password: &str, again: &str, login: &str) -> Result<(), PeopleError> {
    let length = password.chars().count();
    if length < SHORTEST {
        return Err(PeopleError::Short);
    }
    if length > LONGEST {
        return Err(PeopleError::Long);
    }
    let mut different: Vec<char> = password.to_lowercase().chars().collect();
    different.sort_unstable();
    different.dedup();
    let lower = password.to_lowercase();
    let rest = lower.replace(login, "");
    if different.len() < 5 || (!login.is_empty() && rest.chars().count() < SHORTEST / 2) {
        return Err(PeopleError::Guessable);
    }
    if password != again {
        return Err(PeopleError::Differ);
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[tokio::test]
    async fn a_password_is_known_by_its_hash_alone() {
        let passwords = Passwords::default();
        let hash = passwords.hash("correct horse battery".to_owned()).await.expect("hashed");
        assert!(hash.starts_with("$argon2id$v=19$m=19456,t=2,p=1$"), "{hash}");
        let again = passwords.hash("correct horse battery".to_owned()).await.expect("hashed");
        assert_ne!(hash, again, "each has its own salt");
        for (password, hash, same) in [
            ("correct horse battery", Some(hash.clone()), true),
            ("correct horse batterY", Some(hash), false),
            ("correct horse battery", None, false),
        ] {
            assert_eq!(passwords.same(password.to_owned(), hash).await.expect("held against"), same);
        }
    }

    #[test]
    fn nobody_s_hash_costs_what_anybody_s_does() {
        let nobody = PasswordHash::new(NOBODY).expect("it is a hash");
        let params = Params::try_from(&nobody).expect("with parameters");
        assert_eq!((params.m_cost(), params.t_cost(), params.p_cost()), (MEMORY, PASSES, 1));
    }

    #[test]
    fn what_is_guessed_first_is_refused() {
        assert_eq!(fit("short", "short", "anna"), Err(PeopleError::Short));
        assert_eq!(fit("aaaaaaaaaaaaaaa", "aaaaaaaaaaaaaaa", "anna"), Err(PeopleError::Guessable));
        assert_eq!(fit("annaannaanna1", "annaannaanna1", "anna"), Err(PeopleError::Guessable));
        assert_eq!(fit("длинный пароль", "длинный парол", "anna"), Err(PeopleError::Differ));
        assert_eq!(fit("длинный пароль", "длинный пароль", "anna"), Ok(()));
        let long = "abcdefgh".repeat(40);
        assert_eq!(fit(&long, &long, "anna"), Err(PeopleError::Long));
    }
}
