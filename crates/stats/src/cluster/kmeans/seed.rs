//! Where centres begin: far from each other, by chance.

use super::super::points::{Points, squared};
use crate::Chance;

/// `k` rows as first centres, each drawn with a probability in proportion to its squared distance from those drawn before;
/// of a few draws the one that leaves the least is taken (Arthur and Vassilvitskii 2007, the greedy form).
pub fn plus_plus(points: &Points, k: usize, chance: &mut Chance) -> Points {
    let n = points.len();
    let draws = 2 + (k as f64).ln().max(0.0) as usize;
    let mut chosen = vec![chance.below(n)];
    let first = points.row(chosen[0]);
    let mut gaps: Vec<f64> = points.rows().map(|row| squared(row, first)).collect();
    while chosen.len() < k {
        let total: f64 = gaps.iter().sum();
        if total <= 0.0 {
            break;
        }
        let mut best: Option<(f64, usize, Vec<f64>)> = None;
        for _ in 0..draws {
            let at = draw(&gaps, total * chance.uniform());
            let centre = points.row(at);
            let next: Vec<f64> =
                points.rows().zip(&gaps).map(|(row, &gap)| squared(row, centre).min(gap)).collect();
            let left: f64 = next.iter().sum();
            if best.as_ref().is_none_or(|(least, ..)| left < *least) {
                best = Some((left, at, next));
            }
        }
        if let Some((_, at, next)) = best {
            chosen.push(at);
            gaps = next;
        }
    }
    points.pick(&chosen)
}

/// The row at which the running sum of weights passes `mark`; never one of weight nought.
fn draw(weights: &[f64], mut mark: f64) -> usize {
    let mut last = 0;
    for (at, &weight) in weights.iter().enumerate() {
        if weight > 0.0 {
            last = at;
            if mark < weight {
                break;
            }
            mark -= weight;
        }
    }
    last
}
