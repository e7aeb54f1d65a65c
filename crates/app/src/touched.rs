//! What the last revisions have touched, so that a change that was written on one of them need not fetch its texts.

use department::edit::{Change, Subject};
use std::collections::VecDeque;
use std::sync::{Mutex, PoisonError};

/// So many revisions are remembered.
const REMEMBERED: usize = 1_000;

/// What the last revisions have touched.
#[derive(Debug, Default)]
pub(crate) struct Touched {
    /// The number of each, and its subjects; none where more than fields of them was changed.
    all: Mutex<VecDeque<(u64, Option<Vec<Subject>>)>>,
}

impl Touched {
    /// Remembers what a revision has changed.
    pub fn remember(&self, revision: u64, changes: &[Change]) {
        let mut all = self.all.lock().unwrap_or_else(PoisonError::into_inner);
        all.push_back((revision, fields_of(changes)));
        if all.len() > REMEMBERED {
            all.pop_front();
        }
    }

    /// Whether it is known that nothing but fields of other elements has been changed after a revision up to another.
    pub fn spares(&self, after: u64, until: u64, subjects: &[Subject]) -> bool {
        let all = self.all.lock().unwrap_or_else(PoisonError::into_inner);
        let mut wanted = after;
        for (revision, touched) in all.iter().filter(|(revision, _)| *revision > after && *revision <= until)
        {
            wanted += 1;
            let spared = |touched: &Vec<Subject>| subjects.iter().all(|own| !touched.contains(own));
            if *revision != wanted || !touched.as_ref().is_some_and(spared) {
                return false;
            }
        }
        wanted == until
    }
}

/// The elements of which fields are set; none where anything else is changed.
pub(crate) fn fields_of(changes: &[Change]) -> Option<Vec<Subject>> {
    let subject = |change: &Change| match change {
        Change::Set { subject, .. } => Some(subject.clone()),
        _ => None,
    };
    let mut all: Vec<Subject> = changes.iter().map(subject).collect::<Option<_>>()?;
    all.dedup();
    Some(all).filter(|all| !all.is_empty())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_not_known_is_not_spared() {
        let set =
            |id: &str| Change::Set { subject: Subject::of("goal", id), field: "name".into(), value: None };
        let (a, b) = (Subject::of("goal", "a"), Subject::of("goal", "b"));
        let touched = Touched::default();
        touched.remember(4, &[set("a"), set("a")]);
        touched.remember(5, &[set("c")]);
        assert!(touched.spares(3, 5, std::slice::from_ref(&b)));
        assert!(!touched.spares(3, 5, std::slice::from_ref(&a)));
        assert!(touched.spares(4, 5, std::slice::from_ref(&a)));
        assert!(touched.spares(5, 5, std::slice::from_ref(&a)));
        assert!(!touched.spares(2, 5, std::slice::from_ref(&b)), "revision 3 is not known");
        touched.remember(7, &[set("c")]);
        assert!(!touched.spares(4, 7, std::slice::from_ref(&b)), "nor is revision 6");
        touched.remember(8, &[set("c"), Change::Remove { subject: Subject::of("goal", "d") }]);
        assert!(!touched.spares(7, 8, std::slice::from_ref(&b)));
    }
}
