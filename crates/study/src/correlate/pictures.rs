//! The answer as pictures.

use super::pairs::Pairs;
use super::second::{ROWS, Second};
use crate::Picture;
use chart::{Axis, Cloud, Fit, Fitted, Heatmap, HeatmapWords, Scatter, ScatterWords};
use locale::{Lang, number, t};
use stats::correlate::order;
use stats::describe::moments;
use stats::dist::StudentT;

/// More columns than these are not read off a heat map.
const MOST: usize = 40;
/// The points on which a fitted line is drawn.
const STEPS: usize = 40;

impl Pairs {
    /// The heat map, then the strongest pair.
    pub(super) fn drawn(&self, lang: Lang) -> Vec<Picture> {
        let mut pictures = vec![self.heat(lang)];
        pictures.extend(self.second.first().map(|second| self.scatter(lang, second)));
        pictures
    }

    fn heat(&self, lang: Lang) -> Picture {
        // Of very many columns those of the strongest pairs.
        let mut shown: Vec<usize> = (0..self.names.len()).collect();
        if shown.len() > MOST {
            shown.clear();
            for pair in self.strongest() {
                for at in [pair.x, pair.y] {
                    if shown.len() < MOST && !shown.contains(&at) {
                        shown.push(at);
                    }
                }
            }
        }
        let with = !self.options.text("with").is_empty();
        let (rows, columns): (Vec<usize>, Vec<usize>) = if with {
            let mut others: Vec<usize> = shown.iter().copied().filter(|&at| at != 0).collect();
            others.sort_by(|&a, &b| self.estimate(0, b).total_cmp(&self.estimate(0, a)));
            (others, vec![0])
        } else {
            let part = matrix_of(&shown, |i, j| self.estimate(i, j));
            let ordered: Vec<usize> = order(part.as_ref()).into_iter().map(|at| shown[at]).collect();
            (ordered.clone(), ordered)
        };
        let named = |list: &[usize]| list.iter().map(|&at| self.names[at].clone()).collect::<Vec<_>>();
        let value = |i: usize| columns.iter().map(|&j| self.estimate(i, j)).collect::<Vec<f64>>();
        let mut caption = t!(lang, "correlate-picture-heat");
        if shown.len() < self.names.len() {
            let (some, all) = (shown.len(), self.names.len());
            caption = format!("{caption}; {}", t!(lang, "correlate-picture-few", shown = some, all = all));
        }
        let svg = Heatmap {
            title: caption.clone(),
            rows: named(&rows),
            columns: named(&columns),
            values: rows.iter().map(|&i| value(i)).collect(),
            limit: 1.0,
            words: HeatmapWords { unknown: t!(lang, "correlate-picture-unknown"), ..HeatmapWords::default() },
            ..Heatmap::default()
        }
        .svg(lang);
        Picture { name: "heatmap", caption, svg }
    }

    fn scatter(&self, lang: Lang, second: &Second) -> Picture {
        let (x, y) = (self.names[second.x].as_str(), self.names[second.y].as_str());
        let mut caption = t!(lang, "correlate-picture-scatter", x = x, y = y);
        let shown = second.points.len();
        if self.rows > 2 * ROWS && shown <= 2 * ROWS {
            let (shown, all) = (number(lang, shown as f64, 0), number(lang, self.rows as f64, 0));
            caption = format!("{caption}; {}", t!(lang, "correlate-picture-some", shown = shown, all = all));
        }
        let level = number(lang, self.level * 100.0, 2);
        let fit = line(&second.points, self.level)
            .map(|points| Fit { name: t!(lang, "correlate-picture-line", level = level), points });
        let svg = Scatter {
            title: caption.clone(),
            x: Axis::new(x, ""),
            y: Axis::new(y, ""),
            groups: vec![Cloud { name: String::new(), points: second.points.clone() }],
            fits: fit.into_iter().collect(),
            words: ScatterWords {
                density: t!(lang, "correlate-picture-density"),
                empty: t!(lang, "correlate-picture-empty"),
            },
        }
        .svg(lang);
        Picture { name: "scatter", caption, svg }
    }
}

fn matrix_of(shown: &[usize], estimate: impl Fn(usize, usize) -> f64) -> stats::correlate::Square {
    stats::correlate::Square::from_fn(shown.len(), shown.len(), |i, j| estimate(shown[i], shown[j]))
}

/// The line of least squares with the band of its mean.
fn line(points: &[(f64, f64)], level: f64) -> Option<Vec<Fitted>> {
    let (xs, ys): (Vec<f64>, Vec<f64>) = points.iter().copied().unzip();
    let (x, y) = (moments("", &xs).ok()?, moments("", &ys).ok()?);
    let n = points.len() as f64;
    let products: f64 = points.iter().map(|(a, b)| (a - x.mean) * (b - y.mean)).sum();
    let squares = x.variance * (n - 1.0);
    let slope = products / squares;
    let rest = (y.variance * (n - 1.0) - slope * products).max(0.0);
    if !slope.is_finite() || n < 3.0 {
        return None;
    }
    let t = StudentT(n - 2.0).isf(0.5 * (1.0 - level));
    let at = |step: usize| {
        let place = x.min + (x.max - x.min) * step as f64 / STEPS as f64;
        let away = place - x.mean;
        let value = y.mean + slope * away;
        let reach = t * (rest / (n - 2.0) * (1.0 / n + away * away / squares)).sqrt();
        Fitted { x: place, low: value - reach, value, high: value + reach }
    };
    Some((0..=STEPS).map(at).collect())
}
