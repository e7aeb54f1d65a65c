//! A plan of actions.

use super::data::say;
use chart::*;
use jiff::ToSpan;
use jiff::civil::date;
use locale::Lang;

pub fn gantt(lang: Lang) -> Gantt {
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
    let words = super::data::states(lang);
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
                href: String::new(),
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
                ..words
            },
        },
    }
}
