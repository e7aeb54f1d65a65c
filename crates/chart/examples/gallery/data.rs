//! A department's year, as long-winded as real ones are.

use super::{map, plan, study};
use chart::*;
use jiff::ToSpan;
use jiff::civil::{Date, date};
use locale::Lang;

/// Every kind, with its name.
pub fn pictures(lang: Lang) -> Vec<(String, String)> {
    let series = series(lang);
    let more = |count: i32, figure: &dyn Fn(f64) -> f64| Series {
        points: (0..count).map(|at| (date(2025, 1, 1) + at.days(), figure(f64::from(at)))).collect(),
        targets: vec![],
        baseline: None,
        tolerance: vec![],
        forecast: vec![],
        shifts: vec![],
        unusual: vec![],
        checkpoints: vec![],
        ..series.clone()
    };
    let kinds = vec![
        ("series", series.svg(lang)),
        ("series-empty", Series { points: vec![], forecast: vec![], ..series.clone() }.svg(lang)),
        ("series-nothing", more(0, &|_| 0.0).svg(lang)),
        ("series-one", more(1, &|_| 7.0).svg(lang)),
        ("series-two", more(2, &|at| 7.0 + at).svg(lang)),
        ("series-flat", more(40, &|_| 100.0).svg(lang)),
        ("series-many", more(600, &|at| 300.0 * (at / 60.0).sin() + at - 200.0).svg(lang)),
        ("series-huge", more(30, &|at| 1.2e14 + at * 3e12).svg(lang)),
        ("sparkline", sparkline(&series, lang)),
        ("timeline", timeline(lang).svg(lang)),
        ("gantt", plan::gantt(lang).svg(lang)),
        ("tree", map::tree(lang).svg(lang)),
        ("map", map::map(lang).svg(lang)),
        ("map-many", map::crowded(lang).svg(lang)),
    ];
    let kinds = kinds.into_iter().chain(study::pictures(lang));
    kinds.map(|(name, svg)| (name.to_owned(), svg)).collect()
}

pub fn say(lang: Lang, ru: &str, en: &str) -> String {
    if lang == Lang::Ru { ru.to_owned() } else { en.to_owned() }
}

pub fn states(lang: Lang) -> StateWords {
    StateWords {
        met: say(lang, "достигнут", "met"),
        at_risk: say(lang, "под угрозой", "at risk"),
        missed: say(lang, "не достигнут", "missed"),
        upcoming: say(lang, "впереди", "upcoming"),
        unknown: say(lang, "нет данных", "no data"),
    }
}

fn mark(date: Date, value: Option<f64>, state: State, label: &str) -> Mark {
    Mark { date, value, state, label: label.to_owned(), terminal: false }
}

fn series(lang: Lang) -> Series {
    let first = date(2026, 1, 5);
    let points = (0..32).map(|week| {
        let at = f64::from(week);
        (first + (week * 7).days(), 62.0 - at * 0.7 + 3.0 * (at * 1.3).sin() + 1.5 * (at * 0.45).cos())
    });
    let targets = vec![
        (date(2026, 4, 1), 52.0),
        (date(2026, 7, 1), 42.0),
        (date(2026, 10, 1), 34.0),
        (date(2026, 12, 25), 30.0),
    ];
    let min = say(lang, "мин", "min");
    Series {
        title: say(lang, "Время первого ответа", "Time of first reply"),
        unit: min.clone(),
        points: points.collect(),
        tolerance: std::iter::once((date(2026, 1, 5), 62.0))
            .chain(targets.clone())
            .map(|(day, figure)| (day, figure, figure + 4.0))
            .collect(),
        targets,
        baseline: Some((date(2026, 1, 5), 62.0)),
        shifts: vec![],
        unusual: vec![],
        forecast: (0..5)
            .map(|at| {
                let value = 39.0 - 1.2 * f64::from(at);
                let spread = 1.0 + 1.3 * f64::from(at);
                let date = date(2026, 8, 10) + (at * 30).days();
                Estimate { date, low: value - spread, value, high: value + spread }
            })
            .collect(),
        checkpoints: vec![
            mark(date(2026, 4, 1), Some(54.0), State::Met, &format!("62 → 54 {min}")),
            mark(date(2026, 7, 1), Some(47.0), State::Missed, &format!("54 → 47 {min}")),
            mark(date(2026, 10, 1), None, State::AtRisk, ""),
            Mark { terminal: true, ..mark(date(2026, 12, 25), None, State::Upcoming, "") },
        ],
        today: date(2026, 8, 12),
        words: SeriesWords {
            target: say(lang, "цель", "target"),
            tolerance: say(lang, "допуск", "tolerance"),
            forecast: say(lang, "прогноз", "forecast"),
            today: say(lang, "сегодня", "today"),
            empty: say(lang, "Измерений ещё нет", "No measurements yet"),
            states: states(lang),
        },
    }
}

fn sparkline(series: &Series, lang: Lang) -> String {
    Sparkline { title: series.title.clone(), points: series.points.clone(), target: Some(38.0) }.svg(lang)
}

fn timeline(lang: Lang) -> Timeline {
    let lane = |label: String, marks: Vec<Mark>, last: Date, spans: Vec<Span>| Lane {
        label,
        marks: marks.into_iter().chain([Mark { terminal: true, ..mark(last, None, Upcoming, "") }]).collect(),
        spans,
    };
    use State::*;
    Timeline {
        title: say(lang, "Контроль и коррективы", "Control and correction"),
        today: date(2026, 8, 12),
        from: date(2026, 1, 1),
        to: date(2027, 3, 31),
        lanes: vec![
            lane(
                say(
                    lang,
                    "Доля повторных покупок среди обратившихся в социальных сетях",
                    "Repeat purchases among those who wrote to us",
                ),
                vec![
                    mark(date(2026, 3, 31), Some(1.0), Met, "62 → 54 мин"),
                    mark(date(2026, 6, 30), Some(1.0), Missed, "54 → 47 мин"),
                    mark(date(2026, 9, 30), None, AtRisk, "до 38 мин"),
                    mark(date(2026, 10, 7), None, Upcoming, "охват 12 000"),
                ],
                date(2026, 12, 25),
                vec![Span {
                    from: date(2026, 7, 3),
                    to: date(2026, 9, 11),
                    label: say(lang, "Вторая смена в выходные дни", "A second shift at weekends"),
                    state: AtRisk,
                }],
            ),
            lane(
                say(lang, "Выручка новых регионов", "Revenue of new regions"),
                vec![
                    mark(date(2026, 5, 15), None, Unknown, "—"),
                    mark(date(2026, 11, 15), None, Upcoming, ""),
                ],
                date(2027, 3, 1),
                vec![],
            ),
            lane(
                say(
                    lang,
                    "Доля обращений, после которых изменён регламент или бизнес-процесс смежного подразделения",
                    "Share of conversations that changed a process",
                ),
                vec![
                    mark(date(2026, 4, 30), None, Met, "4 → 9 %"),
                    mark(date(2026, 8, 31), None, Upcoming, "12 %"),
                ],
                date(2026, 12, 31),
                vec![],
            ),
        ],
        words: TimelineWords { today: say(lang, "сегодня", "today"), states: states(lang) },
    }
}
