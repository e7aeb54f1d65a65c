//! Correlations over lags, with the bounds of no correlation.

use crate::axis::{Axis, Fitted, Plane, WIDTH};
use crate::draw::{Anchor, Area, Pen, Picture, Type};
use crate::palette::Paint;
use crate::plot;
use locale::{Lang, number};

/// Panels of bars over lags on one scale: ACF above PACF, or a cross-correlation.
///
/// ```
/// let panel = chart::LagPanel { name: "ACF".into(), bars: vec![(1.0, 0.6), (2.0, 0.3)], ..chart::LagPanel::default() };
/// let picture = chart::Correlogram { panels: vec![panel], ..chart::Correlogram::default() };
/// assert!(picture.svg(locale::Lang::En).contains("ACF"));
/// ```
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Correlogram {
    /// What it is, for who cannot see it.
    pub title: String,
    /// The level axis: `Lag, weeks`.
    pub axis: Axis,
    /// The panels, from the top.
    pub panels: Vec<LagPanel>,
}

/// A panel of bars.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct LagPanel {
    /// What it holds: `ACF`.
    pub name: String,
    /// Lags and correlations.
    pub bars: Vec<(f64, f64)>,
    /// Bounds by lag: within them a correlation is what chance alone makes. `value` is their middle.
    pub bounds: Vec<Fitted>,
}

impl Correlogram {
    /// The picture, 680 wide; bars beyond the bounds are full, those within are pale.
    pub fn svg(&self, lang: Lang) -> String {
        let mut picture = Picture::default();
        let panels: Vec<&LagPanel> = self.panels.iter().take(6).collect();
        let lags =
            || panels.iter().flat_map(|p| p.bars.iter().map(|b| b.0).chain(p.bounds.iter().map(|b| b.x)));
        let figures = || {
            panels
                .iter()
                .flat_map(|p| p.bars.iter().map(|b| b.1).chain(p.bounds.iter().flat_map(|b| [b.low, b.high])))
        };
        let blank = Axis::default();
        let (mut y, mut said) = (0.0, Vec::new());
        for (at, panel) in panels.iter().enumerate() {
            let last = at + 1 == panels.len();
            let h = if last { 190.0 } else { 172.0 };
            let outer = Area { x: 4.0, y: y + 6.0, w: WIDTH - 8.0, h };
            let name = Axis::new(panel.name.clone(), "");
            let axis = if last { &self.axis } else { &blank };
            let plane = Plane::draw(&mut picture, lang, outer, (axis, &name), lags(), figures().chain([0.0]));
            plot::curve(&mut picture, &plane, &panel.bounds, Pen::new(Paint::Muted, 0.0), 0.18);
            let zero = plane.y.at(0.0);
            let w = (plane.area.w / panel.bars.len().max(1) as f64 * 0.5).clamp(0.8, 7.0);
            for bar in panel.bars.iter().take(2000) {
                let Some((x, top)) = plane.at(*bar) else { continue };
                let bound =
                    panel.bounds.iter().min_by(|a, b| (a.x - bar.0).abs().total_cmp(&(b.x - bar.0).abs()));
                let within = bound.is_some_and(|b| (b.low..=b.high).contains(&bar.1));
                let area = Area { x: x - w / 2.0, y: top.min(zero), w, h: (top - zero).abs() };
                picture.veil(&crate::draw::boxed(area), Paint::Accent, if within { 0.4 } else { 1.0 });
            }
            if panel.bars.is_empty() {
                picture.text((plane.area.x + 8.0, zero - 6.0), Anchor::Start, Type::SMALL, "—");
            }
            let bars = panel
                .bars
                .iter()
                .take(24)
                .map(|b| format!("{}: {}", number(lang, b.0, 2), number(lang, b.1, 2)));
            said.push(format!("{} {}", panel.name, bars.collect::<Vec<_>>().join(", ")));
            y += h;
        }
        picture.finish((WIDTH, y + 10.0), &self.title, &said.join("; "))
    }
}
