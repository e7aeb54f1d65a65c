//! Panels: the same pages, accounts or cities seen again and again.

use super::asked::{Asked, Groups};
use super::pictures;
use super::sheets::{facts, glance, tidy};
use super::words::{self, Scale};
use crate::{Answer, Fault, Head, Picture, Sheet, Style, Task, Told, Value, p_value};
use locale::{Lang, percent, t};
use stats::regress::Coefficient;
use stats::regress::panel::{self, FixedEffect, Model, Panel, Test};

/// A panel with the tests that help to choose its model.
pub struct Panels {
    asked: Asked,
    word: String,
    clustered: bool,
    units: Groups,
    times: Groups,
    fitted: Panel,
    lines: Vec<Coefficient>,
    hausman: Option<Test>,
    effects: Option<Test>,
    lagrange: Option<Test>,
    own: Vec<FixedEffect>,
}

impl Panels {
    /// Fits the model that `panel` names; `unit` and `time` name its columns.
    pub fn of(task: &Task<'_>) -> Result<Self, Fault> {
        if task.fresh.is_some() {
            return Err(Fault::NoFresh);
        }
        let (unit, time) = (task.options.needed("unit")?, task.options.needed("time")?);
        let asked = Asked::figures(task, &[unit, time])?;
        let (units, times) = (asked.groups(unit)?, asked.groups(time)?);
        let word = task.options.text("panel").to_owned();
        let model = match word.as_str() {
            "time" => Model::WithinTimes,
            "twoways" => Model::TwoWays,
            "between" => Model::Between,
            "differences" => Model::Differences,
            "random" => Model::Random,
            "pooling" => Model::Pooling,
            _ => Model::Within,
        };
        let clustered = match task.options.text("errors") {
            "classic" => false,
            "cluster" => true,
            other => {
                let (name, allowed) = ("errors".to_owned(), "classic|cluster".to_owned());
                return Err(Fault::Choice { name, value: other.to_owned(), allowed });
            }
        };
        let design = &asked.bound.design;
        let codes = panel::Panels { units: &units.codes, times: &times.codes };
        let fitted = panel::panel(design, codes, model)?;
        let covariance = if clustered { fitted.arellano(false) } else { fitted.covariance.clone() };
        let reach = fitted.critical(asked.level);
        let line = |at: usize| {
            let (estimate, std_error) = (fitted.coefficients[at], covariance[at][at].sqrt());
            let statistic = estimate / std_error;
            Coefficient {
                term: fitted.names[at].clone(),
                estimate,
                std_error,
                statistic,
                p_value: fitted.p_value(statistic),
                conf_low: estimate - reach * std_error,
                conf_high: estimate + reach * std_error,
            }
        };
        let lines = (0..fitted.names.len()).map(line).collect();
        let fit = |model| panel::panel(design, codes, model).ok();
        let (fixed, random) = (fit(Model::Within), fit(Model::Random));
        let hausman = fixed.as_ref().zip(random.as_ref()).and_then(|(f, r)| panel::hausman(f, r).ok());
        let effects = fixed.as_ref().and_then(|fixed| panel::effects_test(design, codes, fixed).ok());
        let lagrange = panel::lagrange(design, codes).ok();
        let own = panel::fixed_effects(design, codes, &fitted).unwrap_or_default();
        Ok(Panels { word, clustered, units, times, fitted, lines, hausman, effects, lagrange, own, asked })
    }

    fn kind(&self, lang: Lang) -> String {
        match self.fitted.model {
            Model::Within => t!(lang, "stats-models-kind-within"),
            Model::WithinTimes => t!(lang, "stats-models-kind-times"),
            Model::TwoWays => t!(lang, "stats-models-kind-twoways"),
            Model::Between => t!(lang, "stats-models-kind-between"),
            Model::Differences => t!(lang, "stats-models-kind-differences"),
            Model::Random => t!(lang, "stats-models-kind-random"),
            Model::Pooling => t!(lang, "stats-models-kind-pooling"),
        }
    }

    fn tests(&self, lang: Lang) -> Sheet {
        let named = [
            (t!(lang, "stats-models-f-test"), self.effects),
            (t!(lang, "stats-models-lm-test"), self.lagrange),
            (t!(lang, "stats-models-hausman"), self.hausman),
        ];
        let row = |(name, test): (String, Option<Test>)| {
            let test = test?;
            Some(vec![
                Value::Text(name),
                Value::Number(test.statistic),
                Value::Number(test.df.0),
                test.df.1.map_or(Value::Missing, Value::Number),
                Value::P(test.p_value),
            ])
        };
        Sheet {
            name: "tests".to_owned(),
            title: t!(lang, "stats-models-which-panel"),
            heads: vec![
                Head::new("test", t!(lang, "stats-models-test")),
                Head::new("statistic", t!(lang, "stats-models-statistic")),
                Head::new("df", t!(lang, "stats-models-df-short")),
                Head::new("df_residual", t!(lang, "stats-models-df-second")),
                Head::new("p_value", t!(lang, "stats-models-p")),
            ],
            rows: named.into_iter().filter_map(row).collect(),
            ..Sheet::default()
        }
    }

    fn own(&self, lang: Lang) -> Option<Sheet> {
        let labels = if self.fitted.model == Model::WithinTimes { &self.times } else { &self.units };
        let row = |effect: &FixedEffect| {
            let label = labels.labels.get(effect.code as usize).cloned().unwrap_or_default();
            vec![Value::Text(label), Value::Number(effect.estimate), Value::Number(effect.std_error)]
        };
        (!self.own.is_empty()).then(|| Sheet {
            name: "fixed_effects".to_owned(),
            title: t!(lang, "stats-models-own-levels"),
            heads: vec![
                Head::new("level", labels.name.clone()),
                Head::new("estimate", t!(lang, "stats-models-estimate")),
                Head::new("std_error", t!(lang, "stats-models-std-error")),
            ],
            rows: self.own.iter().map(row).collect(),
            style: if self.own.len() > 30 { Style::Machine } else { Style::Rows },
            note: String::new(),
        })
    }
}

impl Answer for Panels {
    fn tell(&self, lang: Lang) -> Told {
        let (outcome, fitted) = (&self.asked.bound.design.response, &self.fitted);
        let mut facts = facts(lang, &self.asked, self.kind(lang));
        facts.push((t!(lang, "stats-models-units"), format!("{}: {}", self.units.name, fitted.units)));
        facts.push((t!(lang, "stats-models-times-of"), format!("{}: {}", self.times.name, fitted.times)));
        let errors = match self.clustered {
            true => t!(lang, "stats-models-errors-cluster", column = &self.units.name),
            false => t!(lang, "stats-models-errors-classic"),
        };
        facts.push((t!(lang, "stats-models-errors"), errors));
        facts.push((t!(lang, "stats-models-level-fact"), percent(lang, self.asked.level, 1)));
        let mut tidy = tidy(lang, &self.lines);
        tidy.note = if fitted.is_z() { t!(lang, "stats-models-z") } else { t!(lang, "stats-models-t") };
        let mut values = vec![
            ("r_squared", "R²".to_owned(), Value::Fixed(fitted.r2.0, 4)),
            ("adj_r_squared", t!(lang, "stats-models-adjusted"), Value::Fixed(fitted.r2.1, 4)),
            ("statistic", t!(lang, "stats-models-f"), Value::Number(fitted.f.0)),
            ("p_value", t!(lang, "stats-models-p"), Value::P(fitted.f.1)),
            ("sigma", t!(lang, "stats-models-sigma"), Value::Number(fitted.sigma2.sqrt())),
            ("df_residual", t!(lang, "stats-models-df"), Value::Count(fitted.df as u64)),
            ("nobs", t!(lang, "stats-models-rows-used"), Value::Count(fitted.n as u64)),
        ];
        if let Some(parts) = &fitted.components {
            let share = parts.individual / (parts.individual + parts.idiosyncratic);
            values.push((
                "sigma2_idiosyncratic",
                t!(lang, "stats-models-idiosyncratic"),
                Value::Number(parts.idiosyncratic),
            ));
            values.push((
                "sigma2_individual",
                t!(lang, "stats-models-individual"),
                Value::Number(parts.individual),
            ));
            values.push(("share_individual", t!(lang, "stats-models-individual-share"), Value::Share(share)));
        }
        let mut sheets = vec![tidy, glance(lang, values), self.tests(lang)];
        sheets.extend(self.own(lang));
        let mut reading = words::effects(lang, &self.lines, outcome, Scale::Units);
        let alpha = 1.0 - self.asked.level;
        if let Some(test) = &self.effects {
            let p = p_value(lang, test.p_value);
            reading.push(match test.p_value < alpha {
                true => t!(lang, "stats-models-levels-differ", unit = &self.units.name, p = p),
                false => t!(lang, "stats-models-levels-alike", unit = &self.units.name, p = p),
            });
        }
        if let Some(test) = &self.hausman {
            let p = p_value(lang, test.p_value);
            reading.push(match test.p_value < alpha {
                true => t!(lang, "stats-models-need-fixed", p = p),
                false => t!(lang, "stats-models-random-will-do", p = p),
            });
        }
        let mut cautions = Vec::new();
        if !self.clustered && self.fitted.model != Model::Between {
            cautions.push(t!(lang, "stats-models-cluster-panel", unit = &self.units.name));
        }
        cautions.extend(words::cautions(lang, &self.asked, &fitted.lost));
        Told {
            method: format!("regress.panel.{}", self.word),
            title: t!(lang, "stats-models-title", kind = self.kind(lang), outcome = outcome),
            facts,
            sheets,
            reading,
            cautions,
        }
    }

    fn pictures(&self, lang: Lang) -> Vec<Picture> {
        pictures::coefficients(lang, &self.lines, &self.asked.bound.design.response, Scale::Units)
    }

    fn script(&self, file: &str) -> String {
        let how = match self.fitted.model {
            Model::Within => "model = \"within\"",
            Model::WithinTimes => "model = \"within\", effect = \"time\"",
            Model::TwoWays => "model = \"within\", effect = \"twoways\"",
            Model::Between => "model = \"between\"",
            Model::Differences => "model = \"fd\"",
            Model::Random => "model = \"random\"",
            Model::Pooling => "model = \"pooling\"",
        };
        let errors = match self.clustered {
            true => {
                "lmtest::coeftest(model, vcovHC(model, method = \"arellano\", type = \"HC0\", cluster = \"group\"))\n"
            }
            false => "",
        };
        format!(
            "# needs: plm, lmtest\nlibrary(plm)\ndata <- read.csv({file:?}, stringsAsFactors = TRUE, check.names = FALSE)\n\
             panel <- pdata.frame(data, index = c({:?}, {:?}))\nmodel <- plm({}, data = panel, {how})\nsummary(model)\n{errors}\
             phtest({}, data = panel)\n",
            self.units.name, self.times.name, self.asked.formula, self.asked.formula
        )
    }
}
