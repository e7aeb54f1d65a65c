//! What is said of a pair in the end.

use super::Lead;

/// Whether the one series leads the other. The word is evidence, never proof.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Verdict {
    /// The first foretells the second.
    Predicts,
    /// Nothing of that is to be seen.
    Unproven,
    /// The second foretells the first, and not the other way round.
    Reversed,
    /// There is too little to say.
    Insufficient,
}

impl Verdict {
    /// The word in data; `evidence-WORD` is its message.
    pub const fn word(self) -> &'static str {
        match self {
            Verdict::Predicts => "predicts",
            Verdict::Unproven => "unproven",
            Verdict::Reversed => "reversed",
            Verdict::Insufficient => "insufficient-data",
        }
    }
}

impl Lead {
    /// The verdict at a level, by the probabilities of both ways as they are after adjusting for all that was tested.
    ///
    /// It predicts where the test speaks, forecasts on unseen values gain, and the effect has one direction in both halves and is
    /// not the matter of a few extremes ([`Lead::is_tame`]). It is reversed where only the other way round the test speaks and forecasts gain.
    pub fn verdict(&self, forward: f64, backward: f64, level: f64) -> Verdict {
        let alpha = 1.0 - level;
        if forward <= alpha && self.forward.gain.share > 0.0 && self.is_steady() && self.is_tame(level) {
            Verdict::Predicts
        } else if forward > alpha && backward <= alpha && self.backward.gain.share > 0.0 {
            Verdict::Reversed
        } else {
            Verdict::Unproven
        }
    }

    /// Whether the effect has one direction in both halves.
    pub fn is_steady(&self) -> bool {
        self.halves.iter().all(|half| (half.estimate > 0.0) == (self.effect.estimate > 0.0))
    }

    /// Whether the relation is still to be seen, in the same direction, once the extremes are drawn in.
    pub fn is_tame(&self, level: f64) -> bool {
        self.tame.is_none_or(|tame| {
            tame.p_value <= 1.0 - level && (tame.estimate > 0.0) == (self.effect.estimate > 0.0)
        })
    }
}
