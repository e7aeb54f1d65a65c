//! What is taken off columns before they are compared.

/// The rows of each group, groups in the order of their codes.
pub fn members(codes: &[u32]) -> Vec<Vec<usize>> {
    let mut order: Vec<u32> = codes.to_vec();
    order.sort_unstable();
    order.dedup();
    let mut groups = vec![Vec::new(); order.len()];
    for (row, code) in codes.iter().enumerate() {
        if let Ok(at) = order.binary_search(code) {
            groups[at].push(row);
        }
    }
    groups
}

/// The mean of a column in each group.
pub fn means(column: &[f64], groups: &[Vec<usize>]) -> Vec<f64> {
    groups.iter().map(|rows| rows.iter().map(|&row| column[row]).sum::<f64>() / rows.len() as f64).collect()
}

/// A column less shares of its groups' means; a share a group.
pub fn less(column: &[f64], groups: &[Vec<usize>], share: &[f64]) -> Vec<f64> {
    let mut left = column.to_vec();
    for ((rows, mean), share) in groups.iter().zip(means(column, groups)).zip(share) {
        rows.iter().for_each(|&row| left[row] -= share * mean);
    }
    left
}

/// A column less the means of its groups.
pub fn within(column: &[f64], groups: &[Vec<usize>]) -> Vec<f64> {
    let once = less(column, groups, &vec![1.0; groups.len()]);
    // A second time, for what rounding left.
    less(&once, groups, &vec![1.0; groups.len()])
}

/// A column less what units and times explain together: one after the other, until nothing is left to take. Balanced panels need one
/// round.
pub fn within_both(column: &[f64], units: &[Vec<usize>], times: &[Vec<usize>]) -> Vec<f64> {
    let size = column.iter().fold(0.0f64, |most, x| most.max(x.abs()));
    let mut left = column.to_vec();
    for _ in 0..20_000 {
        let next = within(&within(&left, units), times);
        let moved = next.iter().zip(&left).map(|(a, b)| (a - b).abs()).fold(0.0, f64::max);
        left = next;
        if moved.is_nan() || moved <= 2e-16 * size {
            break;
        }
    }
    left
}
