//! An order of columns in which like stand beside like, for a heat map.

use ::matrix::{Mat, MatRef};

/// A matrix of coefficients.
pub type Square = Mat<f64>;

/// The columns in an order in which those that go together stand together: clustered by average linkage of 1 − r, the two
/// halves of each join turned so that their most alike ends meet (Gruvaeus and Wainer 1972). What has no coefficient counts
/// as unrelated. The work grows as the cube of the number of columns.
pub fn order(correlations: MatRef<'_, f64>) -> Vec<usize> {
    let k = correlations.nrows();
    let apart = |i: usize, j: usize| {
        let r = correlations[(i, j)];
        if r.is_nan() { 1.0 } else { 1.0 - r }
    };
    let mut distances = Mat::from_fn(k, k, apart);
    let mut groups: Vec<Vec<usize>> = (0..k).map(|at| vec![at]).collect();
    let mut live: Vec<usize> = (0..k).collect();
    while live.len() > 1 {
        let mut nearest = (f64::INFINITY, 0, 1);
        for (at, &i) in live.iter().enumerate() {
            for (to, &j) in live.iter().enumerate().skip(at + 1) {
                if distances[(i, j)] < nearest.0 {
                    nearest = (distances[(i, j)], at, to);
                }
            }
        }
        let (i, j) = (live[nearest.1], live.remove(nearest.2));
        let (a, b) = (groups[i].len() as f64, groups[j].len() as f64);
        for &other in live.iter().filter(|&&other| other != i) {
            let mean = (a * distances[(i, other)] + b * distances[(j, other)]) / (a + b);
            distances[(i, other)] = mean;
            distances[(other, i)] = mean;
        }
        let (left, right) = (std::mem::take(&mut groups[i]), std::mem::take(&mut groups[j]));
        groups[i] = joined(left, right, apart);
    }
    live.first().map_or(Vec::new(), |&last| std::mem::take(&mut groups[last]))
}

/// Two rows as one, each the way round that brings the nearest ends together.
fn joined(mut left: Vec<usize>, mut right: Vec<usize>, apart: impl Fn(usize, usize) -> f64) -> Vec<usize> {
    let ends = |list: &[usize]| (list.first().copied().unwrap_or(0), list.last().copied().unwrap_or(0));
    let ((a, b), (c, d)) = (ends(&left), ends(&right));
    let ways = [
        (apart(b, c), false, false),
        (apart(b, d), false, true),
        (apart(a, c), true, false),
        (apart(a, d), true, true),
    ];
    let best = ways.into_iter().fold(ways[0], |best, way| if way.0 < best.0 { way } else { best });
    if best.1 {
        left.reverse();
    }
    if best.2 {
        right.reverse();
    }
    left.extend(right);
    left
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn like_stand_beside_like() {
        // 0, 2, 4 go together, and 1, 3, which are against them.
        let r = Mat::from_fn(5, 5, |i, j| match (i == j, i % 2 == j % 2) {
            (true, _) => 1.0,
            (_, true) => 0.8,
            _ => -0.5,
        });
        let found = order(r.as_ref());
        let kinds: Vec<usize> = found.iter().map(|at| at % 2).collect();
        assert!(kinds == [0, 0, 0, 1, 1] || kinds == [1, 1, 0, 0, 0], "{found:?}");
        assert_eq!(order(Mat::<f64>::zeros(0, 0).as_ref()), Vec::<usize>::new());
        assert_eq!(order(Mat::from_fn(2, 2, |_, _| f64::NAN).as_ref()).len(), 2);
    }
}
