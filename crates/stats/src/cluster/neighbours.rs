//! The nearest rows of a row, and those within a radius, by a tree of halved boxes (Bentley 1975).

use super::points::{Points, squared};
use rayon::prelude::*;

/// Rows in a leaf: fewer are not worth a branch.
const LEAF: usize = 12;

/// Points in a tree of boxes; distances are Euclidean.
pub struct Neighbours<'a> {
    points: &'a Points,
    rows: Vec<usize>,
    root: Node,
}

enum Node {
    Leaf { from: usize, until: usize },
    Split { column: usize, low: f64, high: f64, below: Box<Node>, above: Box<Node> },
}

impl<'a> Neighbours<'a> {
    /// The tree of points.
    pub fn new(points: &'a Points) -> Self {
        let mut rows: Vec<usize> = (0..points.len()).collect();
        let until = rows.len();
        let root = build(points, &mut rows, 0, until);
        Neighbours { points, rows, root }
    }

    /// The `k` nearest rows to a place, the nearest first, each with its squared distance; of rows as near the earlier. A row
    /// `but` is left out.
    pub fn nearest(&self, place: &[f64], k: usize, but: Option<usize>) -> Vec<(usize, f64)> {
        let mut found: Vec<(usize, f64)> = Vec::with_capacity(k + 1);
        if k > 0 {
            self.look(&self.root, place, k, but, &mut found);
        }
        found
    }

    /// The rows within a radius of a place, the place's own row among them, each with its squared distance, in the order of
    /// the rows. The radius is compared as its square.
    pub fn within(&self, place: &[f64], radius: f64) -> Vec<(usize, f64)> {
        let mut found = Vec::new();
        self.reach(&self.root, place, radius * radius, &mut found);
        found.sort_unstable_by_key(|near| near.0);
        found
    }

    /// For each row its distance to its `k`-th nearest other row.
    pub fn kth(&self, k: usize) -> Vec<f64> {
        (0..self.points.len())
            .into_par_iter()
            .map(|row| {
                let found = self.nearest(self.points.row(row), k, Some(row));
                found.last().map_or(0.0, |near| near.1.sqrt())
            })
            .collect()
    }

    fn look(&self, node: &Node, place: &[f64], k: usize, but: Option<usize>, found: &mut Vec<(usize, f64)>) {
        match node {
            Node::Leaf { from, until } => {
                for &row in &self.rows[*from..*until] {
                    if Some(row) == but {
                        continue;
                    }
                    let gap = squared(place, self.points.row(row));
                    let last = found.get(k - 1).copied();
                    if last.is_none_or(|(other, far)| gap < far || (gap == far && row < other)) {
                        let at = found.partition_point(|&(other, far)| far < gap || (far == gap && other < row));
                        found.insert(at, (row, gap));
                        found.truncate(k);
                    }
                }
            }
            Node::Split { column, low, high, below, above } => {
                let value = place[*column];
                // The side in which the place lies, or to which it is nearer, first.
                let first_below = value - low < high - value;
                let (near, far, gap) = match first_below {
                    true => (below, above, high - value),
                    false => (above, below, value - low),
                };
                self.look(near, place, k, but, found);
                let open = found.get(k - 1).is_none_or(|&(_, last)| gap <= 0.0 || gap * gap <= last);
                if open {
                    self.look(far, place, k, but, found);
                }
            }
        }
    }

    fn reach(&self, node: &Node, place: &[f64], radius: f64, found: &mut Vec<(usize, f64)>) {
        match node {
            Node::Leaf { from, until } => {
                for &row in &self.rows[*from..*until] {
                    let gap = squared(place, self.points.row(row));
                    if gap <= radius {
                        found.push((row, gap));
                    }
                }
            }
            Node::Split { column, low, high, below, above } => {
                let value = place[*column];
                if value <= *low || (value - low) * (value - low) <= radius {
                    self.reach(below, place, radius, found);
                }
                if value >= *high || (high - value) * (high - value) <= radius {
                    self.reach(above, place, radius, found);
                }
            }
        }
    }
}

/// Halves the rows by their widest column.
fn build(points: &Points, rows: &mut [usize], from: usize, until: usize) -> Node {
    let own = &mut rows[from..until];
    let widest = (0..points.width())
        .map(|column| {
            let values = own.iter().map(|&row| points.row(row)[column]);
            let ends = values.fold((f64::INFINITY, f64::NEG_INFINITY), |(a, b), x| (a.min(x), b.max(x)));
            (column, ends.1 - ends.0)
        })
        .fold((0, 0.0), |best: (usize, f64), this| if this.1 > best.1 { this } else { best });
    if own.len() <= LEAF || widest.1 <= 0.0 {
        return Node::Leaf { from, until };
    }
    let column = widest.0;
    let half = own.len() / 2;
    let order = |a: &usize, b: &usize| points.row(*a)[column].total_cmp(&points.row(*b)[column]).then(a.cmp(b));
    let (left, &mut middle, _) = own.select_nth_unstable_by(half, order);
    let low = left.iter().map(|&row| points.row(row)[column]).fold(f64::NEG_INFINITY, f64::max);
    let high = points.row(middle)[column];
    let below = Box::new(build(points, rows, from, from + half));
    let above = Box::new(build(points, rows, from + half, until));
    Node::Split { column, low, high, below, above }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Chance;

    #[test]
    fn the_tree_finds_what_looking_at_all_finds() {
        let mut chance = Chance::new(5);
        // Rounded, so that there are ties.
        let values = (0..900).map(|_| (chance.normal() * 8.0).round() / 8.0).collect();
        let points = Points::new(values, 3).unwrap();
        let tree = Neighbours::new(&points);
        for row in 0..points.len() {
            let mut all: Vec<(usize, f64)> =
                (0..points.len()).map(|at| (at, squared(points.row(at), points.row(row)))).collect();
            let inside: Vec<_> = all.iter().copied().filter(|near| near.1 <= 0.25).collect();
            assert_eq!(tree.within(points.row(row), 0.5), inside);
            all.retain(|near| near.0 != row);
            all.sort_by(|a, b| a.1.total_cmp(&b.1).then(a.0.cmp(&b.0)));
            assert_eq!(tree.nearest(points.row(row), 7, Some(row)), all[..7]);
        }
    }
}
