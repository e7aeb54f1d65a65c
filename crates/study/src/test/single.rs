//! Tests with one statistic.

use super::ask::{self, alternative, factor, groups, level, needed, numbers, shares, table, two_lists};
use super::{script, words};
use crate::{Answer, Fault, Picture, Sheet, Style, Task, Told, Value, figure, p_value};
use locale::{Lang, t};
use stats::test::*;

/// A test and what it was asked about.
pub struct Single {
    file: String,
    value: String,
    by: String,
    test: Test,
    /// Groups with their values, or with counts.
    groups: Vec<(String, Vec<f64>)>,
    /// Groups with successes and trials.
    shares: Vec<(String, f64, f64)>,
    /// A table: names of rows and columns, what was seen, expected, and the standardized residuals.
    table: Option<(ask::Counts, Option<Contingency>)>,
    script: String,
}

impl Single {
    /// Asks it.
    pub fn of(task: &Task<'_>) -> Result<Self, Fault> {
        let options = task.options;
        let (side, conf) = (alternative(options), level(options));
        let null = options.number("null");
        let continuity = options.flag("continuity");
        let exact = match options.text("exact") {
            "yes" => Some(true),
            "no" => Some(false),
            _ => None,
        };
        let mut found = Single {
            file: task.data.name().to_owned(),
            value: options.text("value").to_owned(),
            by: options.text("by").to_owned(),
            test: blank(),
            groups: Vec::new(),
            shares: Vec::new(),
            table: None,
            script: script::of(options),
        };
        match options.text("method") {
            "t" if options.text("by").is_empty() && options.text("second").is_empty() => {
                let value = needed(task, "value")?;
                let list = numbers(task, value)?;
                found.test = t_one(value, &list, null.unwrap_or(0.0), side, conf)?;
                found.groups = vec![(value.to_owned(), list)];
            }
            name @ ("t" | "mann-whitney" | "t-paired" | "wilcoxon" | "ks")
                if name != "ks" || !options.text("by").is_empty() || !options.text("second").is_empty() =>
            {
                let (a, b) = two_lists(task)?;
                let names = (a.0.as_str(), b.0.as_str());
                let shift = null.unwrap_or(0.0);
                let ranked =
                    RankOptions { shift, alternative: side, exact, corrected: continuity, level: conf };
                found.test = match name {
                    "t" => t_two(names, &a.1, &b.1, options.flag("equal-variances"), shift, side, conf)?,
                    "t-paired" => t_paired(names, &a.1, &b.1, shift, side, conf)?,
                    "mann-whitney" => mann_whitney(names, &a.1, &b.1, ranked)?,
                    "wilcoxon" => wilcoxon(names, &a.1, &b.1, ranked)?,
                    _ => distance_of_two(names, &a.1, &b.1)?,
                };
                found.groups = vec![a, b];
            }
            "ks" => {
                let value = needed(task, "value")?;
                let list = numbers(task, value)?;
                found.test = distance(value, &list, reference(task)?)?;
                found.groups = vec![(value.to_owned(), list)];
            }
            "shapiro" => {
                let value = needed(task, "value")?;
                let list = numbers(task, value)?;
                found.test = shapiro(value, &list)?;
                found.groups = vec![(value.to_owned(), list)];
            }
            name @ ("anova-welch" | "kruskal" | "bartlett" | "levene" | "brown-forsythe" | "fligner") => {
                let all = groups(task)?;
                found.test = match name {
                    "anova-welch" => welch(&all)?,
                    "kruskal" => kruskal(&all)?,
                    "bartlett" => bartlett(&all)?,
                    "fligner" => fligner(&all)?,
                    name => levene(&all, name == "brown-forsythe")?,
                };
                found.groups = all.names.into_iter().zip(all.values).collect();
            }
            "goodness" => {
                let counts = if options.text("counts").is_empty() {
                    let of = factor(task, needed(task, "value")?)?;
                    let count = |code: usize| of.codes.iter().filter(|c| **c as usize == code).count() as f64;
                    let cells = (0..of.levels.len()).map(count).collect();
                    ask::Counts { rows: of.levels, columns: vec![of.name], cells }
                } else {
                    let cells = ask::list(options, "counts")?;
                    let rows = (1..=cells.len()).map(|at| at.to_string()).collect();
                    ask::Counts { rows, columns: vec![String::new()], cells }
                };
                let result = goodness(&counts.cells, &ask::list(options, "parameters")?)?;
                found.test = result.test.clone();
                found.table = Some((counts, Some(result)));
            }
            name @ ("chi-squared" | "fisher" | "mcnemar") => {
                let counts = table(task)?;
                let width = counts.columns.len();
                let mut more = None;
                found.test = match name {
                    "chi-squared" => {
                        let result = independence(&counts.cells, width, continuity, conf)?;
                        let test = result.test.clone();
                        more = Some(result);
                        test
                    }
                    "fisher" => match options.whole("tables").unwrap_or(0) {
                        0 => fisher(&counts.cells, width, side, conf)?,
                        draws => fisher_simulated(
                            &counts.cells,
                            width,
                            draws as usize,
                            options.whole("seed").unwrap_or(1),
                        )?,
                    },
                    _ => mcnemar(&counts.cells, width, continuity, exact == Some(true))?,
                };
                found.table = Some((counts, more));
            }
            name => {
                let (names, seen, trials) = shares(task)?;
                let pair = |list: &[f64]| match list {
                    [first, second] => Ok((*first, *second)),
                    list => Err(stats::Error::TooFew { what: "groups", have: list.len(), need: 2 }),
                };
                let first = |list: &[f64]| list.first().copied().unwrap_or(f64::NAN);
                let p = null.unwrap_or(0.5);
                found.test = match (name, seen.len()) {
                    ("binomial", _) => binomial(first(&seen), first(&trials), p, side, conf)?,
                    ("rates", 1) => rate(first(&seen), first(&trials), null.unwrap_or(1.0), side, conf)?,
                    ("rates", _) => {
                        ratio_of_rates(pair(&seen)?, pair(&trials)?, null.unwrap_or(1.0), side, conf)?
                    }
                    ("ab-mixture", _) => mixture(
                        pair(&seen)?,
                        pair(&trials)?,
                        options.number("prior-sd").unwrap_or(0.01),
                        conf,
                    )?,
                    ("trend", _) => trend(&seen, &trials, &ask::list(options, "parameters")?)?,
                    (_, 1) => proportion(first(&seen), first(&trials), p, side, continuity, conf)?,
                    (_, 2) => {
                        difference_of_proportions(pair(&seen)?, pair(&trials)?, side, continuity, conf)?
                    }
                    _ => proportions(&seen, &trials)?,
                };
                found.shares = names
                    .into_iter()
                    .zip(seen.iter().zip(&trials))
                    .map(|(name, (seen, trials))| (name, *seen, *trials))
                    .collect();
            }
        }
        Ok(found)
    }
}

/// What a sample is held against.
fn reference(task: &Task<'_>) -> Result<Reference, Fault> {
    let parameters = ask::list(task.options, "parameters")?;
    let at = |i: usize, default: f64| parameters.get(i).copied().unwrap_or(default);
    Ok(match task.options.text("reference") {
        "exponential" => Reference::Exponential(at(0, 1.0)),
        "uniform" => Reference::Uniform(at(0, 0.0), at(1, 1.0)),
        _ => Reference::Normal(at(0, 0.0), at(1, 1.0)),
    })
}

fn blank() -> Test {
    Test {
        method: "",
        statistic_name: "",
        statistic: f64::NAN,
        df: Vec::new(),
        p_value: f64::NAN,
        estimates: Vec::new(),
        interval: None,
        alternative: Alternative::TwoSided,
        effects: Vec::new(),
        n: 0,
        dropped: 0,
    }
}

/// The difference that a test of two means or shares is about.
fn difference(test: &Test) -> Option<f64> {
    match test.estimates.as_slice() {
        [(_, first), (_, second)] => Some(first - second),
        [(_, only)] => Some(*only),
        _ => None,
    }
}

impl Answer for Single {
    fn tell(&self, lang: Lang) -> Told {
        let test = &self.test;
        let mut sheets = vec![self.tidy(lang)];
        sheets.extend(effects(lang, &test.effects));
        sheets.extend(self.groups_sheet(lang));
        sheets.extend(self.shares_sheet(lang));
        sheets.extend(self.cells(lang));
        let name = words::method(lang, test.method);
        let title = match (self.value.is_empty(), self.by.is_empty()) {
            (true, _) => name.clone(),
            (_, true) => t!(lang, "stats-test-title-one", method = &name, value = &self.value),
            _ => t!(lang, "stats-test-title", method = &name, value = &self.value, by = &self.by),
        };
        Told {
            method: format!("test.{}", test.method),
            title,
            facts: vec![
                (t!(lang, "stats-head-n"), test.n.to_string()),
                (t!(lang, "stats-head-missing"), test.dropped.to_string()),
                (t!(lang, "stats-test-alternative"), side(lang, test.alternative)),
            ],
            sheets,
            reading: self.reading(lang),
            cautions: self.cautions(lang),
        }
    }

    fn pictures(&self, _: Lang) -> Vec<Picture> {
        Vec::new()
    }

    fn script(&self, file: &str) -> String {
        script::whole(if file.is_empty() { &self.file } else { file }, &self.script)
    }
}

fn side(lang: Lang, alternative: Alternative) -> String {
    match alternative {
        Alternative::TwoSided => t!(lang, "stats-alternative-two-sided"),
        Alternative::Less => t!(lang, "stats-alternative-less"),
        Alternative::Greater => t!(lang, "stats-alternative-greater"),
    }
}

/// The effect sizes as a table; none where there are none.
pub(super) fn effects(lang: Lang, effects: &[Effect]) -> Option<Sheet> {
    let row = |effect: &Effect| {
        let end = |pick: fn(&Interval) -> f64| {
            effect.interval.as_ref().map_or(Value::Missing, |found| words::number(pick(found)))
        };
        vec![
            Value::Text(words::effect(lang, effect.name)),
            words::number(effect.value),
            end(|found| found.low),
            end(|found| found.high),
            words::size(lang, effect).map_or(Value::Missing, Value::Text),
        ]
    };
    (!effects.is_empty()).then(|| Sheet {
        name: "effects".to_owned(),
        title: t!(lang, "stats-test-effects"),
        heads: ["effect", "estimate", "conf_low", "conf_high", "size"].map(|n| words::head(lang, n)).into(),
        rows: effects.iter().map(row).collect(),
        style: Style::Rows,
        note: String::new(),
    })
}

impl Single {
    /// One row with broom's names.
    fn tidy(&self, lang: Lang) -> Sheet {
        let test = &self.test;
        let mut heads = Vec::new();
        let mut row = Vec::new();
        let mut add = |name: &str, value: Value| {
            heads.push(words::head(lang, name));
            row.push(value);
        };
        if let Some(estimate) = difference(test) {
            add("estimate", words::number(estimate));
        }
        if let [(_, first), (_, second)] = test.estimates.as_slice() {
            add("estimate1", words::number(*first));
            add("estimate2", words::number(*second));
        }
        if test.statistic.is_finite() {
            add("statistic", words::number(test.statistic));
        }
        add("p_value", Value::P(test.p_value));
        for (df, name) in test.df.iter().zip(["parameter", "parameter2"]) {
            add(name, words::number(*df));
        }
        if let Some(found) = test.interval {
            add("conf_low", words::number(found.low));
            add("conf_high", words::number(found.high));
        }
        Sheet {
            name: "tidy".to_owned(),
            title: words::method(lang, test.method),
            heads,
            rows: vec![row],
            style: Style::Facts,
            note: test.statistic_name.to_owned(),
        }
    }

    fn groups_sheet(&self, lang: Lang) -> Option<Sheet> {
        let row = |(name, values): &(String, Vec<f64>)| {
            let found = stats::describe::moments(name, values).ok();
            vec![
                Value::Text(name.clone()),
                Value::Count(found.as_ref().map_or(0, |found| found.n as u64)),
                found.as_ref().map_or(Value::Missing, |found| words::number(found.mean)),
                found.as_ref().map_or(Value::Missing, |found| words::number(found.sd)),
            ]
        };
        (!self.groups.is_empty()).then(|| Sheet {
            name: "groups".to_owned(),
            title: t!(lang, "stats-test-groups"),
            heads: ["group", "n", "mean", "sd"].map(|name| words::head(lang, name)).into(),
            rows: self.groups.iter().map(row).collect(),
            style: Style::Rows,
            note: String::new(),
        })
    }

    fn shares_sheet(&self, lang: Lang) -> Option<Sheet> {
        let rate = self.test.method == "rate" || self.test.method == "ratio-of-rates";
        let row = |(name, seen, trials): &(String, f64, f64)| {
            let found = if rate { None } else { wilson(*seen, *trials, 0.0, 0.95).ok() };
            let end = |pick: fn(Interval) -> f64| found.map_or(Value::Missing, |i| Value::Share(pick(i)));
            let share = seen / trials;
            vec![
                Value::Text(name.clone()),
                words::number(*seen),
                words::number(*trials),
                if rate { words::number(share) } else { Value::Share(share) },
                end(|i| i.low),
                end(|i| i.high),
            ]
        };
        (!self.shares.is_empty()).then(|| Sheet {
            name: "groups".to_owned(),
            title: t!(lang, "stats-test-groups"),
            heads: ["group", "observed", "n", "share", "conf_low", "conf_high"]
                .map(|name| words::head(lang, name))
                .into(),
            rows: self.shares.iter().map(row).collect(),
            style: Style::Rows,
            note: t!(lang, "stats-test-wilson"),
        })
    }

    /// The cells of a table with what was expected.
    fn cells(&self, lang: Lang) -> Option<Sheet> {
        let (counts, more) = self.table.as_ref()?;
        let width = counts.columns.len();
        let full = more.as_ref().is_some_and(|more| more.expected.len() == counts.cells.len());
        let cell = |at: usize, seen: &f64| {
            let of = |pick: fn(&Contingency) -> &Vec<f64>| match more {
                Some(more) if full => pick(more).get(at).map_or(Value::Missing, |x| words::number(*x)),
                _ => Value::Missing,
            };
            let name = |list: &[String], at: usize| Value::Text(list.get(at).cloned().unwrap_or_default());
            vec![
                name(&counts.rows, at / width.max(1)),
                name(&counts.columns, at % width.max(1)),
                words::number(*seen),
                of(|more| &more.expected),
                of(|more| &more.standardized),
            ]
        };
        Some(Sheet {
            name: "augment".to_owned(),
            title: t!(lang, "stats-test-table"),
            heads: ["group", "level", "observed", "expected", "std_resid"]
                .map(|name| words::head(lang, name))
                .into(),
            rows: counts.cells.iter().enumerate().map(|(at, seen)| cell(at, seen)).collect(),
            style: Style::Rows,
            note: String::new(),
        })
    }

    fn reading(&self, lang: Lang) -> Vec<String> {
        let test = &self.test;
        let p = p_value(lang, test.p_value);
        let far = test.p_value < 0.05;
        let about = match test.method {
            "shapiro" | "ks-exact" | "ks-limit" => match far {
                true => t!(lang, "stats-test-not-so", p = p),
                false => t!(lang, "stats-test-may-be-so", p = p),
            },
            "bartlett" | "levene" | "brown-forsythe" | "fligner" => match far {
                true => t!(lang, "stats-test-spread", p = p),
                false => t!(lang, "stats-test-no-spread", p = p),
            },
            "chi-squared" | "fisher" | "fisher-simulated" => match far {
                true => t!(lang, "stats-test-depend", p = p),
                false => t!(lang, "stats-test-no-depend", p = p),
            },
            _ => match far {
                true => t!(lang, "stats-test-differ", p = p),
                false => t!(lang, "stats-test-no-differ", p = p),
            },
        };
        let mut words = vec![about];
        if let (Some(estimate), Some(found)) = (difference(test), test.interval) {
            words.push(t!(
                lang,
                "stats-test-between",
                estimate = figure(lang, estimate),
                interval = words::interval(lang, found),
                level = figure(lang, 100.0 * found.level)
            ));
        }
        let sized = test.effects.iter().find_map(|effect| Some((effect, words::size(lang, effect)?)));
        if let Some((effect, size)) = sized {
            let name = words::effect(lang, effect.name);
            words.push(t!(
                lang,
                "stats-test-sized",
                effect = name,
                value = figure(lang, effect.value),
                size = size
            ));
        }
        words
    }

    fn cautions(&self, lang: Lang) -> Vec<String> {
        let test = &self.test;
        let mut words = Vec::new();
        let small = self.groups.iter().map(|(_, list)| list.len()).min().is_some_and(|least| least < 15);
        if small && test.method.starts_with("t-") {
            words.push(t!(lang, "stats-test-small"));
        }
        let expected =
            self.table.iter().filter_map(|(_, more)| more.as_ref()).flat_map(|more| &more.expected);
        let few = expected.filter(|count| **count < 5.0).count();
        if few > 0 {
            words.push(t!(lang, "stats-test-few-expected", count = few));
        }
        if test.method == "two-proportions" {
            words.push(t!(lang, "stats-test-no-peeking"));
        }
        if test.method == "t-equal" {
            words.push(t!(lang, "stats-test-equal"));
        }
        if test.p_value >= 0.05 {
            words.push(t!(lang, "stats-test-absence"));
        } else {
            words.push(t!(lang, "stats-test-cause"));
        }
        words
    }
}
