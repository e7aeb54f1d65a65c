//! The key under a picture: the shapes that occur in it, each with its word.

use crate::draw::{Anchor, Area, Pen, Picture, Type, boxed};
use crate::mark::{self, State, StateWords};
use crate::palette::Paint;
use crate::plot;
use crate::timeline::bar_of;

/// What stands before a word of the key.
pub(crate) enum Sign {
    /// A state's diamond.
    State(State),
    /// A state's bar.
    Bar(State),
    /// A piece of line.
    Line(Pen),
    /// A group's dot.
    Dot(usize),
    /// A patch that shines through.
    Patch(Paint, f64),
}

/// Signs of the states that occur and have a word.
pub(crate) fn states(occurring: &[State], words: &StateWords) -> Vec<(Sign, String)> {
    let entries = occurring.iter().map(|&state| (Sign::State(state), words.of(state).to_owned()));
    entries.filter(|(_, word)| !word.is_empty()).collect()
}

/// As [`draw`], with bars for the states.
pub(crate) fn draw_bars(
    picture: &mut Picture,
    entries: &[(Sign, String)],
    at: (f64, f64),
    right: f64,
) -> f64 {
    let bars = entries.iter().map(|(sign, word)| match sign {
        Sign::State(state) | Sign::Bar(state) => (Sign::Bar(*state), word.clone()),
        Sign::Line(pen) => (Sign::Line(*pen), word.clone()),
        Sign::Dot(group) => (Sign::Dot(*group), word.clone()),
        Sign::Patch(paint, opacity) => (Sign::Patch(*paint, *opacity), word.clone()),
    });
    draw(picture, &bars.collect::<Vec<_>>(), at, right)
}

/// Draws entries in rows from `left`, the first around `y`; returns the height used, 0 for no entries.
pub(crate) fn draw(
    picture: &mut Picture,
    entries: &[(Sign, String)],
    (left, y): (f64, f64),
    right: f64,
) -> f64 {
    const ROW: f64 = 20.0;
    let (mut x, mut row) = (left, 0.0);
    for (sign, word) in entries {
        let wide = if matches!(sign, Sign::State(_) | Sign::Dot(_) | Sign::Patch(..)) { 20.0 } else { 34.0 };
        let word = Type::SMALL.fit(word, right - left - wide);
        let taken = wide + Type::SMALL.width(&word);
        if x > left && x + taken > right {
            (x, row) = (left, row + 1.0);
        }
        let middle = y + row * ROW;
        match sign {
            Sign::State(state) => mark::shape(picture, (x + 7.0, middle), 6.0, *state, false),
            Sign::Bar(state) => bar_of(picture, Area { x, y: middle - 6.0, w: 26.0, h: 12.0 }, *state),
            Sign::Dot(group) => plot::dot(picture, (x + 7.0, middle), 4.5, *group, 1.0),
            Sign::Patch(paint, opacity) => {
                picture.veil(&boxed(Area { x, y: middle - 6.0, w: 14.0, h: 12.0 }), *paint, *opacity);
            }
            Sign::Line(pen) => picture.line((x, middle), (x + 26.0, middle), *pen),
        }
        picture.text((x + wide, middle + 4.0), Anchor::Start, Type::SMALL, &word);
        x += taken + 18.0;
    }
    if entries.is_empty() { 0.0 } else { (row + 1.0) * ROW }
}
