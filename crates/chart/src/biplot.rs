//! Measures as arrows on two components, over the cases or in the circle of correlations.

use crate::axis::{Axis, Plane, WIDTH};
use crate::draw::{Area, Pen, Picture, Type, head};
use crate::key::{self, Sign};
use crate::palette::Paint;
use crate::place::Room;
use crate::plot;
use crate::scale::sane;
use crate::scatter::Cloud;
use locale::{Lang, number};

/// A biplot (Gabriel); without cases and with the circle it is the loading map of two factors.
///
/// ```
/// let arrow = chart::Vector { name: "Likes".into(), x: 0.8, y: 0.3 };
/// let picture = chart::Biplot { arrows: vec![arrow], circle: true, ..chart::Biplot::default() };
/// assert!(picture.svg(locale::Lang::En).contains("Likes"));
/// ```
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Biplot {
    /// What it is, for who cannot see it.
    pub title: String,
    /// The level axis: the first component and its share.
    pub x: Axis,
    /// The upright axis: the second.
    pub y: Axis,
    /// The cases by group, in scores; may be empty.
    pub groups: Vec<Cloud>,
    /// The measures, in loadings; over cases they are stretched to the cases' scale, all alike.
    pub arrows: Vec<Vector>,
    /// Whether the circle of radius 1 is drawn: no loading of uncorrelated factors leaves it.
    pub circle: bool,
}

/// A measure's arrow.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Vector {
    /// The measure.
    pub name: String,
    /// Its loading on the first component.
    pub x: f64,
    /// Its loading on the second.
    pub y: f64,
}

impl Biplot {
    /// The picture, 680 wide.
    pub fn svg(&self, lang: Lang) -> String {
        let mut picture = Picture::default();
        let cases = || {
            self.groups.iter().flat_map(|g| &g.points).filter(|p| sane(p.0).is_some() && sane(p.1).is_some())
        };
        let arrows: Vec<&Vector> =
            self.arrows.iter().filter(|a| sane(a.x).is_some() && sane(a.y).is_some()).take(80).collect();
        let far = cases().map(|p| p.0.abs().max(p.1.abs())).fold(0.0, f64::max);
        let long = arrows.iter().map(|a| a.x.hypot(a.y)).fold(0.0, f64::max);
        let stretch = if far > 0.0 && long > 0.0 { far / long * 0.9 } else { 1.0 };
        let reach = far.max(long * stretch).max(if self.circle { stretch } else { 0.0 });
        // A unit is as long across as up, or angles would lie.
        let outer = Area { x: 4.0, y: 0.0, w: 600.0, h: 560.0 };
        let ends = || [-reach * 1.02, reach * 1.02].into_iter();
        let plane = Plane::draw(&mut picture, lang, outer, (&self.x, &self.y), ends(), ends());
        if let Some((x, _)) = plane.at((0.0, 0.0)) {
            picture.line((x, plane.area.y), (x, plane.area.y + plane.area.h), Pen::new(Paint::Muted, 1.0));
        }
        if self.circle {
            let at = |step: i32| {
                let (sin, cos) = (f64::from(step) * std::f64::consts::TAU / 90.0).sin_cos();
                (stretch * cos, stretch * sin)
            };
            picture.polyline(&plane.all((0..=90).map(at)), Pen::new(Paint::Muted, 1.0).dash("4 3"));
        }
        let total = cases().count();
        for (at, group) in self.groups.iter().enumerate() {
            plot::cloud(
                &mut picture,
                &plane.all(group.points.iter().copied()),
                at,
                total,
                plot::cell(self.groups.len()),
            );
        }
        let mut room = Room::new(Area {
            x: plane.area.x,
            y: plane.area.y,
            w: WIDTH - plane.area.x - 4.0,
            h: plane.area.h,
        });
        let tips: Vec<_> = arrows.iter().map(|a| plane.at((a.x * stretch, a.y * stretch))).collect();
        let paint = if total > 0 { Paint::Ink } else { Paint::Accent };
        for tip in tips.iter().flatten() {
            let Some(from) = plane.at((0.0, 0.0)) else { continue };
            let length = (tip.0 - from.0).hypot(tip.1 - from.1);
            picture.line(from, *tip, Pen::new(paint, 1.6));
            room.take_line(&[from, *tip]);
            if length > 8.0 {
                let along = ((tip.0 - from.0) / length, (tip.1 - from.1) / length);
                picture.path(&head(*tip, along, 9.0), Some(paint), None);
            }
        }
        for (arrow, tip) in arrows.iter().zip(&tips) {
            if let Some(tip) = tip {
                let name = Type::BODY.fit(&arrow.name, 170.0);
                room.label(&mut picture, *tip, 5.0, Type::BODY, &name);
            }
        }
        let named = self.groups.iter().enumerate().filter(|(_, g)| !g.name.is_empty()).take(12);
        let entries: Vec<_> = named.map(|(at, g)| (Sign::Dot(at), g.name.clone())).collect();
        let height = 564.0 + key::draw(&mut picture, &entries, (plane.area.x, 574.0), WIDTH - 8.0);
        let said =
            arrows.iter().map(|a| format!("{}: {}; {}", a.name, number(lang, a.x, 2), number(lang, a.y, 2)));
        picture.finish((WIDTH, height), &self.title, &said.collect::<Vec<_>>().join("; "))
    }
}
