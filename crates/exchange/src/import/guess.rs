//! A mapping guessed from the heads, in Russian and in English.

use super::mapping::{ID, Mapping, Matching, targets};
use crate::path::Path;
use department::Kind;
use department::labels::{kind_name, kind_plural};
use locale::Lang;

/// Heads that people write, by the column's word; a kind before the slash where it is meant only there.
const HEADS: &[(&str, &[&str])] = &[
    ("name", &["название", "наименование", "имя", "name", "title", "what"]),
    ("action/name", &["мероприятие", "действие", "работа", "что делаем", "action", "activity"]),
    ("kpi/name", &["показатель", "kpi", "метрика", "metric", "indicator"]),
    ("person/name", &["фио", "сотрудник", "имя и фамилия", "full name", "person", "employee"]),
    ("task/name", &["задача", "task"]),
    ("goal/name", &["цель", "goal"]),
    (
        "owner",
        &["ответственный", "исполнитель", "кто", "владелец", "owner", "responsible", "assignee", "who"],
    ),
    ("starts", &["начало", "дата начала", "старт", "с", "start", "start date", "starts", "from", "begin"]),
    (
        "ends",
        &[
            "окончание",
            "конец",
            "дата окончания",
            "завершение",
            "срок",
            "по",
            "end",
            "end date",
            "ends",
            "finish",
            "due",
            "due date",
            "deadline",
        ],
    ),
    ("due", &["срок", "к какому дню", "до", "due", "due date", "deadline", "by"]),
    ("hours", &["часы", "трудозатраты", "часов", "трудоёмкость", "hours", "effort"]),
    ("person/hours", &["часов в неделю", "часы в неделю", "hours a week", "hours per week", "weekly hours"]),
    ("budget", &["бюджет", "стоимость", "сумма", "расходы", "budget", "cost", "amount"]),
    ("cost", &["стоимость", "стоимость в год", "цена", "cost", "cost a year", "price"]),
    ("task", &["задача", "task"]),
    ("tactic", &["тактика", "tactic"]),
    ("after", &["после", "предшественники", "зависит от", "after", "depends on", "predecessors"]),
    ("unit", &["единица", "ед изм", "единица измерения", "unit"]),
    ("person/unit", &["отдел", "подразделение", "department", "unit"]),
    ("roles", &["роль", "роли", "должность", "role", "roles", "position"]),
    ("email", &["почта", "электронная почта", "e mail", "email", "mail"]),
    ("competences", &["компетенции", "навыки", "competences", "skills"]),
    ("kind", &["вид", "тип", "kind", "type"]),
    ("about", &["определение", "описание", "как считается", "about", "definition", "description"]),
    ("direction", &["направление", "как лучше", "direction", "better"]),
    ("source", &["источник", "откуда", "source"]),
    ("rhythm", &["периодичность", "частота", "как часто", "снимается", "rhythm", "frequency"]),
    ("tolerance", &["допуск", "отклонение", "tolerance"]),
    ("serves", &["ведёт к", "для конечного kpi", "конечный kpi", "serves", "leads to"]),
    ("goal", &["цель", "goal"]),
    ("horizon", &["горизонт", "horizon"]),
    ("baseline.value", &["было", "база", "исходное значение", "baseline", "was"]),
    ("baseline.date", &["дата базы", "дата исходного значения", "baseline date"]),
    ("targets", &["цели", "целевые значения", "план", "targets"]),
    ("correction.what", &["корректива", "correction"]),
    ("correction.owner", &["исполнитель коррективы", "correction owner"]),
    ("correction.within", &["срок коррективы", "correction within"]),
];

/// How well a head fits, the best highest; nothing where it does not.
type Fit = Option<u8>;

/// The mapping that the heads suggest for a kind.
pub fn guess(kind: Kind, header: &[String]) -> Mapping {
    let targets = targets(kind);
    let mut columns: Vec<(String, String)> =
        header.iter().map(|head| (head.clone(), String::new())).collect();
    let mut fits: Vec<(u8, usize, String)> = Vec::new();
    for (at, head) in header.iter().enumerate() {
        if matches!(&*plain(head), "id" | "ид" | "идентификатор" | "код" | "краткое имя")
        {
            fits.push((u8::MAX, at, ID.to_owned()));
        }
        for target in &targets {
            fits.extend(fit(kind, head, target).map(|fit| (fit, at, target.key())));
        }
    }
    // The best first; of equals the column that stands first.
    fits.sort_by_key(|(fit, at, _)| (std::cmp::Reverse(*fit), *at));
    for (_, at, key) in fits {
        if columns[at].1.is_empty() && !columns.iter().any(|(_, taken)| *taken == key) {
            columns[at].1 = key;
        }
    }
    let by_id = columns.iter().any(|(_, key)| key == ID);
    let matching = if by_id { Matching::Id } else { Matching::Name };
    Mapping { kind: kind.key().to_owned(), columns, matching, ..Mapping::default() }
}

/// The kind that a file is about: by the name of its sheet or file, else that whose columns its heads fit best; of
/// equals an action, a KPI, a person before others.
pub fn guessed_kind(name: &str, header: &[String]) -> Kind {
    let name = plain(name);
    let called = |kind: &Kind| {
        let words = Lang::ALL.map(|lang| [kind_plural(lang, kind.key()), kind_name(lang, kind.key())]);
        plain(kind.key()) == name || words.iter().flatten().any(|word| plain(word) == name)
    };
    if let Some(kind) = Kind::ALL.iter().find(|kind| called(kind)) {
        return *kind;
    }
    let usual = [Kind::Action, Kind::Kpi, Kind::Person];
    let rest = Kind::ALL.iter().filter(|kind| !usual.contains(kind));
    let mut best = (0, Kind::Action);
    for kind in usual.iter().chain(rest) {
        let known = guess(*kind, header).columns.iter().filter(|(_, key)| !key.is_empty()).count();
        if known > best.0 {
            best = (known, *kind);
        }
    }
    best.1
}

fn fit(kind: Kind, head: &str, target: &Path) -> Fit {
    let head = plain(head);
    // What Reper gives away has the ids of what a column names in a column of their own; they are surer than names.
    let (head, sure) = match (head.strip_suffix(" id"), target.names()) {
        (Some(rest), Some(_)) => (rest.to_owned(), 1),
        _ => (head, 0),
    };
    if head.is_empty() {
        return None;
    }
    let (key, table) = (target.key(), kind.key());
    if head == plain(&key) || Lang::ALL.iter().any(|lang| head == plain(&target.name(*lang, table))) {
        return Some(100 + sure);
    }
    let among = |wanted: &str| {
        let heads = HEADS.iter().filter(|(known, _)| *known == wanted).flat_map(|(_, heads)| *heads);
        heads.map(|known| strsim::jaro_winkler(&plain(known), &head)).fold(0.0, f64::max)
    };
    let likeness = |score: f64, base: u8| match score {
        score if score >= 1.0 => Some(base + sure),
        // Short words are alike by chance.
        score if score > 0.93 && head.chars().count() > 4 => Some(base / 2 + sure),
        _ => None,
    };
    likeness(among(&format!("{table}/{key}")), 90).max(likeness(among(&key), 80))
}

/// Small letters and digits, everything else one blank; ё is е.
pub(super) fn plain(text: &str) -> String {
    let signs = text.to_lowercase().replace('ё', "е");
    let words = signs.split(|sign: char| !sign.is_alphanumeric() && sign != '.');
    words.map(|word| word.trim_matches('.')).filter(|word| !word.is_empty()).collect::<Vec<_>>().join(" ")
}
