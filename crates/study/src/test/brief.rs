//! A group of values in brief: what tables and pictures need of it, however many values there are.

use chart::Histogram;
use stats::describe::{QuantileType, moments, quantile, sorted};
use stats::test::{Groups, Reference};

/// So many values are kept. Four times a whole number and one more: the quartiles of what is kept are then those of all.
const KEPT: usize = 4001;
/// More groups than these are not drawn, so none of their values are kept.
pub(super) const DRAWN: usize = 40;
/// The points of a density.
const STEPS: usize = 120;

/// A group.
pub(super) struct Group {
    pub name: String,
    /// How many values there are.
    pub n: usize,
    pub mean: f64,
    pub sd: f64,
    /// The values in order; of very many their quantiles at even steps from the least to the greatest.
    pub kept: Vec<f64>,
}

impl Group {
    /// Of values of which some may be missing.
    pub fn of(name: &str, values: &[f64]) -> Self {
        let found = moments(name, values).ok();
        let whole = sorted(name, values).unwrap_or_default();
        let n = whole.len();
        let step = |at: usize| quantile(&whole, at as f64 / (KEPT - 1) as f64, QuantileType::Type7);
        let kept = if n > KEPT { (0..KEPT).map(step).collect() } else { whole };
        let of = |pick: fn(&stats::describe::Moments) -> f64| found.as_ref().map_or(f64::NAN, pick);
        Group { name: name.to_owned(), n, mean: of(|found| found.mean), sd: of(|found| found.sd), kept }
    }

    /// All groups of a factor.
    pub fn all(groups: &Groups) -> Vec<Self> {
        let each = groups.names.iter().zip(&groups.values).enumerate();
        each.map(|(at, (name, values))| {
            let mut group = Group::of(name, values);
            if at >= DRAWN {
                group.kept = Vec::new();
            }
            group
        })
        .collect()
    }
}

/// How values lie, with the course of the law that they are held against, if there is one.
pub(super) fn histogram(values: &[f64], law: Option<Reference>) -> Histogram {
    let mut whole = Histogram::of(values);
    let (Some(first), Some(last)) = (whole.bins.first(), whole.bins.last()) else { return whole };
    let count: f64 = whole.bins.iter().map(|bin| bin.count).sum();
    let (low, span) = (first.low, last.high - first.low);
    let area = count * (first.high - first.low);
    let at = |step: usize| low + span * step as f64 / STEPS as f64;
    whole.density = match law {
        Some(law) => (0..=STEPS).map(|step| (at(step), area * density(law, at(step)))).collect(),
        None => Vec::new(),
    };
    whole
}

fn density(law: Reference, x: f64) -> f64 {
    match law {
        Reference::Normal(mean, sd) => stats::dist::Normal.pdf((x - mean) / sd) / sd,
        Reference::Exponential(rate) if x >= 0.0 => rate * (-rate * x).exp(),
        Reference::Uniform(low, high) if (low..=high).contains(&x) => 1.0 / (high - low),
        Reference::Exponential(_) | Reference::Uniform(..) => 0.0,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn of_very_many_values_the_quartiles_and_ends_are_kept() {
        let values: Vec<f64> = (0..100_003).map(|at| f64::from(at * 7919 % 100_003).powi(2)).collect();
        let group = Group::of("x", &values);
        assert_eq!((group.n, group.kept.len()), (100_003, KEPT));
        let whole = sorted("x", &values).expect("there are values");
        for share in [0.0, 0.25, 0.5, 0.75, 1.0] {
            let of = |list: &[f64]| quantile(list, share, QuantileType::Type7);
            assert!((of(&group.kept) - of(&whole)).abs() <= 1e-9 * of(&whole), "{share}");
        }
        let few = Group::of("x", &[3.0, f64::NAN, 1.0]);
        assert_eq!((few.n, few.mean, few.kept), (2, 2.0, vec![1.0, 3.0]));
    }

    #[test]
    fn the_law_is_drawn_in_the_units_of_the_counts() {
        let values: Vec<f64> = (1..1000).map(|at| stats::dist::Normal.isf(f64::from(at) / 1000.0)).collect();
        let found = histogram(&values, Some(Reference::Normal(0.0, 1.0)));
        for bin in found.bins.iter().filter(|bin| bin.count > 20.0) {
            let middle = 0.5 * (bin.low + bin.high);
            let near =
                found.density.iter().min_by(|a, b| (a.0 - middle).abs().total_cmp(&(b.0 - middle).abs()));
            let height = near.expect("it is drawn").1;
            assert!((height / bin.count - 1.0).abs() < 0.15, "{bin:?} {height}");
        }
        assert!(histogram(&values, None).density.is_empty() && histogram(&[], None).bins.is_empty());
        assert_eq!(density(Reference::Exponential(2.0), -1.0), 0.0);
        assert_eq!(density(Reference::Uniform(1.0, 3.0), 2.0), 0.5);
    }
}
