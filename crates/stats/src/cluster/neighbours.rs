//! The nearest rows of a row, and those within a radius, by a tree of boxes.
//!
//! Bentley's tree (1975), a box halved along its longest side, the cut slid to the rows where one half would be empty
//! (Maneewongvatana and Mount 1999).

use super::points::{Points, squared};
use rayon::prelude::*;

/// Rows in a leaf: fewer are not worth a branch.
const LEAF: usize = 10;

/// Points in a tree of boxes; distances are Euclidean.
pub struct Neighbours<'a> {
    points: &'a Points,
    rows: Vec<usize>,
    root: Node,
}

enum Node {
    Leaf {
        from: usize,
        until: usize,
    },
    /// A box that reaches from `low` to `high` in a column, cut there at `cut`.
    Split {
        column: usize,
        cut: f64,
        low: f64,
        high: f64,
        below: Box<Node>,
        above: Box<Node>,
    },
}

impl<'a> Neighbours<'a> {
    /// The tree of points.
    pub fn new(points: &'a Points) -> Self {
        let mut rows: Vec<usize> = (0..points.len()).collect();
        let mut sides: Vec<(f64, f64)> =
            (0..points.width()).map(|column| ends(points, &rows, column)).collect();
        let root = build(points, &mut rows, 0, &mut sides);
        Neighbours { points, rows, root }
    }

    /// The `k` nearest rows to a place, the nearest first, each with its squared distance; of rows as near the earlier. A row
    /// `but` is left out.
    pub fn nearest(&self, place: &[f64], k: usize, but: Option<usize>) -> Vec<(usize, f64)> {
        let mut found: Vec<(usize, f64)> = Vec::with_capacity(k + 1);
        if k > 0 {
            self.look(&self.root, place, k, but, 0.0, &mut found);
        }
        found
    }

    /// The rows within a radius, given as its square, of a place, the place's own row among them, each with its squared
    /// distance, in the order of the tree.
    pub fn within(&self, place: &[f64], square: f64) -> Vec<(usize, f64)> {
        let mut found = Vec::new();
        self.reach(&self.root, place, square, 0.0, &mut found);
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

    /// `apart` is the squared distance of the place from the node's box.
    fn look(
        &self,
        node: &Node,
        place: &[f64],
        k: usize,
        but: Option<usize>,
        apart: f64,
        found: &mut Vec<(usize, f64)>,
    ) {
        match node {
            Node::Leaf { from, until } => {
                for &row in &self.rows[*from..*until] {
                    if Some(row) == but {
                        continue;
                    }
                    let gap = squared(place, self.points.row(row));
                    let last = found.get(k - 1).copied();
                    if last.is_none_or(|(other, far)| gap < far || (gap == far && row < other)) {
                        let at =
                            found.partition_point(|&(other, far)| far < gap || (far == gap && other < row));
                        found.insert(at, (row, gap));
                        found.truncate(k);
                    }
                }
            }
            Node::Split { .. } => {
                let Some((near, far, beyond)) = node.sides(place) else { return };
                self.look(near, place, k, but, apart, found);
                // A hair less, for the sum is rounded.
                let apart = apart + beyond;
                if found.get(k - 1).is_none_or(|&(_, last)| apart * (1.0 - 1e-12) <= last) {
                    self.look(far, place, k, but, apart, found);
                }
            }
        }
    }

    fn reach(&self, node: &Node, place: &[f64], square: f64, apart: f64, found: &mut Vec<(usize, f64)>) {
        match node {
            Node::Leaf { from, until } => {
                for &row in &self.rows[*from..*until] {
                    let gap = squared(place, self.points.row(row));
                    if gap <= square {
                        found.push((row, gap));
                    }
                }
            }
            Node::Split { .. } => {
                let Some((near, far, beyond)) = node.sides(place) else { return };
                self.reach(near, place, square, apart, found);
                let apart = apart + beyond;
                if apart * (1.0 - 1e-12) <= square {
                    self.reach(far, place, square, apart, found);
                }
            }
        }
    }
}

impl Node {
    /// The half on whose side the place lies, the other one, and by how much more of squared distance that one is away.
    fn sides(&self, place: &[f64]) -> Option<(&Node, &Node, f64)> {
        let Node::Split { column, cut, low, high, below, above } = self else { return None };
        let (value, gap) = (place[*column], place[*column] - cut);
        let (near, far, outside) = match gap < 0.0 {
            true => (below, above, low - value),
            false => (above, below, value - high),
        };
        // What the box as a whole is away along this column is counted already.
        let outside = outside.max(0.0);
        Some((near, far, gap * gap - outside * outside))
    }
}

/// From where to where some rows reach in a column.
fn ends(points: &Points, rows: &[usize], column: usize) -> (f64, f64) {
    let values = rows.iter().map(|&row| points.row(row)[column]);
    values.fold((f64::INFINITY, f64::NEG_INFINITY), |(low, high), x| (low.min(x), high.max(x)))
}

/// Cuts a box in two, and those again, while there are more rows in it than a leaf holds.
fn build(points: &Points, rows: &mut [usize], from: usize, sides: &mut [(f64, f64)]) -> Node {
    let n = rows.len();
    let length = |side: &(f64, f64)| side.1 - side.0;
    let longest = sides.iter().map(length).fold(0.0, f64::max);
    // Of sides about as long, the one along which the rows are spread most.
    let mut best = (-1.0, 0, (0.0, 0.0));
    if n > LEAF {
        for (column, side) in sides.iter().enumerate() {
            if length(side) >= 0.999 * longest {
                let (low, high) = ends(points, rows, column);
                if high - low > best.0 {
                    best = (high - low, column, (low, high));
                }
            }
        }
    }
    // Rows that are all one stay together.
    if best.0 < 0.0 || (best.0 == 0.0 && longest == 0.0) {
        return Node::Leaf { from, until: from + n };
    }
    let (_, column, (least, most)) = best;
    let (low, high) = sides[column];
    let middle = (low + high) / 2.0;
    let cut = middle.clamp(least, most);
    let (less, no_more) = part(points, rows, column, cut);
    let lower = match () {
        _ if middle < least => 1,
        _ if middle > most => n - 1,
        _ => (n / 2).clamp(less, no_more),
    };
    let (left, right) = rows.split_at_mut(lower);
    sides[column].1 = cut;
    let below = Box::new(build(points, left, from, sides));
    sides[column] = (cut, high);
    let above = Box::new(build(points, right, from + lower, sides));
    sides[column] = (low, high);
    Node::Split { column, cut, low, high, below, above }
}

/// Puts the rows below the cut first and those above it last; how many are below, and how many not above.
fn part(points: &Points, rows: &mut [usize], column: usize, cut: f64) -> (usize, usize) {
    let mut swap = |from: usize, first: &dyn Fn(f64) -> bool| {
        let (mut left, mut right) = (from, rows.len());
        loop {
            while left < rows.len() && first(points.row(rows[left])[column]) {
                left += 1;
            }
            while right > from && !first(points.row(rows[right - 1])[column]) {
                right -= 1;
            }
            if left >= right {
                return left;
            }
            rows.swap(left, right - 1);
            left += 1;
            right -= 1;
        }
    };
    let less = swap(0, &|value| value < cut);
    (less, swap(less, &|value| value <= cut))
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
            let mut met = tree.within(points.row(row), 0.25);
            met.sort_by_key(|near| near.0);
            assert_eq!(met, inside);
            all.retain(|near| near.0 != row);
            all.sort_by(|a, b| a.1.total_cmp(&b.1).then(a.0.cmp(&b.0)));
            assert_eq!(tree.nearest(points.row(row), 7, Some(row)), all[..7]);
        }
    }
}
