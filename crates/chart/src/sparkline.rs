//! A line no larger than a word.

use crate::draw::{Pen, Picture};
use crate::palette::Paint;
use crate::scale::{Scale, sane, value};
use crate::thin::thin;
use crate::time::TimeAxis;
use jiff::civil::Date;
use locale::{Lang, date};

const SIZE: (f64, f64) = (120.0, 28.0);

/// A figure's course, without axes; 120 × 28.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Sparkline {
    /// What it is, for who cannot see it.
    pub title: String,
    /// Days and figures, in any order.
    pub points: Vec<(Date, f64)>,
    /// What is to be reached: a dashed line.
    pub target: Option<f64>,
}

impl Sparkline {
    /// The picture.
    pub fn svg(&self, lang: Lang) -> String {
        let mut picture = Picture::default();
        let mut points: Vec<(Date, f64)> =
            self.points.iter().filter_map(|&(day, figure)| Some((day, sane(figure)?))).collect();
        points.sort_by_key(|(day, _)| *day);
        let target = self.target.and_then(sane);
        let figures = || points.iter().map(|(_, figure)| *figure).chain(target);
        let low = figures().fold(f64::INFINITY, f64::min);
        let high = figures().fold(f64::NEG_INFINITY, f64::max);
        let (low, high) = if high > low { (low, high) } else { (low - 1.0, low + 1.0) };
        let scale = Scale { low, high, step: 1.0, bottom: SIZE.1 - 4.0, top: 4.0 };
        if let Some(target) = target {
            let y = scale.at(target);
            picture.line((2.0, y), (SIZE.0 - 2.0, y), Pen::new(Paint::Muted, 1.0).dash("3 2"));
        }
        let mut description = String::new();
        if let (Some(first), Some(last)) = (points.first(), points.last()) {
            let axis = TimeAxis::new(first.0, last.0, 3.0, SIZE.0 - 5.0);
            let drawn: Vec<_> = points.iter().map(|&(day, figure)| (axis.x(day), scale.at(figure))).collect();
            picture.polyline(&thin(drawn.clone()), Pen::new(Paint::Accent, 1.5));
            if let Some(&end) = drawn.last() {
                picture.circle(end, 2.5, Paint::Accent);
            }
            let said =
                |(day, figure): &(Date, f64)| format!("{}: {}", date(lang, *day), value(lang, *figure));
            description = format!("{} – {}", said(first), said(last));
        }
        picture.finish(SIZE, &self.title, &description)
    }
}
