//! The control of a field, by its shape.

use super::form::Form;
use super::found::Found;
use askama::Template;
use department::Department;
use department::element::Shape;
use department::labels::{choice_name, field_example, field_help, field_name};
use department::model::Kind;
use locale::{Lang, t};

/// With more elements than this a reference is typed with suggestions and not picked from a list.
const PICKED: usize = 300;

/// So many empty rows stand below a list.
const BLANK: usize = 2;

/// What controls are made from.
pub(super) struct Maker<'a> {
    pub lang: Lang,
    pub table: &'a str,
    pub department: &'a Department,
    pub form: &'a Form,
    /// What cannot be read, by control.
    pub wrong: Vec<(String, String)>,
    /// What somebody else has put there meanwhile, by field.
    pub theirs: Vec<(String, String)>,
}

/// An entry of a list.
struct Choice {
    value: String,
    name: String,
    on: bool,
}

#[derive(Template)]
#[template(path = "pages/edit/control.html")]
struct Control<'a> {
    lang: Lang,
    kind: &'static str,
    name: &'a str,
    label: String,
    help: String,
    example: String,
    value: String,
    choices: Vec<Choice>,
    inner: Vec<String>,
    wrong: String,
    theirs: String,
    field: String,
    found: Vec<Found>,
}

impl Control<'_> {
    fn t(&self, key: &str) -> String {
        t!(self.lang, key)
    }
}

impl Maker<'_> {
    /// A field with its label, help and findings.
    pub fn field(&self, key: &str, shape: Shape, found: &[Found]) -> String {
        let name = format!("f.{key}");
        let theirs = self.theirs.iter().find(|(field, _)| field == key).map(|(_, text)| text.clone());
        self.control(
            Control {
                label: field_name(self.lang, self.table, key),
                help: field_help(self.lang, self.table, key),
                example: field_example(self.lang, self.table, key),
                theirs: theirs.unwrap_or_default(),
                field: key.to_owned(),
                found: found.iter().filter(|found| found.field == key).cloned().collect(),
                ..self.empty(&name)
            },
            key,
            shape,
        )
    }

    fn empty<'a>(&self, name: &'a str) -> Control<'a> {
        let wrong = self.wrong.iter().find(|(wrong, _)| wrong == name).map(|(_, text)| text.clone());
        Control {
            lang: self.lang,
            kind: "text",
            name,
            label: String::new(),
            help: String::new(),
            example: String::new(),
            value: self.form.one(name).to_owned(),
            choices: Vec::new(),
            inner: Vec::new(),
            wrong: wrong.unwrap_or_default(),
            theirs: String::new(),
            field: String::new(),
            found: Vec::new(),
        }
    }

    /// A part of a field: a day of a mark, a word of a correction.
    fn part(&self, name: &str, label: String, key: &str, shape: Shape) -> String {
        self.control(Control { label, ..self.empty(name) }, key, shape)
    }

    fn control(&self, control: Control<'_>, key: &str, shape: Shape) -> String {
        let name = control.name;
        let filled = match shape {
            Shape::Text if is_short(key) => control,
            Shape::Text => Control { kind: "prose", ..control },
            Shape::Number | Shape::Tolerance => Control { kind: "number", ..control },
            Shape::Duration => control,
            Shape::Bool => Control { kind: "bool", ..control },
            Shape::Date => Control { kind: "date", ..control },
            Shape::Choice(words) => {
                Control { kind: "choice", choices: self.words(words, key, name), ..control }
            }
            Shape::Ref(kind) => self.reference(control, kind),
            Shape::List(Shape::Ref(kind)) => self.references(control, kind),
            Shape::List(Shape::Choice(words)) => {
                Control { kind: "checks", choices: self.words(words, key, name), ..control }
            }
            Shape::List(Shape::Text) => {
                let value = self.form.all(name).collect::<Vec<_>>().join("\n");
                Control { kind: "lines", value, ..control }
            }
            Shape::Mark => Control { kind: "row", inner: self.mark(name), ..control },
            Shape::List(item) => Control { kind: "group", inner: self.rows(name, key, *item), ..control },
            Shape::Levels => Control { kind: "levels", inner: self.levels(name), ..control },
            Shape::Record(fields) => {
                let part = |field: &department::element::FieldSpec| {
                    let path = format!("{key}.{}", field.key);
                    let label = field_name(self.lang, self.table, &path);
                    self.part(&format!("{name}.{}", field.key), label, &path, field.shape)
                };
                Control { kind: "group", inner: fields.iter().map(part).collect(), ..control }
            }
        };
        // A template that cannot be rendered is a fault of ours; the field is left out and never half shown.
        filled.render().unwrap_or_default()
    }

    fn words(&self, words: &[&str], key: &str, name: &str) -> Vec<Choice> {
        let on: Vec<&str> = self.form.all(name).collect();
        let choice = |word: &&str| Choice {
            value: (*word).to_owned(),
            name: choice_name(self.lang, self.table, key, word),
            on: on.contains(word),
        };
        words.iter().map(choice).collect()
    }

    fn elements(&self, kind: &str, on: &[&str]) -> Vec<Choice> {
        let mut all = Vec::new();
        self.department.each(|known, meta, title| {
            if known.key() == kind {
                all.push(Choice {
                    value: meta.id.to_string(),
                    name: title.to_owned(),
                    on: on.contains(&&*meta.id),
                });
            }
        });
        // What is named and not there stays in sight until somebody changes it.
        let missing = on.iter().filter(|id| !id.is_empty() && all.iter().all(|choice| choice.value != **id));
        let missing: Vec<Choice> =
            missing.map(|id| Choice { value: (*id).to_owned(), name: format!("{id} ?"), on: true }).collect();
        all.extend(missing);
        all
    }

    fn reference<'c>(&self, control: Control<'c>, kind: &str) -> Control<'c> {
        let choices = self.elements(kind, &[&control.value]);
        match choices.len() {
            0..=PICKED => Control { kind: "choice", choices, ..control },
            _ => Control { kind: "suggest", choices, ..control },
        }
    }

    fn references<'c>(&self, control: Control<'c>, kind: &str) -> Control<'c> {
        let on: Vec<&str> = self.form.all(control.name).collect();
        let choices = self.elements(kind, &on);
        match choices.len() {
            0..=PICKED => Control { kind: "checks", choices, ..control },
            _ => Control { kind: "lines", value: on.join("\n"), ..control },
        }
    }

    fn mark(&self, name: &str) -> Vec<String> {
        vec![
            self.part(&format!("{name}.date"), t!(self.lang, "forms-date"), "date", Shape::Date),
            self.part(&format!("{name}.value"), t!(self.lang, "forms-value"), "value", Shape::Number),
        ]
    }

    fn rows(&self, name: &str, key: &str, item: Shape) -> Vec<String> {
        let rows =
            self.form.below(name).filter_map(|(rest, _)| rest.split('.').next()?.parse::<usize>().ok());
        let rows = rows.max().map_or(0, |last| last.saturating_add(1)).min(500);
        (0..rows + BLANK).map(|at| self.part(&format!("{name}.{at}"), String::new(), key, item)).collect()
    }

    fn levels(&self, name: &str) -> Vec<String> {
        let mut all = Vec::new();
        self.department.each(|kind, meta, title| {
            if kind == Kind::Competence {
                let part = format!("{name}.{}", meta.id);
                all.push(self.part(&part, title.to_owned(), "level", Shape::Number));
            }
        });
        all
    }
}

/// Texts of a line; others are prose.
fn is_short(key: &str) -> bool {
    let key = key.rsplit('.').next().unwrap_or(key);
    matches!(
        key,
        "name"
            | "unit"
            | "email"
            | "currency"
            | "revision"
            | "organisation"
            | "approver"
            | "approver_post"
            | "head"
            | "bpmn"
            | "idef0"
            | "source"
            | "link"
            | "url"
            | "address"
            | "handle"
            | "format"
    )
}
