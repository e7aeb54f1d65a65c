//! Eigenvalues in their order, beside those of random data.

use crate::axis::{Axis, Plane, Rule, WIDTH};
use crate::draw::{Area, Pen, Picture};
use crate::key::{self, Sign};
use crate::palette::Paint;
use crate::place::Room;
use crate::plot;
use locale::{Lang, number};

/// A scree plot (Cattell) with parallel analysis (Horn) and Kaiser's line.
///
/// ```
/// let picture = chart::Scree {
///     title: "How many factors".into(),
///     observed: vec![3.1, 1.4, 0.5],
///     parallel: vec![1.3, 1.1, 0.9],
///     kept: 2,
///     ..chart::Scree::default()
/// };
/// assert!(picture.svg(locale::Lang::En).contains("<circle"));
/// ```
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Scree {
    /// What it is, for who cannot see it.
    pub title: String,
    /// The level axis: components or factors, from 1.
    pub x: Axis,
    /// The upright axis: eigenvalues.
    pub y: Axis,
    /// The eigenvalues, largest first.
    pub observed: Vec<f64>,
    /// The same of random data (their mean or their upper quantile); may be empty.
    pub parallel: Vec<f64>,
    /// Kaiser's line, at 1 for correlations.
    pub kaiser: Option<f64>,
    /// How many are kept: those are full, the others hollow.
    pub kept: usize,
    /// The words in the picture.
    pub words: ScreeWords,
}

/// The words of a [`Scree`].
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct ScreeWords {
    /// "observed".
    pub observed: String,
    /// "random data, 95th percentile".
    pub parallel: String,
    /// "eigenvalue 1", at Kaiser's line.
    pub kaiser: String,
}

impl Scree {
    /// The picture, 680 wide; at most the first sixty eigenvalues.
    pub fn svg(&self, lang: Lang) -> String {
        let mut picture = Picture::default();
        let outer = Area { x: 4.0, y: 0.0, w: WIDTH - 8.0, h: 320.0 };
        let place = |at: usize| at as f64 + 1.0;
        let count = self.observed.len().max(self.parallel.len()).clamp(2, 60);
        let shown = |values: &[f64]| -> Vec<(f64, f64)> {
            values.iter().take(60).enumerate().map(|(at, &value)| (place(at), value)).collect()
        };
        let (observed, parallel) = (shown(&self.observed), shown(&self.parallel));
        let xs = [0.0, place(count)].into_iter();
        let ys = observed.iter().chain(&parallel).map(|p| p.1).chain(self.kaiser).chain([0.0]);
        let plane = Plane::draw(&mut picture, lang, outer, (&self.x, &self.y), xs, ys);
        let mut room = Room::new(plane.area);
        let (line, random) = (plane.all(observed.iter().copied()), plane.all(parallel.iter().copied()));
        let random_pen = Pen::new(Paint::Muted, 1.5).dash("5 4");
        picture.polyline(&random, random_pen);
        picture.polyline(&line, Pen::new(Paint::Accent, 1.8));
        for &(at, value) in &observed {
            let Some(pixel) = plane.at((at, value)) else { continue };
            if at <= self.kept as f64 {
                picture.circle(pixel, 4.5, Paint::Accent);
            } else {
                let area = Area { x: pixel.0 - 3.5, y: pixel.1 - 3.5, w: 7.0, h: 7.0 };
                picture.rect(area, 3.5, Some(Paint::Paper), Some(Pen::new(Paint::Accent, 1.5)));
            }
        }
        room.take_line(&line);
        room.take_line(&random);
        if let Some(at) = self.kaiser {
            let rule = Rule { at, label: self.words.kaiser.clone() };
            plot::bar(&mut picture, &plane, &rule, Pen::new(Paint::Ink, 1.0).dash("2 3"), &mut room);
        }
        let mut entries = vec![(Sign::Line(Pen::new(Paint::Accent, 1.8)), self.words.observed.clone())];
        if !self.parallel.is_empty() {
            entries.push((Sign::Line(random_pen), self.words.parallel.clone()));
        }
        entries.retain(|(_, word)| !word.is_empty());
        let height = 324.0 + key::draw(&mut picture, &entries, (plane.area.x, 334.0), WIDTH - 8.0);
        let said: Vec<String> = observed.iter().map(|p| number(lang, p.1, 2)).collect();
        picture.finish((WIDTH, height), &self.title, &said.join("; "))
    }
}
