//! Every kind of change, in both languages.

use super::{Line, What, diff, groups, json};
use crate::{Files, read};
use locale::Lang;

const SOSTAC: &str = r#"
[situation]
stage = "growth"

[goal.trust]
name = "Trust"
why = "Short"
horizon = "tactical"
owner = "anna"
due = 2026-12-31

[task.answer]
name = "Answer within an hour"
goal = "trust"
instruments = ["vk", "club"]

[instrument.vk]
name = "VK"
cost = 1000
[instrument.club]
name = "Club"
[instrument.mail]
name = "Mail"

[kpi.reply]
name = "Time to first reply"
unit = "min"
tolerance = "5%"
baseline = { date = 2026-01-01, value = 95 }
targets = [{ date = 2026-06-30, value = 80 }, { date = 2026-12-31, value = 60 }]
[kpi.reply.correction]
what = "Add a shift"
owner = "anna"
within = "3d"
"#;
const PEOPLE: &str = r#"
[about]
currency = "EUR"
[person.anna]
name = "Anna Petrova"
competences = { regression = 3 }
[person.lev]
name = "Lev Orlov"
[competence.regression]
name = "Regression models"
"#;

fn files(sostac: &str, people: &str) -> Files {
    Files::from([("sostac.toml", sostac), ("department.toml", people)])
}

fn told(before: &Files, after: &Files, lang: Lang) -> Vec<(String, Line)> {
    let all = diff(before, after);
    let made = groups(&read(before).department, &read(after).department, &all, lang);
    made.into_iter()
        .flat_map(|group| group.lines.into_iter().map(move |line| (group.title.clone(), line)))
        .collect()
}

/// What a replacement in the texts is called in English and in Russian.
#[track_caller]
fn says(from: &str, to: &str, kind: &str, section: &str, en: &str, ru: &str) {
    assert!(SOSTAC.contains(from) || PEOPLE.contains(from), "{from}");
    let before = files(SOSTAC, PEOPLE);
    let after = files(&SOSTAC.replacen(from, to, 1), &PEOPLE.replacen(from, to, 1));
    let [(title, line)] = &told(&before, &after, Lang::En)[..] else {
        panic!("{:#?}", told(&before, &after, Lang::En));
    };
    assert_eq!((line.kind, line.text.replace('\u{a0}', " ").as_str(), title.as_str()), (kind, en, section));
    let russian: Vec<String> =
        told(&before, &after, Lang::Ru).iter().map(|(_, line)| line.text.replace('\u{a0}', " ")).collect();
    assert_eq!(russian, [ru]);
}

#[test]
fn choices_references_and_days() {
    let goals = "Objectives";
    says(
        "\"growth\"",
        "\"maturity\"",
        "changed",
        "Situation",
        "Situation in short — point of development: growth → maturity",
        "Ситуация вкратце — точка развития: рост → зрелость",
    );
    says(
        "owner = \"anna\"\ndue",
        "owner = \"lev\"\ndue",
        "changed",
        goals,
        "Goal “Trust” — owner: Anna Petrova → Lev Orlov",
        "Цель «Trust» — ответственный: Anna Petrova → Lev Orlov",
    );
    says(
        "due = 2026-12-31",
        "due = 2027-03-07",
        "changed",
        goals,
        "Goal “Trust” — by when: 31 Dec 2026 → 7 Mar 2027",
        "Цель «Trust» — срок: 31.12.2026 → 07.03.2027",
    );
    says(
        "horizon = \"tactical\"\n",
        "",
        "changed",
        goals,
        "Goal “Trust” — horizon: tactical → —",
        "Цель «Trust» — горизонт: тактический → —",
    );
    says(
        "due = 2026-12-31",
        "due = 2026-12-31\ndoubtful = true",
        "changed",
        goals,
        "Goal “Trust” — return is doubtful: — → yes",
        "Цель «Trust» — окупаемость сомнительна: — → да",
    );
    says(
        "name = \"Trust\"",
        "name = \"Confidence\"",
        "changed",
        goals,
        "Goal “Confidence” — name: Trust → Confidence",
        "Цель «Confidence» — название: Trust → Confidence",
    );
}

#[test]
fn figures_carry_their_unit() {
    let control = "Control and correction";
    says(
        "value = 60",
        "value = 45.5",
        "changed",
        control,
        "KPI “Time to first reply” — target for 31 Dec 2026: 60 → 45.5 min",
        "Показатель «Time to first reply» — целевое значение на 31.12.2026: 60 → 45,5 min",
    );
    says(
        ", { date = 2026-12-31, value = 60 }",
        "",
        "removed",
        control,
        "KPI “Time to first reply” — target for 31 Dec 2026: 60 min → —",
        "Показатель «Time to first reply» — целевое значение на 31.12.2026: 60 min → —",
    );
    says(
        "value = 95",
        "value = 90",
        "changed",
        control,
        "KPI “Time to first reply” — baseline: 95 → 90 min on 1 Jan 2026",
        "Показатель «Time to first reply» — исходное значение: 95 → 90 min на 01.01.2026",
    );
    says(
        "\"5%\"",
        "2",
        "changed",
        control,
        "KPI “Time to first reply” — tolerance: 5% → 2 min",
        "Показатель «Time to first reply» — допуск: 5 % → 2 min",
    );
    says(
        "within = \"3d\"",
        "within = \"4h\"",
        "changed",
        control,
        "KPI “Time to first reply” — correction, within which time: 3 days → 4 h",
        "Показатель «Time to first reply» — корректива, за какое время: 3 дня → 4 ч",
    );
    says(
        "cost = 1000",
        "cost = 12000",
        "changed",
        "Strategy",
        "Instrument “VK” — cost of a year: €1000 → €12,000",
        "Инструмент «VK» — стоимость в год: 1000 € → 12\u{202f}000 €",
    );
    says(
        "regression = 3",
        "regression = 4",
        "changed",
        "Competence and software",
        "Person “Anna Petrova” — competences and levels, Regression models: 3 → 4",
        "Сотрудник «Anna Petrova» — компетенции и уровни, Regression models: 3 → 4",
    );
}

#[test]
fn lists_say_what_came_and_what_left() {
    says(
        "[\"vk\", \"club\"]",
        "[\"mail\", \"vk\"]",
        "changed",
        "Objectives",
        "Task “Answer within an hour” — instruments: added Mail; taken out Club",
        "Задача «Answer within an hour» — инструменты: добавлено — Mail; убрано — Club",
    );
}

#[test]
fn elements_come_go_and_are_renamed() {
    says(
        "[instrument.mail]\nname = \"Mail\"\n",
        "",
        "removed",
        "Strategy",
        "Instrument “Mail” removed",
        "Удалено: инструмент «Mail»",
    );
    says(
        "[kpi.reply]",
        "[kpi.other]\nname = \"Other\"\n[kpi.reply]",
        "added",
        "Control and correction",
        "KPI “Other” added",
        "Добавлено: показатель «Other»",
    );
    let sostac = SOSTAC
        .replace("[goal.trust]", "[goal.confidence]")
        .replace("goal = \"trust\"", "goal = \"confidence\"");
    let (before, after) = (files(SOSTAC, PEOPLE), files(&sostac, PEOPLE));
    let all = diff(&before, &after);
    assert_eq!(all.len(), 1, "what refers to it follows: {all:#?}");
    assert_eq!(all[0].what, What::Renamed);
    let text = |lang| told(&before, &after, lang)[0].1.text.clone();
    assert_eq!(text(Lang::En), "Goal “Trust” — short name in the text: trust → confidence");
    assert_eq!(text(Lang::Ru), "Цель «Trust» — краткое имя в тексте: trust → confidence");
    // Another goal in its place is no renaming.
    let other = SOSTAC.replace(
        "[goal.trust]\nname = \"Trust\"\nwhy = \"Short\"",
        "[goal.reach]\nname = \"Reach in the regions\"",
    );
    let whats: Vec<What> = diff(&before, &files(&other, PEOPLE)).iter().map(|one| one.what).collect();
    assert_eq!(whats, [What::Added, What::Removed]);
}

#[test]
fn long_prose_stands_beside() {
    let long = "A reason that is so long that nobody would want to read both of its states in one single line of a list";
    let after = files(&SOSTAC.replace("\"Short\"", &format!("\"{long}\"")), PEOPLE);
    let said = told(&files(SOSTAC, PEOPLE), &after, Lang::En);
    assert_eq!(said[0].1.text, "Goal “Trust” — why: reworded");
    assert_eq!((said[0].1.before.as_str(), said[0].1.after.as_str()), ("Short", long));
    let said = told(&files(SOSTAC, PEOPLE), &after, Lang::Ru);
    assert_eq!(said[0].1.text, "Цель «Trust» — зачем: текст изменён");
}

#[test]
fn a_weight_of_a_rule() {
    let after = files(SOSTAC, &format!("{PEOPLE}[rules]\nCO05 = \"off\"\n"));
    let said = told(&files(SOSTAC, PEOPLE), &after, Lang::En);
    assert_eq!(said[0].1.text, "Weights of rules — CO05: — → not checked");
}

#[test]
fn formatting_and_order_mean_nothing() {
    let other = SOSTAC
        .replace("instruments = [\"vk\", \"club\"]", "instruments = [ 'club',\n  \"vk\", ] # both")
        .replace("cost = 1000", "cost = 1_000.0 # euros")
        .replace("name = \"Trust\"", "name = \"\"\"\nTrust \"\"\"")
        .replace("\"5%\"", "\"5 %\"")
        .replace(
            "[kpi.reply.correction]\nwhat = \"Add a shift\"\n",
            "[kpi.reply.correction]\nwhat='Add a shift'\n",
        )
        .replace("\n\n", "\n# a comment\n\n\n");
    let (first, second) = other.split_once("[task.answer]").expect("it is there");
    let moved = format!("[task.answer]{second}\n{}", first.replace('\n', "\r\n"));
    assert_eq!(diff(&files(SOSTAC, PEOPLE), &files(&moved, PEOPLE)), []);
    // A field that says nothing is as good as none.
    let empty = SOSTAC.replace("cost = 1000", "cost = 1000\nformat = \" \"\naudience = []");
    assert_eq!(diff(&files(SOSTAC, PEOPLE), &files(&empty, PEOPLE)), []);
}

#[test]
fn files_and_texts_that_cannot_be_read() {
    let mut before = files(SOSTAC, PEOPLE);
    before.put("processes/a.bpmn", "<a/>");
    before.put("processes/b.bpmn", "<b/>");
    let mut after = files(&SOSTAC.replace("why = \"Short\"", "why = Short"), PEOPLE);
    after.put("processes/a.bpmn", "<c/>");
    after.put("processes/d.idef0", "A receives B");
    let said: Vec<(String, String)> =
        told(&before, &after, Lang::Ru).into_iter().map(|(title, line)| (title, line.text)).collect();
    let expected = [
        ("Внутренние бизнес-процессы", "Изменён файл processes/a.bpmn"),
        ("Внутренние бизнес-процессы", "Удалён файл processes/b.bpmn"),
        ("Внутренние бизнес-процессы", "Добавлен файл processes/d.idef0"),
        ("Прочие файлы", "Текст sostac.toml изменился, но по элементам его пока не прочитать"),
    ];
    assert_eq!(said, expected.map(|(title, text)| (title.to_owned(), text.to_owned())));
    // A header that is lost takes no neighbour with it, and what else changed is not called removed.
    let lost = files(&SOSTAC.replace("[goal.trust]", "[goal.trust"), PEOPLE);
    let all = diff(&files(SOSTAC, PEOPLE), &lost);
    assert!(all.iter().all(|one| one.what == What::FileChanged), "{all:#?}");
    assert_eq!(diff(&Files::from([("sostac.toml", vec![0xff])]), &Files::default()).len(), 1);
}

#[test]
fn a_machine_reads_it() {
    let after = files(&SOSTAC.replace("value = 60", "value = 45"), PEOPLE);
    let value = json(&diff(&files(SOSTAC, PEOPLE), &after));
    assert_eq!(
        value["differences"][0].to_string(),
        r#"{"after":45.0,"before":60.0,"change":"changed","field":"targets.2026-12-31","file":null,"id":"reply","table":"kpi"}"#
    );
    assert_eq!(value["summary"]["changed"], 1);
}
