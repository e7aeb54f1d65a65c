//! Draws without putting back, and Fisher's noncentral form of them: the first cell of a 2×2 table with fixed margins.

use super::ln_gamma::ln_choose;
use super::solve::root;
use super::tails::{Tails, tails};
use libm::exp;

/// Marked ones among `drawn` out of `marked` and `plain`.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Hypergeometric {
    /// How many are marked.
    pub marked: f64,
    /// How many are not.
    pub plain: f64,
    /// How many are drawn.
    pub drawn: f64,
}

tails!(Hypergeometric);

impl Hypergeometric {
    /// The least and the most that can be drawn.
    pub fn range(&self) -> (f64, f64) {
        ((self.drawn - self.plain).max(0.0), self.drawn.min(self.marked))
    }

    /// The chance of exactly `k`.
    pub fn pmf(&self, k: f64) -> f64 {
        let (least, most) = self.range();
        if !(least..=most).contains(&k) || k.fract() != 0.0 {
            return 0.0;
        }
        let Hypergeometric { marked, plain, drawn } = *self;
        (ln_choose(marked, k) + ln_choose(plain, drawn - k) - ln_choose(marked + plain, drawn)).exp()
    }

    /// pmf(k + 1) / pmf(k).
    fn ratio(&self, k: f64) -> f64 {
        (self.marked - k) / (k + 1.0) * ((self.drawn - k) / (self.plain - self.drawn + k + 1.0))
    }

    pub(crate) fn tails(&self, x: f64) -> Tails {
        let (least, most) = self.range();
        let k = x.floor();
        if k < least {
            return Tails::ABOVE;
        }
        if k >= most {
            return Tails::BELOW;
        }
        // From the figure outward, against its own chance.
        let sum = |from: f64, up: bool| {
            let (mut at, mut term, mut sum) = (from, 1.0, 1.0);
            while if up { at < most } else { at > least } {
                term *= if up { self.ratio(at) } else { 1.0 / self.ratio(at - 1.0) };
                at += if up { 1.0 } else { -1.0 };
                sum += term;
                if term < 1e-18 * sum {
                    break;
                }
            }
            (sum * self.pmf(from)).min(1.0)
        };
        let mean = self.drawn * (self.marked / (self.marked + self.plain));
        if k < mean {
            let lower = sum(k, false);
            Tails::of_both(lower, 1.0 - lower)
        } else {
            let upper = sum(k + 1.0, true);
            Tails::of_both(1.0 - upper, upper)
        }
    }

    /// The chances of all figures of the range when the odds of a marked one are `odds` times as high (Fisher 1935).
    pub fn noncentral(&self, odds: f64) -> Vec<f64> {
        let (least, most) = self.range();
        let ln_odds = libm::log(odds);
        let count = (most - least) as usize;
        // Logarithms of the chances from the ratios of neighbours, against the highest.
        let mut logs = vec![0.0; count + 1];
        for i in 0..count {
            logs[i + 1] = logs[i] + libm::log(self.ratio(least + i as f64)) + ln_odds;
        }
        let top = logs.iter().copied().fold(f64::NEG_INFINITY, f64::max);
        let weights: Vec<f64> = logs.iter().map(|log| exp(log - top)).collect();
        let whole: f64 = weights.iter().sum();
        weights.into_iter().map(|weight| weight / whole).collect()
    }

    /// The odds ratio under which the figure seen is what is expected (the conditional maximum of likelihood).
    pub fn odds_ratio(&self, seen: f64) -> f64 {
        let mean = |odds: f64| {
            let (least, _) = self.range();
            self.noncentral(odds).iter().enumerate().map(|(i, p)| (least + i as f64) * p).sum::<f64>()
        };
        self.odds(seen, |odds| mean(odds) - seen)
    }

    /// The odds ratio at which a growing function of it is nought, 0 or infinite at the ends of the range.
    fn odds(&self, seen: f64, f: impl Fn(f64) -> f64) -> f64 {
        let (least, most) = self.range();
        if seen <= least {
            return 0.0;
        }
        if seen >= most {
            return f64::INFINITY;
        }
        exp(root(-80.0, 80.0, |log| f(exp(log))))
    }

    /// The interval of the odds ratio in which neither tail at the figure seen is below `tail`; the ends may be 0 or infinite.
    pub fn odds_interval(&self, seen: f64, tail: f64) -> (f64, f64) {
        let (least, most) = self.range();
        let at = (seen - least) as usize;
        let upper = |odds: f64| self.noncentral(odds).iter().skip(at).sum::<f64>();
        let lower = |odds: f64| self.noncentral(odds).iter().take(at + 1).sum::<f64>();
        let ln = |x: f64| libm::log(x.max(1e-300));
        let low =
            if seen <= least { 0.0 } else { exp(root(-80.0, 80.0, |log| ln(upper(exp(log))) - ln(tail))) };
        let high = if seen >= most {
            f64::INFINITY
        } else {
            exp(root(-80.0, 80.0, |log| ln(lower(exp(log))) - ln(tail)))
        };
        (low, high)
    }
}
