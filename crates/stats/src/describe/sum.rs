//! Sums that lose nothing.

/// A sum kept in two doubles: some 32 digits, so that what is left at the end is the rounding of the end (Knuth's two-sum,
/// Neumaier 1974).
#[derive(Debug, Clone, Copy, Default, PartialEq)]
pub struct Sum {
    high: f64,
    low: f64,
}

impl Sum {
    /// Adds a figure.
    #[inline]
    pub fn add(&mut self, value: f64) {
        let (sum, lost) = two_sum(self.high, value);
        (self.high, self.low) = quick(sum, self.low + lost);
    }

    /// Adds another sum.
    pub fn join(&mut self, other: Sum) {
        self.add(other.high);
        self.add(other.low);
    }

    /// The sum over a count, in two doubles: the nearest one and what it lacks.
    pub fn over(self, n: f64) -> (f64, f64) {
        let first = self.high / n;
        // What the division has left over, exactly.
        let left = (-first).mul_add(n, self.high) + self.low;
        quick(first, left / n)
    }

    /// The sum as one double.
    pub fn value(self) -> f64 {
        self.high + self.low
    }

    /// The sum of all.
    pub fn of(values: impl IntoIterator<Item = f64>) -> Sum {
        let mut sum = Sum::default();
        values.into_iter().for_each(|value| sum.add(value));
        sum
    }
}

#[inline]
fn two_sum(a: f64, b: f64) -> (f64, f64) {
    let sum = a + b;
    let part = sum - a;
    (sum, (a - (sum - part)) + (b - part))
}

#[inline]
fn quick(high: f64, low: f64) -> (f64, f64) {
    let sum = high + low;
    (sum, low - (sum - high))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_is_lost_beside_a_great_figure() {
        let sum = Sum::of([1e16, 1.0, 1e-3, -1e16, 1.0]);
        assert_eq!(sum.value(), 2.001);
        let (mean, rest) = Sum::of([0.1; 10]).over(10.0);
        assert_eq!(mean, 0.1);
        assert!(rest.abs() < 1e-17);
    }
}
