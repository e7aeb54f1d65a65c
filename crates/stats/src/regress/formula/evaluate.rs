//! The values of a piece over the rows of a frame.
//!
//! `+ − × ÷` and whole powers are counted in double-double arithmetic, so that a polynomial's columns are as exact as the
//! figures they are formed from; other functions give the nearest double.

use super::expression::{Argument, Expression, Piece};
use super::lexer::error;
use crate::{Column, Error, Frame, Result, Values};
use matrix::Dd;
use rayon::prelude::*;

/// What a piece comes to, a value a row.
#[derive(Debug, Clone)]
pub enum Value {
    /// Figures, and what they leave out below a double's last digit, where that is known.
    Number(Vec<f64>, Option<Vec<f64>>),
    /// Words: see [`Values::Factor`].
    Factor(Vec<u32>, Vec<String>, bool),
}

impl Value {
    /// Whether a row has no value.
    pub fn is_missing(&self, row: usize) -> bool {
        match self {
            Value::Number(high, _) => high.get(row).is_none_or(|x| x.is_nan()),
            Value::Factor(codes, ..) => codes.get(row).is_none_or(|&code| code == crate::MISSING),
        }
    }

    /// Only these rows.
    pub fn only(self, rows: &[usize]) -> Value {
        let pick = |list: &[f64]| rows.iter().map(|&row| list[row]).collect::<Vec<_>>();
        match self {
            Value::Number(high, low) => Value::Number(pick(&high), low.map(|low| pick(&low))),
            Value::Factor(codes, levels, ordered) => {
                Value::Factor(rows.iter().map(|&row| codes[row]).collect(), levels, ordered)
            }
        }
    }

    fn wide(high: Vec<f64>, low: Vec<f64>) -> Value {
        let exact = low.par_iter().all(|x| *x == 0.0 || x.is_nan());
        Value::Number(high, (!exact).then_some(low))
    }
}

/// The values of a piece.
pub fn evaluate(piece: &Expression, frame: &Frame) -> Result<Value> {
    let rows = frame.rows();
    let number = |piece: &Expression| figures(piece, frame);
    match &piece.kind {
        Piece::Number(value) => Ok(Value::Number(vec![*value; rows], None)),
        Piece::Text(text) => Err(error(piece.at, "formula-text-as-number", text.clone())),
        Piece::Name(name) => match frame.column(name)? {
            Column { values: Values::Number(values), .. } => Ok(Value::Number(values.clone(), None)),
            Column { values: Values::Factor { codes, levels, ordered }, .. } => {
                Ok(Value::Factor(codes.clone(), levels.clone(), *ordered))
            }
        },
        Piece::Brackets(inner) => evaluate(inner, frame),
        Piece::Signed("-", inner) => {
            let (high, low) = number(inner)?;
            let turn = |list: Vec<f64>| list.into_iter().map(|x| -x).collect::<Vec<_>>();
            Ok(Value::Number(turn(high), low.map(turn)))
        }
        Piece::Signed(_, inner) => evaluate(inner, frame),
        Piece::Sum(items) => {
            let mut parts = items.iter();
            let Some((_, first)) = parts.next() else {
                return Err(error(piece.at, "formula-expected-term", ""));
            };
            let (mut high, mut low) = number(first)?;
            for (minus, item) in parts {
                let joined = match minus {
                    false => pairwise(&(high, low), &number(item)?, |a, b| a + b),
                    true => pairwise(&(high, low), &number(item)?, |a, b| a - b),
                };
                (high, low) = (joined.0, Some(joined.1));
            }
            Ok(Value::wide(high, low.unwrap_or_default()))
        }
        Piece::Pair(sign, pair) => match *sign {
            "*" => wide(pairwise(&number(&pair.0)?, &number(&pair.1)?, |a, b| a * b)),
            "/" => wide(pairwise(&number(&pair.0)?, &number(&pair.1)?, |a, b| a / b)),
            "^" => raised(&number(&pair.0)?, &pair.1, frame),
            "==" | "!=" | "<" | "<=" | ">" | ">=" => compared(sign, &pair.0, &pair.1, frame),
            _ => Err(error(piece.at, "formula-terms-in-arithmetic", piece.to_string())),
        },
        Piece::Call(name, arguments) => called(piece, name, arguments, frame),
    }
}

/// Figures and their low parts.
pub type Figures = (Vec<f64>, Option<Vec<f64>>);

/// The figures of a piece; words are an error that names it.
pub fn figures(piece: &Expression, frame: &Frame) -> Result<Figures> {
    match evaluate(piece, frame)? {
        Value::Number(high, low) => Ok((high, low)),
        Value::Factor(..) => Err(Error::Kind { column: piece.to_string(), need: "number" }),
    }
}

fn wide((high, low): (Vec<f64>, Vec<f64>)) -> Result<Value> {
    Ok(Value::wide(high, low))
}

/// An operation on each row's pair of figures.
pub fn pairwise(
    left: &Figures,
    right: &Figures,
    operation: impl Fn(Dd, Dd) -> Dd + Sync,
) -> (Vec<f64>, Vec<f64>) {
    let at = |of: &Figures, row: usize| Dd { hi: of.0[row], lo: of.1.as_ref().map_or(0.0, |low| low[row]) };
    let rows = left.0.len().min(right.0.len());
    let one = |row| {
        let found = operation(at(left, row), at(right, row));
        // What is beyond a double has no low part: ∞ − ∞ would make it NaN.
        (found.hi, if found.hi.is_finite() { found.lo } else { 0.0 })
    };
    (0..rows).into_par_iter().with_min_len(4096).map(one).unzip()
}

/// A whole power by products; any other by `pow`.
fn raised(base: &Figures, to: &Expression, frame: &Frame) -> Result<Value> {
    if let Piece::Number(power) = to.bare().kind
        && power.fract() == 0.0
        && (0.0..=64.0).contains(&power)
    {
        return Ok(power_of(base, power as u32));
    }
    let (to, _) = figures(to, frame)?;
    Ok(Value::Number(base.0.iter().zip(&to).map(|(x, y)| x.powf(*y)).collect(), None))
}

/// A whole power, in double-double arithmetic.
pub fn power_of(base: &Figures, power: u32) -> Value {
    let (high, low) = pairwise(base, base, |x, _| {
        let (mut left, mut square, mut product) = (power, x, Dd { hi: 1.0, lo: 0.0 });
        while left > 0 {
            if left & 1 == 1 {
                product = product * square;
            }
            left >>= 1;
            if left > 0 {
                square = square * square;
            }
        }
        // 0 to the power 0 of a missing figure is missing.
        if x.hi.is_nan() { x } else { product }
    });
    Value::wide(high, low)
}

/// A comparison is a factor of `FALSE` and `TRUE`, as in R.
fn compared(sign: &str, left: &Expression, right: &Expression, frame: &Frame) -> Result<Value> {
    let holds = |order: Option<std::cmp::Ordering>| {
        let order = order?;
        Some(match sign {
            "==" => order.is_eq(),
            "!=" => order.is_ne(),
            "<" => order.is_lt(),
            "<=" => order.is_le(),
            ">" => order.is_gt(),
            _ => order.is_ge(),
        })
    };
    let code = |held: Option<bool>| held.map_or(crate::MISSING, u32::from);
    let codes = match (evaluate(left, frame)?, &right.bare().kind) {
        (Value::Factor(codes, levels, ordered), Piece::Text(word)) => {
            let Some(wanted) = levels.iter().position(|level| level == word) else {
                return Err(error(right.at, "formula-no-level", word.clone()));
            };
            if !ordered && !matches!(sign, "==" | "!=") {
                return Err(error(left.at, "formula-no-order", left.to_string()));
            }
            let place = |code: u32| (code != crate::MISSING).then(|| (code as usize).cmp(&wanted));
            codes.into_iter().map(|level| code(holds(place(level)))).collect()
        }
        (Value::Factor(..), _) => return Err(error(right.at, "formula-no-level", right.to_string())),
        (Value::Number(figures_left, _), _) => {
            let (other, _) = figures(right, frame)?;
            let both = figures_left.iter().zip(&other);
            both.map(|(x, y)| code(holds(x.partial_cmp(y)))).collect()
        }
    };
    Ok(Value::Factor(codes, vec!["FALSE".to_owned(), "TRUE".to_owned()], false))
}

fn called(piece: &Expression, name: &str, arguments: &[Argument], frame: &Frame) -> Result<Value> {
    let Some(first) = arguments.first() else {
        return Err(error(piece.at, "formula-expected-argument", name));
    };
    if matches!(name, "poly" | "C" | "factor" | "as.factor" | "ordered" | "relevel" | "scale") {
        return Err(error(piece.at, "formula-only-alone", piece.to_string()));
    }
    let second = arguments.get(1);
    if arguments.len() > 2 || (second.is_some() && !matches!(name, "lag" | "diff" | "log")) {
        return Err(error(piece.at, "formula-too-many-arguments", name));
    }
    let plain = |function: fn(f64) -> f64| {
        let (high, _) = figures(&first.value, frame)?;
        Ok(Value::Number(high.into_iter().map(function).collect(), None))
    };
    match name {
        "I" => evaluate(&first.value, frame),
        "offset" => figures(&first.value, frame).map(|(high, low)| Value::Number(high, low)),
        "log" => match second {
            None => plain(f64::ln),
            Some(base) => {
                let (high, _) = figures(&first.value, frame)?;
                let (base, _) = figures(&base.value, frame)?;
                Ok(Value::Number(high.iter().zip(&base).map(|(x, b)| x.ln() / b.ln()).collect(), None))
            }
        },
        "exp" => plain(f64::exp),
        "sqrt" => plain(f64::sqrt),
        "log2" => plain(f64::log2),
        "log10" => plain(f64::log10),
        "log1p" => plain(f64::ln_1p),
        "expm1" => plain(f64::exp_m1),
        "abs" => plain(f64::abs),
        "sin" => plain(f64::sin),
        "cos" => plain(f64::cos),
        "tan" => plain(f64::tan),
        "tanh" => plain(f64::tanh),
        "asinh" => plain(f64::asinh),
        "floor" => plain(f64::floor),
        "ceiling" => plain(f64::ceil),
        "round" => plain(f64::round_ties_even),
        "sign" => plain(|x| if x == 0.0 || x.is_nan() { x } else { x.signum() }),
        "lag" | "diff" => {
            let steps = match second.map(|second| &second.value.bare().kind) {
                None => 1,
                Some(Piece::Number(steps)) if *steps >= 1.0 && steps.fract() == 0.0 && *steps < 1e9 => {
                    *steps as usize
                }
                Some(_) => return Err(error(piece.at, "formula-lag", piece.to_string())),
            };
            let (high, _) = figures(&first.value, frame)?;
            let before = |row: usize| row.checked_sub(steps).map_or(f64::NAN, |row| high[row]);
            let value = |row: usize| if name == "lag" { before(row) } else { high[row] - before(row) };
            Ok(Value::Number((0..high.len()).map(value).collect(), None))
        }
        "step" | "stepwise" | "stepAIC" => Err(Error::Refused { what: "stepwise" }),
        _ => Err(error(piece.at, "formula-unknown-function", name)),
    }
}
