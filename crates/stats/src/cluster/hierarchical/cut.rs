//! A tree cut into clusters.

use super::{Tree, root};
use crate::{Error, Result};

/// The labels of so many clusters, numbered from 0 in the order in which the rows name them.
///
/// # Errors
/// No cluster, or more than rows.
pub fn cut(tree: &Tree, k: usize) -> Result<Vec<u32>> {
    if k == 0 || k > tree.rows() {
        return Err(Error::Choice {
            name: "k",
            value: k.to_string(),
            allowed: format!("1 … {}", tree.rows()),
        });
    }
    Ok(label(tree, tree.rows() - k))
}

/// The labels of the clusters that were there below a height.
///
/// # Errors
/// A tree whose heights fall has no clusters at a height.
pub fn cut_at(tree: &Tree, height: f64) -> Result<Vec<u32>> {
    if tree.inverted() {
        return Err(Error::Choice { name: "height", value: height.to_string(), allowed: "k".to_owned() });
    }
    Ok(label(tree, tree.height.partition_point(|&at| at <= height)))
}

fn label(tree: &Tree, steps: usize) -> Vec<u32> {
    let n = tree.rows();
    let mut head: Vec<usize> = (0..n).collect();
    // A row of the cluster that each step made.
    let mut member = Vec::with_capacity(steps);
    for &(left, right) in tree.merge.iter().take(steps) {
        let row = |name: i64| if name < 0 { (-name - 1) as usize } else { member[name as usize - 1] };
        let (a, b) = (row(left), row(right));
        let (a, b) = (root(&mut head, a), root(&mut head, b));
        head[a.max(b)] = a.min(b);
        member.push(a.min(b));
    }
    let mut names = vec![None; n];
    let mut next = 0;
    (0..n)
        .map(|row| {
            *names[root(&mut head, row)].get_or_insert_with(|| {
                next += 1;
                next - 1
            })
        })
        .collect()
}
