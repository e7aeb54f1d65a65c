//! The description as pictures.

use super::summary::Summary;
use crate::Picture;
use chart::{Axis, BoxPlot, BoxWords, Histogram, HistogramWords, Rule, Sample};
use locale::{Lang, t};

/// So many columns are drawn.
const MOST: usize = 6;

impl Summary {
    /// A histogram for each of the first columns, or its boxes by group.
    pub(super) fn drawn(&self, lang: Lang) -> Vec<Picture> {
        let figures = self.figures();
        let drawn = self.columns.iter().filter(|name| figures.iter().any(|(part, _)| part.column == **name));
        drawn.take(MOST).filter_map(|name| self.column(lang, name)).collect()
    }

    fn column(&self, lang: Lang, name: &str) -> Option<Picture> {
        let own: Vec<_> = self.figures().into_iter().filter(|(part, _)| part.column == name).collect();
        if self.by.is_empty() {
            let (_, found) = own.first()?;
            let caption = t!(lang, "describe-picture-histogram", column = name);
            let mark = |at: f64, label: String| Rule { at, label };
            let whole = Histogram::of(&found.sorted);
            // A smooth course over a long tail shows bumps that are only its single values.
            let even = found.moments.skewness.type1.abs() < 3.0;
            let svg = Histogram {
                density: if even { whole.density.clone() } else { Vec::new() },
                title: caption.clone(),
                x: Axis::new(name, ""),
                y: Axis::new(t!(lang, "describe-rows"), ""),
                marks: vec![
                    mark(found.robust.median, t!(lang, "describe-head-median")),
                    mark(found.moments.mean, t!(lang, "stats-head-mean")),
                ],
                words: HistogramWords {
                    density: t!(lang, "describe-picture-density"),
                    empty: t!(lang, "correlate-picture-empty"),
                },
                ..whole
            }
            .svg(lang);
            return Some(Picture { name: "histogram", caption, svg });
        }
        let caption = t!(lang, "describe-picture-boxes", column = name, by = self.by.as_str());
        let sample = |(part, found): &(&super::summary::Part, &super::column::Figures)| Sample {
            name: part.group.clone(),
            values: found.sorted.clone(),
            all: None,
        };
        let svg = BoxPlot {
            title: caption.clone(),
            axis: Axis::new(name, ""),
            groups: own.iter().map(sample).collect(),
            words: BoxWords { median: t!(lang, "describe-head-median") },
            ..BoxPlot::default()
        }
        .svg(lang);
        Some(Picture { name: "boxes", caption, svg })
    }
}
