//! Robust regression: what holds when far-off rows do not count.

use super::asked::Asked;
use super::fresh::New;
use super::pictures;
use super::sheets::{augment, facts, glance, tidy};
use super::words::{self, Scale};
use crate::fresh::{Fresh, Note, Title};
use crate::{Answer, Fault, Picture, Task, Told, Value};
use locale::{Lang, percent, t};
use stats::dist::Normal;
use stats::regress::Coefficient;
use stats::regress::mm;
use stats::regress::robust::{Psi, Robust as Fitted, Scale as Spread, Weights, robust};

/// A robust regression.
pub struct Robust {
    asked: Asked,
    method: String,
    seed: u64,
    fitted: Fitted,
    lines: Vec<Coefficient>,
    fresh: Option<Fresh>,
}

impl Robust {
    /// Fits the M-estimator that the options name.
    pub fn of(task: &Task<'_>) -> Result<Self, Fault> {
        let asked = Asked::figures(task, &[])?;
        let (method, seed) =
            (task.options.text("method").to_owned(), task.options.whole("seed").unwrap_or(1));
        let design = &asked.bound.design;
        let fitted = match method.as_str() {
            "mm" => mm(design, seed)?,
            "bisquare" => robust(design, Psi::BISQUARE, Spread::Mad, Weights::InverseVariance, None)?,
            _ => robust(design, Psi::HUBER, Spread::Mad, Weights::InverseVariance, None)?,
        };
        let reach = Normal.isf(0.5 * (1.0 - asked.level));
        let line = |at: usize| {
            let (estimate, std_error) = (fitted.coefficients[at], fitted.std_errors[at]);
            let statistic = estimate / std_error;
            Coefficient {
                term: fitted.names[at].clone(),
                estimate,
                std_error,
                statistic,
                p_value: Normal.two_sided(statistic),
                conf_low: estimate - reach * std_error,
                conf_high: estimate + reach * std_error,
            }
        };
        let lines = (0..fitted.names.len()).map(line).collect();
        let fresh = New::of(task, &asked)?.map(|new| {
            let means = new.along(&fitted.coefficients, |line| line);
            let errors = new.errors(&fitted.kept, &fitted.covariance);
            let end =
                |sign: f64| means.iter().zip(&errors).map(|(mean, e)| mean + sign * reach * e).collect();
            let ends = [(Title::Low, end(-1.0)), (Title::High, end(1.0))];
            let columns =
                [(Title::Fitted, means.clone()), (Title::Error, errors.clone())].into_iter().chain(ends);
            new.told(Note::Robust).with(columns.collect())
        });
        Ok(Robust { fresh, lines, asked, method, seed, fitted })
    }

    fn kind(&self, lang: Lang) -> String {
        match self.method.as_str() {
            "mm" => t!(lang, "stats-models-kind-mm"),
            "bisquare" => t!(lang, "stats-models-kind-bisquare"),
            _ => t!(lang, "stats-models-kind-huber"),
        }
    }
}

impl Answer for Robust {
    fn tell(&self, lang: Lang) -> Told {
        let design = &self.asked.bound.design;
        let mut facts = facts(lang, &self.asked, self.kind(lang));
        facts.push((t!(lang, "stats-models-level-fact"), percent(lang, self.asked.level, 1)));
        let low = self.fitted.weights.iter().filter(|w| **w < 0.5).count();
        let mut tidy = tidy(lang, &self.lines);
        tidy.note = t!(lang, "stats-models-z");
        let mut sheets = vec![
            tidy,
            glance(
                lang,
                vec![
                    ("sigma", t!(lang, "stats-models-scale"), Value::Number(self.fitted.scale)),
                    ("nobs", t!(lang, "stats-models-rows-used"), Value::Count(self.fitted.n as u64)),
                    ("down_weighted", t!(lang, "stats-models-down-weighted"), Value::Count(low as u64)),
                ],
            ),
            augment(
                lang,
                &self.asked,
                &[
                    ("resid", t!(lang, "stats-models-residual"), &self.fitted.residuals),
                    ("weight", t!(lang, "stats-models-weight"), &self.fitted.weights),
                ],
            ),
        ];
        sheets.extend(self.fresh.as_ref().map(|fresh| fresh.sheet(lang)));
        let mut reading = words::effects(lang, &self.lines, &design.response, Scale::Units);
        let lost: Vec<String> =
            self.lines.iter().filter(|line| line.estimate.is_nan()).map(|line| line.term.clone()).collect();
        let mut far: Vec<usize> =
            (0..self.fitted.weights.len()).filter(|&at| self.fitted.weights[at] < 0.5).collect();
        far.sort_by(|&a, &b| self.fitted.weights[a].total_cmp(&self.fitted.weights[b]));
        if !far.is_empty() {
            let rows: Vec<String> = far.iter().take(8).map(|&at| (design.rows[at] + 1).to_string()).collect();
            reading.push(t!(lang, "stats-models-far-rows", count = far.len(), rows = rows.join(", ")));
        }
        Told {
            method: format!("regress.{}", self.method),
            title: t!(lang, "stats-models-title", kind = self.kind(lang), outcome = &design.response),
            facts,
            sheets,
            reading,
            cautions: words::cautions(lang, &self.asked, &lost),
        }
    }

    fn pictures(&self, lang: Lang) -> Vec<Picture> {
        pictures::coefficients(lang, &self.lines, &self.asked.bound.design.response, Scale::Units)
    }

    fn script(&self, file: &str) -> String {
        let coded = super::super::script::coded(&self.asked.formula);
        let how = match self.method.as_str() {
            "mm" => ", method = \"MM\"",
            "bisquare" => ", psi = MASS::psi.bisquare",
            _ => "",
        };
        let new = self.fresh.as_ref().map_or_else(String::new, |fresh| {
            fresh.script(
                "x <- model.matrix(delete.response(terms(model)), new, xlev = model$xlevels)\n\
                 print(cbind(fitted = drop(x %*% coef(model)), error = sqrt(rowSums((x %*% vcov(model)) * x))))",
            )
        });
        format!(
            "# needs: MASS\ndata <- read.csv({file:?}, stringsAsFactors = TRUE, check.names = FALSE)\n{coded}set.seed({})\n\
             model <- MASS::rlm({}, data = data, maxit = 500, acc = 1e-12{how}{})\nsummary(model)\n{new}",
            self.seed,
            self.asked.formula,
            self.asked.weights_in_r()
        )
    }
}
