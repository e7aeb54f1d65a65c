//! Points of two quantities, in groups, with fitted curves and their bands.

use crate::axis::{Axis, Fitted, Plane, WIDTH};
use crate::draw::{Anchor, Area, Pen, Picture, Type};
use crate::key::{self, Sign};
use crate::palette::Paint;
use crate::plot::{self, MANY};
use locale::{Lang, number};

/// Points of two quantities. Above 2,000 points cells shaded by their count stand for them.
///
/// ```
/// use chart::{Axis, Cloud, Scatter};
/// let picture = Scatter {
///     title: "Comments and reach".into(),
///     x: Axis::new("Comments", ""),
///     y: Axis::new("Reach", "thousand"),
///     groups: vec![Cloud { name: "Posts".into(), points: vec![(3.0, 1.2), (8.0, 2.6)] }],
///     ..Scatter::default()
/// };
/// assert!(picture.svg(locale::Lang::En).contains("Reach, thousand"));
/// ```
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Scatter {
    /// What it is, for who cannot see it.
    pub title: String,
    /// The level axis.
    pub x: Axis,
    /// The upright axis.
    pub y: Axis,
    /// The points by group, the first five told apart.
    pub groups: Vec<Cloud>,
    /// Lines or curves with their bands; one for all, or one a group in the groups' order.
    pub fits: Vec<Fit>,
    /// The words in the picture.
    pub words: ScatterWords,
}

/// The points of a group.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Cloud {
    /// The group's name; empty where there is only one.
    pub name: String,
    /// Its points.
    pub points: Vec<(f64, f64)>,
}

/// A fitted curve.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Fit {
    /// What it is: `least squares, 95 % band`.
    pub name: String,
    /// Its course, in any order.
    pub points: Vec<Fitted>,
}

/// The words of a [`Scatter`].
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct ScatterWords {
    /// "darker: more points", where cells stand for points.
    pub density: String,
    /// "no data", where there are no points.
    pub empty: String,
}

impl Scatter {
    /// The picture, 680 wide.
    pub fn svg(&self, lang: Lang) -> String {
        let mut picture = Picture::default();
        let outer = Area { x: 4.0, y: 0.0, w: WIDTH - 8.0, h: 400.0 };
        let points = || self.groups.iter().flat_map(|group| group.points.iter().copied());
        let fitted = || self.fits.iter().flat_map(|fit| fit.points.iter().copied());
        let xs = points().map(|p| p.0).chain(fitted().map(|f| f.x));
        let ys = points().map(|p| p.1).chain(fitted().flat_map(|f| [f.low, f.value, f.high]));
        let plane = Plane::draw(&mut picture, lang, outer, (&self.x, &self.y), xs, ys);
        let total = points().count();
        for (at, group) in self.groups.iter().enumerate() {
            let pixels = plane.all(group.points.iter().copied());
            plot::cloud(&mut picture, &pixels, at.min(4), total, plot::cell(self.groups.len()));
        }
        let paint = |at: usize| if self.fits.len() > 1 { plot::hue(at) } else { Paint::Ink };
        for (at, fit) in self.fits.iter().enumerate() {
            plot::curve(&mut picture, &plane, &fit.points, Pen::new(paint(at), 1.8), 0.16);
        }
        if total == 0 {
            nothing(&mut picture, plane.area, &self.words.empty);
        }
        let named = self.groups.iter().enumerate().filter(|(_, group)| !group.name.is_empty()).take(12);
        let mut entries: Vec<_> = named
            .map(|(at, group)| {
                let n = number(lang, group.points.len() as f64, 0);
                (Sign::Dot(at.min(4)), format!("{} (n\u{a0}=\u{a0}{n})", group.name))
            })
            .collect();
        let fits = self.fits.iter().enumerate().filter(|(_, fit)| !fit.name.is_empty()).take(6);
        entries.extend(fits.map(|(at, fit)| (Sign::Line(Pen::new(paint(at), 1.8)), fit.name.clone())));
        if total > MANY && !self.words.density.is_empty() {
            entries.push((Sign::Patch(Paint::Hue1, 0.7), self.words.density.clone()));
        }
        let height = 404.0 + key::draw(&mut picture, &entries, (plane.area.x, 414.0), WIDTH - 8.0);
        let groups = self.groups.iter().map(|group| (group.name.clone(), group.points.len()));
        let said = format!("{} — {}. {}", self.x.title(), self.y.title(), plot::described(groups));
        picture.finish((WIDTH, height), &self.title, &said)
    }
}

/// The word for nothing, in the middle of where something would be.
pub(crate) fn nothing(picture: &mut Picture, area: Area, word: &str) {
    let word = Type::BODY.fit(word, area.w - 20.0);
    let at = (area.x + area.w / 2.0, area.y + area.h / 2.0);
    picture.text(at, Anchor::Middle, Type::BODY.paint(Paint::Muted), &word);
}
