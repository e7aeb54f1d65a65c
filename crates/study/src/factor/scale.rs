//! Whether columns make up one scale.

use super::ask;
use super::loadings::{facts, sheet};
use super::source::Source;
use super::{basis, script};
use crate::{Answer, Fault, Head, Options, Picture, Style, Task, Told, Value};
use locale::{Lang, number, t};
use stats::factor::{Alpha, Basis, Halves, Omega, alpha, halves, keys, omega};

/// The reliability of a scale.
pub struct Found {
    source: Source,
    options: Options,
    alpha: Alpha,
    halves: Halves,
    omega: Option<Omega>,
}

impl Found {
    pub fn of(task: &Task<'_>, source: Source) -> Result<Self, Fault> {
        let options = task.options;
        let of = &source.of;
        let seed = options.whole("seed").unwrap_or(1);
        let keys = keys(of)?;
        let groups = options.whole("factors").map_or(3, |count| count as usize);
        Ok(Found {
            alpha: alpha(of, &keys, options.number("level").unwrap_or(0.95))?,
            halves: halves(of, &keys, seed)?,
            // Of too few items there is no model of groups, and α stands alone.
            omega: omega(of, groups, options.whole("starts").unwrap_or(1) as usize, seed).ok(),
            options: options.clone(),
            source,
        })
    }
}

impl Answer for Found {
    fn tell(&self, lang: Lang) -> Told {
        let (of, found) = (&self.source.of, &self.alpha);
        let end = |f: &dyn Fn(&stats::factor::Interval) -> f64| {
            found.interval.as_ref().map_or(Value::Missing, |interval| Value::Number(f(interval)))
        };
        let part =
            |f: &dyn Fn(&Omega) -> f64| self.omega.as_ref().map_or(Value::Missing, |o| Value::Number(f(o)));
        let glance = facts(
            "glance",
            t!(lang, "stats-factor-reliability"),
            vec![
                (
                    "n",
                    t!(lang, "stats-factor-glance-n"),
                    of.n.map_or(Value::Missing, |n| Value::Count(n as u64)),
                ),
                ("alpha", t!(lang, "stats-factor-alpha"), Value::Number(found.raw)),
                ("conf_low", t!(lang, "stats-factor-low"), end(&|interval| interval.low)),
                ("conf_high", t!(lang, "stats-factor-high"), end(&|interval| interval.high)),
                ("std_error", t!(lang, "stats-factor-se"), Value::Number(found.std_error)),
                ("alpha_standardised", t!(lang, "stats-factor-alpha-std"), Value::Number(found.standardised)),
                ("omega_total", t!(lang, "stats-factor-omega-total"), part(&|o| o.total)),
                ("omega_hierarchical", t!(lang, "stats-factor-omega-h"), part(&|o| o.hierarchical)),
                ("ecv", t!(lang, "stats-factor-ecv"), part(&|o| o.explained_common)),
                ("lambda6", "Guttman λ₆".to_owned(), Value::Number(found.lambda6)),
                ("lambda2", "Guttman λ₂".to_owned(), Value::Number(found.lambda2)),
                ("lambda4", t!(lang, "stats-factor-lambda4"), Value::Number(self.halves.greatest)),
                ("split_half", t!(lang, "stats-factor-split"), Value::Number(self.halves.mean)),
                ("beta", t!(lang, "stats-factor-beta"), Value::Number(self.halves.least)),
                ("average_r", t!(lang, "stats-factor-average"), Value::Number(found.mean_r)),
            ],
        );
        let heads = vec![
            Head::new("term", t!(lang, "stats-factor-head-item")),
            Head::new("reversed", t!(lang, "stats-factor-head-reversed")),
            Head::new("r_drop", t!(lang, "stats-factor-head-rest")),
            Head::new("r_cor", t!(lang, "stats-factor-head-corrected")),
            Head::new("alpha_drop", t!(lang, "stats-factor-head-alpha-drop")),
        ];
        let rows = found.items.iter().map(|item| {
            vec![
                Value::Text(item.name.clone()),
                Value::Flag(item.reversed),
                Value::Fixed(item.rest, 3),
                Value::Fixed(item.corrected, 3),
                Value::Fixed(item.alpha_dropped, 3),
            ]
        });
        let tidy = sheet("tidy", t!(lang, "stats-factor-items"), heads, rows.collect(), Style::Rows);
        let shown = number(lang, found.raw, 2);
        let verdict = match found.raw {
            x if x >= 0.9 => t!(lang, "stats-factor-alpha-high", alpha = shown),
            x if x >= 0.7 => t!(lang, "stats-factor-alpha-good", alpha = shown),
            x if x >= 0.6 => t!(lang, "stats-factor-alpha-fair", alpha = shown),
            _ => t!(lang, "stats-factor-alpha-low", alpha = shown),
        };
        let mut reading = vec![verdict];
        if let Some(o) = self.omega.as_ref().filter(|o| !o.assumed) {
            let share = number(lang, o.hierarchical, 2);
            reading.push(match o.hierarchical {
                x if x >= 0.65 => t!(lang, "stats-factor-omega-one", omega = share),
                _ => t!(lang, "stats-factor-omega-many", omega = share),
            });
        }
        let mut cautions = Vec::new();
        let named = |f: &dyn Fn(&&stats::factor::AlphaItem) -> bool| {
            let items = found.items.iter().filter(f).map(|item| item.name.clone());
            items.collect::<Vec<_>>().join(", ")
        };
        let reversed = named(&|item| item.reversed);
        if !reversed.is_empty() {
            cautions.push(t!(lang, "stats-factor-reversed", items = reversed));
        }
        let better = named(&|item| item.alpha_dropped > found.raw + 0.01);
        if !better.is_empty() {
            cautions.push(t!(lang, "stats-factor-better-without", items = better));
        }
        cautions.extend(basis::cautions(&self.source, lang));
        match of.basis {
            Basis::Pearson => {}
            Basis::Spearman => cautions.push(t!(lang, "stats-factor-ranked")),
            Basis::Polychoric => cautions.push(t!(lang, "stats-factor-ordinal")),
        }
        cautions.push(t!(lang, "stats-factor-alpha-caution"));
        Told {
            method: "factor.reliability".to_owned(),
            title: t!(lang, "stats-factor-scale-title", columns = of.width(), file = &self.source.file),
            facts: [(t!(lang, "stats-factor-fact-rows"), ask::rows(lang, of, self.source.matrix))]
                .into_iter()
                .chain(basis::fact(&self.source, lang))
                .collect(),
            sheets: vec![glance, tidy],
            reading,
            cautions,
        }
    }

    fn pictures(&self, _: Lang) -> Vec<Picture> {
        Vec::new()
    }

    fn script(&self, file: &str) -> String {
        script::scale(file, &self.source, &self.options)
    }
}
