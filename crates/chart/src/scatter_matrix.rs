//! Every quantity against every other.

use crate::axis::{Axis, WIDTH};
use crate::draw::{Anchor, Area, Pen, Picture, Type, boxed};
use crate::histogram::Histogram;
use crate::key::{self, Sign};
use crate::palette::Paint;
use crate::plot;
use crate::scale::{Scale, sane};
use locale::Lang;

/// A matrix of scatters below the diagonal, histograms on it, the caller's notes (an r with its interval) above it.
///
/// ```
/// let picture = chart::ScatterMatrix {
///     axes: vec![chart::Axis::new("Likes", ""), chart::Axis::new("Shares", "")],
///     columns: vec![vec![1.0, 2.0, 3.0], vec![2.0, 2.5, 4.0]],
///     ..chart::ScatterMatrix::default()
/// };
/// assert!(picture.svg(locale::Lang::En).contains("Likes"));
/// ```
#[derive(Debug, Clone, PartialEq, Default)]
pub struct ScatterMatrix {
    /// What it is, for who cannot see it.
    pub title: String,
    /// The quantities, at most eight.
    pub axes: Vec<Axis>,
    /// Their values, case by case.
    pub columns: Vec<Vec<f64>>,
    /// The group of each case; may be empty.
    pub groups: Vec<usize>,
    /// The groups' names.
    pub names: Vec<String>,
    /// What stands above the diagonal, by row and column; may be empty.
    pub notes: Vec<Vec<String>>,
}

impl ScatterMatrix {
    /// The picture, 680 wide.
    pub fn svg(&self, _lang: Lang) -> String {
        let mut picture = Picture::default();
        let count = self.axes.len().min(8);
        let side = ((WIDTH - 8.0) / count.max(1) as f64).min(220.0);
        let empty = Vec::new();
        let column = |at: usize| self.columns.get(at).unwrap_or(&empty);
        let panel = |row: usize, at: usize| Area {
            x: 4.0 + at as f64 * side,
            y: 4.0 + row as f64 * side,
            w: side - 6.0,
            h: side - 6.0,
        };
        let scale = |at: usize, from: f64, to: f64| {
            let mut scale = Scale::over(column(at).iter().copied(), 3.0, from, to);
            let ends = column(at).iter().copied().filter_map(sane);
            let (low, high) = ends.fold((f64::INFINITY, f64::NEG_INFINITY), |(l, h), v| (l.min(v), h.max(v)));
            if low < high {
                (scale.low, scale.high) = (low, high);
            }
            scale
        };
        let cases = self.columns.iter().map(Vec::len).max().unwrap_or(0);
        let panels = (count * count.saturating_sub(1) / 2).max(1);
        for row in 0..count {
            for at in 0..count {
                let area = panel(row, at);
                picture.rect(area, 0.0, None, Some(Pen::new(Paint::Grid, 1.0)));
                if row == at {
                    self.diagonal(&mut picture, area, row, column(row));
                } else if at > row {
                    let note = self.notes.get(row).and_then(|cells| cells.get(at)).map_or("", String::as_str);
                    let lines = Type::BODY.wrap(note, (area.w - 8.0).max(10.0), 4);
                    let y = area.y + area.h / 2.0 + 4.0 - (lines.len().max(1) - 1) as f64 * 7.5;
                    picture.lines((area.x + area.w / 2.0, y), Anchor::Middle, Type::BODY, &lines);
                } else {
                    let x = scale(at, area.x + 5.0, area.x + area.w - 5.0);
                    let y = scale(row, area.y + area.h - 5.0, area.y + 5.0);
                    for group in 0..5 {
                        let of = |case: &usize| self.groups.get(*case).copied().unwrap_or(0).min(4) == group;
                        let points = (0..cases).filter(of).filter_map(|case| {
                            let (a, b) = (sane(*column(at).get(case)?)?, sane(*column(row).get(case)?)?);
                            Some((x.at(a), y.at(b)))
                        });
                        let points: Vec<_> = points.collect();
                        plot::cloud(&mut picture, &points, group, cases * panels, 6.0);
                    }
                }
            }
        }
        let height = 8.0 + count as f64 * side;
        let entries: Vec<_> =
            self.names.iter().take(5).enumerate().map(|(at, name)| (Sign::Dot(at), name.clone())).collect();
        let key = key::draw(&mut picture, &entries, (6.0, height + 8.0), WIDTH - 8.0);
        let said: Vec<String> = self.axes.iter().take(count).map(Axis::title).collect();
        picture.finish((WIDTH, height + key), &self.title, &said.join("; "))
    }

    fn diagonal(&self, picture: &mut Picture, area: Area, at: usize, values: &[f64]) {
        let title = self.axes.get(at).map(Axis::title).unwrap_or_default();
        let lines = Type::BODY.bold().wrap(&title, (area.w - 8.0).max(10.0), 2);
        let head = lines.len() as f64 * 15.0 + 6.0;
        let made = Histogram::of(values);
        let most = made.bins.iter().map(|b| b.count).fold(1.0, f64::max);
        let w = (area.w - 10.0) / made.bins.len().max(1) as f64;
        let room = (area.h - head - 4.0).max(2.0);
        let bars = made.bins.iter().enumerate().map(|(nth, bin)| {
            let h = room * bin.count / most;
            boxed(Area { x: area.x + 5.0 + nth as f64 * w, y: area.y + area.h - 2.0 - h, w, h })
        });
        let d: String = bars.collect();
        if !d.is_empty() {
            picture.veil(&d, Paint::Accent, 0.4);
        }
        picture.lines((area.x + 4.0, area.y + 15.0), Anchor::Start, Type::BODY.bold(), &lines);
    }
}
