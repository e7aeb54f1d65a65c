//! Weighted least squares by Householder reflections, one step of what iterates: generalized linear models, M-estimators.
//!
//! Columns that follow from those before them go to the end, as in R's `lm.fit`: the order of the others stays.

use rayon::prelude::*;

/// Below which share of its length a column counts as following from those before it (R's `glm.fit` uses this too).
const TOLERANCE: f64 = 1e-11;

/// The triangle of a QR decomposition of `√w · X`, and the solution of one right side.
#[derive(Debug, Clone)]
pub struct Weighted {
    /// The columns that stand for themselves, in the order of the triangle.
    pub kept: Vec<usize>,
    /// Those that follow from them.
    pub aliased: Vec<usize>,
    /// A coefficient a column; 0 for an aliased one.
    pub beta: Vec<f64>,
    /// The upper triangle, `triangle[j][i]` being row `i` of column `j`.
    triangle: Vec<Vec<f64>>,
}

/// Solves `min Σ w (y − X·b)²`; a weight of 0 leaves a row out. Columns and `y` have the length of `weights`.
pub fn solve(columns: &[&[f64]], y: &[f64], weights: &[f64]) -> Weighted {
    let root: Vec<f64> = weights.iter().map(|w| w.max(0.0).sqrt()).collect();
    let scale = |column: &[f64]| column.iter().zip(&root).map(|(x, w)| x * w).collect::<Vec<f64>>();
    let mut work: Vec<Vec<f64>> = columns.par_iter().map(|column| scale(column)).collect();
    let mut right = scale(y);
    let lengths: Vec<f64> = work.iter().map(|column| length(column)).collect();
    let (mut kept, mut aliased) = (Vec::new(), Vec::new());
    for column in 0..columns.len() {
        let step = kept.len();
        let left = work[column].get(step..).map_or(0.0, length);
        if step >= right.len() || left.is_nan() || left <= TOLERANCE * lengths[column] {
            aliased.push(column);
            continue;
        }
        // The reflection that takes what is left of the column onto one coordinate.
        let mut mirror = work[column][step..].to_vec();
        let to = if mirror[0] > 0.0 { -left } else { left };
        mirror[0] -= to;
        let size = dot(&mirror, &mirror);
        let reflect = |target: &mut Vec<f64>| {
            let part = &mut target[step..];
            let by = 2.0 * dot(&mirror, part) / size;
            part.iter_mut().zip(&mirror).for_each(|(x, m)| *x -= by * m);
        };
        if right.len() < 4096 {
            work[column + 1..].iter_mut().for_each(reflect);
        } else {
            work[column + 1..].par_iter_mut().for_each(reflect);
        }
        reflect(&mut right);
        work[column][step] = to;
        kept.push(column);
    }
    let triangle: Vec<Vec<f64>> =
        kept.iter().enumerate().map(|(at, &column)| work[column][..=at].to_vec()).collect();
    let mut solved = Weighted { kept, aliased, beta: vec![0.0; columns.len()], triangle };
    let found = solved.back(&right);
    solved.kept.iter().zip(found).for_each(|(&column, value)| solved.beta[column] = value);
    solved
}

impl Weighted {
    /// How many columns stand for themselves.
    pub fn rank(&self) -> usize {
        self.kept.len()
    }

    /// R·x = right.
    fn back(&self, right: &[f64]) -> Vec<f64> {
        let mut x = right[..self.rank().min(right.len())].to_vec();
        for at in (0..x.len()).rev() {
            let (before, rest) = x.split_at_mut(at);
            rest[0] /= self.triangle[at][at];
            before.iter_mut().zip(&self.triangle[at]).for_each(|(x, r)| *x -= r * rest[0]);
        }
        x
    }

    /// Rᵀ·x = right, for the kept columns in their order.
    pub fn forward(&self, right: &[f64]) -> Vec<f64> {
        let mut x: Vec<f64> = Vec::with_capacity(self.rank());
        for (at, column) in self.triangle.iter().enumerate() {
            x.push((right[at] - dot(&x, &column[..at])) / column[at]);
        }
        x
    }

    /// `(Xᵀ·W·X)⁻¹` of the kept columns.
    pub fn inverse(&self) -> Vec<Vec<f64>> {
        let size = self.rank();
        let unit = |at: usize| (0..size).map(|row| f64::from(row == at)).collect::<Vec<f64>>();
        let root: Vec<Vec<f64>> = (0..size).map(|at| self.forward(&unit(at))).collect();
        let entry = |i: usize, j: usize| (i.max(j)..size).map(|k| root[i][k] * root[j][k]).sum();
        (0..size).map(|i| (0..size).map(|j| entry(i, j)).collect()).collect()
    }

    /// Each row's leverage: how much it pulls its own fitted value.
    pub fn leverage(&self, columns: &[&[f64]], weights: &[f64]) -> Vec<f64> {
        let one = |row: usize| {
            let x: Vec<f64> = self.kept.iter().map(|&column| columns[column][row]).collect();
            let half = self.forward(&x);
            weights[row].max(0.0) * dot(&half, &half)
        };
        (0..weights.len()).into_par_iter().with_min_len(1024).map(one).collect()
    }
}

/// Σ a·b in four lanes, which the compiler makes vectors of.
pub fn dot(a: &[f64], b: &[f64]) -> f64 {
    let mut lanes = [0.0; 8];
    let (left, right) = (a.chunks_exact(8), b.chunks_exact(8));
    let rest: f64 = left.remainder().iter().zip(right.remainder()).map(|(x, y)| x * y).sum();
    left.zip(right)
        .for_each(|(x, y)| lanes.iter_mut().zip(x.iter().zip(y)).for_each(|(sum, (x, y))| *sum += x * y));
    rest + lanes.iter().sum::<f64>()
}

fn length(column: &[f64]) -> f64 {
    let most = column.iter().fold(0.0f64, |most, x| most.max(x.abs()));
    if most == 0.0 || !most.is_finite() {
        return most;
    }
    // Squares neither overflow nor vanish when they are of figures up to 1.
    match (1e-140..1e140).contains(&most) {
        true => dot(column, column).sqrt(),
        false => most * column.iter().map(|x| (x / most).powi(2)).sum::<f64>().sqrt(),
    }
}

/// `X·b`.
pub fn times(columns: &[&[f64]], beta: &[f64], rows: usize) -> Vec<f64> {
    let mut sum = vec![0.0; rows];
    for (column, b) in columns.iter().zip(beta).filter(|(_, b)| **b != 0.0) {
        sum.iter_mut().zip(*column).for_each(|(sum, x)| *sum += b * x);
    }
    sum
}
