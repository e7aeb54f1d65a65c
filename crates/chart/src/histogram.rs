//! How values are spread: bins, with a density and marks.

use crate::axis::{Axis, Plane, Rule, WIDTH};
use crate::draw::{Area, Pen, Picture};
use crate::key::{self, Sign};
use crate::palette::Paint;
use crate::place::Room;
use crate::plot;
use crate::scatter::nothing;
use crate::smooth::{density, ordered, quantile};
use locale::{Lang, number};

/// A histogram whose area, where bins differ in width, is still the share: heights are counts for bins of one width.
///
/// ```
/// let picture = chart::Histogram::of(&[1.0, 2.0, 2.5, 3.0, 4.0, 9.0]);
/// assert_eq!(picture.bins.iter().map(|bin| bin.count).sum::<f64>(), 6.0);
/// assert!(picture.svg(locale::Lang::En).starts_with("<svg"));
/// ```
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Histogram {
    /// What it is, for who cannot see it.
    pub title: String,
    /// What is measured.
    pub x: Axis,
    /// What is counted: `posts`.
    pub y: Axis,
    /// The bins, of one width.
    pub bins: Vec<Bin>,
    /// A smooth course in the units of the counts.
    pub density: Vec<(f64, f64)>,
    /// Marks across: mean, median, a target.
    pub marks: Vec<Rule>,
    /// The words in the picture.
    pub words: HistogramWords,
}

/// A bin.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub struct Bin {
    /// Where it begins.
    pub low: f64,
    /// Where it ends.
    pub high: f64,
    /// How many (or how much weight) lie in it.
    pub count: f64,
}

/// The words of a [`Histogram`].
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct HistogramWords {
    /// "density", in the key.
    pub density: String,
    /// "no data".
    pub empty: String,
}

impl Histogram {
    /// Bins of Freedman and Diaconis's width (at most 60 of them), and a Gaussian density, of values in memory.
    pub fn of(values: &[f64]) -> Histogram {
        let values = ordered(values);
        let (Some(&low), Some(&high)) = (values.first(), values.last()) else { return Histogram::default() };
        let part = |share| quantile(&values, share).unwrap_or(low);
        let n = values.len() as f64;
        let width = 2.0 * (part(0.75) - part(0.25)) * n.powf(-1.0 / 3.0);
        let wanted = if width > 0.0 { (high - low) / width } else { n.log2() + 1.0 };
        let count = if high > low { (wanted.ceil() as usize).clamp(1, 60) } else { 1 };
        let step = if high > low { (high - low) / count as f64 } else { low.abs().max(1.0) * 0.1 };
        let first = if high > low { low } else { low - step / 2.0 };
        let edge = |at: usize| first + step * at as f64;
        let mut bins: Vec<Bin> =
            (0..count).map(|at| Bin { low: edge(at), high: edge(at + 1), count: 0.0 }).collect();
        for v in &values {
            let at = (((v - first) / step) as usize).min(count - 1);
            if let Some(bin) = bins.get_mut(at) {
                bin.count += 1.0;
            }
        }
        let density = density(&values, 120).into_iter().map(|(x, d)| (x, d * n * step));
        Histogram {
            density: density.filter(|p| (low..=high).contains(&p.0)).collect(),
            bins,
            ..Histogram::default()
        }
    }

    /// The picture, 680 wide.
    pub fn svg(&self, lang: Lang) -> String {
        let mut picture = Picture::default();
        let outer = Area { x: 4.0, y: 0.0, w: WIDTH - 8.0, h: 300.0 };
        let bins: Vec<&Bin> = self.bins.iter().filter(|bin| bin.count >= 0.0).take(400).collect();
        let xs = bins.iter().flat_map(|b| [b.low, b.high]).chain(self.density.iter().map(|p| p.0));
        let xs = xs.chain(self.marks.iter().map(|m| m.at));
        let ys = bins.iter().map(|b| b.count).chain(self.density.iter().map(|p| p.1)).chain([0.0]);
        let plane = Plane::draw(&mut picture, lang, outer, (&self.x, &self.y), xs, ys);
        let mut room = Room::new(plane.area);
        for bin in &bins {
            let (Some(from), Some(to)) = (plane.at((bin.low, 0.0)), plane.at((bin.high, bin.count))) else {
                continue;
            };
            let gap = if to.0 - from.0 > 4.0 { 0.5 } else { 0.0 };
            let area = Area { x: from.0 + gap, y: to.1, w: to.0 - from.0 - 2.0 * gap, h: from.1 - to.1 };
            if area.w > 0.0 {
                picture.titled(&number(lang, bin.count, 2), |picture| {
                    picture.veil(&crate::draw::boxed(area), Paint::Accent, 0.55);
                });
            }
        }
        let line = plane.all(self.density.iter().copied());
        let pen = Pen::new(Paint::Ink, 1.5);
        picture.polyline(&line, pen);
        if bins.is_empty() {
            nothing(&mut picture, plane.area, &self.words.empty);
        }
        plot::rules(&mut picture, &plane, &self.marks, &mut room);
        let mut entries = Vec::new();
        if line.len() > 1 && !self.words.density.is_empty() {
            entries.push((Sign::Line(pen), self.words.density.clone()));
        }
        let height = 304.0 + key::draw(&mut picture, &entries, (plane.area.x, 314.0), WIDTH - 8.0);
        let said = bins.iter().take(60).map(|b| {
            format!("{}–{}: {}", number(lang, b.low, 2), number(lang, b.high, 2), number(lang, b.count, 2))
        });
        picture.finish((WIDTH, height), &self.title, &said.collect::<Vec<_>>().join("; "))
    }
}
