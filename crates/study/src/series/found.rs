//! What was asked of a series, and what was found.

use super::course::{Course, named};
use crate::{Fault, Options, Task};
use stats::Error;
use stats::series::{
    About, Accuracy, Advice, Arima, Bandwidth, Breaks, Change, Changes, Criterion, Decomposition,
    DifferenceLags, Ets, Forecast, Granger, HoltWinters, Interrupted, Kpss, Lagged, Model, Orders, Outliers,
    Penalty, Period, Portmanteau, Season, Simple, Stl, SupF, UnitRoot, Whiteness, acf, adf, advice, arima,
    auto_arima, breaks, ccf, classical, ets, ets_fit, find_period, granger, granger_order, holt_winters,
    interrupted, kpss, level, mstl, outliers, pacf, pelt, phillips_perron, portmanteau, prewhitened_ccf,
    rolling, simple, stl, sup_f, theta, usual_lags,
};

/// An answered question.
pub(super) struct Study {
    pub file: String,
    pub method: String,
    pub options: Options,
    pub course: Course,
    pub level: f64,
    pub found: Found,
}

/// What each method gives.
pub(super) enum Found {
    Lags { acf: Lagged, pacf: Lagged, white: Whiteness },
    Cross { plain: Lagged, white: Lagged, order: usize },
    Roots { adf: UnitRoot, perron: UnitRoot, kpss: Kpss, advice: Advice },
    Season(Period),
    Parts(Decomposition),
    Foreseen(Foreseen),
    Changes(Changes),
    Breaks(Breaks, SupF),
    Outliers(Outliers),
    Granger { forth: Granger, back: Granger },
    Event(Interrupted),
}

/// A forecast with its model and how well it did.
pub(super) struct Foreseen {
    pub model: Fitted,
    pub forecast: Forecast,
    /// Each way's accuracy by a rolling origin, the best first; empty where the series is too short.
    pub contest: Vec<(String, Accuracy)>,
    pub white: Option<Whiteness>,
}

/// A model that foresees.
pub(super) enum Fitted {
    Ets(Box<Ets>),
    Arima(Box<Arima>),
    HoltWinters(Box<HoltWinters>),
    Rule,
}

impl Study {
    /// Answers.
    pub fn of(task: &Task<'_>) -> Result<Self, Fault> {
        let options = task.options;
        let method = options.text("method").to_owned();
        let course = Course::of(task, matches!(method.as_str(), "cross" | "granger"))?;
        let level = options.number("level").unwrap_or(0.95);
        let found = find(&method, options, &course, level).map_err(|fault| match fault {
            Fault::Stats(error) => Fault::Stats(named(error, &course.name)),
            other => other,
        })?;
        let file = task.data.name().to_owned();
        Ok(Study { file, method, options: options.clone(), course, level, found })
    }
}

fn find(method: &str, options: &Options, course: &Course, level: f64) -> Result<Found, Fault> {
    let (y, period) = (&course.y, course.period);
    let n = y.len();
    let whole = |name: &str| options.whole(name).map(|x| x as usize);
    let other = course.other.as_ref().map(|(_, other)| other.as_slice()).unwrap_or_default();
    let lags = whole("lags").unwrap_or_else(|| usual_lags(n).max(2 * period).min(n.saturating_sub(1).max(1)));
    Ok(match method {
        "cross" => {
            let lags = whole("lags").unwrap_or_else(|| usual_lags(n).min(24));
            let plain = ccf(other, y, lags, level)?;
            let (white, order) = prewhitened_ccf(other, y, lags, level)?;
            Found::Cross { plain, white, order }
        }
        "adf" => {
            let about = About::Level;
            let count = whole("lags").map_or(
                DifferenceLags::Aic((12.0 * (n as f64 / 100.0).powf(0.25)) as usize),
                DifferenceLags::Fixed,
            );
            Found::Roots {
                adf: adf(y, about, count)?,
                perron: phillips_perron(y, false, false)?,
                kpss: kpss(y, about, Bandwidth::Short)?,
                advice: advice(y, period)?,
            }
        }
        "season" => Found::Season(find_period(y)?),
        "decompose" => Found::Parts(parts(options, y, period)?),
        "forecast" | "ets" | "arima" | "holt-winters" | "theta" => {
            let steps = whole("steps").unwrap_or(if period > 1 { (2 * period).min(60) } else { 10 });
            Found::Foreseen(foresee(method, options, y, period, steps, level)?)
        }
        "changepoints" => {
            let variance = options.text("change") == "variance";
            let (change, shortest) = if variance { (Change::MeanVariance, 4) } else { (Change::Mean, 2) };
            Found::Changes(pelt(y, change, Penalty::Mbic, shortest)?)
        }
        "breaks" => {
            let trim = options.number("stretch").unwrap_or(0.15);
            Found::Breaks(breaks(&level_of(n), y, trim, None)?, sup_f(&level_of(n), y, trim)?)
        }
        "outliers" => Found::Outliers(outliers(&course.raw, period)?),
        "granger" => {
            let most = (n / 6).clamp(1, 12);
            let order = match whole("lags") {
                Some(order) => order,
                None => granger_order(other, y, most, Criterion::Aic)?,
            };
            Found::Granger { forth: granger(other, y, order)?, back: granger(y, other, order)? }
        }
        "event" => {
            let text = options.needed("event")?;
            let row = course.row_of(text).ok_or_else(|| Fault::Choice {
                name: "event".to_owned(),
                value: text.to_owned(),
                allowed: course
                    .labels
                    .first()
                    .zip(course.labels.last())
                    .map_or(String::new(), |(a, b)| format!("{a} … {b}")),
            })?;
            Found::Event(interrupted(y, row, whole("lags"), level)?)
        }
        _ => {
            let tested = if period > 1 { (2 * period).min(n / 5) } else { 10.min(n / 5) }.max(1);
            Found::Lags {
                acf: acf(y, lags, level)?,
                pacf: pacf(y, lags, level)?,
                white: portmanteau(y, tested, 0, Portmanteau::LjungBox)?,
            }
        }
    })
}

fn level_of(n: usize) -> Vec<Vec<f64>> {
    level(n)
}

fn parts(options: &Options, y: &[f64], period: usize) -> Result<Decomposition, Fault> {
    let robust = options.flag("robust-parts");
    if period < 2 && options.text("parts") != "mstl" {
        return Err(Fault::Choice {
            name: "period".to_owned(),
            value: period.to_string(),
            allowed: format!("2 … {}", y.len() / 2),
        });
    }
    Ok(match options.text("parts") {
        "additive" => classical(y, period, false)?,
        "multiplicative" => classical(y, period, true)?,
        "mstl" => mstl(y, &[period, if period == 7 { 365 } else { 1 }], robust)?,
        _ => {
            let season = options.flag("evolving").then_some(13);
            stl(y, period, Stl { season, robust, ..Stl::default() })?
        }
    })
}

/// The orders `p,d,q` or `p,d,q,P,D,Q`.
fn orders(text: &str, period: usize) -> Result<Orders, Fault> {
    let numbers: Option<Vec<usize>> =
        text.split(',').map(|part| part.trim().parse().ok().filter(|x| *x <= 12)).collect();
    let (plain, seasonal) = match numbers.as_deref() {
        Some(&[p, d, q]) if d < 3 => ((p, d, q), (0, 0, 0)),
        Some(&[p, d, q, sp, sd, sq]) if d < 3 && sd < 3 && sp < 4 && sq < 4 => ((p, d, q), (sp, sd, sq)),
        _ => {
            return Err(Fault::Choice {
                name: "orders".to_owned(),
                value: text.to_owned(),
                allowed: "p,d,q | p,d,q,P,D,Q".to_owned(),
            });
        }
    };
    Ok(Orders { plain, seasonal, period, constant: plain.1 + seasonal.1 == 0 })
}

fn foresee(
    method: &str,
    options: &Options,
    y: &[f64],
    period: usize,
    steps: usize,
    level: f64,
) -> Result<Foreseen, Fault> {
    let seed = options.whole("seed").unwrap_or(1);
    let positive = y.iter().all(|x| *x > 0.0);
    let season = match (period, positive) {
        (0 | 1, _) => Season::None,
        (_, true) => Season::Multiplicative,
        _ => Season::Additive,
    };
    let smooth = |y: &[f64]| match options.text("smoothing") {
        "" => ets(y, period),
        name => Model::of(name).and_then(|model| ets_fit(y, period, model)),
    };
    // Each way by its name, as it would have foreseen from a part of the series; models keep their form.
    type Way<'a> = Box<dyn Fn(&[f64]) -> Result<Forecast, Error> + 'a>;
    let (mut ways, mut smoothed, mut moved): (Vec<(String, Way<'_>)>, Option<Ets>, Option<Arima>) =
        (Vec::new(), None, None);
    let ahead = steps.min(if period > 1 { period } else { 4 });
    if matches!(method, "forecast" | "ets") {
        match smooth(y) {
            Ok(found) => {
                let model = found.model;
                let way = move |y: &[f64]| Ok(ets_fit(y, period, model)?.forecast(ahead, level, seed));
                ways.push((model.name(), Box::new(way)));
                smoothed = Some(found);
            }
            Err(error) if method == "ets" => return Err(error.into()),
            Err(_) => {}
        }
    }
    // The search for orders grows with the cube of the period.
    if method == "arima" || (method == "forecast" && period <= 24 && y.len() <= 2000) {
        let found = match options.text("orders") {
            "" => auto_arima(y, if period <= 24 { period } else { 1 }),
            text => arima(y, orders(text, period)?, &[]),
        };
        match found {
            Ok(found) => {
                let orders = found.orders;
                let way = move |y: &[f64]| arima(y, orders, &[])?.forecast(ahead, level, &[]);
                ways.push((orders.name(), Box::new(way)));
                moved = Some(found);
            }
            Err(error) if method == "arima" => return Err(error.into()),
            Err(_) => {}
        }
    }
    if method == "holt-winters" {
        ways.push((
            "Holt-Winters".to_owned(),
            Box::new(move |y| Ok(holt_winters(y, period, season)?.forecast(ahead, level))),
        ));
    }
    if matches!(method, "forecast" | "theta") {
        ways.push(("Theta".to_owned(), Box::new(move |y| theta(y, period, ahead, level))));
    }
    let plain = if period > 1 { Simple::SeasonalNaive } else { Simple::Naive };
    let plain_name = if period > 1 { "Seasonal naive" } else { "Naive" };
    ways.push((plain_name.to_owned(), Box::new(move |y| simple(y, period, plain, ahead, level))));
    let origins = ((y.len() / 3).saturating_sub(ahead)).min(4);
    let enough = origins > 0 && y.len() > 3 * period + ahead + origins;
    let mut contest: Vec<(String, Accuracy)> = Vec::new();
    if enough {
        for (name, way) in &ways {
            if let Ok(found) = rolling(y, period, ahead, origins, way.as_ref()) {
                contest.push((name.clone(), found));
            }
        }
        contest.sort_by(|a, b| a.1.mae.total_cmp(&b.1.mae));
    }
    let best = match method {
        "forecast" => {
            contest.first().map(|(name, _)| name.as_str()).or(ways.first().map(|(name, _)| name.as_str()))
        }
        _ => ways.first().map(|(name, _)| name.as_str()),
    };
    let best = best.unwrap_or_default().to_owned();
    let (model, forecast, white) = match (smoothed, moved) {
        (Some(found), _) if found.model.name() == best => {
            let white = whiteness(&found.residuals, period, 0);
            let forecast = found.forecast(steps, level, seed);
            (Fitted::Ets(Box::new(found)), forecast, white)
        }
        (_, Some(found)) if found.orders.name() == best => {
            let forecast = found.forecast(steps, level, &[])?;
            let count =
                found.terms.iter().filter(|term| term.name != "drift" && term.name != "intercept").count();
            let white = whiteness(&found.residuals, period, count);
            (Fitted::Arima(Box::new(found)), forecast, white)
        }
        _ if best == "Holt-Winters" => {
            let found = holt_winters(y, period, season)?;
            let forecast = found.forecast(steps, level);
            (Fitted::HoltWinters(Box::new(found)), forecast, None)
        }
        _ if best == "Theta" => (Fitted::Rule, theta(y, period, steps, level)?, None),
        _ => (Fitted::Rule, simple(y, period, plain, steps, level)?, None),
    };
    Ok(Foreseen { model, forecast, contest, white })
}

fn whiteness(residuals: &[f64], period: usize, fitted: usize) -> Option<Whiteness> {
    let n = residuals.len();
    let lags = if period > 1 { (2 * period).min(n / 5) } else { 10.min(n / 5) }.max(fitted + 3);
    portmanteau(residuals, lags, fitted, Portmanteau::LjungBox).ok()
}
