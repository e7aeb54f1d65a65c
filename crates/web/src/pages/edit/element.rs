//! The page of an element: its form.

use super::borrow::{Borrow, lend};
use super::control::Maker;
use super::form::Form;
use super::found::{Found, found};
use super::list::{href, up};
use super::values::write;
use crate::back;
use crate::frame::{Frame, page};
use crate::pages::approval::Thread;
use crate::problem::Problem;
use crate::visit::Visit;
use app::View;
use askama::Template;
use axum::extract::{Path, Query};
use axum::response::{IntoResponse, Response};
use department::edit::{Subject, Value, values};
use department::element::FieldSpec;
use department::labels::{kind_help, kind_name, kind_new};
use locale::Lang;
use serde::Deserialize;
use std::sync::Arc;

/// What the address says besides the element.
#[derive(Debug, Default, Deserialize)]
pub(super) struct Said {
    /// The revision that has just been saved.
    pub saved: Option<u64>,
    /// The page that saving goes back to; without it, the element's own.
    #[serde(default)]
    pub back: String,
}

#[derive(Template)]
#[template(path = "pages/edit/element.html")]
struct Page {
    frame: Frame,
    title: String,
    kind: String,
    help: String,
    /// The page of the document that shows it, with its name.
    up: String,
    list: String,
    list_name: String,
    action: String,
    check: String,
    /// Where it is removed and moved; empty for what cannot be.
    remove: String,
    shift: String,
    base: u64,
    /// The page that saving goes back to; empty for the element's own.
    back: String,
    /// Why it is changed, as far as that has been typed.
    note: String,
    id: String,
    fresh: bool,
    controls: Vec<String>,
    /// Findings about the whole.
    found: Vec<Found>,
    saved: Option<u64>,
    problem: String,
    /// Whether it comes with what has not been saved.
    unsaved: bool,
    /// What a new goal is borrowed from.
    borrow: Option<Borrow>,
    /// What has been said of it; a new element has no comments.
    thread: Option<Thread>,
}

/// What the page is made with besides the element.
#[derive(Default)]
pub(super) struct Shown {
    pub fresh: bool,
    pub saved: Option<u64>,
    pub problem: String,
    /// Whether something stands in the form that has not been saved; it is so wherever there is a problem.
    pub unsaved: bool,
    pub wrong: Vec<(String, String)>,
    pub theirs: Vec<(String, String)>,
}

/// The fields that a form has; a table without fields of its own has no form.
pub(super) fn fields(subject: &Subject) -> Result<&'static [FieldSpec], Problem> {
    subject.fields().filter(|fields| !fields.is_empty()).ok_or(Problem::NotFound)
}

/// `GET /edit/goal/trust`
pub(super) async fn show(
    visit: Visit,
    Path((table, id)): Path<(String, String)>,
    Query(said): Query<Said>,
) -> Result<Response, Problem> {
    open(&visit, &Subject::of(table, id), said)
}

/// A form with what stands in the text.
pub(super) fn open(visit: &Visit, subject: &Subject, said: Said) -> Result<Response, Problem> {
    fields(subject)?;
    let found = values(&visit.view.files, subject);
    if found.is_none() && subject.id.is_some() {
        return Err(Problem::NotFound);
    }
    let mut form = filled(&found.unwrap_or_default(), visit.lang);
    form.put("back", said.back);
    form_page(visit, &visit.view, subject, &form, Shown { saved: said.saved, ..Shown::default() })
}

/// `GET /new/goal`, and `GET /new/goal?borrows=repeat` with a field that is filled already.
pub(super) async fn blank(
    visit: Visit,
    Path(table): Path<String>,
    Query(said): Query<Vec<(String, String)>>,
) -> Result<Response, Problem> {
    let subject = Subject::of(table, "");
    let fields = fields(&subject)?;
    let mut form = Form::default();
    for (key, value) in said {
        match &*key {
            "back" => form.put(key, value),
            key if fields.iter().any(|field| field.key == key) => form.put(format!("f.{key}"), value),
            _ => {}
        }
    }
    lend(visit.view.department(), &subject, &mut form);
    form_page(&visit, &visit.view, &subject, &form, Shown { fresh: true, ..Shown::default() })
}

pub(super) fn filled(values: &[(String, Value)], lang: Lang) -> Form {
    let mut form = Form::default();
    values.iter().for_each(|(key, value)| write(&mut form, &format!("f.{key}"), value, lang));
    form
}

pub(super) fn form_page(
    visit: &Visit,
    view: &Arc<View>,
    subject: &Subject,
    form: &Form,
    shown: Shown,
) -> Result<Response, Problem> {
    let (lang, table) = (visit.lang, &*subject.table);
    let department = view.department();
    let Shown { fresh, saved, problem, unsaved, wrong, theirs } = shown;
    let maker = Maker { lang, table, department, form, wrong, theirs };
    let found = if fresh { Vec::new() } else { found(view, subject, lang) };
    let fields = fields(subject)?;
    let controls = fields.iter().map(|field| maker.field(field.key, field.shape, &found)).collect();
    let keyed = subject.id.is_some();
    let name = form.one("f.name");
    let title = match (fresh, name) {
        (true, _) => kind_new(lang, table),
        (false, "") => subject.id.clone().unwrap_or_else(|| kind_name(lang, table)),
        (false, name) if keyed => name.to_owned(),
        _ => kind_name(lang, table),
    };
    let path = href(subject);
    let below = |verb: &str| if keyed && !fresh { path.replacen("/edit/", verb, 1) } else { String::new() };
    let html = page(&Page {
        frame: visit.frame(title.clone()),
        title,
        kind: kind_name(lang, table),
        help: kind_help(lang, table),
        up: up(visit.view.department(), subject),
        list: if keyed { format!("/edit/{table}") } else { String::new() },
        list_name: department::labels::kind_plural(lang, table),
        action: if fresh { format!("/new/{table}") } else { path.clone() },
        check: if fresh { format!("/check/{table}?new=1") } else { path.replacen("/edit/", "/check/", 1) },
        remove: below("/remove/"),
        shift: below("/move/"),
        base: view.revision,
        back: match form.one("back") {
            "" => String::new(),
            back => back::unsaved(back),
        },
        note: form.one("note").to_owned(),
        id: if fresh { subject.id.clone().unwrap_or_default() } else { String::new() },
        fresh,
        controls,
        found: found.into_iter().filter(|found| found.field.is_empty()).collect(),
        saved,
        unsaved: unsaved || !problem.is_empty(),
        problem,
        borrow: (fresh && table == "goal").then(|| Borrow::of(view, lang, form.one("f.borrows"))),
        thread: (!fresh).then(|| {
            let element = subject.to_string();
            Thread::of(visit, &element, |one| one.element == element)
        }),
    })?;
    Ok(html.into_response())
}
