//! A tree from left to right: business goal → goal → task.

use crate::draw::{Anchor, Area, Pen, Picture, Type, rounded};
use crate::palette::Paint;
use locale::Lang;

const WIDTH: f64 = 1000.0;
const GAP: f64 = 40.0;
const BETWEEN: f64 = 9.0;
/// Deeper levels are not drawn; no document has so many.
const DEEPEST: usize = 12;

/// What serves what.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Tree {
    /// What it is, for who cannot see it.
    pub title: String,
    /// From top to bottom.
    pub roots: Vec<Node>,
}

/// A card and what stands to its right.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Node {
    /// Its name, in at most four lines.
    pub label: String,
    /// What kind of thing it is, over the name: "goal".
    pub kind_word: String,
    /// Under the name, in at most two lines: its horizon, its owner.
    pub note: String,
    /// Its edge.
    pub tone: Tone,
    /// What serves it.
    pub children: Vec<Node>,
}

/// How a card's edge is drawn; the word that goes with it belongs into the note.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Tone {
    /// Grey.
    #[default]
    Plain,
    /// What the eye should begin with.
    Accent,
    /// Under threat.
    Risk,
    /// Wrong.
    Bad,
}

struct Placed<'a> {
    node: &'a Node,
    area: Area,
    label: Vec<String>,
    note: Vec<String>,
    parent: Option<usize>,
}

impl Tree {
    /// The picture, 1000 wide (wider from five levels on); its height grows.
    pub fn svg(&self, _lang: Lang) -> String {
        let levels = self.roots.iter().map(depth).max().unwrap_or(1) as f64;
        let card = ((WIDTH - 4.0 - GAP * (levels - 1.0)) / levels).clamp(176.0, 306.0);
        let width = (levels * card + (levels - 1.0) * GAP + 4.0).max(WIDTH);
        let mut placed = Vec::new();
        let mut y = 2.0;
        for root in &self.roots {
            y += place(root, None, 0, y, card, &mut placed) + BETWEEN * 2.0;
        }
        let height = (y - BETWEEN * 2.0 + 2.0).max(20.0);

        let mut picture = Picture::default();
        for child in &placed {
            if let Some(parent) = child.parent.and_then(|at| placed.get(at)) {
                let (a, b) = (parent.area, child.area);
                let (from, to) = ((a.x + a.w, a.y + a.h / 2.0), (b.x, b.y + b.h / 2.0));
                let middle = from.0 + GAP / 2.0;
                let points = if (from.1 - to.1).abs() < 0.5 {
                    vec![from, to]
                } else {
                    vec![from, (middle, from.1), (middle, to.1), to]
                };
                picture.path(&rounded(&points, 5.0), None, Some(Pen::new(Paint::Muted, 1.2)));
            }
        }
        for at in &placed {
            at.draw(&mut picture);
        }
        let said: Vec<String> = self.roots.iter().map(said).collect();
        picture.finish((width, height), &self.title, &said.join("; "))
    }
}

fn depth(node: &Node) -> usize {
    let mut level: Vec<&Node> = vec![node];
    let mut depth = 0;
    while !level.is_empty() && depth < DEEPEST {
        depth += 1;
        level = level.into_iter().flat_map(|node| &node.children).collect();
    }
    depth
}

fn said(node: &Node) -> String {
    let children: Vec<&str> = node.children.iter().map(|child| child.label.as_str()).collect();
    if children.is_empty() { node.label.clone() } else { format!("{}: {}", node.label, children.join(", ")) }
}

/// Places a node and what is under it from `y` down; returns the height taken.
fn place<'a>(
    node: &'a Node,
    parent: Option<usize>,
    level: usize,
    y: f64,
    w: f64,
    placed: &mut Vec<Placed<'a>>,
) -> f64 {
    let label = Type::BODY.bold().balanced(&node.label, w - 22.0, 4);
    let note = Type::SMALL.wrap(&node.note, w - 22.0, 2);
    let kind = if node.kind_word.is_empty() { 0.0 } else { 14.0 };
    let h = 16.0 + kind + 15.0 * label.len() as f64 + 14.0 * note.len() as f64;
    let area = Area { x: 2.0 + level as f64 * (w + GAP), y, w, h };
    let me = placed.len();
    placed.push(Placed { node, area, label, note, parent });
    let mut taken = 0.0;
    if level + 1 < DEEPEST {
        for child in &node.children {
            taken += place(child, Some(me), level + 1, y + taken, w, placed) + BETWEEN;
        }
    }
    let taken = if taken > 0.0 { taken - BETWEEN } else { 0.0 };
    if taken < h {
        // The children stand in the middle of a card that is higher than all of them.
        placed[me + 1..].iter_mut().for_each(|under| under.area.y += (h - taken) / 2.0);
    } else {
        placed[me].area.y = y + (taken - h) / 2.0;
    }
    taken.max(h)
}

impl Placed<'_> {
    fn draw(&self, picture: &mut Picture) {
        let Area { x, y, h, .. } = self.area;
        let edge = match self.node.tone {
            Tone::Plain => Paint::Muted,
            Tone::Accent => Paint::Accent,
            Tone::Risk => Paint::Risk,
            Tone::Bad => Paint::Bad,
        };
        picture.rect(self.area, 3.0, Some(Paint::Card), Some(Pen::new(Paint::Grid, 1.2)));
        picture.rect(Area { x, y, w: 4.0, h }, 1.5, Some(edge), None);
        let (x, mut y) = (x + 13.0, y + 19.0);
        if !self.node.kind_word.is_empty() {
            let kind = Type { size: 10.5, ..Type::SMALL };
            picture.text(
                (x, y - 1.0),
                Anchor::Start,
                kind,
                &kind.fit(&self.node.kind_word, self.area.w - 22.0),
            );
            y += 14.0;
        }
        let style = Type::BODY.bold();
        picture.lines((x, y), Anchor::Start, style, &self.label);
        y += style.leading() * self.label.len() as f64;
        picture.lines((x, y), Anchor::Start, Type::SMALL, &self.note);
    }
}
