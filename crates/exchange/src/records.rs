//! The department's tables as they stand in the texts, field by field, whatever their kind.

use department::edit::Value;
use department::element::{Duration, FieldSpec, Shape};
use department::model::schema;
use department::text::{Node, NodeKind, TableNode, parse};
use department::{FILES, Files};
use std::collections::HashMap;

/// One table of the text: `[about]` has no id, `[goal.trust]` has one.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Record {
    /// Its id; empty where the table stands alone.
    pub id: String,
    /// Its fields in the order of the schema; what cannot be read as what it should be is left out.
    pub fields: Vec<(&'static str, Value)>,
}

impl Record {
    /// The value of a field.
    pub fn get(&self, field: &str) -> Option<&Value> {
        self.fields.iter().find(|(key, _)| *key == field).map(|(_, value)| value)
    }

    /// Its name as people say it, or its id where it has none.
    pub fn title(&self) -> &str {
        match self.get("name").and_then(Value::as_text) {
            Some(name) if !name.is_empty() => name,
            _ => &self.id,
        }
    }
}

/// All tables of a department, by the word of their headers.
#[derive(Debug, Default)]
pub struct Records {
    tables: HashMap<&'static str, Vec<Record>>,
    ids: HashMap<&'static str, HashMap<String, usize>>,
}

impl Records {
    /// Those of the standard files.
    pub fn of(files: &Files) -> Self {
        let mut records = Records::default();
        let schema = schema();
        for file in FILES {
            let text = files.get(file).and_then(|bytes| std::str::from_utf8(bytes).ok()).unwrap_or_default();
            parse(text, |root, _| {
                for (key, node) in &root.entries {
                    let known = schema.iter().find(|(of, table, _)| of == file && *table == key.text);
                    if let (Some((_, table, fields)), NodeKind::Table(inner)) = (known, &node.kind) {
                        records.take(table, fields, inner);
                    }
                }
            });
        }
        records
    }

    /// The tables of a kind, in the order of the text.
    pub fn table(&self, table: &str) -> &[Record] {
        self.tables.get(table).map_or(&[], Vec::as_slice)
    }

    /// The element of an id.
    pub fn get(&self, table: &str, id: &str) -> Option<&Record> {
        self.table(table).get(*self.ids.get(table)?.get(id)?)
    }

    /// An element's name, or its id where there is no such element.
    pub fn title<'a>(&'a self, table: &str, id: &'a str) -> &'a str {
        self.get(table, id).map_or(id, Record::title)
    }

    fn take(&mut self, table: &'static str, fields: &'static [FieldSpec], node: &TableNode<'_>) {
        if department::Kind::ALL.iter().any(|kind| kind.key() == table) {
            for (id, inner) in &node.entries {
                if let NodeKind::Table(inner) = &inner.kind {
                    self.add(table, &id.text, fields, inner);
                }
            }
        } else {
            self.add(table, "", fields, node);
        }
    }

    /// A table, or another part of it: a sub-table may stand apart from its element.
    fn add(&mut self, table: &'static str, id: &str, fields: &'static [FieldSpec], node: &TableNode<'_>) {
        let records = self.tables.entry(table).or_default();
        let ids = self.ids.entry(table).or_default();
        let at = *ids.entry(id.to_owned()).or_insert(records.len());
        if at == records.len() {
            records.push(Record { id: id.to_owned(), fields: Vec::new() });
        }
        let record = &mut records[at];
        for spec in fields {
            let value = node.get(spec.key).and_then(|node| value(node, spec.shape));
            if let Some(value) = value.filter(|_| record.get(spec.key).is_none()) {
                record.fields.push((spec.key, value));
            }
        }
        let place = |key: &str| fields.iter().position(|spec| spec.key == key);
        record.fields.sort_by_key(|(key, _)| place(key));
    }
}

/// A value of a shape; nothing where what stands there is none.
fn value(node: &Node<'_>, shape: Shape) -> Option<Value> {
    let text = || match &node.kind {
        NodeKind::Text(text) => Some(text.trim()),
        _ => None,
    };
    let number = || match node.kind {
        NodeKind::Number(number) if number.is_finite() => Some(number),
        _ => None,
    };
    let table = || match &node.kind {
        NodeKind::Table(table) => Some(table),
        _ => None,
    };
    match shape {
        Shape::Text | Shape::Ref(_) => text().map(Value::from),
        Shape::Choice(words) => text().filter(|text| words.contains(text)).map(Value::from),
        Shape::Duration => text().filter(|text| Duration::parse(text).is_some()).map(Value::from),
        Shape::Tolerance => number().map(Value::Number).or_else(|| text().map(Value::from)),
        Shape::Number => number().map(Value::Number),
        Shape::Bool => match node.kind {
            NodeKind::Bool(truth) => Some(Value::Bool(truth)),
            _ => None,
        },
        Shape::Date => match node.kind {
            NodeKind::Date(day) => Some(Value::Date(day)),
            _ => None,
        },
        Shape::List(inner) => match &node.kind {
            NodeKind::Array(items) => {
                Some(Value::List(items.iter().filter_map(|item| value(item, *inner)).collect()))
            }
            _ => None,
        },
        Shape::Mark => {
            let table = table()?;
            let day = value(table.get("date")?, Shape::Date)?;
            let figure = value(table.get("value")?, Shape::Number)?;
            Some(Value::Record(vec![("date".to_owned(), day), ("value".to_owned(), figure)]))
        }
        Shape::Levels => {
            let each = table()?.entries.iter();
            let level = |node: &Node<'_>| value(node, Shape::Number);
            Some(Value::Record(
                each.filter_map(|(key, node)| Some((key.text.to_string(), level(node)?))).collect(),
            ))
        }
        Shape::Record(fields) => {
            let table = table()?;
            let read =
                |spec: &FieldSpec| Some((spec.key.to_owned(), value(table.get(spec.key)?, spec.shape)?));
            Some(Value::Record(fields.iter().filter_map(read).collect()))
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_element_of_the_demonstration_is_there() {
        for lang in ["ru", "en"] {
            let files: Files = demo::files(lang).iter().copied().collect();
            let (records, reading) = (Records::of(&files), department::read(&files));
            let mut count = 0;
            reading.department.each(|kind, meta, title| {
                let record = records.get(kind.key(), &meta.id).expect("the element is there");
                assert_eq!(record.title(), title);
                count += 1;
            });
            let all: usize = department::Kind::ALL.iter().map(|kind| records.table(kind.key()).len()).sum();
            assert_eq!(all, count);
            assert!(records.table("about")[0].get("name").is_some());
        }
    }

    #[test]
    fn a_sub_table_belongs_to_its_element_wherever_it_stands() {
        let text = "[kpi.a]\nname = \"A\"\n[kpi.b]\nname = \"B\"\n[kpi.a.correction]\nwhat = \"mend\"\n";
        let records = Records::of(&Files::from([("sostac.toml", text)]));
        let what = Value::Record(vec![("what".to_owned(), Value::from("mend"))]);
        assert_eq!(records.get("kpi", "a").and_then(|kpi| kpi.get("correction")), Some(&what));
        assert_eq!(records.table("kpi").len(), 2);
    }

    #[test]
    fn what_is_no_such_value_is_left_out() {
        let text = "[action.a]\nname = 3\nstarts = \"soon\"\nhours = 5\nafter = [\"b\", 4]\n";
        let records = Records::of(&Files::from([("sostac.toml", text)]));
        let fields: Vec<_> = records.table("action")[0].fields.iter().map(|(key, _)| *key).collect();
        assert_eq!(fields, ["hours", "after"]);
    }
}
