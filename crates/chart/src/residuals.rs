//! The four panels that show whether a regression may be believed.

use crate::axis::{Axis, Fitted, Plane, WIDTH};
use crate::draw::{Area, Pen, Picture, Type};
use crate::palette::Paint;
use crate::place::Room;
use crate::plot;
use crate::scale::{sane, value};
use crate::smooth::{local_line, normal_density, normal_quantile};
use locale::Lang;

/// Residuals against fitted, normal quantiles, spread against fitted, leverage with Cook's contours.
///
/// ```
/// let picture = chart::Residuals {
///     fitted: vec![1.0, 2.0, 3.0],
///     residuals: vec![0.1, -0.2, 0.1],
///     standardized: vec![0.8, -1.3, 0.8],
///     leverage: vec![0.6, 0.3, 0.6],
///     parameters: 2,
///     ..chart::Residuals::default()
/// };
/// assert!(picture.svg(locale::Lang::En).matches("<circle").count() >= 12);
/// ```
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Residuals {
    /// What it is, for who cannot see it.
    pub title: String,
    /// Fitted values.
    pub fitted: Vec<f64>,
    /// Residuals, in the same order as all below.
    pub residuals: Vec<f64>,
    /// Internally studentised residuals.
    pub standardized: Vec<f64>,
    /// Diagonal of the hat matrix.
    pub leverage: Vec<f64>,
    /// The number of coefficients, for Cook's contours.
    pub parameters: usize,
    /// Names of the cases; the three furthest of a panel are named. May be empty: then by their number, from 1.
    pub labels: Vec<String>,
    /// The words in the picture.
    pub words: ResidualWords,
}

/// The words of [`Residuals`].
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct ResidualWords {
    /// "Residuals", above the first panel.
    pub residuals: String,
    /// "Fitted values", under the first and third.
    pub fitted: String,
    /// "Standardised residuals", above the second and fourth.
    pub standardized: String,
    /// "Normal quantiles", under the second.
    pub quantiles: String,
    /// "√|standardised residuals|", above the third.
    pub spread: String,
    /// "Leverage", under the fourth.
    pub leverage: String,
    /// "Cook", before a contour's figure.
    pub cook: String,
}

const W: f64 = 334.0;
const H: f64 = 250.0;

impl Residuals {
    /// The picture, 680 wide, two panels by two.
    pub fn svg(&self, lang: Lang) -> String {
        let mut picture = Picture::default();
        let words = &self.words;
        let outer =
            |column: f64, row: f64| Area { x: 2.0 + column * (W + 8.0), y: row * (H + 12.0), w: W, h: H };
        let pairs =
            |x: &[f64], y: &[f64]| -> Vec<(f64, f64)> { x.iter().copied().zip(y.iter().copied()).collect() };
        let straight = pairs(&self.fitted, &self.residuals);
        self.smoothed(&mut picture, lang, outer(0.0, 0.0), (&words.fitted, &words.residuals), &straight, 0.0);
        self.normal(&mut picture, lang, outer(1.0, 0.0));
        let spread: Vec<f64> = self.standardized.iter().map(|r| r.abs().sqrt()).collect();
        let spread = pairs(&self.fitted, &spread);
        let middle = 0.822; // E√|z| of a normal z
        self.smoothed(&mut picture, lang, outer(0.0, 1.0), (&words.fitted, &words.spread), &spread, middle);
        self.cook(&mut picture, lang, outer(1.0, 1.0));
        let furthest = furthest(&self.standardized, 3).into_iter().filter_map(|at| {
            Some(format!("{}: {}", self.label(at), value(lang, *self.standardized.get(at)?)))
        });
        picture.finish((WIDTH, 2.0 * H + 22.0), &self.title, &furthest.collect::<Vec<_>>().join("; "))
    }

    fn label(&self, at: usize) -> String {
        self.labels.get(at).cloned().unwrap_or_else(|| (at + 1).to_string())
    }

    fn smoothed(
        &self,
        picture: &mut Picture,
        lang: Lang,
        outer: Area,
        (across, up): (&str, &str),
        points: &[(f64, f64)],
        centre: f64,
    ) {
        let axes = (&Axis::new(across, ""), &Axis::new(up, ""));
        let ys = points.iter().map(|p| p.1).chain([centre]);
        let plane = Plane::draw(picture, lang, outer, axes, points.iter().map(|p| p.0), ys);
        dashed(picture, &plane, centre);
        self.points(picture, &plane, points, |p| p.1 - centre);
        let smooth = plane.all(local_line(points, 0.66, 40).into_iter());
        picture.polyline(&smooth, Pen::new(Paint::Hue2, 2.0));
    }

    /// Quantiles with the pointwise 95 % band of a normal sample (Fox, Applied Regression Analysis, 12.1).
    fn normal(&self, picture: &mut Picture, lang: Lang, outer: Area) {
        let mut order: Vec<(usize, f64)> =
            self.standardized.iter().copied().enumerate().filter(|(_, r)| sane(*r).is_some()).collect();
        order.sort_by(|a, b| a.1.total_cmp(&b.1));
        let n = order.len() as f64;
        let mut points = vec![(f64::NAN, f64::NAN); self.standardized.len()];
        let mut band = Vec::new();
        let thin = order.len().div_ceil(200).max(1);
        for (rank, (at, r)) in order.iter().enumerate() {
            let share = (rank as f64 + 0.5) / n;
            let z = normal_quantile(share);
            if let Some(point) = points.get_mut(*at) {
                *point = (z, *r);
            }
            if rank % thin == 0 || rank + 1 == order.len() {
                let error = 1.96 * (share * (1.0 - share) / n).sqrt() / normal_density(z);
                band.push(Fitted { x: z, low: z - error, value: z, high: z + error });
            }
        }
        let axes = (&Axis::new(&self.words.quantiles, ""), &Axis::new(&self.words.standardized, ""));
        let ys = points.iter().map(|p| p.1).chain(band.iter().flat_map(|b| [b.low, b.high]));
        let plane = Plane::draw(picture, lang, outer, axes, points.iter().map(|p| p.0), ys);
        plot::curve(picture, &plane, &band, Pen::new(Paint::Muted, 1.2), 0.16);
        self.points(picture, &plane, &points, |p| p.1 - p.0);
    }

    fn cook(&self, picture: &mut Picture, lang: Lang, outer: Area) {
        let points: Vec<(f64, f64)> =
            self.leverage.iter().copied().zip(self.standardized.iter().copied()).collect();
        let axes = (&Axis::new(&self.words.leverage, ""), &Axis::new(&self.words.standardized, ""));
        let xs = points.iter().map(|p| p.0).filter(|h| (0.0..=1.0).contains(h)).chain([0.0]);
        let plane = Plane::draw(picture, lang, outer, axes, xs, points.iter().map(|p| p.1));
        dashed(picture, &plane, 0.0);
        let mut room = Room::new(plane.area);
        for distance in [0.5, 1.0] {
            for side in [1.0, -1.0] {
                // D = r² h / (p (1 − h)), solved for r.
                let r = |h: f64| side * (distance * self.parameters.max(1) as f64 * (1.0 - h) / h).sqrt();
                let at = |step: i32| plane.x.high.min(1.0) * f64::from(step) / 160.0;
                let line = plane.all((1..=160).map(|step| (at(step), r(at(step)))));
                picture.polyline(&line, Pen::new(Paint::Bad, 1.0).dash("4 3"));
                if let Some(&end) = line.last().filter(|_| side > 0.0) {
                    let word = format!("{} {}", self.words.cook, value(lang, distance));
                    let word = Type::SMALL.fit(word.trim(), 120.0);
                    room.label(picture, end, 3.0, Type::SMALL.paint(Paint::Bad), &word);
                }
            }
        }
        self.points(picture, &plane, &points, |p| p.1 * p.1 * p.0 / (1.0 - p.0).max(1e-9));
    }

    /// The points of a panel, with the names of the three that are furthest.
    fn points(
        &self,
        picture: &mut Picture,
        plane: &Plane,
        points: &[(f64, f64)],
        far: impl Fn(&(f64, f64)) -> f64,
    ) {
        // A panel is a quarter of the picture, and so is what it may hold.
        let pixels = plane.all(points.iter().copied());
        plot::cloud(picture, &pixels, 0, points.len() * 4, 4.0);
        let mut room = Room::new(plane.area);
        let sizes: Vec<f64> = points.iter().map(far).collect();
        for at in furthest(&sizes, 3) {
            if let Some(pixel) = points.get(at).and_then(|p| plane.at(*p)) {
                let name = Type::SMALL.fit(&self.label(at), 110.0);
                room.label(picture, pixel, 3.0, Type::SMALL.paint(Paint::Ink), &name);
            }
        }
    }
}

fn dashed(picture: &mut Picture, plane: &Plane, at: f64) {
    if let Some((_, y)) = plane.at((plane.x.low, at)) {
        let right = plane.area.x + plane.area.w;
        picture.line((plane.area.x, y), (right, y), Pen::new(Paint::Muted, 1.0).dash("4 3"));
    }
}

/// The places of the largest sizes.
fn furthest(values: &[f64], count: usize) -> Vec<usize> {
    let mut all: Vec<(usize, f64)> =
        values.iter().map(|v| v.abs()).enumerate().filter(|(_, v)| sane(*v).is_some()).collect();
    all.sort_by(|a, b| b.1.total_cmp(&a.1));
    all.into_iter().take(count).map(|(at, _)| at).collect()
}
