//! The plan of actions: a bar for each, in groups, with what must end before it begins.

use crate::draw::{Anchor, Area, Pen, Picture, Type, head, rounded};
use crate::key;
use crate::mark::{State, StateWords, occurring};
use crate::palette::Paint;
use crate::place::Room;
use crate::time::TimeAxis;
use crate::timeline::{bar_of, beside};
use jiff::civil::Date;
use locale::{Lang, date};
use std::collections::HashMap;

const WIDTH: f64 = 1000.0;
const LABEL: f64 = 318.0;
const LEFT: f64 = 336.0;
const RIGHT: f64 = WIDTH - 6.0;
const TOP: f64 = 40.0;
const GROUP: f64 = 25.0;

/// Dated work.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Gantt {
    /// What it is, for who cannot see it.
    pub title: String,
    /// Today; its line is drawn where the plan holds it.
    pub today: Date,
    /// By task or goal, from top to bottom.
    pub groups: Vec<Group>,
    /// The words in the picture.
    pub words: GanttWords,
}

/// Bars under one heading.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Group {
    /// The heading.
    pub label: String,
    /// From top to bottom.
    pub bars: Vec<Bar>,
}

/// One piece of work.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Bar {
    /// What `after` names it by.
    pub id: String,
    /// Its name, at the left, in at most two lines.
    pub label: String,
    /// The first day.
    pub from: Date,
    /// The last day.
    pub to: Date,
    /// What stands beside the bar: its owner.
    pub note: String,
    /// The work that must have ended before; an id that no bar has is passed over.
    pub after: Vec<String>,
    /// How it stands.
    pub state: State,
    /// Where it leads on a page; empty on paper.
    pub href: String,
}

/// The words of a [`Gantt`].
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct GanttWords {
    /// "today", under its line.
    pub today: String,
    /// The key of the bars, drawn where a state other than upcoming occurs.
    pub states: StateWords,
}

impl Gantt {
    /// The picture, 1000 wide; its height grows with the bars.
    pub fn svg(&self, lang: Lang) -> String {
        let bars = || self.groups.iter().flat_map(|group| &group.bars);
        let from = bars().map(|bar| bar.from.min(bar.to)).min().unwrap_or(self.today);
        let to = bars().map(|bar| bar.from.max(bar.to)).max().unwrap_or(self.today);
        let widest = bars().map(|bar| Type::SMALL.width(&bar.note)).fold(0.0, f64::max).min(140.0);
        let axis = TimeAxis::months(from, to, LEFT + 4.0, RIGHT - widest - 8.0);
        let mut picture = Picture::default();

        // Rows first: headings and labels, and where each bar will be.
        let (mut y, mut headings, mut rows) = (TOP, Vec::new(), Vec::new());
        for group in &self.groups {
            headings.push((y, Type::HEAD.fit(&group.label, WIDTH - 16.0)));
            y += GROUP;
            for bar in &group.bars {
                let lines = Type::BODY.wrap(&bar.label, LABEL, 2);
                let height = if lines.len() > 1 { 34.0 } else { 20.0 };
                let (a, b) = (axis.x(bar.from.min(bar.to)), axis.x(bar.from.max(bar.to)));
                let area = Area { x: a, y: y + height / 2.0 - 6.0, w: (b - a).max(4.0), h: 12.0 };
                rows.push(Row { bar, lines, top: y, height, area });
                y += height;
            }
            y += 5.0;
        }
        let bottom = y;
        for (top, _) in &headings {
            let area = Area { x: 0.0, y: top + 2.0, w: RIGHT, h: GROUP - 5.0 };
            picture.rect(area, 2.0, Some(Paint::Band), None);
        }
        axis.grid(&mut picture, lang, (TOP, bottom));
        for (top, label) in &headings {
            // The heading runs over the grid, so it has its ground.
            let room = Area { x: 0.0, y: top + 2.0, w: Type::HEAD.width(label) + 16.0, h: GROUP - 5.0 };
            picture.rect(room, 2.0, Some(Paint::Band), None);
            picture.text((6.0, top + 17.0), Anchor::Start, Type::HEAD, label);
        }
        axis.today(&mut picture, self.today, &self.words.today, (TOP, bottom), WIDTH);
        let arrows = self.arrows(&mut picture, &rows);
        let mut room = Room::new(Area { x: LEFT, y: 0.0, w: WIDTH - LEFT, h: bottom });
        rows.iter().for_each(|row| room.take(row.area));
        arrows.iter().for_each(|points| room.take_line(points));
        for row in &rows {
            let first = row.top + row.height / 2.0 + 4.0 - (row.lines.len() as f64 - 1.0) * 7.5;
            picture.lines((6.0, first), Anchor::Start, Type::BODY, &row.lines);
            let (from, to) = (row.bar.from.to_string(), row.bar.to.to_string());
            let data = [("id", row.bar.id.as_str()), ("from", &from), ("to", &to)];
            picture.linked(("bar", &row.bar.href), &row.said(lang), &data, |picture| {
                bar_of(picture, row.area, row.bar.state);
            });
            beside(&mut picture, &mut room, row.area, &row.bar.note, Type::SMALL);
        }

        let states = occurring(bars().map(|bar| bar.state));
        let plain = states.iter().all(|&state| state == State::Upcoming);
        let entries = if plain { Vec::new() } else { key::states(&states, &self.words.states) };
        let height = bottom + 22.0 + key::draw_bars(&mut picture, &entries, (6.0, bottom + 32.0), RIGHT);
        if rows.iter().any(|row| !row.bar.href.is_empty()) {
            return picture.finish_live((WIDTH, height), &self.title, &axis.ends());
        }
        let said: Vec<String> = rows.iter().map(|row| row.said(lang)).collect();
        picture.finish((WIDTH, height), &self.title, &said.join("; "))
    }

    /// Draws what waits for what; returns where the lines run.
    fn arrows(&self, picture: &mut Picture, rows: &[Row<'_>]) -> Vec<Vec<(f64, f64)>> {
        let by_id: HashMap<&str, &Row<'_>> =
            rows.iter().filter(|row| !row.bar.id.is_empty()).map(|row| (row.bar.id.as_str(), row)).collect();
        let pen = Pen::new(Paint::Muted, 1.0);
        let mut drawn = Vec::new();
        for row in rows {
            for before in row.bar.after.iter().filter(|id| **id != row.bar.id) {
                let Some(before) = by_id.get(before.as_str()) else { continue };
                let points = elbow(before, row);
                picture.path(&rounded(&points, 3.0), None, Some(pen));
                if let [.., (ax, ay), (bx, by)] = points[..] {
                    let length = (bx - ax).hypot(by - ay).max(0.01);
                    let along = ((bx - ax) / length, (by - ay) / length);
                    picture.path(&head((bx, by), along, 6.0), Some(Paint::Muted), None);
                }
                drawn.push(points);
            }
        }
        drawn
    }
}

struct Row<'a> {
    bar: &'a Bar,
    lines: Vec<String>,
    top: f64,
    height: f64,
    area: Area,
}

impl Row<'_> {
    fn middle(&self) -> f64 {
        self.area.y + self.area.h / 2.0
    }

    fn said(&self, lang: Lang) -> String {
        let Bar { label, from, to, note, .. } = self.bar;
        let days = format!("{} – {}", date(lang, *from), date(lang, *to));
        let parts = [label.clone(), days, note.clone()];
        parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" · ")
    }
}

/// From the end of one bar to the beginning of another: down (or up) out of the one, in from the left of the other.
fn elbow(before: &Row<'_>, row: &Row<'_>) -> Vec<(f64, f64)> {
    let down = row.top > before.top;
    let out = before.area.x + (before.area.w - 4.0).max(before.area.w / 2.0);
    let edge = before.area.y + if down { before.area.h } else { 0.0 };
    let (x, y) = (row.area.x, row.middle());
    if x >= out + 8.0 {
        return vec![(out, edge), (out, y), (x, y)];
    }
    // It begins before the other has ended: back between the rows.
    let between = if down { row.top } else { row.top + row.height };
    let left = (x - 10.0).max(LEFT - 8.0);
    vec![(out, edge), (out, between), (left, between), (left, y), (x, y)]
}
