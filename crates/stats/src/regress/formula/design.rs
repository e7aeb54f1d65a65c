//! Terms and a frame into a design, and what is kept of them for new rows.

use super::evaluate::{Figures, Value, evaluate, figures, pairwise};
use super::expression::{Expression, Piece};
use super::lexer::error;
use super::variable::{Part, Variable};
use super::{Formula, Terms};
use crate::regress::{Design, Regressor};
use crate::{Column, Error, Frame, Result};

/// How many columns a design may have.
const WIDEST: usize = 20_000;

/// A design and what it was made by.
#[derive(Debug, Clone)]
pub struct Bound {
    /// What a model is fitted to.
    pub design: Design,
    /// How the same columns are made of other rows.
    pub recipe: Recipe,
    /// What the outcome was before it became figures.
    pub outcome: Outcome,
}

/// What an outcome was before it became figures.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Outcome {
    /// Figures.
    Number,
    /// A factor of two levels: 0 for the first, 1 for the second.
    Levels(String, String),
    /// `cbind(hits, misses)`: the share of hits, the trials being in the weights.
    Trials,
    /// There was none.
    None,
}

/// What else a design needs of a frame.
#[derive(Debug, Clone, Copy, Default)]
pub struct With<'a> {
    /// The column of weights.
    pub weights: Option<&'a str>,
    /// Columns that must have a value too for a row to be used: groups, times.
    pub also: &'a [&'a str],
}

/// How columns are made of rows: the variables with what was fitted to them, and the terms.
#[derive(Debug, Clone)]
pub struct Recipe {
    /// The variables.
    pub variables: Vec<Variable>,
    /// The terms.
    pub terms: Terms,
}

impl Formula {
    /// The design of a formula over a frame: rows in which a value is missing are left out and counted.
    pub fn bind(&self, frame: &Frame, with: With<'_>) -> Result<Bound> {
        let names: Vec<String> = frame.columns().iter().map(|column| column.name.clone()).collect();
        let terms = Terms::new(self.left.as_ref(), &self.right, &names)?;
        let outcome = self.left.as_ref().map(|left| outcome(left, frame)).transpose()?;
        let bases = terms.variables.iter().map(|v| Variable::base(v, frame)).collect::<Result<Vec<_>>>()?;
        let mut also = with.weights.into_iter().chain(with.also.iter().copied());
        let beside = also.try_fold(Vec::new(), |mut columns, name| {
            columns.push(&frame.column(name)?.values);
            Ok::<_, Error>(columns)
        })?;
        let whole = |row: &usize| {
            bases.iter().all(|value| !value.is_missing(*row))
                && beside.iter().all(|values| !values.is_missing(*row))
                && outcome
                    .as_ref()
                    .is_none_or(|(values, _)| values.iter().all(|value| !value.is_missing(*row)))
        };
        let rows: Vec<usize> = (0..frame.rows()).filter(whole).collect();
        if rows.is_empty() {
            return Err(nothing(frame, &names));
        }
        let bases: Vec<Value> = bases.into_iter().map(|value| value.only(&rows)).collect();
        for (variable, value) in terms.variables.iter().zip(&bases) {
            finite(&variable.to_string(), value, &rows)?;
        }
        let (mut variables, mut own) = (Vec::new(), Vec::new());
        for (variable, value) in terms.variables.iter().zip(bases) {
            let (variable, value) = Variable::fit(variable, value)?;
            variables.push(variable);
            own.push(value);
        }
        let bases = own;
        let recipe = Recipe { variables, terms };
        let mut design = Design {
            columns: recipe.columns(&bases, rows.len())?,
            terms: recipe.terms.terms.iter().map(|term| recipe.terms.label(term)).collect(),
            intercept: recipe.terms.intercept,
            offset: recipe.offset(&bases)?,
            dropped: frame.rows() - rows.len(),
            ..Design::default()
        };
        if let Some(name) = with.weights {
            let weights = frame.numbers(name)?;
            design.weights = Some(rows.iter().map(|&row| weights[row]).collect());
        }
        let mut kind = Outcome::None;
        if let (Some(left), Some((values, was))) = (&self.left, outcome) {
            design.response = left.to_string();
            let values: Vec<Value> = values.into_iter().map(|value| value.only(&rows)).collect();
            for value in &values {
                finite(&design.response, value, &rows)?;
            }
            kind = was;
            respond(&mut design, &mut kind, &values)?;
        }
        design.rows = rows;
        Ok(Bound { design, recipe, outcome: kind })
    }

    /// The design of a formula whose outcome must be figures.
    pub fn design(&self, frame: &Frame, with: With<'_>) -> Result<Bound> {
        let bound = self.bind(frame, with)?;
        let need = match bound.outcome {
            Outcome::Number => return Ok(bound),
            Outcome::Levels(..) | Outcome::Trials => "number",
            Outcome::None => return Err(error(0, "formula-expected-outcome", self.right.to_string())),
        };
        Err(Error::Kind { column: bound.design.response, need })
    }
}

/// The parts of an outcome: one, or two for `cbind`.
fn outcome(left: &Expression, frame: &Frame) -> Result<(Vec<Value>, Outcome)> {
    match &left.bare().kind {
        Piece::Call(name, parts) if name == "cbind" => {
            if parts.len() != 2 {
                return Err(error(left.at, "formula-cbind", left.to_string()));
            }
            let value =
                |part: &super::Argument| figures(&part.value, frame).map(|(x, low)| Value::Number(x, low));
            Ok((parts.iter().map(value).collect::<Result<_>>()?, Outcome::Trials))
        }
        Piece::Call(name, _)
            if matches!(name.as_str(), "C" | "factor" | "as.factor" | "ordered" | "relevel") =>
        {
            Ok((vec![Variable::base(left, frame)?], Outcome::Number))
        }
        _ => Ok((vec![evaluate(left.bare(), frame)?], Outcome::Number)),
    }
}

/// Puts an outcome into a design.
fn respond(design: &mut Design, kind: &mut Outcome, values: &[Value]) -> Result<()> {
    let column = || design.response.clone();
    match values {
        [Value::Number(hits, _), Value::Number(misses, _)] => {
            if hits.iter().chain(misses).any(|count| *count < 0.0) {
                return Err(Error::Kind { column: column(), need: "count" });
            }
            let trials: Vec<f64> = hits.iter().zip(misses).map(|(hit, miss)| hit + miss).collect();
            let share = |(hit, trials): (&f64, &f64)| if *trials > 0.0 { hit / trials } else { 0.0 };
            design.y = hits.iter().zip(&trials).map(share).collect();
            design.weights = Some(match design.weights.take() {
                None => trials,
                Some(weights) => weights.iter().zip(&trials).map(|(w, t)| w * t).collect(),
            });
        }
        [Value::Number(figures, _)] => design.y.clone_from(figures),
        [Value::Factor(codes, levels, _)] => {
            let mut used: Vec<u32> = codes.clone();
            used.sort_unstable();
            used.dedup();
            let [first, second] = used[..] else {
                return Err(match used.len() {
                    1 => Error::Constant { column: column() },
                    _ => Error::Kind { column: column(), need: "two levels" },
                });
            };
            let name = |code: u32| levels.get(code as usize).cloned().unwrap_or_default();
            *kind = Outcome::Levels(name(first), name(second));
            design.y = codes.iter().map(|&code| f64::from(code == second)).collect();
        }
        _ => return Err(error(0, "formula-expected-outcome", "")),
    }
    Ok(())
}

/// Why no row is left: a column without a value, else too few whole rows.
fn nothing(frame: &Frame, names: &[String]) -> Error {
    let empty = |column: &&Column| (0..frame.rows()).all(|row| column.values.is_missing(row));
    match frame.columns().iter().find(empty) {
        Some(column) if frame.rows() > 0 && names.contains(&column.name) => {
            Error::Missing { column: column.name.clone() }
        }
        _ => Error::TooFew { what: "rows", have: 0, need: 1 },
    }
}

pub(super) fn finite(name: &str, value: &Value, rows: &[usize]) -> Result<()> {
    let Value::Number(high, _) = value else { return Ok(()) };
    match high.iter().position(|x| x.is_infinite()) {
        Some(at) => {
            Err(Error::Infinite { column: name.to_owned(), row: rows.get(at).copied().unwrap_or(at) })
        }
        None => Ok(()),
    }
}

impl Recipe {
    /// The columns that the variables' values make, the intercept first.
    pub(super) fn columns(&self, bases: &[Value], rows: usize) -> Result<Vec<Regressor>> {
        let mut columns = Vec::new();
        if self.terms.intercept {
            columns.push(Regressor::intercept(rows));
        }
        let is_factor = |v: usize| self.variables[v].is_factor();
        for (number, term) in self.terms.terms.iter().enumerate() {
            let mut made: Vec<Part> = Vec::new();
            for (place, &v) in term.iter().enumerate() {
                let contrasted = is_factor(v) && self.terms.contrasted(number, v, &is_factor);
                let own = self.variables[v].expression.to_string();
                let parts = self.variables[v].columns(&bases[v], contrasted)?;
                let parts =
                    parts.into_iter().map(|(suffix, high, low)| (format!("{own}{suffix}"), high, low));
                made = if place == 0 { parts.collect() } else { crossed(&made, parts.collect()) };
                if columns.len() + made.len() > WIDEST {
                    return Err(error(self.variables[v].expression.at, "formula-too-many-columns", own));
                }
            }
            columns.extend(made.into_iter().map(|(name, values, low)| Regressor {
                name,
                values,
                low,
                term: Some(number),
            }));
        }
        Ok(columns)
    }

    pub(super) fn offset(&self, bases: &[Value]) -> Result<Option<Vec<f64>>> {
        let mut sum: Option<Vec<f64>> = None;
        for &v in &self.terms.offsets {
            let Value::Number(high, _) = &bases[v] else {
                return Err(Error::Kind { column: self.variables[v].expression.to_string(), need: "number" });
            };
            match &mut sum {
                None => sum = Some(high.clone()),
                Some(sum) => sum.iter_mut().zip(high).for_each(|(sum, x)| *sum += x),
            }
        }
        Ok(sum)
    }
}

/// Each column of one with each of the other, the first running fastest.
fn crossed(left: &[Part], right: Vec<Part>) -> Vec<Part> {
    let mut made = Vec::with_capacity(left.len() * right.len());
    for (name, high, low) in right {
        let right: Figures = (high, low);
        for (first, high, low) in left {
            let (high, low) = pairwise(&(high.clone(), low.clone()), &right, |a, b| a * b);
            let exact = low.iter().all(|x| *x == 0.0);
            made.push((format!("{first}:{name}"), high, (!exact).then_some(low)));
        }
    }
    made
}
