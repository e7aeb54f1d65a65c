//! A tree of goals, and two strategy maps.

use super::data::{say, states};
use chart::*;
use locale::Lang;

pub fn tree(lang: Lang) -> Tree {
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

pub fn map(lang: Lang) -> StrategyMap {
    use State::*;
    let card = |id: &str, ru: &str, en: &str, note: &str, state| Card {
        id: id.into(),
        title: say(lang, ru, en),
        note: note.into(),
        state,
        href: String::new(),
    };
    let [finance, clients, processes, competence] = bands(lang);
    let link =
        |from: &str, to: &str, link| Arrow { from: from.into(), to: to.into(), link, href: String::new() };
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

pub fn crowded(lang: Lang) -> StrategyMap {
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
                href: String::new(),
            })
            .collect(),
    });
    let arrows = (1..4).flat_map(|b| {
        (0..7).map(move |c| Arrow {
            from: format!("{b}{c}"),
            to: format!("{}{}", b - 1, (c * 3 + b) % 7),
            link: Link::Plain,
            href: String::new(),
        })
    });
    StrategyMap {
        title: say(lang, "Большая карта", "A large map"),
        bands: bands.collect(),
        arrows: arrows.collect(),
        words: words(lang),
    }
}
