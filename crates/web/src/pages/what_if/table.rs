//! What may be tried, each beside what stands now.

use super::lines::Made;
use super::trial::{Trial, fields, name, value};
use crate::pages::edit::Form;
use crate::pages::edit::values::write;
use crate::pages::states::{UNKNOWN, figure, length};
use app::View;
use department::edit::{Subject, Value, values};
use department::element::{Duration, FieldSpec, Shape};
use department::labels::{choice_name, field_name};
use department::model::{Kpi, KpiKind, Perspective};
use department::{Element, Kind};
use locale::{Lang, t};

/// What may be tried of one thing.
pub(super) struct Block {
    pub title: String,
    /// Its own page; empty where it has none.
    pub href: String,
    /// The address without it; empty for what is always there.
    pub drop: String,
    /// Whether its lines are shown at once.
    pub open: bool,
    pub lines: Vec<Line>,
}

/// One thing that may be tried.
pub(super) struct Line {
    pub label: String,
    /// Whether it stands below the line before.
    pub below: bool,
    /// As it stands now.
    pub now: String,
    pub tried: bool,
    pub controls: Vec<Control>,
}

/// A control.
pub(super) struct Control {
    /// `number`, `date`, `text` or `choice`.
    pub kind: &'static str,
    pub name: String,
    /// What it is called where only this is heard.
    pub label: String,
    pub value: String,
    /// Value and name.
    pub choices: Vec<(String, String)>,
    pub unit: String,
    pub wrong: String,
}

/// Each KPI that is looked at, and the weights.
pub(super) fn blocks(now: &View, trial: &Trial, lang: Lang) -> Vec<Block> {
    let maker = Maker { view: now, trial, lang };
    let kpis = trial.kpis.iter().filter_map(|id| now.department().kpis.get(id));
    kpis.map(|kpi| maker.kpi(kpi)).chain([maker.weights()]).collect()
}

/// KPIs that may be looked at, too.
pub(super) fn more(now: &View, trial: &Trial) -> Vec<(String, String)> {
    let kpis = now.department().kpis.iter().filter(|kpi| !trial.kpis.iter().any(|id| id == kpi.id()));
    kpis.map(|kpi| (kpi.id().to_owned(), kpi.title().to_owned())).collect()
}

/// What lines are made from.
pub(super) struct Maker<'a> {
    pub view: &'a View,
    pub trial: &'a Trial,
    pub lang: Lang,
}

impl Maker<'_> {
    fn weights(&self) -> Block {
        let (lang, department) = (self.lang, self.view.department());
        let mut lines = Vec::new();
        for perspective in Perspective::ALL {
            let label = t!(lang, &format!("perspective-{}", perspective.word()));
            lines.extend(self.field(&Subject::one("scorecard"), perspective.word(), &label, "%"));
            for objective in department.objectives.iter().filter(|one| one.perspective == Some(*perspective))
            {
                let subject = Subject::of(Kind::Objective.key(), objective.id());
                let own = self.field(&subject, "weight", objective.title(), "%");
                lines.extend(own.into_iter().map(|line| Line { below: true, ..line }));
            }
        }
        // They are many, and of most questions not the matter.
        let open = self.trial.kpis.is_empty() || lines.iter().any(|line| line.tried);
        let (title, href) = (t!(lang, "what-if-weights"), "/scorecard".to_owned());
        Block { title, href, drop: String::new(), open, lines }
    }

    fn kpi(&self, kpi: &Kpi) -> Block {
        let subject = Subject::of(Kind::Kpi.key(), kpi.id());
        // Only checkpoints have a correction.
        let has = |field: &&FieldSpec| field.key != "correction" || kpi.kind == Some(KpiKind::Checkpoint);
        let lines = fields(&subject.table).filter(has).flat_map(|field| {
            let label = field_name(self.lang, &subject.table, field.key);
            self.field(&subject, field.key, &label, &kpi.unit)
        });
        Block {
            title: kpi.title().to_owned(),
            href: crate::pages::kpi_href(kpi),
            drop: self.trial.address_without(kpi.id()),
            open: true,
            lines: lines.collect(),
        }
    }

    /// The lines of a field: one, or one for each of its parts.
    fn field(&self, subject: &Subject, key: &str, label: &str, unit: &str) -> Vec<Line> {
        let Some(field) = fields(&subject.table).find(|field| field.key == key) else { return Vec::new() };
        let old = values(&self.view.files, subject).unwrap_or_default();
        let was = value(&old, key);
        let tried = self.trial.tried(subject, key);
        let name = name(subject, key);
        let mut form = Form::default();
        match tried.unwrap_or(was) {
            // What cannot be read stays as it was typed.
            _ if self.trial.wrong.iter().any(|(wrong, _)| wrong.starts_with(&name)) => {
                form.replace(&name, &self.trial.plain);
            }
            Some(value) => write(&mut form, &name, value, self.lang),
            None => {}
        }
        let made = Made { maker: self, table: &subject.table, name: &name, form: &form, unit };
        match field.shape {
            Shape::List(Shape::Mark) => made.marks(was, tried.is_some()),
            Shape::Record(parts) => made.parts(label, key, parts, was, tried),
            shape => {
                let now = self.said(&subject.table, key, shape, was, unit);
                let controls = vec![made.control(&name, key, shape, label)];
                vec![Line { label: label.to_owned(), below: false, now, tried: tried.is_some(), controls }]
            }
        }
    }

    /// A value in words.
    pub fn said(&self, table: &str, key: &str, shape: Shape, value: Option<&Value>, unit: &str) -> String {
        match (shape, value) {
            (_, Some(Value::Number(number))) => figure(self.lang, *number, unit),
            (Shape::Choice(_), Some(Value::Text(word))) => choice_name(self.lang, table, key, word),
            (Shape::Duration, Some(Value::Text(text))) => {
                Duration::parse(text).map_or_else(|| text.clone(), |time| length(self.lang, time))
            }
            (Shape::Ref(_), Some(Value::Text(id))) => {
                let person = self.view.department().people.get(id);
                person.map_or_else(|| id.clone(), |person| person.title().to_owned())
            }
            (_, Some(Value::Text(text))) => text.clone(),
            _ => UNKNOWN.to_owned(),
        }
    }
}
