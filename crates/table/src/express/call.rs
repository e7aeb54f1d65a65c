//! Calls of functions, bound.

use super::bind::{Bound, Find, Gives, alike, bind, common, figure, missing, number, truth};
use super::error::{ExpressionError, Why};
use super::functions::{arithmetic, bare, keeping, of_day};
use super::parse::{Expression, Node};
use super::plan::Plan;
use crate::Unit;

/// Binds a call.
pub fn call(name: &str, list: &[Expression], at: usize, find: Find<'_>) -> Result<Bound, ExpressionError> {
    let wrong = |why| ExpressionError { at, why };
    match (name, list) {
        ("if" | "если", [test, yes, no]) => {
            let test = truth(test, find)?;
            let (gives, yes, no) = alike(bind(yes, find)?, bind(no, find)?, at)?;
            Ok(Bound { gives, plan: Plan::If(Box::new(test), Box::new(yes), Box::new(no)) })
        }
        ("missing", [inner]) => missing(inner, find),
        ("min" | "max", [first, rest @ ..]) => {
            let apply = arithmetic(name).ok_or_else(|| wrong(Why::NoFunction(name.to_owned())))?;
            let (mut unit, mut plan) = number(first, find)?;
            for other in rest {
                let (own, right) = number(other, find)?;
                unit = common(&unit, &own, other.at)?;
                plan = Plan::Two(apply, Box::new(plan), Box::new(right));
            }
            Ok(figure(unit, plan))
        }
        ("sqrt", [inner]) => {
            let (unit, plan) = number(inner, find)?;
            let root = unit.root().ok_or_else(|| wrong(Why::Unit(unit.to_string())))?;
            let apply = |value: f64| if value < 0.0 { f64::NAN } else { value.sqrt() };
            Ok(figure(root, Plan::One(apply, Box::new(plan))))
        }
        ("round", [inner, digits]) => {
            let (unit, plan) = number(inner, find)?;
            let Node::Number(digits) = digits.node else {
                return Err(ExpressionError { at: digits.at, why: Why::NeedStep });
            };
            let by = Box::new(Plan::Constant(10f64.powi(digits.clamp(0.0, 15.0) as i32)));
            let apply = |value: f64, by: f64| (value * by).round() / by;
            Ok(figure(unit, Plan::Two(apply, Box::new(plan), by)))
        }
        ("lag", [inner, rest @ ..]) if rest.len() < 2 => {
            let step = match rest.first().map(|step| (&step.node, step.at)) {
                None => 1.0,
                Some((Node::Number(step), _)) if step.fract() == 0.0 && *step >= 1.0 && *step < 1e9 => *step,
                Some((_, at)) => return Err(ExpressionError { at, why: Why::NeedStep }),
            };
            let bound = bind(inner, find)?;
            Ok(Bound { gives: bound.gives, plan: Plan::Lag(Box::new(bound.plan), step as usize) })
        }
        (name, [inner]) => {
            if let Some(apply) = of_day(name) {
                let bound = bind(inner, find)?;
                return match bound.gives {
                    Gives::Day => Ok(figure(Unit::NONE, Plan::One(apply, Box::new(bound.plan)))),
                    _ => Err(ExpressionError { at: inner.at, why: Why::NeedDay }),
                };
            }
            let keeps = keeping(name);
            let apply = keeps.or_else(|| bare(name)).ok_or_else(|| no_such(name, at))?;
            let (unit, plan) = number(inner, find)?;
            // The logarithm of people depends on how one counts them, and so is no figure of people any more.
            let unit = if keeps.is_some() { unit } else { Unit::NONE };
            Ok(figure(unit, Plan::One(apply, Box::new(plan))))
        }
        (name, _) => Err(no_such(name, at)),
    }
}

/// A known function has the wrong arguments, another name is none.
fn no_such(name: &str, at: usize) -> ExpressionError {
    let known = super::functions::NAMES.contains(&name) || name == "если";
    let why = if known { Why::Arguments(name.to_owned()) } else { Why::NoFunction(name.to_owned()) };
    ExpressionError { at, why }
}
