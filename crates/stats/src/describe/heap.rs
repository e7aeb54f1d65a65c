//! Moments of any number of rows in one pass.

use super::{Moments, Sum};
use crate::{Blocks, Error, Result, fold};

/// What is kept of a column while its rows pass by.
///
/// Each block is centred at its own mean; the blocks are joined by Pébay's formulas (2008), so no provisional mean can be
/// wrong.
#[derive(Debug, Clone, PartialEq)]
pub struct MomentsHeap {
    n: usize,
    missing: usize,
    sum: Sum,
    powers: [f64; 3],
    range: (f64, f64),
    lag: Lag,
}

/// Products of neighbours, as deviations from a fixed figure.
#[derive(Debug, Clone, PartialEq)]
struct Lag {
    from: f64,
    pairs: f64,
    left: f64,
    right: f64,
    product: f64,
    ends: Option<(f64, f64)>,
}

impl Default for MomentsHeap {
    fn default() -> Self {
        MomentsHeap {
            n: 0,
            missing: 0,
            sum: Sum::default(),
            powers: [0.0; 3],
            range: (f64::INFINITY, f64::NEG_INFINITY),
            lag: Lag { from: f64::NAN, pairs: 0.0, left: 0.0, right: 0.0, product: 0.0, ends: None },
        }
    }
}

impl MomentsHeap {
    /// Adds the next rows.
    pub fn add(&mut self, rows: &[f64]) {
        let there = || rows.iter().copied().filter(|value| !value.is_nan());
        let n = there().count();
        let mut block = MomentsHeap { n, missing: rows.len() - n, ..MomentsHeap::default() };
        block.sum = Sum::of(there());
        let (mean, rest) = block.mean();
        for value in there() {
            let d = (value - mean) - rest;
            let square = d * d;
            block.powers[0] += square;
            block.powers[1] += square * d;
            block.powers[2] += square * square;
            block.range = (block.range.0.min(value), block.range.1.max(value));
        }
        block.lag = Lag::of(mean, rows);
        *self = std::mem::take(self).join(block);
    }

    /// Joined with the rows that follow.
    pub fn join(self, next: MomentsHeap) -> MomentsHeap {
        let (na, nb) = (self.n as f64, next.n as f64);
        let n = na + nb;
        let mut sum = self.sum;
        sum.join(next.sum);
        let missing = self.missing + next.missing;
        let lag = self.lag.clone().join(next.lag.clone());
        if next.n == 0 || self.n == 0 {
            let there = if self.n == 0 { next } else { self };
            return MomentsHeap { missing, sum, lag, ..there };
        }
        let ((a, a_rest), (b, b_rest)) = (self.mean(), next.mean());
        let d = (b - a) + (b_rest - a_rest);
        let ([a2, a3, a4], [b2, b3, b4]) = (self.powers, next.powers);
        let dn = d / n;
        let powers = [
            a2 + b2 + d * dn * na * nb,
            a3 + b3 + d * dn * dn * na * nb * (na - nb) + 3.0 * dn * (na * b2 - nb * a2),
            a4 + b4
                + d * dn * dn * dn * na * nb * (na * na - na * nb + nb * nb)
                + 6.0 * dn * dn * (na * na * b2 + nb * nb * a2)
                + 4.0 * dn * (na * b3 - nb * a3),
        ];
        MomentsHeap {
            n: self.n + next.n,
            missing,
            sum,
            powers,
            range: (self.range.0.min(next.range.0), self.range.1.max(next.range.1)),
            lag,
        }
    }

    /// The mean in two doubles; 0 where nothing has passed.
    fn mean(&self) -> (f64, f64) {
        if self.n > 0 { self.sum.over(self.n as f64) } else { (0.0, 0.0) }
    }

    /// The moments of all that has passed; none where nothing has.
    pub fn moments(&self) -> Option<Moments> {
        let mean = self.mean().0;
        let lag = self.lag.about(mean);
        (self.n > 0)
            .then(|| Moments::of(self.n, self.missing, self.sum.value(), mean, self.powers, self.range, lag))
    }
}

impl Lag {
    fn of(from: f64, rows: &[f64]) -> Self {
        let mut lag = Lag { from, pairs: 0.0, left: 0.0, right: 0.0, product: 0.0, ends: None };
        rows.windows(2).for_each(|pair| lag.pair(pair[0], pair[1]));
        lag.ends = rows.first().copied().zip(rows.last().copied());
        lag
    }

    fn pair(&mut self, a: f64, b: f64) {
        let (a, b) = (a - self.from, b - self.from);
        if !(a.is_nan() || b.is_nan()) {
            self.pairs += 1.0;
            self.left += a;
            self.right += b;
            self.product += a * b;
        }
    }

    fn join(self, next: Lag) -> Lag {
        let (Some(mine), Some(theirs)) = (self.ends, next.ends) else {
            return if self.ends.is_some() { self } else { next };
        };
        let mut whole = if self.from.is_nan() { next.clone() } else { self.clone() };
        if !self.from.is_nan() {
            let shift = next.from - whole.from;
            whole.pairs += next.pairs;
            whole.left += next.left + shift * next.pairs;
            whole.right += next.right + shift * next.pairs;
            whole.product += next.about(whole.from);
        }
        whole.pair(mine.1, theirs.0);
        whole.ends = Some((mine.0, theirs.1));
        whole
    }

    /// The sum of products of deviations from another figure.
    fn about(&self, from: f64) -> f64 {
        if self.pairs == 0.0 {
            return 0.0;
        }
        let shift = self.from - from;
        self.product + shift * (self.left + self.right) + shift * shift * self.pairs
    }
}

/// The moments of columns that are read in parts, in one pass on all cores.
///
/// Errors: [`Error::Infinite`] (the row is counted within its part's block), whatever the source says; a column without values
/// has none.
pub fn moments_of_blocks(source: &dyn Blocks, columns: &[usize]) -> Result<Vec<Option<Moments>>> {
    let new = || vec![MomentsHeap::default(); columns.len()];
    let add = |heaps: &mut Vec<MomentsHeap>, rows: &[&[f64]]| {
        for ((heap, rows), &at) in heaps.iter_mut().zip(rows).zip(columns) {
            if let Some(row) = rows.iter().position(|value| value.is_infinite()) {
                let column = source.names().get(at).cloned().unwrap_or_default();
                return Err(Error::Infinite { column, row: heap.n + heap.missing + row });
            }
            heap.add(rows);
        }
        Ok(())
    };
    let join =
        |a: Vec<MomentsHeap>, b: Vec<MomentsHeap>| a.into_iter().zip(b).map(|(a, b)| a.join(b)).collect();
    let heaps = fold(source, columns, new, add, join)?;
    Ok(heaps.iter().map(MomentsHeap::moments).collect())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Chance, describe::moments};

    #[test]
    fn in_parts_as_at_once() {
        let mut chance = Chance::new(5);
        let values: Vec<f64> = (0..10_000)
            .map(|at| if at % 97 == 0 { f64::NAN } else { 1e6 + chance.normal().powi(3) + at as f64 / 1e3 })
            .collect();
        let whole = moments("x", &values).expect("there are values");
        let mut heaps: Vec<MomentsHeap> = Vec::new();
        for part in values.chunks(3_333) {
            let mut heap = MomentsHeap::default();
            part.chunks(100).for_each(|rows| heap.add(rows));
            heaps.push(heap);
        }
        let parts = heaps.into_iter().fold(MomentsHeap::default(), MomentsHeap::join);
        let parts = parts.moments().expect("there are values");
        let near = |a: f64, b: f64| (a / b - 1.0).abs() < 1e-11;
        assert_eq!(
            (whole.n, whole.missing, whole.min, whole.max),
            (parts.n, parts.missing, parts.min, parts.max)
        );
        assert!(near(whole.mean, parts.mean) && near(whole.sd, parts.sd));
        assert!(near(whole.skewness.type1, parts.skewness.type1), "{whole:?} {parts:?}");
        assert!(near(whole.kurtosis.type1, parts.kurtosis.type1), "{whole:?} {parts:?}");
        assert!(near(whole.autocorrelation, parts.autocorrelation), "{whole:?} {parts:?}");
    }
}
