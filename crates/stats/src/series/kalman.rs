//! An ARIMA process as a state space model, and its likelihood by Kalman's filter.

/// The process: y_t = Z a_t, a_t = T a_{t−1} + R e_t (Gardner, Harvey and Phillips 1980), the values before the first as states
/// of their own where it is differenced.
pub(super) struct Process {
    phi: Vec<f64>,
    /// (1, θ₁, …).
    noise: Vec<f64>,
    delta: Vec<f64>,
    /// States of the stationary part.
    r: usize,
    /// All states.
    k: usize,
    a: Vec<f64>,
    p: Vec<f64>,
    /// Room for a step: a state, and two covariances.
    room: (Vec<f64>, Vec<f64>, Vec<f64>),
}

/// What the filter found.
pub(super) struct Filtered {
    /// Standardised innovations; not a number where a value is missing.
    pub residuals: Vec<f64>,
    /// The sum of their squares.
    pub squares: f64,
    /// The sum of the logarithms of their variances.
    pub logs: f64,
    /// How many counted.
    pub used: usize,
}

/// The variance given to states of which nothing is known; as R's `arima` gives.
const UNKNOWN: f64 = 1e6;

impl Process {
    /// With the polynomials of the autoregression, of the moving average and of the differences (y_t = w_t + Σ δ_j y_{t−j}).
    /// None where the autoregression is not stationary.
    pub fn new(phi: &[f64], theta: &[f64], delta: &[f64]) -> Option<Self> {
        let r = phi.len().max(theta.len() + 1);
        let k = r + delta.len();
        let mut noise = vec![1.0];
        noise.extend(theta);
        noise.resize(r, 0.0);
        let mut own = phi.to_vec();
        own.resize(r, 0.0);
        let start = stationary(&own, &noise)?;
        let mut p = vec![0.0; k * k];
        for row in 0..r {
            p[row * k..row * k + r].copy_from_slice(&start[row * r..(row + 1) * r]);
        }
        for at in r..k {
            p[at * k + at] = UNKNOWN;
        }
        Some(Process {
            phi: own,
            noise,
            delta: delta.to_vec(),
            r,
            k,
            a: vec![0.0; k],
            p,
            room: (vec![0.0; k], vec![0.0; k * k], vec![0.0; k * k]),
        })
    }

    /// T x.
    fn moved(&self, x: &[f64], out: &mut [f64]) {
        let r = self.r;
        for i in 0..r {
            out[i] = self.phi[i] * x[0] + if i + 1 < r { x[i + 1] } else { 0.0 };
        }
        if self.k > r {
            out[r] = self.seen(x);
            out[r + 1..].copy_from_slice(&x[r..self.k - 1]);
        }
    }

    /// Z x.
    fn seen(&self, x: &[f64]) -> f64 {
        x[0] + self.delta.iter().zip(&x[self.r..]).map(|(d, x)| d * x).sum::<f64>()
    }

    /// A step on, without a value.
    pub fn step(&mut self, spread: bool) {
        let k = self.k;
        let (mut state, mut half, mut turned) = std::mem::take(&mut self.room);
        self.moved(&self.a, &mut state);
        std::mem::swap(&mut self.a, &mut state);
        if spread {
            // P is symmetric, so its rows are its columns: T P, row by row of Pᵀ, then T (T P)ᵀ.
            for (row, out) in self.p.chunks_exact(k).zip(half.chunks_exact_mut(k)) {
                self.moved(row, out);
            }
            for (row, own) in half.chunks_exact(k).enumerate() {
                own.iter().zip(turned[row..].iter_mut().step_by(k)).for_each(|(own, to)| *to = *own);
            }
            for (row, out) in turned.chunks_exact(k).zip(half.chunks_exact_mut(k)) {
                self.moved(row, out);
            }
            for (row, own) in half.chunks_exact_mut(k).zip(&self.noise) {
                row.iter_mut().zip(&self.noise).for_each(|(p, other)| *p += own * other);
            }
            std::mem::swap(&mut self.p, &mut half);
        }
        self.room = (state, half, turned);
    }

    /// What is foreseen now, and its variance in units of the innovations' variance.
    pub fn foreseen(&self) -> (f64, f64) {
        let m: Vec<f64> = self.p.chunks_exact(self.k).map(|row| self.seen(row)).collect();
        (self.seen(&self.a), self.seen(&m))
    }

    /// Filters a series; leaves the state after its last value.
    pub fn filter(&mut self, y: &[f64]) -> Filtered {
        let k = self.k;
        let mut found = Filtered { residuals: Vec::with_capacity(y.len()), squares: 0.0, logs: 0.0, used: 0 };
        for (t, &y) in y.iter().enumerate() {
            self.step(t > 0);
            if y.is_nan() {
                found.residuals.push(f64::NAN);
                continue;
            }
            let m: Vec<f64> = self.p.chunks_exact(k).map(|row| self.seen(row)).collect();
            let gain = self.seen(&m);
            let error = y - self.seen(&self.a);
            // An innovation of nearly unknown variance tells of the start only.
            if gain < 1e4 {
                found.used += 1;
                found.squares += error * error / gain;
                found.logs += gain.ln();
            }
            found.residuals.push(error / gain.sqrt());
            self.a.iter_mut().zip(&m).for_each(|(a, m)| *a += m * error / gain);
            for (row, own) in self.p.chunks_exact_mut(k).zip(&m) {
                row.iter_mut().zip(&m).for_each(|(p, other)| *p -= own * other / gain);
            }
        }
        found
    }
}

/// The covariance of the states of a stationary process: P = Σ Tⁱ R Rᵀ Tⁱᵀ, doubling the number of terms at each step.
fn stationary(phi: &[f64], noise: &[f64]) -> Option<Vec<f64>> {
    let r = phi.len();
    let mut p: Vec<f64> = (0..r * r).map(|at| noise[at / r] * noise[at % r]).collect();
    let mut t = vec![0.0; r * r];
    for i in 0..r {
        t[i * r] = phi[i];
        if i + 1 < r {
            t[i * r + i + 1] = 1.0;
        }
    }
    for _ in 0..60 {
        let moved = product(&product(&t, &p, r), &turned(&t, r), r);
        let size = p.iter().fold(0.0_f64, |m, x| m.max(x.abs()));
        let more = moved.iter().fold(0.0_f64, |m, x| m.max(x.abs()));
        p.iter_mut().zip(&moved).for_each(|(p, more)| *p += more);
        if !size.is_finite() || size > 1e12 {
            return None;
        }
        if more <= 1e-17 * size {
            return Some(p);
        }
        t = product(&t, &t, r);
    }
    None
}

fn turned(a: &[f64], n: usize) -> Vec<f64> {
    (0..n * n).map(|at| a[at % n * n + at / n]).collect()
}

fn product(a: &[f64], b: &[f64], n: usize) -> Vec<f64> {
    let mut out = vec![0.0; n * n];
    for (row, out) in a.chunks_exact(n).zip(out.chunks_exact_mut(n)) {
        for (x, from) in row.iter().zip(b.chunks_exact(n)) {
            if *x != 0.0 {
                out.iter_mut().zip(from).for_each(|(out, b)| *out += x * b);
            }
        }
    }
    out
}
