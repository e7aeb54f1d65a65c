//! What speaks for and against a generalized linear model.

use super::asked::Asked;
use crate::{Head, Sheet, Style, Value, figure, p_value};
use locale::{Lang, percent, t};
use stats::regress::glm::{Glm, HosmerLemeshow, Overdispersion, Roc, hosmer_lemeshow, overdispersion, roc};

/// The checks that the outcome allows.
pub struct Checks {
    roc: Option<Roc>,
    groups: Option<HosmerLemeshow>,
    over: Option<Overdispersion>,
}

impl Checks {
    /// Those of a fitted model; for outcomes of 0 and 1 how well they are told apart, for counts whether they scatter too much.
    pub fn of(asked: &Asked, model: &Glm) -> Checks {
        let design = &asked.bound.design;
        let binary = model.family.is_binomial() && design.y.iter().all(|y| *y == 0.0 || *y == 1.0);
        Checks {
            roc: if binary { roc(&model.fitted, &design.y, asked.level).ok() } else { None },
            groups: if binary { hosmer_lemeshow(&model.fitted, &design.y, 10).ok() } else { None },
            over: overdispersion(design, model).ok(),
        }
    }

    /// Adds them to a `glance`.
    pub fn glance(&self, lang: Lang, values: &mut Vec<(&'static str, String, Value)>) {
        if let Some(roc) = &self.roc {
            values.push(("auc", "AUC".to_owned(), Value::Fixed(roc.auc, 4)));
            values.push(("auc_conf_low", t!(lang, "stats-models-auc-low"), Value::Fixed(roc.conf_low, 4)));
            values.push(("auc_conf_high", t!(lang, "stats-models-auc-high"), Value::Fixed(roc.conf_high, 4)));
            values.push(("threshold", t!(lang, "stats-models-threshold"), Value::Number(roc.threshold)));
        }
        if let Some(test) = &self.groups {
            values.push(("hosmer_lemeshow", t!(lang, "stats-models-hosmer"), Value::Number(test.statistic)));
            values.push(("hosmer_lemeshow_p", t!(lang, "stats-models-hosmer-p"), Value::P(test.p_value)));
        }
        if let Some(over) = &self.over {
            values.push(("overdispersion", t!(lang, "stats-models-over"), Value::Number(over.dispersion)));
            values.push(("overdispersion_p", t!(lang, "stats-models-over-p"), Value::P(over.p_value)));
        }
    }

    /// The curve and the groups, for machines.
    pub fn sheets(&self, lang: Lang) -> Vec<Sheet> {
        let mut sheets = Vec::new();
        if let Some(roc) = &self.roc {
            let rows = roc.curve.iter().map(|point| vec![Value::Number(point.0), Value::Number(point.1)]);
            sheets.push(Sheet {
                name: "roc".to_owned(),
                title: "ROC".to_owned(),
                heads: vec![
                    Head::new("false_alarms", t!(lang, "stats-models-false-alarms")),
                    Head::new("hits", t!(lang, "stats-models-hits")),
                ],
                rows: rows.collect(),
                style: Style::Machine,
                note: String::new(),
            });
        }
        if let Some(test) = &self.groups {
            let row = |group: &(f64, f64, f64, usize)| {
                vec![
                    Value::Share(group.0),
                    Value::Share(group.1 / group.3 as f64),
                    Value::Count(group.3 as u64),
                ]
            };
            sheets.push(Sheet {
                name: "calibration".to_owned(),
                title: t!(lang, "stats-models-calibration"),
                heads: vec![
                    Head::new("expected", t!(lang, "stats-models-expected")),
                    Head::new("observed", t!(lang, "stats-models-observed")),
                    Head::new("n", "n"),
                ],
                rows: test.groups.iter().map(row).collect(),
                style: Style::Machine,
                note: String::new(),
            });
        }
        sheets
    }

    /// How well outcomes are told apart, in a sentence.
    pub fn reading(&self, lang: Lang, outcome: &str) -> Vec<String> {
        let said = |roc: &Roc| {
            let (share, low, high) =
                (percent(lang, roc.auc, 0), percent(lang, roc.conf_low, 0), percent(lang, roc.conf_high, 0));
            match roc.auc {
                auc if auc < 0.6 => t!(
                    lang,
                    "stats-models-auc-poor",
                    outcome = outcome,
                    share = share,
                    low = low,
                    high = high
                ),
                auc if auc < 0.8 => t!(
                    lang,
                    "stats-models-auc-fair",
                    outcome = outcome,
                    share = share,
                    low = low,
                    high = high
                ),
                _ => t!(
                    lang,
                    "stats-models-auc-good",
                    outcome = outcome,
                    share = share,
                    low = low,
                    high = high
                ),
            }
        };
        self.roc.as_ref().map(said).into_iter().collect()
    }

    /// What does not hold.
    pub fn cautions(&self, lang: Lang, asked: &Asked, model: &Glm) -> Vec<String> {
        let mut said = Vec::new();
        if let Some(over) = &self.over
            && over.p_value < 0.05
            && model.theta.is_none()
            && model.family.known_dispersion()
        {
            let dispersion = figure(lang, over.pearson);
            said.push(t!(
                lang,
                "stats-models-overdispersed",
                dispersion = dispersion,
                p = p_value(lang, over.p_value)
            ));
        }
        if let Some(test) = self.groups.as_ref().filter(|test| test.p_value < 0.05) {
            said.push(t!(lang, "stats-models-miscalibrated", p = p_value(lang, test.p_value)));
        }
        if let Some(roc) = &self.roc {
            let events = roc.n.0.min(roc.n.1);
            let columns = asked.bound.design.width().saturating_sub(1).max(1);
            if events < 10 * columns {
                said.push(t!(lang, "stats-models-few-events", events = events, columns = columns));
            }
        }
        said
    }
}
