//! Analyses of variance as answers.

use super::ask::{Factor, factor, groups, level, needed, numbers};
use super::brief::Group;
use super::sheets::{effects, means};
use super::{pictures, script, words};
use crate::{Answer, Fault, Picture, Sheet, Style, Task, Told, Value, figure, p_value};
use locale::{Lang, t};
use stats::test::*;
use std::collections::BTreeMap;

/// A table of variance, and for one factor all pairs of its groups.
pub struct Variance {
    file: String,
    pub(super) value: String,
    pub(super) by: String,
    table: Anova,
    /// Whether there is one factor; else the groups are the cells of two.
    one: bool,
    pub(super) groups: Vec<Group>,
    pub(super) pairs: Vec<Pair>,
    spread: Option<Test>,
    script: String,
}

impl Variance {
    /// By one factor.
    pub fn one_way(task: &Task<'_>) -> Result<Self, Fault> {
        let (conf, by) = (level(task.options), needed(task, "by")?);
        let all = groups(task)?;
        Ok(Variance {
            file: task.data.name().to_owned(),
            value: needed(task, "value")?.to_owned(),
            by: by.to_owned(),
            table: one_way(by, &all, conf)?,
            pairs: tukey(&all, conf)?,
            spread: levene(&all, true).ok(),
            one: true,
            groups: Group::all(&all),
            script: script::of(task.options),
        })
    }

    /// By two.
    pub fn two_way(task: &Task<'_>) -> Result<Self, Fault> {
        let value = needed(task, "value")?;
        let first = factor(task, needed(task, "by")?)?;
        let second = factor(task, needed(task, "second")?)?;
        let marginal = task.options.text("sums") == "marginal";
        let values = numbers(task, value)?;
        let table = two_way(
            value,
            &values,
            (&first.name, &first.codes),
            (&second.name, &second.codes),
            marginal,
            level(task.options),
        )?;
        Ok(Variance {
            file: task.data.name().to_owned(),
            value: value.to_owned(),
            by: format!("{}, {}", first.name, second.name),
            table,
            one: false,
            groups: cells(&values, &first, &second),
            pairs: Vec::new(),
            spread: None,
            script: script::of(task.options),
        })
    }

    fn tidy(&self, lang: Lang) -> Sheet {
        let row = |row: &AnovaRow| {
            let residual = row.statistic.is_nan();
            let term = if residual { t!(lang, "stats-test-residuals") } else { row.term.clone() };
            vec![
                Value::Text(term),
                words::number(row.df),
                words::number(row.sum_squares),
                words::number(row.mean_square),
                words::number(row.statistic),
                if residual { Value::Missing } else { Value::P(row.p_value) },
            ]
        };
        Sheet {
            name: "tidy".to_owned(),
            title: t!(lang, "stats-test-anova"),
            heads: ["term", "df", "sumsq", "meansq", "statistic", "p_value"]
                .map(|name| words::head(lang, name))
                .into(),
            rows: self.table.rows.iter().map(row).collect(),
            style: Style::Rows,
            note: String::new(),
        }
    }

    fn effects_of(&self, lang: Lang) -> Option<Sheet> {
        let mut whole: Option<Sheet> = None;
        for row in &self.table.rows {
            let Some(mut sheet) = effects(lang, &row.effects) else { continue };
            sheet.heads.insert(0, words::head(lang, "term"));
            sheet.rows.iter_mut().for_each(|cells| cells.insert(0, Value::Text(row.term.clone())));
            match &mut whole {
                Some(whole) => whole.rows.append(&mut sheet.rows),
                None => whole = Some(sheet),
            }
        }
        whole
    }

    fn pairs_sheet(&self, lang: Lang) -> Option<Sheet> {
        let row = |pair: &Pair| {
            vec![
                Value::Text(format!("{} − {}", pair.first, pair.second)),
                words::number(pair.estimate),
                words::number(pair.interval.low),
                words::number(pair.interval.high),
                Value::P(pair.p_value),
            ]
        };
        (!self.pairs.is_empty()).then(|| Sheet {
            name: "tukey".to_owned(),
            title: t!(lang, "stats-test-tukey"),
            heads: ["contrast", "estimate", "conf_low", "conf_high", "adj_p_value"]
                .map(|name| words::head(lang, name))
                .into(),
            rows: self.pairs.iter().map(row).collect(),
            style: Style::Rows,
            note: t!(lang, "stats-test-tukey-note"),
        })
    }

    fn glance(&self, lang: Lang) -> Sheet {
        let head = |name: &str, title: String| crate::Head::new(name, title);
        Sheet {
            name: "glance".to_owned(),
            title: t!(lang, "stats-test-whole"),
            heads: vec![
                head("nobs", t!(lang, "stats-head-n")),
                head("r_squared", t!(lang, "stats-test-r-squared")),
                head("sigma", t!(lang, "stats-test-sigma")),
            ],
            rows: vec![vec![
                Value::Count(self.table.n as u64),
                words::number(self.table.r_squared),
                words::number(self.table.sigma),
            ]],
            style: Style::Facts,
            note: String::new(),
        }
    }
}

impl Answer for Variance {
    fn tell(&self, lang: Lang) -> Told {
        let mut sheets = vec![self.tidy(lang)];
        sheets.extend(self.effects_of(lang));
        sheets.extend(means(lang, &self.groups));
        sheets.extend(self.pairs_sheet(lang));
        sheets.push(self.glance(lang));
        let mut reading = Vec::new();
        for row in self.table.rows.iter().filter(|row| !row.statistic.is_nan()) {
            let (term, p) = (&row.term, p_value(lang, row.p_value));
            reading.push(match row.p_value < 0.05 {
                true => t!(lang, "stats-test-term-differs", term = term, p = p),
                false => t!(lang, "stats-test-term-no-differs", term = term, p = p),
            });
        }
        let apart = self.pairs.iter().filter(|pair| pair.p_value < 0.05).count();
        if !self.pairs.is_empty() {
            reading.push(t!(lang, "stats-test-pairs-apart", count = apart, all = self.pairs.len()));
        }
        reading.push(t!(
            lang,
            "stats-test-explains",
            share = locale::percent(lang, self.table.r_squared, 1),
            sigma = figure(lang, self.table.sigma)
        ));
        let mut cautions = Vec::new();
        if let Some(spread) = self.spread.as_ref().filter(|spread| spread.p_value < 0.05) {
            cautions.push(t!(lang, "stats-test-unequal", p = p_value(lang, spread.p_value)));
        }
        if !self.one {
            cautions.push(t!(lang, "stats-test-sums-note"));
        }
        cautions.push(t!(lang, "stats-test-cause"));
        let name = t!(lang, "stats-test-anova");
        Told {
            method: if self.one { "test.anova" } else { "test.anova-two" }.to_owned(),
            title: t!(lang, "stats-test-title", method = name, value = &self.value, by = &self.by),
            facts: vec![
                (t!(lang, "stats-head-n"), self.table.n.to_string()),
                (t!(lang, "stats-head-missing"), self.table.dropped.to_string()),
            ],
            sheets,
            reading,
            cautions,
        }
    }

    fn pictures(&self, lang: Lang) -> Vec<Picture> {
        pictures::variance(self, lang)
    }

    fn script(&self, file: &str) -> String {
        script::whole(if file.is_empty() { &self.file } else { file }, &self.script)
    }
}

/// The values in the cells of two factors that have any.
fn cells(values: &[f64], first: &Factor, second: &Factor) -> Vec<Group> {
    let mut cells: BTreeMap<(u32, u32), Vec<f64>> = BTreeMap::new();
    for ((value, a), b) in values.iter().zip(&first.codes).zip(&second.codes) {
        if !value.is_nan() && *a != stats::MISSING && *b != stats::MISSING {
            cells.entry((*a, *b)).or_default().push(*value);
        }
    }
    let level = |of: &Factor, code: u32| of.levels.get(code as usize).cloned().unwrap_or_default();
    let name = |(a, b): (u32, u32)| format!("{} · {}", level(first, a), level(second, b));
    let (names, values) = cells.into_iter().map(|(at, values)| (name(at), values)).unzip();
    Group::all(&Groups { names, values, dropped: 0 })
}
