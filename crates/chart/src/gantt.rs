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
        let axis = TimeAxis::new(from, to, LEFT + 4.0, RIGHT - 70.0);
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
        if axis.holds(self.today) {
            let x = axis.x(self.today);
            picture.line((x, TOP), (x, bottom + 4.0), Pen::new(Paint::Ink, 1.0));
            let style = Type::SMALL.paint(Paint::Ink);
            picture.text((x, bottom + 15.0), Anchor::Middle, style, &style.fit(&self.words.today, 120.0));
        }
        self.arrows(&mut picture, &rows);
        let mut room = Room::new(Area { x: LEFT, y: 0.0, w: WIDTH - LEFT, h: bottom });
        rows.iter().for_each(|row| room.take(row.area));
        for row in &rows {
            let first = row.top + row.height / 2.0 + 4.0 - (row.lines.len() as f64 - 1.0) * 7.5;
            picture.lines((6.0, first), Anchor::Start, Type::BODY, &row.lines);
            picture.titled(&row.said(lang), |picture| bar_of(picture, row.area, row.bar.state));
            beside(&mut picture, &mut room, row.area, &row.bar.note, Type::SMALL);
        }

        let states = occurring(bars().map(|bar| bar.state));
        let plain = states.iter().all(|&state| state == State::Upcoming);
        let entries = if plain { Vec::new() } else { key::states(&states, &self.words.states) };
        let height = bottom + 22.0 + key::draw_bars(&mut picture, &entries, (6.0, bottom + 32.0), RIGHT);
        let said: Vec<String> = rows.iter().map(|row| row.said(lang)).collect();
        picture.finish((WIDTH, height), &self.title, &said.join("; "))
    }

    fn arrows(&self, picture: &mut Picture, rows: &[Row<'_>]) {
        let by_id: HashMap<&str, &Row<'_>> =
            rows.iter().filter(|row| !row.bar.id.is_empty()).map(|row| (row.bar.id.as_str(), row)).collect();
        let pen = Pen::new(Paint::Muted, 1.0);
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
            }
        }
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

/// From the end of one bar to the beginning of another: straight down into it where there is room, else around.
fn elbow(before: &Row<'_>, row: &Row<'_>) -> Vec<(f64, f64)> {
    let (x1, y1) = (before.area.x + before.area.w, before.middle());
    let (x2, y2) = (row.area.x, row.middle());
    let down = y2 > y1;
    // The edge of the later bar that is met first.
    let near = if down { row.area.y } else { row.area.y + row.area.h };
    if x2 >= x1 - 1.0 {
        let into = (x2 + 5.0).min(x2 + row.area.w / 2.0).max(x1 + 3.0).min(x2 + row.area.w);
        return vec![(x1, y1), (into, y1), (into, near)];
    }
    // It begins before the other has ended: out to the right, back between the rows, in from the left.
    let between = if down { row.top } else { row.top + row.height };
    let left = (x2 - 9.0).max(LEFT - 6.0);
    vec![(x1, y1), (x1 + 6.0, y1), (x1 + 6.0, between), (left, between), (left, y2), (x2, y2)]
}
