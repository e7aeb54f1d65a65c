//! An expression bound to a table's columns: what it is of, in which unit, and how it is reckoned.

use super::error::{ExpressionError, Why};
use super::functions;
use super::parse::{Expression, Node};
use super::plan::Plan;
use crate::{Kind, Unit};
use std::sync::Arc;

/// What an expression gives.
#[derive(Debug, Clone, PartialEq)]
pub enum Gives {
    /// Figures in a unit.
    Figure(Unit),
    /// True or false.
    Truth,
    /// Days or moments.
    Day,
    /// Words, by their levels.
    Word(Arc<Vec<String>>),
}

/// An expression that can be reckoned.
#[derive(Debug, Clone)]
pub struct Bound {
    /// What it gives.
    pub gives: Gives,
    /// How.
    pub plan: Plan,
}

/// A column as an expression sees it.
pub struct Known {
    /// Its place.
    pub at: usize,
    /// Its kind.
    pub kind: Kind,
    /// Its unit.
    pub unit: Unit,
    /// Its levels, for words.
    pub levels: Arc<Vec<String>>,
}

/// Finds the column of a name.
pub type Find<'a> = &'a dyn Fn(&str) -> Option<Known>;

type Result<T> = std::result::Result<T, ExpressionError>;

/// Binds an expression.
pub fn bind(expression: &Expression, find: Find<'_>) -> Result<Bound> {
    let at = expression.at;
    match &expression.node {
        Node::Number(number) => Ok(figure(Unit::NONE, Plan::Constant(*number))),
        Node::Text(text) => {
            Ok(Bound { gives: Gives::Word(Arc::new(vec![text.clone()])), plan: Plan::Constant(0.0) })
        }
        Node::Name(name) => {
            let known = find(name).ok_or(ExpressionError { at, why: Why::NoColumn(name.clone()) })?;
            let gives = match known.kind {
                Kind::Number | Kind::Whole => Gives::Figure(known.unit),
                Kind::YesNo => Gives::Truth,
                Kind::Date | Kind::DateTime => Gives::Day,
                Kind::Word | Kind::Text => Gives::Word(known.levels),
            };
            Ok(Bound { gives, plan: Plan::Column(known.at) })
        }
        Node::Unary("not", inner) => {
            let inner = truth(inner, find)?;
            let not = |value: f64| if value.is_nan() { value } else { f64::from(value == 0.0) };
            Ok(Bound { gives: Gives::Truth, plan: Plan::One(not, Box::new(inner)) })
        }
        Node::Unary(_, inner) => {
            let (unit, plan) = number(inner, find)?;
            Ok(figure(unit, Plan::One(|value| -value, Box::new(plan))))
        }
        Node::Missing(inner) => missing(inner, find),
        Node::Binary(sign, left, right) => binary(sign, left, right, at, find),
        Node::In(inner, list) => is_in(inner, list, find),
        Node::Call(name, list) => super::call::call(name, list, at, find),
    }
}

/// Figures.
pub fn figure(unit: Unit, plan: Plan) -> Bound {
    Bound { gives: Gives::Figure(unit), plan }
}

/// An expression that must give figures; yes and no count as 1 and 0.
pub fn number(expression: &Expression, find: Find<'_>) -> Result<(Unit, Plan)> {
    let bound = bind(expression, find)?;
    match bound.gives {
        Gives::Figure(unit) => Ok((unit, bound.plan)),
        Gives::Truth => Ok((Unit::NONE, bound.plan)),
        _ => Err(ExpressionError { at: expression.at, why: Why::NeedFigure }),
    }
}

/// An expression that must be true or false.
pub fn truth(expression: &Expression, find: Find<'_>) -> Result<Plan> {
    let bound = bind(expression, find)?;
    match bound.gives {
        Gives::Truth => Ok(bound.plan),
        _ => Err(ExpressionError { at: expression.at, why: Why::NeedTruth }),
    }
}

/// Whether something is missing.
pub fn missing(inner: &Expression, find: Find<'_>) -> Result<Bound> {
    let plan = bind(inner, find)?.plan;
    let is = |value: f64| f64::from(value.is_nan());
    Ok(Bound { gives: Gives::Truth, plan: Plan::One(is, Box::new(plan)) })
}

/// The one unit of two sides; a bare number takes the other's.
pub fn common(left: &Unit, right: &Unit, at: usize) -> Result<Unit> {
    if left.is_none() || left == right {
        return Ok(right.clone());
    }
    match right.is_none() {
        true => Ok(left.clone()),
        false => Err(ExpressionError { at, why: Why::Units(left.to_string(), right.to_string()) }),
    }
}

/// Two sides made alike: figures of one unit, words in one list of levels, days, truths.
pub fn alike(left: Bound, right: Bound, at: usize) -> Result<(Gives, Plan, Plan)> {
    let unlike = || ExpressionError { at, why: Why::Unlike };
    match (left.gives, right.gives) {
        (Gives::Figure(one), Gives::Figure(other)) => {
            Ok((Gives::Figure(common(&one, &other, at)?), left.plan, right.plan))
        }
        (Gives::Figure(unit), Gives::Truth) | (Gives::Truth, Gives::Figure(unit)) => {
            Ok((Gives::Figure(unit), left.plan, right.plan))
        }
        (Gives::Truth, Gives::Truth) => Ok((Gives::Truth, left.plan, right.plan)),
        (Gives::Day, Gives::Day) => Ok((Gives::Day, left.plan, right.plan)),
        (Gives::Day, Gives::Word(words)) => {
            Ok((Gives::Day, left.plan, day(&words, &right.plan).ok_or_else(unlike)?))
        }
        (Gives::Word(words), Gives::Day) => {
            Ok((Gives::Day, day(&words, &left.plan).ok_or_else(unlike)?, right.plan))
        }
        (Gives::Word(one), Gives::Word(other)) => {
            let mut levels: Vec<String> = one.iter().chain(other.iter()).cloned().collect();
            levels.sort();
            levels.dedup();
            let code = |level: &String| levels.binary_search(level).map_or(f64::NAN, |at| at as f64);
            let recoded = |plan: Plan, old: &Vec<String>| {
                Plan::Recoded(Box::new(plan), Arc::new(old.iter().map(code).collect()))
            };
            let plans = (recoded(left.plan, &one), recoded(right.plan, &other));
            Ok((Gives::Word(Arc::new(levels)), plans.0, plans.1))
        }
        _ => Err(unlike()),
    }
}

/// A day that is written as text.
fn day(words: &[String], plan: &Plan) -> Option<Plan> {
    match (words, plan) {
        ([text], Plan::Constant(_)) => functions::day(text).map(Plan::Constant),
        _ => None,
    }
}

fn binary(sign: &str, left: &Expression, right: &Expression, at: usize, find: Find<'_>) -> Result<Bound> {
    if let Some(apply) = functions::logic(sign) {
        let (left, right) = (truth(left, find)?, truth(right, find)?);
        return Ok(Bound { gives: Gives::Truth, plan: Plan::Two(apply, Box::new(left), Box::new(right)) });
    }
    if let Some(apply) = functions::comparison(sign) {
        let (gives, left, right) = alike(bind(left, find)?, bind(right, find)?, at)?;
        if matches!(gives, Gives::Word(_)) && !matches!(sign, "=" | "!=") {
            return Err(ExpressionError { at, why: Why::Unlike });
        }
        return Ok(Bound { gives: Gives::Truth, plan: Plan::Two(apply, Box::new(left), Box::new(right)) });
    }
    let apply =
        functions::arithmetic(sign).ok_or(ExpressionError { at, why: Why::Unexpected(sign.to_owned()) })?;
    // Days are shifted by days, and the span of two is in days.
    let (one, other) = (bind(left, find)?, bind(right, find)?);
    if matches!(sign, "+" | "-") && (one.gives == Gives::Day || other.gives == Gives::Day) {
        let gives = match (&one.gives, &other.gives) {
            (Gives::Day, Gives::Day) if sign == "-" => Gives::Figure(Unit::read("days").unwrap_or_default()),
            (Gives::Day, Gives::Figure(_)) => Gives::Day,
            _ => return Err(ExpressionError { at, why: Why::Unlike }),
        };
        return Ok(Bound { gives, plan: Plan::Two(apply, Box::new(one.plan), Box::new(other.plan)) });
    }
    let ((own, left_plan), (unit, right_plan)) = (number(left, find)?, number(right, find)?);
    let unit = match sign {
        "*" => own.times(&unit),
        "/" => own.over(&unit),
        "^" => match right.node {
            _ if own.is_none() => Unit::NONE,
            Node::Number(power) if power.fract() == 0.0 && power <= 9.0 => own.power(power as i8),
            _ => return Err(ExpressionError { at, why: Why::Unit(own.to_string()) }),
        },
        _ => common(&own, &unit, at)?,
    };
    Ok(figure(unit, Plan::Two(apply, Box::new(left_plan), Box::new(right_plan))))
}

fn is_in(inner: &Expression, list: &[Expression], find: Find<'_>) -> Result<Bound> {
    let left = bind(inner, find)?;
    let values: Result<Vec<f64>> = list
        .iter()
        .map(|one| {
            let right = bind(one, find)?;
            // A word is sought among the levels that there are; one that is none of them is never met.
            if let (Gives::Word(levels), Node::Text(text)) = (&left.gives, &one.node) {
                return Ok(levels.iter().position(|level| level == text).map_or(-1.0, |at| at as f64));
            }
            match alike(left.clone(), right, one.at)? {
                (_, _, Plan::Constant(value)) => Ok(value),
                _ => Err(ExpressionError { at: one.at, why: Why::Unlike }),
            }
        })
        .collect();
    Ok(Bound { gives: Gives::Truth, plan: Plan::In(Box::new(left.plan), values?) })
}
