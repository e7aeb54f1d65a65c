//! The description in words.

use super::column::{Figures, Found};
use super::summary::{Part, Summary};
use crate::{Value, figure};
use locale::{Lang, percent, t};

/// So many columns are told in words.
const TOLD: usize = 8;

impl Summary {
    pub(super) fn reading(&self, lang: Lang) -> Vec<String> {
        let mut reading: Vec<String> =
            self.parts.iter().filter_map(|part| self.one(lang, part)).take(TOLD).collect();
        if let Some(gaps) = &self.gaps {
            let share = percent(lang, gaps.complete as f64 / gaps.rows as f64, 1);
            reading.push(t!(lang, "describe-says-complete", share = share));
            if let Some(pair) = gaps.together.first().filter(|pair| pair.phi > 0.5) {
                let (x, y) = (gaps.names[pair.columns.0].as_str(), gaps.names[pair.columns.1].as_str());
                reading.push(t!(lang, "describe-says-together", x = x, y = y, rows = pair.rows));
            }
            if gaps.monotone && gaps.patterns.len() > 2 {
                reading.push(t!(lang, "describe-says-monotone"));
            }
        }
        reading
    }

    fn one(&self, lang: Lang, part: &Part) -> Option<String> {
        let name = match part.group.is_empty() {
            true => part.column.clone(),
            false => format!("{}, {}", part.column, part.group),
        };
        let name = name.as_str();
        match &part.found {
            Found::Nothing => Some(t!(lang, "describe-says-nothing", column = name)),
            Found::Words(found, words) => {
                let most = found.modes.first().and_then(|&at| words.get(at))?;
                let count = found.modes.first().and_then(|&at| found.counts.get(at)).copied()?;
                if super::tell::names(found) {
                    return None;
                }
                let share = percent(lang, count as f64 / found.n as f64, 0);
                Some(t!(lang, "describe-says-words", column = name, level = most.as_str(), share = share))
            }
            Found::Figures(found) if found.distinct == 1 => Some(t!(
                lang,
                "describe-says-constant",
                column = name,
                value = figure(lang, found.moments.mean)
            )),
            Found::Figures(found) if found.quantiles[2] == found.quantiles[4] => {
                let middle = found.robust.median;
                let same = found.sorted.partition_point(|x| *x <= middle)
                    - found.sorted.partition_point(|x| *x < middle);
                let share = percent(lang, 1.0 - same as f64 / found.sorted.len() as f64, 0);
                let (value, max) = (figure(lang, middle), figure(lang, found.moments.max));
                Some(t!(lang, "describe-says-mostly", column = name, value = value, share = share, max = max))
            }
            Found::Figures(found) => {
                let of = |value: f64| figure(lang, value);
                let [_, _, low, middle, high, ..] = found.quantiles;
                let (low, middle, high, mean) = (of(low), of(middle), of(high), of(found.moments.mean));
                Some(match pulled(found) {
                    true => t!(
                        lang,
                        "describe-says-skewed",
                        column = name,
                        middle = middle,
                        low = low,
                        high = high,
                        mean = mean
                    ),
                    false => t!(
                        lang,
                        "describe-says-even",
                        column = name,
                        middle = middle,
                        low = low,
                        high = high,
                        mean = mean
                    ),
                })
            }
        }
    }

    pub(super) fn cautions(&self, lang: Lang) -> Vec<String> {
        let mut cautions = Vec::new();
        let figures = self.figures();
        let names = |keep: &dyn Fn(&Figures) -> bool| {
            let mut names: Vec<&str> = figures
                .iter()
                .filter(|(_, found)| keep(found))
                .map(|(part, _)| part.column.as_str())
                .collect();
            names.dedup();
            names.join(", ")
        };
        let skewed = names(&pulled);
        if !skewed.is_empty() {
            cautions.push(t!(lang, "describe-caution-skewed", columns = skewed));
        }
        let far = names(&|found| found.outliers[1].2 > 0);
        if !far.is_empty() {
            cautions.push(t!(lang, "describe-caution-far", columns = far));
        }
        let constant = names(&|found| found.distinct == 1);
        if !constant.is_empty() {
            cautions.push(t!(lang, "describe-caution-constant", columns = constant));
        }
        let series = names(&|found| found.moments.n > 20 && found.moments.autocorrelation > 0.6);
        if !series.is_empty() {
            cautions.push(t!(lang, "describe-caution-series", columns = series));
        }
        if let Some(little) = &self.little {
            let p = Value::P(little.p_value).shown(lang);
            cautions.push(match little.p_value < 0.05 {
                true => t!(lang, "describe-caution-not-at-random", p = p),
                false => t!(lang, "describe-caution-at-random", p = p),
            });
        }
        if self.rows > 5000 && !figures.is_empty() {
            cautions.push(t!(lang, "describe-caution-normality"));
        }
        cautions
    }
}

/// Whether a few values pull the mean away from the middle: by more than a third of the distance of the quartiles, or clean out of
/// them.
fn pulled(found: &Figures) -> bool {
    let [_, _, low, middle, high, ..] = found.quantiles;
    let mean = found.moments.mean;
    found.moments.n > 4 && (mean < low || mean > high || (mean - middle).abs() > 0.34 * (high - low))
}
