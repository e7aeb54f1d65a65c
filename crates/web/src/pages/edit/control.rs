//! The control of a field, by its shape.

use super::form::Form;
use super::found::Found;
use super::reference::{Choice, Pick, Picked};
use super::unit::Unit;
use askama::Template;
use department::Department;
use department::element::{FieldSpec, Shape};
use department::labels::{choice_name, field_example, field_help, field_name};
use department::model::Kind;
use locale::{Lang, t};

/// So many empty rows stand below a list.
const BLANK: usize = 2;

/// What controls are made from.
pub(super) struct Maker<'a> {
    pub lang: Lang,
    pub table: &'a str,
    pub department: &'a Department,
    pub form: &'a Form,
    /// What cannot be read, by control; the first of them gets the focus.
    pub wrong: Vec<(String, String)>,
    /// What somebody else has put there meanwhile, by field.
    pub theirs: Vec<(String, String)>,
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
    pick: Pick,
    inner: Vec<String>,
    unit: Unit,
    wrong: String,
    theirs: String,
    field: String,
    found: Vec<Found>,
    focus: bool,
}

impl Control<'_> {
    fn t(&self, key: &str) -> String {
        t!(self.lang, key)
    }

    /// Whether it is a set of controls with a legend.
    fn set(&self) -> bool {
        matches!(self.kind, "row" | "rows" | "group" | "levels" | "checks") || self.pick.many
    }

    /// Whether its help stands above it: below so many controls nobody would look for it.
    fn leads(&self) -> bool {
        matches!(self.kind, "row" | "rows" | "group" | "levels")
    }

    /// The ids of what describes it.
    fn described(&self) -> String {
        let part = |there: bool, word: &str| there.then(|| format!("{}-{word}", self.name));
        let parts = [part(!self.help.is_empty(), "help"), part(!self.wrong.is_empty(), "wrong")];
        parts.into_iter().flatten().collect::<Vec<_>>().join(" ")
    }
}

impl Maker<'_> {
    /// A field with its label, help and findings.
    pub fn field(&self, key: &str, shape: Shape, found: &[Found]) -> String {
        let name = format!("f.{key}");
        let theirs = self.theirs.iter().find(|(field, _)| field == key).map(|(_, text)| text.clone());
        let control = Control {
            theirs: theirs.unwrap_or_default(),
            field: key.to_owned(),
            found: found.iter().filter(|found| found.field == key).cloned().collect(),
            ..self.named(&name, key)
        };
        self.control(control, key, shape)
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
            pick: Pick::default(),
            inner: Vec::new(),
            unit: Unit::default(),
            wrong: wrong.unwrap_or_default(),
            theirs: String::new(),
            field: String::new(),
            found: Vec::new(),
            focus: self.focus(name),
        }
    }

    /// A control with the words that its field has.
    fn named<'a>(&self, name: &'a str, key: &str) -> Control<'a> {
        Control {
            label: field_name(self.lang, self.table, key),
            help: field_help(self.lang, self.table, key),
            example: field_example(self.lang, self.table, key),
            unit: Unit::of(self.lang, self.department, self.form, self.table, key),
            ..self.empty(name)
        }
    }

    /// Whether a control is the first thing to be put right: of a day and a figure the one that is missing.
    fn focus(&self, name: &str) -> bool {
        let Some((wrong, _)) = self.wrong.first() else {
            return self.theirs.first().is_some_and(|(field, _)| name == format!("f.{field}"));
        };
        let missing = || self.form.below(wrong).find(|(_, text)| text.is_empty()).map(|(part, _)| part);
        name == wrong || missing().is_some_and(|part| name == format!("{wrong}.{part}"))
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
            Shape::Ref(kind) => self.reference(control, kind, false),
            Shape::List(Shape::Ref(kind)) => self.reference(control, kind, true),
            Shape::List(Shape::Choice(words)) => {
                Control { kind: "checks", choices: self.words(words, key, name), ..control }
            }
            Shape::List(Shape::Text) => {
                let value = self.form.all(name).collect::<Vec<_>>().join("\n");
                Control { kind: "lines", value, ..control }
            }
            Shape::Mark => Control { kind: "row", inner: self.mark(name, key), ..control },
            Shape::List(item) => Control { kind: "rows", inner: self.rows(name, key, *item), ..control },
            Shape::Levels => Control { kind: "levels", inner: self.levels(name), ..control },
            Shape::Record(fields) => {
                let inner = fields.iter().map(|field| self.part(name, key, field)).collect();
                Control { kind: "group", inner, ..control }
            }
        };
        // A template that cannot be rendered is a fault of ours; the field is left out and never half shown.
        filled.render().unwrap_or_default()
    }

    fn reference<'c>(&self, control: Control<'c>, kind: &str, many: bool) -> Control<'c> {
        let Picked { choices, pick, value } = self.picked(control.name, kind, many);
        Control { kind: "ref", choices, pick, value, ..control }
    }

    /// A part of a record, with its own words: what a correction does, and who.
    fn part(&self, name: &str, key: &str, field: &FieldSpec) -> String {
        let path = format!("{key}.{}", field.key);
        self.control(self.named(&format!("{name}.{}", field.key), &path), &path, field.shape)
    }

    fn words(&self, words: &[&str], key: &str, name: &str) -> Vec<Choice> {
        let on: Vec<&str> = self.form.all(name).collect();
        let choice = |word: &&str| Choice {
            value: (*word).to_owned(),
            name: choice_name(self.lang, self.table, key, word),
            note: String::new(),
            on: on.contains(word),
        };
        words.iter().map(choice).collect()
    }

    fn mark(&self, name: &str, key: &str) -> Vec<String> {
        const PARTS: [FieldSpec; 2] = [
            FieldSpec { key: "date", shape: Shape::Date, doc: "" },
            FieldSpec { key: "value", shape: Shape::Number, doc: "" },
        ];
        PARTS.iter().map(|part| self.part(name, key, part)).collect()
    }

    fn rows(&self, name: &str, key: &str, item: Shape) -> Vec<String> {
        let rows =
            self.form.below(name).filter_map(|(rest, _)| rest.split('.').next()?.parse::<usize>().ok());
        let rows = rows.max().map_or(0, |last| last.saturating_add(1)).min(500);
        let row = |at: usize| self.control(self.empty(&format!("{name}.{at}")), key, item);
        (0..rows + BLANK).map(row).collect()
    }

    fn levels(&self, name: &str) -> Vec<String> {
        let mut all = Vec::new();
        self.department.each(|kind, meta, title| {
            if kind == Kind::Competence {
                let part = format!("{name}.{}", meta.id);
                let control =
                    Control { label: title.to_owned(), example: "1–5".to_owned(), ..self.empty(&part) };
                all.push(self.control(control, "level", Shape::Number));
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
            | "owner"
            | "metric"
            | "strategy"
            | "post"
            | "reach"
    )
}
