//! Principal components.

use super::loadings::{augment, factor_names, facts, order, sheet, tidy, wide};
use super::pictures::Named;
use super::source::Source;
use super::{ask, basis};
use super::{count, pictures, script};
use crate::fresh::Fresh;
use crate::{Answer, Fault, Head, Options, Picture, Sheet, Style, Task, Told, Value};
use locale::{Lang, percent, t};
use stats::factor::rotate::{Rotated, rotate};
use stats::factor::{Components, Loadings, Number, components};

/// Principal components, turned where that was asked for.
pub struct Found {
    source: Source,
    options: Options,
    found: Components,
    number: Option<Number>,
    count: usize,
    /// The first components, rotated.
    rotated: Option<Rotated>,
    scores: Vec<Vec<f64>>,
    fresh: Option<Fresh>,
}

impl Found {
    pub fn of(task: &Task<'_>, source: Source) -> Result<Self, Fault> {
        let options = task.options;
        let of = &source.of;
        let found = components(of, options.flag("scale"))?;
        let (number, count) = match options.whole("factors") {
            Some(count) => (None, count as usize),
            None => {
                let number = count::ask(of, options)?;
                let by_chance = number.parallel.as_ref().map(|found| found.number_of_components);
                let count = by_chance.unwrap_or_else(|| found.by_broken_stick()).max(1);
                (Some(number), count)
            }
        };
        let count = count.min(of.width());
        let rotated = match ask::rotation_name(options) {
            "none" => None,
            _ => Some(rotate(&found.leading(count), ask::rotate(options, of.width(), count))?),
        };
        // `project` takes weights of standardised columns.
        let weights = match &rotated {
            Some(turned) => {
                let one = |row: usize, col: usize| {
                    (0..count)
                        .map(|k| {
                            found.weights[(row, k)] / found.sds[k].max(f64::MIN_POSITIVE)
                                * turned.turn[(k, col)]
                        })
                        .sum::<f64>()
                };
                Loadings::from_fn(of.width(), count, |row, col| {
                    one(row, col) * of.sds[row] / found.scales[row]
                })
            }
            None => Loadings::from_fn(of.width(), count, |row, col| {
                found.weights[(row, col)] * of.sds[row] / found.scales[row]
            }),
        };
        let scores = source.scores(task, &weights)?;
        let names = factor_names(if rotated.is_some() { "RC" } else { "PC" }, count);
        let fresh = source.fresh(task, &weights, &names)?;
        Ok(Found { options: options.clone(), found, number, count, rotated, scores, fresh, source })
    }

    fn names(&self) -> Vec<String> {
        factor_names(if self.rotated.is_some() { "RC" } else { "PC" }, self.count)
    }

    /// How much of each column the components show.
    fn shown(&self) -> Vec<f64> {
        let one = |row: usize| (0..self.count).map(|col| self.found.loadings[(row, col)].powi(2)).sum();
        (0..self.source.of.width()).map(one).collect()
    }

    fn loadings(&self) -> Loadings {
        self.rotated.as_ref().map_or_else(|| self.found.leading(self.count), |turned| turned.loadings.clone())
    }
}

impl Answer for Found {
    fn tell(&self, lang: Lang) -> Told {
        let (of, found, names) = (&self.source.of, &self.found, self.names());
        let loadings = self.loadings();
        let after = [(Head::new("communality", t!(lang, "stats-factor-head-shown")), self.shown())];
        let weight = |row: usize, col: usize| found.weights[(row, col)];
        let cos2 = |row: usize, col: usize| match self.rotated.is_some() {
            true => loadings[(row, col)].powi(2),
            false => found.cos2[(row, col)],
        };
        let contribution = |row: usize, col: usize| found.contributions[(row, col)];
        let more: Vec<super::loadings::More<'_>> = match self.rotated.is_some() {
            true => vec![("cos2", &cos2)],
            false => vec![("weight", &weight), ("cos2", &cos2), ("contribution", &contribution)],
        };
        let heads = vec![
            Head::new("component", t!(lang, "stats-factor-head-component")),
            Head::new("std_dev", t!(lang, "stats-head-sd")),
            Head::new("variance", t!(lang, "stats-factor-head-variance")),
            Head::new("percent", t!(lang, "stats-factor-head-share")),
            Head::new("cumulative", t!(lang, "stats-factor-head-cumulative")),
            Head::new("broken_stick", t!(lang, "stats-factor-head-stick")),
        ];
        let mut sum = 0.0;
        let rows = (0..found.sds.len()).map(|at| {
            sum += found.share[at];
            vec![
                Value::Text(format!("PC{}", at + 1)),
                Value::Number(found.sds[at]),
                Value::Number(found.variances[at]),
                Value::Share(found.share[at]),
                Value::Share(sum),
                Value::Share(found.broken_stick[at]),
            ]
        });
        let rows: Vec<_> = rows.collect();
        let shown: f64 = found.share.iter().take(self.count).sum();
        let glance = facts(
            "glance",
            t!(lang, "stats-factor-glance"),
            vec![
                (
                    "n",
                    t!(lang, "stats-factor-glance-n"),
                    of.n.map_or(Value::Missing, |n| Value::Count(n as u64)),
                ),
                ("n_components", t!(lang, "stats-factor-glance-components"), Value::Count(self.count as u64)),
                ("total_variance", t!(lang, "stats-factor-glance-variance"), Value::Share(shown)),
            ],
        );
        let mut sheets = vec![
            wide(lang, &of.names, &names, &loadings, &after),
            match self.rotated.is_some() {
                true => tidy(lang, &of.names, &names, &loadings, &more),
                // For machines all components are told.
                false => tidy(lang, &of.names, &factor_names("PC", of.width()), &found.loadings, &more),
            },
            sheet("eigenvalues", t!(lang, "stats-factor-eigenvalues"), heads, rows, Style::Rows),
            glance,
        ];
        sheets.extend(self.number.as_ref().map(|number| count::rules(lang, number, Style::Machine)));
        sheets.extend(self.fresh.as_ref().map(|fresh| fresh.sheet(lang)));
        let measure = match found.standardised {
            true => t!(lang, "stats-factor-standardised"),
            false => t!(lang, "stats-factor-as-they-are"),
        };
        let rotation = ask::chosen(lang, "rotate", ask::rotation_name(&self.options));
        let mut cautions = vec![t!(lang, "stats-factor-pca-caution")];
        if !found.standardised {
            cautions.push(t!(lang, "stats-factor-scale-caution"));
        }
        cautions.extend(basis::cautions(&self.source, lang));
        cautions.extend(self.number.as_ref().and_then(|_| basis::chance(&self.source, lang)));
        let mut told = vec![
            (t!(lang, "stats-factor-fact-basis"), measure),
            (t!(lang, "stats-factor-fact-rotation"), rotation),
            (t!(lang, "stats-factor-fact-sign"), t!(lang, "stats-factor-sign")),
            (t!(lang, "stats-factor-fact-rows"), ask::rows(lang, of, self.source.matrix)),
        ];
        if let Some(fact) = basis::fact(&self.source, lang) {
            told.push(fact);
            told.push((
                t!(lang, "stats-factor-fact-scores"),
                basis::scores(&self.source, &self.options, lang),
            ));
        }
        Told {
            method: "factor.pca".to_owned(),
            title: t!(lang, "stats-factor-pca-title", columns = of.width(), file = &self.source.file),
            facts: told,
            sheets,
            reading: vec![t!(
                lang,
                "stats-factor-says-components",
                count = self.count,
                columns = of.width(),
                share = percent(lang, shown, 0)
            )],
            cautions,
        }
    }

    fn rows(&self, lang: Lang) -> Option<Sheet> {
        augment(lang, &self.names(), &self.scores)
    }

    fn pictures(&self, lang: Lang) -> Vec<Picture> {
        let number = self.number.clone().or_else(|| count::ask(&self.source.of, &self.options).ok());
        let shares = if self.rotated.is_some() { &[][..] } else { &self.found.share[..] };
        let named = Named { columns: &self.source.of.names, factors: &self.names(), shares };
        let cells = self.loadings();
        let mut all: Vec<Picture> = pictures::plane(lang, &named, &cells, &self.scores).into_iter().collect();
        all.extend(pictures::scree(lang, number.as_ref()));
        all.push(pictures::loadings(lang, &named, &order(&cells), &cells, &self.shown()));
        all
    }

    fn script(&self, file: &str) -> String {
        let new = self.fresh.as_ref().map_or_else(String::new, |fresh| {
            fresh.script(&script::component_scores(&self.options, self.count))
        });
        script::components(file, &self.source, &self.options, self.count) + &new
    }
}
