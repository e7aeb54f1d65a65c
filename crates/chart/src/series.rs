//! A figure over time: its values, the targets on the way, the tolerance, the checkpoints, the forecast.

use crate::draw::{Anchor, Area, Pen, Picture, Type, through};
use crate::key;
use crate::mark::{Mark, StateWords, occurring};
use crate::palette::Paint;
use crate::place::{self, Room};
use crate::scale::{Scale, sane, with_unit};
use crate::thin::thin;
use crate::time::TimeAxis;
use jiff::civil::Date;
use locale::{Lang, date};

const WIDTH: f64 = 680.0;
const TOP: f64 = 40.0;
const BOTTOM: f64 = 232.0;

/// One KPI's course towards its target.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Series {
    /// What it is, for who cannot see it.
    pub title: String,
    /// The unit, named once at the axis and beside the direct labels: `min`, `%`.
    pub unit: String,
    /// Days and values, in any order.
    pub points: Vec<(Date, f64)>,
    /// Days and what is to be reached by then: a dashed path.
    pub targets: Vec<(Date, f64)>,
    /// Where it stood: the dashed path begins there.
    pub baseline: Option<(Date, f64)>,
    /// What is tolerated: day, lowest, highest.
    pub tolerance: Vec<(Date, f64, f64)>,
    /// What is foreseen, with its interval.
    pub forecast: Vec<Estimate>,
    /// Days from which the level is another: thin lines.
    pub shifts: Vec<Date>,
    /// Values that stand out: rings.
    pub unusual: Vec<(Date, f64)>,
    /// Checkpoints and terminal date.
    pub checkpoints: Vec<Mark>,
    /// Today; its line is drawn where it lies near the figures.
    pub today: Date,
    /// The words in the picture.
    pub words: SeriesWords,
}

/// What is foreseen for a day.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub struct Estimate {
    /// The day.
    pub date: Date,
    /// The interval's lower end.
    pub low: f64,
    /// The middle.
    pub value: f64,
    /// The interval's upper end.
    pub high: f64,
}

/// The words of a [`Series`]; one that is empty is not written.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct SeriesWords {
    /// "target", before its figure at the end of the dashed path.
    pub target: String,
    /// "tolerance", in its band.
    pub tolerance: String,
    /// "forecast", at its end.
    pub forecast: String,
    /// "today", over its line.
    pub today: String,
    /// Said in the middle where there are no points: "no measurements yet".
    pub empty: String,
    /// The key of the checkpoints.
    pub states: StateWords,
}

impl Series {
    /// The picture, 680 wide.
    pub fn svg(&self, lang: Lang) -> String {
        let points = ordered(&self.points);
        let path =
            ordered(&self.baseline.into_iter().chain(self.targets.iter().copied()).collect::<Vec<_>>());
        let scale = Scale::over(self.figures(), 5.0, BOTTOM, TOP);
        let mut picture = Picture::default();

        let ticks: Vec<(f64, String)> =
            scale.ticks().into_iter().map(|tick| (scale.at(tick), scale.label(lang, tick))).collect();
        let widest = ticks.iter().map(|(_, label)| Type::SMALL.width(label)).fold(0.0, f64::max);
        let end = path.last().map(|&(_, figure)| {
            let figure = with_unit(lang, figure, &self.unit);
            Type::BODY.fit(format!("{} {figure}", self.words.target).trim(), 130.0)
        });
        let margin = end.as_ref().map_or(16.0, |label| (Type::BODY.width(label) + 18.0).max(40.0));
        let last = points.last().map(|&(day, figure)| (day, with_unit(lang, figure, &self.unit)));
        // Where the last value stands at the right end, its figure stands right of it.
        let beyond = last.as_ref().filter(|(day, _)| self.days().all(|other| other <= *day));
        let value = beyond.map_or(0.0, |(_, label)| Type::HEAD.width(label).min(160.0) + 14.0);
        let (left, right) = (widest + 14.0, WIDTH - margin.max(value));
        let axis = self.axis(left, right);
        let at = |&(day, figure): &(Date, f64)| (axis.x(day), scale.at(figure));

        self.frame(&mut picture, lang, &axis, &scale, &ticks, (left, right));
        let bounds = Area { x: left + 2.0, y: 18.0, w: WIDTH - left - 4.0, h: BOTTOM - 18.0 };
        let mut room = Room::new(bounds);
        let (edge, middle) = self.bands(&mut picture, &axis, &scale);
        let dashed: Vec<_> = path.iter().map(at).collect();
        picture.polyline(&dashed, Pen::new(Paint::Muted, 1.2).dash("5 4"));
        self.today_line(&mut picture, &axis, &mut room);
        let line = thin(points.iter().map(at).collect());
        picture.polyline(&line, Pen::new(Paint::Accent, 2.0));
        if line.len() <= 26 {
            line.iter().for_each(|&point| picture.circle(point, 2.6, Paint::Accent));
        }
        for day in self.shifts.iter().filter(|day| axis.holds(**day)) {
            let x = axis.x(*day);
            picture.line((x, TOP), (x, BOTTOM), Pen::new(Paint::Muted, 1.0).dash("2 4"));
        }
        for point in ordered(&self.unusual).iter().map(at) {
            picture.circle(point, 5.5, Paint::Risk);
            picture.circle(point, 3.5, Paint::Paper);
        }
        room.take_line(&line);
        room.take_line(&dashed);
        room.take_line(&middle);

        let marks = self.marks(&mut picture, lang, &axis, &scale, &path, &mut room);
        if let (Some(label), Some(&(x, y))) = (&end, dashed.last()) {
            let style = Type::BODY.paint(Paint::Muted);
            let (w, h) = (style.width(label) + 4.0, 16.0);
            let side = |dy: f64| Area { x: x + 8.0, y: y - h / 2.0 + dy, w, h };
            let over = |dy: f64| Area { x: (x - w).max(left), y: y + dy, w, h };
            let areas = [side(0.0), side(-14.0), side(14.0), over(-24.0), over(10.0)];
            if let Some(area) = room.first_free(&areas) {
                place::write(&mut picture, area, style, label);
            }
        }
        if let (Some((_, label)), Some(&(x, y))) = (&last, line.last()) {
            picture.circle((x, y), 4.0, Paint::Accent);
            let style = Type::HEAD.paint(Paint::Accent);
            self.last_value(&mut picture, &mut room, (x, y), style, label);
        } else if !self.words.empty.is_empty() {
            let word = Type::BODY.fit(&self.words.empty, right - left - 20.0);
            let style = Type::BODY.paint(Paint::Muted);
            let w = style.width(&word) + 4.0;
            let x = (left + right - w) / 2.0;
            let heights = [0.5, 0.3, 0.7, 0.15, 0.85].map(|share| TOP + (BOTTOM - TOP) * share - 8.0);
            let shifts = [0.0, -w * 0.7, w * 0.7];
            let areas = heights.into_iter().flat_map(|y| shifts.map(|by| Area { x: x + by, y, w, h: 16.0 }));
            if let Some(area) = room.first_free(&areas.collect::<Vec<_>>()) {
                place::write(&mut picture, area, style, &word);
            }
        }
        for (at, label) in marks {
            room.label(&mut picture, at, 8.0, Type::SMALL.paint(Paint::Ink), &label);
        }

        let over = |&(x, y): &(f64, f64), w: f64| Area { x, y: y - 20.0, w, h: 14.0 };
        self.band_word(&mut picture, &mut room, &edge, &self.words.tolerance, Type::SMALL, over);
        let back = |&(x, y): &(f64, f64), w: f64| Area { x: x - w, y: y - 20.0, w, h: 14.0 };
        let ends: Vec<_> = middle.iter().rev().copied().collect();
        let style = Type::SMALL.paint(Paint::Accent);
        self.band_word(&mut picture, &mut room, &ends, &self.words.forecast, style, back);

        let states = occurring(self.checkpoints.iter().map(|mark| mark.state));
        let entries = key::states(&states, &self.words.states);
        let height = BOTTOM + 42.0 + key::draw(&mut picture, &entries, (left, BOTTOM + 50.0), WIDTH - 8.0);
        picture.finish((WIDTH, height), &self.title, &self.description(lang, &points, &path))
    }

    fn figures(&self) -> impl Iterator<Item = f64> {
        let plain = self.points.iter().chain(&self.targets).chain(&self.baseline).map(|(_, figure)| *figure);
        let bands = self.tolerance.iter().flat_map(|&(_, low, high)| [low, high]);
        let foreseen = self.forecast.iter().flat_map(|e| [e.low, e.value, e.high]);
        plain.chain(bands).chain(foreseen).chain(self.checkpoints.iter().filter_map(|mark| mark.value))
    }

    fn days(&self) -> impl Iterator<Item = Date> {
        let plain = self.points.iter().chain(&self.targets).chain(&self.baseline).map(|(day, _)| *day);
        let bands = self.tolerance.iter().map(|(day, ..)| *day);
        let rest = self.checkpoints.iter().map(|mark| mark.date).chain(self.forecast.iter().map(|e| e.date));
        plain.chain(bands).chain(rest)
    }

    /// From the first day to the last; today joins where that does not double the length.
    fn axis(&self, left: f64, right: f64) -> TimeAxis {
        let from = self.days().min().unwrap_or(self.today);
        let to = self.days().max().unwrap_or(self.today);
        let near = TimeAxis::new(from, to, 0.0, 1.0);
        let wide = TimeAxis::new(from.min(self.today), to.max(self.today), 0.0, 1.0);
        if near.holds(self.today) || wide.x(to) - wide.x(from) > 0.5 {
            return TimeAxis::new(from.min(self.today), to.max(self.today), left, right);
        }
        TimeAxis::new(from, to, left, right)
    }

    fn frame(
        &self,
        picture: &mut Picture,
        lang: Lang,
        axis: &TimeAxis,
        scale: &Scale,
        ticks: &[(f64, String)],
        (left, right): (f64, f64),
    ) {
        for (y, label) in ticks {
            picture.line((left, *y), (right, *y), Pen::new(Paint::Grid, 1.0));
            picture.text((left - 8.0, y + 4.0), Anchor::End, Type::SMALL, label);
        }
        if scale.low < 0.0 && scale.high > 0.0 {
            let zero = scale.at(0.0);
            picture.line((left, zero), (right, zero), Pen::new(Paint::Muted, 1.0));
        }
        picture.line((left, BOTTOM), (right, BOTTOM), Pen::new(Paint::Muted, 1.0));
        for tick in axis.ticks(lang) {
            picture.line((tick.x, BOTTOM), (tick.x, BOTTOM + 4.0), Pen::new(Paint::Muted, 1.0));
        }
        axis.label(picture, lang, BOTTOM + 17.0, (left - 8.0, right + 8.0));
        picture.text((4.0, 14.0), Anchor::Start, Type::SMALL, &Type::SMALL.fit(&self.unit, WIDTH * 0.6));
    }

    /// Draws tolerance and forecast; returns the tolerance's upper edge and the forecast's middle.
    fn bands(&self, picture: &mut Picture, axis: &TimeAxis, scale: &Scale) -> (Path, Path) {
        let draw = |picture: &mut Picture, mut band: Vec<(Date, f64, f64)>, paint, opacity| {
            band.retain(|&(_, low, high)| sane(low).is_some() && sane(high).is_some());
            band.sort_by_key(|(day, ..)| *day);
            if band.len() < 2 {
                return Vec::new();
            }
            let low = band.iter().map(|&(day, low, _)| (axis.x(day), scale.at(low)));
            let high = band.iter().map(|&(day, _, high)| (axis.x(day), scale.at(high)));
            let outline: Vec<_> = high.clone().chain(low.rev()).collect();
            picture.veil(&format!("{}Z", through(&outline)), paint, opacity);
            high.collect()
        };
        let edge = draw(picture, self.tolerance.clone(), Paint::Muted, 0.14);
        let foreseen: Vec<_> = self.forecast.iter().map(|e| (e.date, e.low, e.high)).collect();
        draw(picture, foreseen, Paint::Accent, 0.13);
        let middle = ordered(&self.forecast.iter().map(|e| (e.date, e.value)).collect::<Vec<_>>());
        let middle: Vec<_> = middle.iter().map(|&(day, figure)| (axis.x(day), scale.at(figure))).collect();
        picture.polyline(&middle, Pen::new(Paint::Accent, 1.5).dash("1.5 3"));
        (edge, middle)
    }

    /// Writes a band's word at the first of the points where it is free, over the point as `over` says.
    fn band_word(
        &self,
        picture: &mut Picture,
        room: &mut Room,
        points: &[(f64, f64)],
        word: &str,
        style: Type,
        over: impl Fn(&(f64, f64), f64) -> Area,
    ) {
        let word = style.fit(word, 120.0);
        if points.len() < 2 || word.is_empty() {
            return;
        }
        let halves =
            points.windows(2).map(|pair| ((pair[0].0 + pair[1].0) / 2.0, (pair[0].1 + pair[1].1) / 2.0));
        let w = style.width(&word) + 4.0;
        let above = points.iter().copied().chain(halves).map(|point| over(&point, w));
        let areas: Vec<Area> = above.flat_map(|area| [area, Area { y: area.y + 26.0, ..area }]).collect();
        if let Some(area) = room.first_free(&areas) {
            place::write(picture, area, style, &word);
        }
    }

    fn today_line(&self, picture: &mut Picture, axis: &TimeAxis, room: &mut Room) {
        if axis.holds(self.today) {
            let (x, top) = (axis.x(self.today), TOP - 12.0);
            let (style, word) = (Type::SMALL.paint(Paint::Ink), Type::SMALL.fit(&self.words.today, 140.0));
            picture.line((x, top), (x, BOTTOM), Pen::new(Paint::Ink, 1.0));
            let half = style.width(&word) / 2.0 + 4.0;
            picture.text((x.clamp(half, WIDTH - half), top - 4.0), Anchor::Middle, style, &word);
            room.take(Area { x: x - half, y: 12.0, w: 2.0 * half, h: 16.0 });
            room.take(Area { x: x - 1.0, y: top, w: 2.0, h: BOTTOM - top });
        }
    }

    /// Draws the marks; returns where each is and what is to be written there.
    fn marks(
        &self,
        picture: &mut Picture,
        lang: Lang,
        axis: &TimeAxis,
        scale: &Scale,
        path: &[(Date, f64)],
        room: &mut Room,
    ) -> Vec<((f64, f64), String)> {
        let mut labels = Vec::new();
        for mark in &self.checkpoints {
            let x = axis.x(mark.date);
            let figure = mark.value.and_then(sane).map(|figure| scale.at(figure));
            let on_path = || {
                let y = path.iter().map(|&(day, figure)| (axis.x(day), scale.at(figure))).collect::<Vec<_>>();
                between(&y, x)
            };
            let y = figure.or_else(on_path).unwrap_or(BOTTOM);
            picture.titled(&mark.title(lang, &self.words.states), |picture| mark.draw(picture, (x, y)));
            room.take(Area { x: x - 7.0, y: y - 7.0, w: 14.0, h: 14.0 });
            labels.push(((x, y), Type::SMALL.fit(&mark.label, 150.0)));
        }
        labels.retain(|(_, label)| !label.is_empty());
        labels
    }

    fn last_value(
        &self,
        picture: &mut Picture,
        room: &mut Room,
        (x, y): (f64, f64),
        style: Type,
        label: &str,
    ) {
        let label = style.fit(label, 160.0);
        let right = Area { x: x + 6.0, y: y - 8.0, w: style.width(&label) + 4.0, h: 16.0 };
        if let Some(area) = room.first_free(&[right]) {
            return place::write(picture, area, style, &label);
        }
        if !room.label(picture, (x, y), 6.0, style, &label) {
            // The value is what the picture is for: it is written even where it covers something.
            let w = style.width(&label) + 4.0;
            let x = (x + 8.0).min(WIDTH - w - 2.0);
            place::write(picture, Area { x, y: (y - 24.0).max(18.0), w, h: 16.0 }, style, &label);
        }
    }

    fn description(&self, lang: Lang, points: &[(Date, f64)], path: &[(Date, f64)]) -> String {
        let said = |&(day, figure): &(Date, f64)| {
            format!("{}: {}", date(lang, day), with_unit(lang, figure, &self.unit))
        };
        let mut parts: Vec<String> = points.first().into_iter().map(said).collect();
        if points.len() > 1 {
            parts.extend(points.last().map(said));
        }
        parts.extend(path.last().map(|end| format!("{} {}", self.words.target, said(end))));
        parts.join("; ")
    }
}

/// Pixels from left to right.
type Path = Vec<(f64, f64)>;

/// What can be drawn, by day.
fn ordered(points: &[(Date, f64)]) -> Vec<(Date, f64)> {
    let mut points: Vec<_> = points.iter().filter_map(|&(day, figure)| Some((day, sane(figure)?))).collect();
    points.sort_by_key(|(day, _)| *day);
    points
}

/// The height of a line at `x`; beyond an end, the end's.
fn between(points: &[(f64, f64)], x: f64) -> Option<f64> {
    let (first, last) = (points.first()?, points.last()?);
    if x <= first.0 {
        return Some(first.1);
    }
    let pair = points.windows(2).find(|pair| x <= pair[1].0);
    Some(pair.map_or(last.1, |pair| {
        let share = (x - pair[0].0) / (pair[1].0 - pair[0].0).max(f64::EPSILON);
        pair[0].1 + (pair[1].1 - pair[0].1) * share
    }))
}
