//! Means and products of columns in one pass, whatever is missing.

use super::gram::Block;
use crate::{Blocks, Error, Result, fold};

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
#[derive(Debug, Clone, PartialEq)]
pub struct Cross {
    /// The columns.
    pub names: Vec<String>,
    /// Rows that passed by.
    pub rows: usize,
    /// Rows that have all values.
    pub complete: usize,
    /// For each column a figure of its own from which means are counted, so that they are as exact as its spread.
    base: Vec<f64>,
    /// For each pair, the first no later than the second, row by row.
    pairs: Vec<PairSums>,
}

/// Of one pair, over the rows that have both.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
struct PairSums {
    n: f64,
    x: f64,
    y: f64,
    xx: f64,
    yy: f64,
    xy: f64,
}

impl PairSums {
    /// Chan, Golub and LeVeque's joining (1983): nothing cancels.
    fn join(&mut self, other: PairSums) {
        if other.n == 0.0 {
            return;
        }
        let n = self.n + other.n;
        let (dx, dy) = (other.x - self.x, other.y - self.y);
        let share = other.n / n;
        let weight = self.n * share;
        self.xx += other.xx + dx * dx * weight;
        self.yy += other.yy + dy * dy * weight;
        self.xy += other.xy + dx * dy * weight;
        self.x += dx * share;
        self.y += dy * share;
        self.n = n;
    }
}

/// What one part has come to.
struct Heap {
    rows: usize,
    /// Rows of the blocks in which nothing is missing (of all blocks, when listwise).
    complete: f64,
    /// Rows without a gap in the other blocks.
    full: usize,
    /// The first value of each column; `NaN` until there is one.
    base: Vec<f64>,
    /// Means from the base.
    means: Vec<f64>,
    products: Vec<f64>,
    /// Of the blocks in which something was missing; nothing until there is one.
    pairs: Vec<PairSums>,
    block: Block,
    /// For blocks with gaps: where values are, and their squares.
    masks: Option<(Block, Block)>,
}

/// Rows taken at once: so many that the block stays in the cache.
fn step(columns: usize) -> usize {
    (24_576 / columns.max(1)).clamp(64, 2048)
}

/// The sums of products of columns that come in parts, in one pass on all cores.
///
/// Errors: [`Error::Infinite`], whatever the source says.
pub fn cross_products(source: &dyn Blocks, columns: &[usize], missing: Missing) -> Result<Cross> {
    let k = columns.len();
    let new = || Heap::new(k);
    let add = |heap: &mut Heap, rows: &[&[f64]]| heap.add(rows, missing, columns);
    let heap = match fold(source, columns, new, add, Heap::join) {
        Err(Error::Source(at)) if at.starts_with(INFINITE) => return Err(place(source, &at)),
        heap => heap?,
    };
    let name = |&at: &usize| source.names().get(at).cloned().unwrap_or_default();
    let names = columns.iter().map(name).collect();
    let complete = heap.complete as usize + heap.full;
    let mut pairs = Vec::with_capacity(k * (k + 1) / 2);
    for i in 0..k {
        for j in i..k {
            let mut sums = heap.pairs.get(pairs.len()).copied().unwrap_or_default();
            sums.join(PairSums {
                n: heap.complete,
                x: heap.means[i],
                y: heap.means[j],
                xx: heap.products[i * k + i],
                yy: heap.products[j * k + j],
                xy: heap.products[i * k + j],
            });
            pairs.push(sums);
        }
    }
    Ok(Cross { names, rows: heap.rows, complete, base: heap.base, pairs })
}

/// Marks, inside, that a column is infinite; in which row of all is looked up afterwards.
const INFINITE: &str = "\u{0}infinite ";

fn place(source: &dyn Blocks, mark: &str) -> Error {
    let at: usize = mark.trim_start_matches(INFINITE).parse().unwrap_or(0);
    let column = source.names().get(at).cloned().unwrap_or_default();
    let mut passed = 0;
    for part in 0..source.parts() {
        let looked = source.read(part, &[at], &mut |rows| {
            let rows = rows.first().copied().unwrap_or_default();
            match rows.iter().position(|value| value.is_infinite()) {
                Some(row) => Err(Error::Infinite { column: column.clone(), row: passed + row }),
                None => {
                    passed += rows.len();
                    Ok(())
                }
            }
        });
        if let Err(error) = looked {
            return error;
        }
    }
    Error::Infinite { column, row: 0 }
}

impl Heap {
    fn new(k: usize) -> Self {
        Heap {
            rows: 0,
            complete: 0.0,
            full: 0,
            base: vec![f64::NAN; k],
            means: vec![0.0; k],
            products: vec![0.0; k * k],
            pairs: Vec::new(),
            block: Block::new(k, step(k)),
            masks: None,
        }
    }

    fn add(&mut self, rows: &[&[f64]], missing: Missing, columns: &[usize]) -> Result<()> {
        let n = rows.first().map_or(0, |column| column.len());
        let step = step(rows.len());
        for from in (0..n).step_by(step) {
            let until = n.min(from + step);
            let part = || rows.iter().map(|column| &column[from..until]);
            let mut gaps = false;
            for (column, &at) in part().zip(columns) {
                // A sum that is finite has nothing missing or infinite in it.
                if !sum(column).is_finite() {
                    if column.iter().any(|value| value.is_infinite()) {
                        return Err(Error::Source(format!("{INFINITE}{at}")));
                    }
                    gaps |= column.iter().any(|value| value.is_nan());
                }
            }
            self.rows += until - from;
            match (gaps, missing) {
                (false, _) => self.whole(part(), until - from),
                (true, Missing::Pairwise) => self.gappy(part(), until - from),
                (true, Missing::Listwise) => {
                    let there: Vec<usize> =
                        (from..until).filter(|&row| rows.iter().all(|column| !column[row].is_nan())).collect();
                    let kept: Vec<Vec<f64>> =
                        rows.iter().map(|column| there.iter().map(|&row| column[row]).collect()).collect();
                    self.whole(kept.iter().map(Vec::as_slice), there.len());
                }
            }
        }
        Ok(())
    }

    /// A block in which all is there.
    fn whole<'a>(&mut self, columns: impl Iterator<Item = &'a [f64]>, n: usize) {
        if n == 0 {
            return;
        }
        let k = self.means.len();
        let count = n as f64;
        let mut means = vec![0.0; k];
        for (at, column) in columns.enumerate() {
            // From a value of the column itself, so that one that never changes has deviations of exactly 0.
            let base = &mut self.base[at];
            if base.is_nan() {
                *base = column[0];
            }
            let (base, mean) = (*base, deviations(column, *base) / count);
            means[at] = mean;
            let to = self.block.column(at);
            to.iter_mut().zip(column).for_each(|(to, x)| *to = (x - base) - mean);
            to[n..].fill(0.0);
        }
        let share = count / (self.complete + count);
        let weight = self.complete * share;
        let away: Vec<f64> = means.iter().zip(&self.means).map(|(new, old)| new - old).collect();
        for i in 0..k {
            for j in i..k {
                self.products[i * k + j] += away[i] * away[j] * weight;
            }
        }
        self.block.products(&self.block, &mut self.products);
        self.means.iter_mut().zip(away).for_each(|(mean, away)| *mean += away * share);
        self.complete += count;
    }

    /// A block in which something is missing.
    fn gappy<'a>(&mut self, columns: impl Iterator<Item = &'a [f64]> + Clone, n: usize) {
        let k = self.means.len();
        let (mask, squares) = self.masks.get_or_insert_with(|| (Block::new(k, step(k)), Block::new(k, step(k))));
        for (at, column) in columns.enumerate() {
            let base = &mut self.base[at];
            if base.is_nan() {
                *base = column.iter().copied().find(|value| !value.is_nan()).unwrap_or(f64::NAN);
            }
            let parts = self.block.column(at).iter_mut().zip(mask.column(at)).zip(squares.column(at));
            let padded = column.iter().copied().chain(std::iter::repeat(f64::NAN));
            for (((x, there), square), value) in parts.zip(padded) {
                let away = if value.is_nan() { 0.0 } else { value - *base };
                (*x, *there, *square) = (away, f64::from(u8::from(!value.is_nan())), away * away);
            }
        }
        let [mut counts, mut sums, mut squared, mut products] = [(); 4].map(|()| vec![0.0; k * k]);
        mask.products(mask, &mut counts);
        self.block.products(mask, &mut sums);
        squares.products(mask, &mut squared);
        self.block.products(&self.block, &mut products);
        self.pairs.resize(k * (k + 1) / 2, PairSums::default());
        let mut pairs = self.pairs.iter_mut();
        for i in 0..k {
            for j in i..k {
                let (here, there) = (i * k + j, j * k + i);
                let count = counts[here];
                let Some(pair) = pairs.next() else { return };
                if count > 0.0 {
                    let (x, y) = (sums[here] / count, sums[there] / count);
                    pair.join(PairSums {
                        n: count,
                        x,
                        y,
                        xx: (squared[here] - count * x * x).max(0.0),
                        yy: (squared[there] - count * y * y).max(0.0),
                        xy: products[here] - count * x * y,
                    });
                }
            }
        }
        let full = |row: &usize| (0..k).all(|at| mask.column(at)[*row] == 1.0);
        self.full += (0..n).filter(full).count();
    }

    fn join(mut self, other: Heap) -> Heap {
        let k = self.means.len();
        let n = self.complete + other.complete;
        let mut shift = vec![0.0; k];
        for (at, base) in self.base.iter_mut().enumerate() {
            if base.is_nan() {
                *base = other.base[at];
            } else if !other.base[at].is_nan() {
                shift[at] = other.base[at] - *base;
            }
        }
        if other.complete > 0.0 {
            let share = other.complete / n;
            let weight = self.complete * share;
            let away = |at: usize| shift[at] + (other.means[at] - self.means[at]);
            let away: Vec<f64> = (0..k).map(away).collect();
            for i in 0..k {
                for j in i..k {
                    self.products[i * k + j] += other.products[i * k + j] + away[i] * away[j] * weight;
                }
            }
            self.means.iter_mut().zip(away).for_each(|(mean, away)| *mean += away * share);
            self.complete = n;
        }
        if !other.pairs.is_empty() {
            self.pairs.resize(other.pairs.len(), PairSums::default());
            let places = (0..k).flat_map(|i| (i..k).map(move |j| (i, j)));
            for ((mine, theirs), (i, j)) in self.pairs.iter_mut().zip(other.pairs).zip(places) {
                mine.join(PairSums { x: theirs.x + shift[i], y: theirs.y + shift[j], ..theirs });
            }
        }
        self.rows += other.rows;
        self.full += other.full;
        self
    }
}

/// The sum by lanes, as fast as it can be read.
fn sum(values: &[f64]) -> f64 {
    deviations(values, 0.0)
}

/// The sum of deviations from a figure.
fn deviations(values: &[f64], from: f64) -> f64 {
    let (chunks, rest) = values.as_chunks::<8>();
    let mut sums = [0.0; 8];
    for chunk in chunks {
        sums.iter_mut().zip(chunk).for_each(|(sum, x)| *sum += x - from);
    }
    sums.iter().sum::<f64>() + rest.iter().map(|x| x - from).sum::<f64>()
}

impl Cross {
    fn pair(&self, i: usize, j: usize) -> PairSums {
        let k = self.names.len();
        let (low, high) = (i.min(j), i.max(j));
        let sums = self.pairs[low * (2 * k + 1 - low) / 2 + high - low];
        match i <= j {
            true => sums,
            false => PairSums { x: sums.y, y: sums.x, xx: sums.yy, yy: sums.xx, ..sums },
        }
    }

    /// Rows that have both columns.
    pub fn n(&self, i: usize, j: usize) -> usize {
        self.pair(i, j).n as usize
    }

    /// The mean of a column over all rows that have it (that are complete, when listwise).
    pub fn mean(&self, i: usize) -> f64 {
        self.base.get(i).map_or(f64::NAN, |base| base + self.pair(i, i).x)
    }

    /// The covariance with n − 1, over the rows that have both.
    pub fn covariance(&self, i: usize, j: usize) -> f64 {
        let sums = self.pair(i, j);
        sums.xy / (sums.n - 1.0)
    }

    /// Pearson's r over the rows that have both; `NaN` where one does not vary among them.
    pub fn correlation(&self, i: usize, j: usize) -> f64 {
        let sums = self.pair(i, j);
        let r = super::pearson::ratio(sums.xy, sums.xx, sums.yy);
        if i == j && !r.is_nan() { 1.0 } else { r }
    }
}

/// Columns in memory, in parts that cores can share.
pub(crate) struct InMemory<'a> {
    pub(crate) names: Vec<String>,
    pub(crate) columns: Vec<&'a [f64]>,
}

impl InMemory<'_> {
    const PART: usize = 1 << 15;

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
        each(&chosen)
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
        assert_eq!(found, Err(Error::Infinite { column: "x3".to_owned(), row: 66_000 }));
    }
}
