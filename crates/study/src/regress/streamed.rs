//! Linear regression in passes over the file, so that it need not fit in memory.

use super::errors;
use crate::{Fault, Task};
use stats::regress::formula::{Expression, Formula, Piece, Terms};
use stats::regress::{Covariance, Fit, Streamed, hc_streamed, ols_streamed};
use stats::{Error, Frame};

/// Files of more rows are passed over where nothing else is asked.
const LONG: usize = 100_000;
/// About so many rows are kept for the checks and pictures.
const LOOKED: usize = 20_000;

/// A fit to all rows, and some of the rows.
pub(super) struct Passed {
    pub(super) fit: Fit,
    pub(super) covariance: Covariance,
    pub(super) some: Frame,
}

/// The fit in passes where that was asked for, or where the file is long and the question allows it.
pub(super) fn passed(task: &Task<'_>, formula: &Formula) -> Result<Option<Passed>, Fault> {
    match task.options.text("stream") {
        "off" => Ok(None),
        "on" => pass(task, &Plan::of(task, formula)?).map(Some),
        _ if !task.data.is_longer_than(LONG)? => Ok(None),
        _ => match Plan::of(task, formula) {
            Ok(plan) if task.options.whole("samples").unwrap_or(0) == 0 => pass(task, &plan).map(Some),
            // A formula or errors that need the rows at hand.
            _ => Ok(None),
        },
    }
}

/// What is read of the file: the response, the columns, the weights.
struct Plan {
    all: Vec<String>,
    weighted: bool,
    intercept: bool,
}

impl Plan {
    fn of(task: &Task<'_>, formula: &Formula) -> Result<Self, Fault> {
        let options = task.options;
        let kind = options.text("errors");
        if kind != "classic" && errors::hc_of(kind).is_none() {
            let allowed = "classic|hc0|hc1|hc2|hc3|hc4|hc4m|hc5".to_owned();
            return Err(Fault::Choice { name: "errors".to_owned(), value: kind.to_owned(), allowed });
        }
        let columns = task.data.columns();
        let names: Vec<String> = columns.iter().map(|column| column.name.clone()).collect();
        let terms = Terms::new(formula.left.as_ref(), &formula.right, &names)?;
        let number = |expression: &Expression| {
            let name = plain(expression).ok_or_else(refused)?;
            let words = columns.iter().any(|column| column.name == name && !column.number);
            if words { Err(refused()) } else { Ok(name) }
        };
        let response = number(formula.left.as_ref().ok_or_else(refused)?)?;
        let own = terms.variables.iter().map(number).collect::<Result<Vec<_>, _>>()?;
        // A term of several variables is an interaction, whose columns are not in the file.
        if terms.terms.len() != own.len() || !terms.offsets.is_empty() {
            return Err(refused());
        }
        let weights = Some(options.text("weights")).filter(|name| !name.is_empty());
        let all: Vec<String> = [response].into_iter().chain(own).chain(weights.map(str::to_owned)).collect();
        Ok(Plan { all, weighted: weights.is_some(), intercept: terms.intercept })
    }
}

fn pass(task: &Task<'_>, plan: &Plan) -> Result<Passed, Fault> {
    let source = task.data.sampled(&plan.all, LOOKED)?;
    let end = plan.all.len() - usize::from(plan.weighted);
    let numbers: Vec<usize> = (1..end).collect();
    let rows = Streamed::new(&source, 0, &numbers, plan.intercept, plan.weighted.then_some(end))?;
    let fit = ols_streamed(&rows)?;
    let covariance = match errors::hc_of(task.options.text("errors")) {
        Some(kind) => hc_streamed(&fit, &rows, kind)?,
        None => fit.covariance(),
    };
    Ok(Passed { fit, covariance, some: source.frame()? })
}

fn refused() -> Fault {
    Fault::Stats(Error::Refused { what: "streamed-formula" })
}

/// The column that an expression is, where it is nothing else.
fn plain(expression: &Expression) -> Option<String> {
    match &expression.bare().kind {
        Piece::Name(name) => Some(name.clone()),
        _ => None,
    }
}
