//! How much structure a tree shows.

use super::Tree;

/// The agglomerative coefficient: the mean over the rows of 1 − (height of the row's first merge) ÷ (height of the last)
/// (Kaufman and Rousseeuw 1990, ch. 5). Near 1 where rows are far nearer to some others than to all; it grows with the
/// number of rows, so that it compares linkages on one table and not tables.
pub fn agglomerative(tree: &Tree) -> f64 {
    let last = tree.height.last().copied().unwrap_or(0.0);
    if last <= 0.0 {
        return 0.0;
    }
    let firsts = tree.merge.iter().zip(&tree.height).map(|(&(left, right), height)| {
        let rows = f64::from(u8::from(left < 0) + u8::from(right < 0));
        rows * (1.0 - height / last)
    });
    firsts.sum::<f64>() / tree.rows() as f64
}
