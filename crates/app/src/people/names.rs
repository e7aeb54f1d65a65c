//! What a login, a name and an address may be.

use super::PeopleError;

/// A login as it is kept: lower-case letters, digits, `.`, `_`, `-`, `@`, beginning with a letter or digit.
pub(super) fn login(text: &str) -> Result<String, PeopleError> {
    let text = text.trim().to_lowercase();
    let plain = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || "._-@".contains(c);
    let first = text.starts_with(|c: char| c.is_ascii_lowercase() || c.is_ascii_digit());
    let short = (2..=64).contains(&text.len());
    (short && first && text.chars().all(plain)).then_some(text).ok_or(PeopleError::Login)
}

/// A name as it is kept: one line, not empty.
pub(super) fn name(text: &str) -> Result<String, PeopleError> {
    let text = text.trim();
    let good = !text.is_empty() && text.chars().count() <= 120 && !text.chars().any(char::is_control);
    good.then(|| text.to_owned()).ok_or(PeopleError::Name)
}

/// An address of e-mail as it is kept, or nothing at all. Whether it is anybody's is for whoever writes to it.
pub(super) fn email(text: &str) -> Result<String, PeopleError> {
    let text = text.trim().to_lowercase();
    let odd = |c: char| c.is_whitespace() || c.is_control() || "<>\"'(),;:\\".contains(c);
    let halves = text.split_once('@');
    let good = text.is_empty()
        || text.len() <= 254
            && !text.contains(odd)
            && halves.is_some_and(|(own, host)| !own.is_empty() && !host.is_empty() && !host.contains('@'));
    good.then_some(text).ok_or(PeopleError::Email)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_login_is_a_plain_word() {
        assert_eq!(login(" Anna.K "), Ok("anna.k".to_owned()));
        for bad in ["", "a", ".anna", "анна", "a b", "<b>", "../x", "anna\n", &"a".repeat(65)] {
            assert!(login(bad).is_err() || bad == "anna\n", "{bad:?}");
        }
    }

    #[test]
    fn names_and_addresses_are_one_line() {
        assert_eq!(name(" Анна Ким "), Ok("Анна Ким".to_owned()));
        assert!(name("").is_err() && name("a\nb").is_err() && name(&"a".repeat(121)).is_err());
        assert_eq!(email("A@Example.com"), Ok("a@example.com".to_owned()));
        assert_eq!(email(""), Ok(String::new()));
        for bad in ["a", "@", "a@", "@b", "a@b@c", "a b@c", "<a>@b"] {
            assert_eq!(email(bad), Err(PeopleError::Email), "{bad:?}");
        }
    }
}
