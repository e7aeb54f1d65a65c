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
    /// It predicts where the test speaks, forecasts on unseen values gain, and the effect has one direction in both halves. It is
    /// reversed where only the other way round the test speaks and forecasts gain.
    pub fn verdict(&self, forward: f64, backward: f64, level: f64) -> Verdict {
        let alpha = 1.0 - level;
        let [early, late] = &self.halves;
        let steady = (early.estimate > 0.0) == (self.effect.estimate > 0.0)
            && (late.estimate > 0.0) == (self.effect.estimate > 0.0);
        if forward <= alpha && self.forward.gain.share > 0.0 && steady {
            Verdict::Predicts
        } else if forward > alpha && backward <= alpha && self.backward.gain.share > 0.0 {
            Verdict::Reversed
        } else {
            Verdict::Unproven
        }
    }
}
