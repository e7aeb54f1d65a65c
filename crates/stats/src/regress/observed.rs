//! What a fit says of each row: fitted value, residual, leverage.

use super::equations::{both, residuals};
use super::rows::{Rows, Slab, Whole, pass};
use super::{Design, Fit};
use crate::Result;
use matrix::{Dd, Digits, Part, slices};

/// What a fit says of each row of the design.
#[derive(Debug, Clone, Default)]
pub struct Observed {
    /// The response less its residual.
    pub fitted: Vec<f64>,
    /// The response less the fitted value.
    pub residuals: Vec<f64>,
    /// The diagonal of the hat matrix.
    pub leverage: Vec<f64>,
    /// Residuals times the roots of the weights; without weights the residuals.
    pub(crate) weighted: Vec<f64>,
    /// The columns of Q, which has a row for each row of the design.
    pub(crate) basis: Vec<Vec<f64>>,
}

/// Fitted values, residuals and leverages of the rows that a fit was made of.
pub fn observe(fit: &Fit, design: &Design) -> Result<Observed> {
    let new = || Observed { basis: vec![Vec::new(); fit.rank()], ..Observed::default() };
    let add = |all: &mut Observed, slab: &Slab<'_>| {
        let some = Local::of(fit, slab);
        for (to, from) in all.basis.iter_mut().zip(some.basis) {
            to.extend(from);
        }
        all.residuals.extend(some.residuals);
        all.weighted.extend(some.weighted);
        all.leverage.extend(some.leverage);
        Ok(())
    };
    let join = |mut one: Observed, other: Observed| {
        for (to, from) in one.basis.iter_mut().zip(other.basis) {
            to.extend(from);
        }
        one.residuals.extend(other.residuals);
        one.weighted.extend(other.weighted);
        one.leverage.extend(other.leverage);
        one
    };
    let mut all = pass(&Whole::new(design)?, new, add, join)?;
    all.fitted = design.y.iter().zip(&all.residuals).map(|(y, residual)| y - residual).collect();
    Ok(all)
}

/// The same of some rows at a time.
pub(crate) struct Local {
    pub(crate) basis: Vec<Vec<f64>>,
    pub(crate) residuals: Vec<f64>,
    pub(crate) weighted: Vec<f64>,
    pub(crate) leverage: Vec<f64>,
}

impl Local {
    /// Q = X R⁻¹ by columns, each what is left of X's when those before are taken out: the rows' scores on orthogonal columns.
    pub(crate) fn of(fit: &Fit, slab: &Slab<'_>) -> Self {
        let solution = &fit.solution;
        let mut basis = match solution.digits {
            Digits::Double => exact(fit, slab),
            Digits::Plain => plain(fit, slab),
        };
        let (hi, lo) = residuals(slab, &fit.kept, &solution.estimates);
        let residuals: Vec<f64> = hi.iter().zip(&lo).map(|(hi, lo)| hi + lo).collect();
        let mut weighted = residuals.clone();
        if let Some(weights) = slab.weights {
            let roots: Vec<f64> = weights.iter().map(|weight| weight.sqrt()).collect();
            for column in basis.iter_mut().chain([&mut weighted]) {
                column.iter_mut().zip(&roots).for_each(|(figure, root)| *figure *= root);
            }
        }
        let mut leverage = vec![0.0; slab.rows];
        for column in &basis {
            leverage.iter_mut().zip(column).for_each(|(sum, q)| *sum += q * q);
        }
        Local { basis, residuals, weighted, leverage }
    }
}

fn exact(fit: &Fit, slab: &Slab<'_>) -> Vec<Vec<f64>> {
    let root = &fit.solution.root;
    let mut found: Vec<(Vec<f64>, Vec<f64>)> = Vec::with_capacity(fit.rank());
    for (j, &at) in fit.kept.iter().enumerate() {
        let (mut hi, mut lo) = both(&slab.x[at], slab.rows);
        for (i, (q, low)) in found.iter().enumerate() {
            slices::axpy(-root.at(i, j), q, Some(low), &mut hi, &mut lo);
        }
        slices::scale(Dd::ONE / root.at(j, j), &mut hi, &mut lo);
        found.push((hi, lo));
    }
    found.into_iter().map(|(hi, _)| hi).collect()
}

fn plain(fit: &Fit, slab: &Slab<'_>) -> Vec<Vec<f64>> {
    let (root, shift) = (&fit.solution.root, &fit.solution.shift);
    let mut found: Vec<Vec<f64>> = Vec::with_capacity(fit.rank());
    for (j, &at) in fit.kept.iter().enumerate() {
        let mut q: Vec<f64> = match slab.x[at] {
            Part::One => vec![1.0; slab.rows],
            Part::Plain(x) | Part::Double(x, _) => x.iter().map(|x| x - shift[j]).collect(),
        };
        for (i, before) in found.iter().enumerate() {
            slices::axpy_plain(-root.at(i, j).hi, before, &mut q);
        }
        let scale = 1.0 / root.at(j, j).hi;
        q.iter_mut().for_each(|q| *q *= scale);
        found.push(q);
    }
    found
}

/// A pass over rows with what the fit says of them.
pub(crate) fn pass_observed<A: Send>(
    fit: &Fit,
    rows: &dyn Rows,
    new: impl Fn() -> A + Sync,
    add: impl Fn(&mut A, &Local) + Sync,
    join: impl Fn(A, A) -> A + Sync,
) -> Result<A> {
    let each = |heap: &mut A, slab: &Slab<'_>| {
        add(heap, &Local::of(fit, slab));
        Ok(())
    };
    pass(rows, new, each, join)
}
