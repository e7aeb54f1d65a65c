//! How well each case sits in its cluster.

use crate::axis::{self, Axis, WIDTH};
use crate::draw::{Anchor, Area, Pen, Picture, Type, closed};
use crate::palette::Paint;
use crate::plot;
use crate::scale::{Scale, sane};
use locale::{Lang, number};

/// Silhouettes (Rousseeuw) by cluster, each in order, with their mean.
///
/// ```
/// let group = chart::SilhouetteGroup { name: "A".into(), widths: vec![0.7, 0.5, -0.1] };
/// let picture = chart::Silhouette { groups: vec![group], mean: 0.37, ..chart::Silhouette::default() };
/// assert!(picture.svg(locale::Lang::En).contains("0.37"));
/// ```
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Silhouette {
    /// What it is, for who cannot see it.
    pub title: String,
    /// The level axis: silhouette width.
    pub axis: Axis,
    /// The clusters.
    pub groups: Vec<SilhouetteGroup>,
    /// The mean of all.
    pub mean: f64,
    /// The words in the picture.
    pub words: SilhouetteWords,
}

/// A cluster's silhouettes.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct SilhouetteGroup {
    /// The cluster.
    pub name: String,
    /// The widths of its cases, in any order.
    pub widths: Vec<f64>,
}

/// The words of a [`Silhouette`].
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct SilhouetteWords {
    /// "mean", before its figure.
    pub mean: String,
}

impl Silhouette {
    /// The picture, 680 wide; at most thirty clusters.
    pub fn svg(&self, lang: Lang) -> String {
        let mut picture = Picture::default();
        let groups: Vec<(&str, Vec<f64>)> = self
            .groups
            .iter()
            .take(30)
            .map(|group| {
                let mut widths: Vec<f64> = group.widths.iter().copied().filter(|w| w.abs() <= 1.0).collect();
                widths.sort_by(|a, b| b.total_cmp(a));
                (group.name.as_str(), widths)
            })
            .collect();
        let total: usize = groups.iter().map(|(_, widths)| widths.len()).sum();
        let widest = groups.iter().map(|(name, _)| Type::BODY.width(name)).fold(40.0, f64::max).min(190.0);
        let (left, right) = (widest + 18.0, WIDTH - 20.0);
        let figures = groups.iter().flat_map(|(_, widths)| widths.last().copied()).chain([0.0, 1.0]);
        let scale = Scale::over(figures, 6.0, left, right);
        let room = (total as f64 * 5.0).clamp(120.0, 380.0);
        let tall = |n: usize| (room * n as f64 / total.max(1) as f64).max(36.0);
        let foot = 24.0 + groups.iter().map(|(_, widths)| tall(widths.len()) + 10.0).sum::<f64>();
        axis::columns(&mut picture, &scale, (22.0, foot));
        let zero = scale.at(0.0);
        let (mut y, mut said) = (26.0, Vec::new());
        for (at, (name, widths)) in groups.iter().enumerate() {
            let h = tall(widths.len());
            // A cluster of thousands is read at every pixel.
            let rows = widths.len().min(h as usize * 2);
            let mut outline = vec![(zero, y)];
            for row in 0..rows {
                let Some(width) = widths.get(row * widths.len() / rows) else { continue };
                let step = h / rows as f64;
                let (from, x) = (y + step * row as f64, scale.at(*width));
                outline.extend([(x, from), (x, from + step * 0.999)]);
            }
            outline.push((zero, y + h));
            picture.veil(&closed(&outline), plot::hue(at), 0.75);
            let mean = widths.iter().sum::<f64>() / widths.len().max(1) as f64;
            let figures =
                format!("n\u{a0}=\u{a0}{}; {}", number(lang, widths.len() as f64, 0), number(lang, mean, 2));
            let name = Type::BODY.fit(name, widest);
            picture.text((left - 12.0, y + h / 2.0 - 2.0), Anchor::End, Type::BODY, &name);
            let style = Type::SMALL;
            picture.text(
                (left - 12.0, y + h / 2.0 + 12.0),
                Anchor::End,
                style,
                &style.fit(&figures, left - 14.0),
            );
            said.push(format!("{name}: {figures}"));
            y += h + 10.0;
        }
        picture.line((zero, 22.0), (zero, foot), Pen::new(Paint::Ink, 1.0));
        if let Some(mean) = sane(self.mean) {
            let x = scale.at(mean);
            picture.line((x, 18.0), (x, foot), Pen::new(Paint::Ink, 1.2).dash("4 3"));
            let label = format!("{} {}", self.words.mean, number(lang, mean, 2));
            let label = Type::SMALL.fit(label.trim(), 240.0);
            let half = Type::SMALL.width(&label) / 2.0 + 2.0;
            let style = Type::SMALL.paint(Paint::Ink);
            picture.text((x.clamp(half, WIDTH - half), 13.0), Anchor::Middle, style, &label);
        }
        picture.line((left, foot), (right, foot), Pen::new(Paint::Muted, 1.0));
        let outer = Area { x: 4.0, y: foot, w: WIDTH - 8.0, h: 40.0 };
        axis::level(&mut picture, lang, &scale, foot, outer, &self.axis);
        picture.finish((WIDTH, foot + 38.0), &self.title, &said.join("; "))
    }
}
