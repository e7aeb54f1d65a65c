//! The rows that a linear model is fitted to, wherever they lie.

use super::Design;
use crate::{Blocks, Error, Result};
use matrix::{Dd, Part};

/// Rows that can be passed over as often as needed, a part beside another.
pub(crate) trait Rows: Sync {
    /// The columns' names, the intercept's too, in their order.
    fn names(&self) -> Vec<String>;
    /// The response's name.
    fn response(&self) -> &str;
    /// Whether the first column is ones.
    fn intercept(&self) -> bool;
    /// How many parts there are.
    fn parts(&self) -> usize;
    /// How many rows, where that is known before they are read.
    fn known(&self) -> Option<usize>;
    /// Gives a part's rows, some at a time.
    fn read(&self, part: usize, each: &mut dyn FnMut(&Slab<'_>) -> Result<()>) -> Result<()>;
}

/// Some rows in a row.
pub(crate) struct Slab<'a> {
    /// The columns.
    pub(crate) x: Vec<Part<'a>>,
    /// The response without the offset.
    pub(crate) y: Part<'a>,
    /// Weights.
    pub(crate) weights: Option<&'a [f64]>,
    /// How many rows.
    pub(crate) rows: usize,
    /// How many rows were left out here.
    pub(crate) dropped: usize,
}

/// Passes over all rows on all cores; heaps are joined in the order of the parts.
pub(crate) fn pass<A: Send>(
    rows: &dyn Rows,
    new: impl Fn() -> A + Sync,
    add: impl Fn(&mut A, &Slab<'_>) -> Result<()> + Sync,
    join: impl Fn(A, A) -> A + Sync,
) -> Result<A> {
    let heap = |part: usize| {
        let mut heap = new();
        rows.read(part, &mut |slab| add(&mut heap, slab))?;
        Ok(heap)
    };
    Ok(crate::blocks::heaps(rows.parts(), heap, join)?.unwrap_or_else(new))
}

/// Rows of a part in memory, and of a slab: what a pass works on stays in the second cache.
const PART: usize = 1 << 15;
const SLAB: usize = 1 << 11;

/// A design in memory.
pub(crate) struct Whole<'a> {
    design: &'a Design,
    /// The response less the offset, in two parts.
    y: Option<(Vec<f64>, Vec<f64>)>,
}

impl<'a> Whole<'a> {
    pub(crate) fn new(design: &'a Design) -> Result<Self> {
        design.check()?;
        let less = |offset: &Vec<f64>| {
            let pairs = design.y.iter().zip(offset).map(|(&y, &offset)| Dd::sum(y, -offset));
            pairs.map(|rest| (rest.hi, rest.lo)).unzip()
        };
        Ok(Whole { design, y: design.offset.as_ref().map(less) })
    }
}

impl Rows for Whole<'_> {
    fn names(&self) -> Vec<String> {
        self.design.names()
    }

    fn response(&self) -> &str {
        &self.design.response
    }

    fn intercept(&self) -> bool {
        self.design.intercept
    }

    fn parts(&self) -> usize {
        self.design.n().div_ceil(PART)
    }

    fn known(&self) -> Option<usize> {
        Some(self.design.n())
    }

    fn read(&self, part: usize, each: &mut dyn FnMut(&Slab<'_>) -> Result<()>) -> Result<()> {
        let end = ((part + 1) * PART).min(self.design.n());
        for from in (part * PART..end).step_by(SLAB) {
            let range = from..(from + SLAB).min(end);
            let column = |(at, column): (usize, &'_ super::Regressor)| match &column.low {
                _ if at == 0 && self.design.intercept => Part::One,
                None => Part::Plain(&self.design.columns[at].values[range.clone()]),
                Some(_) => {
                    let column = &self.design.columns[at];
                    let low = column.low.as_deref().unwrap_or(&[]);
                    Part::Double(&column.values[range.clone()], &low[range.clone()])
                }
            };
            let slab = Slab {
                x: self.design.columns.iter().enumerate().map(column).collect(),
                y: match &self.y {
                    None => Part::Plain(&self.design.y[range.clone()]),
                    Some((hi, lo)) => Part::Double(&hi[range.clone()], &lo[range.clone()]),
                },
                weights: self.design.weights.as_ref().map(|weights| &weights[range.clone()]),
                rows: range.len(),
                dropped: 0,
            };
            each(&slab)?;
        }
        Ok(())
    }
}

/// Columns of [`Blocks`]: more rows than fit in memory. Rows in which something is missing are left out.
pub struct Streamed<'a> {
    source: &'a dyn Blocks,
    columns: Vec<usize>,
    names: Vec<String>,
    intercept: bool,
    weighted: bool,
}

impl<'a> Streamed<'a> {
    /// The response and the columns of the model by their numbers in the source.
    pub fn new(
        source: &'a dyn Blocks,
        response: usize,
        regressors: &[usize],
        intercept: bool,
        weights: Option<usize>,
    ) -> Result<Self> {
        let columns: Vec<usize> = [response].iter().chain(regressors).copied().chain(weights).collect();
        let name = |&at: &usize| {
            let there = || Error::NoColumn { name: at.to_string(), there: source.names().to_vec() };
            source.names().get(at).cloned().ok_or_else(there)
        };
        let names = columns.iter().map(name).collect::<Result<_>>()?;
        Ok(Streamed { source, columns, names, intercept, weighted: weights.is_some() })
    }

    fn slab<'b>(&self, columns: &[&'b [f64]], dropped: usize) -> Slab<'b> {
        let (weights, columns) = match columns.split_last() {
            Some((weights, rest)) if self.weighted => (Some(*weights), rest),
            _ => (None, columns),
        };
        let (y, x) = columns.split_first().map_or((&[][..], &[][..]), |(y, x)| (*y, x));
        let ones = self.intercept.then_some(Part::One);
        let x = ones.into_iter().chain(x.iter().map(|column| Part::Plain(column))).collect();
        Slab { x, y: Part::Plain(y), weights, rows: y.len(), dropped }
    }
}

impl Rows for Streamed<'_> {
    fn names(&self) -> Vec<String> {
        let ones = self.intercept.then(|| "(Intercept)".to_owned());
        let end = self.names.len() - usize::from(self.weighted);
        ones.into_iter().chain(self.names[1..end].iter().cloned()).collect()
    }

    fn response(&self) -> &str {
        self.names.first().map_or("", String::as_str)
    }

    fn intercept(&self) -> bool {
        self.intercept
    }

    fn parts(&self) -> usize {
        self.source.parts()
    }

    fn known(&self) -> Option<usize> {
        None
    }

    fn read(&self, part: usize, each: &mut dyn FnMut(&Slab<'_>) -> Result<()>) -> Result<()> {
        let mut kept: Vec<Vec<f64>> = Vec::new();
        let mut seen = 0;
        self.source.read(part, &self.columns, &mut |columns| {
            let rows = columns.first().map_or(0, |column| column.len());
            let start = seen;
            seen += rows;
            // A figure times nought is not a number where the figure is missing or infinite.
            let whole = |column: &&[f64]| !column.iter().map(|figure| figure * 0.0).sum::<f64>().is_nan();
            if columns.iter().all(whole) {
                return each(&self.slab(columns, 0));
            }
            for (column, name) in columns.iter().zip(&self.names) {
                if let Some(row) = column.iter().position(|figure| figure.is_infinite()) {
                    return Err(Error::Infinite { column: name.clone(), row: start + row });
                }
            }
            let complete: Vec<usize> =
                (0..rows).filter(|&row| columns.iter().all(|column| !column[row].is_nan())).collect();
            kept.resize(columns.len(), Vec::new());
            for (kept, column) in kept.iter_mut().zip(columns) {
                kept.clear();
                kept.extend(complete.iter().map(|&row| column[row]));
            }
            let slices: Vec<&[f64]> = kept.iter().map(Vec::as_slice).collect();
            each(&self.slab(&slices, rows - complete.len()))
        })
    }
}
