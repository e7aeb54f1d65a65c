//! A factor model.

use super::loadings::{augment, factor_names, facts, order, sheet, square, tidy, wide};
use super::pictures::Named;
use super::source::Source;
use super::{ask, basis};
use super::{count, pictures, reading, script};
use crate::fresh::Fresh;
use crate::{Answer, Fault, Head, Options, Picture, Sheet, Style, Task, Told, Value};
use locale::{Lang, t};
use stats::factor::rotate::{Rotated, rotate};
use stats::factor::{
    Adequacy, FactorModel, Number, Options as Asked, Sphericity, adequacy, factors, sphericity,
};

/// Starts beside R's, to see whether it stopped in a minimum that is not the lowest.
const LOOKS: usize = 10;

/// A factor model with what should be known of it.
pub struct Found {
    pub source: Source,
    pub options: Options,
    pub model: FactorModel,
    pub adequacy: Adequacy,
    pub sphericity: Option<Sphericity>,
    /// What rules say of the number of factors, where they were asked; a picture asks them in any case.
    pub number: Option<Number>,
    /// The rotation from more starts than were asked for.
    pub looked: Rotated,
    pub scores: Vec<Vec<f64>>,
    fresh: Option<Fresh>,
}

impl Found {
    pub fn of(task: &Task<'_>, source: Source) -> Result<Self, Fault> {
        let options = task.options;
        let of = &source.of;
        let (number, count) = match options.whole("factors") {
            Some(count) => (None, count as usize),
            None => {
                let found = count::ask(of, options)?;
                let verdict = found.verdict;
                (Some(found), verdict)
            }
        };
        let how = ask::rotate(options, of.width(), count);
        let asked = Asked {
            factors: count,
            method: ask::method(options),
            rotate: how,
            scoring: ask::scoring(options),
        };
        let model = factors(of, asked)?;
        let mut wider = how;
        wider.starts = how.starts.max(LOOKS);
        let looked = rotate(&model.extraction.loadings, wider)?;
        let scores = source.scores(task, &model.scores.weights)?;
        let fresh = source.fresh(task, &model.scores.weights, &factor_names("F", model.variance.len()))?;
        Ok(Found {
            adequacy: adequacy(of)?,
            sphericity: sphericity(of)?,
            options: options.clone(),
            number,
            looked,
            fresh,
            scores,
            model,
            source,
        })
    }

    pub fn names(&self) -> Vec<String> {
        factor_names("F", self.model.variance.len())
    }

    fn facts(&self, lang: Lang) -> Vec<(String, String)> {
        let text = |name: &str| ask::chosen(lang, name, self.options.text(name));
        let rotation = ask::chosen(lang, "rotate", ask::rotation_name(&self.options));
        let kaiser = match ask::rotate(&self.options, self.source.of.width(), self.names().len()).kaiser {
            true => t!(lang, "stats-factor-with-kaiser"),
            false => t!(lang, "stats-factor-without-kaiser"),
        };
        let mut facts = vec![
            (t!(lang, "stats-factor-fact-method"), text("method")),
            (t!(lang, "stats-factor-fact-rotation"), format!("{rotation}, {kaiser}")),
            (t!(lang, "stats-factor-fact-scores"), basis::scores(&self.source, &self.options, lang)),
            (t!(lang, "stats-factor-fact-rows"), ask::rows(lang, &self.source.of, self.source.matrix)),
        ];
        facts.extend(basis::fact(&self.source, lang));
        facts
    }

    fn glance(&self, lang: Lang) -> Sheet {
        let fit = &self.model.fit;
        let of = &self.source.of;
        let total: f64 = self.model.share.iter().sum();
        let bartlett = self.sphericity;
        let cells = vec![
            ("n", t!(lang, "stats-factor-glance-n"), of.n.map_or(Value::Missing, |n| Value::Count(n as u64))),
            ("n_factors", t!(lang, "stats-factor-glance-factors"), Value::Count(self.names().len() as u64)),
            ("total_variance", t!(lang, "stats-factor-glance-variance"), Value::Share(total)),
            ("statistic", t!(lang, "stats-factor-glance-statistic"), Value::Number(fit.statistic)),
            ("df", t!(lang, "stats-factor-glance-df"), Value::Number(fit.df)),
            ("p_value", "p".to_owned(), Value::P(fit.p_value)),
            ("rmsea", t!(lang, "stats-factor-glance-rmsea"), Value::Number(fit.rmsea)),
            (
                "rmsea_conf_low",
                t!(lang, "stats-factor-glance-rmsea-low"),
                Value::Number(fit.rmsea_interval.low),
            ),
            (
                "rmsea_conf_high",
                t!(lang, "stats-factor-glance-rmsea-high"),
                Value::Number(fit.rmsea_interval.high),
            ),
            ("rmsea_steiger", t!(lang, "stats-factor-glance-steiger"), Value::Number(fit.rmsea_steiger)),
            ("tli", "TLI".to_owned(), Value::Number(fit.tli)),
            ("cfi", "CFI".to_owned(), Value::Number(fit.cfi)),
            ("rmsr", t!(lang, "stats-factor-glance-rmsr"), Value::Number(fit.rmsr)),
            ("srmr", "SRMR".to_owned(), Value::Number(fit.srmr)),
            ("bic", "BIC".to_owned(), Value::Number(fit.bic)),
            ("ebic", "eBIC".to_owned(), Value::Number(fit.ebic)),
            ("chi_empirical", t!(lang, "stats-factor-glance-empirical"), Value::Number(fit.empirical)),
            ("objective", t!(lang, "stats-factor-glance-objective"), Value::Number(fit.objective)),
            ("fit", t!(lang, "stats-factor-glance-share"), Value::Number(fit.share)),
            ("kmo", "KMO".to_owned(), Value::Number(self.adequacy.overall)),
            (
                "bartlett_statistic",
                t!(lang, "stats-factor-glance-bartlett"),
                bartlett.map_or(Value::Missing, |test| Value::Number(test.statistic)),
            ),
            (
                "bartlett_p_value",
                t!(lang, "stats-factor-glance-bartlett-p"),
                bartlett.map_or(Value::Missing, |test| Value::P(test.p_value)),
            ),
        ];
        facts("glance", t!(lang, "stats-factor-glance"), cells)
    }

    fn factors(&self, lang: Lang) -> Sheet {
        let heads = vec![
            Head::new("factor", t!(lang, "stats-factor-head-factor")),
            Head::new("ss_loadings", t!(lang, "stats-factor-head-ss")),
            Head::new("proportion", t!(lang, "stats-factor-head-share")),
            Head::new("cumulative", t!(lang, "stats-factor-head-cumulative")),
            Head::new("determinacy", t!(lang, "stats-factor-head-determinacy")),
        ];
        let mut sum = 0.0;
        let rows = self.names().into_iter().enumerate().map(|(at, name)| {
            sum += self.model.share[at];
            vec![
                Value::Text(name),
                Value::Number(self.model.variance[at]),
                Value::Share(self.model.share[at]),
                Value::Share(sum),
                Value::Number(self.model.scores.determinacy[at]),
            ]
        });
        let note = t!(lang, "stats-factor-determinacy-note");
        Sheet {
            note,
            ..sheet("factors", t!(lang, "stats-factor-factors"), heads, rows.collect(), Style::Rows)
        }
    }

    fn residuals(&self, lang: Lang) -> Sheet {
        let names = &self.source.of.names;
        let heads = vec![
            Head::new("column1", t!(lang, "stats-factor-head-item")),
            Head::new("column2", t!(lang, "stats-factor-head-item")),
            Head::new("residual", t!(lang, "stats-factor-head-residual")),
        ];
        let pairs = (0..names.len()).flat_map(|row| (0..row).map(move |col| (row, col)));
        let rows = pairs.map(|at| {
            let text = |at: usize| Value::Text(names[at].clone());
            vec![text(at.1), text(at.0), Value::Number(self.model.fit.residuals[at])]
        });
        sheet("residuals", t!(lang, "stats-factor-residuals"), heads, rows.collect(), Style::Machine)
    }
}

impl Answer for Found {
    fn tell(&self, lang: Lang) -> Told {
        let (of, model, names) = (&self.source.of, &self.model, self.names());
        let after = [
            (
                Head::new("communality", t!(lang, "stats-factor-head-communality")),
                model.communalities.clone(),
            ),
            (Head::new("complexity", t!(lang, "stats-factor-head-complexity")), model.complexity.clone()),
        ];
        let loadings = &model.rotated.loadings;
        let structure = |row: usize, col: usize| model.rotated.structure[(row, col)];
        let tidy = tidy(
            lang,
            &of.names,
            &names,
            loadings,
            &[
                ("structure", &structure),
                ("uniqueness", &|row, _| 1.0 - model.communalities[row]),
                ("communality", &|row, _| model.communalities[row]),
                ("complexity", &|row, _| model.complexity[row]),
                ("kmo", &|row, _| self.adequacy.columns[row]),
                ("weight", &|row, col| model.scores.weights[(row, col)]),
            ],
        );
        let mut sheets = vec![wide(lang, &of.names, &names, loadings, &after), tidy, self.factors(lang)];
        if names.len() > 1 {
            sheets.push(square("phi", t!(lang, "stats-factor-phi"), &names, &model.rotated.phi));
        }
        sheets.push(self.glance(lang));
        if let Some(number) = &self.number {
            sheets.push(count::rules(lang, number, Style::Rows));
            sheets.push(count::eigenvalues(lang, number));
        }
        sheets.push(self.residuals(lang));
        sheets.extend(self.fresh.as_ref().map(|fresh| fresh.sheet(lang)));
        Told {
            method: format!("factor.{}", self.options.text("method")),
            title: t!(
                lang,
                "stats-factor-title",
                factors = names.len(),
                columns = of.width(),
                file = &self.source.file
            ),
            facts: self.facts(lang),
            sheets,
            reading: reading::reading(self, lang),
            cautions: reading::cautions(self, lang),
        }
    }

    fn rows(&self, lang: Lang) -> Option<Sheet> {
        augment(lang, &self.names(), &self.scores)
    }

    fn pictures(&self, lang: Lang) -> Vec<Picture> {
        let model = &self.model;
        let order = order(&model.rotated.loadings);
        let number = self.number.clone().or_else(|| count::ask(&self.source.of, &self.options).ok());
        let (columns, factors) = (&self.source.of.names[..], &self.names()[..]);
        let named = Named { columns, factors, shares: &model.share };
        let cells = &model.rotated.loadings;
        let mut all = vec![pictures::loadings(lang, &named, &order, cells, &model.communalities)];
        all.extend(pictures::scree(lang, number.as_ref()));
        all.extend(pictures::plane(lang, &named, cells, &[]));
        all
    }

    fn script(&self, file: &str) -> String {
        let scores = |fresh: &Fresh| fresh.script(&script::scores(&self.options));
        let new = self.fresh.as_ref().map_or_else(String::new, scores);
        script::model(file, &self.source, &self.options, self.names().len()) + &new
    }
}
