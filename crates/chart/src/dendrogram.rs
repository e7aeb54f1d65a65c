//! How clusters join.

use crate::axis::{self, Axis, WIDTH};
use crate::draw::{Anchor, Area, Pen, Picture, Type};
use crate::palette::Paint;
use crate::plot;
use crate::scale::{Scale, sane};
use locale::{Lang, number};

/// A dendrogram with its leaves in rows. Of thousands of leaves the uppermost forty branches are drawn.
///
/// ```
/// let picture = chart::Dendrogram {
///     leaves: vec!["Mon".into(), "Tue".into(), "Sat".into()],
///     merges: vec![chart::Merge { left: 0, right: 1, height: 1.0 }, chart::Merge { left: 2, right: 3, height: 4.0 }],
///     cut: Some(2.0),
///     ..chart::Dendrogram::default()
/// };
/// assert!(picture.svg(locale::Lang::En).contains("Sat"));
/// ```
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Dendrogram {
    /// What it is, for who cannot see it.
    pub title: String,
    /// The level axis: the height at which clusters join.
    pub axis: Axis,
    /// The names of the cases.
    pub leaves: Vec<String>,
    /// What joins, lowest first.
    pub merges: Vec<Merge>,
    /// Where the tree is cut: what joins below is one cluster, with one colour.
    pub cut: Option<f64>,
    /// The words in the picture.
    pub words: DendrogramWords,
}

/// A join: below the number of leaves an index is a leaf's, from there on that of an earlier merge (the first merge is
/// `leaves.len()`).
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub struct Merge {
    /// One side.
    pub left: usize,
    /// The other.
    pub right: usize,
    /// The distance at which they join.
    pub height: f64,
}

/// The words of a [`Dendrogram`].
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct DendrogramWords {
    /// "cut", over its line.
    pub cut: String,
    /// "cases", after the number of those that a branch holds.
    pub cases: String,
}

const MOST: usize = 40;
const ROW: f64 = 16.0;
const TOP: f64 = 24.0;

/// A node that is drawn: where it stands, and the cluster that it lies in.
struct Placed {
    y: f64,
    x: f64,
}

impl Dendrogram {
    /// The picture, 680 wide.
    pub fn svg(&self, lang: Lang) -> String {
        let mut picture = Picture::default();
        let sizes = self.sizes();
        let roots = self.roots();
        let open = self.opened(&roots);
        let rows = self.rows(&roots, &open);
        let label = |node: usize| match self.leaves.get(node) {
            Some(name) => name.clone(),
            None => {
                let n = number(lang, sizes.get(node).copied().unwrap_or(0) as f64, 0);
                format!("{n} {}", self.words.cases).trim().to_owned()
            }
        };
        let widest = rows.iter().map(|&node| Type::SMALL.width(&label(node))).fold(0.0, f64::max).min(230.0);
        let (left, right) = (widest + 16.0, WIDTH - 18.0);
        let heights = self.merges.iter().map(|m| m.height).chain(self.cut).chain([0.0]);
        let scale = Scale::over(heights, 6.0, left, right);
        let foot = TOP + rows.len() as f64 * ROW + 4.0;
        axis::columns(&mut picture, &scale, (TOP - 4.0, foot));
        let mut places: Vec<Option<Placed>> = Vec::new();
        places.resize_with(self.leaves.len() + self.merges.len(), || None);
        let clusters = self.clusters(&roots, &open);
        let paint = |node: usize| clusters.get(node).copied().flatten().map_or(Paint::Muted, plot::hue);
        for (at, &node) in rows.iter().enumerate() {
            let y = TOP + (at as f64 + 0.5) * ROW;
            let name = Type::SMALL.fit(&label(node), widest);
            picture.text((left - 6.0, y + 4.0), Anchor::End, Type::SMALL.paint(Paint::Ink), &name);
            let x = scale.at(self.height(node).unwrap_or(0.0));
            if node >= self.leaves.len() {
                // A branch that is not opened: a wedge as long as its own height.
                let d = crate::draw::closed(&[(left, y - 5.0), (left, y + 5.0), (x.max(left + 2.0), y)]);
                picture.veil(&d, paint(node), 0.5);
            }
            if let Some(place) = places.get_mut(node) {
                *place = Some(Placed { y, x });
            }
        }
        for (at, merge) in self.merges.iter().enumerate() {
            let node = self.leaves.len() + at;
            if !open.get(node).copied().unwrap_or(false) {
                continue;
            }
            let get = |of: usize| places.get(of).and_then(Option::as_ref).map(|p| (p.x, p.y));
            let (Some(one), Some(other)) = (get(merge.left), get(merge.right)) else { continue };
            let x = scale.at(sane(merge.height).unwrap_or(0.0));
            for (child, end) in [(merge.left, one), (merge.right, other)] {
                picture.line(end, (x, end.1), Pen::new(paint(child), 1.4));
            }
            picture.line((x, one.1), (x, other.1), Pen::new(paint(node), 1.4));
            if let Some(place) = places.get_mut(node) {
                *place = Some(Placed { y: (one.1 + other.1) / 2.0, x });
            }
        }
        if let Some(cut) = self.cut.and_then(sane) {
            let x = scale.at(cut);
            picture.line((x, TOP - 6.0), (x, foot), Pen::new(Paint::Ink, 1.2).dash("5 4"));
            let word = Type::SMALL.fit(&self.words.cut, 200.0);
            let half = Type::SMALL.width(&word) / 2.0 + 2.0;
            let style = Type::SMALL.paint(Paint::Ink);
            picture.text((x.clamp(half, WIDTH - half), TOP - 10.0), Anchor::Middle, style, &word);
        }
        picture.line((left, foot), (right, foot), Pen::new(Paint::Muted, 1.0));
        let outer = Area { x: 4.0, y: foot, w: WIDTH - 8.0, h: 40.0 };
        axis::level(&mut picture, lang, &scale, foot, outer, &self.axis);
        let said: Vec<String> = rows.iter().map(|&node| label(node)).collect();
        picture.finish((WIDTH, foot + 38.0), &self.title, &said.join("; "))
    }

    fn children(&self, node: usize) -> Option<(usize, usize)> {
        let merge = self.merges.get(node.checked_sub(self.leaves.len())?)?;
        // Only what was made before can be joined: no circle can arise.
        (merge.left < node && merge.right < node && merge.left != merge.right)
            .then_some((merge.left, merge.right))
    }

    fn height(&self, node: usize) -> Option<f64> {
        self.merges.get(node.checked_sub(self.leaves.len())?).and_then(|m| sane(m.height))
    }

    fn sizes(&self) -> Vec<usize> {
        let mut sizes = vec![1_usize; self.leaves.len()];
        for at in 0..self.merges.len() {
            let size = |of: usize| sizes.get(of).copied().unwrap_or(0);
            let sum =
                self.children(self.leaves.len() + at).map_or(0, |(a, b)| size(a).saturating_add(size(b)));
            sizes.push(sum);
        }
        sizes
    }

    /// What nothing joins: the root, or several where merges are missing.
    fn roots(&self) -> Vec<usize> {
        let mut free = vec![true; self.leaves.len() + self.merges.len()];
        for node in self.leaves.len()..free.len() {
            if let Some((a, b)) = self.children(node) {
                for child in [a, b] {
                    if let Some(free) = free.get_mut(child) {
                        *free = false;
                    }
                }
            } else if let Some(free) = free.get_mut(node) {
                *free = false;
            }
        }
        let all = free.iter().enumerate().filter(|(_, free)| **free).map(|(node, _)| node);
        all.rev().take(MOST).collect()
    }

    /// Which merges are drawn: the highest ones from the roots down, until there are as many rows as fit.
    fn opened(&self, roots: &[usize]) -> Vec<bool> {
        let mut open = vec![false; self.leaves.len() + self.merges.len()];
        let mut edge: Vec<usize> = roots.to_vec();
        while edge.len() < MOST {
            let highest =
                edge.iter().enumerate().filter(|(_, node)| self.children(**node).is_some()).max_by(|a, b| {
                    self.height(*a.1).unwrap_or(0.0).total_cmp(&self.height(*b.1).unwrap_or(0.0))
                });
            let Some((at, node)) = highest.map(|(at, node)| (at, *node)) else { break };
            edge.swap_remove(at);
            // A node that two merges claim is drawn under the first only.
            if open.get(node).copied().unwrap_or(true) {
                continue;
            }
            if let Some(open) = open.get_mut(node) {
                *open = true;
            }
            if let Some((a, b)) = self.children(node) {
                edge.extend([a, b]);
            }
        }
        open
    }

    /// The nodes that stand in rows, in the tree's order.
    fn rows(&self, roots: &[usize], open: &[bool]) -> Vec<usize> {
        let (mut rows, mut stack) = (Vec::new(), roots.to_vec());
        let mut seen = vec![false; open.len()];
        while let Some(node) = stack.pop() {
            if std::mem::replace(seen.get_mut(node).unwrap_or(&mut true), true) {
                continue;
            }
            match self.children(node).filter(|_| open.get(node).copied().unwrap_or(false)) {
                Some((a, b)) => stack.extend([b, a]),
                None => rows.push(node),
            }
        }
        rows
    }

    /// The cluster of every node that is drawn: what lies under the cut, numbered from the top.
    fn clusters(&self, roots: &[usize], open: &[bool]) -> Vec<Option<usize>> {
        let mut found = vec![None; open.len()];
        let Some(cut) = self.cut.and_then(sane) else { return found };
        let (mut next, mut stack) = (0, roots.iter().map(|root| (*root, None)).collect::<Vec<_>>());
        let mut seen = vec![false; open.len()];
        while let Some((node, above)) = stack.pop() {
            if std::mem::replace(seen.get_mut(node).unwrap_or(&mut true), true) {
                continue;
            }
            let own = above.or_else(|| {
                (self.height(node).unwrap_or(0.0) <= cut).then(|| {
                    next += 1;
                    next - 1
                })
            });
            if let Some(place) = found.get_mut(node) {
                *place = own;
            }
            if let Some((a, b)) = self.children(node).filter(|_| open.get(node).copied().unwrap_or(false)) {
                stack.extend([(b, own), (a, own)]);
            }
        }
        found
    }
}
