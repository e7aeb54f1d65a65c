//! Codes for the day the phone is lost: each opens the door once, and only their hashes are kept.

use super::totp::base32;
use crate::hashed;

/// So many are given out at once.
const MANY: usize = 10;
/// 80 bits each.
const BYTES: usize = 10;

/// New codes as they are shown, `abcd-efgh-ijkl-mnop`, and what is kept of them, a line a code.
pub(super) fn codes() -> Result<(Vec<String>, String), getrandom::Error> {
    let mut shown = Vec::with_capacity(MANY);
    for _ in 0..MANY {
        let mut bytes = [0_u8; BYTES];
        getrandom::fill(&mut bytes)?;
        let letters = base32(&bytes).to_lowercase();
        let groups: Vec<&str> = (0..4).filter_map(|at| letters.get(at * 4..at * 4 + 4)).collect();
        shown.push(groups.join("-"));
    }
    let kept: Vec<String> = shown.iter().map(|code| hashed(&bare(code))).collect();
    Ok((shown, kept.join("\n")))
}

/// What is kept after a code was used; nothing where it is none of them.
pub(super) fn without(kept: &str, code: &str) -> Option<String> {
    let code = bare(code);
    if code.len() != 16 {
        return None;
    }
    let hash = hashed(&code);
    let rest: Vec<&str> = kept.lines().filter(|known| *known != hash).collect();
    (rest.len() < kept.lines().count()).then(|| rest.join("\n"))
}

fn bare(code: &str) -> String {
    code.chars().filter(|c| !c.is_whitespace() && *c != '-').take(64).collect::<String>().to_lowercase()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_code_is_used_once() {
        let (shown, kept) = codes().expect("random");
        assert_eq!((shown.len(), kept.lines().count()), (MANY, MANY));
        assert!(!kept.contains(&shown[0]) && shown[0].len() == 19);
        let rest = without(&kept, &shown[3].to_uppercase().replace('-', " ")).expect("it is one of them");
        assert_eq!(rest.lines().count(), MANY - 1);
        assert_eq!(without(&rest, &shown[3]), None, "used");
        assert_eq!(without(&rest, ""), None);
    }
}
