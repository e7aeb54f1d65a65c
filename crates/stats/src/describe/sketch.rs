//! Quantiles of more rows than fit in memory, with a stated error.

/// A sketch of a column: quantiles in one pass and bounded memory.
///
/// Buffers of `size` values; a full one is sorted and halved, every second value going up a level where it counts twice
/// (Manku, Rajagopalan and Lindsay 1998). The halving takes the odd and the even places in turn, so no chance is needed, and
/// the rank of any value is wrong by no more than what [`Sketch::error`] says. Up to `size` values the answer is exact.
#[derive(Debug, Clone, PartialEq)]
pub struct Sketch {
    size: usize,
    levels: Vec<Vec<f64>>,
    odd: Vec<bool>,
    count: u64,
    error: u64,
}

impl Sketch {
    /// A sketch whose buffers hold so many values (at least 2): 16,384 hold the rank of 2·10⁸ rows to about 0.05 %.
    pub fn new(size: usize) -> Self {
        Sketch { size: size.max(2) & !1, levels: vec![Vec::new()], odd: vec![false], count: 0, error: 0 }
    }

    /// Adds values; missing ones are left out.
    pub fn add(&mut self, values: &[f64]) {
        for &value in values.iter().filter(|value| !value.is_nan()) {
            self.count += 1;
            self.levels[0].push(value);
            if self.levels[0].len() >= self.size {
                self.halve(0);
            }
        }
    }

    /// Joins another sketch to this one.
    pub fn join(mut self, other: Sketch) -> Sketch {
        self.count += other.count;
        self.error += other.error;
        for (level, values) in other.levels.into_iter().enumerate() {
            while self.levels.len() <= level {
                self.levels.push(Vec::new());
                self.odd.push(false);
            }
            self.levels[level].extend(values);
            if self.levels[level].len() >= self.size {
                self.halve(level);
            }
        }
        self
    }

    /// Sends every second value of a level up.
    fn halve(&mut self, level: usize) {
        if self.levels.len() == level + 1 {
            self.levels.push(Vec::new());
            self.odd.push(false);
        }
        let mut values = std::mem::take(&mut self.levels[level]);
        crate::correlate::rank::sort(&mut values);
        // An odd one stays where it is.
        if values.len() % 2 == 1
            && let Some(last) = values.pop()
        {
            self.levels[level].push(last);
        }
        let from = usize::from(self.odd[level]);
        self.odd[level] = !self.odd[level];
        self.levels[level + 1].extend(values.iter().skip(from).step_by(2));
        self.error += 1 << level;
        if self.levels[level + 1].len() >= self.size {
            self.halve(level + 1);
        }
    }

    /// How many values have passed.
    pub fn count(&self) -> u64 {
        self.count
    }

    /// How far, at the most, the rank of a quantile is from where it should be, as a share of all rows.
    pub fn error(&self) -> f64 {
        if self.count == 0 { 0.0 } else { self.error as f64 / self.count as f64 }
    }

    /// The quantiles below which the shares lie; `NaN` where nothing has passed.
    pub fn quantiles(&self, shares: &[f64]) -> Vec<f64> {
        if self.error == 0 {
            let mut all = self.levels[0].clone();
            crate::correlate::rank::sort(&mut all);
            return shares.iter().map(|&p| super::quantile(&all, p, super::QuantileType::Type7)).collect();
        }
        let mut weighed: Vec<(f64, u64)> = Vec::new();
        for (level, values) in self.levels.iter().enumerate() {
            weighed.extend(values.iter().map(|&value| (value, 1u64 << level)));
        }
        weighed.sort_unstable_by(|a, b| a.0.total_cmp(&b.0));
        let total: u64 = weighed.iter().map(|item| item.1).sum();
        let at = |share: f64| {
            let want = (share.clamp(0.0, 1.0) * total as f64).ceil().max(1.0) as u64;
            let mut passed = 0;
            let reached = weighed.iter().find(|item| {
                passed += item.1;
                passed >= want
            });
            reached.or(weighed.last()).map_or(f64::NAN, |item| item.0)
        };
        shares.iter().map(|&share| at(share)).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Chance;

    #[test]
    fn few_values_are_exact() {
        let mut sketch = Sketch::new(100);
        sketch.add(&[3.0, f64::NAN, 1.0, 2.0]);
        assert_eq!((sketch.quantiles(&[0.5]), sketch.error(), sketch.count()), (vec![2.0], 0.0, 3));
        assert!(Sketch::new(8).quantiles(&[0.5])[0].is_nan());
    }

    #[test]
    fn ranks_stay_within_the_stated_error() {
        let mut order: Vec<usize> = (0..200_000).collect();
        Chance::new(4).shuffle(&mut order);
        for values in [order.clone(), (0..200_000).collect(), (0..200_000).rev().collect::<Vec<usize>>()] {
            let values: Vec<f64> = values.into_iter().map(|x| x as f64).collect();
            let parts = values.chunks(30_000).map(|part| {
                let mut sketch = Sketch::new(1024);
                sketch.add(part);
                sketch
            });
            let whole = parts.reduce(Sketch::join).expect("there are parts");
            assert!(whole.error() < 0.01, "{}", whole.error());
            for (share, found) in [0.01, 0.25, 0.5, 0.9].iter().zip(whole.quantiles(&[0.01, 0.25, 0.5, 0.9]))
            {
                assert!((found / 200_000.0 - share).abs() <= whole.error() + 1e-5, "{share}: {found}");
            }
        }
    }
}
