//! Linear regression.

use super::checks::Checks;
use super::streamed::{Passed, passed};
use super::{errors, pictures, script, words};
use crate::fresh::{self, Fresh, Title};
use crate::{Answer, Fault, Head, Options, Picture, Sheet, Style, Task, Told, Value, figure, p_value};
use locale::{Lang, t};
use stats::regress::formula::{Bound, Formula, Recipe, With};
use stats::regress::{
    Bootstrap, Coefficient, Covariance, Design, Fit, Observed, Resample, TermTest, bootstrap, observe, ols,
};

/// A linear regression with its checks.
pub(super) struct Linear {
    pub(super) file: String,
    pub(super) formula: String,
    pub(super) options: Options,
    pub(super) level: f64,
    pub(super) design: Design,
    pub(super) fit: Fit,
    pub(super) observed: Observed,
    pub(super) covariance: Covariance,
    pub(super) table: Vec<Coefficient>,
    pub(super) checks: Checks,
    pub(super) bootstrap: Option<Bootstrap>,
    /// How many rows the design, what was observed and the checks are of, where not of all.
    pub(super) looked: Option<usize>,
    fresh: Option<Fresh>,
}

/// What was seen of rows in memory.
struct Looked {
    design: Design,
    observed: Observed,
    checks: Checks,
    bootstrap: Option<Bootstrap>,
    /// How many they are, where not all.
    rows: Option<usize>,
}

/// Beyond so many rows the table of rows is not given.
const ROWS: usize = 100_000;

impl Linear {
    pub(super) fn of(task: &Task<'_>) -> Result<Self, Fault> {
        let formula: Formula = task.options.needed("formula")?.parse()?;
        match passed(task, &formula)? {
            Some(passed) => Linear::of_passed(task, &formula, passed),
            None => Linear::of_rows(task, &formula),
        }
    }

    /// From all rows in memory.
    fn of_rows(task: &Task<'_>, formula: &Formula) -> Result<Self, Fault> {
        let options = task.options;
        let names: Vec<String> = task.data.columns().into_iter().map(|column| column.name).collect();
        let frame = task.data.frame(&names)?;
        let beside = errors::beside(options)?;
        let also: Vec<&str> = beside.iter().map(String::as_str).collect();
        let Bound { design, recipe, .. } =
            formula.design(&frame, With { weights: weights(options), also: &also })?;
        let fit = ols(&design)?;
        let observed = observe(&fit, &design)?;
        let covariance = errors::chosen(options, &frame, &design, &fit, &observed)?;
        let samples = options.whole("samples").unwrap_or(0) as usize;
        let resample = if options.text("resample") == "wild" { Resample::Wild } else { Resample::Pairs };
        let seed = options.whole("seed").unwrap_or(1);
        let drawn = || bootstrap(&fit, &observed, resample, samples, seed, level(options));
        let bootstrap = (samples > 0).then(drawn).transpose()?;
        let checks = Checks::of(&fit, &design, &observed);
        let looked = Looked { design, observed, checks, bootstrap, rows: None };
        Linear::new(task, formula, &recipe, fit, covariance, looked)
    }

    /// The coefficients of all rows, counted in passes; the checks and pictures of some of them.
    fn of_passed(task: &Task<'_>, formula: &Formula, passed: Passed) -> Result<Self, Fault> {
        let Passed { fit, covariance, some } = passed;
        let Bound { design, recipe, .. } =
            formula.design(&some, With { weights: weights(task.options), also: &[] })?;
        let part = ols(&design)?;
        let observed = observe(&part, &design)?;
        let checks = Checks::of(&part, &design, &observed);
        let looked = Looked { design, observed, checks, bootstrap: None, rows: Some(part.n) };
        Linear::new(task, formula, &recipe, fit, covariance, looked)
    }

    fn new(
        task: &Task<'_>,
        formula: &Formula,
        recipe: &Recipe,
        fit: Fit,
        covariance: Covariance,
        looked: Looked,
    ) -> Result<Self, Fault> {
        let level = level(task.options);
        Ok(Linear {
            file: task.data.name().to_owned(),
            formula: formula.to_string(),
            options: task.options.clone(),
            level,
            table: fit.table(&covariance, level),
            fresh: expected(task, recipe, &fit, &covariance, level)?,
            fit,
            covariance,
            design: looked.design,
            observed: looked.observed,
            checks: looked.checks,
            bootstrap: looked.bootstrap,
            looked: looked.rows,
        })
    }

    /// The fit as a whole, with the test of all slopes under the chosen errors.
    fn whole(&self, lang: Lang) -> Sheet {
        let mut sheet = words::glance(&self.fit, lang);
        if self.covariance.method != "classic"
            && let Some(f) = self.fit.wald_slopes(&self.covariance)
        {
            let errors = &self.covariance.method;
            let (statistic, p) = (figure(lang, f.statistic), p_value(lang, f.p));
            sheet.note = t!(lang, "regress-whole-robust", errors = errors, statistic = statistic, p = p);
        }
        sheet
    }

    /// Whether a column says yes or no: a level of a factor.
    fn is_yes(&self, term: &str) -> bool {
        let column = self.design.columns.iter().find(|column| column.name == term);
        column.is_some_and(|column| column.values.iter().all(|&value| value == 0.0 || value == 1.0))
    }

    fn residuals(&self, lang: Lang) -> Sheet {
        let mut sorted = self.observed.residuals.clone();
        sorted.sort_by(f64::total_cmp);
        let quantile = |p: f64| {
            let place = p * sorted.len().saturating_sub(1) as f64;
            let at = |place: f64| sorted.get(place as usize).copied().unwrap_or(f64::NAN);
            at(place.floor()) + (at(place.ceil()) - at(place.floor())) * place.fract()
        };
        let shares = [("min", 0.0), ("q1", 0.25), ("median", 0.5), ("q3", 0.75), ("max", 1.0)];
        let title = |name: &str| match name {
            "min" => t!(lang, "regress-min"),
            "q1" => t!(lang, "regress-q1"),
            "median" => t!(lang, "regress-median"),
            "q3" => t!(lang, "regress-q3"),
            _ => t!(lang, "regress-max"),
        };
        Sheet {
            name: "residuals".to_owned(),
            title: t!(lang, "regress-residuals"),
            heads: shares.iter().map(|(name, _)| Head::new(*name, title(name))).collect(),
            rows: vec![shares.iter().map(|(_, p)| Value::Number(quantile(*p))).collect()],
            ..Sheet::default()
        }
    }

    fn anova(&self, lang: Lang) -> Sheet {
        let marginal = self.options.text("anova") == "marginal";
        let lines = if marginal { self.fit.anova_marginal() } else { self.fit.anova() };
        let row = |line: &TermTest| {
            vec![
                Value::Text(line.term.clone()),
                Value::Count(line.test.df1 as u64),
                Value::Number(line.sum_squares),
                Value::Number(line.test.statistic),
                Value::P(line.test.p),
            ]
        };
        let mut rows: Vec<Vec<Value>> = lines.iter().map(row).collect();
        let left = [
            Value::Text(t!(lang, "regress-residuals")),
            Value::Count(self.fit.df_residual as u64),
            Value::Number(self.fit.rss),
        ];
        rows.push(left.into_iter().chain([Value::Missing, Value::Missing]).collect());
        // With one column a term it repeats the table of coefficients.
        let grouped = self.fit.terms.len() + usize::from(self.fit.intercept) < self.fit.rank();
        Sheet {
            name: "anova".to_owned(),
            title: if marginal {
                t!(lang, "regress-anova-marginal")
            } else {
                t!(lang, "regress-anova-sequential")
            },
            heads: vec![
                Head::new("term", t!(lang, "regress-head-term")),
                Head::new("df", t!(lang, "regress-head-df")),
                Head::new("sum_squares", t!(lang, "regress-head-squares")),
                Head::new("statistic", "F"),
                Head::new("p_value", "p"),
            ],
            rows,
            style: if grouped || marginal { Style::Rows } else { Style::Machine },
            note: String::new(),
        }
    }

    fn inflation(&self, lang: Lang) -> Option<Sheet> {
        let lines = self.fit.inflation();
        let row = |line: &stats::regress::Inflation| {
            vec![
                Value::Text(line.term.clone()),
                Value::Count(line.df as u64),
                Value::Number(line.gvif),
                Value::Number(line.scaled),
            ]
        };
        let style =
            if lines.iter().any(|line| line.scaled > 5f64.sqrt()) { Style::Rows } else { Style::Machine };
        (!lines.is_empty()).then(|| Sheet {
            name: "vif".to_owned(),
            title: t!(lang, "regress-vif"),
            heads: vec![
                Head::new("term", t!(lang, "regress-head-term")),
                Head::new("df", t!(lang, "regress-head-df")),
                Head::new("gvif", "GVIF"),
                Head::new("gvif_scaled", "GVIF^(1/2df)"),
            ],
            rows: lines.iter().map(row).collect(),
            style,
            note: t!(lang, "regress-vif-note"),
        })
    }

    fn drawn(&self, lang: Lang) -> Option<Sheet> {
        let found = self.bootstrap.as_ref()?;
        let names = self.fit.kept_names();
        let row = |(at, name): (usize, &String)| {
            vec![
                Value::Text(name.clone()),
                Value::Number(found.bias[at]),
                Value::Number(found.std_error[at]),
                Value::Number(found.percentile[at].0),
                Value::Number(found.percentile[at].1),
                Value::Number(found.bca[at].0),
                Value::Number(found.bca[at].1),
            ]
        };
        Some(Sheet {
            name: "bootstrap".to_owned(),
            title: t!(lang, "regress-bootstrap", count = found.draws.first().map_or(0, Vec::len)),
            heads: vec![
                Head::new("term", t!(lang, "regress-head-term")),
                Head::new("bias", t!(lang, "regress-head-bias")),
                Head::new("std_error", t!(lang, "regress-head-error")),
                Head::new("percentile_low", t!(lang, "regress-head-percentile-low")),
                Head::new("percentile_high", t!(lang, "regress-head-percentile-high")),
                Head::new("bca_low", t!(lang, "regress-head-bca-low")),
                Head::new("bca_high", t!(lang, "regress-head-bca-high")),
            ],
            rows: names.iter().enumerate().map(row).collect(),
            ..Sheet::default()
        })
    }

    fn augment(&self, lang: Lang) -> Option<Sheet> {
        let near = self.checks.influence.as_ref().filter(|_| self.fit.n <= ROWS && self.looked.is_none())?;
        let row = |at: usize| {
            let number = |list: &[f64]| Value::Number(list.get(at).copied().unwrap_or(f64::NAN));
            vec![
                Value::Count(self.design.rows.get(at).map_or(0, |&row| row as u64 + 1)),
                number(&self.design.y),
                number(&self.observed.fitted),
                number(&self.observed.residuals),
                number(&near.leverage),
                number(&near.sigma),
                number(&near.cooks),
                number(&near.standardized),
            ]
        };
        let heads = ["row", "response", "fitted", "resid", "hat", "sigma", "cooksd", "std_resid"];
        Some(Sheet {
            name: "augment".to_owned(),
            title: t!(lang, "regress-augment"),
            heads: heads.iter().map(|name| Head::new(*name, *name)).collect(),
            rows: (0..self.observed.residuals.len()).map(row).collect(),
            style: Style::Machine,
            note: String::new(),
        })
    }
}

impl Answer for Linear {
    fn tell(&self, lang: Lang) -> Told {
        let mut sheets = vec![
            self.residuals(lang),
            words::tidy(&self.table, self.level, lang),
            self.whole(lang),
            self.anova(lang),
            self.checks.sheet(lang),
        ];
        sheets.extend(self.inflation(lang));
        sheets.extend(self.drawn(lang));
        sheets.extend(self.fresh.as_ref().map(|fresh| fresh.sheet(lang)));
        Told {
            method: "regress.ols".to_owned(),
            title: t!(lang, "regress-title", response = &self.fit.response, file = &self.file),
            facts: words::facts(&self.fit, &self.covariance, &self.formula, lang),
            sheets,
            reading: words::reading(&self.fit, &self.table, &|term| self.is_yes(term), lang),
            cautions: words::cautions(self, lang),
        }
    }

    fn rows(&self, lang: Lang) -> Option<Sheet> {
        self.augment(lang)
    }

    fn pictures(&self, lang: Lang) -> Vec<Picture> {
        pictures::pictures(self, lang)
    }

    fn script(&self, file: &str) -> String {
        let new = self.fresh.as_ref().map_or_else(String::new, |fresh| {
            let level = self.level;
            fresh.script(&format!(
                "print(predict(model, new, interval = \"confidence\", level = {level}))\n\
                 print(predict(model, new, interval = \"prediction\", level = {level}))"
            ))
        });
        script::script(file, &self.formula, &self.options) + &new
    }
}

fn level(options: &Options) -> f64 {
    options.number("level").unwrap_or(0.95)
}

fn weights(options: &Options) -> Option<&str> {
    Some(options.text("weights")).filter(|name| !name.is_empty())
}

/// What is expected of new rows: their mean, and where a single one may lie.
fn expected(
    task: &Task<'_>,
    recipe: &Recipe,
    fit: &Fit,
    covariance: &Covariance,
    level: f64,
) -> Result<Option<Fresh>, Fault> {
    let Some(data) = task.fresh else { return Ok(None) };
    let frame = fresh::frame(data, &recipe.reads())?;
    let rows = recipe.again(&frame).map_err(|error| fresh::within(data.name(), error))?;
    let new = Design {
        y: vec![0.0; rows.rows.len()],
        columns: rows.columns,
        offset: rows.offset,
        intercept: fit.intercept,
        ..Design::default()
    };
    let found = fit.predict(&new, covariance, level)?;
    let (low, high) = found.confidence.into_iter().unzip();
    let (one_low, one_high) = found.prediction.into_iter().unzip();
    let columns = vec![
        (Title::Fitted, found.fitted),
        (Title::Error, found.std_error),
        (Title::Low, low),
        (Title::High, high),
        (Title::OneLow, one_low),
        (Title::OneHigh, one_high),
    ];
    let answers = Fresh::new(data, frame.rows(), &rows.rows, columns);
    Ok(Some(answers.noted(fresh::strangers(recipe, &frame))))
}
