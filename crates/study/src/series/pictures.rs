//! The pictures.

use super::found::{Found, Study};
use crate::Picture;
use chart::{Across, Axis, Correlogram, Fitted, LagPanel, Line, LineWords, Lines, Rule};
use locale::{Lang, number, t};
use stats::series::Lagged;

/// Of a longer history a picture of a forecast shows the end.
const HISTORY: usize = 400;

impl Study {
    pub(super) fn drawn(&self, lang: Lang) -> Vec<Picture> {
        match &self.found {
            Found::Lags { acf, pacf, .. } => vec![self.correlogram(lang, &[("ACF", acf), ("PACF", pacf)])],
            Found::Cross { plain, white, .. } => {
                let (first, second) = (t!(lang, "series-cross"), t!(lang, "series-prewhitened"));
                vec![self.correlogram(lang, &[(&first, plain), (&second, white)])]
            }
            Found::Parts(parts) => {
                let mut lines = vec![self.line(&self.course.name, &self.course.y)];
                lines.push(self.line(&t!(lang, "series-part-trend"), &parts.trend));
                for (period, season) in parts.periods.iter().zip(&parts.seasonal) {
                    lines.push(self.line(&t!(lang, "series-part-season", period = *period), season));
                }
                lines.push(self.line(&t!(lang, "series-part-rest"), &parts.remainder));
                vec![self.picture(lang, "parts", Lines { lines, panels: true, ..Lines::default() })]
            }
            Found::Foreseen(found) => {
                let forecast = &found.forecast;
                let coming = self.course.coming(forecast.mean.len());
                let band = coming.iter().enumerate().map(|(at, (x, _))| Fitted {
                    x: *x,
                    low: forecast.low[at],
                    value: forecast.mean[at],
                    high: forecast.high[at],
                });
                let mut line = self.line(&self.course.name, &self.course.raw);
                let skip = line.points.len().saturating_sub(HISTORY);
                line.points.drain(..skip);
                let lines = Lines { lines: vec![line], forecast: band.collect(), ..Lines::default() };
                vec![self.picture(lang, "forecast", lines)]
            }
            Found::Changes(found) => vec![self.stretched(lang, &found.at, &found.means)],
            Found::Breaks(found, _) => {
                let means: Vec<f64> =
                    found.coefficients.iter().map(|c| c.first().copied().unwrap_or(f64::NAN)).collect();
                vec![self.stretched(lang, &found.at, &means)]
            }
            Found::Outliers(found) => {
                let point = |&row: &usize| (self.course.at[row], self.course.raw[row]);
                let lines = vec![self.line(&self.course.name, &self.course.raw)];
                let anomalies = found.at.iter().map(point).collect();
                vec![self.picture(lang, "outliers", Lines { lines, anomalies, ..Lines::default() })]
            }
            Found::Event(found) => {
                let mut without = vec![f64::NAN; found.at];
                without.extend(&found.without);
                let lines = vec![
                    self.line(&self.course.name, &self.course.y),
                    self.line(&t!(lang, "series-line-fitted"), &found.fitted),
                    self.line(&t!(lang, "series-line-without"), &without),
                ];
                let changes = vec![self.rule(found.at)];
                vec![self.picture(lang, "event", Lines { lines, changes, ..Lines::default() })]
            }
            Found::Granger { .. } => {
                let mut lines = vec![self.line(&self.course.name, &self.course.y)];
                lines.extend(self.course.other.as_ref().map(|(name, other)| self.line(name, other)));
                vec![self.picture(lang, "series", Lines { lines, panels: true, ..Lines::default() })]
            }
            Found::Roots { .. } | Found::Season(_) => {
                let lines = vec![self.line(&self.course.name, &self.course.raw)];
                vec![self.picture(lang, "series", Lines { lines, ..Lines::default() })]
            }
        }
    }

    fn line(&self, name: &str, y: &[f64]) -> Line {
        let points = self.course.at.iter().copied().zip(y.iter().copied()).collect();
        Line { name: name.to_owned(), points, band: Vec::new() }
    }

    fn rule(&self, row: usize) -> Rule {
        let at = self.course.at.get(row).copied().unwrap_or(f64::NAN);
        Rule { at, label: self.course.labels.get(row).cloned().unwrap_or_default() }
    }

    /// The series with the level of each stretch.
    fn stretched(&self, lang: Lang, ends: &[usize], means: &[f64]) -> Picture {
        let level = (0..self.course.y.len())
            .map(|row| means.get(ends.partition_point(|end| *end < row)).copied().unwrap_or(f64::NAN))
            .collect::<Vec<f64>>();
        let lines = vec![
            self.line(&self.course.name, &self.course.raw),
            self.line(&t!(lang, "series-line-level"), &level),
        ];
        let changes = ends.iter().map(|end| self.rule(end + 1)).collect();
        self.picture(lang, "changes", Lines { lines, changes, ..Lines::default() })
    }

    fn picture(&self, lang: Lang, name: &'static str, lines: Lines) -> Picture {
        let caption = t!(lang, "series-title", method = self.named(lang), column = self.course.name.as_str());
        let across = match self.course.days {
            true => Across::Days,
            false => {
                let time = match self.options.text("time") {
                    "" => t!(lang, "series-axis-step"),
                    time => time.to_owned(),
                };
                Across::Figure(Axis::new(time, ""))
            }
        };
        let level = number(lang, self.level * 100.0, 2);
        let words = LineWords {
            forecast: t!(lang, "series-word-forecast", level = level),
            anomaly: t!(lang, "series-word-anomaly"),
            empty: t!(lang, "series-word-empty"),
        };
        let up = Axis::new(self.course.name.clone(), "");
        let svg = Lines { title: caption.clone(), across, up, words, ..lines }.svg(lang);
        Picture { name, caption, svg }
    }

    fn correlogram(&self, lang: Lang, panels: &[(&str, &Lagged)]) -> Picture {
        let caption = t!(lang, "series-title", method = self.named(lang), column = self.course.name.as_str());
        let panel = |(name, found): &(&str, &Lagged)| {
            let bars: Vec<(f64, f64)> = found
                .lags
                .iter()
                .zip(&found.values)
                .filter(|(lag, _)| **lag != 0 || found.method == "ccf")
                .map(|(lag, r)| (*lag as f64, *r))
                .collect();
            let bound = |x: f64| Fitted { x, low: -found.bound, value: 0.0, high: found.bound };
            let bounds =
                bars.first().zip(bars.last()).map_or(Vec::new(), |(a, b)| vec![bound(a.0), bound(b.0)]);
            LagPanel { name: (*name).to_owned(), bars, bounds }
        };
        let panels = panels.iter().map(panel).collect();
        let svg =
            Correlogram { title: caption.clone(), axis: Axis::new(t!(lang, "series-head-lag"), ""), panels }
                .svg(lang);
        Picture { name: "correlogram", caption, svg }
    }
}
