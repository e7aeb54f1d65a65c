//! Quantile regression: what the usual, the best and the worst posts depend on, each for itself.

use super::asked::Asked;
use super::fresh::New;
use super::pictures;
use super::sheets::{cells, facts};
use super::words::{self, Scale};
use crate::fresh::{Fresh, Note, Title};
use crate::{Answer, Fault, Head, Picture, Sheet, Task, Told, Value};
use locale::{Lang, number, percent, t};
use stats::dist::StudentT;
use stats::regress::Coefficient;
use stats::regress::quantile::{Quantile, Spread, bootstrap, quantile, rank_intervals};

/// Above so many rows intervals are by the density and not by ranks (R's border too).
const RANKS: usize = 1_001;

/// Regressions of one or several quantiles.
pub struct Quantiles {
    asked: Asked,
    taus: Vec<(Quantile, Vec<Coefficient>)>,
    ranks: bool,
    drawn: usize,
    seed: u64,
    fresh: Option<Fresh>,
}

impl Quantiles {
    /// Fits the quantiles that `tau` lists.
    pub fn of(task: &Task<'_>) -> Result<Self, Fault> {
        let asked = Asked::figures(task, &[])?;
        let text = task.options.text("tau");
        let wrong = || Fault::Choice {
            name: "tau".to_owned(),
            value: text.to_owned(),
            allowed: "0.1,0.5,0.9".to_owned(),
        };
        let taus: Vec<f64> = text
            .split([',', ';', ' '])
            .filter(|s| !s.is_empty())
            .map(|s| s.parse().map_err(|_| wrong()))
            .collect::<Result<_, _>>()?;
        if taus.is_empty() || taus.len() > 99 || taus.iter().any(|tau| !(*tau > 0.0 && *tau < 1.0)) {
            return Err(wrong());
        }
        let (drawn, seed) =
            (task.options.whole("samples").unwrap_or(0) as usize, task.options.whole("seed").unwrap_or(1));
        let ranks = asked.bound.design.n() < RANKS && asked.bound.design.weights.is_none() && drawn == 0;
        let one = |tau: f64| -> Result<(Quantile, Vec<Coefficient>), Fault> {
            let fit = quantile(&asked.bound.design, tau)?;
            let lines = lines(&asked, &fit, ranks, drawn, seed)?;
            Ok((fit, lines))
        };
        let taus: Vec<(Quantile, Vec<Coefficient>)> = taus.into_iter().map(one).collect::<Result<_, _>>()?;
        let fresh = New::of(task, &asked)?.map(|new| expected(new, &asked, &taus)).transpose()?;
        Ok(Quantiles { fresh, asked, taus, ranks, drawn, seed })
    }
}

/// The quantiles of new rows; their errors are by the density, whatever those of the coefficients are by.
fn expected(new: New<'_>, asked: &Asked, taus: &[(Quantile, Vec<Coefficient>)]) -> Result<Fresh, Fault> {
    let mut columns = Vec::new();
    for (fit, _) in taus {
        let errors = new.errors(&fit.kept, &fit.covariance(&asked.bound.design, Spread::Own)?);
        let reach = StudentT((fit.n - fit.kept.len()).max(1) as f64).isf(0.5 * (1.0 - asked.level));
        let values = new.along(&fit.coefficients, |line| line);
        let end = |sign: f64| values.iter().zip(&errors).map(|(value, e)| value + sign * reach * e).collect();
        let ends = [(Title::QuantileLow(fit.tau), end(-1.0)), (Title::QuantileHigh(fit.tau), end(1.0))];
        columns.push((Title::Quantile(fit.tau), values));
        columns.extend(ends);
    }
    Ok(new.told(Note::Density).with(columns))
}

/// The coefficients with errors by the density; intervals by ranks, by drawing rows again, or by those errors.
fn lines(
    asked: &Asked,
    fit: &Quantile,
    ranks: bool,
    drawn: usize,
    seed: u64,
) -> Result<Vec<Coefficient>, Fault> {
    let design = &asked.bound.design;
    let mut errors = fit.errors(design, Spread::Own)?;
    let df = (fit.n - fit.kept.len()).max(1) as f64;
    let reach = StudentT(df).isf(0.5 * (1.0 - asked.level));
    let mut ends: Vec<(f64, f64)> =
        fit.coefficients.iter().zip(&errors).map(|(b, e)| (b - reach * e, b + reach * e)).collect();
    if ranks {
        ends = rank_intervals(design, fit, Spread::Own, asked.level)?;
    } else if drawn > 0 {
        let found = bootstrap(design, fit, drawn.max(10), seed, asked.level)?;
        for (place, &column) in fit.kept.iter().enumerate() {
            errors[column] = found.std_errors[place];
            ends[column] = (found.conf_low[place], found.conf_high[place]);
        }
    }
    let line = |at: usize| {
        let (estimate, std_error) = (fit.coefficients[at], errors[at]);
        let statistic = estimate / std_error;
        Coefficient {
            term: fit.names[at].clone(),
            estimate,
            std_error,
            statistic,
            p_value: StudentT(df).two_sided(statistic),
            conf_low: ends[at].0,
            conf_high: ends[at].1,
        }
    };
    Ok((0..fit.names.len()).map(line).collect())
}

impl Answer for Quantiles {
    fn tell(&self, lang: Lang) -> Told {
        let outcome = &self.asked.bound.design.response;
        let mut facts = facts(lang, &self.asked, t!(lang, "stats-models-kind-quantile"));
        let intervals = match (self.ranks, self.drawn) {
            (true, _) => t!(lang, "stats-models-by-ranks"),
            (false, 0) => t!(lang, "stats-models-by-density"),
            (false, drawn) => t!(lang, "stats-models-by-drawing", count = drawn),
        };
        facts.push((t!(lang, "stats-models-intervals"), intervals));
        facts.push((t!(lang, "stats-models-level-fact"), percent(lang, self.asked.level, 1)));
        let mut heads = vec![Head::new("tau", "τ"), Head::new("term", t!(lang, "stats-models-term"))];
        heads.extend(super::sheets::estimate_heads(lang));
        let rows = self.taus.iter().flat_map(|(fit, lines)| {
            lines.iter().map(move |line| {
                [Value::Number(fit.tau), Value::Text(line.term.clone())]
                    .into_iter()
                    .chain(cells(line))
                    .collect()
            })
        });
        let tidy = Sheet {
            name: "tidy".to_owned(),
            title: t!(lang, "stats-models-coefficients"),
            heads,
            rows: rows.collect(),
            note: if self.ranks { t!(lang, "stats-models-rank-note") } else { t!(lang, "stats-models-t") },
            ..Sheet::default()
        };
        let whole = |(fit, _): &(Quantile, Vec<Coefficient>)| {
            vec![
                Value::Number(fit.tau),
                Value::Number(fit.loss),
                Value::Fixed(fit.r1, 4),
                Value::Count(fit.n as u64),
                Value::Flag(fit.unique),
            ]
        };
        let glance = Sheet {
            name: "glance".to_owned(),
            title: t!(lang, "stats-models-fit"),
            heads: vec![
                Head::new("tau", "τ"),
                Head::new("loss", t!(lang, "stats-models-loss")),
                Head::new("r1", "R¹"),
                Head::new("nobs", t!(lang, "stats-models-rows-used")),
                Head::new("unique", t!(lang, "stats-models-unique")),
            ],
            rows: self.taus.iter().map(whole).collect(),
            note: t!(lang, "stats-models-r1-note"),
            ..Sheet::default()
        };
        let mut reading = Vec::new();
        for (fit, lines) in self.taus.iter().take(5) {
            let share = percent(lang, fit.tau, 1);
            let name = if fit.tau == 0.5 {
                t!(lang, "stats-models-median-of", outcome = outcome)
            } else {
                t!(lang, "stats-models-quantile-of", share = share, outcome = outcome)
            };
            reading.extend(words::effects(lang, lines, &name, Scale::Units));
        }
        let mut cautions = Vec::new();
        let several: Vec<String> = self
            .taus
            .iter()
            .filter(|(fit, _)| !fit.unique)
            .map(|(fit, _)| number(lang, fit.tau, 3))
            .collect();
        if !several.is_empty() {
            cautions.push(t!(lang, "stats-models-not-unique", taus = several.join("; ")));
        }
        let lost = |(fit, _): &(Quantile, Vec<Coefficient>)| -> Vec<String> {
            (0..fit.names.len()).filter(|at| !fit.kept.contains(at)).map(|at| fit.names[at].clone()).collect()
        };
        let lost = self.taus.first().map(lost).unwrap_or_default();
        cautions.extend(words::cautions(lang, &self.asked, &lost));
        Told {
            method: "regress.quantile".to_owned(),
            title: t!(
                lang,
                "stats-models-title",
                kind = t!(lang, "stats-models-kind-quantile"),
                outcome = outcome
            ),
            facts,
            sheets: [tidy, glance]
                .into_iter()
                .chain(self.fresh.as_ref().map(|fresh| fresh.sheet(lang)))
                .collect(),
            reading,
            cautions,
        }
    }

    fn pictures(&self, lang: Lang) -> Vec<Picture> {
        let outcome = &self.asked.bound.design.response;
        self.taus
            .iter()
            .flat_map(|(_, lines)| pictures::coefficients(lang, lines, outcome, Scale::Units))
            .take(1)
            .collect()
    }

    fn script(&self, file: &str) -> String {
        let coded = super::super::script::coded(&self.asked.formula);
        let taus: Vec<String> = self.taus.iter().map(|(fit, _)| fit.tau.to_string()).collect();
        let how = match (self.ranks, self.drawn) {
            (true, _) => "se = \"rank\", iid = FALSE".to_owned(),
            (false, 0) => "se = \"nid\"".to_owned(),
            (false, drawn) => format!("se = \"boot\", R = {drawn}"),
        };
        let new = self.fresh.as_ref().map_or_else(String::new, |fresh| {
            let each = format!(
                "for (tau in c({})) {{\n  one <- quantreg::rq({}, tau = tau, data = data{})\n  \
                 print(predict(one, new, interval = \"confidence\", level = {}, se = \"nid\"))\n}}",
                taus.join(", "),
                self.asked.formula,
                self.asked.weights_in_r(),
                self.asked.level
            );
            fresh.script(&each)
        });
        format!(
            "# needs: quantreg\ndata <- read.csv({file:?}, stringsAsFactors = TRUE, check.names = FALSE)\n{coded}set.seed({})\n\
             model <- quantreg::rq({}, tau = c({}), data = data{})\nsummary(model, {how})\n{new}",
            self.seed,
            self.asked.formula,
            taus.join(", "),
            self.asked.weights_in_r()
        )
    }
}
