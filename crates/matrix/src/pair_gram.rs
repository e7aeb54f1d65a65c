//! Cross-products where figures are missing: each pair of columns over the rows in which both have one.

use crate::Dd;
use crate::panel::{Panel, ROWS, products};

/// What the moments of each pair of columns need, over the rows in which neither is missing (`NaN`).
///
/// A block without a missing figure costs what [`crate::Gram`] costs.
#[derive(Debug, Clone)]
pub struct PairGram {
    shift: Vec<f64>,
    /// Rows that were complete, with their sums.
    whole: usize,
    totals: Vec<Dd>,
    products: Vec<Dd>,
    /// Of the blocks in which something was missing: rows in common; Σ xᵢ and Σ xᵢ² over the rows that j has too.
    common: Vec<Dd>,
    sums: Vec<Dd>,
    squares: Vec<Dd>,
    panels: [Panel; 3],
}

/// The moments of a pair.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Pair {
    /// Rows in which both are there.
    pub n: usize,
    /// The mean of each over those rows.
    pub means: (f64, f64),
    /// Σ (x − x̄)² of each over those rows.
    pub squares: (f64, f64),
    /// Σ (x − x̄)(y − ȳ).
    pub product: f64,
}

impl PairGram {
    /// Of as many columns as there are shifts; a shift is a figure near the column's mean.
    pub fn new(shift: Vec<f64>) -> Self {
        let width = shift.len();
        let square = || vec![Dd::ZERO; width * width];
        PairGram {
            whole: 0,
            totals: vec![Dd::ZERO; width],
            products: square(),
            common: Vec::new(),
            sums: Vec::new(),
            squares: Vec::new(),
            panels: [Panel::new(width), Panel::new(0), Panel::new(0)],
            shift,
        }
    }

    /// Adds rows; a missing figure is `NaN`.
    pub fn add(&mut self, columns: &[&[f64]]) {
        let rows = columns.iter().map(|column| column.len()).min().unwrap_or(0);
        if columns.len() != self.shift.len() {
            return;
        }
        for from in (0..rows).step_by(ROWS) {
            let until = (from + ROWS).min(rows);
            let strip: Vec<&[f64]> = columns.iter().map(|column| &column[from..until]).collect();
            // A sum is NaN where one of its figures is.
            let missing =
                strip.iter().any(|column| column.iter().map(|figure| figure * 0.0).sum::<f64>().is_nan());
            if missing { self.add_some(&strip) } else { self.add_whole(&strip) }
        }
    }

    fn add_whole(&mut self, strip: &[&[f64]]) {
        let rows = strip.first().map_or(0, |column| column.len());
        for (at, (column, shift)) in strip.iter().zip(&self.shift).enumerate() {
            let to = self.panels[0].column(at);
            for (to, figure) in to.iter_mut().zip(*column) {
                *to = figure - shift;
            }
            to[rows..].fill(0.0);
            self.totals[at] += crate::panel::strip_sum(&to[..rows]);
        }
        products(&self.panels[0], &self.panels[0], true, &mut self.products);
        self.whole += rows;
    }

    fn add_some(&mut self, strip: &[&[f64]]) {
        let (width, rows) = (strip.len(), strip.first().map_or(0, |column| column.len()));
        if self.common.is_empty() {
            self.panels[1] = Panel::new(width);
            self.panels[2] = Panel::new(width);
            for heap in [&mut self.common, &mut self.sums, &mut self.squares] {
                *heap = vec![Dd::ZERO; width * width];
            }
        }
        let [values, there, squares] = &mut self.panels;
        for (at, (column, shift)) in strip.iter().zip(&self.shift).enumerate() {
            let (values, there, squares) = (values.column(at), there.column(at), squares.column(at));
            for (row, figure) in column.iter().enumerate() {
                let here = !figure.is_nan();
                let value = if here { figure - shift } else { 0.0 };
                (values[row], there[row], squares[row]) = (value, f64::from(u8::from(here)), value * value);
            }
            values[rows..].fill(0.0);
            there[rows..].fill(0.0);
            squares[rows..].fill(0.0);
        }
        products(values, values, true, &mut self.products);
        products(there, there, true, &mut self.common);
        products(values, there, false, &mut self.sums);
        products(squares, there, false, &mut self.squares);
    }

    /// The sums of this and of other rows.
    #[must_use]
    pub fn join(mut self, other: Self) -> Self {
        let add = |to: &mut Vec<Dd>, from: &Vec<Dd>| {
            if to.is_empty() {
                to.clone_from(from);
            } else {
                to.iter_mut().zip(from).for_each(|(to, from)| *to += *from);
            }
        };
        add(&mut self.totals, &other.totals);
        add(&mut self.products, &other.products);
        add(&mut self.common, &other.common);
        add(&mut self.sums, &other.sums);
        add(&mut self.squares, &other.squares);
        self.whole += other.whole;
        self
    }

    /// How many columns.
    pub fn width(&self) -> usize {
        self.shift.len()
    }

    /// The moments of a pair of columns; nothing where there are no such columns.
    pub fn pair(&self, i: usize, j: usize) -> Option<Pair> {
        let width = self.width();
        if i >= width || j >= width {
            return None;
        }
        let get =
            |heap: &[Dd], row: usize, col: usize| heap.get(row * width + col).copied().unwrap_or_default();
        let upper = (i.min(j), i.max(j));
        let n = self.whole + get(&self.common, upper.0, upper.1).value() as usize;
        let count = Dd::from(n as f64);
        // What the whole blocks have in the diagonal is theirs and the others' together, so those are taken out of it.
        let whole_square = |at: usize| get(&self.products, at, at) - get(&self.squares, at, at);
        let moments = |at: usize, other: usize| {
            let sum = self.totals[at] + get(&self.sums, at, other);
            let square = whole_square(at) + get(&self.squares, at, other);
            (sum, square)
        };
        let ((sum_i, square_i), (sum_j, square_j)) = (moments(i, j), moments(j, i));
        let product = get(&self.products, upper.0, upper.1);
        if n == 0 {
            return Some(Pair { n, means: (f64::NAN, f64::NAN), squares: (0.0, 0.0), product: 0.0 });
        }
        let centred = |square: Dd, a: Dd, b: Dd| (square - a * b / count).value();
        Some(Pair {
            n,
            means: ((sum_i / count + self.shift[i]).value(), (sum_j / count + self.shift[j]).value()),
            squares: (centred(square_i, sum_i, sum_i).max(0.0), centred(square_j, sum_j, sum_j).max(0.0)),
            product: centred(product, sum_i, sum_j),
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_pair_has_the_rows_in_which_both_are_there() {
        let rows = 1800;
        let x: Vec<Vec<f64>> = (0..3)
            .map(|col| {
                let figure = |row: usize| 100.0 + ((row * (col + 2)) as f64).cos() * (row % 11) as f64;
                // Nothing is missing in the first strips, and something differs in the others.
                (0..rows)
                    .map(|row| if row > 1100 && (row + col) % 7 == 0 { f64::NAN } else { figure(row) })
                    .collect()
            })
            .collect();
        let slices: Vec<&[f64]> = x.iter().map(Vec::as_slice).collect();
        let (head, tail): (Vec<_>, Vec<_>) = slices.iter().map(|column| column.split_at(1300)).unzip();
        let mut first = PairGram::new(vec![100.0; 3]);
        first.add(&head);
        let mut second = PairGram::new(vec![100.0; 3]);
        second.add(&tail);
        let mut all = PairGram::new(vec![100.0; 3]);
        all.add(&slices);
        let joined = first.join(second);
        for i in 0..3 {
            for j in 0..3 {
                let both: Vec<(f64, f64)> = x[i]
                    .iter()
                    .zip(&x[j])
                    .map(|(&a, &b)| (a, b))
                    .filter(|(a, b)| !(a + b).is_nan())
                    .collect();
                let n = both.len() as f64;
                let (a, b) =
                    both.iter().fold((0.0, 0.0), |sum, pair| (sum.0 + pair.0 / n, sum.1 + pair.1 / n));
                let product: f64 = both.iter().map(|pair| (pair.0 - a) * (pair.1 - b)).sum();
                let square: f64 = both.iter().map(|pair| (pair.0 - a).powi(2)).sum();
                for found in [joined.pair(i, j), all.pair(i, j)] {
                    let found = found.expect("there are such columns");
                    assert_eq!(found.n, both.len());
                    assert!((found.means.0 - a).abs() < 1e-11 && (found.means.1 - b).abs() < 1e-11);
                    assert!((found.product - product).abs() < 1e-9 * square, "{found:?} {product}");
                    assert!((found.squares.0 / square - 1.0).abs() < 1e-12);
                }
            }
        }
    }

    #[test]
    fn a_pair_that_never_meets_has_no_rows() {
        let mut gram = PairGram::new(vec![0.0; 2]);
        gram.add(&[&[1.0, f64::NAN], &[f64::NAN, 2.0]]);
        let found = gram.pair(0, 1).expect("there are such columns");
        assert_eq!((found.n, found.product), (0, 0.0));
        assert_eq!(gram.pair(1, 1).map(|pair| pair.n), Some(1));
        assert_eq!(gram.pair(0, 2), None);
    }
}
