//! Linear regression of more rows than fit in memory.

use super::{errors, script, words};
use crate::{Answer, Fault, Options, Picture, Task, Told};
use locale::{Lang, t};
use stats::Error;
use stats::regress::formula::{Expression, Formula, Piece, Terms};
use stats::regress::{Coefficient, Covariance, Fit, Streamed, hc_streamed, ols_streamed};

/// A linear regression of columns as they stand, counted in passes over the rows.
pub(super) struct Streaming {
    file: String,
    formula: String,
    options: Options,
    level: f64,
    fit: Fit,
    covariance: Covariance,
    table: Vec<Coefficient>,
}

impl Streaming {
    pub(super) fn of(task: &Task<'_>) -> Result<Self, Fault> {
        let options = task.options;
        let formula: Formula = options.needed("formula")?.parse()?;
        let names: Vec<String> = task.data.columns().into_iter().map(|column| column.name).collect();
        let terms = Terms::new(formula.left.as_ref(), &formula.right, &names)?;
        let response = formula.left.as_ref().and_then(plain).ok_or_else(refused)?;
        let columns: Vec<String> = terms
            .variables
            .iter()
            .map(|variable| plain(variable).ok_or_else(refused))
            .collect::<Result<_, _>>()?;
        // A term of several variables is an interaction, whose columns are not in the file.
        if terms.terms.len() != columns.len() || !terms.offsets.is_empty() {
            return Err(refused());
        }
        let weights = Some(options.text("weights")).filter(|name| !name.is_empty());
        let all: Vec<String> =
            [response].into_iter().chain(columns).chain(weights.map(str::to_owned)).collect();
        let source = task.data.blocks(&all)?;
        let end = all.len() - usize::from(weights.is_some());
        let numbers: Vec<usize> = (1..end).collect();
        let rows = Streamed::new(&*source, 0, &numbers, terms.intercept, weights.map(|_| end))?;
        let fit = ols_streamed(&rows)?;
        let covariance = match (options.text("errors"), errors::hc_of(options.text("errors"))) {
            (_, Some(kind)) => hc_streamed(&fit, &rows, kind)?,
            ("classic", _) => fit.covariance(),
            (other, _) => {
                let allowed = "classic|hc0|hc1|hc2|hc3|hc4|hc4m|hc5".to_owned();
                return Err(Fault::Choice { name: "errors".to_owned(), value: other.to_owned(), allowed });
            }
        };
        let level = options.number("level").unwrap_or(0.95);
        Ok(Streaming {
            file: task.data.name().to_owned(),
            formula: formula.to_string(),
            options: options.clone(),
            level,
            table: fit.table(&covariance, level),
            fit,
            covariance,
        })
    }
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

impl Answer for Streaming {
    fn tell(&self, lang: Lang) -> Told {
        Told {
            method: "regress.ols".to_owned(),
            title: t!(lang, "regress-title", response = &self.fit.response, file = &self.file),
            facts: words::facts(&self.fit, &self.covariance, &self.formula, lang),
            sheets: vec![words::tidy(&self.table, self.level, lang), words::glance(&self.fit, lang)],
            reading: words::reading(&self.fit, &self.table, &|_| false, lang),
            cautions: vec![t!(lang, "regress-caution-streamed"), t!(lang, "regress-caution-cause")],
        }
    }

    fn pictures(&self, _: Lang) -> Vec<Picture> {
        Vec::new()
    }

    fn script(&self, file: &str) -> String {
        script::script(file, &self.formula, &self.options)
    }
}
