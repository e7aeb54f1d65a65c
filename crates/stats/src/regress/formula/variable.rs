//! A variable of a formula: how its values become columns, and what is kept for new rows.

use super::contrast::Contrast;
use super::evaluate::{Value, evaluate, power_of};
use super::expression::{Argument, Expression, Piece};
use super::lexer::error;
use super::poly::Orthogonal;
use crate::frame::named;
use crate::{Error, Frame, Result};
use matrix::Mat;

/// A variable as it was fitted.
#[derive(Debug, Clone)]
pub struct Variable {
    /// As it stands in the formula.
    pub expression: Expression,
    /// How its values become columns.
    pub coding: Coding,
}

/// How values become columns.
#[derive(Debug, Clone)]
pub enum Coding {
    /// As they are.
    Number,
    /// Less their mean, in units of their standard deviation.
    Scaled {
        /// What is taken off.
        mean: f64,
        /// What is divided by.
        sd: f64,
    },
    /// Powers from 1 to so many.
    Raw(u32),
    /// Orthogonal polynomials.
    Poly(Orthogonal),
    /// A factor's levels.
    Factor {
        /// Those that occurred, in their order.
        levels: Vec<String>,
        /// How they are coded where not every level has its own column.
        contrast: Contrast,
        /// The level that others are held against.
        base: usize,
        /// Whether their order means something.
        ordered: bool,
    },
}

/// A column of a variable: what stands after the variable's name, its figures and their low parts.
pub type Part = (String, Vec<f64>, Option<Vec<f64>>);

/// What a call asks for, before any figure is seen.
struct Asked<'a> {
    inner: &'a Expression,
    how: How<'a>,
}

enum How<'a> {
    Plain,
    Scaled,
    Poly { degree: u32, raw: bool },
    Factor { contrast: Option<Contrast>, base: Option<&'a Expression>, ordered: bool },
}

impl Variable {
    /// The values that its columns are formed from, over all rows of a frame.
    pub fn base(expression: &Expression, frame: &Frame) -> Result<Value> {
        let asked = asked(expression)?;
        let value = evaluate(asked.inner, frame)?;
        match (asked.how, value) {
            (How::Factor { ordered, .. }, value) => {
                let (codes, levels, was) = as_factor(value);
                Ok(Value::Factor(codes, levels, ordered || was))
            }
            (How::Scaled | How::Poly { .. }, Value::Factor(..)) => {
                Err(Error::Kind { column: asked.inner.to_string(), need: "number" })
            }
            (_, value) => Ok(value),
        }
    }

    /// The variable fitted to the values of the rows in use, and those values in its own levels: of a factor, those that
    /// occur.
    pub fn fit(expression: &Expression, mut value: Value) -> Result<(Variable, Value)> {
        let at = expression.at;
        let coding = match (asked(expression)?.how, &mut value) {
            (How::Poly { degree, raw: true }, _) => Coding::Raw(degree),
            (How::Poly { degree, raw: false }, Value::Number(points, _)) => {
                let mut distinct = points.clone();
                distinct.sort_by(f64::total_cmp);
                distinct.dedup();
                if distinct.len() <= degree as usize {
                    return Err(error(at, "formula-poly-degree", expression.to_string()));
                }
                Coding::Poly(Orthogonal::fit(points, degree as usize))
            }
            (How::Scaled, Value::Number(points, _)) => {
                let n = points.len() as f64;
                let mean = points.iter().sum::<f64>() / n;
                let sd = (points.iter().map(|x| (x - mean).powi(2)).sum::<f64>() / (n - 1.0)).sqrt();
                if sd.is_nan() || sd <= 0.0 {
                    return Err(Error::Constant { column: expression.to_string() });
                }
                Coding::Scaled { mean, sd }
            }
            (_, Value::Number(..)) => Coding::Number,
            (how, Value::Factor(codes, levels, ordered)) => {
                let (contrast, base) = match how {
                    How::Factor { contrast, base, .. } => (contrast, base),
                    _ => (None, None),
                };
                let mut used = vec![false; levels.len()];
                codes.iter().for_each(|&code| used[code as usize] = true);
                let place: Vec<u32> = used
                    .iter()
                    .scan(0, |next, used| Some(std::mem::replace(next, *next + u32::from(*used))))
                    .collect();
                codes.iter_mut().for_each(|code| *code = place[*code as usize]);
                let mut each = used.iter();
                levels.retain(|_| each.next().is_some_and(|used| *used));
                let levels = levels.clone();
                let base = base.map(|base| base_level(base, &levels)).transpose()?.unwrap_or(0);
                let usual = if *ordered { Contrast::Poly } else { Contrast::Treatment };
                Coding::Factor { levels, contrast: contrast.unwrap_or(usual), base, ordered: *ordered }
            }
        };
        Ok((Variable { expression: expression.clone(), coding }, value))
    }

    /// Whether it is a factor.
    pub fn is_factor(&self) -> bool {
        matches!(self.coding, Coding::Factor { .. })
    }

    fn kind(&self, need: &'static str) -> Error {
        Error::Kind { column: self.expression.to_string(), need }
    }

    /// The columns of values without a missing one; a factor by its contrasts, or by an indicator for each level.
    pub fn columns(&self, value: &Value, contrasted: bool) -> Result<Vec<Part>> {
        let number = |suffix: usize, (high, low)| (suffix.to_string(), high, low);
        let split = |value| match value {
            Value::Number(high, low) => (high, low),
            Value::Factor(..) => (Vec::new(), None),
        };
        Ok(match (&self.coding, value) {
            (Coding::Number, Value::Number(high, low)) => vec![(String::new(), high.clone(), low.clone())],
            (Coding::Scaled { mean, sd }, Value::Number(high, _)) => {
                vec![(String::new(), high.iter().map(|x| (x - mean) / sd).collect(), None)]
            }
            (Coding::Raw(degree), Value::Number(high, low)) => {
                let base = (high.clone(), low.clone());
                (1..=*degree).map(|power| number(power as usize, split(power_of(&base, power)))).collect()
            }
            (Coding::Poly(fitted), Value::Number(high, _)) => {
                let columns = fitted.values(high).into_iter().enumerate();
                columns.map(|(at, column)| number(at + 1, (column, None))).collect()
            }
            (Coding::Factor { levels, contrast, base, .. }, Value::Factor(codes, ..)) => {
                if contrasted && levels.len() < 2 {
                    return Err(Error::Constant { column: self.expression.to_string() });
                }
                let (matrix, names) = match contrasted {
                    true => (contrast.matrix(levels.len(), *base), contrast.suffixes(levels, *base)),
                    false => (Mat::identity(levels.len(), levels.len()), levels.clone()),
                };
                let column = |(at, name): (usize, String)| {
                    let coded: Vec<f64> = (0..levels.len()).map(|level| matrix[(level, at)]).collect();
                    (name, codes.iter().map(|&code| coded[code as usize]).collect(), None)
                };
                names.into_iter().enumerate().map(column).collect()
            }
            _ => return Err(self.kind("number")),
        })
    }
}

/// The piece that a variable's values come of: of `poly(x, 2, raw)` it is `x`.
pub(super) fn inner(expression: &Expression) -> &Expression {
    asked(expression).map_or(expression, |asked| asked.inner)
}

fn base_level(base: &Expression, levels: &[String]) -> Result<usize> {
    let name = match &base.bare().kind {
        Piece::Text(name) | Piece::Name(name) => name.clone(),
        _ => base.to_string(),
    };
    let found = levels.iter().position(|level| *level == name);
    found.ok_or_else(|| error(base.at, "formula-no-level", name))
}

/// Reads `poly(x, 2, raw)`, `C(x, sum)`, `C(x, ref = "Mon")`, `factor(x)`, `ordered(x)`, `relevel(x, ref = "a")`, `scale(x)`.
fn asked(expression: &Expression) -> Result<Asked<'_>> {
    let Piece::Call(name, arguments) = &expression.kind else {
        return Ok(Asked { inner: expression, how: How::Plain });
    };
    let known = ["poly", "C", "factor", "as.factor", "ordered", "relevel", "scale"];
    if !known.contains(&name.as_str()) {
        return Ok(Asked { inner: expression, how: How::Plain });
    }
    let wrong =
        |argument: &Argument| error(argument.value.at, "formula-argument", argument.value.to_string());
    let Some((first, rest)) = arguments.split_first() else {
        return Err(error(expression.at, "formula-expected-argument", name.clone()));
    };
    let inner = &first.value;
    if name == "scale" {
        return match rest.first() {
            None => Ok(Asked { inner, how: How::Scaled }),
            Some(more) => Err(wrong(more)),
        };
    }
    if name == "poly" {
        let (mut degree, mut raw) = (1, false);
        for argument in rest {
            match (argument.name.as_deref(), &argument.value.bare().kind) {
                (None | Some("degree"), Piece::Number(to))
                    if to.fract() == 0.0 && (1.0..=30.0).contains(to) =>
                {
                    degree = *to as u32;
                }
                (None, Piece::Name(word)) if word == "raw" => raw = true,
                (Some("raw"), Piece::Name(word)) if matches!(word.as_str(), "TRUE" | "T" | "true") => {
                    raw = true
                }
                (Some("raw"), Piece::Name(word)) if matches!(word.as_str(), "FALSE" | "F" | "false") => {
                    raw = false
                }
                _ => return Err(wrong(argument)),
            }
        }
        return Ok(Asked { inner, how: How::Poly { degree, raw } });
    }
    let (mut contrast, mut base, ordered) = (None, None, name == "ordered");
    for argument in rest {
        match (argument.name.as_deref(), &argument.value.bare().kind) {
            (Some("ref" | "base"), _) => base = Some(&argument.value),
            (None | Some("contr" | "contrast"), Piece::Name(word) | Piece::Text(word)) => {
                match Contrast::named(word) {
                    Some(named) => contrast = Some(named),
                    None if name == "relevel" => base = Some(&argument.value),
                    None => return Err(wrong(argument)),
                }
            }
            _ => return Err(wrong(argument)),
        }
    }
    Ok(Asked { inner, how: How::Factor { contrast, base, ordered } })
}

/// Figures as a factor: a level for each value, rising.
pub(super) fn as_factor(value: Value) -> (Vec<u32>, Vec<String>, bool) {
    match value {
        Value::Factor(codes, levels, ordered) => (codes, levels, ordered),
        Value::Number(figures, _) => {
            let (codes, levels) = named(&figures);
            (codes, levels, false)
        }
    }
}
