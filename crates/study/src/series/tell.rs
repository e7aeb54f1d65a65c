//! The answer in words.

use super::found::{Fitted, Foreseen, Found, Study};
use crate::{Answer, Picture, Told, Value};
use locale::{Lang, number, t};

impl Answer for Study {
    fn tell(&self, lang: Lang) -> Told {
        Told {
            method: format!("series.{}", self.method),
            title: t!(lang, "series-title", method = self.named(lang), column = self.course.name.as_str()),
            facts: self.facts(lang),
            sheets: self.sheets(lang),
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

impl Study {
    fn facts(&self, lang: Lang) -> Vec<(String, String)> {
        let course = &self.course;
        let mut facts = vec![
            (t!(lang, "series-fact-file"), self.file.clone()),
            (t!(lang, "series-fact-n"), number(lang, course.y.len() as f64, 0)),
        ];
        if let (Some(first), Some(last)) = (course.labels.first(), course.labels.last()) {
            facts.push((t!(lang, "series-fact-span"), format!("{first} – {last}")));
        }
        let mut period = match course.period {
            1 => t!(lang, "series-no-period"),
            period => number(lang, period as f64, 0),
        };
        if course.guessed {
            period = format!("{period} ({})", t!(lang, "series-guessed"));
        }
        facts.push((t!(lang, "series-fact-period"), period));
        if course.filled > 0 {
            facts.push((t!(lang, "series-fact-filled"), number(lang, course.filled as f64, 0)));
        }
        facts
    }

    fn reading(&self, lang: Lang) -> Vec<String> {
        let name = self.course.name.as_str();
        let figure = |x: f64| Value::Number(x).shown(lang);
        let p = |x: f64| Value::P(x).shown(lang);
        let places = |rows: &[usize]| {
            let shown = rows.iter().take(8).filter_map(|&row| self.course.labels.get(row).cloned());
            let mut text = shown.collect::<Vec<String>>().join(", ");
            if rows.len() > 8 {
                text.push_str(", …");
            }
            text
        };
        match &self.found {
            Found::Lags { acf, white, .. } => {
                let mut reading = vec![match white.p_value < 0.05 {
                    true => {
                        t!(lang, "series-acf-depends", name = name, p = p(white.p_value), lags = white.lags)
                    }
                    false => {
                        t!(lang, "series-acf-free", name = name, p = p(white.p_value), lags = white.lags)
                    }
                }];
                if let Some(first) = acf.values.get(1) {
                    reading.push(match *first {
                        r if r > acf.bound => t!(lang, "series-acf-keeps", r = figure(r)),
                        r if r < -acf.bound => t!(lang, "series-acf-swings", r = figure(r)),
                        r => t!(lang, "series-acf-first", r = figure(r)),
                    });
                }
                let period = self.course.period;
                if let Some(r) = acf.values.get(period).filter(|r| period > 1 && **r > acf.bound) {
                    reading.push(t!(lang, "series-acf-season", period = period, r = figure(*r)));
                }
                reading
            }
            Found::Cross { white, .. } => {
                let other = self.course.other.as_ref().map_or("", |(name, _)| name.as_str());
                let best =
                    white.lags.iter().zip(&white.values).max_by(|a, b| a.1.abs().total_cmp(&b.1.abs()));
                let Some((&lag, &r)) = best else { return Vec::new() };
                let size = number(lang, lag.unsigned_abs() as f64, 0);
                vec![match (r.abs() > white.bound, lag) {
                    (false, _) => t!(lang, "series-cross-none", name = name, other = other),
                    (_, 0) => t!(lang, "series-cross-same", name = name, other = other, r = figure(r)),
                    (_, lag) if lag < 0 => {
                        t!(
                            lang,
                            "series-cross-leads",
                            first = other,
                            second = name,
                            lag = size,
                            r = figure(r)
                        )
                    }
                    _ => t!(
                        lang,
                        "series-cross-leads",
                        first = name,
                        second = other,
                        lag = size,
                        r = figure(r)
                    ),
                }]
            }
            Found::Roots { adf, kpss, advice, .. } => {
                let (wanders, keeps) = (adf.p_value >= 0.05, kpss.p_value >= 0.05);
                let mut reading = vec![match (wanders, keeps) {
                    (false, true) => t!(lang, "series-roots-steady", name = name),
                    (true, false) => t!(lang, "series-roots-wanders", name = name),
                    (false, false) => t!(lang, "series-roots-trend", name = name),
                    (true, true) => t!(lang, "series-roots-unclear", name = name),
                }];
                reading.push(t!(
                    lang,
                    "series-roots-advice",
                    plain = advice.plain,
                    seasonal = advice.seasonal
                ));
                reading
            }
            Found::Season(found) => vec![match found.period {
                1 => t!(lang, "series-season-none", name = name),
                period => t!(lang, "series-season-found", name = name, period = period),
            }],
            Found::Parts(parts) => {
                let (trend, seasons) = parts.strength();
                let mut reading = vec![t!(
                    lang,
                    "series-parts-trend",
                    strength = self.strong(trend, lang),
                    share = figure(trend)
                )];
                for (period, strength) in parts.periods.iter().zip(seasons) {
                    let (word, share) = (self.strong(strength, lang), figure(strength));
                    reading.push(t!(
                        lang,
                        "series-parts-season",
                        period = *period,
                        strength = word,
                        share = share
                    ));
                }
                let first = parts.trend.iter().copied().find(|x| !x.is_nan()).unwrap_or(f64::NAN);
                let last = parts.trend.iter().rev().copied().find(|x| !x.is_nan()).unwrap_or(f64::NAN);
                reading.push(t!(lang, "series-parts-from", first = figure(first), last = figure(last)));
                reading
            }
            Found::Foreseen(found) => self.foreseen(found, lang),
            Found::Changes(found) => {
                let starts: Vec<usize> = found.at.iter().map(|row| row + 1).collect();
                match starts.len() {
                    0 => vec![t!(lang, "series-changes-none", name = name)],
                    count => {
                        let mut reading = vec![t!(
                            lang,
                            "series-changes",
                            name = name,
                            count = count,
                            places = places(&starts)
                        )];
                        reading.extend(starts.iter().zip(found.means.windows(2)).take(5).map(
                            |(row, means)| {
                                let place = places(&[*row]);
                                t!(
                                    lang,
                                    "series-change",
                                    place = place,
                                    before = figure(means[0]),
                                    after = figure(means[1])
                                )
                            },
                        ));
                        reading
                    }
                }
            }
            Found::Breaks(found, sup) => {
                let starts: Vec<usize> = found.at.iter().map(|row| row + 1).collect();
                let mut reading = vec![match starts.len() {
                    0 => t!(lang, "series-breaks-none", name = name),
                    count => t!(lang, "series-breaks", name = name, count = count, places = places(&starts)),
                }];
                reading.push(match sup.p_value < 0.05 {
                    true => t!(lang, "series-supf-shown", p = p(sup.p_value), place = places(&[sup.at + 1])),
                    false => t!(lang, "series-supf-not", p = p(sup.p_value)),
                });
                reading
            }
            Found::Outliers(found) => vec![match found.at.len() {
                0 => t!(lang, "series-outliers-none", name = name),
                count => t!(lang, "series-outliers", name = name, count = count, places = places(&found.at)),
            }],
            Found::Granger { forth, back } => {
                let other = self.course.other.as_ref().map_or("", |(name, _)| name.as_str());
                let told = |cause: &str, effect: &str, found: &stats::series::Granger| match found.p_value
                    < 0.05
                {
                    true => {
                        t!(lang, "series-granger-yes", cause = cause, effect = effect, p = p(found.p_value))
                    }
                    false => {
                        t!(lang, "series-granger-no", cause = cause, effect = effect, p = p(found.p_value))
                    }
                };
                vec![told(other, name, forth), told(name, other, back)]
            }
            Found::Event(found) => {
                let place = places(&[found.at]);
                let told = |at: usize, lang: Lang| {
                    let term = found.terms.get(at)?;
                    let (change, p, shown) = (figure(term.estimate), p(term.p_value), term.p_value < 0.05);
                    Some(match (at, shown) {
                        (2, true) => {
                            t!(lang, "series-event-level", place = place.as_str(), change = change, p = p)
                        }
                        (2, false) => t!(lang, "series-event-no-level", place = place.as_str(), p = p),
                        (_, true) => t!(lang, "series-event-slope", change = change, p = p),
                        (_, false) => t!(lang, "series-event-no-slope", p = p),
                    })
                };
                [told(2, lang), told(3, lang)].into_iter().flatten().collect()
            }
        }
    }

    fn foreseen(&self, found: &Foreseen, lang: Lang) -> Vec<String> {
        let figure = |x: f64| Value::Number(x).shown(lang);
        let forecast = &found.forecast;
        let method = forecast.method.as_str();
        let steps = forecast.mean.len();
        let mut reading = Vec::new();
        let ends = [0, steps.saturating_sub(1)];
        let coming = self.course.coming(steps);
        let level = number(lang, forecast.level * 100.0, 2);
        for at in ends.into_iter().take(if steps > 1 { 2 } else { 1 }) {
            if let (Some(mean), Some((_, place))) = (forecast.mean.get(at), coming.get(at)) {
                let (low, high) = (figure(forecast.low[at]), figure(forecast.high[at]));
                let (place, mean, level) = (place.as_str(), figure(*mean), level.as_str());
                reading.push(t!(
                    lang,
                    "series-foreseen",
                    place = place,
                    mean = mean,
                    low = low,
                    high = high,
                    level = level
                ));
            }
        }
        if let Some((_, own)) = found.contest.iter().find(|(name, _)| name == method) {
            let mase = figure(own.mase);
            reading.push(match own.mase < 1.0 {
                true => t!(lang, "series-mase-better", method = method, mase = mase),
                false => t!(lang, "series-mase-worse", method = method, mase = mase),
            });
        }
        if self.method == "forecast" && found.contest.len() > 1 {
            reading.push(t!(lang, "series-contest", method = method, count = found.contest.len()));
        }
        if let Fitted::Ets(model) = &found.model {
            let learns =
                if model.alpha > 0.6 { t!(lang, "series-ets-fast") } else { t!(lang, "series-ets-slow") };
            reading.push(t!(lang, "series-ets-alpha", alpha = figure(model.alpha), learns = learns));
        }
        reading
    }

    fn strong(&self, strength: f64, lang: Lang) -> String {
        match strength {
            s if s < 0.3 => t!(lang, "series-weak"),
            s if s < 0.64 => t!(lang, "series-middling"),
            _ => t!(lang, "series-strong"),
        }
    }

    fn cautions(&self, lang: Lang) -> Vec<String> {
        let course = &self.course;
        let (n, period) = (course.y.len(), course.period);
        let mut cautions = Vec::new();
        let need = if period > 1 { (3 * period).max(20) } else { 20 };
        if n < need {
            cautions.push(t!(lang, "series-short", n = n, need = need));
        }
        if course.filled > 0 {
            cautions.push(t!(lang, "series-filled", count = course.filled));
        }
        if course.doubled > 0 {
            cautions.push(t!(lang, "series-doubled", count = course.doubled));
        }
        if course.uneven {
            cautions.push(t!(lang, "series-uneven"));
        }
        if course.guessed && matches!(self.found, Found::Parts(_) | Found::Foreseen(_)) {
            cautions.push(t!(lang, "series-period-guessed", period = period));
        }
        match &self.found {
            Found::Foreseen(found) => {
                cautions.push(t!(lang, "series-forecast-holds"));
                if found.contest.is_empty() {
                    cautions.push(t!(lang, "series-no-contest"));
                }
                if found.white.as_ref().is_some_and(|white| white.p_value < 0.05) {
                    cautions.push(t!(lang, "series-not-white"));
                }
                let least = course.raw.iter().copied().fold(f64::INFINITY, f64::min);
                if least >= 0.0 && found.forecast.low.iter().any(|low| *low < 0.0) {
                    cautions.push(t!(lang, "series-below-nought"));
                }
            }
            Found::Granger { .. } => cautions.push(t!(lang, "series-granger-no-cause")),
            Found::Cross { .. } => cautions.push(t!(lang, "series-cross-no-cause")),
            Found::Event(_) => cautions.push(t!(lang, "series-event-other")),
            Found::Changes(stats::series::Changes { at, .. })
            | Found::Breaks(stats::series::Breaks { at, .. }, _) => {
                if self.drifts(at) {
                    cautions.push(t!(lang, "series-changes-drift"));
                }
                cautions.push(t!(lang, "series-changes-why"));
            }
            _ => {}
        }
        cautions
    }

    /// Whether values still depend on those before them once the levels of the stretches are taken away.
    fn drifts(&self, ends: &[usize]) -> bool {
        let y = &self.course.y;
        let mut rest = Vec::with_capacity(y.len());
        let mut from = 0;
        for to in ends.iter().map(|end| end + 1).chain([y.len()]) {
            let part = y.get(from..to).unwrap_or_default();
            let mean = part.iter().sum::<f64>() / part.len().max(1) as f64;
            rest.extend(part.iter().map(|x| x - mean));
            from = to;
        }
        let first = stats::series::acf(&rest, 1, 0.99).ok();
        first.is_some_and(|found| found.values.get(1).is_some_and(|r| *r > found.bound))
    }
}
