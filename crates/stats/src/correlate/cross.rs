//! Means and products of columns in one pass, whatever is missing.

use crate::{Blocks, Error, Result, fold};
use matrix::PairGram;

/// What is done where a row lacks a value.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Missing {
    /// Each pair takes all rows that have both its values, so pairs may rest on different rows.
    #[default]
    Pairwise,
    /// Only rows that have all values are taken.
    Listwise,
}

/// Counts, means and sums of products of deviations of columns, for each pair over its own rows.
#[derive(Debug, Clone)]
pub struct Cross {
    /// The columns.
    pub names: Vec<String>,
    /// Rows that passed by.
    pub rows: usize,
    /// Rows that have all values.
    pub complete: usize,
    shift: Vec<f64>,
    sums: PairGram,
}

/// What one part has come to.
struct Heap {
    rows: usize,
    complete: usize,
    sums: PairGram,
}

/// The sums of products of columns that come in parts, in one pass on all cores.
///
/// Errors: [`Error::Infinite`], whatever the source says.
pub fn cross_products(source: &dyn Blocks, columns: &[usize], missing: Missing) -> Result<Cross> {
    let shift = near(source, columns)?;
    let new = || Heap { rows: 0, complete: 0, sums: PairGram::new(shift.clone()) };
    let add = |heap: &mut Heap, rows: &[&[f64]]| heap.add(rows, missing);
    let join = |a: Heap, b: Heap| Heap {
        rows: a.rows + b.rows,
        complete: a.complete + b.complete,
        sums: a.sums.join(b.sums),
    };
    let heap = match fold(source, columns, new, add, join) {
        Err(Error::Infinite { .. }) => return Err(infinite(source, columns)),
        heap => heap?,
    };
    let name = |&at: &usize| source.names().get(at).cloned().unwrap_or_default();
    let names = columns.iter().map(name).collect();
    Ok(Cross { names, rows: heap.rows, complete: heap.complete, shift, sums: heap.sums })
}

/// For each column a figure near its mean, out of the first rows of the first part that have one: the mean of those rows, or
/// their value itself where they all have the same, so that a column that never changes has deviations of exactly 0.
fn near(source: &dyn Blocks, columns: &[usize]) -> Result<Vec<f64>> {
    let mut near = vec![f64::NAN; columns.len()];
    if source.parts() == 0 {
        return Ok(vec![0.0; columns.len()]);
    }
    let looked = source.read(0, columns, &mut |rows| {
        for (near, values) in near.iter_mut().zip(rows).filter(|(near, _)| near.is_nan()) {
            let (mut n, mut sum, mut first, mut same) = (0.0, 0.0, f64::NAN, true);
            for &value in values.iter().take(4096).filter(|value| value.is_finite()) {
                if n == 0.0 {
                    first = value;
                }
                same &= value == first;
                (n, sum) = (n + 1.0, sum + value);
            }
            *near = if same { first } else { sum / n };
        }
        // Enough was seen.
        if near.iter().any(|near| near.is_nan()) { Ok(()) } else { Err(Error::Stopped) }
    });
    match looked {
        Ok(()) | Err(Error::Stopped) => {
            Ok(near.into_iter().map(|x| if x.is_finite() { x } else { 0.0 }).collect())
        }
        Err(error) => Err(error),
    }
}

impl Heap {
    fn add(&mut self, rows: &[&[f64]], missing: Missing) -> Result<()> {
        let n = rows.first().map_or(0, |column| column.len());
        self.rows += n;
        // A sum of noughts is not one where a figure is missing or infinite.
        if rows.iter().all(|column| whole(column)) {
            self.complete += n;
            self.sums.add(rows);
            return Ok(());
        }
        if rows.iter().any(|column| column.iter().any(|value| value.is_infinite())) {
            return Err(Error::Infinite { column: String::new(), row: 0 });
        }
        let there: Vec<usize> =
            (0..n).filter(|&row| rows.iter().all(|column| !column[row].is_nan())).collect();
        self.complete += there.len();
        match missing {
            Missing::Pairwise => self.sums.add(rows),
            Missing::Listwise => {
                let kept = |column: &&[f64]| there.iter().map(|&row| column[row]).collect();
                let kept: Vec<Vec<f64>> = rows.iter().map(kept).collect();
                self.sums.add(&kept.iter().map(Vec::as_slice).collect::<Vec<_>>());
            }
        }
        Ok(())
    }
}

/// Whether nothing is missing or infinite.
pub(super) fn whole(values: &[f64]) -> bool {
    noughts(values) == 0.0
}

/// The sum of the values times 0, by lanes, as fast as they can be read.
fn noughts(values: &[f64]) -> f64 {
    let (chunks, rest) = values.as_chunks::<8>();
    let mut sums = [0.0; 8];
    for chunk in chunks {
        sums.iter_mut().zip(chunk).for_each(|(sum, x)| *sum += x * 0.0);
    }
    sums.iter().sum::<f64>() + rest.iter().map(|x| x * 0.0).sum::<f64>()
}

/// Which column is infinite, and in which row of all.
fn infinite(source: &dyn Blocks, columns: &[usize]) -> Error {
    let mut passed = 0;
    for part in 0..source.parts() {
        let looked = source.read(part, columns, &mut |rows| {
            let first = |(at, values): (usize, &&[f64])| {
                values.iter().position(|x| x.is_infinite()).map(|row| (row, at))
            };
            if let Some((row, at)) = rows.iter().enumerate().filter_map(first).min() {
                let column =
                    columns.get(at).and_then(|&at| source.names().get(at)).cloned().unwrap_or_default();
                return Err(Error::Infinite { column, row: passed + row });
            }
            passed += rows.first().map_or(0, |column| column.len());
            Ok(())
        });
        if let Err(error) = looked {
            return error;
        }
    }
    Error::Infinite { column: String::new(), row: 0 }
}

/// A variance is nothing but rounding where it is no more than this share of the squared distance from the shift.
const NOTHING: f64 = 1e-26;

impl Cross {
    /// Rows that have both columns.
    pub fn n(&self, i: usize, j: usize) -> usize {
        self.sums.pair(i, j).map_or(0, |pair| pair.n)
    }

    /// The mean of a column over all rows that have it (that are complete, when listwise).
    pub fn mean(&self, i: usize) -> f64 {
        self.sums.pair(i, i).map_or(f64::NAN, |pair| pair.means.0)
    }

    /// The covariance with n − 1, over the rows that have both.
    pub fn covariance(&self, i: usize, j: usize) -> f64 {
        self.sums.pair(i, j).map_or(f64::NAN, |pair| pair.product / (pair.n as f64 - 1.0))
    }

    /// Pearson's r over the rows that have both; `NaN` where one does not vary among them.
    pub fn correlation(&self, i: usize, j: usize) -> f64 {
        let Some(pair) = self.sums.pair(i, j) else { return f64::NAN };
        let varies = |square: f64, mean: f64, at: usize| {
            let away = mean - self.shift[at];
            square > NOTHING * away * away * pair.n as f64
        };
        if !(varies(pair.squares.0, pair.means.0, i) && varies(pair.squares.1, pair.means.1, j)) {
            return f64::NAN;
        }
        if i == j { 1.0 } else { super::pearson::ratio(pair.product, pair.squares.0, pair.squares.1) }
    }
}

/// Columns in memory, in parts that cores can share.
pub(crate) struct InMemory<'a> {
    pub(crate) names: Vec<String>,
    pub(crate) columns: Vec<&'a [f64]>,
}

impl InMemory<'_> {
    const PART: usize = 1 << 15;
    const STEP: usize = 1 << 11;

    fn rows(&self) -> usize {
        self.columns.first().map_or(0, |column| column.len())
    }
}

impl Blocks for InMemory<'_> {
    fn names(&self) -> &[String] {
        &self.names
    }

    fn parts(&self) -> usize {
        self.rows().div_ceil(Self::PART)
    }

    fn read(
        &self,
        part: usize,
        columns: &[usize],
        each: &mut dyn FnMut(&[&[f64]]) -> Result<()>,
    ) -> Result<()> {
        let from = part * Self::PART;
        let until = self.rows().min(from + Self::PART);
        let chosen: Vec<&[f64]> =
            columns.iter().filter_map(|&at| self.columns.get(at)?.get(from..until)).collect();
        let rows = chosen.first().map_or(0, |column| column.len());
        for from in (0..rows).step_by(Self::STEP) {
            let block: Vec<&[f64]> =
                chosen.iter().map(|column| &column[from..rows.min(from + Self::STEP)]).collect();
            each(&block)?;
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Chance;

    fn columns(gaps: bool) -> Vec<Vec<f64>> {
        let mut chance = Chance::new(3);
        let mut columns = vec![Vec::new(); 5];
        for row in 0..70_000 {
            let common = chance.normal();
            for (at, column) in columns.iter_mut().enumerate() {
                let gone = gaps && row > 1000 && chance.uniform() < 0.01 * at as f64;
                let value = 1e5 * at as f64 + common + chance.normal();
                column.push(if gone { f64::NAN } else { value });
            }
        }
        columns
    }

    fn cross(columns: &[Vec<f64>], missing: Missing) -> Result<Cross> {
        let names = (0..columns.len()).map(|at| format!("x{at}")).collect();
        let source = InMemory { names, columns: columns.iter().map(Vec::as_slice).collect() };
        cross_products(&source, &(0..columns.len()).collect::<Vec<_>>(), missing)
    }

    #[test]
    fn each_pair_has_its_own_rows() {
        let columns = columns(true);
        let found = cross(&columns, Missing::Pairwise).expect("they are finite");
        for i in 0..5 {
            for j in 0..i {
                let (a, b) = super::super::pair::both(&columns[i], &columns[j]);
                assert_eq!(found.n(i, j), a.len());
                let want = super::super::pearson::estimate(&a, &b);
                assert!((found.correlation(i, j) - want).abs() < 1e-13, "{i} {j}");
            }
        }
        let full = (0..70_000).filter(|&row| columns.iter().all(|column| !column[row].is_nan())).count();
        assert_eq!(found.complete, full);
        let listwise = cross(&columns, Missing::Listwise).expect("they are finite");
        assert_eq!((listwise.complete, listwise.n(0, 4), listwise.rows), (full, full, 70_000));
    }

    #[test]
    fn a_constant_column_has_no_correlation() {
        let mut columns = columns(false);
        columns[1] = vec![0.1; 70_000];
        let found = cross(&columns, Missing::Pairwise).expect("they are finite");
        assert!(found.correlation(0, 1).is_nan() && found.correlation(1, 1).is_nan());
        assert_eq!((found.correlation(2, 2), found.covariance(1, 1)), (1.0, 0.0));
    }

    #[test]
    fn the_infinite_row_is_named_among_all() {
        let mut columns = columns(false);
        columns[3][66_000] = f64::INFINITY;
        let found = cross(&columns, Missing::Pairwise);
        assert_eq!(found.err(), Some(Error::Infinite { column: "x3".to_owned(), row: 66_000 }));
    }
}
