//! The normal equations, solved to the last digit.
//!
//! Products are summed in `f64` where the columns are far enough from collinear for that, otherwise in double-double: with 31
//! digits the equations, which square the condition of the columns, still leave more digits than a QR decomposition in `f64`.
//! Where even that may not do, coefficients are refined by passes over the residuals (Björck 1987, corrected seminormal
//! equations). No rows are kept, so it is the same for a table in memory and for one that is larger.

use super::rows::{Rows, Slab, pass};
use crate::{Error, Result};
use matrix::{Dd, Digits, Gram, Part, Root, slices};

/// What is known when the equations are solved.
#[derive(Debug, Clone)]
pub(crate) struct Solution {
    /// Rows counted; those of weight nought are not.
    pub(crate) n: usize,
    /// Rows left out because something was missing.
    pub(crate) dropped: usize,
    /// Σ log w.
    pub(crate) log_weights: f64,
    /// How products were summed.
    pub(crate) digits: Digits,
    /// How often the rows were passed over.
    pub(crate) passes: usize,
    /// R of the shifted columns.
    pub(crate) root: Root,
    /// What was taken from each column (kept ones only).
    pub(crate) shift: Vec<f64>,
    /// The coefficients of the kept columns, unshifted.
    pub(crate) estimates: Vec<Dd>,
    /// Qᵀ y.
    pub(crate) effects: Vec<Dd>,
    /// The squared residuals' sum.
    pub(crate) rss: Dd,
    /// The response's squares' sum, about the mean where there is an intercept.
    pub(crate) tss: Dd,
    /// R⁻¹ in unshifted coefficients, row by row: V = σ² T Tᵀ.
    pub(crate) transform: Vec<Dd>,
}

/// The most columns: their products take 16 bytes a pair on each core.
const WIDEST: usize = 4096;

/// So many products are summed in double-double without asking whether they must be.
const FEW: usize = 100_000_000;

struct Heap {
    gram: Gram,
    dropped: usize,
    empty: usize,
    log_weights: Dd,
    negative: bool,
}

/// Solves; a column that less than `tolerance` of is left when those before it are taken out is passed over.
pub(crate) fn solve(rows: &dyn Rows, tolerance: f64) -> Result<Solution> {
    let width = rows.names().len();
    if width > WIDEST {
        return Err(Error::Choice {
            name: "columns",
            value: width.to_string(),
            allowed: format!("1 … {WIDEST}"),
        });
    }
    let few = rows.known().is_some_and(|n| n.saturating_mul((width + 1) * (width + 2) / 2) <= FEW);
    if few {
        return solve_with(rows, Digits::Double, tolerance, 0);
    }
    let plain = solve_with(rows, Digits::Plain, tolerance, 0)?;
    if plain.root.aliased().is_empty() && amplified(&plain) <= 64.0 && plain.rss.hi > 1e-3 * plain.tss.hi {
        return Ok(plain);
    }
    solve_with(rows, Digits::Double, tolerance, plain.passes)
}

/// By how much the worst column's error is greater than if the columns were orthogonal: its variance inflation.
fn amplified(solution: &Solution) -> f64 {
    let rank = solution.root.rank();
    let inverse = solution.root.inverse();
    let row = |at: usize| inverse[at * rank..(at + 1) * rank].iter().map(|x| x.hi * x.hi).sum::<f64>();
    let length = |at: usize| (0..=at).map(|i| solution.root.at(i, at).hi.powi(2)).sum::<f64>();
    (0..rank).map(|at| row(at) * length(at)).fold(1.0, f64::max)
}

fn solve_with(rows: &dyn Rows, digits: Digits, tolerance: f64, passes: usize) -> Result<Solution> {
    let heap = collect(rows, digits)?;
    let width = heap.gram.width() - 1;
    let n = heap.gram.rows() - heap.empty;
    if heap.negative {
        return Err(Error::Kind { column: "weights".to_owned(), need: "positive" });
    }
    if n == 0 || width == 0 {
        let what = if n == 0 { "rows" } else { "columns" };
        return Err(Error::TooFew { what, have: 0, need: 1 });
    }
    let gram = &heap.gram;
    let total = gram.at(0, 0);
    let shifts = gram.shift();
    // Their own squared lengths, as they were before the shift.
    let length = |at: usize| match shifts[at] {
        0.0 => gram.at(at, at).hi,
        shift => (gram.at(at, at) + (gram.at(0, at) * 2.0 + total * shift) * shift).hi,
    };
    let lengths: Vec<f64> = (0..width).map(length).collect();
    let root = Root::new(width, |i, j| gram.at(i, j), &lengths, tolerance);
    let kept = root.kept().to_vec();
    let right: Vec<Dd> = kept.iter().map(|&at| gram.at(at, width)).collect();
    let effects = root.effects(&right);
    let all = gram.at(width, width);
    let explained: Dd = effects.iter().map(|&effect| effect * effect).sum();
    let tss = match rows.intercept() {
        true => all - gram.at(0, width) * gram.at(0, width) / total,
        false => all,
    };
    let shift: Vec<f64> = kept.iter().map(|&at| shifts[at]).collect();
    let mut found = Solution {
        n,
        dropped: heap.dropped,
        log_weights: heap.log_weights.value(),
        digits,
        passes: passes + 1,
        estimates: unshifted(&root.coefficients(&effects), &shift, shifts[width]),
        transform: transform(&root, &shift),
        effects,
        rss: all - explained,
        tss,
        shift,
        root,
    };
    if digits == Digits::Double {
        refine(rows, &mut found, all.hi)?;
    }
    found.rss = if found.rss.hi > 0.0 { found.rss } else { Dd::ZERO };
    Ok(found)
}

fn collect(rows: &dyn Rows, digits: Digits) -> Result<Heap> {
    let width = rows.names().len();
    let shift = match digits {
        Digits::Plain if rows.intercept() => near_means(rows, width)?,
        _ => vec![0.0; width + 1],
    };
    let new = || Heap {
        gram: Gram::new(shift.clone(), digits),
        dropped: 0,
        empty: 0,
        log_weights: Dd::ZERO,
        negative: false,
    };
    let add = |heap: &mut Heap, slab: &Slab<'_>| {
        let mut block = slab.x.clone();
        block.push(slab.y);
        heap.gram.add(&block, slab.rows, slab.weights);
        heap.dropped += slab.dropped;
        if let Some(weights) = slab.weights {
            heap.negative |= weights.iter().any(|&weight| weight < 0.0);
            heap.empty += weights.iter().filter(|&&weight| weight == 0.0).count();
            let logs = weights.iter().filter(|&&weight| weight > 0.0).map(|weight| Dd::from(weight.ln()));
            heap.log_weights += logs.sum::<Dd>();
        }
        Ok(())
    };
    let join = |one: Heap, other: Heap| Heap {
        gram: one.gram.join(other.gram),
        dropped: one.dropped + other.dropped,
        empty: one.empty + other.empty,
        log_weights: one.log_weights + other.log_weights,
        negative: one.negative || other.negative,
    };
    pass(rows, new, add, join)
}

/// The means of the first rows; nought for the intercept.
fn near_means(rows: &dyn Rows, width: usize) -> Result<Vec<f64>> {
    let mut means = vec![0.0; width + 1];
    for part in 0..rows.parts() {
        let read = rows.read(part, &mut |slab| {
            for (mean, column) in means.iter_mut().zip(slab.x.iter().chain([&slab.y])) {
                if let Part::Plain(figures) | Part::Double(figures, _) = column {
                    *mean = figures.iter().sum::<f64>() / figures.len().max(1) as f64;
                }
            }
            // The first rows are enough.
            if slab.rows > 0 { Err(Error::Stopped) } else { Ok(()) }
        });
        match read {
            Ok(()) => {}
            Err(Error::Stopped) => break,
            Err(other) => return Err(other),
        }
    }
    Ok(means)
}

fn unshifted(shifted: &[Dd], shift: &[f64], response: f64) -> Vec<Dd> {
    let mut found = shifted.to_vec();
    let moved: Dd = shifted.iter().zip(shift).map(|(&b, &shift)| b * shift).sum();
    // Only with an intercept, which is the first column, is anything shifted.
    if let Some(first) = found.first_mut() {
        *first = *first + response - moved;
    }
    found
}

fn transform(root: &Root, shift: &[f64]) -> Vec<Dd> {
    let rank = root.rank();
    let mut found = root.inverse();
    for row in 1..rank {
        for col in 0..rank {
            let moved = found[row * rank + col] * shift[row];
            found[col] -= moved;
        }
    }
    found
}

/// Passes over the residuals until the coefficients stand still.
fn refine(rows: &dyn Rows, found: &mut Solution, scale: f64) -> Result<()> {
    // Products of 31 digits lose those of the columns' inflation; what is left must be more than a f64 holds.
    let lost = 1e-31 * amplified(found);
    if lost < 1e-19 && found.rss.hi > 1e-12 * scale {
        return Ok(());
    }
    for _ in 0..6 {
        let (gradient, rss) = gradient(rows, found)?;
        found.passes += 1;
        let effects = found.root.effects(&gradient);
        let step = found.root.coefficients(&effects);
        for (estimate, step) in found.estimates.iter_mut().zip(&step) {
            *estimate += *step;
        }
        found.rss = rss - effects.iter().map(|&effect| effect * effect).sum::<Dd>();
        let still = |(b, step): (&Dd, &Dd)| step.hi.abs() <= 1e-20 * b.hi.abs();
        if found.estimates.iter().zip(&step).all(still) {
            break;
        }
    }
    Ok(())
}

/// Xᵀ W r and rᵀ W r of the residuals, in double-double.
fn gradient(rows: &dyn Rows, found: &Solution) -> Result<(Vec<Dd>, Dd)> {
    let kept = found.root.kept();
    let add = |heap: &mut (Vec<Dd>, Dd), slab: &Slab<'_>| {
        let (hi, lo) = residuals(slab, kept, &found.estimates);
        let (mut weighted, mut weighted_lo) = (hi.clone(), lo.clone());
        if let Some(weights) = slab.weights {
            for (row, &weight) in weights.iter().enumerate() {
                let product = Dd { hi: hi[row], lo: lo[row] } * weight;
                (weighted[row], weighted_lo[row]) = (product.hi, product.lo);
            }
        }
        let dot = |x: &[f64]| slices::dot(x, &weighted) + slices::dot(x, &weighted_lo);
        for (sum, &at) in heap.0.iter_mut().zip(kept) {
            *sum += match slab.x[at] {
                Part::One => slices::sum(&weighted) + slices::sum(&weighted_lo),
                Part::Plain(x) => dot(x),
                Part::Double(x, low) => dot(x) + slices::dot(low, &weighted),
            };
        }
        heap.1 += slices::dot(&hi, &weighted) + slices::dot(&hi, &weighted_lo) + slices::dot(&lo, &weighted);
        Ok(())
    };
    let join = |mut one: (Vec<Dd>, Dd), other: (Vec<Dd>, Dd)| {
        one.0.iter_mut().zip(&other.0).for_each(|(sum, more)| *sum += *more);
        one.1 += other.1;
        one
    };
    pass(rows, || (vec![Dd::ZERO; kept.len()], Dd::ZERO), add, join)
}

/// y − X b of some rows, in double-double: the greater parts and the lesser.
pub(crate) fn residuals(slab: &Slab<'_>, kept: &[usize], estimates: &[Dd]) -> (Vec<f64>, Vec<f64>) {
    let (mut hi, mut lo) = both(&slab.y, slab.rows);
    for (&at, &estimate) in kept.iter().zip(estimates) {
        match slab.x[at] {
            Part::One => {
                for (hi, lo) in hi.iter_mut().zip(&mut lo) {
                    let left = Dd { hi: *hi, lo: *lo } - estimate;
                    (*hi, *lo) = (left.hi, left.lo);
                }
            }
            Part::Plain(x) => slices::axpy(-estimate, x, None, &mut hi, &mut lo),
            Part::Double(x, low) => slices::axpy(-estimate, x, Some(low), &mut hi, &mut lo),
        }
    }
    (hi, lo)
}

/// A column's figures and what they lack.
pub(crate) fn both(column: &Part<'_>, rows: usize) -> (Vec<f64>, Vec<f64>) {
    match column {
        Part::One => (vec![1.0; rows], vec![0.0; rows]),
        Part::Plain(figures) => (figures.to_vec(), vec![0.0; rows]),
        Part::Double(figures, low) => (figures.to_vec(), low.to_vec()),
    }
}
