use super::*;
use crate::cell::Cell as Out;
use crate::{Book, Records, Source, csv, xlsx};
use department::edit::{Change, Value};
use department::{Files, Kind, check, read};
use jiff::civil::date;
use locale::Lang;
use proptest::prelude::*;
use std::collections::BTreeMap;
use table::Sheet;

const SOSTAC: &str = r#"
[task.answer]
name = "Отвечать за час"

[action.hire]
name = "Нанять аналитика"
task = "answer"
owner = "anna"
starts = 2026-03-01
ends = 2026-05-31
hours = 40
budget = 250000

[kpi.reply]
name = "Первый ответ"
kind = "terminal"
unit = "мин"
direction = "down"
baseline = { date = 2026-01-01, value = 62 }
tolerance = "5%"
"#;

const DEPARTMENT: &str = "[about]\nname = \"SMM\"\ncurrency = \"RUB\"\n[person.anna]\nname = \"Анна Соколова\"\n\
    [person.oleg]\nname = \"Олег, аналитик\"\n[person.oleg_b]\nname = \"Олег Белов\"\n";

fn files() -> Files {
    Files::from([("sostac.toml", SOSTAC), ("department.toml", DEPARTMENT)])
}

fn sheet(text: &str) -> Sheet {
    table::read("a.csv", text.as_bytes()).expect("it is a table")
}

fn plan(text: &str, change: impl Fn(&mut Mapping)) -> Plan {
    let (files, sheet) = (files(), sheet(text));
    let mut mapping = guess(guessed_kind("", &sheet.header), &sheet.header);
    change(&mut mapping);
    Plan::new(&Wanted { files: &files, sheet: &sheet, mapping: &mapping, lang: Lang::Ru })
}

#[test]
fn heads_are_understood_in_both_languages() {
    let keys = |kind, heads: &[&str]| -> Vec<String> {
        let heads: Vec<String> = heads.iter().map(|head| (*head).to_owned()).collect();
        assert_eq!(guessed_kind("", &heads), kind);
        guess(kind, &heads).columns.into_iter().map(|(_, key)| key).collect()
    };
    assert_eq!(
        keys(Kind::Action, &["Мероприятие", "Ответственный", "Начало", "Срок", "Бюджет, руб.", "Прочее"]),
        ["name", "owner", "starts", "ends", "", ""]
    );
    assert_eq!(
        keys(Kind::Action, &["ID", "Activity", "Responsible", "Start date", "Deadline", "Cost"]),
        ["id", "name", "owner", "starts", "ends", "budget"]
    );
    assert_eq!(
        keys(Kind::Person, &["ФИО", "Подразделение", "Роли", "Часов в неделю", "E-mail"]),
        ["name", "unit", "roles", "hours", "email"]
    );
    assert_eq!(guessed_kind("Goal", &["name".to_owned()]), Kind::Goal);
}

#[test]
fn rows_are_added_changed_or_left_as_they_are() {
    let text = "id;Мероприятие;Ответственный;Начало;Окончание;Часы;Бюджет\n\
        hire;Нанять аналитика;Анна Соколова;01.03.2026;31.05.2026;40;250 000\n\
        train;Обучить дежурных;anna;15.06.2026;30.06.2026;12,5;\n";
    let done = plan(text, |_| ());
    assert_eq!(done.errors, []);
    assert_eq!(done.counts(), [1, 0, 1, 0]);
    let [Change::Add { subject, fields, .. }] = done.changes.as_slice() else { panic!("{:?}", done.changes) };
    assert_eq!(subject.to_string(), "action.train");
    let owner = fields.iter().find(|(key, _)| key == "owner").map(|(_, value)| value);
    assert_eq!(owner, Some(&Value::from("anna")));
    assert!(fields.contains(&("hours".to_owned(), Value::Number(12.5))));
    let changed = plan(&text.replace("250 000", "300 000"), |_| ());
    assert_eq!(changed.counts(), [1, 1, 0, 0]);
    let Outcome::Changed(differences) = &changed.rows[0].outcome else { panic!("{:?}", changed.rows) };
    assert_eq!(differences.len(), 1);
    assert_eq!((&*differences[0].before, &*differences[0].after), ("250\u{202f}000", "300\u{202f}000"));
}

#[test]
fn each_cell_that_cannot_be_read_is_told_with_its_place() {
    let text = "id;Мероприятие;Ответственный;Начало;Часы;После\n\
        a;Одно;Ганна Соколова;вчера;много;hire\n\
        b;Другое;Олег;2026-01-01;1;a; b\n\
        b;Третье;;;;\n\
        В Е;Четвёртое;;;;\n";
    let done = plan(text, |_| ());
    let at = |row, column: &str| {
        let found = done.errors.iter().find(|error| error.row == row && error.column == column);
        found.map(|error| &error.problem)
    };
    assert_eq!(at(2, "Ответственный"), Some(&Problem::Unknown("person", Some("Анна Соколова".to_owned()))));
    assert_eq!(at(2, "Начало"), Some(&Problem::Date));
    assert_eq!(at(2, "Часы"), Some(&Problem::Number));
    assert_eq!(at(3, "Ответственный"), Some(&Problem::Unknown("person", Some("Олег Белов".to_owned()))));
    assert_eq!(at(4, ""), Some(&Problem::Twice(3)));
    assert_eq!(at(5, ""), Some(&Problem::Id));
    assert_eq!(done.counts(), [0, 0, 0, 4]);
    assert!(done.changes.is_empty());
    assert_eq!(
        done.unknown.iter().map(|(_, name, times)| (&**name, *times)).collect::<Vec<_>>(),
        [("Ганна Соколова", 1), ("Олег", 1)]
    );
    for error in &done.errors {
        assert!(
            Lang::ALL.iter().all(|lang| !error.message(*lang).contains('‹')),
            "{}",
            error.message(Lang::En)
        );
    }
}

#[test]
fn a_row_may_name_what_another_row_brings() {
    let text = "id,name,after\nx,First,y\ny,Second,hire; x\n";
    let done = plan(text, |mapping| mapping.kind = "action".to_owned());
    assert_eq!((done.errors.len(), done.counts()), (0, [2, 0, 0, 0]));
}

#[test]
fn parts_of_a_field_join_what_is_known() {
    let text = "id,baseline.value,correction.what,correction.within,tolerance,unit\nreply,70,Доплата,2 дня,10%,мин\n";
    let done = plan(text, |mapping| *mapping = guess(Kind::Kpi, &sheet(text).header));
    assert_eq!(done.errors, []);
    let set = |wanted: &str| {
        done.changes.iter().find_map(|change| match change {
            Change::Set { field, value, .. } if field == wanted => value.clone(),
            _ => None,
        })
    };
    let fields =
        |fields: [(&str, Value); 2]| Value::Record(fields.map(|(key, value)| (key.to_owned(), value)).into());
    assert_eq!(
        set("baseline"),
        Some(fields([("date", Value::Date(date(2026, 1, 1))), ("value", Value::Number(70.0))]))
    );
    assert_eq!(set("correction"), Some(fields([("what", "Доплата".into()), ("within", "2d".into())])));
    assert_eq!(set("tolerance"), Some(Value::from("10%")));
    assert_eq!(set("unit"), None);
    let half = plan("id,name,baseline.value\nnew,Новый,5\n", |mapping| {
        *mapping = guess(Kind::Kpi, &["id", "name", "baseline.value"].map(str::to_owned));
    });
    assert_eq!(half.errors[0].problem, Problem::Half);
}

#[test]
fn by_name_the_same_name_twice_is_not_guessed_at() {
    let twice = "[person.a]\nname = \"Иван\"\n[person.b]\nname = \"иван\"\n";
    let files = Files::from([("department.toml", twice)]);
    let sheet = sheet("ФИО;Почта\nИван;i@x.ru\n");
    let mapping = guess(Kind::Person, &sheet.header);
    let done = Plan::new(&Wanted { files: &files, sheet: &sheet, mapping: &mapping, lang: Lang::Ru });
    assert_eq!(done.errors[0].problem, Problem::Ambiguous("person"));
}

/// Everything of a demonstration, as it would be taken out.
fn demo_book(lang: Lang, then: impl FnOnce(&Files, &Book)) {
    let files: Files = demo::files(lang.code()).iter().copied().collect();
    let (reading, today) = (read(&files), date(2026, 11, 23));
    let findings = check(&reading, today);
    let (measurements, series) = (BTreeMap::new(), BTreeMap::new());
    let source = Source {
        department: &reading.department,
        files: &files,
        measurements: &measurements,
        series: &series,
        findings: &findings,
        revision: 1,
        today,
        lang,
    };
    then(&files, &Book::of(&source));
}

/// What was taken out and is brought in again changes nothing, whatever the kind, the form and the language.
#[test]
fn what_was_taken_out_changes_nothing() {
    for lang in Lang::ALL {
        demo_book(lang, |files, book| {
            let workbook = xlsx::xlsx(book, lang, date(2026, 11, 23)).expect("a workbook is written");
            for kind in Kind::ALL {
                let page = book.sheet(kind.key()).expect("every kind has a sheet");
                let sheets = [
                    table::read("a.csv", &csv::csv(page, lang)).expect("the text is read"),
                    table::read_sheet("a.xlsx", &workbook, Some(&page.name)).expect("the sheet is read"),
                ];
                for sheet in sheets {
                    let mapping = guess(*kind, &sheet.header);
                    let done = Plan::new(&Wanted { files, sheet: &sheet, mapping: &mapping, lang });
                    assert_eq!(done.errors, [], "{kind:?} {lang}");
                    assert_eq!(done.changes, [], "{kind:?} {lang}");
                    assert_eq!(done.rows.len(), Records::of(files).table(kind.key()).len());
                }
            }
        });
    }
}

#[test]
fn a_formula_stays_a_text() {
    let evil = ["=1+1", "+7 999", "-5 people", "@SUM(A1)", "=HYPERLINK(\"http://x\",\"y\")", "\t=1"];
    let text: String =
        evil.iter().enumerate().map(|(at, name)| format!("[goal.g{at}]\nname = {name:?}\n")).collect();
    let files = Files::from([("sostac.toml", text)]);
    let (reading, nothing, none) = (read(&files), BTreeMap::new(), BTreeMap::new());
    let source = Source {
        department: &reading.department,
        files: &files,
        measurements: &nothing,
        series: &none,
        findings: &[],
        revision: 0,
        today: date(2026, 1, 1),
        lang: Lang::En,
    };
    let book = Book::of(&source);
    let goals = book.sheet("goal").expect("there are goals");
    assert_eq!(goals.rows[0][1], Out::Text("=1+1".to_owned()));
    let bytes = xlsx::xlsx(&book, Lang::En, date(2026, 1, 1)).expect("a workbook is written");
    let mut archive = zip::ZipArchive::new(std::io::Cursor::new(&bytes)).expect("it is an archive");
    for at in 0..archive.len() {
        let mut file = archive.by_index(at).expect("a part");
        let mut content = String::new();
        std::io::Read::read_to_string(&mut file, &mut content).expect("XML");
        assert!(!content.contains("<f>") && !content.contains("<f "), "a formula");
    }
    let sheet = table::read_sheet("a.xlsx", &bytes, Some(&goals.name)).expect("the sheet is read");
    let names: Vec<String> = sheet.rows.iter().map(|row| row.cell(1).to_string()).collect();
    assert_eq!(names, evil.map(|name| name.trim().to_owned()));
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(200))]
    /// Whatever stands in a file, it is read or told of; and no change comes of a row that is wrong.
    #[test]
    fn no_rows_make_it_panic(
        rows in prop::collection::vec(prop::collection::vec("(hire|Анна Соколова|=1|12[.,]5|01\\.02\\.2026|[а-яa-z;,:% ]{0,8}|5%|—)", 1..9), 0..8),
        kind in prop::sample::select(Kind::ALL.to_vec()),
        by_name in any::<bool>(),
    ) {
        let targets = targets(kind);
        let mut columns = vec![("id".to_owned(), "id".to_owned())];
        columns.extend(targets.iter().map(|path| (path.key(), path.key())));
        let row = |(at, cells): (usize, &Vec<String>)| table::Row {
            number: at + 2,
            cells: cells.iter().map(|text| table::Cell::Text(text.clone())).collect(),
        };
        let sheet = Sheet {
            name: "a".to_owned(),
            dialect: table::Dialect::Text { encoding: "UTF-8", delimiter: ';' },
            header: columns.iter().map(|(head, _)| head.clone()).collect(),
            rows: rows.iter().enumerate().map(row).collect(),
        };
        let matching = if by_name { Matching::Name } else { Matching::Id };
        let mapping = Mapping { kind: kind.key().to_owned(), columns, matching, ..Mapping::default() };
        let files = files();
        let done = Plan::new(&Wanted { files: &files, sheet: &sheet, mapping: &mapping, lang: Lang::Ru });
        let [added, changed, ..] = done.counts();
        let mut touched: Vec<String> = done.changes.iter().map(|change| match change {
            Change::Add { subject, .. } | Change::Set { subject, .. } => subject.to_string(),
            other => panic!("{other:?}"),
        }).collect();
        touched.dedup();
        prop_assert_eq!(touched.len(), added + changed);
        let wrong = done.rows.iter().filter(|row| row.outcome == Outcome::Wrong).count();
        prop_assert!(wrong <= done.errors.len());
    }
}
