//! The answer as tables and words.

use super::differences;
use super::pairs::{Pair, Pairs};
use crate::{Answer, Head, Picture, Sheet, Style, Told, Value};
use locale::{Lang, number, t};
use stats::correlate::Adjust;

/// A matrix of more columns does not fit a line.
const WIDE: usize = 12;
/// So many pairs are shown to people; the rest is in `tidy`.
const STRONGEST: usize = 15;
/// So many pairs are told in words.
const TOLD: usize = 5;

impl Answer for Pairs {
    fn tell(&self, lang: Lang) -> Told {
        let mut sheets = Vec::new();
        if self.names.len() <= WIDE && self.options.text("with").is_empty() {
            sheets.push(self.matrix(lang));
        }
        sheets.push(self.strong(lang));
        sheets.extend(differences::sheet(&self.differences, lang));
        sheets.extend(self.semi(lang));
        sheets.push(self.tidy(lang));
        sheets.push(self.glance(lang));
        Told {
            method: format!("correlate.{}", self.method),
            title: t!(lang, "correlate-title", method = self.named(lang), file = self.file.as_str()),
            facts: self.facts(lang),
            sheets,
            reading: self.reading(lang),
            cautions: self.cautions(lang),
        }
    }

    fn pictures(&self, lang: Lang) -> Vec<Picture> {
        self.drawn(lang)
    }

    fn script(&self, file: &str) -> String {
        self.in_r(file)
    }
}

impl Pairs {
    /// The method's name in words.
    pub(super) fn named(&self, lang: Lang) -> String {
        match self.method {
            "spearman" => t!(lang, "correlate-spearman"),
            "kendall" => t!(lang, "correlate-kendall"),
            "partial" => t!(lang, "correlate-partial"),
            "polychoric" => t!(lang, "correlate-polychoric"),
            "distance" => t!(lang, "correlate-distance"),
            "cramer" => t!(lang, "correlate-cramer"),
            "mixed" => t!(lang, "correlate-mixed"),
            "point-biserial" => t!(lang, "correlate-point-biserial"),
            _ => t!(lang, "correlate-pearson"),
        }
    }

    fn adjusted(&self, lang: Lang) -> String {
        match self.adjust {
            Adjust::None => t!(lang, "correlate-adjust-none"),
            Adjust::Bonferroni => t!(lang, "correlate-adjust-bonferroni"),
            Adjust::Holm => t!(lang, "correlate-adjust-holm"),
            Adjust::Hochberg => t!(lang, "correlate-adjust-hochberg"),
            Adjust::Hommel => t!(lang, "correlate-adjust-hommel"),
            Adjust::Bh => t!(lang, "correlate-adjust-bh"),
            Adjust::By => t!(lang, "correlate-adjust-by"),
        }
    }

    fn missing(&self, lang: Lang) -> String {
        let alone = self.method == "partial" || self.options.text("missing") == "listwise";
        if alone { t!(lang, "correlate-listwise") } else { t!(lang, "correlate-pairwise") }
    }

    fn facts(&self, lang: Lang) -> Vec<(String, String)> {
        let count = |n: usize| number(lang, n as f64, 0);
        let mut facts = vec![
            (
                t!(lang, "correlate-rows"),
                t!(lang, "correlate-rows-of", rows = count(self.rows), complete = count(self.complete)),
            ),
            (t!(lang, "correlate-missing"), self.missing(lang)),
            (t!(lang, "correlate-adjusted"), self.adjusted(lang)),
        ];
        let given = self.options.columns("given");
        if self.method == "partial" {
            let given = if given.is_empty() { t!(lang, "correlate-given-others") } else { given.join(", ") };
            facts.push((t!(lang, "correlate-given"), given));
        }
        facts
    }

    fn matrix(&self, lang: Lang) -> Sheet {
        let mut heads = vec![Head::new("term", "")];
        let numbered = |at: usize| format!("{}", at + 1);
        heads.extend((0..self.names.len()).map(|at| Head::new(self.names[at].clone(), numbered(at))));
        let row = |i: usize| {
            let mut row = vec![Value::Text(format!("{}  {}", numbered(i), self.names[i]))];
            row.extend((0..self.names.len()).map(|j| match i == j {
                true => Value::Missing,
                false => Value::Fixed(self.estimate(i, j), 2),
            }));
            row
        };
        Sheet {
            name: "matrix".to_owned(),
            title: t!(lang, "correlate-matrix"),
            heads,
            rows: (0..self.names.len()).map(row).collect(),
            style: Style::People,
            note: String::new(),
        }
    }

    /// In each row the column that stays as it is, in each column the one that is freed of the others.
    fn semi(&self, lang: Lang) -> Option<Sheet> {
        let cells = self.semi.as_ref()?;
        let mut heads = vec![Head::new("term", "")];
        heads.extend(self.names.iter().map(|name| Head::new(name.clone(), name.clone())));
        let row = |(i, name): (usize, &String)| {
            let mut row = vec![Value::Text(name.clone())];
            row.extend((0..self.names.len()).map(|j| match i == j {
                true => Value::Missing,
                false => Value::Fixed(cells[(i, j)], 2),
            }));
            row
        };
        Some(Sheet {
            name: "semi_partial".to_owned(),
            title: t!(lang, "correlate-semi"),
            heads,
            rows: self.names.iter().enumerate().map(row).collect(),
            style: Style::Rows,
            note: t!(lang, "correlate-semi-note"),
        })
    }

    fn strong(&self, lang: Lang) -> Sheet {
        let reach = number(lang, self.level * 100.0, 2);
        let mut heads = vec![
            Head::new("x", t!(lang, "correlate-head-x")),
            Head::new("y", t!(lang, "correlate-head-y")),
            Head::new("estimate", self.sign()),
            Head::new("conf", t!(lang, "correlate-head-interval", level = reach)),
            Head::new("p_value", t!(lang, "correlate-head-p")),
            Head::new("p_adjusted", t!(lang, "correlate-head-p-adjusted")),
            Head::new("n", t!(lang, "stats-head-n")),
        ];
        let intervals = self.pairs.iter().any(|pair| pair.found.low.is_finite());
        if !intervals {
            heads.remove(3);
        }
        let row = |pair: &&Pair| {
            let ends = [pair.found.low, pair.found.high].map(|end| Value::Fixed(end, 3).shown(lang));
            let mut row = vec![
                Value::Text(self.names[pair.x].clone()),
                Value::Text(self.names[pair.y].clone()),
                Value::Fixed(pair.found.estimate, 3),
                Value::Text(format!("{} … {}", ends[0], ends[1])),
                Value::P(pair.found.p_value),
                Value::P(pair.p_adjusted),
                Value::Count(pair.found.n as u64),
            ];
            if !intervals {
                row.remove(3);
            }
            row
        };
        let strongest = self.strongest();
        let more = strongest.len().saturating_sub(STRONGEST);
        Sheet {
            name: "strongest".to_owned(),
            title: t!(lang, "correlate-strongest"),
            heads,
            rows: strongest.iter().take(STRONGEST).map(row).collect(),
            style: Style::People,
            note: if more > 0 { t!(lang, "correlate-more-pairs", count = more) } else { String::new() },
        }
    }

    /// The sign of the coefficient.
    fn sign(&self) -> &'static str {
        match self.method {
            "spearman" => "ρ",
            "kendall" => "τ-b",
            "distance" => "dCor",
            "cramer" => "V",
            _ => "r",
        }
    }

    /// As corrr's `stretch` names the two columns, and as broom names what `cor.test` gives.
    fn tidy(&self, lang: Lang) -> Sheet {
        let heads = vec![
            Head::new("x", t!(lang, "correlate-head-x")),
            Head::new("y", t!(lang, "correlate-head-y")),
            Head::new("estimate", self.sign()),
            Head::new("conf_low", t!(lang, "correlate-head-low")),
            Head::new("conf_high", t!(lang, "correlate-head-high")),
            Head::new("statistic", t!(lang, "correlate-head-statistic")),
            Head::new("parameter", t!(lang, "correlate-head-df")),
            Head::new("p_value", t!(lang, "correlate-head-p")),
            Head::new("p_adjusted", t!(lang, "correlate-head-p-adjusted")),
            Head::new("n", t!(lang, "stats-head-n")),
            Head::new("exact", t!(lang, "correlate-head-exact")),
        ];
        let row = |pair: &Pair| {
            let found = &pair.found;
            vec![
                Value::Text(self.names[pair.x].clone()),
                Value::Text(self.names[pair.y].clone()),
                Value::Number(found.estimate),
                Value::Number(found.low),
                Value::Number(found.high),
                Value::Number(found.statistic),
                found.df.map_or(Value::Missing, Value::Number),
                Value::P(found.p_value),
                Value::P(pair.p_adjusted),
                Value::Count(found.n as u64),
                Value::Flag(found.exact),
            ]
        };
        Sheet {
            name: "tidy".to_owned(),
            title: t!(lang, "correlate-pairs"),
            heads,
            rows: self.pairs.iter().map(row).collect(),
            style: Style::Machine,
            note: String::new(),
        }
    }

    fn glance(&self, lang: Lang) -> Sheet {
        let text = |option: &str| Value::Text(self.options.text(option).to_owned());
        let shown = self.pairs.iter().filter(|pair| pair.shown()).count();
        let cells = [
            ("method", t!(lang, "correlate-glance-method"), Value::Text(self.method.to_owned())),
            ("rows", t!(lang, "correlate-rows"), Value::Count(self.rows as u64)),
            ("complete", t!(lang, "correlate-glance-complete"), Value::Count(self.complete as u64)),
            ("columns", t!(lang, "correlate-glance-columns"), Value::Count(self.names.len() as u64)),
            ("pairs", t!(lang, "correlate-pairs"), Value::Count(self.pairs.len() as u64)),
            ("shown", t!(lang, "correlate-glance-shown"), Value::Count(shown as u64)),
            ("missing", t!(lang, "correlate-missing"), text("missing")),
            ("adjust", t!(lang, "correlate-adjusted"), text("adjust")),
            ("conf_level", t!(lang, "correlate-glance-level"), Value::Number(self.level)),
        ];
        let (heads, row) =
            cells.into_iter().map(|(name, title, cell)| (Head::new(name, title), cell)).unzip();
        Sheet {
            name: "glance".to_owned(),
            title: t!(lang, "correlate-glance"),
            heads,
            rows: vec![row],
            // People have it in the facts already, but an object is what machines read.
            style: Style::Machine,
            note: String::new(),
        }
    }

    fn reading(&self, lang: Lang) -> Vec<String> {
        let shown: Vec<&Pair> = self.strongest().into_iter().filter(|pair| pair.shown()).collect();
        let (count, all) = (shown.len(), self.pairs.len());
        let mut reading = vec![match (count, all) {
            (0, _) => t!(lang, "correlate-none", all = all),
            _ => t!(lang, "correlate-some", count = count, all = all),
        }];
        for pair in shown.iter().take(TOLD) {
            let (x, y) = (self.names[pair.x].as_str(), self.names[pair.y].as_str());
            let r = Value::Fixed(pair.found.estimate, 2).shown(lang);
            let size = self.size(pair.found.estimate, lang);
            reading.push(match (self.method, pair.found.estimate > 0.0) {
                ("distance" | "cramer", _) => t!(lang, "correlate-go", x = x, y = y, r = r, size = size),
                (_, true) => t!(lang, "correlate-up", x = x, y = y, r = r, size = size),
                (_, false) => t!(lang, "correlate-down", x = x, y = y, r = r, size = size),
            });
        }
        if count > TOLD {
            reading.push(t!(lang, "correlate-further", count = count - TOLD));
        }
        if all > count && count > 0 {
            reading.push(t!(lang, "correlate-others", count = all - count));
        }
        reading.extend(differences::reading(&self.differences, lang));
        reading
    }

    /// How strong, by Cohen's marks (1988) of 0.1, 0.3 and 0.5.
    fn size(&self, estimate: f64, lang: Lang) -> String {
        match estimate.abs() {
            r if r < 0.1 => t!(lang, "correlate-size-tiny"),
            r if r < 0.3 => t!(lang, "correlate-size-small"),
            r if r < 0.5 => t!(lang, "correlate-size-middle"),
            _ => t!(lang, "correlate-size-great"),
        }
    }

    fn cautions(&self, lang: Lang) -> Vec<String> {
        let mut cautions = vec![t!(lang, "correlate-no-cause")];
        for second in &self.second {
            let (x, y) = (self.names[second.x].as_str(), self.names[second.y].as_str());
            let fixed = |r: f64| Value::Fixed(r, 2).shown(lang);
            if let Some(ranks) = second.ranks.filter(|_| self.method == "pearson") {
                cautions.push(t!(lang, "correlate-bent", x = x, y = y, ranks = fixed(ranks)));
            }
            if let Some((r, out)) = second.without.filter(|_| self.method == "pearson") {
                cautions.push(t!(lang, "correlate-outliers", x = x, y = y, r = fixed(r), count = out));
            }
            if second.series {
                cautions.push(t!(lang, "correlate-series", x = x, y = y));
            }
        }
        if self.adjust == Adjust::None && self.pairs.len() > 5 {
            let expected = number(lang, 0.05 * self.pairs.len() as f64, 1);
            cautions.push(t!(lang, "correlate-many", count = self.pairs.len(), expected = expected));
        }
        if self.complete < self.rows && self.options.text("missing") == "pairwise" && self.method != "partial"
        {
            cautions.push(t!(lang, "correlate-uneven"));
        }
        if matches!(self.method, "mixed" | "polychoric") && self.words {
            cautions.push(t!(lang, "correlate-order-of-words"));
        }
        if !self.constant.is_empty() {
            cautions.push(t!(lang, "correlate-constant", columns = self.constant.join(", ")));
        }
        cautions
    }
}
