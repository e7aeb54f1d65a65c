//! What differs between two states of a text, as one cut: what is before it and after it is the same.

/// Bytes that are compared at once; a word of the processor at a time is slow over megabytes.
const STEP: usize = 4096;

/// The text from `start` on has lost `removed` bytes and got `middle` in their place.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Patch<'a> {
    /// Where, in bytes.
    pub start: usize,
    /// How many bytes are gone.
    pub removed: usize,
    /// What stands there now.
    pub middle: &'a [u8],
}

impl<'a> Patch<'a> {
    /// What makes `after` of `before`.
    pub fn between(before: &[u8], after: &'a [u8]) -> Self {
        let start = prefix(before, after);
        let (old, new) = (&before[start..], &after[start..]);
        let end = suffix(old, new);
        Patch { start, removed: old.len() - end, middle: &new[..new.len() - end] }
    }

    /// Makes the change; `false` where the text is too short for it.
    pub fn apply(&self, text: &mut Vec<u8>) -> bool {
        let Some(end) = self.start.checked_add(self.removed).filter(|end| *end <= text.len()) else {
            return false;
        };
        text.splice(self.start..end, self.middle.iter().copied());
        true
    }
}

fn prefix(one: &[u8], other: &[u8]) -> usize {
    let steps = one.chunks(STEP).zip(other.chunks(STEP)).take_while(|(one, other)| one == other);
    let same: usize = steps.map(|(step, _)| step.len()).sum();
    same + one[same..].iter().zip(&other[same..]).take_while(|(one, other)| one == other).count()
}

fn suffix(one: &[u8], other: &[u8]) -> usize {
    let steps = one.rchunks(STEP).zip(other.rchunks(STEP)).take_while(|(one, other)| one == other);
    let same: usize = steps.map(|(step, _)| step.len()).sum();
    let (one, other) = (&one[..one.len() - same], &other[..other.len() - same]);
    same + one.iter().rev().zip(other.iter().rev()).take_while(|(one, other)| one == other).count()
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn only_what_differs_is_kept() {
        let patch = Patch::between(b"due = 2026-11-01\n", b"due = 2026-12-15\n");
        assert_eq!(patch, Patch { start: 12, removed: 4, middle: b"2-15" });
        // The same letters at both ends are not counted twice.
        assert_eq!(Patch::between(b"aa", b"aaa"), Patch { start: 2, removed: 0, middle: b"a" });
        assert_eq!(Patch::between(b"aaa", b"aa"), Patch { start: 2, removed: 1, middle: b"" });
        assert!(!Patch { start: 3, removed: 1, middle: b"" }.apply(&mut b"abc".to_vec()));
    }

    proptest! {
        #[test]
        fn a_patch_makes_the_one_of_the_other(
            before in proptest::collection::vec(0_u8..3, 0..9000),
            at in 0_usize..9000,
            gone in 0_usize..5000,
            new in proptest::collection::vec(0_u8..3, 0..5000),
        ) {
            let at = at.min(before.len());
            let mut after = before.clone();
            after.splice(at..before.len().min(at + gone), new);
            let mut made = before.clone();
            prop_assert!(Patch::between(&before, &after).apply(&mut made));
            prop_assert_eq!(made, after);
        }
    }
}
