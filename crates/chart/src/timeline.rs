//! One timeline: a lane for every terminal KPI, its checkpoints on it, corrections under what opened them.

use crate::draw::{Anchor, Area, Pen, Picture, Type};
use crate::key;
use crate::mark::{Mark, State, StateWords, occurring};
use crate::palette::Paint;
use crate::place::Room;
use crate::time::TimeAxis;
use jiff::civil::Date;
use locale::Lang;

const WIDTH: f64 = 1000.0;
const LABEL: f64 = 232.0;
const LEFT: f64 = 252.0;
const RIGHT: f64 = WIDTH - 12.0;
const TOP: f64 = 40.0;
const SPAN: f64 = 20.0;

/// Checkpoints and terminal dates in lanes, time to the right.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Timeline {
    /// What it is, for who cannot see it.
    pub title: String,
    /// Today.
    pub today: Date,
    /// The first day shown.
    pub from: Date,
    /// The last day shown.
    pub to: Date,
    /// From top to bottom.
    pub lanes: Vec<Lane>,
    /// The words in the picture.
    pub words: TimelineWords,
}

/// A lane: a terminal KPI.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Lane {
    /// Its name, wrapped at the left.
    pub label: String,
    /// Its checkpoints and its terminal date; those outside the shown days are not drawn.
    pub marks: Vec<Mark>,
    /// What runs for some days under the lane: corrections.
    pub spans: Vec<Span>,
}

/// Something that runs from a day to a day.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Span {
    /// The first day.
    pub from: Date,
    /// The last day.
    pub to: Date,
    /// Its name.
    pub label: String,
    /// How it stands.
    pub state: State,
}

/// The words of a [`Timeline`].
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct TimelineWords {
    /// "today", under its line.
    pub today: String,
    /// The key of the marks.
    pub states: StateWords,
}

impl Timeline {
    /// The picture, 1000 wide.
    pub fn svg(&self, lang: Lang) -> String {
        let axis = TimeAxis::months(self.from, self.to, LEFT + 8.0, RIGHT - 8.0);
        let style = Type { size: 12.5, bold: false, paint: Paint::Ink };
        let mut top = TOP;
        let lanes: Vec<_> = self
            .lanes
            .iter()
            .map(|lane| {
                let lines = style.wrap(&lane.label, LABEL, 4);
                let shown = lane.spans.iter().filter(|span| self.shows(span)).count() as f64;
                let height = (style.leading() * lines.len() as f64 + 18.0).max(54.0);
                let under = if shown > 0.0 { 8.0 + shown * SPAN } else { 0.0 };
                let height = height.max(54.0 + under);
                top += height;
                (lane, lines, top - height, height)
            })
            .collect();
        let bottom = top;

        let mut picture = Picture::default();
        axis.grid(&mut picture, lang, (TOP, bottom));
        for (_, _, top, _) in &lanes {
            picture.line((0.0, *top), (RIGHT, *top), Pen::new(Paint::Grid, 1.0));
        }
        picture.line((0.0, bottom), (RIGHT, bottom), Pen::new(Paint::Grid, 1.0));
        for (_, _, top, _) in &lanes {
            let y = top + 30.0;
            picture.line((axis.x(self.from), y), (axis.x(self.to), y), Pen::new(Paint::Muted, 1.0));
        }
        axis.today(&mut picture, self.today, &self.words.today, (TOP, bottom), WIDTH);
        for (lane, lines, top, height) in &lanes {
            // Around the height of the marks, as far as the lane's upper edge allows.
            let first = top + 34.0 - style.leading() * (lines.len() as f64 - 1.0) / 2.0;
            picture.lines((4.0, first.max(top + 18.0)), Anchor::Start, style, lines);
            self.lane(
                &mut picture,
                lang,
                lane,
                &axis,
                Area { x: LEFT, y: *top, w: RIGHT - LEFT, h: *height },
            );
        }
        let states = occurring(self.lanes.iter().flat_map(|lane| &lane.marks).map(|mark| mark.state));
        let entries = key::states(&states, &self.words.states);
        let height = bottom + 26.0 + key::draw(&mut picture, &entries, (4.0, bottom + 34.0), RIGHT);
        picture.finish((WIDTH, height), &self.title, &self.description(lang))
    }

    fn shows(&self, span: &Span) -> bool {
        span.from.max(span.to) >= self.from.min(self.to) && span.from.min(span.to) <= self.from.max(self.to)
    }

    fn lane(&self, picture: &mut Picture, lang: Lang, lane: &Lane, axis: &TimeAxis, area: Area) {
        let y = area.y + 30.0;
        let mut room = Room::new(area);
        let shown: Vec<&Mark> = lane.marks.iter().filter(|mark| axis.holds(mark.date)).collect();
        for (row, span) in lane.spans.iter().filter(|span| self.shows(span)).enumerate() {
            let top = y + 34.0 + row as f64 * SPAN;
            let (from, to) = (axis.x(span.from.min(span.to)), axis.x(span.from.max(span.to)));
            let bar = Area { x: from, y: top - 8.0, w: (to - from).max(3.0), h: 12.0 };
            bar_of(picture, bar, span.state);
            room.take(bar);
            beside(picture, &mut room, bar, &span.label, Type::SMALL);
        }
        for mark in &shown {
            let x = axis.x(mark.date);
            picture.titled(&mark.title(lang, &self.words.states), |picture| mark.draw(picture, (x, y)));
            room.take(Area { x: x - 8.0, y: y - 8.0, w: 16.0, h: 16.0 });
        }
        for mark in shown {
            let label = Type::SMALL.fit(&mark.label, 170.0);
            if !label.is_empty() {
                room.label(picture, (axis.x(mark.date), y), 7.0, Type::SMALL.paint(Paint::Ink), &label);
            }
        }
    }

    fn description(&self, lang: Lang) -> String {
        let said = |lane: &Lane| {
            let marks: Vec<String> =
                lane.marks.iter().map(|mark| mark.title(lang, &self.words.states)).collect();
            format!("{}: {}", lane.label, marks.join(", "))
        };
        self.lanes.iter().map(said).collect::<Vec<_>>().join("; ")
    }
}

/// A bar; its state is its filling: full, half, crossed, hollow, dashed.
pub(crate) fn bar_of(picture: &mut Picture, bar: Area, state: State) {
    let paint = state.paint();
    let pen = Pen::new(paint, 1.2);
    match state {
        State::Met => picture.rect(bar, 2.0, Some(paint), Some(pen)),
        State::Missed => {
            picture.rect(bar, 2.0, Some(paint), Some(pen));
            let (k, x, y) = (bar.h * 0.22, bar.x + bar.w / 2.0, bar.y + bar.h / 2.0);
            if bar.w > bar.h {
                picture.line((x - k, y - k), (x + k, y + k), Pen::new(Paint::Paper, 1.5));
                picture.line((x - k, y + k), (x + k, y - k), Pen::new(Paint::Paper, 1.5));
            }
        }
        State::AtRisk => {
            picture.rect(bar, 2.0, Some(Paint::Paper), Some(pen));
            picture.rect(Area { y: bar.y + bar.h / 2.0, h: bar.h / 2.0, ..bar }, 0.0, Some(paint), None);
        }
        State::Upcoming => picture.rect(bar, 2.0, Some(Paint::Band), Some(Pen::new(Paint::Accent, 1.2))),
        State::Unknown => picture.rect(bar, 2.0, Some(Paint::Paper), Some(pen.dash("3 2"))),
    }
}

/// Writes a word beside a bar: at its right, at its left, or further right, whichever is free first; where none
/// is, at its right over what stands there.
pub(crate) fn beside(picture: &mut Picture, room: &mut Room, bar: Area, word: &str, style: Type) {
    if word.is_empty() {
        return;
    }
    let fitted = style.fit(word, 260.0);
    let (w, h) = (style.width(&fitted) + 4.0, style.size + 3.0);
    let y = bar.y + (bar.h - h) / 2.0;
    let right = |by: f64| Area { x: bar.x + bar.w + by, y, w, h };
    let left = Area { x: bar.x - w - 16.0, y, w, h };
    let areas = [right(3.0), left, right(14.0), right(26.0), right(40.0), Area { x: left.x - 12.0, ..left }];
    let found = room.first_free(&areas).or_else(|| areas.into_iter().find(|area| room.holds(area)));
    if let Some(area) = found {
        crate::place::write(picture, area, style, &fitted);
    }
}
