//! The loess of evenly spaced values that STL is built of.

/// A loess with tricube weights over so many nearest values.
#[derive(Debug, Clone, Copy)]
pub(super) struct Loess {
    /// The window, odd.
    pub window: usize,
    /// 0 or 1.
    pub degree: usize,
    /// It is counted at every so manieth value; straight lines go between.
    pub jump: usize,
}

impl Loess {
    /// With the jump that R takes, a tenth of the window.
    pub fn of(window: usize, degree: usize) -> Self {
        let window = window.max(3);
        let window = if window.is_multiple_of(2) { window + 1 } else { window };
        Loess { window, degree, jump: window.div_ceil(10) }
    }

    /// The fit at a place, from the values `from` … `to` (places count from 1); none where all weights are nought.
    pub fn at(
        &self,
        y: &[f64],
        place: f64,
        (from, to): (usize, usize),
        given: Option<&[f64]>,
    ) -> Option<f64> {
        let n = y.len();
        let mut reach = (place - from as f64).max(to as f64 - place);
        if self.window > n {
            reach += ((self.window - n) / 2) as f64;
        }
        let (far, near) = (0.999 * reach, 0.001 * reach);
        let weight = |j: usize| {
            let r = (j as f64 - place).abs();
            let w = match r {
                r if r <= near => 1.0,
                r if r <= far => {
                    let s = r / reach;
                    let t = 1.0 - s * s * s;
                    t * t * t
                }
                _ => 0.0,
            };
            given.map_or(w, |given| w * given[j - 1])
        };
        let mut weights: Vec<f64> = (from..=to).map(weight).collect();
        let sum: f64 = weights.iter().sum();
        if sum <= 0.0 {
            return None;
        }
        weights.iter_mut().for_each(|w| *w /= sum);
        if reach > 0.0 && self.degree > 0 {
            let middle: f64 = weights.iter().zip(from..).map(|(w, j)| w * j as f64).sum();
            let spread: f64 = weights.iter().zip(from..).map(|(w, j)| w * (j as f64 - middle).powi(2)).sum();
            // Where the weighted places lie together no slope can be told.
            if spread.sqrt() > 0.001 * (n as f64 - 1.0) {
                let slope = (place - middle) / spread;
                weights.iter_mut().zip(from..).for_each(|(w, j)| *w *= slope * (j as f64 - middle) + 1.0);
            }
        }
        Some(weights.iter().zip(&y[from - 1..to]).map(|(w, y)| w * y).sum())
    }
}

/// The loess of all values.
pub(super) fn smooth(y: &[f64], how: Loess, given: Option<&[f64]>) -> Vec<f64> {
    let n = y.len();
    if n < 2 {
        return y.to_vec();
    }
    let jump = how.jump.min(n - 1).max(1);
    let half = how.window.div_ceil(2);
    let window = |i: usize| {
        if how.window >= n {
            (1, n)
        } else if i < half {
            (1, how.window)
        } else if i > n - half {
            (n - how.window + 1, n)
        } else {
            (i + 1 - half, how.window + i - half)
        }
    };
    let mut fitted = vec![0.0; n];
    let mut last = 1;
    let mut reached = (1, how.window.min(n));
    for i in (1..=n).step_by(jump) {
        reached = window(i);
        fitted[i - 1] = how.at(y, i as f64, reached, given).unwrap_or(y[i - 1]);
        if i > 1 {
            join(&mut fitted, last, i);
        }
        last = i;
    }
    if last != n {
        fitted[n - 1] = how.at(y, n as f64, reached, given).unwrap_or(y[n - 1]);
        join(&mut fitted, last, n);
    }
    fitted
}

/// A straight line between two places.
fn join(fitted: &mut [f64], from: usize, to: usize) {
    let step = (fitted[to - 1] - fitted[from - 1]) / (to - from) as f64;
    for j in from + 1..to {
        fitted[j - 1] = fitted[from - 1] + step * (j - from) as f64;
    }
}
