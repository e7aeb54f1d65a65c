//! Sums of squares and products about the means, piece by piece.

use super::dense::crossed;
use crate::Result;
use crate::correlate::Missing;
use matrix::Mat;

/// As many rows at once as lie in the cache beside their products.
const CHUNK: usize = 1024;

/// Sums over some rows.
pub(super) struct Sums {
    /// Rows seen, and rows among them that lack nothing.
    pub seen: usize,
    pub whole: usize,
    /// How many figures each column has.
    pub present: Vec<usize>,
    /// The first infinite figure: row, column.
    pub infinite: Option<(usize, usize)>,
    /// Listwise: one count and a mean for each column, in the first column of `mean`. Pairwise: `(i, j)` is of column i over
    /// the rows that have j too.
    missing: Missing,
    count: Mat<f64>,
    mean: Mat<f64>,
    /// Products of i and j about their means.
    cross: Mat<f64>,
    /// Pairwise: squares of i over the rows that have j too.
    square: Mat<f64>,
}

impl Sums {
    pub fn new(p: usize, missing: Missing) -> Self {
        let zeros = || Mat::zeros(p, p);
        let (count, mean, cross, square) = (zeros(), zeros(), zeros(), zeros());
        Sums { seen: 0, whole: 0, present: vec![0; p], infinite: None, missing, count, mean, cross, square }
    }

    /// Adds rows; the means of a piece are taken off before anything is multiplied, so that no digits are lost to them.
    pub fn add(&mut self, rows: &[&[f64]]) -> Result<()> {
        let height = rows.first().map_or(0, |column| column.len());
        for from in (0..height).step_by(CHUNK) {
            let until = (from + CHUNK).min(height);
            let rows: Vec<&[f64]> = rows.iter().map(|column| &column[from..until]).collect();
            self.absorb(&Sums::of(&rows, self.missing));
        }
        Ok(())
    }

    pub fn join(mut self, other: Sums) -> Sums {
        self.absorb(&other);
        self
    }

    fn of(rows: &[&[f64]], missing: Missing) -> Sums {
        let (p, height) = (rows.len(), rows.first().map_or(0, |column| column.len()));
        let mut sums = Sums::new(p, missing);
        let mut lacks = vec![false; height];
        for (col, column) in rows.iter().enumerate() {
            // A sum that is finite has only finite parts: most pieces need no second look.
            if column.iter().sum::<f64>().is_finite() {
                sums.present[col] = height;
                continue;
            }
            sums.present[col] = column.iter().filter(|x| !x.is_nan()).count();
            lacks.iter_mut().zip(*column).for_each(|(lack, x)| *lack |= x.is_nan());
            if let Some(row) = column.iter().position(|x| x.is_infinite()) {
                sums.infinite = [sums.infinite, Some((row, col))].into_iter().flatten().min();
            }
        }
        sums.seen = height;
        sums.whole = lacks.iter().filter(|lack| !**lack).count();
        if missing == Missing::Listwise || sums.whole == height {
            sums.fill_whole(rows, &lacks);
        } else {
            sums.fill_pairs(rows);
        }
        sums
    }

    /// Rows that lack nothing.
    fn fill_whole(&mut self, rows: &[&[f64]], lacks: &[bool]) {
        let (p, n) = (rows.len(), self.whole);
        if n == 0 {
            return;
        }
        let mut centred = Mat::<f64>::zeros(n, p);
        for (col, column) in rows.iter().enumerate() {
            let Some(into) = centred.col_mut(col).try_as_col_major_mut() else { continue };
            let into = into.as_slice_mut();
            if n == column.len() {
                into.copy_from_slice(column);
            } else {
                let kept = column.iter().zip(lacks).filter(|(_, lack)| !**lack);
                into.iter_mut().zip(kept).for_each(|(into, (x, _))| *into = *x);
            }
            let mean = into.iter().sum::<f64>() / n as f64;
            into.iter_mut().for_each(|x| *x -= mean);
            // What rounding left in the first mean goes into the second.
            let rest = into.iter().sum::<f64>() / n as f64;
            into.iter_mut().for_each(|x| *x -= rest);
            (0..p).for_each(|other| self.mean[(col, other)] = mean + rest);
        }
        self.cross = crossed(&centred, &centred);
        self.count = Mat::full(p, p, n as f64);
        if self.missing == Missing::Pairwise {
            self.square = Mat::from_fn(p, p, |row, _| self.cross[(row, row)]);
        }
    }

    /// All rows, each pair of columns with those that have both.
    fn fill_pairs(&mut self, rows: &[&[f64]]) {
        let (p, height) = (rows.len(), self.seen);
        let shift: Vec<f64> = rows
            .iter()
            .zip(&self.present)
            .map(|(column, &n)| column.iter().filter(|x| !x.is_nan()).sum::<f64>() / (n.max(1) as f64))
            .collect();
        let there = Mat::from_fn(height, p, |row, col| if rows[col][row].is_nan() { 0.0 } else { 1.0 });
        let moved = Mat::from_fn(height, p, |row, col| match rows[col][row] {
            x if x.is_nan() => 0.0,
            x => x - shift[col],
        });
        let squares = Mat::from_fn(height, p, |row, col| moved[(row, col)] * moved[(row, col)]);
        self.count = crossed(&there, &there);
        let (sum, square, cross) =
            (crossed(&moved, &there), crossed(&squares, &there), crossed(&moved, &moved));
        let mean = |row: usize, col: usize| sum[(row, col)] / self.count[(row, col)].max(1.0);
        self.square = Mat::from_fn(p, p, |row, col| square[(row, col)] - sum[(row, col)] * mean(row, col));
        self.cross = Mat::from_fn(p, p, |row, col| cross[(row, col)] - sum[(row, col)] * mean(col, row));
        self.mean = Mat::from_fn(p, p, |row, col| shift[row] + mean(row, col));
    }

    /// Joins sums about two sets of means (Chan, Golub and LeVeque 1983), each pair by itself.
    fn absorb(&mut self, other: &Sums) {
        let p = self.count.nrows();
        let pairs = self.missing == Missing::Pairwise;
        for col in 0..p {
            for row in 0..p {
                let (a, b) = (self.count[(row, col)], other.count[(row, col)]);
                if b > 0.0 {
                    let step = other.mean[(row, col)] - self.mean[(row, col)];
                    let back = other.mean[(col, row)] - self.mean[(col, row)];
                    self.cross[(row, col)] += other.cross[(row, col)] + step * back * (a * b / (a + b));
                    if pairs {
                        self.square[(row, col)] += other.square[(row, col)] + step * step * (a * b / (a + b));
                    }
                }
            }
        }
        for col in 0..p {
            for row in 0..p {
                let (a, b) = (self.count[(row, col)], other.count[(row, col)]);
                if b > 0.0 {
                    self.mean[(row, col)] += (other.mean[(row, col)] - self.mean[(row, col)]) * (b / (a + b));
                    self.count[(row, col)] = a + b;
                }
            }
        }
        self.infinite = self.infinite.or(other.infinite.map(|(row, col)| (row + self.seen, col)));
        self.seen += other.seen;
        self.whole += other.whole;
        self.present.iter_mut().zip(&other.present).for_each(|(here, there)| *here += there);
    }

    /// The fewest rows that any two columns share.
    pub fn fewest(&self) -> usize {
        let p = self.present.len();
        let all = (0..p).flat_map(|row| (0..p).map(move |col| (row, col)));
        all.map(|at| self.count[at]).fold(f64::INFINITY, f64::min) as usize
    }

    pub fn means(&self) -> Vec<f64> {
        (0..self.present.len()).map(|at| self.mean[(at, at)]).collect()
    }

    /// Standard deviations, n − 1 in the denominator.
    pub fn deviations(&self) -> Vec<f64> {
        let one = |at: usize| (self.cross[(at, at)] / (self.count[(at, at)] - 1.0)).sqrt();
        (0..self.present.len()).map(one).collect()
    }

    /// Correlations; of a pair, with the deviations of the rows that it shares.
    pub fn correlations(&self) -> Mat<f64> {
        let square = |row: usize, col: usize| match self.missing {
            Missing::Listwise => self.cross[(row, row)],
            Missing::Pairwise => self.square[(row, col)],
        };
        Mat::from_fn(self.present.len(), self.present.len(), |row, col| {
            let (row, col) = (row.max(col), row.min(col));
            match row == col {
                true => 1.0,
                false => {
                    let r = self.cross[(row, col)] / square(row, col).sqrt() / square(col, row).sqrt();
                    r.clamp(-1.0, 1.0)
                }
            }
        })
    }
}
