//! The tables of a test with one statistic.

use super::brief::Group;
use super::single::Single;
use super::tell::difference;
use super::words;
use crate::{Sheet, Style, Value};
use locale::{Lang, t};
use stats::test::{Alternative, Contingency, Effect, Interval, rate, wilson};

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

/// The means of groups; none where there are no groups.
pub(super) fn means(lang: Lang, groups: &[Group]) -> Option<Sheet> {
    let row = |group: &Group| {
        vec![
            Value::Text(group.name.clone()),
            Value::Count(group.n as u64),
            words::number(group.mean),
            words::number(group.sd),
        ]
    };
    (!groups.is_empty()).then(|| Sheet {
        name: "groups".to_owned(),
        title: t!(lang, "stats-test-groups"),
        heads: ["group", "n", "mean", "sd"].map(|name| words::head(lang, name)).into(),
        rows: groups.iter().map(row).collect(),
        style: Style::Rows,
        note: String::new(),
    })
}

impl Single {
    /// One row with broom's names.
    pub(super) fn tidy(&self, lang: Lang) -> Sheet {
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

    /// Whether events are counted over time rather than among trials.
    pub(super) fn of_rates(&self) -> bool {
        matches!(self.test.method, "rate" | "ratio-of-rates")
    }

    /// The interval of one group at 95 %: Wilson's of a share, the exact one of a rate.
    pub(super) fn around(&self, seen: f64, trials: f64) -> Option<Interval> {
        match self.of_rates() {
            true => rate(seen, trials, 1.0, Alternative::TwoSided, 0.95).ok()?.interval,
            false => wilson(seen, trials, 0.0, 0.95).ok(),
        }
    }

    pub(super) fn shares_sheet(&self, lang: Lang) -> Option<Sheet> {
        let rates = self.of_rates();
        let row = |(name, seen, trials): &(String, f64, f64)| {
            let value = |x: f64| if rates { words::number(x) } else { Value::Share(x) };
            let found = self.around(*seen, *trials);
            let end = |pick: fn(Interval) -> f64| found.map_or(Value::Missing, |i| value(pick(i)));
            vec![
                Value::Text(name.clone()),
                words::number(*seen),
                words::number(*trials),
                value(seen / trials),
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
            note: if rates { t!(lang, "stats-test-picture-exact") } else { t!(lang, "stats-test-wilson") },
        })
    }

    /// The cells of a table with what was expected.
    pub(super) fn cells(&self, lang: Lang) -> Option<Sheet> {
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
}
