//! What a model of exponential smoothing foresees.

use super::ets::{Ets, Kind};
use super::forecast::Forecast;
use crate::Chance;

/// How many courses are drawn where the variance has no formula.
const COURSES: usize = 5000;

impl Ets {
    /// Forecasts with intervals at a level. The variances are analytic for additive trends (Hyndman and others 2008, chapter 6),
    /// also where a multiplicative error meets a season of either kind; a multiplicative trend's bounds are quantiles of courses
    /// drawn from a seed.
    pub fn forecast(&self, steps: usize, level: f64, seed: u64) -> Forecast {
        let name = self.model.name();
        let flat = self.means(steps);
        match (self.model.error, self.model.trend, self.model.season) {
            (_, Kind::Multiplicative, _) | (Kind::Additive, _, Kind::Multiplicative) => {
                let (low, high) = self.drawn(steps, level, seed);
                Forecast { method: name, mean: flat, low, high, level, simulated: true }
            }
            (Kind::Multiplicative, _, Kind::Multiplicative) => {
                let (mean, variance) = self.multiplied(steps);
                Forecast::normal(name, mean, &variance, level)
            }
            (error, _, _) => {
                let c: Vec<f64> = (1..steps.max(1)).map(|j| self.weight(j)).collect();
                let variance: Vec<f64> = match error {
                    Kind::Multiplicative => {
                        let mut theta: Vec<f64> = Vec::with_capacity(steps);
                        for (h, mean) in flat.iter().enumerate() {
                            let past: f64 = (1..=h).map(|j| c[j - 1].powi(2) * theta[h - j]).sum();
                            theta.push(mean * mean + self.sigma2 * past);
                        }
                        theta.iter().zip(&flat).map(|(t, m)| (1.0 + self.sigma2) * t - m * m).collect()
                    }
                    _ => (0..steps)
                        .map(|h| self.sigma2 * (1.0 + c[..h].iter().map(|c| c * c).sum::<f64>()))
                        .collect(),
                };
                Forecast::normal(name, flat, &variance, level)
            }
        }
    }

    /// What an error of now moves the value of j steps on, where all parts are added.
    fn weight(&self, j: usize) -> f64 {
        let mut weight = self.alpha;
        if self.model.trend == Kind::Additive {
            weight += self.beta * (0..j).map(|i| self.phi.powi(i as i32)).sum::<f64>();
        }
        if self.model.season != Kind::None && j.is_multiple_of(self.period) {
            weight += self.gamma;
        }
        weight
    }

    fn parts(&self) -> (f64, f64, &[f64]) {
        let trended = self.model.trend != Kind::None;
        let at = |at: usize| self.states.get(at).copied().unwrap_or(0.0);
        let season = self.states.get(1 + usize::from(trended)..).unwrap_or_default();
        (at(0), if trended { at(1) } else { 0.0 }, season)
    }

    /// The courses without further errors.
    fn means(&self, steps: usize) -> Vec<f64> {
        let (level, trend, season) = self.parts();
        let mut sum = 0.0;
        (1..=steps)
            .map(|h| {
                sum += self.phi.powi(if self.model.damped { h as i32 } else { 0 });
                let ahead = match self.model.trend {
                    Kind::None => level,
                    Kind::Additive => level + sum * trend,
                    Kind::Multiplicative => level * trend.powf(sum),
                };
                let own =
                    season.len().checked_sub(1 + (h - 1) % self.period.max(1)).and_then(|at| season.get(at));
                match (self.model.season, own) {
                    (Kind::Additive, Some(own)) => ahead + own,
                    (Kind::Multiplicative, Some(own)) => ahead * own,
                    _ => ahead,
                }
            })
            .collect()
    }

    /// Mean and variance where error and season are multiplied and the trend is added: the product of the states' two parts is
    /// followed with its second moments (Hyndman and others 2008, section 6.5).
    fn multiplied(&self, steps: usize) -> (Vec<f64>, Vec<f64>) {
        let (level, trend, season) = self.parts();
        let (m, s2) = (self.period, self.sigma2);
        let k = if self.model.trend == Kind::None { 1 } else { 2 };
        let f1 = |i: usize, j: usize| match (i, j) {
            (0, _) => 1.0,
            (_, 1) => self.phi,
            _ => 0.0,
        };
        let g1 = |i: usize, _: usize| if i == 0 { self.alpha } else { self.beta };
        let f2 = |i: usize, j: usize| if (i == 0 && j == m - 1) || (i > 0 && j == i - 1) { 1.0 } else { 0.0 };
        let g2 = |i: usize, j: usize| if i == 0 && j == m - 1 { self.gamma } else { 0.0 };
        let size = k * m;
        let kron = |a: &dyn Fn(usize, usize) -> f64, b: &dyn Fn(usize, usize) -> f64| {
            Dense::from(size, |row, col| a(row / k, col / k) * b(row % k, col % k))
        };
        let (f, g) = (kron(&f2, &f1), kron(&g2, &g1));
        let bend = kron(&g2, &f1).plus(&kron(&f2, &g1), 1.0);
        let first = [level, trend];
        let mut middle: Vec<f64> = (0..size).map(|at| season[at / k] * first[at % k]).collect();
        let mut spread = Dense::from(size, |_, _| 0.0);
        let seen = size - k..size;
        let (mut means, mut variances) = (Vec::new(), Vec::new());
        for _ in 0..steps {
            let mean: f64 = middle[seen.clone()].iter().sum();
            let own: f64 = seen
                .clone()
                .flat_map(|i| seen.clone().map(move |j| (i, j)))
                .map(|(i, j)| spread.at(i, j))
                .sum();
            means.push(mean);
            variances.push((1.0 + s2) * own + s2 * mean * mean);
            let outer = Dense::from(size, |i, j| middle[i] * middle[j]);
            let cross = f.times(&spread).times_turned(&g);
            let both = cross.plus(&cross.turned(), 1.0);
            let bent = bend.times(&spread.plus(&outer, 1.0)).times_turned(&bend);
            let far = Dense::from(size, |i, j| 3.0 * spread.at(i, j) + 2.0 * outer.at(i, j));
            let far = g.times(&far).times_turned(&g);
            spread = f.times(&spread).times_turned(&f).plus(&both.plus(&bent, 1.0).plus(&far, s2), s2);
            let (kept, moved) = (f.on(&middle), g.on(&middle));
            middle = kept.iter().zip(&moved).map(|(f, g)| f + s2 * g).collect();
        }
        (means, variances)
    }

    /// Bounds by drawn courses.
    fn drawn(&self, steps: usize, level: f64, seed: u64) -> (Vec<f64>, Vec<f64>) {
        let mut chance = Chance::new(seed);
        let (l, b, s) = self.parts();
        let sigma = self.sigma2.sqrt();
        let mut drawn = vec![Vec::with_capacity(COURSES); steps];
        for _ in 0..COURSES {
            let (mut level, mut trend) = (l, b);
            let mut season: Vec<f64> = s.iter().rev().copied().collect();
            for (h, own) in drawn.iter_mut().enumerate() {
                let phase = h % self.period.max(1);
                let carried = match self.model.trend {
                    Kind::Multiplicative => trend.powf(self.phi),
                    _ => self.phi * trend,
                };
                let ahead = match self.model.trend {
                    Kind::None => level,
                    Kind::Additive => level + carried,
                    Kind::Multiplicative => level * carried,
                };
                let part = season.get(phase).copied();
                let foreseen = match (self.model.season, part) {
                    (Kind::Additive, Some(part)) => ahead + part,
                    (Kind::Multiplicative, Some(part)) => ahead * part,
                    _ => ahead,
                };
                let error = sigma * chance.normal();
                let y = match self.model.error {
                    Kind::Multiplicative => foreseen * (1.0 + error.max(-1.0)),
                    _ => foreseen + error,
                };
                own.push(y);
                let freed = match (self.model.season, part) {
                    (Kind::Additive, Some(part)) => y - part,
                    (Kind::Multiplicative, Some(part)) => y / part,
                    _ => y,
                };
                let before = level;
                level = ahead + self.alpha * (freed - ahead);
                let step =
                    if self.model.trend == Kind::Multiplicative { level / before } else { level - before };
                trend = carried + self.beta / self.alpha * (step - carried);
                if let Some(part) = season.get_mut(phase) {
                    let now = if self.model.season == Kind::Additive { y - ahead } else { y / ahead };
                    *part += self.gamma * (now - *part);
                }
            }
        }
        let tail = (1.0 - level) / 2.0;
        let bound = |values: &mut Vec<f64>, p: f64| {
            values.sort_unstable_by(f64::total_cmp);
            crate::describe::quantile(values, p, crate::describe::QuantileType::Type7)
        };
        drawn.iter_mut().map(|values| (bound(values, tail), bound(values, 1.0 - tail))).unzip()
    }
}

/// A small square matrix.
struct Dense {
    size: usize,
    values: Vec<f64>,
}

impl Dense {
    fn from(size: usize, value: impl Fn(usize, usize) -> f64) -> Self {
        Dense { size, values: (0..size * size).map(|at| value(at / size, at % size)).collect() }
    }

    fn at(&self, row: usize, col: usize) -> f64 {
        self.values[row * self.size + col]
    }

    fn plus(&self, other: &Dense, times: f64) -> Dense {
        let values = self.values.iter().zip(&other.values).map(|(a, b)| a + times * b).collect();
        Dense { size: self.size, values }
    }

    fn turned(&self) -> Dense {
        Dense::from(self.size, |row, col| self.at(col, row))
    }

    fn times(&self, other: &Dense) -> Dense {
        let n = self.size;
        let mut values = vec![0.0; n * n];
        for (row, out) in values.chunks_exact_mut(n).enumerate() {
            for at in 0..n {
                // These matrices are nearly empty.
                let own = self.at(row, at);
                if own != 0.0 {
                    let from = &other.values[at * n..(at + 1) * n];
                    out.iter_mut().zip(from).for_each(|(out, b)| *out += own * b);
                }
            }
        }
        Dense { size: n, values }
    }

    fn times_turned(&self, other: &Dense) -> Dense {
        other.times(&self.turned()).turned()
    }

    fn on(&self, x: &[f64]) -> Vec<f64> {
        (0..self.size).map(|row| (0..self.size).map(|col| self.at(row, col) * x[col]).sum()).collect()
    }
}
