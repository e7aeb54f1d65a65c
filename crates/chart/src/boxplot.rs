//! A quantity by group: boxes or violins, with the points where they are few.

use crate::axis::{self, Axis, WIDTH};
use crate::draw::{Anchor, Area, Pen, Picture, Type, closed};
use crate::palette::Paint;
use crate::plot;
use crate::scale::{Scale, value};
use crate::smooth::{density, ordered, quantile};
use locale::{Lang, number};

/// Boxes (Tukey: quartiles, whiskers to the furthest value within 1.5 of the box's length) or violins, one group a row.
///
/// ```
/// let sample = chart::Sample { name: "Video".into(), values: vec![3.0, 4.0, 9.0], all: None };
/// let picture = chart::BoxPlot { groups: vec![sample], ..chart::BoxPlot::default() };
/// assert!(picture.svg(locale::Lang::En).contains("Video"));
/// ```
#[derive(Debug, Clone, PartialEq, Default)]
pub struct BoxPlot {
    /// What it is, for who cannot see it.
    pub title: String,
    /// What is measured.
    pub axis: Axis,
    /// The groups, from the top.
    pub groups: Vec<Sample>,
    /// Whether the shape of the distribution is drawn round the box.
    pub violin: bool,
    /// The words in the picture.
    pub words: BoxWords,
}

/// The values of a group.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Sample {
    /// The group.
    pub name: String,
    /// Its values; those not finite are left out.
    pub values: Vec<f64>,
    /// How many the values stand for, where they are only some of them.
    pub all: Option<usize>,
}

/// The words of a [`BoxPlot`].
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct BoxWords {
    /// "median", before its figure at the right.
    pub median: String,
}

const ROW: f64 = 52.0;
/// Groups beyond these are not drawn.
const MOST: usize = 40;
/// Up to so many values are all drawn; of more only those beyond the whiskers.
const FEW: usize = 40;

impl BoxPlot {
    /// The picture, 680 wide.
    pub fn svg(&self, lang: Lang) -> String {
        let mut picture = Picture::default();
        let groups: Vec<(&Sample, Vec<f64>)> =
            self.groups.iter().take(MOST).map(|group| (group, ordered(&group.values))).collect();
        let count = |group: &Sample, values: &[f64]| {
            format!("n\u{a0}=\u{a0}{}", number(lang, group.all.unwrap_or(values.len()) as f64, 0))
        };
        let median = |values: &[f64]| quantile(values, 0.5).map_or("—".to_owned(), |m| value(lang, m));
        let widest =
            groups.iter().map(|(group, _)| Type::BODY.width(&group.name)).fold(60.0, f64::max).min(200.0);
        let notes = groups.iter().map(|(_, v)| Type::BODY.width(&median(v))).fold(0.0, f64::max);
        let word = Type::SMALL.fit(&self.words.median, 140.0);
        let (left, right) = (widest + 18.0, WIDTH - notes.max(Type::SMALL.width(&word)) - 22.0);
        let shapes: Vec<_> =
            groups.iter().map(|(_, v)| if self.violin { density(v, 80) } else { Vec::new() }).collect();
        let ends = groups.iter().flat_map(|(_, v)| [v.first(), v.last()]).flatten().copied();
        let scale = Scale::over(ends, ((right - left) / 80.0).max(2.0), left, right);
        let top = 22.0;
        let foot = top + groups.len() as f64 * ROW;
        axis::columns(&mut picture, &scale, (top, foot));
        picture.text((WIDTH - 6.0, 14.0), Anchor::End, Type::SMALL, &word);
        let mut said = Vec::new();
        for (at, ((group, values), shape)) in groups.iter().zip(&shapes).enumerate() {
            let y = top + (at as f64 + 0.5) * ROW;
            let (name, count) = (Type::BODY.fit(&group.name, widest), count(group, values));
            picture.text((left - 10.0, y - 1.0), Anchor::End, Type::BODY, &name);
            picture.text((left - 10.0, y + 13.0), Anchor::End, Type::SMALL, &count);
            picture.text((WIDTH - 6.0, y + 4.0), Anchor::End, Type::BODY, &median(values));
            violin(&mut picture, &scale, shape, y);
            one(&mut picture, &scale, values, y, !shape.is_empty());
            said.push(format!("{name}: {count}, {word} {}", median(values)));
        }
        picture.line((left, foot), (right, foot), Pen::new(Paint::Muted, 1.0));
        let outer = Area { x: 4.0, y: foot, w: WIDTH - 8.0, h: 40.0 };
        axis::level(&mut picture, lang, &scale, foot, outer, &self.axis);
        picture.finish((WIDTH, foot + 38.0), &self.title, &said.join("; "))
    }
}

fn violin(picture: &mut Picture, scale: &Scale, shape: &[(f64, f64)], y: f64) {
    // The tails of a density are held inside the axis.
    let shape: Vec<_> = shape.iter().filter(|p| (scale.low..=scale.high).contains(&p.0)).collect();
    let most = shape.iter().map(|p| p.1).fold(0.0, f64::max);
    let edge =
        |p: &&(f64, f64), side: f64| (scale.at(p.0), y + side * 22.0 * p.1 / most.max(f64::MIN_POSITIVE));
    let upper = shape.iter().map(|p| edge(p, -1.0));
    let outline: Vec<_> = upper.chain(shape.iter().rev().map(|p| edge(p, 1.0))).collect();
    if outline.len() > 2 {
        picture.veil(&closed(&outline), Paint::Accent, 0.22);
    }
}

fn one(picture: &mut Picture, scale: &Scale, values: &[f64], y: f64, slim: bool) {
    let part = |share: f64| quantile(values, share);
    let (Some(lower), Some(middle), Some(upper)) = (part(0.25), part(0.5), part(0.75)) else { return };
    let reach = 1.5 * (upper - lower);
    let inside = || values.iter().copied().filter(|v| (lower - reach..=upper + reach).contains(v));
    let low = inside().next().unwrap_or(lower).min(lower);
    let high = inside().next_back().unwrap_or(upper).max(upper);
    let half = if slim { 6.0 } else { 13.0 };
    let pen = Pen::new(Paint::Accent, 1.4);
    for (from, to) in [(low, lower), (upper, high)] {
        picture.line((scale.at(from), y), (scale.at(to), y), pen);
    }
    for end in [low, high] {
        picture.line((scale.at(end), y - half / 2.0), (scale.at(end), y + half / 2.0), pen);
    }
    let (x, w) = (scale.at(lower), scale.at(upper) - scale.at(lower));
    picture.rect(Area { x, y: y - half, w, h: 2.0 * half }, 1.5, Some(Paint::Band), Some(pen));
    let few = values.len() <= FEW;
    let shown: Vec<f64> = values.iter().copied().filter(|v| few || *v < low || *v > high).collect();
    // Thousands of outliers are thinned evenly, the furthest kept.
    let step = shown.len().div_ceil(300).max(1);
    let last = shown.len().saturating_sub(1);
    for (at, figure) in shown.iter().enumerate().filter(|(at, _)| at % step == 0 || *at == last) {
        // The golden ratio's steps scatter dots evenly without chance.
        let aside = ((at as f64 * 0.618_034).fract() - 0.5) * half * 1.2;
        plot::dot(picture, (scale.at(*figure), y + aside), 2.2, 0, 0.55);
    }
    let x = scale.at(middle);
    picture.line((x, y - half), (x, y + half), Pen::new(Paint::Ink, 2.4));
}
