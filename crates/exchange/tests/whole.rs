//! The calendar and the JSON of a department, read by somebody else's parser.

#![allow(clippy::unwrap_used)]

use control::{Kept, Measurement, Origin, Series};
use department::model::schema as tables;
use department::{Element, Files, Kind, Reading, check, read};
use diag::Finding;
use exchange::{Source, ics, json};
use icalendar::parser::{read_calendar, unfold};
use jiff::civil::date;
use locale::Lang;
use serde_json::Value;
use std::collections::{BTreeMap, BTreeSet};

struct World {
    files: Files,
    reading: Reading,
    findings: Vec<Finding>,
    measurements: BTreeMap<String, Vec<Measurement>>,
    series: BTreeMap<String, Series>,
    lang: Lang,
}

impl World {
    fn of(files: Files, lang: Lang) -> Self {
        let reading = read(&files);
        let findings = check(&reading, date(2026, 11, 23));
        let origin = Origin { file: "a.csv".into(), row: 2, synthetic: true, ..Origin::default() };
        let one = Measurement {
            kpi: "reply".into(),
            date: date(2026, 10, 31),
            value: 12.5,
            origin,
            imported: "2026-11-01T00:00:00Z".into(),
            kept: Kept::default(),
        };
        let measurements = BTreeMap::from([("reply".to_owned(), vec![one])]);
        World { files, reading, findings, measurements, series: BTreeMap::new(), lang }
    }

    fn demo(lang: Lang) -> Self {
        World::of(demo::files(lang.code()).iter().copied().collect(), lang)
    }

    fn source(&self) -> Source<'_> {
        Source {
            department: &self.reading.department,
            files: &self.files,
            measurements: &self.measurements,
            series: &self.series,
            findings: &self.findings,
            revision: 7,
            today: date(2026, 11, 23),
            lang: self.lang,
        }
    }
}

/// The properties of each event.
fn events(text: &str) -> Vec<BTreeMap<String, String>> {
    let unfolded = unfold(text);
    let calendar = read_calendar(&unfolded).unwrap();
    let events = calendar.components.iter().filter(|component| component.name == "VEVENT");
    events
        .map(|event| {
            let each = event.properties.iter();
            each.map(|property| (property.name.to_string(), property.val.to_string())).collect()
        })
        .collect()
}

#[test]
fn every_dated_action_and_every_target_is_an_event() {
    for lang in Lang::ALL {
        let world = World::demo(lang);
        let text = ics::ics(&world.source(), None);
        let department = &world.reading.department;
        let dated =
            department.actions.iter().filter(|action| action.starts.or(action.ends).is_some()).count();
        let kinds = [department::model::KpiKind::Checkpoint, department::model::KpiKind::Terminal];
        let kpis = department.kpis.iter().filter(|kpi| kpi.kind.is_some_and(|kind| kinds.contains(&kind)));
        let targets: usize = kpis.map(|kpi| kpi.targets.len()).sum();
        let events = events(&text);
        assert_eq!(events.len(), dated + targets);
        let uids: BTreeSet<_> = events.iter().map(|event| &event["UID"]).collect();
        assert_eq!(uids.len(), events.len(), "a UID stands once");
        assert!(text.ends_with("END:VCALENDAR\r\n") && !text.replace("\r\n", "").contains(['\r', '\n']));
        assert!(text.split("\r\n").all(|line| line.len() <= 75), "a line is too long");
        assert_eq!(text, ics::ics(&world.source(), None), "the same twice");
    }
}

#[test]
fn an_event_says_what_the_action_says() {
    let name = "Курс; «А, Б» \\ новая\\nстрока — и ещё много слов, чтобы строка стала длиннее, чем можно";
    let text = format!(
        "[action.a]\nname = '{name}'\nowner = \"anna\"\nstarts = 2026-02-27\nends = 2026-02-28\nhours = 8\n\
         [action.undated]\nname = \"x\"\n[action.other]\nname = \"y\"\nends = 2026-03-01\n"
    );
    let people = "[person.anna]\nname = \"Анна \\\"А\\\" Соколова\"\nemail = \"anna@example.ru\"\n\
                  [person.oleg]\nname = \"Олег\"\nemail = \"x\\r\\nBEGIN:VEVENT\"\n";
    let world =
        World::of(Files::from([("sostac.toml", text), ("department.toml", people.to_owned())]), Lang::Ru);
    let all = ics::ics(&world.source(), None);
    let events = events(&all);
    assert_eq!(events.len(), 2);
    assert_eq!(events[0]["SUMMARY"], name, "what was escaped is read as it was");
    assert_eq!((&*events[0]["DTSTART"], &*events[0]["DTEND"]), ("20260227", "20260301"));
    assert!(events[0]["DESCRIPTION"].contains("Анна"));
    assert_eq!(events[0]["ORGANIZER"], "mailto:anna@example.ru");
    assert_eq!(events[0]["UID"], "action.a@reper");
    let hers = ics::ics(&world.source(), Some("anna"));
    assert_eq!(self::events(&hers).len(), 1);
    assert_eq!(self::events(&ics::ics(&world.source(), Some("oleg"))).len(), 0);
    assert!(!all.contains("mailto:x"));
}

#[test]
fn the_json_holds_every_element_with_all_its_fields() {
    for lang in Lang::ALL {
        let world = World::demo(lang);
        let bytes = json::json(&world.source()).unwrap();
        let whole: Value = serde_json::from_slice(&bytes).unwrap();
        assert_eq!(
            (&whole["format"], &whole["revision"]),
            (&Value::from("reper-department"), &Value::from(7))
        );
        let mut count = 0;
        world.reading.department.each(|kind, meta, _| {
            let rows = whole["tables"][kind.key()].as_array().unwrap();
            let row = rows.iter().find(|row| row["id"] == *meta.id).unwrap();
            assert!(row.as_object().unwrap().len() > 1, "{} {}", kind.key(), meta.id);
            count += 1;
        });
        let rows = Kind::ALL.iter().filter_map(|kind| whole["tables"][kind.key()].as_array());
        assert_eq!(rows.map(Vec::len).sum::<usize>(), count);
        assert_eq!(whole["findings"].as_array().unwrap().len(), world.findings.len());
        assert_eq!(whole["figures"][0]["value"], 12.5);
        let kpi = world.reading.department.kpis.iter().find(|kpi| !kpi.targets.is_empty()).unwrap();
        let rows = whole["tables"]["kpi"].as_array().unwrap();
        let row = rows.iter().find(|row| row["id"] == *kpi.id()).unwrap();
        assert_eq!(row["targets"][0]["date"], kpi.targets[0].date.to_string());
        fits(&whole, &json::schema(), "");
        assert_eq!(bytes, json::json(&world.source()).unwrap());
    }
}

/// The part of JSON Schema that the schema makes use of.
fn fits(value: &Value, schema: &Value, place: &str) {
    if let Some(words) = schema.get("enum").and_then(Value::as_array) {
        assert!(words.contains(value), "{place}: {value}");
    }
    let kind = match value {
        Value::Object(_) => "object",
        Value::Array(_) => "array",
        Value::String(_) => "string",
        Value::Bool(_) => "boolean",
        Value::Number(_) => "number",
        Value::Null => "null",
    };
    let known = |wanted: &Value| wanted == kind || (wanted == "integer" && value.is_i64() | value.is_u64());
    match schema.get("type") {
        Some(Value::Array(kinds)) => assert!(kinds.iter().any(known), "{place}: {value}"),
        Some(wanted) => assert!(known(wanted), "{place}: {value} is no {wanted}"),
        None => {}
    }
    for required in schema.get("required").and_then(Value::as_array).into_iter().flatten() {
        assert!(value.get(required.as_str().unwrap()).is_some(), "{place}: no {required}");
    }
    for (key, inner) in value.as_object().into_iter().flatten() {
        match (schema.get("properties").and_then(|all| all.get(key)), schema.get("additionalProperties")) {
            (Some(known), _) => fits(inner, known, &format!("{place}/{key}")),
            (None, Some(Value::Bool(false))) => panic!("{place}: {key} is not in the schema"),
            (None, Some(other)) => fits(inner, other, &format!("{place}/{key}")),
            (None, None) => {}
        }
    }
    if let (Some(items), Some(inner)) = (value.as_array(), schema.get("items")) {
        items.iter().for_each(|item| fits(item, inner, place));
    }
}

#[test]
fn the_schema_names_every_table() {
    let schema = json::schema();
    for (_, table, _) in tables() {
        assert!(schema["properties"]["tables"]["properties"].get(table).is_some(), "{table}");
    }
}
