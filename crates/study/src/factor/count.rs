//! How many factors.

use super::ask as chosen;
use super::loadings::{facts, sheet};
use super::source::Source;
use super::{basis, pictures, script};
use crate::{Answer, Fault, Head, Options, Picture, Sheet, Style, Task, Told, Value};
use locale::{Lang, number as written, t};
use stats::factor::{Adequacy, Correlations, Number, Rule, Sphericity, adequacy, number, sphericity};

/// What rules say of the number of factors.
pub struct Found {
    source: Source,
    options: Options,
    number: Number,
    adequacy: Adequacy,
    sphericity: Option<Sphericity>,
}

impl Found {
    pub fn of(task: &Task<'_>, source: Source) -> Result<Self, Fault> {
        let number = ask(&source.of, task.options)?;
        Ok(Found {
            adequacy: adequacy(&source.of)?,
            sphericity: sphericity(&source.of)?,
            options: task.options.clone(),
            number,
            source,
        })
    }
}

/// Asks the rules.
pub fn ask(of: &Correlations, options: &Options) -> Result<Number, Fault> {
    let simulations = options.whole("simulations").unwrap_or(200) as usize;
    Ok(number(of, simulations, options.whole("seed").unwrap_or(1))?)
}

/// What each rule says.
pub fn rules(lang: Lang, number: &Number, style: Style) -> Sheet {
    let heads = vec![
        Head::new("rule", t!(lang, "stats-factor-head-rule")),
        Head::new("factors", t!(lang, "stats-factor-head-factors")),
    ];
    let rows = number.rules.iter().map(|(rule, count)| {
        let name = match rule {
            Rule::ParallelFactors => t!(lang, "stats-factor-rule-parallel-factors"),
            Rule::ParallelComponents => t!(lang, "stats-factor-rule-parallel-components"),
            Rule::Map => t!(lang, "stats-factor-rule-map"),
            Rule::Kaiser => t!(lang, "stats-factor-rule-kaiser"),
            Rule::Acceleration => t!(lang, "stats-factor-rule-acceleration"),
            Rule::SimpleOne => t!(lang, "stats-factor-rule-vss1"),
            Rule::SimpleTwo => t!(lang, "stats-factor-rule-vss2"),
        };
        vec![Value::Text(name), Value::Count(*count as u64)]
    });
    let note = t!(lang, "stats-factor-rules-note");
    Sheet { note, ..sheet("rules", t!(lang, "stats-factor-rules"), heads, rows.collect(), style) }
}

/// Eigenvalues beside those of chance, partial correlations and simple structure for each number of factors.
pub fn eigenvalues(lang: Lang, number: &Number) -> Sheet {
    let heads = ["component", "eigenvalue", "eigenvalue_chance", "eigenvalue_chance_quantile"];
    let more = ["factor_eigenvalue", "factor_chance", "factor_chance_quantile", "map", "vss1", "vss2"];
    let heads = heads.into_iter().chain(more).map(|name| Head::new(name, name)).collect();
    let at = |list: Option<&Vec<f64>>, row: usize| {
        list.and_then(|list| list.get(row)).map_or(Value::Missing, |x| Value::Number(*x))
    };
    let parallel = number.parallel.as_ref();
    let rows = (0..number.eigenvalues.len()).map(|row| {
        vec![
            Value::Count(row as u64 + 1),
            at(Some(&number.eigenvalues), row),
            at(parallel.map(|found| &found.by_chance.mean), row),
            at(parallel.map(|found| &found.by_chance.quantile), row),
            at(parallel.map(|found| &found.factors), row),
            at(parallel.map(|found| &found.factors_by_chance.mean), row),
            at(parallel.map(|found| &found.factors_by_chance.quantile), row),
            at(Some(&number.map), row),
            at(Some(&number.simple.one), row),
            at(Some(&number.simple.two), row),
        ]
    });
    sheet("eigenvalues", t!(lang, "stats-factor-eigenvalues"), heads, rows.collect(), Style::Machine)
}

impl Answer for Found {
    fn tell(&self, lang: Lang) -> Told {
        let of = &self.source.of;
        let glance = facts(
            "glance",
            t!(lang, "stats-factor-adequacy"),
            vec![
                (
                    "n",
                    t!(lang, "stats-factor-glance-n"),
                    of.n.map_or(Value::Missing, |n| Value::Count(n as u64)),
                ),
                (
                    "n_factors",
                    t!(lang, "stats-factor-glance-verdict"),
                    Value::Count(self.number.verdict as u64),
                ),
                ("kmo", "KMO".to_owned(), Value::Number(self.adequacy.overall)),
                (
                    "statistic",
                    t!(lang, "stats-factor-glance-bartlett"),
                    self.sphericity.map_or(Value::Missing, |test| Value::Number(test.statistic)),
                ),
                (
                    "df",
                    t!(lang, "stats-factor-glance-df"),
                    self.sphericity.map_or(Value::Missing, |test| Value::Number(test.df)),
                ),
                (
                    "p_value",
                    "p".to_owned(),
                    self.sphericity.map_or(Value::Missing, |test| Value::P(test.p_value)),
                ),
            ],
        );
        let heads = vec![Head::new("term", t!(lang, "stats-factor-head-item")), Head::new("kmo", "KMO")];
        let rows = of.names.iter().zip(&self.adequacy.columns);
        let rows = rows.map(|(name, x)| vec![Value::Text(name.clone()), Value::Fixed(*x, 3)]).collect();
        let tidy = sheet("tidy", t!(lang, "stats-factor-adequacy-items"), heads, rows, Style::Rows);
        let (low, high) = self.number.range;
        let verdict = match low == high {
            true => t!(lang, "stats-factor-says-number", count = self.number.verdict),
            false => {
                t!(
                    lang,
                    "stats-factor-says-number-between",
                    count = self.number.verdict,
                    low = low,
                    high = high
                )
            }
        };
        let kmo = self.adequacy.overall;
        let shown = written(lang, kmo, 2);
        let adequate = match kmo {
            x if x >= 0.8 => t!(lang, "stats-factor-kmo-good", kmo = shown),
            x if x >= 0.6 => t!(lang, "stats-factor-kmo-fair", kmo = shown),
            _ => t!(lang, "stats-factor-low-kmo", kmo = shown),
        };
        Told {
            method: "factor.number".to_owned(),
            title: t!(lang, "stats-factor-number-title", columns = of.width(), file = &self.source.file),
            facts: [(t!(lang, "stats-factor-fact-rows"), chosen::rows(lang, of, self.source.matrix))]
                .into_iter()
                .chain(basis::fact(&self.source, lang))
                .collect(),
            sheets: vec![
                rules(lang, &self.number, Style::Rows),
                glance,
                tidy,
                eigenvalues(lang, &self.number),
            ],
            reading: vec![verdict, adequate],
            cautions: [t!(lang, "stats-factor-kaiser-caution")]
                .into_iter()
                .chain(basis::cautions(&self.source, lang))
                .chain(basis::chance(&self.source, lang))
                .collect(),
        }
    }

    fn pictures(&self, lang: Lang) -> Vec<Picture> {
        pictures::scree(lang, Some(&self.number)).into_iter().collect()
    }

    fn script(&self, file: &str) -> String {
        script::number(file, &self.source, &self.options)
    }
}
