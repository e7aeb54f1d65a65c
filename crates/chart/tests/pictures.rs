//! What holds of every picture, whatever the spec.

use chart::*;
use jiff::ToSpan;
use jiff::civil::{Date, date};
use locale::Lang;
use proptest::prelude::*;

/// Reads the picture as XML, and holds its figures and texts against what a picture may be.
fn sound(svg: &str) -> Result<(), String> {
    let document = roxmltree::Document::parse(svg).map_err(|fault| format!("{fault}\n{svg}"))?;
    let root = document.root_element();
    let size: Vec<f64> = root
        .attribute("viewBox")
        .ok_or("no viewBox")?
        .split(' ')
        .map(|part| part.parse().unwrap_or(f64::NAN))
        .collect();
    let wide = size[2];
    for name in ["title", "desc"] {
        if !root.children().any(|child| child.has_tag_name(("http://www.w3.org/2000/svg", name))) {
            return Err(format!("no {name}"));
        }
    }
    for node in root.descendants().filter(|node| node.is_element()) {
        for attribute in node.attributes() {
            let value = attribute.value();
            if attribute.name() != "font-family" && (value.contains("NaN") || value.contains("inf")) {
                return Err(format!("{} is {value}", attribute.name()));
            }
        }
        let name = node.tag_name().name();
        if matches!(name, "rect" | "path" | "circle" | "text")
            && (node.attribute("fill").is_none() || node.attribute("class").is_none_or(str::is_empty))
        {
            return Err(format!("{name} without paint"));
        }
        if name == "text" {
            let figure = |name: &str| node.attribute(name).and_then(|text| text.parse::<f64>().ok());
            let (x, size) = (figure("x").ok_or("no x")?, figure("font-size").ok_or("no size")?);
            let said = node.text().unwrap_or_default();
            let width = text::width(said, size, node.attribute("font-weight").is_some());
            let left = match node.attribute("text-anchor") {
                Some("end") => x - width,
                Some("middle") => x - width / 2.0,
                _ => x,
            };
            if left < -0.1 || left + width > wide + 0.1 {
                return Err(format!("{said:?} stands from {left} to {} of {wide}", left + width));
            }
            if said.contains(['\u{202f}', '\u{2009}', '→']) {
                return Err(format!("{said:?} has signs that the face lacks"));
            }
        }
    }
    Ok(())
}

fn word() -> impl Strategy<Value = String> {
    prop_oneof![
        "[а-яА-Я]{1,12}( [а-я]{1,16}){0,9}",
        "\\PC{0,30}",
        Just("Доля <обращений> & \"кейсов\" 45 → 38\u{202f}мин\u{0}".to_owned()),
        "[А-Я]{60,90}",
        Just(String::new()),
    ]
}

fn day() -> impl Strategy<Value = Date> {
    prop_oneof![
        12 => (0..1500i32).prop_map(|at| date(2025, 1, 1) + at.days()),
        1 => Just(Date::MIN),
        1 => Just(Date::MAX),
    ]
}

fn figure() -> impl Strategy<Value = f64> {
    prop_oneof![8 => -100.0..1e4f64, 1 => prop::num::f64::ANY, 1 => Just(0.0)]
}

fn state() -> impl Strategy<Value = State> {
    prop::sample::select(State::ALL.to_vec())
}

fn mark() -> impl Strategy<Value = Mark> {
    (day(), prop::option::of(figure()), state(), word(), any::<bool>())
        .prop_map(|(date, value, state, label, terminal)| Mark { date, value, state, label, terminal })
}

fn states() -> StateWords {
    StateWords {
        met: "достигнут".into(),
        at_risk: "под угрозой".into(),
        missed: "не достигнут".into(),
        upcoming: "впереди".into(),
        unknown: "нет данных".into(),
    }
}

fn series() -> impl Strategy<Value = Series> {
    let points = || prop::collection::vec((day(), figure()), 0..40);
    let forecast = prop::collection::vec((day(), figure(), figure(), figure()), 0..5);
    (
        word(),
        word(),
        points(),
        points(),
        prop::option::of((day(), figure())),
        forecast,
        prop::collection::vec(mark(), 0..6),
        day(),
    )
        .prop_map(|(title, unit, points, targets, baseline, forecast, checkpoints, today)| Series {
            tolerance: targets.iter().map(|&(day, figure)| (day, figure - 1.0, figure + 2.0)).collect(),
            forecast: forecast
                .into_iter()
                .map(|(date, low, value, high)| Estimate { date, low, value, high })
                .collect(),
            words: SeriesWords {
                target: title.clone(),
                tolerance: unit.clone(),
                forecast: unit.clone(),
                today: title.clone(),
                empty: title.clone(),
                states: states(),
            },
            shifts: targets.iter().map(|(day, _)| *day).collect(),
            unusual: points.iter().step_by(3).copied().collect(),
            title,
            unit,
            points,
            targets,
            baseline,
            checkpoints,
            today,
        })
}

fn timeline() -> impl Strategy<Value = Timeline> {
    let span =
        (day(), day(), word(), state()).prop_map(|(from, to, label, state)| Span { from, to, label, state });
    let lane = (word(), prop::collection::vec(mark(), 0..6), prop::collection::vec(span, 0..3))
        .prop_map(|(label, marks, spans)| Lane { label, marks, spans });
    (word(), day(), day(), day(), prop::collection::vec(lane, 0..5)).prop_map(
        |(title, today, from, to, lanes)| Timeline {
            words: TimelineWords { today: title.clone(), states: states() },
            title,
            today,
            from,
            to,
            lanes,
        },
    )
}

fn gantt() -> impl Strategy<Value = Gantt> {
    let bar = (0..12u8, word(), day(), day(), word(), prop::collection::vec(0..14u8, 0..3), state())
        .prop_map(|(id, label, from, to, note, after, state)| Bar {
            id: id.to_string(),
            label,
            from,
            to,
            href: note.clone(),
            note,
            after: after.iter().map(u8::to_string).collect(),
            state,
        });
    let group = (word(), prop::collection::vec(bar, 0..8)).prop_map(|(label, bars)| Group { label, bars });
    (word(), day(), prop::collection::vec(group, 0..4)).prop_map(|(title, today, groups)| Gantt {
        words: GanttWords { today: title.clone(), states: states() },
        title,
        today,
        groups,
    })
}

fn node() -> impl Strategy<Value = Node> {
    let leaf = (word(), word(), word()).prop_map(|(label, kind_word, note)| Node {
        label,
        kind_word,
        note,
        ..Node::default()
    });
    leaf.prop_recursive(5, 20, 4, |inner| {
        (word(), prop::collection::vec(inner, 0..4)).prop_map(|(label, children)| Node {
            label,
            children,
            ..Node::default()
        })
    })
}

fn map() -> impl Strategy<Value = StrategyMap> {
    let card = (0..20u8, word(), word(), prop::option::of(state())).prop_map(|(id, title, note, state)| {
        Card { id: id.to_string(), href: note.clone(), title, note, state }
    });
    let band = (word(), prop::collection::vec(card, 0..8)).prop_map(|(title, cards)| Band { title, cards });
    let links = vec![Link::Supported, Link::Plain, Link::Unproven, Link::Reversed];
    let arrow = (0..22u8, 0..22u8, prop::sample::select(links)).prop_map(|(from, to, link)| Arrow {
        from: from.to_string(),
        to: to.to_string(),
        href: if from % 2 == 0 { "/x".to_owned() } else { String::new() },
        link,
    });
    (word(), prop::collection::vec(band, 0..5), prop::collection::vec(arrow, 0..18)).prop_map(
        |(title, bands, arrows)| {
            let words = MapWords {
                supported: title.clone(),
                plain: title.clone(),
                unproven: title.clone(),
                reversed: title.clone(),
                states: states(),
            };
            StrategyMap { title, bands, arrows, words }
        },
    )
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 96, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn a_series_is_sound(spec in series()) {
        prop_assert_eq!(sound(&spec.svg(Lang::Ru)), Ok(()));
        let sparkline = Sparkline { title: spec.title, points: spec.points, target: spec.baseline.map(|(_, figure)| figure) };
        prop_assert_eq!(sound(&sparkline.svg(Lang::En)), Ok(()));
    }

    #[test]
    fn a_timeline_is_sound(spec in timeline()) {
        prop_assert_eq!(sound(&spec.svg(Lang::Ru)), Ok(()));
    }

    #[test]
    fn a_plan_is_sound(spec in gantt()) {
        prop_assert_eq!(sound(&spec.svg(Lang::En)), Ok(()));
    }

    #[test]
    fn a_tree_is_sound(title in word(), roots in prop::collection::vec(node(), 0..4)) {
        prop_assert_eq!(sound(&Tree { title, roots }.svg(Lang::Ru)), Ok(()));
    }

    #[test]
    fn a_map_is_sound(spec in map()) {
        prop_assert_eq!(sound(&spec.svg(Lang::Ru)), Ok(()));
    }
}

#[test]
fn series_of_any_length_are_sound() {
    for count in [0, 1, 2, 600] {
        for figure in
            [|at: f64| at.sin() * 40.0, |_| 100.0, |at| 1e14 + at * 1e12, |at| -5.0 - at, |_| f64::MAX]
        {
            let points = (0..count).map(|at| (date(2025, 1, 1) + at.days(), figure(f64::from(at)))).collect();
            let spec = Series {
                title: "KPI".into(),
                unit: "мин".into(),
                points,
                today: date(2025, 3, 1),
                ..Series::default()
            };
            assert_eq!(sound(&spec.svg(Lang::Ru)), Ok(()));
        }
    }
}

#[test]
fn a_small_series_stays_as_it_is() {
    let spec = Series {
        title: "Time of first reply".into(),
        unit: "min".into(),
        points: vec![(date(2026, 1, 5), 62.0), (date(2026, 4, 6), 48.0)],
        targets: vec![(date(2026, 7, 1), 40.0)],
        baseline: Some((date(2026, 1, 5), 62.0)),
        today: date(2026, 4, 10),
        words: SeriesWords { target: "target".into(), today: "today".into(), ..SeriesWords::default() },
        ..Series::default()
    };
    insta::assert_snapshot!(spec.svg(Lang::En).replace("><", ">\n<"));
}
