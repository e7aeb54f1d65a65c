//! The sweep operator: regressions out of a matrix of products.

use matrix::Mat;

/// Sweeps a symmetric matrix on one variable (Beaton 1964): what is left among the others is what they have beside their
/// dependence on it. Gives `false`, and leaves the matrix as it was, where the variable has nothing left of its own: less
/// than `tolerance` of `before`, its variance at the start.
pub(crate) fn sweep(a: &mut Mat<f64>, at: usize, before: f64, tolerance: f64) -> bool {
    let pivot = a[(at, at)];
    if pivot.is_nan() || pivot <= tolerance * before {
        return false;
    }
    let k = a.nrows();
    for col in (0..k).filter(|&col| col != at) {
        let factor = a[(at, col)] / pivot;
        for row in (0..k).filter(|&row| row != at) {
            let part = factor * a[(row, at)];
            a[(row, col)] -= part;
        }
    }
    for other in (0..k).filter(|&other| other != at) {
        a[(other, at)] /= pivot;
        a[(at, other)] /= pivot;
    }
    a[(at, at)] = -1.0 / pivot;
    true
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sweeping_all_gives_the_inverse() {
        let start =
            Mat::from_fn(3, 3, |row, col| [[4.0, 1.0, 0.5], [1.0, 3.0, 0.2], [0.5, 0.2, 2.0]][row][col]);
        let mut a = start.clone();
        assert!((0..3).all(|at| sweep(&mut a, at, start[(at, at)], 1e-12)));
        let inverse = matrix::inverse(start.as_ref()).expect("it has one");
        assert!((&a + &inverse).norm_max() < 1e-15);
    }

    #[test]
    fn what_follows_from_others_is_not_swept() {
        let mut a = Mat::from_fn(2, 2, |_, _| 1.0);
        assert!(sweep(&mut a, 0, 1.0, 1e-12));
        let before = a.clone();
        assert!(!sweep(&mut a, 1, 1.0, 1e-12));
        assert_eq!(a, before);
    }
}
