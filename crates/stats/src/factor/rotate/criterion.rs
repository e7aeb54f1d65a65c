//! What a rotation minimises, with its slope in the loadings (collected in Bernaards and Jennrich 2005).

use super::super::dense::{crossed, inverse, times};
use matrix::Mat;

/// What a rotation minimises.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Criterion {
    /// The variance of squared loadings within factors, as great as can be (Kaiser 1958).
    Varimax,
    /// Fourth powers, as great as can be (Neuhaus and Wrigley 1954).
    Quartimax,
    /// Crawford and Ferguson's family (1970): complexity of rows weighs 1 − κ, of columns κ. Equamax is κ = k / 2p.
    CrawfordFerguson(f64),
    /// Oblimin with γ (Jennrich and Sampson 1966); 0 is quartimin.
    Oblimin(f64),
    /// The geometric mean of a row's squared loadings, each raised by δ (Yates 1987; Browne 2001): 0.01.
    Geomin(f64),
    /// The generalised variance of squared loadings (Bentler 1977).
    Bentler,
    /// Kurtosis of all loadings (Saunders 1961).
    Oblimax,
    /// Information of the squared loadings (McKeon 1968).
    Infomax,
    /// The squares of so many of the least loadings (Kiers 1994).
    Simplimax(usize),
    /// Entropy of the squared loadings (Jennrich 2004); for orthogonal turns.
    Entropy,
}

impl Criterion {
    /// The value at loadings, and its slope in each of them.
    pub fn at(self, loadings: &Mat<f64>) -> (f64, Mat<f64>) {
        let (p, k) = (loadings.nrows(), loadings.ncols());
        let square = Mat::from_fn(p, k, |row, col| loadings[(row, col)].powi(2));
        let over = |f: &dyn Fn(usize, usize) -> f64| -> f64 {
            (0..k).map(|col| (0..p).map(|row| f(row, col)).sum::<f64>()).sum()
        };
        let slope = |f: &dyn Fn(usize, usize) -> f64| Mat::from_fn(p, k, f);
        let row_sum = |row: usize| (0..k).map(|col| square[(row, col)]).sum::<f64>();
        let col_sum = |col: usize| (0..p).map(|row| square[(row, col)]).sum::<f64>();
        match self {
            Criterion::Varimax => {
                let means: Vec<f64> = (0..k).map(|col| col_sum(col) / p as f64).collect();
                let off = |row: usize, col: usize| square[(row, col)] - means[col];
                let value = -0.25 * over(&|row, col| off(row, col).powi(2));
                (value, slope(&|row, col| -loadings[(row, col)] * off(row, col)))
            }
            Criterion::Quartimax => (
                -0.25 * over(&|row, col| square[(row, col)].powi(2)),
                slope(&|row, col| -loadings[(row, col)] * square[(row, col)]),
            ),
            Criterion::CrawfordFerguson(kappa) => {
                let rows: Vec<f64> = (0..p).map(row_sum).collect();
                let cols: Vec<f64> = (0..k).map(col_sum).collect();
                let others = |row: usize, col: usize| {
                    let own = square[(row, col)];
                    (1.0 - kappa) * (rows[row] - own) + kappa * (cols[col] - own)
                };
                let value = 0.25 * over(&|row, col| square[(row, col)] * others(row, col));
                (value, slope(&|row, col| loadings[(row, col)] * others(row, col)))
            }
            Criterion::Oblimin(gamma) => {
                let rows: Vec<f64> = (0..p).map(row_sum).collect();
                let cols: Vec<f64> = (0..k).map(col_sum).collect();
                let all: f64 = rows.iter().sum();
                let others = |row: usize, col: usize| {
                    rows[row] - square[(row, col)] - gamma / p as f64 * (all - cols[col])
                };
                let value = 0.25 * over(&|row, col| square[(row, col)] * others(row, col));
                (value, slope(&|row, col| loadings[(row, col)] * others(row, col)))
            }
            Criterion::Geomin(delta) => {
                let mean = |row: usize| {
                    let logs = (0..k).map(|col| (square[(row, col)] + delta).ln()).sum::<f64>();
                    (logs / k as f64).exp()
                };
                let means: Vec<f64> = (0..p).map(mean).collect();
                let share = |row: usize, col: usize| {
                    2.0 / k as f64 * loadings[(row, col)] / (square[(row, col)] + delta) * means[row]
                };
                (means.iter().sum(), slope(&share))
            }
            Criterion::Bentler => bentler(loadings, &square),
            Criterion::Oblimax => {
                let (two, four) = (over(&|r, c| square[(r, c)]), over(&|r, c| square[(r, c)].powi(2)));
                let one = |row: usize, col: usize| {
                    -4.0 * loadings[(row, col)] * (square[(row, col)] / four - 1.0 / two)
                };
                (2.0 * two.ln() - four.ln(), slope(&one))
            }
            Criterion::Infomax => infomax(loadings, &square),
            Criterion::Simplimax(count) => {
                let mut all: Vec<f64> =
                    (0..k).flat_map(|col| (0..p).map(move |row| (row, col))).map(|at| square[at]).collect();
                all.sort_by(f64::total_cmp);
                let edge = all.get(count.saturating_sub(1)).copied().unwrap_or(f64::INFINITY);
                let small = |row: usize, col: usize| if square[(row, col)] <= edge { 1.0 } else { 0.0 };
                let value = over(&|row, col| small(row, col) * square[(row, col)]);
                (value, slope(&|row, col| 2.0 * small(row, col) * loadings[(row, col)]))
            }
            Criterion::Entropy => {
                let log = |row: usize, col: usize| square[(row, col)].max(f64::MIN_POSITIVE).ln();
                let value = -0.5 * over(&|row, col| square[(row, col)] * log(row, col));
                (value, slope(&|row, col| -loadings[(row, col)] * (log(row, col) + 1.0)))
            }
        }
    }
}

fn bentler(loadings: &Mat<f64>, square: &Mat<f64>) -> (f64, Mat<f64>) {
    let k = loadings.ncols();
    let m = crossed(square, square);
    let (Some(inner), Ok(log)) = (inverse(&m), matrix::log_determinant(m.as_ref())) else {
        return (f64::INFINITY, Mat::zeros(loadings.nrows(), k));
    };
    let diagonal: f64 = (0..k).map(|at| m[(at, at)].ln()).sum();
    let apart =
        Mat::from_fn(k, k, |row, col| inner[(row, col)] - if row == col { 1.0 / m[(row, row)] } else { 0.0 });
    let part = times(square, &apart);
    let slope = Mat::from_fn(loadings.nrows(), k, |row, col| -loadings[(row, col)] * part[(row, col)]);
    (-0.25 * (log - diagonal), slope)
}

fn infomax(loadings: &Mat<f64>, square: &Mat<f64>) -> (f64, Mat<f64>) {
    let (p, k) = (loadings.nrows(), loadings.ncols());
    let share = |x: f64| if x > 0.0 { -x * x.ln() } else { 0.0 };
    let sums = |count: usize, of: &dyn Fn(usize) -> f64| (0..count).map(of).collect::<Vec<f64>>();
    let rows = sums(p, &|row| (0..k).map(|col| square[(row, col)]).sum());
    let cols = sums(k, &|col| (0..p).map(|row| square[(row, col)]).sum());
    let all: f64 = rows.iter().sum();
    let of = |list: &[f64]| list.iter().map(|x| share(x / all)).sum::<f64>();
    let cells: f64 = (0..k).map(|col| (0..p).map(|row| share(square[(row, col)] / all)).sum::<f64>()).sum();
    let (by_row, by_col) = (of(&rows), of(&cols));
    let value = (k as f64).ln() + cells - by_row - by_col;
    // d(Σ −e ln e) = (−ln e − Σ −e ln e) / s for each part, the 1 of each cancelling.
    let bend = |x: f64, whole: f64| (-(x / all).max(f64::MIN_POSITIVE).ln() - whole) / all;
    let slope = Mat::from_fn(p, k, |row, col| {
        let parts = bend(square[(row, col)], cells) - bend(rows[row], by_row) - bend(cols[col], by_col);
        2.0 * loadings[(row, col)] * parts
    });
    (value, slope)
}
