//! Columns brought to one measure, so that none outweighs the others by its unit alone.

use super::points::Points;
use crate::{Error, Result};

/// How columns are made comparable.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Scaling {
    /// Mean nought, standard deviation one.
    #[default]
    Z,
    /// Median nought, median absolute deviation (× 1.4826) one: what lies far out does not set the measure.
    Robust,
    /// From nought to one.
    Range,
    /// As they are: right only where all columns are in one unit.
    None,
}

/// A scaling with its figures, to bring other rows to the same measure.
#[derive(Debug, Clone, PartialEq)]
pub struct Scale {
    /// How.
    pub scaling: Scaling,
    /// What is taken away from each column.
    pub centre: Vec<f64>,
    /// What each column is then divided by.
    pub spread: Vec<f64>,
}

impl Scale {
    /// The figures of a scaling for these points; `names` are the columns' names.
    ///
    /// # Errors
    /// A column with one value only; fewer than two rows.
    pub fn of(points: &Points, scaling: Scaling, names: &[&str]) -> Result<Self> {
        let width = points.width();
        if scaling == Scaling::None {
            return Ok(Scale { scaling, centre: vec![0.0; width], spread: vec![1.0; width] });
        }
        if points.len() < 2 {
            return Err(Error::TooFew { what: "rows", have: points.len(), need: 2 });
        }
        let mut scale = Scale { scaling, centre: Vec::new(), spread: Vec::new() };
        for at in 0..width {
            let (centre, spread) = measure(points.column(at), scaling);
            // A spread of rounding errors about a large constant is none.
            if spread <= f64::EPSILON * centre.abs() {
                let column = names.get(at).map_or_else(|| (at + 1).to_string(), |name| (*name).to_owned());
                return Err(Error::Constant { column });
            }
            scale.centre.push(centre);
            scale.spread.push(spread);
        }
        Ok(scale)
    }

    /// Points in the common measure.
    pub fn apply(&self, points: &Points) -> Result<Points> {
        if points.width() != self.centre.len() {
            return Err(Error::Lengths { left: points.width(), right: self.centre.len() });
        }
        let mut values = points.values().to_vec();
        if self.scaling != Scaling::None {
            for row in values.chunks_exact_mut(points.width()) {
                let measures = self.centre.iter().zip(&self.spread);
                row.iter_mut().zip(measures).for_each(|(x, (c, s))| *x = (*x - c) / s);
            }
        }
        Points::new(values, points.width())
    }

    /// A point of the common measure in the columns' own units.
    pub fn back(&self, row: &[f64]) -> Vec<f64> {
        row.iter().zip(&self.centre).zip(&self.spread).map(|((x, c), s)| x * s + c).collect()
    }
}

fn measure(mut column: Vec<f64>, scaling: Scaling) -> (f64, f64) {
    let n = column.len() as f64;
    match scaling {
        Scaling::None => (0.0, 1.0),
        Scaling::Z => {
            let (centre, variance) = moments(&column);
            (centre, (variance * n / (n - 1.0)).sqrt())
        }
        Scaling::Range => {
            let (low, high) = ends(&column);
            (low, high - low)
        }
        Scaling::Robust => {
            let centre = median(&mut column);
            let mut gaps: Vec<f64> = column.iter().map(|x| (x - centre).abs()).collect();
            let gap = median(&mut gaps);
            // Where more than half of the rows are alike, the mean gap stands in (Leys et al. would give nought).
            let gap = if gap > 0.0 { 1.4826 * gap } else { 1.2533 * gaps.iter().sum::<f64>() / n };
            (centre, gap)
        }
    }
}

fn ends(column: &[f64]) -> (f64, f64) {
    column.iter().fold((f64::INFINITY, f64::NEG_INFINITY), |(low, high), &x| (low.min(x), high.max(x)))
}

/// Mean and mean square about it, the mean corrected once.
pub(super) fn moments(column: &[f64]) -> (f64, f64) {
    let n = column.len() as f64;
    let rough = column.iter().sum::<f64>() / n;
    let mean = rough + column.iter().map(|x| x - rough).sum::<f64>() / n;
    (mean, column.iter().map(|x| (x - mean) * (x - mean)).sum::<f64>() / n)
}

/// The median; the column is put into another order.
pub(super) fn median(column: &mut [f64]) -> f64 {
    let half = column.len() / 2;
    if column.is_empty() {
        return f64::NAN;
    }
    let even = column.len().is_multiple_of(2);
    let (below, &mut middle, _) = column.select_nth_unstable_by(half, f64::total_cmp);
    match below.iter().copied().reduce(f64::max) {
        Some(lower) if even => lower + (middle - lower) / 2.0,
        _ => middle,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_scaling_has_its_centre_and_spread_and_way_back() {
        let points = Points::new(vec![1.0, 2.0, 3.0, 4.0, 10.0], 1).unwrap();
        for (scaling, centre, spread) in [
            (Scaling::Z, 4.0, 12.5f64.sqrt()),
            (Scaling::Robust, 3.0, 1.4826),
            (Scaling::Range, 1.0, 9.0),
            (Scaling::None, 0.0, 1.0),
        ] {
            let scale = Scale::of(&points, scaling, &["x"]).unwrap();
            assert!((scale.centre[0] - centre).abs() < 1e-12 && (scale.spread[0] - spread).abs() < 1e-12);
            let there = scale.apply(&points).unwrap();
            assert!((scale.back(there.row(4))[0] - 10.0).abs() < 1e-12);
        }
    }

    #[test]
    fn a_constant_column_is_named() {
        let points = Points::new(vec![1.0, 7.0, 2.0, 7.0], 2).unwrap();
        for scaling in [Scaling::Z, Scaling::Robust, Scaling::Range] {
            let fault = Scale::of(&points, scaling, &["a", "b"]).err();
            assert_eq!(fault, Some(Error::Constant { column: "b".into() }));
        }
        let one = Points::new(vec![1.0], 1).unwrap();
        assert!(matches!(Scale::of(&one, Scaling::Z, &["a"]), Err(Error::TooFew { .. })));
    }
}
