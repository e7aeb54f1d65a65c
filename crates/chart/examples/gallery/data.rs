//! A department's year, as long-winded as real ones are.

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
        ("gantt", gantt(lang).svg(lang)),
        ("tree", tree(lang).svg(lang)),
        ("map", map(lang).svg(lang)),
        ("map-many", crowded(lang).svg(lang)),
    ];
    kinds.into_iter().map(|(name, svg)| (name.to_owned(), svg)).collect()
}

fn say(lang: Lang, ru: &str, en: &str) -> String {
    if lang == Lang::Ru { ru.to_owned() } else { en.to_owned() }
}

fn states(lang: Lang) -> StateWords {
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
        marks: marks
            .into_iter()
            .chain([Mark { terminal: true, ..mark(last, None, State::Upcoming, "") }])
            .collect(),
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

fn gantt(lang: Lang) -> Gantt {
    let ru = [
        (
            "Отвечать быстрее и по существу",
            [
                "Описать процесс ответа на обращение",
                "Согласовать сроки передачи в поддержку и юридический отдел",
                "Нанять второго менеджера по работе с обращениями",
                "Обучить смену регламенту",
                "Запустить дежурство в выходные дни",
            ],
        ),
        (
            "Слушать проактивно, а не зачищать выдачу",
            [
                "Собрать словарь запросов о бренде и конкурентах",
                "Подключить источники отзывов",
                "Еженедельный разбор волн с продуктовой командой",
                "Кейс → изменение процесса: первый квартал",
                "Отчёт об изменениях для собственника",
            ],
        ),
        (
            "Выйти в пять новых регионов",
            [
                "Исследование аудитории",
                "Контент-план для региональных сообществ",
                "Посевы у местных авторов",
                "Совместные публикации с партнёрами",
                "Оценка охвата и корректировка бюджета",
            ],
        ),
        (
            "Научиться считать",
            [
                "Выгрузка показателей за три года",
                "Корреляция реперных и конечных KPI",
                "Регрессионная модель повторных покупок",
                "Кластеризация аудитории",
                "Передача моделей в контроль",
            ],
        ),
    ];
    let en = [
        (
            "Reply faster and to the point",
            [
                "Describe the reply process",
                "Agree hand-off times with support and legal",
                "Hire a second manager for conversations",
                "Train the shift",
                "Start weekend duty",
            ],
        ),
        (
            "Listen proactively",
            [
                "Collect queries about the brand and its rivals",
                "Connect review sources",
                "Weekly review of waves with product",
                "Case → process change: first quarter",
                "Report of changes to the owner",
            ],
        ),
        (
            "Open five new regions",
            [
                "Audience study",
                "Content plan for regional communities",
                "Seeding with local authors",
                "Joint posts with partners",
                "Measure reach and correct the budget",
            ],
        ),
        (
            "Learn to count",
            [
                "Export three years of figures",
                "Correlate checkpoint and terminal KPIs",
                "Regression model of repeat purchases",
                "Clusters of the audience",
                "Hand the models to control",
            ],
        ),
    ];
    let chosen = if lang == Lang::Ru { ru } else { en };
    let owners = [
        ("Анна Белова", "Anna Belova"),
        ("Игорь Константинопольский", "Igor Konstantinopolsky"),
        ("Мария Ли", "Maria Lee"),
    ];
    let states = [State::Met, State::Met, State::AtRisk, State::Missed, State::Upcoming];
    let groups = (0..8).map(|g| {
        let (label, bars) = chosen[g % 4];
        let bars = bars.iter().enumerate().map(|(b, label)| {
            let from = date(2026, 1, 12) + ((g * 17 + b * 38) as i32).days();
            let owner = owners[(g + b) % 3];
            Bar {
                id: format!("{g}.{b}"),
                label: (*label).to_owned(),
                from,
                to: from + ((20 + (b * 13 + g * 7) % 41) as i32).days(),
                note: say(lang, owner.0, owner.1),
                after: match b {
                    0 if g > 0 => vec![format!("{}.1", g - 1)],
                    0 => vec![],
                    3 => vec![format!("{g}.1"), format!("{g}.2")],
                    _ => vec![format!("{g}.{}", b - 1)],
                },
                state: if g < 2 { states[b] } else { State::Upcoming },
            }
        });
        Group { label: label.to_owned(), bars: bars.collect() }
    });
    Gantt {
        title: say(lang, "План действий", "Action plan"),
        today: date(2026, 5, 18),
        groups: groups.collect(),
        words: GanttWords {
            today: say(lang, "сегодня", "today"),
            states: StateWords {
                met: say(lang, "выполнено", "done"),
                missed: say(lang, "просрочено", "overdue"),
                ..self::states(lang)
            },
        },
    }
}

fn tree(lang: Lang) -> Tree {
    let node = |kind: (&str, &str), ru: &str, en: &str, note: (&str, &str), tone, children| Node {
        label: say(lang, ru, en),
        kind_word: say(lang, kind.0, kind.1),
        note: say(lang, note.0, note.1),
        tone,
        children,
    };
    let (goal, task) = (("цель", "goal"), ("задача", "task"));
    let leaf = |ru: &str, en: &str| node(task, ru, en, ("Анна Белова", "Anna Belova"), Tone::Plain, vec![]);
    let middle = ("среднесрочный горизонт", "middle horizon");
    Tree {
        title: say(lang, "Цели и задачи", "Goals and tasks"),
        roots: vec![
            node(
                ("цель бизнеса", "business goal"),
                "Увеличить долю повторных покупок с 31 до 40 % за два года",
                "Raise repeat purchases from 31 to 40% in two years",
                ("", ""),
                Tone::Accent,
                vec![
                    node(
                        goal,
                        "Клиент получает ответ там, где спросил, и в тот же час",
                        "A client is answered where he asked, within the hour",
                        middle,
                        Tone::Plain,
                        vec![
                            leaf("Дежурство по обращениям без выходных", "Duty on conversations all week"),
                            leaf(
                                "Согласованные сроки передачи обращений в службу поддержки, юридический отдел и отдел продукта",
                                "Agreed hand-off times with support, legal and product",
                            ),
                            leaf("База ответов", "A base of answers"),
                        ],
                    ),
                    node(
                        goal,
                        "Повторяющиеся жалобы меняют процессы",
                        "Complaints that repeat change processes",
                        ("тактический горизонт", "tactical horizon"),
                        Tone::Risk,
                        vec![
                            leaf("Еженедельный разбор волн", "Weekly review of waves"),
                            leaf(
                                "Кейс передаётся владельцу процесса",
                                "A case goes to the owner of the process",
                            ),
                        ],
                    ),
                ],
            ),
            node(
                ("цель бизнеса", "business goal"),
                "Выйти в пять новых регионов",
                "Open five new regions",
                ("", ""),
                Tone::Accent,
                vec![
                    node(
                        goal,
                        "Узнаваемость в регионах присутствия",
                        "Being known where we open",
                        ("долгосрочный горизонт, сомнительная окупаемость", "long horizon, doubtful return"),
                        Tone::Plain,
                        vec![leaf("Посевы у местных авторов", "Seeding with local authors")],
                    ),
                    node(
                        goal,
                        "Зачистка поисковой выдачи",
                        "Cleaning up search results",
                        ("", ""),
                        Tone::Bad,
                        vec![],
                    ),
                ],
            ),
        ],
    }
}

fn words(lang: Lang) -> MapWords {
    MapWords {
        supported: say(lang, "свидетельство: предсказывает", "evidence: predicts"),
        plain: say(lang, "причина → следствие", "cause → effect"),
        unproven: say(lang, "не доказано", "unproven"),
        reversed: say(lang, "обратная связь", "reversed"),
        states: states(lang),
    }
}

fn bands(lang: Lang) -> [String; 4] {
    [
        ("Финансы", "Finance"),
        ("Клиентские процессы", "Client processes"),
        ("Внутренние бизнес-процессы", "Internal processes"),
        ("Компетенции и софт", "Competence and software"),
    ]
    .map(|(ru, en)| say(lang, ru, en))
}

fn map(lang: Lang) -> StrategyMap {
    use State::*;
    let card = |id: &str, ru: &str, en: &str, note: &str, state| Card {
        id: id.into(),
        title: say(lang, ru, en),
        note: note.into(),
        state,
    };
    let [finance, clients, processes, competence] = bands(lang);
    let link = |from: &str, to: &str, link| Arrow { from: from.into(), to: to.into(), link };
    StrategyMap {
        title: say(lang, "Стратегическая карта", "Strategy map"),
        bands: vec![
            Band {
                title: finance,
                cards: vec![
                    card(
                        "repeat",
                        "Выручка от повторных покупок",
                        "Revenue of repeat purchases",
                        "31 → 40 %",
                        Some(AtRisk),
                    ),
                    card(
                        "regions",
                        "Выручка новых регионов",
                        "Revenue of new regions",
                        "0 → 120 млн ₽",
                        Some(Upcoming),
                    ),
                    card(
                        "cost",
                        "Стоимость обслуживания обращения",
                        "Cost of a conversation",
                        "310 → 240 ₽",
                        Some(Met),
                    ),
                ],
            },
            Band {
                title: clients,
                cards: vec![
                    card(
                        "flex",
                        "Гибкость: обращения меняют процессы",
                        "Flexibility: conversations change processes",
                        "4 → 12 %",
                        Some(Met),
                    ),
                    card(
                        "reach",
                        "Охват в регионах присутствия",
                        "Reach where we open",
                        "12 000 → 90 000",
                        Some(Unknown),
                    ),
                    card(
                        "reply",
                        "Ответ там, где спросили, и в тот же час",
                        "Answered where asked, within the hour",
                        "62 → 30 мин",
                        Some(Missed),
                    ),
                    card(
                        "listen",
                        "Проактивное слушание волн и тем",
                        "Proactive listening to waves and themes",
                        "",
                        Some(AtRisk),
                    ),
                ],
            },
            Band {
                title: processes,
                cards: vec![
                    card(
                        "case",
                        "Кейс → изменение процесса за 30 дней",
                        "Case → process change in 30 days",
                        "71 → 30 дней",
                        Some(Upcoming),
                    ),
                    card(
                        "handoff",
                        "Кроссфункциональные передачи в согласованный срок",
                        "Cross-functional hand-offs on time",
                        "64 → 90 %",
                        Some(AtRisk),
                    ),
                    card(
                        "content",
                        "Региональный контент без простоев",
                        "Regional content without idle weeks",
                        "",
                        None,
                    ),
                    card(
                        "bpmn",
                        "Процессы описаны в BPMN и IDEF0",
                        "Processes described in BPMN and IDEF0",
                        "3 из 11",
                        Some(Upcoming),
                    ),
                ],
            },
            Band {
                title: competence,
                cards: vec![
                    card(
                        "stats",
                        "Регрессионные и факторные модели",
                        "Regression and factor models",
                        "уровень 2 → 4",
                        Some(Upcoming),
                    ),
                    card(
                        "machine",
                        "Аналитическая машина отдела",
                        "The department's analytical machine",
                        "",
                        Some(Met),
                    ),
                    card("notation", "Владение нотациями", "Fluency in notations", "", None),
                    card(
                        "region",
                        "Авторы, знающие свой регион",
                        "Authors who know their region",
                        "1 → 5",
                        Some(Upcoming),
                    ),
                ],
            },
        ],
        arrows: vec![
            link("stats", "listen", Link::Unproven),
            link("machine", "listen", Link::Supported),
            link("notation", "bpmn", Link::Plain),
            link("bpmn", "handoff", Link::Plain),
            link("handoff", "reply", Link::Supported),
            link("reply", "repeat", Link::Supported),
            link("listen", "flex", Link::Plain),
            link("case", "flex", Link::Plain),
            link("flex", "repeat", Link::Unproven),
            link("region", "content", Link::Plain),
            link("content", "reach", Link::Unproven),
            link("reach", "regions", Link::Reversed),
            link("handoff", "cost", Link::Plain),
            link("stats", "case", Link::Plain),
            link("machine", "case", Link::Plain),
            link("bpmn", "case", Link::Plain),
        ],
        words: words(lang),
    }
}

fn crowded(lang: Lang) -> StrategyMap {
    let names = [
        ("Рост доли постоянных клиентов", "Share of regulars grows"),
        ("Проактивное слушание", "Proactive listening"),
        ("Конкурентоспособность предложений", "Competitive offers"),
        ("Регламенты ответов", "Regulations of replies"),
    ];
    let bands = bands(lang).into_iter().enumerate().map(|(b, title)| Band {
        title,
        cards: (0..7)
            .map(|c| Card {
                id: format!("{b}{c}"),
                title: say(lang, names[(b + c) % 4].0, names[(b + c) % 4].1),
                note: String::new(),
                state: State::ALL.get((b + c) % 6).copied(),
            })
            .collect(),
    });
    let arrows = (1..4).flat_map(|b| {
        (0..7).map(move |c| Arrow {
            from: format!("{b}{c}"),
            to: format!("{}{}", b - 1, (c * 3 + b) % 7),
            link: Link::Plain,
        })
    });
    StrategyMap {
        title: say(lang, "Большая карта", "A large map"),
        bands: bands.collect(),
        arrows: arrows.collect(),
        words: words(lang),
    }
}
