//! The greatest distance between a distribution and what is seen of it: Kolmogorov and Smirnov.

use libm::exp;
use std::f64::consts::PI;

/// The limit of √n D.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Kolmogorov;

impl Kolmogorov {
    /// The chance of `x` or less, by the theta series that converges there.
    pub fn cdf(&self, x: f64) -> f64 {
        if x <= 0.0 {
            return 0.0;
        }
        if x > 1.0 {
            return 1.0 - self.sf(x);
        }
        let sum: f64 = (1..=20)
            .map(|k| {
                let odd = f64::from(2 * k - 1);
                exp(-odd * odd * PI * PI / (8.0 * x * x))
            })
            .sum();
        (2.0 * PI).sqrt() / x * sum
    }

    /// The chance of more than `x`.
    pub fn sf(&self, x: f64) -> f64 {
        if x <= 1.0 {
            return 1.0 - self.cdf(x);
        }
        let term = |k: i32| {
            let sign = if k % 2 == 1 { 1.0 } else { -1.0 };
            sign * exp(-2.0 * f64::from(k * k) * x * x)
        };
        2.0 * (1..=20).map(term).sum::<f64>()
    }
}

/// The chance that D of `n` figures is below `d`, exactly: a power of a matrix (Marsaglia, Tsang and Wang 2003).
pub fn kolmogorov_exact(n: usize, d: f64) -> f64 {
    if n == 0 || d <= 0.0 {
        return 0.0;
    }
    if d >= 1.0 {
        return 1.0;
    }
    let count = n as f64;
    let k = (count * d).floor() as usize + 1;
    let size = 2 * k - 1;
    let h = k as f64 - count * d;
    let mut matrix = vec![0.0; size * size];
    for i in 0..size {
        for j in 0..size {
            matrix[i * size + j] = if i + 1 >= j { 1.0 } else { 0.0 };
        }
    }
    let last = size - 1;
    for i in 0..size {
        matrix[i * size] -= h.powi(i as i32 + 1);
        matrix[last * size + i] -= h.powi((size - i) as i32);
    }
    matrix[last * size] += if 2.0 * h > 1.0 { (2.0 * h - 1.0).powi(size as i32) } else { 0.0 };
    for i in 0..size {
        for j in 0..size {
            // The entry over (i − j + 1)!.
            for g in 2..=(i + 1).saturating_sub(j) {
                matrix[i * size + j] /= g as f64;
            }
        }
    }
    let (power, mut scale) = power(&matrix, size, n);
    let mut chance = power[(k - 1) * size + k - 1];
    for i in 1..=n {
        chance *= i as f64 / count;
        if chance < 1e-140 {
            chance *= 1e140;
            scale -= 140;
        }
    }
    (chance * 10f64.powi(scale)).clamp(0.0, 1.0)
}

/// A matrix to a power, and the power of ten it is to be multiplied by.
fn power(matrix: &[f64], size: usize, n: usize) -> (Vec<f64>, i32) {
    let times = |a: &[f64], b: &[f64]| {
        let mut product = vec![0.0; size * size];
        for i in 0..size {
            for k in 0..size {
                let by = a[i * size + k];
                for j in 0..size {
                    product[i * size + j] += by * b[k * size + j];
                }
            }
        }
        product
    };
    if n == 1 {
        return (matrix.to_vec(), 0);
    }
    let (half, scale) = power(matrix, size, n / 2);
    let mut whole = times(&half, &half);
    let mut scale = 2 * scale;
    if n % 2 == 1 {
        whole = times(&whole, matrix);
    }
    if whole[(size / 2) * size + size / 2] > 1e140 {
        whole.iter_mut().for_each(|entry| *entry *= 1e-140);
        scale += 140;
    }
    (whole, scale)
}

/// The chance that the distance of `m` from `n` figures is `d` or more, exactly: the paths from corner to corner that are
/// somewhere as far out (Schröer and Trenkler 1995). `ends` says whether a distance can be taken when so many of all figures
/// are passed: not between equal ones.
pub fn smirnov_exact(m: usize, n: usize, d: f64, ends: impl Fn(usize) -> bool) -> f64 {
    let (first, second) = (m as f64, n as f64);
    // Distances are multiples of 1/(m n): a hair below d counts as d.
    let edge = (0.5 + (d * first * second - 1e-7).floor()) / (first * second);
    let outside = |i: usize, j: usize| (i as f64 / first - j as f64 / second).abs() > edge && ends(i + j);
    // Shares of the paths that have been outside at some point.
    let mut row = vec![0.0; n + 1];
    for (j, cell) in row.iter_mut().enumerate().skip(1) {
        *cell = if outside(0, j) { 1.0 } else { 0.0 };
    }
    for j in 2..=n {
        row[j] = f64::max(row[j], row[j - 1]);
    }
    for i in 1..=m {
        if outside(i, 0) {
            row[0] = 1.0;
        }
        for j in 1..=n {
            row[j] = if outside(i, j) {
                1.0
            } else {
                let up = i as f64 / (i + j) as f64;
                up * row[j] + (1.0 - up) * row[j - 1]
            };
        }
    }
    row[n]
}
