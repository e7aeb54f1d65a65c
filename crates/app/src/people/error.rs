//! What can go wrong when people come in, through what they wrote or what they may not.

use super::password::{LONGEST, SHORTEST};
use locale::{Lang, t};

/// Why somebody does not come in, or is not changed as was asked.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum PeopleError {
    /// What was written is no login.
    #[error("not a login")]
    Login,
    /// There is no name, or one of more than a line.
    #[error("not a name")]
    Name,
    /// What was written is no address of e-mail.
    #[error("not an e-mail address")]
    Email,
    /// The department's texts have no such person.
    #[error("no such person in the department's texts")]
    Person,
    /// Another user has that login.
    #[error("the login is taken")]
    Taken,
    /// There is no such user.
    #[error("no such user")]
    NoUser,
    /// Nobody active would be left who is an administrator.
    #[error("the last active administrator stays")]
    LastAdministrator,
    /// The password is shorter than it may be.
    #[error("the password is too short")]
    Short,
    /// The password is longer than it may be.
    #[error("the password is too long")]
    Long,
    /// The password is one that is guessed first.
    #[error("the password is easily guessed")]
    Guessable,
    /// The password was written in two ways.
    #[error("the passwords differ")]
    Differ,
    /// Login and password do not belong together; it is not told which of them is wrong.
    #[error("wrong login or password")]
    Wrong,
    /// The present password is another.
    #[error("wrong password")]
    WrongPassword,
    /// The code is wrong, or was used already.
    #[error("wrong code")]
    Code,
    /// Too many tries; so many seconds until the next.
    #[error("too many tries")]
    Wait(i64),
    /// The sign-in took too long, or was begun in another browser.
    #[error("the sign-in has run out")]
    Ended,
    /// The link was used, has run out, or never was.
    #[error("no such link")]
    NoLink,
    /// The identity provider did not answer as it should; the cause is for the log.
    #[error("the identity provider failed: {0}")]
    Provider(String),
    /// The identity provider knows the person, and Reper does not.
    #[error("not a known user")]
    Unknown,
    /// No identity provider is set up.
    #[error("no identity provider")]
    NoProvider,
}

impl PeopleError {
    /// The error with its mend, for a person.
    pub fn message(&self, lang: Lang) -> String {
        let key = match self {
            PeopleError::Short => return t!(lang, "people-error-short", n = SHORTEST),
            PeopleError::Long => return t!(lang, "people-error-long", n = LONGEST),
            PeopleError::Wait(seconds) if *seconds <= 90 => {
                return t!(lang, "people-error-wait-seconds", n = *seconds);
            }
            PeopleError::Wait(seconds) => {
                return t!(lang, "people-error-wait-minutes", n = seconds.div_euclid(60) + 1);
            }
            PeopleError::Login => "login",
            PeopleError::Name => "name",
            PeopleError::Email => "email",
            PeopleError::Person => "person",
            PeopleError::Taken => "taken",
            PeopleError::NoUser => "no-user",
            PeopleError::LastAdministrator => "last-administrator",
            PeopleError::Guessable => "guessable",
            PeopleError::Differ => "differ",
            PeopleError::Wrong => "wrong",
            PeopleError::WrongPassword => "wrong-password",
            PeopleError::Code => "code",
            PeopleError::Ended => "ended",
            PeopleError::NoLink => "no-link",
            PeopleError::Provider(_) => "provider",
            PeopleError::Unknown => "unknown",
            PeopleError::NoProvider => "no-provider",
        };
        t!(lang, &format!("people-error-{key}"))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_error_says_what_to_do() {
        use PeopleError::*;
        let all = [
            Login,
            Name,
            Email,
            Person,
            Taken,
            NoUser,
            LastAdministrator,
            Short,
            Long,
            Guessable,
            Differ,
            Wrong,
            WrongPassword,
            Code,
            Wait(1),
            Wait(300),
            Ended,
            NoLink,
            Provider("x".into()),
            Unknown,
            NoProvider,
        ];
        for error in all {
            for lang in Lang::ALL {
                assert!(!error.message(lang).contains('‹'), "{error:?}");
            }
        }
        assert!(Wait(300).message(Lang::En).contains('6'));
    }
}
