//! The whole as JSON: every table with all its fields as they are typed, figures, findings, revision.
//!
//! The order of everything is that of the texts and of the schema, so that two files can be compared line by line. What
//! stands where is said by [`schema`], which is a JSON Schema.

use crate::Source;
use crate::records::{Record, Records};
use department::edit::Value;
use department::element::{FieldSpec, Shape};
use department::model::schema as tables;
use department::{Kind, book};
use serde::ser::SerializeMap;
use serde::{Serialize, Serializer};
use serde_json::{Map, Value as Json, json};

/// The version of the form; it grows when what stood somewhere no longer does.
pub const VERSION: u32 = 1;

/// Everything, indented.
pub fn json(source: &Source<'_>) -> serde_json::Result<Vec<u8>> {
    let records = Records::of(source.files);
    let mut bytes = serde_json::to_vec_pretty(&Whole {
        format: "reper-department",
        version: VERSION,
        revision: source.revision,
        date: source.today.to_string(),
        language: source.lang.code(),
        tables: Tables(&records, source.department),
        figures: source.measurements.values().flatten().map(Figure::of).collect(),
        findings: source.findings.iter().map(|finding| Found::of(source, finding)).collect(),
    })?;
    bytes.push(b'\n');
    Ok(bytes)
}

#[derive(Serialize)]
struct Whole<'a> {
    format: &'static str,
    version: u32,
    revision: u64,
    date: String,
    language: &'static str,
    tables: Tables<'a>,
    figures: Vec<Figure<'a>>,
    findings: Vec<Found<'a>>,
}

struct Tables<'a>(&'a Records, &'a department::Department);

impl Serialize for Tables<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let tables = tables();
        let mut map = serializer.serialize_map(Some(tables.len()))?;
        for (_, table, _) in tables {
            let records = self.0.table(table);
            if table == "rules" {
                map.serialize_entry(table, &weights(self.1))?;
            } else if is_kind(table) {
                map.serialize_entry(table, &records.iter().map(Row).collect::<Vec<_>>())?;
            } else if let Some(record) = records.first() {
                map.serialize_entry(table, &Row(record))?;
            }
        }
        map.end()
    }
}

/// Codes of rules with the weights that the department gives them.
fn weights(department: &department::Department) -> Map<String, Json> {
    let each = department.rules.weights.each.iter();
    each.map(|(code, _, weight)| (code.clone(), Json::from(weight.map_or("off", diag::Severity::word))))
        .collect()
}

struct Row<'a>(&'a Record);

impl Serialize for Row<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(None)?;
        if !self.0.id.is_empty() {
            map.serialize_entry("id", &self.0.id)?;
        }
        for (key, value) in &self.0.fields {
            map.serialize_entry(key, &Typed(value))?;
        }
        map.end()
    }
}

struct Typed<'a>(&'a Value);

impl Serialize for Typed<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self.0 {
            Value::Text(text) => serializer.serialize_str(text),
            // Whole numbers stand without a point, as they do in the text.
            Value::Number(number) if number.fract() == 0.0 && number.abs() < 9e15 => {
                serializer.serialize_i64(*number as i64)
            }
            Value::Number(number) => serializer.serialize_f64(*number),
            Value::Bool(truth) => serializer.serialize_bool(*truth),
            Value::Date(day) => serializer.collect_str(day),
            Value::List(items) => serializer.collect_seq(items.iter().map(Typed)),
            Value::Record(fields) => {
                serializer.collect_map(fields.iter().map(|(key, value)| (key, Typed(value))))
            }
        }
    }
}

#[derive(Serialize)]
struct Figure<'a> {
    kpi: &'a str,
    date: String,
    value: f64,
    file: &'a str,
    row: u32,
    synthetic: bool,
    imported: &'a str,
}

impl<'a> Figure<'a> {
    fn of(one: &'a control::Measurement) -> Self {
        Figure {
            kpi: &one.kpi,
            date: one.date.to_string(),
            value: one.value,
            file: &one.origin.file,
            row: one.origin.row,
            synthetic: one.origin.synthetic,
            imported: &one.imported,
        }
    }
}

#[derive(Serialize)]
struct Found<'a> {
    code: &'a str,
    severity: &'a str,
    file: &'a str,
    line: usize,
    message: String,
}

impl<'a> Found<'a> {
    fn of(source: &Source<'a>, finding: &'a diag::Finding) -> Self {
        let sources = &source.department.sources;
        Found {
            code: finding.code,
            severity: finding.severity.word(),
            file: &sources.get(finding.place.file).path,
            line: sources.start(finding.place).line,
            message: book().message(source.lang, finding),
        }
    }
}

fn is_kind(table: &str) -> bool {
    Kind::ALL.iter().any(|kind| kind.key() == table)
}

/// The JSON Schema of [`json`], written from the model itself.
pub fn schema() -> Json {
    let mut all = Map::new();
    for (_, table, fields) in tables() {
        let mut properties: Map<String, Json> =
            fields.iter().map(|spec| (spec.key.to_owned(), field(spec))).collect();
        let row = if table == "rules" {
            // Codes of rules, each with the weight that the department gives it.
            json!({ "type": "object", "additionalProperties": { "type": "string" } })
        } else if is_kind(table) {
            properties.insert("id".to_owned(), json!({ "type": "string" }));
            let row = json!({
                "type": "object", "required": ["id"], "additionalProperties": false, "properties": properties,
            });
            json!({ "type": "array", "items": row })
        } else {
            json!({ "type": "object", "additionalProperties": false, "properties": properties })
        };
        all.insert(table.to_owned(), row);
    }
    let strings = |names: &[&str]| -> Map<String, Json> {
        names.iter().map(|name| ((*name).to_owned(), json!({ "type": "string" }))).collect()
    };
    let mut figure = strings(&["kpi", "file", "imported"]);
    figure.insert("date".to_owned(), json!({ "type": "string", "format": "date" }));
    figure.insert("value".to_owned(), json!({ "type": "number" }));
    figure.insert("row".to_owned(), json!({ "type": "integer", "minimum": 0 }));
    figure.insert("synthetic".to_owned(), json!({ "type": "boolean" }));
    let mut finding = strings(&["code", "file", "message"]);
    finding.insert("severity".to_owned(), json!({ "enum": ["error", "warning", "advice"] }));
    finding.insert("line".to_owned(), json!({ "type": "integer", "minimum": 1 }));
    json!({
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "A department as Reper gives it away",
        "type": "object",
        "required": ["format", "version", "revision", "date", "language", "tables", "figures", "findings"],
        "properties": {
            "format": { "const": "reper-department" },
            "version": { "const": VERSION },
            "revision": { "type": "integer", "minimum": 0 },
            "date": { "type": "string", "format": "date" },
            "language": { "enum": ["ru", "en"] },
            "tables": { "type": "object", "additionalProperties": false, "properties": all },
            "figures": { "type": "array", "items": { "type": "object", "properties": figure } },
            "findings": { "type": "array", "items": { "type": "object", "properties": finding } },
        },
    })
}

fn field(spec: &FieldSpec) -> Json {
    let mut shape = of_shape(spec.shape);
    if let Json::Object(shape) = &mut shape {
        shape.insert("description".to_owned(), Json::from(spec.doc.trim()));
    }
    shape
}

fn of_shape(shape: Shape) -> Json {
    match shape {
        Shape::Text | Shape::Duration => json!({ "type": "string" }),
        Shape::Ref(kind) => json!({ "type": "string", "$comment": format!("the id of a {kind}") }),
        Shape::Number => json!({ "type": "number" }),
        Shape::Bool => json!({ "type": "boolean" }),
        Shape::Date => json!({ "type": "string", "format": "date" }),
        Shape::Choice(words) => json!({ "enum": words }),
        Shape::Tolerance => json!({ "type": ["number", "string"] }),
        Shape::List(inner) => json!({ "type": "array", "items": of_shape(*inner) }),
        Shape::Levels => json!({ "type": "object", "additionalProperties": { "type": "number" } }),
        Shape::Mark => json!({
            "type": "object", "required": ["date", "value"], "additionalProperties": false,
            "properties": { "date": of_shape(Shape::Date), "value": of_shape(Shape::Number) },
        }),
        Shape::Record(fields) => {
            let properties: Map<String, Json> =
                fields.iter().map(|spec| (spec.key.to_owned(), field(spec))).collect();
            json!({ "type": "object", "additionalProperties": false, "properties": properties })
        }
    }
}
