//! What a test with one statistic tells.

use super::sheets::{effects, means};
use super::single::Single;
use super::{pictures, script, words};
use crate::{Answer, Picture, Told, figure, p_value};
use locale::{Lang, t};
use stats::test::{Alternative, Test};

/// The difference that a test of two means or shares is about.
pub(super) fn difference(test: &Test) -> Option<f64> {
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
        sheets.extend(means(lang, &self.groups));
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

    fn pictures(&self, lang: Lang) -> Vec<Picture> {
        pictures::single(self, lang)
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

impl Single {
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
        let small = self.groups.iter().map(|group| group.n).min().is_some_and(|least| least < 15);
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
