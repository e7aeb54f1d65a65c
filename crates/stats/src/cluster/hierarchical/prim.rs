//! The shortest tree through all rows (Prim 1957), each distance counted once and none kept.

/// The edges in the order in which the tree grew from row 0: the row that came, the row it came to, and how far. Of rows as
/// near, the first comes; of rows of the tree as near, it comes to the latest.
pub(in super::super) fn prim(
    n: usize,
    distance: impl Fn(usize, usize) -> f64 + Sync,
) -> Vec<(usize, usize, f64)> {
    let mut outside: Vec<usize> = (1..n).collect();
    let mut gaps = vec![f64::INFINITY; n.saturating_sub(1)];
    let mut hosts = vec![0; n.saturating_sub(1)];
    let mut edges = Vec::with_capacity(n.saturating_sub(1));
    let mut at = 0;
    while !outside.is_empty() {
        let (mut best, mut next) = (f64::INFINITY, 0);
        for (place, &row) in outside.iter().enumerate() {
            let gap = distance(at, row);
            if gap <= gaps[place] {
                (gaps[place], hosts[place]) = (gap, at);
            }
            if gaps[place] < best {
                (best, next) = (gaps[place], place);
            }
        }
        // Removed in order, so that the first of rows as near stays the first.
        let (row, gap, host) = (outside.remove(next), gaps.remove(next), hosts.remove(next));
        edges.push((row, host, gap));
        at = row;
    }
    edges
}
