//! How a value stands against what was to be reached.

use department::model::Direction;

/// How a KPI or a checkpoint stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum State {
    /// Reached, or short of it by no more than the tolerance.
    Met,
    /// Short by more than the tolerance and by no more than twice as much.
    AtRisk,
    /// Short by more than that.
    Missed,
    /// The day has not come.
    Upcoming,
    /// Nothing, or nothing recent enough, was measured, or there is nothing to hold it against.
    Unknown,
}

impl State {
    /// All, in the order of a legend.
    pub const ALL: [State; 5] = [State::Met, State::AtRisk, State::Missed, State::Upcoming, State::Unknown];

    /// The word of the state in keys and in machines' output; `state-WORD` is its message.
    pub const fn word(self) -> &'static str {
        match self {
            State::Met => "met",
            State::AtRisk => "risk",
            State::Missed => "missed",
            State::Upcoming => "ahead",
            State::Unknown => "unknown",
        }
    }
}

/// Holds a value against a target, with an allowance in the same unit: met, at risk or missed.
///
/// Without an allowance nothing is at risk. What binary fractions add to a value is not held against it.
pub fn judge(value: f64, target: f64, allowance: f64, better: Direction) -> State {
    let short = match better {
        Direction::Up => target - value,
        Direction::Down => value - target,
    };
    let rounding = 1e-9 * target.abs().max(value.abs());
    match short {
        short if short <= allowance + rounding => State::Met,
        short if short <= 2.0 * allowance + rounding => State::AtRisk,
        _ => State::Missed,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use Direction::{Down, Up};

    #[test]
    fn a_value_is_judged_in_the_kpis_direction() {
        let up = |value| judge(value, 100.0, 5.0, Up);
        assert_eq!(
            [up(120.0), up(95.0), up(94.9), up(90.0), up(89.9)].map(State::word),
            ["met", "met", "risk", "risk", "missed"]
        );
        let down = |value| judge(value, 60.0, 6.0, Down);
        assert_eq!(
            [down(10.0), down(66.0), down(72.0), down(72.1)].map(State::word),
            ["met", "met", "risk", "missed"]
        );
    }

    #[test]
    fn without_an_allowance_a_value_is_met_or_missed() {
        assert_eq!(judge(0.0, 0.0, 0.0, Down), State::Met);
        assert_eq!(judge(0.001, 0.0, 0.0, Down), State::Missed);
        assert_eq!(judge(99.999, 100.0, 0.0, Up), State::Missed);
        assert_eq!(judge(0.1 + 0.2, 0.3, 0.0, Down), State::Met, "a binary fraction");
    }

    #[test]
    fn below_zero_the_direction_still_holds() {
        assert_eq!(judge(-5.0, -10.0, 1.0, Up), State::Met);
        assert_eq!(judge(-12.0, -10.0, 1.0, Up), State::AtRisk);
        assert_eq!(judge(f64::NAN, 1.0, 1.0, Up), State::Missed);
    }
}
