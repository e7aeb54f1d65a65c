//! The upright axis: round ticks, and how figures are written beside them.

use locale::{Lang, number};

/// Figures to pixels.
pub(crate) struct Scale {
    pub low: f64,
    pub high: f64,
    pub step: f64,
    /// Pixels of `low` and of `high`.
    pub bottom: f64,
    pub top: f64,
}

impl Scale {
    /// A scale that holds every figure, of about `wanted` round steps. Where the figures are all on one side of
    /// zero and not far from it beside their spread, it begins at zero.
    pub fn over(figures: impl Iterator<Item = f64>, wanted: f64, bottom: f64, top: f64) -> Scale {
        let (mut low, mut high) = (f64::INFINITY, f64::NEG_INFINITY);
        for figure in figures.filter_map(sane) {
            low = low.min(figure);
            high = high.max(figure);
        }
        if low > high {
            (low, high) = (0.0, 1.0);
        }
        if high - low <= high.abs().max(low.abs()) * 1e-9 {
            let room = if high == 0.0 { 1.0 } else { high.abs() * 0.1 };
            (low, high) = (low - room, high + room);
        } else if low > 0.0 && low < (high - low) {
            low = 0.0;
        } else if high < 0.0 && -high < (high - low) {
            high = 0.0;
        }
        let step = round_step((high - low) / wanted);
        let (low, high) = ((low / step).floor() * step, (high / step).ceil() * step);
        Scale { low, high, step, bottom, top }
    }

    /// The pixel of a figure; outside the scale it is held at the edge.
    pub fn at(&self, figure: f64) -> f64 {
        let share = ((figure - self.low) / (self.high - self.low)).clamp(-0.02, 1.02);
        self.bottom - share * (self.bottom - self.top)
    }

    /// The figures of the ticks, from below.
    pub fn ticks(&self) -> Vec<f64> {
        let count = ((self.high - self.low) / self.step).round().clamp(1.0, 20.0) as i32;
        (0..=count).map(|at| self.low + f64::from(at) * self.step).collect()
    }

    /// A tick's figure, with the digits that the step needs.
    pub fn label(&self, lang: Lang, figure: f64) -> String {
        let figure = if figure.abs() < self.step * 1e-6 { 0.0 } else { figure };
        let mut places = (-self.step.log10()).ceil().max(0.0);
        // Steps of 2.5 need one more.
        let shown = self.step * 10f64.powf(places);
        if (shown - shown.round()).abs() > 1e-6 * shown {
            places += 1.0;
        }
        if figure != 0.0 && (places > 6.0 || figure.abs() >= 1e12) {
            return exponent(lang, figure);
        }
        number(lang, figure, places.min(6.0) as usize)
    }
}

/// A figure that can be drawn: finite, and not so large that a sum of two overflows.
pub(crate) fn sane(figure: f64) -> Option<f64> {
    (figure.is_finite() && figure.abs() < 1e150).then_some(figure)
}

/// A value beside its point: three or four digits that mean something.
pub(crate) fn value(lang: Lang, figure: f64) -> String {
    let size = figure.abs();
    if figure != 0.0 && !(1e-4..1e12).contains(&size) {
        return exponent(lang, figure);
    }
    let places = if size >= 1000.0 {
        0
    } else if size >= 10.0 {
        1
    } else if size >= 0.1 {
        2
    } else {
        5
    };
    number(lang, figure, places)
}

/// A figure and its unit.
pub(crate) fn with_unit(lang: Lang, figure: f64, unit: &str) -> String {
    let space = if unit.is_empty() || (unit == "%" && lang == Lang::En) { "" } else { "\u{a0}" };
    format!("{}{space}{unit}", value(lang, figure))
}

fn exponent(lang: Lang, figure: f64) -> String {
    let text = format!("{figure:.1e}");
    match text.split_once('e') {
        Some((mantissa, power)) => {
            format!("{}e{power}", number(lang, mantissa.parse().unwrap_or(f64::NAN), 1))
        }
        None => text,
    }
}

/// The next of 1, 2, 2.5, 5 × 10ⁿ.
fn round_step(rough: f64) -> f64 {
    let power = 10f64.powf(rough.max(1e-140).log10().floor());
    let lead = rough / power;
    let nice = [1.0, 2.0, 2.5, 5.0].into_iter().find(|&nice| lead <= nice + 1e-9).unwrap_or(10.0);
    nice * power
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn over(figures: &[f64]) -> Scale {
        Scale::over(figures.iter().copied(), 5.0, 200.0, 0.0)
    }

    #[test]
    fn ticks_are_round() {
        assert_eq!(over(&[12.0, 48.0]).ticks(), [0.0, 10.0, 20.0, 30.0, 40.0, 50.0]);
        assert_eq!(over(&[92.0, 98.0]).ticks(), [92.0, 94.0, 96.0, 98.0]);
        assert_eq!(over(&[-5.0, 5.0]).ticks(), [-6.0, -4.0, -2.0, 0.0, 2.0, 4.0, 6.0]);
        assert_eq!(over(&[]).ticks().first(), Some(&0.0));
    }

    #[test]
    fn figures_are_written_with_the_digits_they_need() {
        let scale = over(&[0.01, 0.05]);
        assert_eq!(scale.label(Lang::Ru, 0.02), "0,02");
        let scale = over(&[32.5, 45.0]);
        assert_eq!((scale.step, scale.label(Lang::En, 37.5).as_str()), (2.5, "37.5"));
        assert_eq!(over(&[0.3, 0.6, 1.5]).label(Lang::Ru, 0.5), "0,5");
        assert_eq!(over(&[1e15, 3e15]).label(Lang::Ru, 2.5e15), "2,5e15");
        assert_eq!(with_unit(Lang::Ru, 42.25, "%"), "42,2\u{a0}%");
        assert_eq!(with_unit(Lang::En, 1234.4, "min"), "1234\u{a0}min");
        assert_eq!(value(Lang::En, 0.0), "0");
    }

    proptest! {
        #[test]
        fn every_figure_is_held(figures in proptest::collection::vec(proptest::num::f64::ANY, 0..8)) {
            let scale = over(&figures);
            let ticks = scale.ticks();
            prop_assert!((2..=21).contains(&ticks.len()));
            for figure in figures.iter().copied().filter_map(sane) {
                let at = scale.at(figure);
                prop_assert!((-4.1..=204.1).contains(&at), "{at}");
            }
        }
    }
}
