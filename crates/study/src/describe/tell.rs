//! The description as tables.

use super::column::{Figures, Found, SHARES};
use super::summary::{Part, Summary};
use crate::{Head, Sheet, Style, Told, Value};
use locale::{Lang, number, t};
use stats::describe::Levels;

/// So many levels of a column of words are shown.
const LEVELS: usize = 12;
/// So many patterns of gaps are shown.
const PATTERNS: usize = 10;

impl Summary {
    pub(super) fn told(&self, lang: Lang) -> Told {
        let mut sheets = Vec::new();
        let figures = self.figures();
        if !figures.is_empty() {
            sheets.push(self.middle(lang, &figures));
            sheets.push(self.outliers(lang, &figures));
            sheets.push(self.tidy(lang, &figures));
            sheets.push(self.normality(lang, &figures));
        }
        if !self.passed.is_empty() {
            sheets.push(self.pass_sheet(lang));
        }
        let words = self.levels(lang);
        if !words.rows.is_empty() {
            sheets.push(words);
        }
        sheets.extend(self.patterns(lang));
        sheets.push(self.glance(lang));
        let mut facts = vec![(t!(lang, "describe-rows"), number(lang, self.rows as f64, 0))];
        if !self.by.is_empty() {
            facts.push((t!(lang, "describe-by"), self.by.clone()));
        }
        Told {
            method: "describe.summary".to_owned(),
            title: t!(lang, "stats-describe-title", file = &self.file),
            facts,
            sheets,
            reading: self.reading(lang),
            cautions: self.cautions(lang),
        }
    }

    pub(super) fn figures(&self) -> Vec<(&Part, &Figures)> {
        let figures = self.parts.iter().filter_map(|part| match &part.found {
            Found::Figures(found) => Some((part, found.as_ref())),
            _ => None,
        });
        figures.collect()
    }

    /// The column, and its group where there are any.
    fn front(&self, lang: Lang) -> Vec<Head> {
        let mut heads = vec![Head::new("term", t!(lang, "stats-head-column"))];
        if !self.by.is_empty() {
            heads.push(Head::new("group", self.by.clone()));
        }
        heads
    }

    fn named(&self, part: &Part) -> Vec<Value> {
        let mut row = vec![Value::Text(part.column.clone())];
        if !self.by.is_empty() {
            row.push(Value::Text(part.group.clone()));
        }
        row
    }

    fn sheet(
        &self,
        name: &str,
        title: String,
        heads: Vec<Head>,
        rows: Vec<Vec<Value>>,
        style: Style,
    ) -> Sheet {
        Sheet { name: name.to_owned(), title, heads, rows, style, note: String::new() }
    }

    /// What people look at first.
    fn middle(&self, lang: Lang, figures: &[(&Part, &Figures)]) -> Sheet {
        let mut heads = self.front(lang);
        heads.extend([
            Head::new("n", t!(lang, "stats-head-n")),
            Head::new("missing", t!(lang, "stats-head-missing")),
            Head::new("mean", t!(lang, "stats-head-mean")),
            Head::new("sd", t!(lang, "stats-head-sd")),
            Head::new("min", t!(lang, "describe-head-min")),
            Head::new("q25", t!(lang, "describe-head-q25")),
            Head::new("median", t!(lang, "describe-head-median")),
            Head::new("q75", t!(lang, "describe-head-q75")),
            Head::new("max", t!(lang, "describe-head-max")),
            Head::new("skewness", t!(lang, "describe-head-skewness")),
            Head::new("kurtosis", t!(lang, "describe-head-kurtosis")),
        ]);
        let row = |(part, found): &(&Part, &Figures)| {
            let mut row = self.named(part);
            let m = &found.moments;
            row.extend([Value::Count(m.n as u64), Value::Count(m.missing as u64)]);
            row.extend(
                [m.mean, m.sd, m.min, found.quantiles[2], found.quantiles[3], found.quantiles[4], m.max]
                    .map(Value::Number),
            );
            row.extend([&m.skewness, &m.kurtosis].map(|shape| Value::Fixed(self.how.of(shape), 2)));
            row
        };
        let rows = figures.iter().map(row).collect();
        self.sheet("summary", t!(lang, "stats-describe-columns"), heads, rows, Style::People)
    }

    /// All of it, for machines.
    fn tidy(&self, lang: Lang, figures: &[(&Part, &Figures)]) -> Sheet {
        let mut heads = self.front(lang);
        let quantile = |share: f64| {
            let percent = number(lang, share * 100.0, 0);
            Head::new(
                format!("q{:02.0}", share * 100.0),
                t!(lang, "describe-head-quantile", percent = percent),
            )
        };
        heads.extend([
            Head::new("n", t!(lang, "stats-head-n")),
            Head::new("missing", t!(lang, "stats-head-missing")),
            Head::new("distinct", t!(lang, "describe-head-distinct")),
            Head::new("sum", t!(lang, "describe-head-sum")),
            Head::new("mean", t!(lang, "stats-head-mean")),
            Head::new("std_error", t!(lang, "describe-head-error")),
            Head::new("conf_low", t!(lang, "describe-head-low")),
            Head::new("conf_high", t!(lang, "describe-head-high")),
            Head::new("variance", t!(lang, "describe-head-variance")),
            Head::new("sd", t!(lang, "stats-head-sd")),
            Head::new("min", t!(lang, "describe-head-min")),
        ]);
        heads.extend(SHARES.map(quantile));
        heads.extend([
            Head::new("max", t!(lang, "describe-head-max")),
            Head::new("median", t!(lang, "describe-head-median")),
            Head::new("median_low", t!(lang, "describe-head-median-low")),
            Head::new("median_high", t!(lang, "describe-head-median-high")),
            Head::new("mad", t!(lang, "describe-head-mad")),
            Head::new("iqr", t!(lang, "describe-head-iqr")),
            Head::new("trimmed", t!(lang, "describe-head-trimmed")),
            Head::new("winsorised", t!(lang, "describe-head-winsorised")),
            Head::new("geometric", t!(lang, "describe-head-geometric")),
            Head::new("harmonic", t!(lang, "describe-head-harmonic")),
            Head::new("gini", t!(lang, "describe-head-gini")),
            Head::new("skewness", t!(lang, "describe-head-skewness")),
            Head::new("kurtosis", t!(lang, "describe-head-kurtosis")),
            Head::new("autocorrelation", t!(lang, "describe-head-autocorrelation")),
        ]);
        let some = |value: Option<f64>| value.map_or(Value::Missing, Value::Number);
        let row = |(part, found): &(&Part, &Figures)| {
            let mut row = self.named(part);
            let (m, r) = (&found.moments, &found.robust);
            row.extend([m.n, m.missing, found.distinct].map(|count| Value::Count(count as u64)));
            let ends = (found.mean.low, found.mean.high);
            row.extend(
                [m.sum, m.mean, m.std_error(), ends.0, ends.1, m.variance, m.sd, m.min].map(Value::Number),
            );
            row.extend(found.quantiles.map(Value::Number));
            row.extend([m.max, r.median].map(Value::Number));
            row.extend([some(found.median.map(|i| i.low)), some(found.median.map(|i| i.high))]);
            row.extend([r.mad, r.iqr, r.trimmed, r.winsorised].map(Value::Number));
            row.extend([found.geometric, found.harmonic, found.gini].map(some));
            row.extend(
                [self.how.of(&m.skewness), self.how.of(&m.kurtosis), m.autocorrelation].map(Value::Number),
            );
            row
        };
        let rows = figures.iter().map(row).collect();
        self.sheet("tidy", t!(lang, "describe-all"), heads, rows, Style::Machine)
    }

    fn outliers(&self, lang: Lang, figures: &[(&Part, &Figures)]) -> Sheet {
        let mut heads = self.front(lang);
        heads.extend([
            Head::new("rule", t!(lang, "describe-head-rule")),
            Head::new("low", t!(lang, "describe-head-below")),
            Head::new("high", t!(lang, "describe-head-above")),
            Head::new("count", t!(lang, "describe-head-outside")),
            Head::new("share", t!(lang, "describe-head-share")),
        ]);
        let mut rows = Vec::new();
        for (part, found) in figures {
            for (rule, fence, count) in &found.outliers {
                let mut row = self.named(part);
                row.push(Value::Text(match *rule {
                    "tukey" => t!(lang, "describe-rule-tukey"),
                    "tukey-far" => t!(lang, "describe-rule-far"),
                    _ => t!(lang, "describe-rule-mad"),
                }));
                row.extend([fence.low, fence.high].map(Value::Number));
                row.push(Value::Count(*count as u64));
                row.push(Value::Share(*count as f64 / found.moments.n as f64));
                rows.push(row);
            }
        }
        self.sheet("outliers", t!(lang, "describe-outliers"), heads, rows, Style::Machine)
    }

    fn normality(&self, lang: Lang, figures: &[(&Part, &Figures)]) -> Sheet {
        let mut heads = self.front(lang);
        heads.extend([
            Head::new("method", t!(lang, "describe-head-test")),
            Head::new("statistic", t!(lang, "describe-head-statistic")),
            Head::new("p_value", t!(lang, "describe-head-p")),
        ]);
        let mut rows = Vec::new();
        for (part, found) in figures {
            for test in &found.normality {
                let mut row = self.named(part);
                row.extend([
                    Value::Text(test.method.to_owned()),
                    Value::Number(test.statistic),
                    Value::P(test.p_value),
                ]);
                rows.push(row);
            }
        }
        self.sheet("normality", t!(lang, "describe-normality"), heads, rows, Style::Machine)
    }

    fn pass_sheet(&self, lang: Lang) -> Sheet {
        let mut heads = vec![
            Head::new("term", t!(lang, "stats-head-column")),
            Head::new("n", t!(lang, "stats-head-n")),
            Head::new("missing", t!(lang, "stats-head-missing")),
            Head::new("mean", t!(lang, "stats-head-mean")),
            Head::new("sd", t!(lang, "stats-head-sd")),
            Head::new("min", t!(lang, "describe-head-min")),
        ];
        heads.extend(SHARES.map(|share| {
            let percent = number(lang, share * 100.0, 0);
            Head::new(
                format!("q{:02.0}", share * 100.0),
                t!(lang, "describe-head-quantile", percent = percent),
            )
        }));
        heads.push(Head::new("max", t!(lang, "describe-head-max")));
        let rows = self.passed.iter().map(|passed| {
            let m = &passed.moments;
            let mut row = vec![Value::Text(passed.column.clone())];
            row.extend([m.n, m.missing].map(|count| Value::Count(count as u64)));
            row.extend([m.mean, m.sd, m.min].map(Value::Number));
            row.extend(passed.quantiles.iter().copied().map(Value::Number));
            row.push(Value::Number(m.max));
            row
        });
        let rows = rows.collect();
        let mut sheet = self.sheet("tidy", t!(lang, "stats-describe-columns"), heads, rows, Style::Rows);
        let error = self.passed.iter().map(|passed| passed.error).fold(0.0, f64::max);
        sheet.note = t!(lang, "describe-sketch", error = number(lang, 100.0 * error, 3));
        sheet
    }

    fn levels(&self, lang: Lang) -> Sheet {
        let mut heads = self.front(lang);
        heads.extend([
            Head::new("level", t!(lang, "describe-head-level")),
            Head::new("n", t!(lang, "stats-head-n")),
            Head::new("share", t!(lang, "describe-head-share")),
        ]);
        let mut rows = Vec::new();
        for part in &self.parts {
            let Found::Words(found, words) = &part.found else { continue };
            let mut order: Vec<usize> = (0..words.len()).filter(|&at| found.counts[at] > 0).collect();
            order.sort_by_key(|&at| std::cmp::Reverse(found.counts[at]));
            if names(found) {
                continue;
            }
            for &at in order.iter().take(LEVELS) {
                let mut row = self.named(part);
                row.push(Value::Text(words[at].clone()));
                row.push(Value::Count(found.counts[at] as u64));
                row.push(Value::Share(found.counts[at] as f64 / found.n as f64));
                rows.push(row);
            }
        }
        self.sheet("levels", t!(lang, "describe-levels"), heads, rows, Style::Rows)
    }

    fn patterns(&self, lang: Lang) -> Option<Sheet> {
        let gaps = self.gaps.as_ref()?;
        let heads = vec![
            Head::new("missing", t!(lang, "describe-head-lack")),
            Head::new("rows", t!(lang, "describe-rows")),
            Head::new("share", t!(lang, "describe-head-share")),
        ];
        let row = |pattern: &stats::describe::Pattern| {
            let lacks = gaps.names.iter().zip(&pattern.missing).filter(|(_, gone)| **gone);
            let lacks = lacks.map(|(name, _)| name.as_str()).collect::<Vec<_>>().join(", ");
            let share = pattern.rows as f64 / gaps.rows as f64;
            let lacks = if lacks.is_empty() { t!(lang, "describe-complete") } else { lacks };
            vec![Value::Text(lacks), Value::Count(pattern.rows as u64), Value::Share(share)]
        };
        let rows = gaps.patterns.iter().take(PATTERNS).map(row).collect();
        let mut sheet = self.sheet("missing", t!(lang, "describe-gaps"), heads, rows, Style::Rows);
        let more = gaps.patterns.len().saturating_sub(PATTERNS);
        if more > 0 {
            sheet.note = t!(lang, "describe-more-patterns", count = more);
        }
        Some(sheet)
    }

    fn glance(&self, lang: Lang) -> Sheet {
        let complete = self.gaps.as_ref().map_or(self.rows, |gaps| gaps.complete);
        let little = self.little.as_ref();
        let number = |value: Option<f64>| value.map_or(Value::Missing, Value::Number);
        let cells = [
            ("rows", t!(lang, "describe-rows"), Value::Count(self.rows as u64)),
            ("columns", t!(lang, "stats-describe-columns"), Value::Count(self.columns.len() as u64)),
            ("complete", t!(lang, "describe-complete"), Value::Count(complete as u64)),
            ("little", t!(lang, "describe-little"), number(little.map(|found| found.statistic))),
            ("little_df", t!(lang, "describe-little-df"), number(little.map(|found| found.df as f64))),
            ("little_p", t!(lang, "describe-little-p"), number(little.map(|found| found.p_value))),
            ("quantile_type", t!(lang, "describe-quantile-type"), Value::Count(self.how.kind as u64 + 1)),
            ("shape_type", t!(lang, "describe-shape-type"), Value::Count(u64::from(self.how.shape))),
            ("conf_level", t!(lang, "describe-level"), Value::Number(self.how.level)),
        ];
        let (heads, row) =
            cells.into_iter().map(|(name, title, cell)| (Head::new(name, title), cell)).unzip();
        self.sheet("glance", t!(lang, "describe-glance"), heads, vec![row], Style::Machine)
    }
}

/// Whether a column of words holds names, days or texts rather than groups: nothing is learnt from counting them.
pub(super) fn names(found: &Levels) -> bool {
    let different = found.counts.iter().filter(|count| **count > 0).count();
    different > LEVELS && 5 * different > found.n
}
