//! Analysis of variance, two ways with their interaction.

use super::anova::Anova;
use super::level;
use super::sample::{Moments, sample};
use crate::dist::double::Dd;
use crate::{Error, MISSING, Result};
use std::collections::BTreeMap;

/// A factor: its name and the code of each row.
type Factor<'a> = (&'a str, &'a [u32]);

/// Whether a value differs by either of two factors, and whether one changes what the other does.
///
/// Sums of squares are sequential (type I, as R's `aov` has them): the first factor's alone, the second's beside the first, the
/// interaction's beside both. `marginal` asks for type II instead: each factor beside the other. In a balanced table they are the
/// same. Empty cells take degrees of freedom from the interaction.
pub fn two_way(
    name: &str,
    values: &[f64],
    first: Factor<'_>,
    second: Factor<'_>,
    marginal: bool,
    conf: f64,
) -> Result<Anova> {
    let conf = level(conf)?;
    for factor in [first.1, second.1] {
        if factor.len() != values.len() {
            return Err(Error::Lengths { left: values.len(), right: factor.len() });
        }
    }
    sample(name, values, 1)?;
    let mut cells: BTreeMap<(u32, u32), Vec<f64>> = BTreeMap::new();
    for ((&value, &a), &b) in values.iter().zip(first.1).zip(second.1) {
        if !value.is_nan() && a != MISSING && b != MISSING {
            cells.entry((a, b)).or_default().push(value);
        }
    }
    let n: usize = cells.values().map(Vec::len).sum();
    let found: Vec<((u32, u32), Moments)> =
        cells.iter().map(|(cell, values)| (*cell, Moments::of(values))).collect();
    let sum = found.iter().fold(Dd::ZERO, |sum, (_, cell)| sum + cell.mean * Dd::from(cell.n));
    let mean = sum / Dd::from(n as f64);
    let within = found.iter().fold(Dd::ZERO, |sum, (_, cell)| sum + cell.squares);
    // Everything depends on the cell only: a vector has an entry a cell, weighted by the root of its count.
    let roots: Vec<f64> = found.iter().map(|(_, cell)| cell.n.sqrt()).collect();
    let means: Vec<f64> =
        found.iter().zip(&roots).map(|((_, cell), root)| root * (cell.mean - mean).value()).collect();
    let marks = |of: &dyn Fn((u32, u32)) -> (u32, u32)| {
        let mut levels: Vec<(u32, u32)> = found.iter().map(|(cell, _)| of(*cell)).collect();
        let own = levels.clone();
        levels.sort_unstable();
        levels.dedup();
        let mark = |level: &(u32, u32)| {
            own.iter().zip(&roots).map(|(own, root)| if own == level { *root } else { 0.0 }).collect()
        };
        levels.iter().map(mark).collect::<Vec<Vec<f64>>>()
    };
    let a = marks(&|cell| (cell.0, 0));
    let b = marks(&|cell| (0, cell.1));
    let both = marks(&|cell| cell);
    for (factor, levels) in [(first.0, a.len()), (second.0, b.len())] {
        if levels < 2 {
            return Err(Error::Constant { column: factor.to_owned() });
        }
    }
    if n <= found.len() {
        return Err(Error::TooFew { what: "rows", have: n, need: found.len() + 1 });
    }
    if within.value() <= 0.0 {
        return Err(Error::Constant { column: name.to_owned() });
    }
    let mut basis = vec![unit(roots.clone())];
    let mut beside = basis.clone();
    let mut row = |name: String, marks: &[Vec<f64>]| {
        let (df, squares) = explained(&mut basis, marks, &means);
        (name, df, squares)
    };
    let mut terms = vec![row(first.0.to_owned(), &a), row(second.0.to_owned(), &b)];
    terms.push(row(format!("{}:{}", first.0, second.0), &both));
    if marginal {
        explained(&mut beside, &b, &means);
        let (df, squares) = explained(&mut beside, &a, &means);
        (terms[0].1, terms[0].2) = (df, squares);
    }
    terms.retain(|term| term.1 > 0.0);
    let rest = ((n - found.len()) as f64, within.value());
    Ok(Anova::of(terms, rest, n, values.len() - n, conf))
}

fn dot(x: &[f64], y: &[f64]) -> f64 {
    x.iter().zip(y).map(|(x, y)| x * y).sum()
}

fn unit(mut x: Vec<f64>) -> Vec<f64> {
    let length = dot(&x, &x).sqrt();
    x.iter_mut().for_each(|x| *x /= length);
    x
}

/// How many new directions columns bring to a basis, and how much of the means lies along them (Gram and Schmidt, twice).
fn explained(basis: &mut Vec<Vec<f64>>, columns: &[Vec<f64>], means: &[f64]) -> (f64, f64) {
    let (mut df, mut squares) = (0.0, 0.0);
    for column in columns {
        let length = dot(column, column).sqrt();
        let mut rest = column.clone();
        for _ in 0..2 {
            for known in basis.iter() {
                let along = dot(known, &rest);
                rest.iter_mut().zip(known).for_each(|(rest, known)| *rest -= along * known);
            }
        }
        if dot(&rest, &rest).sqrt() > 1e-9 * length {
            let direction = unit(rest);
            squares += dot(&direction, means).powi(2);
            df += 1.0;
            basis.push(direction);
        }
    }
    (df, squares)
}
