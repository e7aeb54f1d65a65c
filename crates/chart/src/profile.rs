//! What each cluster is like, against the whole.

use crate::axis::{self, Axis, Fitted, WIDTH};
use crate::draw::{Anchor, Area, Pen, Picture, Type};
use crate::key::{self, Sign};
use crate::palette::Paint;
use crate::plot;
use crate::scale::{Scale, sane};
use locale::{Lang, number};

/// Means of clusters by measure with their intervals, in standard deviations from the mean of the whole.
///
/// ```
/// let mean = chart::Fitted { x: 0.0, low: 0.5, value: 0.8, high: 1.1 };
/// let picture = chart::Profile {
///     measures: vec!["Comments".into()],
///     groups: vec![chart::ProfileGroup { name: "Talkers".into(), means: vec![mean] }],
///     ..chart::Profile::default()
/// };
/// assert!(picture.svg(locale::Lang::En).contains("Talkers"));
/// ```
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Profile {
    /// What it is, for who cannot see it.
    pub title: String,
    /// The level axis: `Distance from the mean of all, standard deviations`.
    pub axis: Axis,
    /// The measures, from the top.
    pub measures: Vec<String>,
    /// The clusters.
    pub groups: Vec<ProfileGroup>,
    /// The words in the picture.
    pub words: ProfileWords,
}

/// A cluster's means.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct ProfileGroup {
    /// The cluster.
    pub name: String,
    /// Its mean by measure, in the measures' order; `x` is not read.
    pub means: Vec<Fitted>,
}

/// The words of a [`Profile`].
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct ProfileWords {
    /// "all", over the line of the whole.
    pub whole: String,
}

impl Profile {
    /// The picture, 680 wide; at most forty measures and eight clusters.
    pub fn svg(&self, lang: Lang) -> String {
        let mut picture = Picture::default();
        let groups: Vec<&ProfileGroup> = self.groups.iter().take(8).collect();
        let measures: Vec<&String> = self.measures.iter().take(40).collect();
        let row = (groups.len() as f64 * 10.0 + 8.0).max(26.0);
        let widest = measures.iter().map(|m| Type::BODY.width(m)).fold(0.0, f64::max).min(220.0);
        let (left, right, top) = (widest + 18.0, WIDTH - 18.0, 24.0);
        let foot = top + measures.len() as f64 * row;
        let means = groups.iter().flat_map(|g| g.means.iter().take(measures.len()));
        let scale = Scale::over(means.flat_map(|m| [m.low, m.value, m.high]).chain([0.0]), 7.0, left, right);
        for (at, measure) in measures.iter().enumerate() {
            let y = top + at as f64 * row;
            if at % 2 == 0 {
                let area = Area { x: 4.0, y, w: WIDTH - 8.0, h: row };
                picture.rect(area, 0.0, Some(Paint::Band), None);
            }
            let name = Type::BODY.fit(measure, widest);
            picture.text((left - 10.0, y + row / 2.0 + 4.0), Anchor::End, Type::BODY, &name);
        }
        axis::columns(&mut picture, &scale, (top, foot));
        let zero = scale.at(0.0);
        picture.line((zero, top - 4.0), (zero, foot), Pen::new(Paint::Ink, 1.2));
        let word = Type::SMALL.fit(&self.words.whole, 200.0);
        let half = Type::SMALL.width(&word) / 2.0 + 2.0;
        picture.text((zero.clamp(half, WIDTH - half), top - 9.0), Anchor::Middle, Type::SMALL, &word);
        for (nth, group) in groups.iter().enumerate() {
            for (at, mean) in group.means.iter().take(measures.len()).enumerate() {
                let step = row / (groups.len() as f64 + 1.0);
                let y = top + at as f64 * row + step * (nth as f64 + 1.0);
                if let (Some(low), Some(high)) = (sane(mean.low), sane(mean.high)) {
                    picture.line((scale.at(low), y), (scale.at(high), y), Pen::new(plot::hue(nth), 1.5));
                }
                if let Some(value) = sane(mean.value) {
                    plot::dot(&mut picture, (scale.at(value), y), 4.0, nth, 1.0);
                }
            }
        }
        picture.line((left, foot), (right, foot), Pen::new(Paint::Muted, 1.0));
        let outer = Area { x: 4.0, y: foot, w: WIDTH - 8.0, h: 40.0 };
        axis::level(&mut picture, lang, &scale, foot, outer, &self.axis);
        let entries: Vec<_> =
            groups.iter().enumerate().map(|(at, g)| (Sign::Dot(at), g.name.clone())).collect();
        let height = foot + 42.0 + key::draw(&mut picture, &entries, (left, foot + 52.0), WIDTH - 8.0);
        let said = groups.iter().map(|group| {
            let means = measures
                .iter()
                .zip(&group.means)
                .map(|(m, mean)| format!("{m} {}", number(lang, mean.value, 2)));
            format!("{}: {}", group.name, means.collect::<Vec<_>>().join(", "))
        });
        picture.finish((WIDTH, height), &self.title, &said.collect::<Vec<_>>().join("; "))
    }
}
