//! All turns as a surface: where one can go from a point of it, and how steep that is.

use super::super::dense::{crossed, inverse, times};
use super::Criterion;
use crate::Chance;
use matrix::Mat;

/// A criterion over all orthogonal or oblique turns T of loadings A.
///
/// Orthogonal: L = A·T, TᵀT = 1; steps are skew matrices, `k(k−1)/2` figures. Oblique: L = A·T⁻ᵀ with columns of T of length
/// 1; steps lie across each column, `k(k−1)` figures.
pub struct Surface<'a> {
    unrotated: &'a Mat<f64>,
    criterion: Criterion,
    oblique: bool,
}

/// The steps that lead away from a point: for oblique turns, an orthonormal frame across each column.
pub struct Frame {
    at: Mat<f64>,
    across: Vec<Mat<f64>>,
}

impl<'a> Surface<'a> {
    pub fn orthogonal(unrotated: &'a Mat<f64>, criterion: Criterion) -> Self {
        Surface { unrotated, criterion, oblique: false }
    }

    pub fn oblique(unrotated: &'a Mat<f64>, criterion: Criterion) -> Self {
        Surface { unrotated, criterion, oblique: true }
    }

    fn size(&self) -> usize {
        self.unrotated.ncols()
    }

    /// No turn.
    pub fn plain(&self) -> Mat<f64> {
        Mat::identity(self.size(), self.size())
    }

    /// Any orthogonal turn, each as likely as the others.
    pub fn random(&self, chance: &mut Chance) -> Mat<f64> {
        let size = self.size();
        let mut turn = Mat::zeros(size, size);
        for col in 0..size {
            (0..size).for_each(|row| turn[(row, col)] = chance.normal());
        }
        polar(&turn).unwrap_or_else(|| self.plain())
    }

    /// The value at a turn and the slope in its cells; none where the turn is singular.
    pub fn at(&self, turn: &Mat<f64>) -> Option<(f64, Mat<f64>)> {
        if !self.oblique {
            let (value, slope) = self.criterion.at(&times(self.unrotated, turn));
            return value.is_finite().then(|| (value, crossed(self.unrotated, &slope)));
        }
        let back = inverse(turn)?;
        let loadings = times(self.unrotated, &back.transpose().to_owned());
        let (value, slope) = self.criterion.at(&loadings);
        // −(Lᵀ G T⁻¹)ᵀ
        let inner = times(&crossed(&loadings, &slope), &back);
        let slope = Mat::from_fn(inner.ncols(), inner.nrows(), |row, col| -inner[(col, row)]);
        value.is_finite().then_some((value, slope))
    }

    /// The part of a slope along which the surface goes on.
    pub fn along(&self, turn: &Mat<f64>, slope: &Mat<f64>) -> Mat<f64> {
        let size = self.size();
        let inner = crossed(turn, slope);
        let part = match self.oblique {
            false => Mat::from_fn(size, size, |row, col| 0.5 * (inner[(row, col)] + inner[(col, row)])),
            true => Mat::from_fn(size, size, |row, col| if row == col { inner[(row, col)] } else { 0.0 }),
        };
        slope - times(turn, &part)
    }

    /// The point of the surface nearest to a matrix.
    pub fn back(&self, turn: &Mat<f64>) -> Option<Mat<f64>> {
        if !self.oblique {
            return polar(turn);
        }
        let size = self.size();
        let length = |col: usize| (0..size).map(|row| turn[(row, col)].powi(2)).sum::<f64>().sqrt();
        let lengths: Vec<f64> = (0..size).map(length).collect();
        let good = lengths.iter().all(|x| *x > 0.0 && x.is_finite());
        good.then(|| Mat::from_fn(size, size, |row, col| turn[(row, col)] / lengths[col]))
    }

    /// How many figures a step has.
    pub fn freedom(&self) -> usize {
        let size = self.size();
        if self.oblique { size * (size - 1) } else { size * (size - 1) / 2 }
    }

    pub fn frame(&self, turn: &Mat<f64>) -> Frame {
        let across = match self.oblique {
            true => (0..self.size()).map(|col| complement(turn, col)).collect(),
            false => Vec::new(),
        };
        Frame { at: turn.clone(), across }
    }

    /// A slope as figures of steps from the frame's point, or from one nearby.
    pub fn figures(&self, frame: &Frame, turn: &Mat<f64>, slope: &Mat<f64>) -> Vec<f64> {
        let size = self.size();
        if !self.oblique {
            let inner = crossed(turn, slope);
            let pairs = (0..size).flat_map(|col| (0..col).map(move |row| (row, col)));
            return pairs.map(|(row, col)| inner[(row, col)] - inner[(col, row)]).collect();
        }
        let slope = self.along(turn, slope);
        let one = |col: usize, at: usize| {
            (0..size).map(|row| frame.across[col][(row, at)] * slope[(row, col)]).sum::<f64>()
        };
        (0..size)
            .flat_map(|col| (0..size - 1).map(move |at| (col, at)))
            .map(|(col, at)| one(col, at))
            .collect()
    }

    /// Where a step leads.
    pub fn step(&self, frame: &Frame, figures: &[f64]) -> Option<Mat<f64>> {
        let size = self.size();
        let mut moved = frame.at.clone();
        let mut figures = figures.iter();
        if !self.oblique {
            let mut skew = Mat::<f64>::zeros(size, size);
            for col in 0..size {
                for row in 0..col {
                    let x = figures.next().copied().unwrap_or(0.0);
                    skew[(row, col)] = x;
                    skew[(col, row)] = -x;
                }
            }
            moved += times(&frame.at, &skew);
        } else {
            for col in 0..size {
                for at in 0..size - 1 {
                    let x = figures.next().copied().unwrap_or(0.0);
                    (0..size).for_each(|row| moved[(row, col)] += x * frame.across[col][(row, at)]);
                }
            }
        }
        self.back(&moved)
    }
}

/// The orthogonal matrix nearest to one, by Newton's iteration X ← (X + X⁻ᵀ)/2 (Higham 1986).
fn polar(a: &Mat<f64>) -> Option<Mat<f64>> {
    let mut at = a.clone();
    for _ in 0..100 {
        let back = inverse(&at)?;
        let next = Mat::from_fn(at.nrows(), at.ncols(), |row, col| 0.5 * (at[(row, col)] + back[(col, row)]));
        let moved = (&next - &at).norm_max();
        at = next;
        if moved < 1e-15 {
            break;
        }
        // Once it is this near, one more step squares what is left.
        if moved < 1e-9 {
            let back = inverse(&at)?;
            return Some(Mat::from_fn(at.nrows(), at.ncols(), |row, col| {
                0.5 * (at[(row, col)] + back[(col, row)])
            }));
        }
    }
    Some(at)
}

/// Directions at right angles to a column of length 1 and to each other: a reflection that takes it to an axis (Householder).
fn complement(turn: &Mat<f64>, col: usize) -> Mat<f64> {
    let size = turn.nrows();
    let first = turn[(0, col)];
    let sign = if first < 0.0 { -1.0 } else { 1.0 };
    let mut axis: Vec<f64> = (0..size).map(|row| turn[(row, col)]).collect();
    if let Some(head) = axis.first_mut() {
        *head += sign;
    }
    let half = 1.0 + first.abs();
    Mat::from_fn(size, size - 1, |row, at| {
        let unit = if row == at + 1 { 1.0 } else { 0.0 };
        unit - axis[row] * axis[at + 1] / half
    })
}
