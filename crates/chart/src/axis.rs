//! The axes that all pictures of statistics share: round ticks, the unit in the title, the plane between them.

use crate::draw::{Anchor, Area, Pen, Picture, Type};
use crate::palette::Paint;
use crate::scale::{Scale, sane};
use locale::Lang;

/// The width of every picture of statistics, that of the text column.
pub(crate) const WIDTH: f64 = 680.0;

/// What an axis measures: its title is `name, unit`.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Axis {
    /// The quantity: `Comments`.
    pub name: String,
    /// Its unit, empty where it has none: `min`, `%`.
    pub unit: String,
}

impl Axis {
    /// An axis of that quantity in that unit.
    pub fn new(name: impl Into<String>, unit: impl Into<String>) -> Axis {
        Axis { name: name.into(), unit: unit.into() }
    }

    /// The quantity and its unit.
    pub(crate) fn title(&self) -> String {
        match (self.name.is_empty(), self.unit.is_empty()) {
            (_, true) => self.name.clone(),
            (true, false) => self.unit.clone(),
            _ => format!("{}, {}", self.name, self.unit),
        }
    }
}

/// A fitted or foreseen value with its interval.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub struct Fitted {
    /// Where.
    pub x: f64,
    /// The interval's lower end.
    pub low: f64,
    /// The middle.
    pub value: f64,
    /// The interval's upper end.
    pub high: f64,
}

/// A line across the picture with its word: a mean, a bound, a day on which something changed.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Rule {
    /// Where, in the units of the axis that it crosses.
    pub at: f64,
    /// Its word.
    pub label: String,
}

/// Two axes and the plane between them.
pub(crate) struct Plane {
    pub x: Scale,
    pub y: Scale,
    pub area: Area,
}

impl Plane {
    /// Chooses the scales that hold all figures and draws both axes inside `outer`, the upright title above the plane.
    pub fn draw(
        picture: &mut Picture,
        lang: Lang,
        outer: Area,
        (across, up): (&Axis, &Axis),
        xs: impl Iterator<Item = f64>,
        ys: impl Iterator<Item = f64>,
    ) -> Plane {
        let (y, left) =
            upright(picture, lang, outer, up, ys, if across.title().is_empty() { 20.0 } else { 38.0 });
        let right = (outer.x + outer.w - 10.0).max(left + 20.0);
        let x = Scale::over(xs, ((right - left) / 80.0).max(2.0), left, right);
        let area = Area { x: left, y: y.top, w: right - left, h: y.bottom - y.top };
        sideways(picture, y.bottom, outer, &y, (left, right));
        level(picture, lang, &x, y.bottom, outer, across);
        Plane { x, y, area }
    }

    /// The pixel of a point; none where a figure cannot be drawn or lies outside.
    pub fn at(&self, (x, y): (f64, f64)) -> Option<(f64, f64)> {
        let inside = |scale: &Scale, figure: f64| {
            let room = scale.step * 0.01;
            sane(figure).filter(|f| (scale.low - room..=scale.high + room).contains(f))
        };
        Some((self.x.at(inside(&self.x, x)?), self.y.at(inside(&self.y, y)?)))
    }

    /// The pixels of those points that can be drawn.
    pub fn all(&self, points: impl Iterator<Item = (f64, f64)>) -> Vec<(f64, f64)> {
        points.filter_map(|point| self.at(point)).collect()
    }
}

/// An upright axis with its labels and title; returns its scale and where the plane begins.
pub(crate) fn upright(
    picture: &mut Picture,
    lang: Lang,
    outer: Area,
    axis: &Axis,
    figures: impl Iterator<Item = f64>,
    below: f64,
) -> (Scale, f64) {
    let title = axis.title();
    let top = outer.y + if title.is_empty() { 8.0 } else { 24.0 };
    let bottom = (outer.y + outer.h - below).max(top + 10.0);
    let scale = Scale::over(figures, ((bottom - top) / 42.0).clamp(2.0, 6.0), bottom, top);
    let labels: Vec<(f64, String)> =
        scale.ticks().into_iter().map(|tick| (scale.at(tick), scale.label(lang, tick))).collect();
    let widest = labels.iter().map(|(_, label)| Type::SMALL.width(label)).fold(0.0, f64::max);
    let left = outer.x + widest + 10.0;
    for (y, label) in &labels {
        picture.text((left - 6.0, y + 4.0), Anchor::End, Type::SMALL, label);
    }
    let title = Type::SMALL.fit(&title, outer.w - 4.0);
    picture.text((outer.x + 2.0, outer.y + 12.0), Anchor::Start, Type::SMALL, &title);
    (scale, left)
}

/// The level lines of an upright scale and the line at the foot.
fn sideways(picture: &mut Picture, foot: f64, _outer: Area, scale: &Scale, (left, right): (f64, f64)) {
    for tick in scale.ticks() {
        let y = scale.at(tick);
        picture.line((left, y), (right, y), Pen::new(Paint::Grid, 1.0));
    }
    if scale.low < 0.0 && scale.high > 0.0 {
        let zero = scale.at(0.0);
        picture.line((left, zero), (right, zero), Pen::new(Paint::Muted, 1.0));
    }
    picture.line((left, foot), (right, foot), Pen::new(Paint::Muted, 1.0));
}

/// Draws level lines of `scale` from `left` to `right`.
pub(crate) fn rows(picture: &mut Picture, scale: &Scale, ends: (f64, f64)) {
    sideways(picture, scale.bottom, Area { x: 0.0, y: 0.0, w: 0.0, h: 0.0 }, scale, ends);
}

/// The labels of a level axis under `y`, thinned until they stand apart, and its title.
pub(crate) fn level(picture: &mut Picture, lang: Lang, scale: &Scale, y: f64, outer: Area, axis: &Axis) {
    let ticks = scale.ticks();
    let labels: Vec<(f64, String)> =
        ticks.iter().map(|&tick| (scale.at(tick), scale.label(lang, tick))).collect();
    let widest = labels.iter().map(|(_, label)| Type::SMALL.width(label)).fold(0.0, f64::max);
    let apart = (scale.top - scale.bottom).abs() / (labels.len().max(2) - 1) as f64;
    let every = ((widest + 8.0) / apart.max(1.0)).ceil().clamp(1.0, 100.0) as usize;
    for (at, (x, label)) in labels.iter().enumerate() {
        picture.line((*x, y), (*x, y + 4.0), Pen::new(Paint::Muted, 1.0));
        if at % every == 0 {
            let half = Type::SMALL.width(label) / 2.0;
            let x = x.min(outer.x + outer.w - half).max(outer.x + half);
            picture.text((x, y + 16.0), Anchor::Middle, Type::SMALL, label);
        }
    }
    let title = Type::SMALL.fit(&axis.title(), outer.w - 8.0);
    let right = scale.top.max(scale.bottom).max(outer.x + Type::SMALL.width(&title) + 2.0);
    picture.text((right.min(outer.x + outer.w), y + 32.0), Anchor::End, Type::SMALL, &title);
}

/// Upright lines at the ticks of a level scale, and a stronger one at zero.
pub(crate) fn columns(picture: &mut Picture, scale: &Scale, (top, bottom): (f64, f64)) {
    for tick in scale.ticks() {
        let x = scale.at(tick);
        picture.line((x, top), (x, bottom), Pen::new(Paint::Grid, 1.0));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_title_names_the_unit_where_there_is_one() {
        assert_eq!(Axis::new("Охват", "тыс.").title(), "Охват, тыс.");
        assert_eq!(Axis::new("Охват", "").title(), "Охват");
        assert_eq!(Axis::new("", "%").title(), "%");
    }

    #[test]
    fn what_cannot_be_drawn_has_no_place() {
        let outer = Area { x: 0.0, y: 0.0, w: 400.0, h: 300.0 };
        let axis = Axis::new("x", "");
        let figures = || [0.0, 10.0].into_iter();
        let plane =
            Plane::draw(&mut Picture::default(), Lang::En, outer, (&axis, &axis), figures(), figures());
        assert!(plane.at((f64::NAN, 1.0)).is_none() && plane.at((1.0, 1e9)).is_none());
        assert!(plane.at((10.0, 0.0)).is_some());
    }
}
