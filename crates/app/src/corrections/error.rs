//! Why a correction does not go on as was asked.

use control::correction::{LONGEST, Refused};
use locale::{Lang, t};

/// Why a correction does not go on as was asked.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum CorrectionError {
    /// There is none of that number.
    #[error("no correction {0}")]
    None(u64),
    /// The step is not allowed.
    #[error("refused: {0:?}")]
    Refused(Refused),
    /// Somebody else has done something to it meanwhile.
    #[error("changed meanwhile")]
    Meanwhile,
    /// There is no such person.
    #[error("no person {0}")]
    NoPerson(String),
    /// The KPI has no missed target that waits for its correction.
    #[error("nothing to open")]
    Nothing,
}

impl CorrectionError {
    /// The error with its mend, for a person.
    pub fn message(&self, lang: Lang) -> String {
        match self {
            CorrectionError::None(number) => t!(lang, "correction-error-none", number = *number),
            CorrectionError::Meanwhile => t!(lang, "correction-error-meanwhile"),
            CorrectionError::NoPerson(person) => t!(lang, "correction-error-person", person = person),
            CorrectionError::Nothing => t!(lang, "correction-error-nothing"),
            CorrectionError::Refused(why) => match why {
                Refused::Ended => t!(lang, "correction-error-ended"),
                Refused::Begun => t!(lang, "correction-error-begun"),
                Refused::Empty => t!(lang, "correction-error-empty"),
                Refused::Long => t!(lang, "correction-error-long", n = LONGEST),
                Refused::NoTask => t!(lang, "correction-error-no-task"),
                Refused::Tasks(left) => t!(lang, "correction-error-tasks", n = *left),
                Refused::Full => t!(lang, "correction-error-full"),
            },
        }
    }
}
