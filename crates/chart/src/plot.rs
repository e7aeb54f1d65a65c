//! What pictures of points share: dots of groups, clouds of any size, curves with bands, rules with words.

use crate::axis::{Fitted, Plane, Rule};
use crate::draw::{Area, Pen, Picture, Type, boxed, closed};
use crate::palette::Paint;
use crate::place::Room;
use crate::scale::sane;
use std::collections::BTreeMap;

/// More points than these are drawn as a density: a picture stays under 300 KB.
pub(crate) const MANY: usize = 2000;

/// The colour of a group; the sixth has the first's again, but no picture names more than five.
pub(crate) fn hue(group: usize) -> Paint {
    Paint::HUES[group % Paint::HUES.len()]
}

/// A group's dot: its shape tells as much as its colour.
pub(crate) fn dot(picture: &mut Picture, (x, y): (f64, f64), r: f64, group: usize, opacity: f64) {
    let s = r * 0.9;
    let d = match group % 5 {
        0 => return picture.disc((x, y), r, hue(group), opacity),
        1 => closed(&[(x - s, y - s), (x + s, y - s), (x + s, y + s), (x - s, y + s)]),
        2 => closed(&[(x, y - r * 1.2), (x + r * 1.1, y + r * 0.8), (x - r * 1.1, y + r * 0.8)]),
        3 => closed(&[(x, y - r * 1.3), (x + r * 1.3, y), (x, y + r * 1.3), (x - r * 1.3, y)]),
        _ => closed(&[(x, y + r * 1.2), (x + r * 1.1, y - r * 0.8), (x - r * 1.1, y - r * 0.8)]),
    };
    picture.veil(&d, hue(group), opacity);
}

/// The side of a cell that points are counted in, by the number of groups: every group has cells of its own.
pub(crate) fn cell(groups: usize) -> f64 {
    match groups {
        0..=2 => 6.0,
        3..=5 => 10.0,
        _ => 16.0,
    }
}

/// The points of a group: dots, or cells shaded by how many fall in them where the picture holds `total` of them.
pub(crate) fn cloud(picture: &mut Picture, points: &[(f64, f64)], group: usize, total: usize, cell: f64) {
    if total <= MANY {
        let (r, opacity) = if total > 400 { (2.0, 0.5) } else { (3.0, 0.65) };
        return points.iter().for_each(|&at| dot(picture, at, r, group, opacity));
    }
    let mut counts: BTreeMap<(i32, i32), u32> = BTreeMap::new();
    for (x, y) in points {
        *counts.entry(((x / cell).floor() as i32, (y / cell).floor() as i32)).or_default() += 1;
    }
    let most = f64::from(counts.values().copied().max().unwrap_or(1)).ln_1p();
    // On the scale of logarithms, or a few full cells would make all others invisible.
    let level = |count: u32| ((f64::from(count).ln_1p() / most * 5.0).ceil() as usize).clamp(1, 5);
    for (shade, opacity) in [(1, 0.16), (2, 0.32), (3, 0.5), (4, 0.7), (5, 0.9)] {
        let d: String = counts
            .iter()
            .filter(|(_, count)| level(**count) == shade)
            .map(|((x, y), _)| {
                boxed(Area { x: f64::from(*x) * cell, y: f64::from(*y) * cell, w: cell, h: cell })
            })
            .collect();
        if !d.is_empty() {
            picture.veil(&d, hue(group), opacity);
        }
    }
}

/// A curve with its band; returns the pixels of the curve.
pub(crate) fn curve(
    picture: &mut Picture,
    plane: &Plane,
    points: &[Fitted],
    pen: Pen,
    opacity: f64,
) -> Vec<(f64, f64)> {
    let mut points: Vec<Fitted> = points.iter().copied().filter(|p| sane(p.x).is_some()).collect();
    points.sort_by(|a, b| a.x.total_cmp(&b.x));
    let high = plane.all(points.iter().map(|p| (p.x, p.high)));
    let low = plane.all(points.iter().rev().map(|p| (p.x, p.low)));
    if high.len() > 1 && low.len() > 1 {
        let outline: Vec<_> = high.into_iter().chain(low).collect();
        picture.veil(&closed(&outline), pen.paint, opacity);
    }
    let middle = plane.all(points.iter().map(|p| (p.x, p.value)));
    picture.polyline(&middle, pen);
    middle
}

/// Upright dashed lines with their words at the top, each where it is free.
pub(crate) fn rules(picture: &mut Picture, plane: &Plane, rules: &[Rule], room: &mut Room) {
    let (top, bottom) = (plane.area.y, plane.area.y + plane.area.h);
    for rule in rules.iter().take(40) {
        let Some((x, _)) = plane.at((rule.at, plane.y.low)) else { continue };
        picture.line((x, top), (x, bottom), Pen::new(Paint::Ink, 1.0).dash("4 3"));
        let label = Type::SMALL.fit(&rule.label, 180.0);
        if !label.is_empty() {
            room.label(picture, (x, top + 22.0), 2.0, Type::SMALL.paint(Paint::Ink), &label);
        }
        room.take(Area { x: x - 1.0, y: top, w: 2.0, h: bottom - top });
    }
}

/// A level line at a figure with its word over its right end.
pub(crate) fn bar(picture: &mut Picture, plane: &Plane, rule: &Rule, pen: Pen, room: &mut Room) {
    let Some((_, y)) = plane.at((plane.x.low, rule.at)) else { return };
    let (left, right) = (plane.area.x, plane.area.x + plane.area.w);
    picture.line((left, y), (right, y), pen);
    let label = Type::SMALL.fit(&rule.label, plane.area.w * 0.6);
    if label.is_empty() {
        return;
    }
    let style = Type::SMALL.paint(pen.paint);
    let w = style.width(&label) + 4.0;
    let at = |x: f64, y: f64| Area { x, y, w, h: 14.0 };
    let areas = [
        at(right - w, y - 16.0),
        at(right - w, y + 2.0),
        at(left + 4.0, y - 16.0),
        at(left + 4.0, y + 2.0),
        at((left + right - w) / 2.0, y - 16.0),
        at((left + right - w) / 2.0, y + 2.0),
    ];
    if let Some(area) = room.first_free(&areas) {
        crate::place::write(picture, area, style, &label);
    }
}

/// The line that all `groups` of them stand for beyond the fifth: `Group, n`.
pub(crate) fn described(names: impl Iterator<Item = (String, usize)>) -> String {
    names.take(60).map(|(name, n)| format!("{name}: {n}")).collect::<Vec<_>>().join("; ")
}
