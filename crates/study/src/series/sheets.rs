//! The tables.

use super::found::{Fitted, Foreseen, Found, Study};
use crate::{Head, Sheet, Style, Value};
use locale::{Lang, t};
use stats::series::{Lagged, Whiteness};

/// A table under making.
struct Table<'a> {
    lang: Lang,
    name: &'a str,
    title: String,
    heads: Vec<(&'static str, String)>,
    rows: Vec<Vec<Value>>,
    style: Style,
}

impl Table<'_> {
    fn sheet(self) -> Sheet {
        let heads = self.heads.into_iter().map(|(name, title)| Head::new(name, title)).collect();
        let note = String::new();
        Sheet {
            name: self.name.to_owned(),
            title: self.title,
            heads,
            rows: self.rows,
            style: self.style,
            note,
        }
    }
}

fn text(text: impl Into<String>) -> Value {
    Value::Text(text.into())
}

fn count(count: usize) -> Value {
    Value::Count(count as u64)
}

impl Study {
    pub(super) fn sheets(&self, lang: Lang) -> Vec<Sheet> {
        let mut sheets = match &self.found {
            Found::Lags { acf, pacf, white } => vec![self.lags(lang, &[acf, pacf]), self.test(lang, white)],
            Found::Cross { plain, white, .. } => vec![self.lags(lang, &[plain, white])],
            Found::Roots { .. } => vec![self.roots(lang)],
            Found::Season(found) => {
                let table = self.table(lang, "spectrum", t!(lang, "series-sheet-spectrum"));
                let heads = vec![
                    ("frequency", t!(lang, "series-head-frequency")),
                    ("spectrum", t!(lang, "series-head-spectrum")),
                ];
                let rows =
                    found.spectrum.iter().map(|(f, s)| vec![Value::Number(*f), Value::Number(*s)]).collect();
                vec![Table { heads, rows, style: Style::Machine, ..table }.sheet()]
            }
            Found::Parts(_) => vec![self.strengths(lang)],
            Found::Foreseen(found) => self.foreseen_sheets(found, lang),
            Found::Changes(_) | Found::Breaks(..) => vec![self.stretches(lang)],
            Found::Outliers(found) => {
                let table = self.table(lang, "tidy", t!(lang, "series-outlying"));
                let heads = vec![
                    ("time", t!(lang, "series-head-time")),
                    ("value", self.course.name.clone()),
                    ("replacement", t!(lang, "series-head-replacement")),
                ];
                let row = |(&at, new): (&usize, &f64)| {
                    vec![text(self.label(at)), Value::Number(self.course.raw[at]), Value::Number(*new)]
                };
                vec![
                    Table {
                        heads,
                        rows: found.at.iter().zip(&found.replacements).map(row).collect(),
                        ..table
                    }
                    .sheet(),
                ]
            }
            Found::Granger { forth, back } => {
                let other = self.course.other.as_ref().map_or("", |(name, _)| name.as_str());
                let table = self.table(lang, "tidy", t!(lang, "series-granger"));
                let heads = vec![
                    ("cause", t!(lang, "series-head-cause")),
                    ("effect", t!(lang, "series-head-effect")),
                    ("order", t!(lang, "series-head-lags")),
                    ("statistic", "F".to_owned()),
                    ("df1", "df1".to_owned()),
                    ("df2", "df2".to_owned()),
                    ("p_value", "p".to_owned()),
                    ("n", "n".to_owned()),
                ];
                let name = self.course.name.as_str();
                let row = |cause: &str, effect: &str, found: &stats::series::Granger| {
                    vec![
                        text(cause),
                        text(effect),
                        count(found.order),
                        Value::Number(found.statistic),
                        count(found.df1),
                        count(found.df2),
                        Value::P(found.p_value),
                        count(found.n),
                    ]
                };
                vec![
                    Table { heads, rows: vec![row(other, name, forth), row(name, other, back)], ..table }
                        .sheet(),
                ]
            }
            Found::Event(found) => {
                let table = self.table(lang, "tidy", t!(lang, "series-event"));
                let heads = vec![
                    ("term", t!(lang, "series-head-term")),
                    ("estimate", t!(lang, "series-head-estimate")),
                    ("std_error", t!(lang, "series-head-error")),
                    ("statistic", "t".to_owned()),
                    ("p_value", "p".to_owned()),
                    ("conf_low", t!(lang, "series-head-low")),
                    ("conf_high", t!(lang, "series-head-high")),
                ];
                let row = |term: &stats::regress::Coefficient| {
                    vec![
                        text(term.term.clone()),
                        Value::Number(term.estimate),
                        Value::Number(term.std_error),
                        Value::Number(term.statistic),
                        Value::P(term.p_value),
                        Value::Number(term.conf_low),
                        Value::Number(term.conf_high),
                    ]
                };
                vec![Table { heads, rows: found.terms.iter().map(row).collect(), ..table }.sheet()]
            }
        };
        sheets.push(self.glance(lang));
        sheets.push(self.augment(lang));
        sheets
    }

    fn table<'a>(&self, lang: Lang, name: &'a str, title: String) -> Table<'a> {
        Table { lang, name, title, heads: Vec::new(), rows: Vec::new(), style: Style::Rows }
    }

    fn label(&self, row: usize) -> String {
        self.course.labels.get(row).cloned().unwrap_or_default()
    }

    fn lags(&self, lang: Lang, found: &[&Lagged]) -> Sheet {
        let table = self.table(lang, "tidy", t!(lang, "series-sheet-lags"));
        let heads = vec![
            ("lag", t!(lang, "series-head-lag")),
            ("method", t!(lang, "series-head-method")),
            ("estimate", t!(lang, "series-head-correlation")),
            ("bound", t!(lang, "series-head-bound")),
            ("beyond", t!(lang, "series-head-beyond")),
        ];
        let mut rows = Vec::new();
        for (number, lagged) in found.iter().enumerate() {
            let name = if number == 1 && lagged.method == "ccf" { "ccf, prewhitened" } else { lagged.method };
            for (lag, r) in lagged.lags.iter().zip(&lagged.values) {
                rows.push(vec![
                    Value::Number(*lag as f64),
                    text(name),
                    Value::Number(*r),
                    Value::Number(lagged.bound),
                    Value::Flag(r.abs() > lagged.bound),
                ]);
            }
        }
        Table { heads, rows, ..table }.sheet()
    }

    fn test(&self, lang: Lang, white: &Whiteness) -> Sheet {
        let table = self.table(lang, "test", white.method.to_owned());
        let heads = vec![
            ("statistic", "χ²".to_owned()),
            ("df", "df".to_owned()),
            ("p_value", "p".to_owned()),
            ("lags", t!(lang, "series-head-lags")),
        ];
        let row =
            vec![Value::Number(white.statistic), count(white.df), Value::P(white.p_value), count(white.lags)];
        Table { heads, rows: vec![row], style: Style::Facts, ..table }.sheet()
    }

    fn roots(&self, lang: Lang) -> Sheet {
        let table = self.table(lang, "tidy", t!(lang, "series-roots"));
        let heads = vec![
            ("method", t!(lang, "series-head-method")),
            ("null", t!(lang, "series-head-null")),
            ("statistic", t!(lang, "series-head-statistic")),
            ("p_value", "p".to_owned()),
            ("lags", t!(lang, "series-head-lags")),
            ("critical_5", t!(lang, "series-head-critical")),
        ];
        let mut rows = Vec::new();
        if let Found::Roots { adf, perron, kpss, .. } = &self.found {
            for root in [adf, perron] {
                rows.push(vec![
                    text(root.method),
                    text(t!(table.lang, "series-null-wanders")),
                    Value::Number(root.statistic),
                    Value::P(root.p_value),
                    count(root.lags),
                    Value::Number(root.critical[1]),
                ]);
            }
            rows.push(vec![
                text("KPSS"),
                text(t!(table.lang, "series-null-keeps")),
                Value::Number(kpss.statistic),
                Value::P(kpss.p_value),
                count(kpss.lags),
                Value::Number(kpss.critical[1]),
            ]);
        }
        let mut sheet = Table { heads, rows, ..table }.sheet();
        sheet.note = t!(lang, "series-roots-note");
        sheet
    }

    fn strengths(&self, lang: Lang) -> Sheet {
        let table = self.table(lang, "tidy", t!(lang, "series-sheet-strength"));
        let heads =
            vec![("part", t!(lang, "series-head-part")), ("strength", t!(lang, "series-head-strength"))];
        let mut rows = Vec::new();
        if let Found::Parts(parts) = &self.found {
            let (trend, seasons) = parts.strength();
            rows.push(vec![text(t!(lang, "series-part-trend")), Value::Number(trend)]);
            for (period, strength) in parts.periods.iter().zip(seasons) {
                rows.push(vec![
                    text(t!(lang, "series-part-season", period = *period)),
                    Value::Number(strength),
                ]);
            }
        }
        Table { heads, rows, ..table }.sheet()
    }

    fn stretches(&self, lang: Lang) -> Sheet {
        let table = self.table(lang, "tidy", t!(lang, "series-sheet-stretches"));
        let heads = vec![
            ("from", t!(lang, "series-head-from")),
            ("to", t!(lang, "series-head-to")),
            ("n", "n".to_owned()),
            ("mean", t!(lang, "series-head-mean")),
            ("sd", t!(lang, "series-head-sd")),
        ];
        let ends = match &self.found {
            Found::Changes(found) => found.at.clone(),
            Found::Breaks(found, _) => found.at.clone(),
            _ => Vec::new(),
        };
        let y = &self.course.y;
        let starts = std::iter::once(0).chain(ends.iter().map(|end| end + 1));
        let row = |(from, to): (usize, usize)| {
            let part = &y[from..=to];
            let rows = part.len() as f64;
            let mean = part.iter().sum::<f64>() / rows;
            let sd = (part.iter().map(|x| (x - mean).powi(2)).sum::<f64>() / (rows - 1.0)).sqrt();
            vec![
                text(self.label(from)),
                text(self.label(to)),
                count(part.len()),
                Value::Number(mean),
                Value::Number(sd),
            ]
        };
        let rows = starts.zip(ends.iter().copied().chain([y.len().saturating_sub(1)])).map(row).collect();
        Table { heads, rows, ..table }.sheet()
    }

    fn foreseen_sheets(&self, found: &Foreseen, lang: Lang) -> Vec<Sheet> {
        let forecast = &found.forecast;
        let coming = self.course.coming(forecast.mean.len());
        let table = self.table(lang, "forecast", t!(lang, "series-forecast"));
        let heads = vec![
            ("time", t!(lang, "series-head-time")),
            ("estimate", t!(lang, "series-head-forecast")),
            ("conf_low", t!(lang, "series-head-low")),
            ("conf_high", t!(lang, "series-head-high")),
        ];
        let row = |(at, (_, place)): (usize, &(f64, String))| {
            let figure = |list: &[f64]| Value::Number(list.get(at).copied().unwrap_or(f64::NAN));
            vec![text(place.clone()), figure(&forecast.mean), figure(&forecast.low), figure(&forecast.high)]
        };
        let mut sheets =
            vec![Table { heads, rows: coming.iter().enumerate().map(row).collect(), ..table }.sheet()];
        let table =
            self.table(lang, "tidy", t!(lang, "series-sheet-model", method = forecast.method.as_str()));
        let heads = vec![
            ("term", t!(lang, "series-head-term")),
            ("estimate", t!(lang, "series-head-estimate")),
            ("std_error", t!(lang, "series-head-error")),
            ("p_value", "p".to_owned()),
        ];
        let plain = |name: &str, x: f64| vec![text(name), Value::Number(x), Value::Missing, Value::Missing];
        let rows = match &found.model {
            Fitted::Ets(model) => {
                let mut rows = vec![
                    plain("alpha", model.alpha),
                    plain("beta", model.beta),
                    plain("gamma", model.gamma),
                    plain("phi", model.phi),
                ];
                rows.extend(model.initial.iter().enumerate().map(|(at, x)| plain(&format!("x{at}"), *x)));
                rows
            }
            Fitted::HoltWinters(model) => {
                vec![plain("alpha", model.alpha), plain("beta", model.beta), plain("gamma", model.gamma)]
            }
            Fitted::Arima(model) => model
                .terms
                .iter()
                .map(|term| {
                    vec![
                        text(term.name.clone()),
                        Value::Number(term.estimate),
                        Value::Number(term.std_error),
                        Value::P(term.p_value),
                    ]
                })
                .collect(),
            Fitted::Rule => Vec::new(),
        };
        if !rows.is_empty() {
            sheets.push(Table { heads, rows, ..table }.sheet());
        }
        if !found.contest.is_empty() {
            let table = self.table(lang, "accuracy", t!(lang, "series-sheet-accuracy"));
            let heads = vec![
                ("method", t!(lang, "series-head-method")),
                ("mae", "MAE".to_owned()),
                ("rmse", "RMSE".to_owned()),
                ("mase", "MASE".to_owned()),
                ("smape", "sMAPE".to_owned()),
                ("winkler", "Winkler".to_owned()),
                ("coverage", t!(lang, "series-head-coverage")),
                ("n", "n".to_owned()),
            ];
            let row = |(name, a): &(String, stats::series::Accuracy)| {
                vec![
                    text(name.clone()),
                    Value::Number(a.mae),
                    Value::Number(a.rmse),
                    Value::Number(a.mase),
                    Value::Share(a.smape),
                    Value::Number(a.winkler),
                    Value::Share(a.coverage),
                    count(a.n),
                ]
            };
            let mut sheet = Table { heads, rows: found.contest.iter().map(row).collect(), ..table }.sheet();
            sheet.note = t!(lang, "series-accuracy-note");
            sheets.push(sheet);
        }
        sheets.extend(found.white.as_ref().map(|white| self.test(lang, white)));
        sheets
    }

    fn glance(&self, lang: Lang) -> Sheet {
        let table = self.table(lang, "glance", t!(lang, "series-sheet-glance"));
        let mut cells: Vec<(&'static str, Value)> = vec![
            ("method", text(self.method.clone())),
            ("n", count(self.course.y.len())),
            ("period", count(self.course.period)),
            ("filled", count(self.course.filled)),
            ("conf_level", Value::Number(self.level)),
        ];
        match &self.found {
            Found::Foreseen(found) => {
                cells.push(("model", text(found.forecast.method.clone())));
                let (fit, sigma2) = match &found.model {
                    Fitted::Ets(m) => ([m.log_likelihood, m.aic, m.aicc, m.bic], m.sigma2),
                    Fitted::Arima(m) => ([m.log_likelihood, m.aic, m.aicc, m.bic], m.sigma2),
                    Fitted::HoltWinters(m) => ([f64::NAN; 4], m.sse / m.fitted.len().max(1) as f64),
                    Fitted::Rule => ([f64::NAN; 4], f64::NAN),
                };
                let names = ["log_likelihood", "aic", "aicc", "bic"];
                cells.extend(names.into_iter().zip(fit).map(|(name, x)| (name, Value::Number(x))));
                cells.push(("sigma2", Value::Number(sigma2)));
            }
            Found::Roots { advice, .. } => {
                cells.push(("differences", count(advice.plain)));
                cells.push(("seasonal_differences", count(advice.seasonal)));
                cells.push(("season_strength", Value::Number(advice.strength)));
            }
            Found::Season(found) => {
                cells.push(("found", count(found.period)));
                cells.push(("height", Value::Number(found.height)));
            }
            Found::Changes(found) => {
                cells.push(("changes", count(found.at.len())));
                cells.push(("penalty", Value::Number(found.penalty)));
                cells.push(("cost", Value::Number(found.cost)));
            }
            Found::Breaks(found, sup) => {
                cells.push(("breaks", count(found.at.len())));
                cells
                    .push(("bic", Value::Number(found.bic.get(found.at.len()).copied().unwrap_or(f64::NAN))));
                cells.push(("sup_f", Value::Number(sup.statistic)));
                cells.push(("p_value", Value::P(sup.p_value)));
            }
            Found::Outliers(found) => cells.push(("outliers", count(found.at.len()))),
            Found::Cross { order, .. } => cells.push(("filter_order", count(*order))),
            Found::Event(found) => cells.push(("lags", count(found.lags))),
            _ => {}
        }
        let (heads, row) = cells.into_iter().map(|(name, cell)| ((name, name.to_owned()), cell)).unzip();
        Table { heads, rows: vec![row], style: Style::Machine, ..table }.sheet()
    }

    /// A row a step: the value, and what the method makes of it.
    fn augment(&self, lang: Lang) -> Sheet {
        let table = self.table(lang, "augment", t!(lang, "series-sheet-augment"));
        let course = &self.course;
        let mut columns: Vec<(&'static str, Vec<f64>)> = vec![("value", course.y.clone())];
        match &self.found {
            Found::Parts(parts) => {
                columns.push((".trend", parts.trend.clone()));
                for (name, season) in [".seasonal", ".seasonal2"].into_iter().zip(&parts.seasonal) {
                    columns.push((name, season.clone()));
                }
                columns.push((".remainder", parts.remainder.clone()));
            }
            Found::Foreseen(found) => match &found.model {
                Fitted::Ets(m) => columns.push((".fitted", m.fitted.clone())),
                Fitted::Arima(m) => columns.push((".fitted", m.fitted.clone())),
                _ => {}
            },
            Found::Event(found) => columns.push((".fitted", found.fitted.clone())),
            _ => {}
        }
        let mut heads = vec![("time", t!(table.lang, "series-head-time"))];
        heads.extend(columns.iter().map(|(name, _)| (*name, (*name).to_owned())));
        let row = |at: usize| {
            let figures = columns.iter().map(|(_, c)| Value::Number(c.get(at).copied().unwrap_or(f64::NAN)));
            std::iter::once(text(self.label(at))).chain(figures).collect()
        };
        Table { heads, rows: (0..course.y.len()).map(row).collect(), style: Style::Machine, ..table }.sheet()
    }
}
