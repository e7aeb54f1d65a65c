//! The columns that a kind of table has: a field each, or a part of a field.

use department::element::{FieldSpec, Shape};
use department::labels::field_name;
use locale::Lang;

/// What stands in a column.
pub type Leaf = Shape;

/// A field, or a part of one: `owner`, `baseline.value`, `correction.what`.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Path {
    /// The field.
    pub field: &'static str,
    /// The part of it.
    pub part: Option<&'static str>,
    /// What stands there.
    pub shape: Leaf,
}

impl Path {
    /// The word that it is known by: `baseline.value`.
    pub fn key(&self) -> String {
        match self.part {
            None => self.field.to_owned(),
            Some(part) => format!("{}.{part}", self.field),
        }
    }

    /// Its name in words.
    pub fn name(&self, lang: Lang, table: &str) -> String {
        match self.part {
            None => field_name(lang, table, self.field),
            Some(_) => {
                let (whole, key) = (field_name(lang, table, self.field), self.key());
                format!("{whole}: {}", lowered(&field_name(lang, table, &key)))
            }
        }
    }

    /// The kind of element that it names, where it names any.
    pub fn names(&self) -> Option<&'static str> {
        match self.shape {
            Shape::Ref(kind) => Some(kind),
            Shape::List(Shape::Ref(kind)) => Some(kind),
            _ => None,
        }
    }

    /// Whether it is an amount in the department's currency.
    pub fn is_money(&self, table: &str) -> bool {
        matches!(
            (table, self.field),
            ("about" | "action" | "initiative", "budget") | ("software" | "instrument", "cost")
        )
    }

    /// Whether it is a share in per cent.
    pub fn is_percent(&self, table: &str) -> bool {
        matches!(
            (table, self.field),
            ("objective", "weight") | ("scorecard", "finance" | "clients" | "processes" | "competence")
        )
    }

    /// Whether it is a figure in the element's own unit.
    pub fn has_unit(&self, table: &str) -> bool {
        matches!(
            (table, self.field, self.part),
            ("kpi", "baseline", Some("value"))
                | ("baseline", "value", _)
                | ("business_goal", "baseline" | "target", _)
        )
    }
}

/// With a small first letter, as it stands within a name.
fn lowered(text: &str) -> String {
    let mut signs = text.chars();
    signs.next().map_or_else(String::new, |first| first.to_lowercase().chain(signs).collect())
}

/// The columns of a table with these fields, in their order.
pub fn paths(fields: &'static [FieldSpec]) -> Vec<Path> {
    let mut all = Vec::new();
    for spec in fields {
        let part = |part, shape| Path { field: spec.key, part: Some(part), shape };
        match spec.shape {
            Shape::Mark => all.extend([part("date", Shape::Date), part("value", Shape::Number)]),
            Shape::Record(inner) => all.extend(inner.iter().map(|inner| part(inner.key, inner.shape))),
            shape => all.push(Path { field: spec.key, part: None, shape }),
        }
    }
    all
}

#[cfg(test)]
mod tests {
    use super::*;
    use department::edit::Subject;

    #[test]
    fn a_kpi_s_parts_are_columns() {
        let fields = Subject::one("kpi").fields().expect("there are KPIs");
        let keys: Vec<_> = paths(fields).iter().map(Path::key).collect();
        assert!(
            keys.contains(&"baseline.value".to_owned()) && keys.contains(&"correction.within".to_owned())
        );
        assert!(!keys.contains(&"baseline".to_owned()));
    }

    #[test]
    fn every_part_has_its_name() {
        for (_, table, fields) in department::model::schema() {
            for path in paths(fields) {
                assert!(
                    Lang::ALL.into_iter().all(|lang| !path.name(lang, table).contains('‹')),
                    "{}",
                    path.key()
                );
            }
        }
    }
}
