//! How sure a test is to find what is there, by the size of the sample.

use crate::axis::{Axis, Plane, Rule, WIDTH};
use crate::draw::{Area, Pen, Picture};
use crate::key::{self, Sign};
use crate::lines::Line;
use crate::palette::Paint;
use crate::place::Room;
use crate::plot;
use locale::{Lang, number};

/// Power curves, one an effect, with the power that is wanted and the sample that reaches it.
///
/// ```
/// let curve = chart::Line { name: "d = 0.5".into(), points: vec![(10.0, 0.2), (64.0, 0.8)], ..chart::Line::default() };
/// let picture = chart::Power { curves: vec![curve], wanted: Some(0.8), ..chart::Power::default() };
/// assert!(picture.svg(locale::Lang::En).contains("0.8"));
/// ```
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Power {
    /// What it is, for who cannot see it.
    pub title: String,
    /// The level axis: the size of a group.
    pub x: Axis,
    /// The upright axis: power.
    pub y: Axis,
    /// The curves, at most five; bands are not drawn.
    pub curves: Vec<Line>,
    /// The power that is wanted.
    pub wanted: Option<f64>,
    /// The sample that reaches it.
    pub needed: Option<f64>,
    /// The words in the picture.
    pub words: PowerWords,
}

/// The words of a [`Power`].
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct PowerWords {
    /// "wanted", at the level line.
    pub wanted: String,
    /// "needed", at the upright line.
    pub needed: String,
}

impl Power {
    /// The picture, 680 wide.
    pub fn svg(&self, lang: Lang) -> String {
        let mut picture = Picture::default();
        let outer = Area { x: 4.0, y: 0.0, w: WIDTH - 8.0, h: 300.0 };
        let curves: Vec<&Line> = self.curves.iter().take(5).collect();
        let points = || curves.iter().flat_map(|c| &c.points);
        let xs = points().map(|p| p.0).chain(self.needed);
        let ys = points().map(|p| p.1).chain(self.wanted).chain([0.0, 1.0]);
        let plane = Plane::draw(&mut picture, lang, outer, (&self.x, &self.y), xs, ys);
        let mut room = Room::new(plane.area);
        for (at, curve) in curves.iter().enumerate() {
            let mut points = curve.points.clone();
            points.sort_by(|a, b| a.0.total_cmp(&b.0));
            let line = plane.all(points.into_iter());
            picture.polyline(&line, Pen::new(plot::hue(at), 2.0));
            room.take_line(&line);
        }
        let word = |word: &str, figure: f64| format!("{word} {}", number(lang, figure, 2)).trim().to_owned();
        if let Some(at) = self.wanted {
            let rule = Rule { at, label: word(&self.words.wanted, at) };
            plot::bar(&mut picture, &plane, &rule, Pen::new(Paint::Ink, 1.0).dash("5 4"), &mut room);
        }
        if let Some(at) = self.needed {
            let rule = Rule { at, label: word(&self.words.needed, at) };
            plot::rules(&mut picture, &plane, &[rule], &mut room);
        }
        let named = curves.iter().enumerate().filter(|(_, c)| !c.name.is_empty());
        let entries: Vec<_> =
            named.map(|(at, c)| (Sign::Line(Pen::new(plot::hue(at), 2.0)), c.name.clone())).collect();
        let height = 304.0 + key::draw(&mut picture, &entries, (plane.area.x, 314.0), WIDTH - 8.0);
        let said: Vec<String> = curves.iter().map(|c| c.name.clone()).collect();
        picture.finish((WIDTH, height), &self.title, &said.join("; "))
    }
}
