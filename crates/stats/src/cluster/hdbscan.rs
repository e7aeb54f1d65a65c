//! HDBSCAN: of all densities at which clusters could be told apart, for each cluster the one at which it lasts.
//!
//! R. J. G. B. Campello, D. Moulavi, A. Zimek and J. Sander (2015), *Hierarchical density estimates for data clustering,
//! visualization, and outlier detection*. The outlier scores are theirs, too (GLOSH).

use super::hierarchical::{Linkage, Tree, foot, prim, root};
use super::neighbours::Neighbours;
use super::points::{Metric, NOISE, Points};
use crate::{Error, Result};

/// What HDBSCAN found.
#[derive(Debug, Clone, PartialEq)]
pub struct Hdbscan {
    /// For each row its cluster, from 0, or [`NOISE`].
    pub labels: Vec<u32>,
    /// For each row how firmly it belongs: 1 − (its core distance) ÷ (the greatest of its cluster); nought for noise.
    pub membership: Vec<f64>,
    /// For each row how far out it lies, from 0 to 1 (GLOSH).
    pub outlier: Vec<f64>,
    /// The stability of each cluster: over its rows, how long (in 1 ÷ distance) each stayed in it.
    pub stability: Vec<f64>,
    /// How far each row's `least − 1`-th neighbour is.
    pub core: Vec<f64>,
    /// The tree of single linkage by mutual reachability.
    pub tree: Tree,
    /// The least number of rows of a cluster and of a neighbourhood, its own row counted.
    pub least: usize,
}

/// A cluster of the condensed tree.
#[derive(Debug, Clone, Default)]
struct Node {
    /// The distance at which it parted from its sister.
    birth: f64,
    /// The distance at which it falls in two, or at which the last two rows part.
    death: f64,
    /// The rows that leave it one by one, and at what distance.
    leaves: Vec<(usize, f64)>,
    children: Option<(usize, usize)>,
    /// How many rows it passes on to its children.
    passed: usize,
}

/// HDBSCAN with clusters of at least so many rows. Memory is in proportion to the rows, time to their square.
///
/// # Errors
/// Fewer rows than a cluster needs; a cluster of fewer than two.
pub fn hdbscan(points: &Points, least: usize) -> Result<Hdbscan> {
    let n = points.len();
    if least < 2 {
        return Err(Error::Choice { name: "min_points", value: least.to_string(), allowed: "≥ 2".into() });
    }
    if n < least {
        return Err(Error::TooFew { what: "rows", have: n, need: least });
    }
    let core = Neighbours::new(points).kth(least - 1);
    let apart = |a: usize, b: usize| {
        Metric::Euclidean.distance(points.row(a), points.row(b)).max(core[a]).max(core[b])
    };
    let mut edges = prim(n, apart);
    edges.sort_by(|a, b| a.2.total_cmp(&b.2));
    let tree = joined(n, &edges)?;
    let nodes = condense(&tree, least);
    let chosen = choose(&nodes);
    let labels = label(&nodes, &chosen, n);
    let membership = membership(&labels, &core, chosen.len());
    let outlier = glosh(&nodes, n);
    let stability = chosen.iter().map(|&node| stability(&nodes[node])).collect();
    Ok(Hdbscan { labels, membership, outlier, stability, core, tree, least })
}

/// The tree of edges, the shortest first; the row that came stands left of the one it came to.
fn joined(n: usize, edges: &[(usize, usize, f64)]) -> Result<Tree> {
    let mut head: Vec<usize> = (0..n).collect();
    let mut step: Vec<Option<usize>> = vec![None; n];
    let mut merge = Vec::with_capacity(edges.len());
    for (number, &(from, to, gap)) in edges.iter().enumerate() {
        if !gap.is_finite() {
            return Err(Error::Infinite { column: "distance".to_owned(), row: from });
        }
        let name = |row: usize| step[row].map_or(-(row as i64) - 1, |step| step as i64 + 1);
        let (a, b) = (root(&mut head, from), root(&mut head, to));
        merge.push((name(a), name(b)));
        head[a.max(b)] = a.min(b);
        step[a.min(b)] = Some(number);
    }
    let height = edges.iter().map(|edge| edge.2).collect();
    let order = foot(&merge);
    Ok(Tree { merge, height, order, linkage: Linkage::Single })
}

/// From the last merge down: a cluster falls in two where both sides have rows enough, otherwise it loses those of the lesser
/// side.
fn condense(tree: &Tree, least: usize) -> Vec<Node> {
    let steps = tree.merge.len();
    let mut sizes = vec![0usize; steps];
    for (step, &(left, right)) in tree.merge.iter().enumerate() {
        let size = |name: i64| if name < 0 { 1 } else { sizes[name as usize - 1] };
        sizes[step] = size(left) + size(right);
    }
    let top = tree.height.last().copied().unwrap_or(0.0);
    let mut nodes = vec![Node { birth: top, death: top, ..Node::default() }];
    let mut owner = vec![0usize; steps];
    for step in (0..steps).rev() {
        let ((left, right), own, height) = (tree.merge[step], owner[step], tree.height[step]);
        let fallen = nodes[own].children.is_some();
        // What is left over of a cluster that has fallen in two leaves at the height of its fall.
        let leave = if fallen { nodes[own].death } else { height };
        let big = |name: i64| name > 0 && sizes[name as usize - 1] >= least;
        if left > 0 && right > 0 && big(left) && big(right) {
            nodes[own].death = height;
            nodes[own].passed = sizes[step];
            let first = nodes.len();
            nodes[own].children = Some((first, first + 1));
            for (name, node) in [(left, first), (right, first + 1)] {
                let below = name as usize - 1;
                owner[below] = node;
                nodes.push(Node { birth: height, death: tree.height[below], ..Node::default() });
            }
            continue;
        }
        for name in [left, right] {
            if name > 0 {
                owner[name as usize - 1] = own;
            } else {
                nodes[own].leaves.push(((-name - 1) as usize, leave));
            }
        }
        if left < 0 && right < 0 && !fallen {
            nodes[own].death = nodes[own].death.min(height);
        }
    }
    nodes
}

fn stability(node: &Node) -> f64 {
    let born = 1.0 / node.birth;
    let leaves: f64 = node.leaves.iter().map(|&(_, gap)| 1.0 / gap - born).sum();
    let passed = node.passed as f64;
    leaves + if node.passed > 0 { passed / node.death - passed * born } else { 0.0 }
}

/// The clusters that together last longest, the whole never being one: a cluster stands for itself where it lasts no less
/// than those below it together.
fn choose(nodes: &[Node]) -> Vec<usize> {
    if nodes.len() == 1 {
        return Vec::new();
    }
    let mut best: Vec<f64> = nodes.iter().map(stability).collect();
    let mut own = vec![true; nodes.len()];
    for (at, node) in nodes.iter().enumerate().rev() {
        if let Some((left, right)) = node.children {
            let below = best[left] + best[right];
            if at == 0 || best[at] < below {
                own[at] = false;
                best[at] = below;
            }
        }
    }
    let (mut chosen, mut open) = (Vec::new(), vec![0]);
    while let Some(at) = open.pop() {
        match nodes[at].children {
            _ if own[at] => chosen.push(at),
            Some((left, right)) => open.extend([right, left]),
            None => {}
        }
    }
    chosen
}

fn below(nodes: &[Node], node: usize) -> Vec<usize> {
    let (mut all, mut open) = (Vec::new(), vec![node]);
    while let Some(at) = open.pop() {
        all.push(at);
        if let Some((left, right)) = nodes[at].children {
            open.extend([right, left]);
        }
    }
    all
}

fn label(nodes: &[Node], chosen: &[usize], n: usize) -> Vec<u32> {
    let mut labels = vec![NOISE; n];
    for (number, &node) in chosen.iter().enumerate() {
        for at in below(nodes, node) {
            nodes[at].leaves.iter().for_each(|&(row, _)| labels[row] = number as u32);
        }
    }
    labels
}

fn membership(labels: &[u32], core: &[f64], clusters: usize) -> Vec<f64> {
    let mut most = vec![0.0f64; clusters];
    for (&label, &core) in labels.iter().zip(core) {
        if let Some(most) = most.get_mut(label as usize) {
            *most = most.max(core);
        }
    }
    let one = |(&label, &core): (&u32, &f64)| match most.get(label as usize) {
        Some(&most) if most > 0.0 => (most - core) / most,
        // A cluster of one point many times over: all its rows belong.
        Some(_) => 1.0,
        None => 0.0,
    };
    labels.iter().zip(core).map(one).collect()
}

/// 1 − (the distance at which the densest cluster below ends) ÷ (the distance at which the row leaves).
fn glosh(nodes: &[Node], n: usize) -> Vec<f64> {
    let mut scores = vec![0.0; n];
    for (at, node) in nodes.iter().enumerate() {
        let ends = below(nodes, at).into_iter().filter(|&at| nodes[at].children.is_none());
        let densest = ends.map(|at| nodes[at].death).fold(f64::INFINITY, f64::min);
        for &(row, gap) in &node.leaves {
            scores[row] = if gap > 0.0 { 1.0 - densest / gap } else { 0.0 };
        }
    }
    scores
}
