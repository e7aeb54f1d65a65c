//! Values of fields as JSON, and back.

use department::edit::Value;
use department::element::Shape;
use department::text::{Node, NodeKind};
use jiff::civil::Date;
use serde_json::{Map, Number, Value as Json};

/// Below this every whole number is exact.
const EXACT: f64 = 9_007_199_254_740_992.0;

/// What does not fit its field.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Misfit {
    /// Where in the message, as a JSON pointer.
    pub place: String,
    /// The message of the shape that is wanted.
    pub wanted: &'static str,
}

/// A value of a text that has been read.
pub(crate) fn of_node(node: &Node<'_>) -> Json {
    match &node.kind {
        NodeKind::Text(text) => Json::from(&**text),
        NodeKind::Number(figure) => number(*figure),
        NodeKind::Bool(truth) => Json::from(*truth),
        NodeKind::Date(day) => Json::from(day.to_string()),
        NodeKind::Array(items) => items.iter().map(of_node).collect(),
        NodeKind::Table(table) => Json::Object(
            table.entries.iter().map(|(key, node)| (key.text.to_string(), of_node(node))).collect(),
        ),
        NodeKind::Broken => Json::Null,
    }
}

/// A value.
pub(crate) fn of_value(value: &Value) -> Json {
    match value {
        Value::Text(text) => Json::from(&**text),
        Value::Number(figure) => number(*figure),
        Value::Bool(truth) => Json::from(*truth),
        Value::Date(day) => Json::from(day.to_string()),
        Value::List(items) => items.iter().map(of_value).collect(),
        Value::Record(fields) => fields_of(fields),
    }
}

/// Fields as an object.
pub(crate) fn fields_of(fields: &[(String, Value)]) -> Json {
    Json::Object(fields.iter().map(|(key, value)| (key.clone(), of_value(value))).collect::<Map<_, _>>())
}

/// A whole number is written without a point.
fn number(figure: f64) -> Json {
    if figure.fract() == 0.0 && figure.abs() < EXACT {
        return Json::from(figure as i64);
    }
    Number::from_f64(figure).map_or(Json::Null, Json::Number)
}

/// JSON as a value of a shape; `at` is where it stands.
pub(crate) fn value(shape: Shape, json: &Json, at: &str) -> Result<Value, Misfit> {
    let misfit = || Misfit { place: at.to_owned(), wanted: wanted(shape) };
    let text = |json: &Json| json.as_str().map(|text| Value::Text(text.to_owned()));
    let figure = |json: &Json| json.as_f64().filter(|figure| figure.is_finite()).map(Value::Number);
    match shape {
        Shape::Text | Shape::Choice(_) | Shape::Ref(_) | Shape::Duration => text(json).ok_or_else(misfit),
        Shape::Number => figure(json).ok_or_else(misfit),
        Shape::Tolerance => figure(json).or_else(|| text(json)).ok_or_else(misfit),
        Shape::Bool => json.as_bool().map(Value::Bool).ok_or_else(misfit),
        Shape::Date => day(json).map(Value::Date).ok_or_else(misfit),
        Shape::List(item) => {
            let items = json.as_array().ok_or_else(misfit)?;
            let each = items.iter().enumerate().map(|(n, one)| value(*item, one, &format!("{at}/{n}")));
            each.collect::<Result<_, _>>().map(Value::List)
        }
        Shape::Mark => {
            let table = json.as_object().ok_or_else(misfit)?;
            let date = table.get("date").and_then(day).map(Value::Date).ok_or_else(misfit)?;
            let value = table.get("value").and_then(figure).ok_or_else(misfit)?;
            if table.len() > 2 {
                return Err(misfit());
            }
            Ok(Value::Record(vec![("date".to_owned(), date), ("value".to_owned(), value)]))
        }
        Shape::Levels => {
            let table = json.as_object().ok_or_else(misfit)?;
            let each = table.iter().map(|(key, level)| Ok((key.clone(), figure(level).ok_or_else(misfit)?)));
            each.collect::<Result<_, _>>().map(Value::Record)
        }
        Shape::Record(fields) => {
            let table = json.as_object().ok_or_else(misfit)?;
            let each = table.iter().map(|(key, json)| {
                let field = fields.iter().find(|field| field.key == key).ok_or_else(misfit)?;
                Ok((key.clone(), value(field.shape, json, &format!("{at}/{key}"))?))
            });
            each.collect::<Result<_, _>>().map(Value::Record)
        }
    }
}

fn day(json: &Json) -> Option<Date> {
    // A day has no time of day behind it, which the library would read past.
    json.as_str().filter(|text| text.len() == 10)?.parse().ok()
}

fn wanted(shape: Shape) -> &'static str {
    match shape {
        Shape::Text => "api-shape-text",
        Shape::Number => "api-shape-number",
        Shape::Bool => "api-shape-bool",
        Shape::Date => "api-shape-date",
        Shape::Choice(_) => "api-shape-choice",
        Shape::Ref(_) => "api-shape-ref",
        Shape::List(_) => "api-shape-list",
        Shape::Duration => "api-shape-duration",
        Shape::Tolerance => "api-shape-tolerance",
        Shape::Mark => "api-shape-mark",
        Shape::Levels => "api-shape-levels",
        Shape::Record(_) => "api-shape-table",
    }
}

/// A shape in a word, for the list of kinds.
pub(crate) fn word(shape: Shape) -> &'static str {
    wanted(shape).trim_start_matches("api-shape-")
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn what_fits_comes_back_and_what_does_not_is_named() {
        const LIST: Shape = Shape::List(&Shape::Mark);
        let marks = json!([{ "date": "2026-03-01", "value": 45 }, { "date": "2026-06-01", "value": 0.5 }]);
        assert_eq!(of_value(&value(LIST, &marks, "").expect("it fits")), marks);
        let wrong = json!([{ "date": "2026-03-01", "value": 45 }, { "date": "2026-13-01", "value": 1 }]);
        let misfit = value(LIST, &wrong, "/fields/targets").expect_err("there is no such month");
        assert_eq!(misfit, Misfit { place: "/fields/targets/1".into(), wanted: "api-shape-mark" });
        assert!(value(Shape::Date, &json!("2026-03-01T10:00:00"), "").is_err());
        assert!(
            value(Shape::Number, &json!("45"), "").is_err() && value(Shape::Text, &json!(45), "").is_err()
        );
        assert!(
            value(Shape::Tolerance, &json!("5%"), "").is_ok()
                && value(Shape::Tolerance, &json!(5), "").is_ok()
        );
    }
}
