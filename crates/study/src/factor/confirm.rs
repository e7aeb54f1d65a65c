//! A model thought of beforehand, held against the data.

use super::loadings::{facts, sheet};
use super::source::Source;
use super::{ask, script};
use crate::{Answer, Fault, Head, Options, Picture, Style, Task, Told, Value};
use locale::{Lang, number, t};
use stats::factor::confirm::{Kind, Measured, measured};
use stats::factor::{Confirmed, confirm};

/// A confirmed model.
pub struct Found {
    source: Source,
    options: Options,
    model: Vec<Measured>,
    found: Confirmed,
}

impl Found {
    /// Reads the model's text.
    pub fn model(options: &Options) -> Result<Vec<Measured>, Fault> {
        Ok(measured(options.needed("measurement")?)?)
    }

    pub fn of(task: &Task<'_>, source: Source) -> Result<Self, Fault> {
        let model = Self::model(task.options)?;
        let found = confirm(&source.of, &model, task.options.number("level").unwrap_or(0.95))?;
        Ok(Found { options: task.options.clone(), model, found, source })
    }
}

impl Answer for Found {
    fn tell(&self, lang: Lang) -> Told {
        let found = &self.found;
        let heads = vec![
            Head::new("term", t!(lang, "stats-factor-head-parameter")),
            Head::new("op", t!(lang, "stats-factor-head-op")),
            Head::new("estimate", t!(lang, "stats-factor-head-estimate")),
            Head::new("std_error", t!(lang, "stats-factor-se")),
            Head::new("statistic", "z"),
            Head::new("p_value", "p"),
            Head::new("conf_low", t!(lang, "stats-factor-low")),
            Head::new("conf_high", t!(lang, "stats-factor-high")),
            Head::new("std_all", t!(lang, "stats-factor-head-std")),
        ];
        let rows = found.parameters.iter().map(|one| {
            let op = if one.kind == Kind::Loading { "=~" } else { "~~" };
            vec![
                Value::Text(format!("{} {op} {}", one.left, one.right)),
                Value::Text(op.to_owned()),
                Value::Number(one.estimate),
                one.std_error.map_or(Value::Missing, Value::Number),
                Value::Number(one.statistic),
                Value::P(one.p_value),
                Value::Number(one.interval.low),
                Value::Number(one.interval.high),
                Value::Fixed(one.standardised, 3),
            ]
        });
        let tidy = sheet("tidy", t!(lang, "stats-factor-parameters"), heads, rows.collect(), Style::Rows);
        let glance = facts(
            "glance",
            t!(lang, "stats-factor-glance"),
            vec![
                ("n", t!(lang, "stats-factor-glance-n"), Value::Count(found.n as u64)),
                ("npar", t!(lang, "stats-factor-glance-npar"), Value::Count(found.free as u64)),
                ("statistic", "χ²".to_owned(), Value::Number(found.statistic)),
                ("df", t!(lang, "stats-factor-glance-df"), Value::Number(found.df)),
                ("p_value", "p".to_owned(), Value::P(found.p_value)),
                ("cfi", "CFI".to_owned(), Value::Number(found.cfi)),
                ("tli", "TLI".to_owned(), Value::Number(found.tli)),
                ("rmsea", "RMSEA".to_owned(), Value::Number(found.rmsea)),
                (
                    "rmsea_conf_low",
                    t!(lang, "stats-factor-glance-rmsea-low"),
                    Value::Number(found.rmsea_interval.low),
                ),
                (
                    "rmsea_conf_high",
                    t!(lang, "stats-factor-glance-rmsea-high"),
                    Value::Number(found.rmsea_interval.high),
                ),
                ("srmr", "SRMR".to_owned(), Value::Number(found.srmr)),
                ("logLik", t!(lang, "stats-factor-glance-loglik"), Value::Number(found.log_likelihood)),
                ("AIC", "AIC".to_owned(), Value::Number(found.aic)),
                ("BIC", "BIC".to_owned(), Value::Number(found.bic)),
            ],
        );
        let (cfi, rmsea) = (number(lang, found.cfi, 3), number(lang, found.rmsea, 3));
        let verdict = match (found.cfi, found.rmsea) {
            _ if found.df <= 0.0 => t!(lang, "stats-factor-model-saturated"),
            (c, r) if c >= 0.95 && r <= 0.06 => t!(lang, "stats-factor-model-good", cfi = cfi, rmsea = rmsea),
            (c, r) if c >= 0.9 && r <= 0.08 => t!(lang, "stats-factor-model-fair", cfi = cfi, rmsea = rmsea),
            _ => t!(lang, "stats-factor-model-poor", cfi = cfi, rmsea = rmsea),
        };
        let weak: Vec<String> = found
            .parameters
            .iter()
            .filter(|one| one.kind == Kind::Loading && one.standardised.abs() < 0.4)
            .map(|one| one.right.clone())
            .collect();
        let mut cautions = Vec::new();
        if !weak.is_empty() {
            cautions.push(t!(lang, "stats-factor-model-weak", items = weak.join(", ")));
        }
        if !found.negative.is_empty() {
            cautions.push(t!(lang, "stats-factor-model-negative", items = found.negative.join(", ")));
        }
        cautions.push(t!(lang, "stats-factor-model-caution"));
        Told {
            method: "factor.cfa".to_owned(),
            title: t!(lang, "stats-factor-model-title", factors = self.model.len(), file = &self.source.file),
            facts: vec![
                (t!(lang, "stats-factor-fact-method"), t!(lang, "stats-factor-model-method")),
                (t!(lang, "stats-factor-fact-rows"), ask::rows(lang, &self.source.of, self.source.matrix)),
            ],
            sheets: vec![tidy, glance],
            reading: vec![verdict],
            cautions,
        }
    }

    fn pictures(&self, _: Lang) -> Vec<Picture> {
        Vec::new()
    }

    fn script(&self, file: &str) -> String {
        script::confirm(file, &self.source, &self.model, &self.options)
    }
}
