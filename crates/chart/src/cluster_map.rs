//! Clusters on two components.

use crate::axis::{Axis, Plane, WIDTH};
use crate::draw::{Area, Pen, Picture, Type, closed};
use crate::key::{self, Sign};
use crate::place::Room;
use crate::plot;
use crate::scatter::Cloud;
use locale::{Lang, number};

/// Clusters as clouds on two components, each with its outline and its name.
///
/// ```
/// let cluster = chart::Cloud { name: "Readers".into(), points: vec![(0.0, 0.0), (1.0, 0.2), (0.4, 1.0)] };
/// let picture = chart::ClusterMap { clusters: vec![cluster], ..chart::ClusterMap::default() };
/// assert!(picture.svg(locale::Lang::En).contains("Readers"));
/// ```
#[derive(Debug, Clone, PartialEq, Default)]
pub struct ClusterMap {
    /// What it is, for who cannot see it.
    pub title: String,
    /// The level axis: the first component and its share.
    pub x: Axis,
    /// The upright axis: the second.
    pub y: Axis,
    /// The clusters, the first five told apart by colour.
    pub clusters: Vec<Cloud>,
    /// How a cluster is outlined.
    pub outline: Outline,
}

/// How a cluster is outlined.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Outline {
    /// The ellipse that would hold 80 % of a normal cluster.
    #[default]
    Ellipse,
    /// The hull of all its points.
    Hull,
}

impl ClusterMap {
    /// The picture, 680 wide.
    pub fn svg(&self, lang: Lang) -> String {
        let mut picture = Picture::default();
        let outer = Area { x: 4.0, y: 0.0, w: WIDTH - 8.0, h: 420.0 };
        let outlines: Vec<Vec<(f64, f64)>> = self.clusters.iter().map(|c| self.outline(&c.points)).collect();
        let all = || self.clusters.iter().flat_map(|c| &c.points).chain(outlines.iter().flatten());
        let xs = all().map(|p| p.0);
        let plane = Plane::draw(&mut picture, lang, outer, (&self.x, &self.y), xs, all().map(|p| p.1));
        let total = self.clusters.iter().map(|c| c.points.len()).sum();
        for (at, cluster) in self.clusters.iter().enumerate() {
            plot::cloud(
                &mut picture,
                &plane.all(cluster.points.iter().copied()),
                at,
                total,
                plot::cell(self.clusters.len()),
            );
        }
        let mut room = Room::new(plane.area);
        for (at, (cluster, outline)) in self.clusters.iter().zip(&outlines).enumerate().take(20) {
            let line = plane.all(outline.iter().copied());
            if line.len() > 2 {
                picture.path(&closed(&line), None, Some(Pen::new(plot::hue(at), 1.5)));
            }
            let points = plane.all(cluster.points.iter().copied());
            if points.is_empty() {
                continue;
            }
            let n = points.len() as f64;
            let middle =
                (points.iter().map(|p| p.0).sum::<f64>() / n, points.iter().map(|p| p.1).sum::<f64>() / n);
            plot::dot(&mut picture, middle, 6.0, at, 1.0);
            let name = Type::HEAD.fit(&cluster.name, 200.0);
            room.label(&mut picture, middle, 9.0, Type::HEAD, &name);
        }
        let named = self.clusters.iter().enumerate().filter(|(_, c)| !c.name.is_empty()).take(20);
        let entries: Vec<_> = named
            .map(|(at, c)| {
                (
                    Sign::Dot(at),
                    format!("{} (n\u{a0}=\u{a0}{})", c.name, number(lang, c.points.len() as f64, 0)),
                )
            })
            .collect();
        let height = 424.0 + key::draw(&mut picture, &entries, (plane.area.x, 434.0), WIDTH - 8.0);
        let said = plot::described(self.clusters.iter().map(|c| (c.name.clone(), c.points.len())));
        picture.finish((WIDTH, height), &self.title, &said)
    }

    fn outline(&self, points: &[(f64, f64)]) -> Vec<(f64, f64)> {
        let points: Vec<_> =
            points.iter().copied().filter(|p| p.0.abs() < 1e70 && p.1.abs() < 1e70).collect();
        if points.len() < 3 {
            return Vec::new();
        }
        match self.outline {
            Outline::Ellipse => ellipse(&points),
            Outline::Hull => hull(points),
        }
    }
}

/// The ellipse of a cloud's means and covariances; χ² with two degrees of freedom is below 3.219 with probability 0.8.
fn ellipse(points: &[(f64, f64)]) -> Vec<(f64, f64)> {
    let n = points.len() as f64;
    let (mx, my) = (points.iter().map(|p| p.0).sum::<f64>() / n, points.iter().map(|p| p.1).sum::<f64>() / n);
    let over =
        |f: &dyn Fn(f64, f64) -> f64| points.iter().map(|p| f(p.0 - mx, p.1 - my)).sum::<f64>() / (n - 1.0);
    let (xx, yy, xy) = (over(&|x, _| x * x), over(&|_, y| y * y), over(&|x, y| x * y));
    // The Cholesky root of the covariances takes the circle to the ellipse.
    let a = xx.max(0.0).sqrt();
    let b = if a > 0.0 { xy / a } else { 0.0 };
    let c = (yy - b * b).max(0.0).sqrt();
    let r = 3.219_f64.sqrt();
    let at = |step: i32| {
        let (sin, cos) = (f64::from(step) * std::f64::consts::TAU / 64.0).sin_cos();
        (mx + r * a * cos, my + r * (b * cos + c * sin))
    };
    (0..64).map(at).collect()
}

/// The convex hull, by Andrew's monotone chain.
fn hull(mut points: Vec<(f64, f64)>) -> Vec<(f64, f64)> {
    points.sort_by(|a, b| a.0.total_cmp(&b.0).then(a.1.total_cmp(&b.1)));
    let half = |points: &mut dyn Iterator<Item = (f64, f64)>| {
        let mut chain: Vec<(f64, f64)> = Vec::new();
        for p in points {
            while let [.., a, b] = chain.as_slice()
                && (b.0 - a.0) * (p.1 - a.1) - (b.1 - a.1) * (p.0 - a.0) <= 0.0
            {
                chain.pop();
            }
            chain.push(p);
        }
        chain.pop();
        chain
    };
    let mut around = half(&mut points.iter().copied());
    around.extend(half(&mut points.iter().rev().copied()));
    around
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_hull_leaves_out_what_is_inside() {
        let square = vec![(0.0, 0.0), (2.0, 0.0), (1.0, 1.0), (2.0, 2.0), (0.0, 2.0)];
        assert_eq!(hull(square), [(0.0, 0.0), (2.0, 0.0), (2.0, 2.0), (0.0, 2.0)]);
    }

    #[test]
    fn an_ellipse_leans_as_its_cloud() {
        let points: Vec<_> = (0..20).map(|i| (f64::from(i), f64::from(i) + f64::from(i % 3))).collect();
        let made = ellipse(&points);
        let right = made.iter().copied().max_by(|a, b| a.0.total_cmp(&b.0)).unwrap();
        assert!(right.1 > 12.0, "{right:?}");
    }
}
