//! The page of an element: its form, and what saving it does.

use super::control::Maker;
use super::form::{Form, Sent};
use super::found::{Found, found};
use super::list::{href, up};
use super::values::{Wrong, read, same, write};
use crate::back;
use crate::desk::Desk;
use crate::frame::{Frame, page};
use crate::pages::approval::Thread;
use crate::problem::Problem;
use crate::visit::Visit;
use app::{AppError, Saved, View};
use askama::Template;
use axum::extract::{Path, Query, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use department::Files;
use department::edit::{Change, Conflict, Subject, Value, free_id, values};
use department::element::FieldSpec;
use department::labels::{kind_help, kind_name, kind_new};
use locale::{Lang, t};
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
    /// What has been said of it; a new element has no comments.
    thread: Option<Thread>,
}

/// What the page is made with besides the element.
#[derive(Default)]
struct Shown {
    fresh: bool,
    saved: Option<u64>,
    problem: String,
    wrong: Vec<(String, String)>,
    theirs: Vec<(String, String)>,
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

/// `GET /new/goal`
pub(super) async fn blank(
    visit: Visit,
    Path(table): Path<String>,
    Query(said): Query<Said>,
) -> Result<Response, Problem> {
    let (subject, mut form) = (Subject::of(table, ""), Form::default());
    fields(&subject)?;
    form.put("back", said.back);
    form_page(&visit, &visit.view, &subject, &form, Shown { fresh: true, ..Shown::default() })
}

/// `POST /edit/about`
pub(super) async fn save_one(
    State(desk): State<Desk>,
    visit: Visit,
    Path(table): Path<String>,
    sent: Sent,
) -> Result<Response, Problem> {
    store(&desk, &visit, Subject::one(table), Form::of(sent)?).await
}

/// `POST /edit/goal/trust`
pub(super) async fn save(
    State(desk): State<Desk>,
    visit: Visit,
    Path((table, id)): Path<(String, String)>,
    sent: Sent,
) -> Result<Response, Problem> {
    store(&desk, &visit, Subject::of(table, id), Form::of(sent)?).await
}

/// `POST /new/goal`
pub(super) async fn add(
    State(desk): State<Desk>,
    visit: Visit,
    Path(table): Path<String>,
    sent: Sent,
) -> Result<Response, Problem> {
    let form = Form::of(sent)?;
    let subject = named(&visit.view.files, &table, &form);
    let all = match changed(&form, fields(&subject)?, &[]) {
        Ok(all) => all,
        Err(wrong) => return again(&visit, &Subject::of(table, ""), &form, &wrong, true),
    };
    let fields = all.into_iter().filter_map(|(field, value)| Some((field, value?))).collect();
    let change = Change::Add { subject: subject.clone(), fields, after: None };
    keep(&desk, &visit, &subject, &form, vec![change]).await
}

/// The element that a form is to become: with the id that was asked for, or one made of its name.
pub(super) fn named(files: &Files, table: &str, form: &Form) -> Subject {
    let id = match form.one("id") {
        "" => free_id(files, table, form.one("f.name")),
        id => id.to_owned(),
    };
    Subject::of(table, id)
}

async fn store(desk: &Desk, visit: &Visit, subject: Subject, form: Form) -> Result<Response, Problem> {
    let base =
        visit.workspace.texts(form.number("base")?).await.map_err(|error| refused(error, visit.lang))?;
    let old = values(&base, &subject).unwrap_or_default();
    let changes = match changed(&form, fields(&subject)?, &old) {
        Ok(changed) => changed.into_iter(),
        Err(wrong) => return again(visit, &subject, &form, &wrong, false),
    };
    let set = |(field, value)| Change::Set { subject: subject.clone(), field, value };
    let changes: Vec<Change> = changes.map(set).collect();
    keep(desk, visit, &subject, &form, changes).await
}

/// The fields in which a form differs from what stands in the text; a field that the form does not have (`has`) is left
/// as it is.
pub(super) fn changed(
    form: &Form,
    fields: &[FieldSpec],
    old: &[(String, Value)],
) -> Result<Vec<(String, Option<Value>)>, Vec<Wrong>> {
    let (mut all, mut wrong) = (Vec::new(), Vec::new());
    for field in fields.iter().filter(|field| form.all("has").any(|has| has == field.key)) {
        let was = old.iter().find(|(key, _)| key == field.key).map(|(_, value)| value);
        match read(form, &format!("f.{}", field.key), field.shape) {
            Ok(is) if same(was, is.as_ref()) => {}
            Ok(is) => all.push((field.key.to_owned(), is)),
            Err(one) => wrong.push(one),
        }
    }
    if wrong.is_empty() { Ok(all) } else { Err(wrong) }
}

async fn keep(
    desk: &Desk,
    visit: &Visit,
    subject: &Subject,
    form: &Form,
    changes: Vec<Change>,
) -> Result<Response, Problem> {
    let base = form.number("base")?;
    let fresh = matches!(changes.first(), Some(Change::Add { .. }));
    match visit.workspace.change(&visit.act(desk), base, &changes, form.one("note")).await {
        Ok(Saved::Kept(view)) => {
            // A form on another page says where it wants to go back to.
            let address = match form.one("back") {
                "" => back::saved(&href(subject), view.revision),
                back => back::saved(back, view.revision),
            };
            Ok(Redirect::to(&address).into_response())
        }
        Ok(Saved::Unchanged(_)) => {
            let address = match form.one("back") {
                "" => href(subject),
                back => back::unsaved(back),
            };
            Ok(Redirect::to(&address).into_response())
        }
        Ok(Saved::Conflicts(conflicts, view)) => disputed(visit, &view, subject, form, &changes, &conflicts),
        Err(AppError::Edit(error)) => {
            let (subject, problem) = match fresh {
                true => (Subject::of(&*subject.table, ""), error.message(visit.lang)),
                false => (subject.clone(), error.message(visit.lang)),
            };
            let shown = Shown { fresh, problem, ..Shown::default() };
            let page = form_page(visit, &visit.view, &subject, form, shown)?;
            Ok((StatusCode::UNPROCESSABLE_ENTITY, page).into_response())
        }
        Err(error) => Err(refused(error, visit.lang)),
    }
}

/// The form again, with what somebody else has written meanwhile beside what was typed: nothing is lost, and saving once
/// more is deciding for what stands in the form.
fn disputed(
    visit: &Visit,
    view: &Arc<View>,
    subject: &Subject,
    typed: &Form,
    changes: &[Change],
    conflicts: &[Conflict],
) -> Result<Response, Problem> {
    let now = values(&view.files, subject);
    let mut form = filled(&now.clone().unwrap_or_default(), visit.lang);
    for change in changes {
        match change {
            Change::Set { field, .. } => form.replace(&format!("f.{field}"), typed),
            _ => form = typed.clone(),
        }
    }
    ["back", "note"].into_iter().for_each(|name| form.replace(name, typed));
    if now.is_none() {
        form = typed.clone();
    }
    let theirs = conflicts.iter().filter(|conflict| !conflict.field.is_empty()).map(|conflict| {
        let theirs = conflict.theirs.as_ref().map(|value| plain(value, visit.lang));
        (conflict.field.clone(), theirs.unwrap_or_else(|| t!(visit.lang, "forms-theirs-empty")))
    });
    let key = if now.is_none() { "forms-conflict-gone" } else { "forms-conflict" };
    let shown = Shown {
        fresh: now.is_none(),
        problem: t!(visit.lang, key),
        theirs: theirs.collect(),
        ..Shown::default()
    };
    let page = form_page(visit, view, subject, &form, shown)?;
    Ok((StatusCode::CONFLICT, page).into_response())
}

/// A value in a line of words.
fn plain(value: &Value, lang: Lang) -> String {
    let mut form = Form::default();
    write(&mut form, "", value, lang);
    form.below("").map(|(_, text)| text).chain(form.all("")).collect::<Vec<_>>().join(" · ")
}

/// The form again, with what cannot be read in it.
fn again(
    visit: &Visit,
    subject: &Subject,
    form: &Form,
    wrong: &[Wrong],
    fresh: bool,
) -> Result<Response, Problem> {
    let wrong = wrong.iter().map(|wrong| (wrong.name.clone(), wrong.message(visit.lang))).collect();
    let shown = Shown { fresh, wrong, problem: t!(visit.lang, "forms-wrong"), ..Shown::default() };
    let page = form_page(visit, &visit.view, subject, form, shown)?;
    Ok((StatusCode::UNPROCESSABLE_ENTITY, page).into_response())
}

pub(crate) fn refused(error: AppError, lang: Lang) -> Problem {
    match error {
        AppError::Edit(_) | AppError::NoRevision(_) => Problem::Refused(error.message(lang)),
        error => Problem::of(error, lang),
    }
}

fn filled(values: &[(String, Value)], lang: Lang) -> Form {
    let mut form = Form::default();
    values.iter().for_each(|(key, value)| write(&mut form, &format!("f.{key}"), value, lang));
    form
}

fn form_page(
    visit: &Visit,
    view: &Arc<View>,
    subject: &Subject,
    form: &Form,
    shown: Shown,
) -> Result<Response, Problem> {
    let (lang, table) = (visit.lang, &*subject.table);
    let department = view.department();
    let Shown { fresh, saved, problem, wrong, theirs } = shown;
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
        up: up(subject),
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
        problem,
        thread: (!fresh).then(|| {
            let element = subject.to_string();
            Thread::of(visit, &element, |one| one.element == element)
        }),
    })?;
    Ok(html.into_response())
}
