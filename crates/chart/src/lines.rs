//! Several courses over days or over a figure, with a forecast, what changed and what stands out.

use crate::axis::{self, Axis, Fitted, Plane, Rule, WIDTH};
use crate::draw::{Area, Pen, Picture, Type};
use crate::key::{self, Sign};
use crate::palette::Paint;
use crate::place::Room;
use crate::plot;
use crate::scale::{Scale, sane};
use crate::scatter::nothing;
use crate::time::TimeAxis;
use jiff::civil::{Date, date};
use locale::{Lang, number};

/// Courses on one plane, or one under the other with the level axis in common (a decomposition).
///
/// ```
/// use chart::{Across, Axis, Line, Lines, day};
/// use jiff::civil::date;
/// let points = vec![(day(date(2026, 1, 5)), 62.0), (day(date(2026, 2, 2)), 48.0)];
/// let picture = Lines {
///     across: Across::Days,
///     up: Axis::new("First reply", "min"),
///     lines: vec![Line { name: "All posts".into(), points, ..Line::default() }],
///     ..Lines::default()
/// };
/// assert!(picture.svg(locale::Lang::En).contains("First reply, min"));
/// ```
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Lines {
    /// What it is, for who cannot see it.
    pub title: String,
    /// The level axis.
    pub across: Across,
    /// The upright axis; of panels it is only the unit, and each has its line's name.
    pub up: Axis,
    /// The courses, at most five on one plane.
    pub lines: Vec<Line>,
    /// What is foreseen of the first line.
    pub forecast: Vec<Fitted>,
    /// Where the course changed.
    pub changes: Vec<Rule>,
    /// Points that stand out.
    pub anomalies: Vec<(f64, f64)>,
    /// Whether every line has a panel of its own.
    pub panels: bool,
    /// The words in the picture.
    pub words: LineWords,
}

/// What the level axis counts.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub enum Across {
    /// Days, as [`day`] counts them.
    #[default]
    Days,
    /// A figure.
    Figure(Axis),
}

/// A course.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Line {
    /// Its name.
    pub name: String,
    /// Its points, in any order; a figure that is not finite is a gap.
    pub points: Vec<(f64, f64)>,
    /// Its band, where it is known with one.
    pub band: Vec<Fitted>,
}

/// The words of [`Lines`].
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct LineWords {
    /// "forecast, 95 % interval".
    pub forecast: String,
    /// "anomaly".
    pub anomaly: String,
    /// "no data".
    pub empty: String,
}

/// A day on the level axis: days since 1 January 1970.
pub fn day(day: Date) -> f64 {
    date(1970, 1, 1).until(day).map_or(0.0, |span| f64::from(span.get_days()))
}

fn date_of(day: f64) -> Option<Date> {
    let days = sane(day).filter(|d| d.abs() < 4e6)?.round() as i32;
    date(1970, 1, 1).checked_add(jiff::Span::new().try_days(days).ok()?).ok()
}

const PANEL: f64 = 118.0;
const PLANE: f64 = 280.0;

impl Lines {
    /// The picture, 680 wide.
    pub fn svg(&self, lang: Lang) -> String {
        let mut picture = Picture::default();
        let lines: Vec<(usize, &Line)> =
            self.lines.iter().take(if self.panels { 8 } else { 5 }).enumerate().collect();
        let parts: Vec<&[(usize, &Line)]> =
            if self.panels && !lines.is_empty() { lines.chunks(1).collect() } else { vec![&lines] };
        let widest = parts.iter().map(|part| self.labels(lang, part)).fold(0.0, f64::max);
        let (mut y, mut left) = (0.0, 20.0);
        let mut x = Scale::over(self.days().into_iter(), 8.0, 20.0, WIDTH - 14.0);
        for (at, part) in parts.iter().enumerate() {
            let h = if self.panels { PANEL } else { PLANE };
            let named =
                part.first().filter(|_| self.panels).map(|(_, line)| Axis::new(&line.name, &self.up.unit));
            let scratch = Area { x: 4.0, y, w: WIDTH - 8.0, h };
            let own = self.labels(lang, part);
            // Panels share the left edge of the one with the widest labels.
            let outer = Area { x: scratch.x + widest - own, w: scratch.w - widest + own, ..scratch };
            let (up, from) = axis::upright(
                &mut picture,
                lang,
                outer,
                &named.unwrap_or_else(|| self.up.clone()),
                self.heights(part, at == 0).into_iter(),
                10.0,
            );
            left = from;
            let right = WIDTH - 14.0;
            x = self.level(left, right);
            axis::rows(&mut picture, &up, (left, right));
            let area = Area { x: left, y: up.top, w: right - left, h: up.bottom - up.top };
            let plane = Plane { x, y: up, area };
            self.part(&mut picture, &plane, part, at == 0);
            x = plane.x;
            y += h;
        }
        let foot = y - 10.0;
        match &self.across {
            Across::Figure(axis) => {
                let outer = Area { x: 4.0, y: foot, w: WIDTH - 8.0, h: 40.0 };
                axis::level(&mut picture, lang, &x, foot, outer, axis);
            }
            Across::Days => {
                if let (Some(from), Some(to)) = (date_of(x.low), date_of(x.high)) {
                    let axis = TimeAxis::new(from, to, left, WIDTH - 14.0);
                    for tick in axis.ticks(lang) {
                        picture.line((tick.x, foot), (tick.x, foot + 4.0), Pen::new(Paint::Muted, 1.0));
                    }
                    axis.label(&mut picture, lang, foot + 17.0, (4.0, WIDTH - 4.0));
                }
            }
        }
        let height =
            foot + 40.0 + key::draw(&mut picture, &self.key(&lines), (left, foot + 50.0), WIDTH - 8.0);
        let said = lines.iter().map(|(_, line)| {
            let last = line.points.iter().max_by(|a, b| a.0.total_cmp(&b.0));
            format!("{}: {}", line.name, last.map_or("—".to_owned(), |p| number(lang, p.1, 2)))
        });
        picture.finish((WIDTH, height), &self.title, &said.collect::<Vec<_>>().join("; "))
    }

    fn days(&self) -> Vec<f64> {
        let points = self
            .lines
            .iter()
            .flat_map(|line| line.points.iter().map(|p| p.0).chain(line.band.iter().map(|b| b.x)));
        let rest = self.forecast.iter().map(|f| f.x).chain(self.changes.iter().map(|c| c.at));
        let all = points.chain(rest).chain(self.anomalies.iter().map(|p| p.0));
        match self.across {
            Across::Days => all.filter(|d| date_of(*d).is_some()).collect(),
            Across::Figure(_) => all.collect(),
        }
    }

    fn level(&self, left: f64, right: f64) -> Scale {
        let days = self.days();
        let mut scale = Scale::over(days.iter().copied(), 8.0, left, right);
        if self.across == Across::Days {
            // Days need no round ends.
            let (low, high) =
                days.iter().fold((f64::INFINITY, f64::NEG_INFINITY), |(l, h), d| (l.min(*d), h.max(*d)));
            if low < high {
                (scale.low, scale.high) = (low, high);
            }
        }
        scale
    }

    fn heights(&self, part: &[(usize, &Line)], first: bool) -> Vec<f64> {
        let lines = part.iter().flat_map(|(_, line)| {
            line.points.iter().map(|p| p.1).chain(line.band.iter().flat_map(|b| [b.low, b.high]))
        });
        let foreseen = self.forecast.iter().filter(|_| first).flat_map(|f| [f.low, f.value, f.high]);
        lines.chain(foreseen).chain(self.anomalies.iter().filter(|_| first).map(|p| p.1)).collect()
    }

    /// The width of a part's upright labels.
    fn labels(&self, lang: Lang, part: &[(usize, &Line)]) -> f64 {
        let first = part.first().is_none_or(|(at, _)| *at == 0);
        let outer = Area { x: 0.0, y: 0.0, w: WIDTH, h: if self.panels { PANEL } else { PLANE } };
        let named = Axis::new("x", "");
        axis::upright(
            &mut Picture::default(),
            lang,
            outer,
            &named,
            self.heights(part, first).into_iter(),
            10.0,
        )
        .1
    }

    fn part(&self, picture: &mut Picture, plane: &Plane, part: &[(usize, &Line)], first: bool) {
        let mut room = Room::new(plane.area);
        for (at, line) in part {
            plot::curve(picture, plane, &line.band, Pen::new(plot::hue(*at), 0.0), 0.18);
        }
        if first {
            let pen = Pen::new(plot::hue(0), 1.6).dash("1.5 3");
            let middle = plot::curve(picture, plane, &self.forecast, pen, 0.18);
            room.take_line(&middle);
        }
        for (at, line) in part {
            let mut points: Vec<_> = line.points.iter().copied().filter(|p| sane(p.0).is_some()).collect();
            points.sort_by(|a, b| a.0.total_cmp(&b.0));
            for run in points.split(|p| sane(p.1).is_none()) {
                let pixels = thinned(&plane.all(run.iter().copied()));
                picture.polyline(&pixels, Pen::new(plot::hue(*at), 1.6));
                if let [only] = pixels.as_slice() {
                    plot::dot(picture, *only, 2.6, *at, 1.0);
                }
                room.take_line(&pixels);
            }
        }
        if part.iter().all(|(_, line)| line.points.is_empty()) {
            nothing(picture, plane.area, &self.words.empty);
        }
        if first {
            for at in plane.all(self.anomalies.iter().take(500).copied()) {
                let area = Area { x: at.0 - 5.0, y: at.1 - 5.0, w: 10.0, h: 10.0 };
                picture.rect(area, 5.0, None, Some(Pen::new(Paint::Bad, 1.6)));
            }
        }
        plot::rules(picture, plane, &self.changes, &mut room);
    }

    fn key(&self, lines: &[(usize, &Line)]) -> Vec<(Sign, String)> {
        let shown = lines.iter().filter(|(_, line)| !self.panels && !line.name.is_empty());
        let mut entries: Vec<_> = shown
            .map(|(at, line)| (Sign::Line(Pen::new(plot::hue(*at), 2.0)), Type::SMALL.fit(&line.name, 300.0)))
            .collect();
        if !self.forecast.is_empty() && !self.words.forecast.is_empty() {
            entries
                .push((Sign::Line(Pen::new(plot::hue(0), 1.6).dash("1.5 3")), self.words.forecast.clone()));
        }
        if !self.anomalies.is_empty() && !self.words.anomaly.is_empty() {
            entries.push((Sign::Line(Pen::new(Paint::Bad, 1.6)), self.words.anomaly.clone()));
        }
        entries
    }
}

/// Of many points to a pixel the lowest and the highest: the line looks the same and stays small.
fn thinned(points: &[(f64, f64)]) -> Vec<(f64, f64)> {
    if points.len() <= 1500 {
        return points.to_vec();
    }
    let mut kept = Vec::new();
    for run in points.chunk_by(|a, b| a.0.floor() == b.0.floor()) {
        let by = |a: &&(f64, f64), b: &&(f64, f64)| a.1.total_cmp(&b.1);
        if let (Some(low), Some(high)) = (run.iter().min_by(by), run.iter().max_by(by)) {
            kept.extend(if low.0 <= high.0 { [*low, *high] } else { [*high, *low] });
        }
    }
    kept
}
