//! Marks on a picture of time: a diamond for a checkpoint, a square for a terminal date; the state is its shape.

use crate::draw::{Area, Pen, Picture};
use crate::palette::Paint;
use jiff::civil::Date;

/// How a checkpoint, an action or an objective stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub enum State {
    /// Reached: full, with a tick.
    Met,
    /// Under threat: half full.
    AtRisk,
    /// Not reached: full, crossed.
    Missed,
    /// Not due yet: hollow.
    #[default]
    Upcoming,
    /// Due, and not known: hollow, with a dash.
    Unknown,
}

impl State {
    /// Every state, in the order of a key.
    pub const ALL: [State; 5] = [State::Met, State::AtRisk, State::Missed, State::Upcoming, State::Unknown];

    pub(crate) const fn paint(self) -> Paint {
        match self {
            State::Met => Paint::Ink,
            State::AtRisk => Paint::Risk,
            State::Missed => Paint::Bad,
            State::Upcoming | State::Unknown => Paint::Muted,
        }
    }
}

/// The words of the states.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct StateWords {
    /// Of [`State::Met`].
    pub met: String,
    /// Of [`State::AtRisk`].
    pub at_risk: String,
    /// Of [`State::Missed`].
    pub missed: String,
    /// Of [`State::Upcoming`].
    pub upcoming: String,
    /// Of [`State::Unknown`].
    pub unknown: String,
}

impl StateWords {
    /// The word of a state.
    pub fn of(&self, state: State) -> &str {
        match state {
            State::Met => &self.met,
            State::AtRisk => &self.at_risk,
            State::Missed => &self.missed,
            State::Upcoming => &self.upcoming,
            State::Unknown => &self.unknown,
        }
    }
}

/// Something that is read on a day.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Mark {
    /// The day.
    pub date: Date,
    /// What was read, in the unit of the picture; where none, a series puts the mark on its targets.
    pub value: Option<f64>,
    /// How it stands.
    pub state: State,
    /// What stands beside it, where there is room, and shows under the pointer: `45 → 38 min`.
    pub label: String,
    /// Whether it is a terminal date (a square) and not a checkpoint (a diamond).
    pub terminal: bool,
}

impl Mark {
    /// What shows under the pointer: the label, the day, the state's word.
    pub(crate) fn title(&self, lang: locale::Lang, words: &StateWords) -> String {
        let parts = [self.label.clone(), locale::date(lang, self.date), words.of(self.state).to_owned()];
        parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" · ")
    }

    pub(crate) fn draw(&self, picture: &mut Picture, at: (f64, f64)) {
        shape(picture, at, 7.0, self.state, self.terminal);
    }
}

/// A state's shape of half-width `r` around a point.
pub(crate) fn shape(picture: &mut Picture, (x, y): (f64, f64), r: f64, state: State, square: bool) {
    let paint = state.paint();
    let pen = Pen::new(paint, 1.5);
    let (body, half) = if square {
        let s = r * 0.86;
        let area = Area { x: x - s, y: y - s, w: 2.0 * s, h: 2.0 * s };
        let corners = |w: f64| {
            [(area.x, area.y + area.h), (area.x, area.y), (area.x + w, area.y), (area.x + w, area.y + area.h)]
        };
        (corners(area.w).to_vec(), corners(area.w / 2.0).to_vec())
    } else {
        (vec![(x - r, y), (x, y - r), (x + r, y), (x, y + r)], vec![(x - r, y), (x, y - r), (x, y + r)])
    };
    let closed = |points: &[(f64, f64)]| format!("{}Z", crate::draw::through(points));
    let full = matches!(state, State::Met | State::Missed);
    picture.path(&closed(&body), Some(if full { paint } else { Paint::Paper }), Some(pen));
    let thin = |width| Pen::new(Paint::Paper, width);
    let k = r * 0.34;
    match state {
        State::Met => {
            picture.polyline(&[(x - k, y), (x - k * 0.2, y + k * 0.8), (x + k, y - k * 0.7)], thin(r * 0.22));
        }
        State::Missed => {
            picture.line((x - k, y - k), (x + k, y + k), thin(r * 0.24));
            picture.line((x - k, y + k), (x + k, y - k), thin(r * 0.24));
        }
        State::AtRisk => picture.path(&closed(&half), Some(paint), None),
        State::Unknown => picture.line((x - k, y), (x + k, y), Pen::new(paint, 1.5)),
        State::Upcoming => {}
    }
}

/// The states that occur, in the order of a key.
pub(crate) fn occurring(states: impl Iterator<Item = State>) -> Vec<State> {
    let mut states: Vec<State> = states.collect();
    states.sort_unstable();
    states.dedup();
    states
}
