//! The plan as a table: by task as the documents have it, or sorted by a column. A line is edited where it stands.

use super::{Asked, Head, PATH, frame, head};
use crate::frame::{self, Frame};
use crate::notes::{self, Note};
use crate::pages::section::Beside;
use crate::pages::{edit, encoded, section};
use crate::places;
use crate::problem::Problem;
use crate::visit::Visit;
use askama::Template;
use axum::response::Html;
use department::edit::Subject;
use department::model::Action;
use department::{Department, Element, Kind};
use jiff::civil::Date;
use locale::{Lang, date, money, number, t};
use report::{Section, sections};
use std::collections::{BTreeMap, HashMap, HashSet};

/// So many actions stand on a page.
const MOST: usize = places::most(PATH);

/// The columns by which the table can be sorted: the word of the address, and the head's message.
const COLUMNS: [(&str, &str); 7] = [
    ("name", "col-action"),
    ("starts", "plan-starts"),
    ("ends", "plan-ends"),
    ("owner", "col-owner"),
    ("hours", "col-hours"),
    ("budget", "col-budget"),
    ("", "col-after"),
];

/// The head of a column.
struct Column {
    name: String,
    href: String,
    /// `ascending`, `descending`, or empty.
    sorted: &'static str,
    number: bool,
}

/// A line of the table: an action, or a task that heads its actions.
enum Line {
    Task(String),
    Action(Box<Row>),
}

struct Row {
    anchor: String,
    name: String,
    under: String,
    starts: String,
    ends: String,
    owner: String,
    hours: String,
    budget: String,
    after: Vec<(String, String)>,
    /// The weight of the worst finding about it: a class.
    found: &'static str,
    edit: String,
    /// Where it is spoken of.
    talk: String,
    /// The table again, with this line to be edited.
    quick: String,
    form: Option<Form>,
}

/// The controls of a line that is being edited.
struct Form {
    starts: String,
    ends: String,
    hours: String,
    /// Each person: id, name, and whether it is the owner.
    owners: Vec<(String, String, bool)>,
    back: String,
    base: u64,
}

#[derive(Template)]
#[template(path = "pages/plan/table.html")]
struct Page {
    frame: Frame,
    head: Head,
    columns: Vec<Column>,
    lines: Vec<Line>,
    totals: String,
    margin: Vec<Beside>,
    earlier: String,
    later: String,
}

pub(super) fn page(visit: &Visit, asked: &Asked) -> Result<Html<String>, Problem> {
    let (lang, department) = (visit.lang, visit.view.department());
    let frame = frame(visit);
    let sorted = COLUMNS.iter().any(|(key, _)| !key.is_empty() && *key == asked.sort);
    let actions = ordered(department, asked, sorted);
    let at = actions
        .iter()
        .position(|action| !asked.at.is_empty() && asked.at == format!("action.{}", action.id()));
    let from = at.map_or(asked.from, |at| at / MOST * MOST);
    let end = from.saturating_add(MOST).min(actions.len());
    let shown = actions.get(from..end).unwrap_or_default();
    let ids: HashSet<&str> = shown.iter().map(|action| action.id()).collect();
    let notes: Vec<Note> = notes::spots(&visit.view)
        .filter(|spot| spot.page == PATH)
        .filter(|spot| spot.element(Kind::Action).map_or(from == 0, |id| ids.contains(id)))
        .map(|spot| spot.note(&visit.view, lang))
        .collect();
    let (editable, talks) = (frame.may("edit"), frame.may("comment"));
    let maker = Maker { visit, asked, found: found(&notes), editable, talks };
    let at = |from: usize| maker.address(&[("from", &from.to_string())]);
    let totals = Section {
        id: "totals".to_owned(),
        letter: None,
        title: t!(lang, "table-totals"),
        blocks: sections::totals(&visit.view.input(lang)),
        sections: Vec::new(),
    };
    let page = Page {
        columns: maker.columns(),
        lines: maker.lines(shown, sorted),
        totals: if totals.blocks.is_empty() {
            String::new()
        } else {
            section::fragment(&totals, true, &|_| None)
        },
        earlier: if from > 0 { at(from.saturating_sub(MOST)) } else { String::new() },
        later: if end < actions.len() { at(end) } else { String::new() },
        margin: section::margin(visit, notes, |kind, id| kind == Kind::Action && ids.contains(id)),
        head: head(visit, asked, "table"),
        frame,
    };
    frame::page(&page)
}

/// The actions in the order of the table; by task where no column was chosen.
fn ordered<'a>(department: &'a Department, asked: &Asked, sorted: bool) -> Vec<&'a Action> {
    let mut all: Vec<&Action> = department.actions.iter().collect();
    let task = |action: &Action| action.task.as_ref().and_then(|task| task.index()).unwrap_or(usize::MAX);
    if !sorted {
        all.sort_by_key(|action| task(action));
        return all;
    }
    let figure = |value: Option<f64>| (value.is_none(), (value.unwrap_or_default() * 100.0) as i64);
    let day = |day: Option<Date>| (day.is_none(), day);
    let words = |text: &str| text.to_lowercase().replace('ё', "е");
    match &*asked.sort {
        "starts" => all.sort_by_key(|action| day(action.starts)),
        "ends" => all.sort_by_key(|action| day(action.ends)),
        "hours" => all.sort_by_key(|action| figure(action.hours)),
        "budget" => all.sort_by_key(|action| figure(action.budget)),
        "owner" => all.sort_by_cached_key(|action| {
            let owner = department.find(&action.owner);
            (owner.is_none(), owner.map(|owner| words(owner.title())))
        }),
        _ => all.sort_by_cached_key(|action| words(action.title())),
    }
    if asked.down {
        all.reverse();
    }
    all
}

/// The weight of the worst finding about each action.
fn found(notes: &[Note]) -> HashMap<String, &'static str> {
    let mut all: HashMap<String, &'static str> = HashMap::new();
    let rank = |weight: &str| ["error", "warning", "advice"].iter().position(|known| *known == weight);
    for note in notes {
        let Some(subject) = &note.subject else { continue };
        let known = all.entry(subject.anchor.clone()).or_insert(note.weight);
        if rank(note.weight) < rank(known) {
            *known = note.weight;
        }
    }
    all
}

struct Maker<'a> {
    visit: &'a Visit,
    asked: &'a Asked,
    found: HashMap<String, &'static str>,
    editable: bool,
    talks: bool,
}

impl Maker<'_> {
    /// The address of the table as it is, with some of its words changed.
    fn address(&self, changed: &[(&str, &str)]) -> String {
        let Asked { sort, down, from, .. } = self.asked;
        let (from, down) = (from.to_string(), down.to_string());
        let mut words: BTreeMap<&str, &str> = [("sort", &**sort), ("down", &*down), ("from", &*from)].into();
        words.extend(changed.iter().copied());
        let said = words.into_iter().filter(|(_, value)| !matches!(*value, "" | "0" | "false"));
        let said: Vec<String> = said.map(|(key, value)| format!("{key}={}", encoded(value))).collect();
        if said.is_empty() { PATH.to_owned() } else { format!("{PATH}?{}", said.join("&")) }
    }

    fn columns(&self) -> Vec<Column> {
        let column = |(key, name): &(&str, &str)| {
            let on = !key.is_empty() && *key == self.asked.sort;
            // A third click on a column brings the order of the documents back.
            let (sort, down) = match (on, self.asked.down) {
                (false, _) => (*key, "false"),
                (true, false) => (*key, "true"),
                (true, true) => ("", "false"),
            };
            Column {
                name: t!(self.visit.lang, name),
                href: if key.is_empty() {
                    String::new()
                } else {
                    self.address(&[("sort", sort), ("down", down), ("from", "0")])
                },
                sorted: match (on, self.asked.down) {
                    (false, _) => "",
                    (true, false) => "ascending",
                    (true, true) => "descending",
                },
                number: matches!(*key, "hours" | "budget"),
            }
        };
        COLUMNS.iter().map(column).collect()
    }

    fn lines(&self, actions: &[&Action], sorted: bool) -> Vec<Line> {
        let department = self.visit.view.department();
        let (mut lines, mut last) = (Vec::new(), None);
        for action in actions {
            let task = department.find(&action.task);
            let name =
                task.map_or_else(|| t!(self.visit.lang, "word-no-task"), |task| task.title().to_owned());
            if !sorted && last.as_ref() != Some(&name) {
                lines.push(Line::Task(name.clone()));
                last = Some(name.clone());
            }
            let tactic = department.find(&action.tactic).map(|tactic| tactic.title().to_owned());
            let under = if sorted { Some(name) } else { tactic };
            lines.push(Line::Action(Box::new(self.row(action, under.unwrap_or_default()))));
        }
        lines
    }

    fn row(&self, action: &Action, under: String) -> Row {
        let (lang, department) = (self.visit.lang, self.visit.view.department());
        let day = |day: Option<Date>| day.map_or_else(|| "—".to_owned(), |day| date(lang, day));
        let owner = department.find(&action.owner);
        let anchor = format!("action.{}", action.id());
        let subject = Subject::of("action", action.id());
        let editing = self.editable && self.asked.edit == action.id();
        Row {
            name: action.title().to_owned(),
            under,
            starts: day(action.starts),
            ends: day(action.ends),
            owner: owner.map_or_else(|| "—".to_owned(), |owner| owner.title().to_owned()),
            hours: action.hours.map_or_else(|| "—".to_owned(), |hours| number(lang, hours, 1)),
            budget: action
                .budget
                .map_or_else(|| "—".to_owned(), |budget| money(lang, budget, &department.about.currency)),
            after: action
                .after
                .iter()
                .filter_map(|before| department.get(before))
                .map(|before| {
                    (places::href(department, Kind::Action, before.id()), before.title().to_owned())
                })
                .collect(),
            found: self.found.get(&anchor).copied().unwrap_or_default(),
            edit: if self.editable { edit::href(&subject) } else { String::new() },
            talk: if self.talks {
                format!("/comments/action/{}", encoded(action.id()).replace('/', "%2F"))
            } else {
                String::new()
            },
            quick: format!("{}#{}", self.address(&[("edit", action.id())]), encoded(&anchor)),
            form: editing.then(|| self.form(action, lang)),
            anchor,
        }
    }

    fn form(&self, action: &Action, lang: Lang) -> Form {
        let day = |day: Option<Date>| day.map_or_else(String::new, |day| day.to_string());
        let people = self.visit.view.department().people.iter();
        let owner = action.owner.as_ref().map(|owner| &*owner.id);
        let hours = action.hours.map_or_else(String::new, |hours| hours.to_string());
        Form {
            starts: day(action.starts),
            ends: day(action.ends),
            hours: if lang == Lang::Ru { hours.replace('.', ",") } else { hours },
            owners: people
                .map(|person| (person.id().to_owned(), person.title().to_owned(), Some(person.id()) == owner))
                .collect(),
            back: format!("{}#action.{}", self.address(&[]), encoded(action.id())),
            base: self.visit.view.revision,
        }
    }
}
