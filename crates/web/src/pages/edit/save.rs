//! What saving the form of an element does: what was typed is never lost.

use super::borrow::lend;
use super::element::{Shown, fields, filled, form_page};
use super::form::{Form, Sent};
use super::list::href;
use super::mended::{Wanted, mended};
use super::values::{Wrong, read, same, write};
use crate::back;
use crate::desk::Desk;
use crate::problem::Problem;
use crate::visit::Visit;
use app::{AppError, Saved, View};
use axum::extract::{Path, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use department::Files;
use department::edit::{Change, Conflict, Subject, Value, free_id, values};
use department::element::FieldSpec;
use locale::{Lang, t};
use std::sync::Arc;

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

/// `POST /new/goal`, and with `borrow=repeat` the form again, with what was typed and what it is borrowed from.
pub(super) async fn add(
    State(desk): State<Desk>,
    visit: Visit,
    Path(table): Path<String>,
    sent: Sent,
) -> Result<Response, Problem> {
    let mut form = Form::of(sent)?;
    let subject = named(&visit.view.files, &table, &form);
    if !form.one("borrow").is_empty() {
        form.set("f.borrows", form.one("borrow").to_owned());
        let subject = Subject::of(table, "");
        lend(visit.view.department(), &subject, &mut form);
        let shown = Shown { fresh: true, unsaved: true, ..Shown::default() };
        return form_page(&visit, &visit.view, &subject, &form, shown);
    }
    let all = match changed(&form, fields(&subject)?, &[], visit.lang) {
        Ok(all) => all,
        Err(wrong) => return again(&visit, &Subject::of(table, ""), &form, &wrong, true),
    };
    let fields = all.into_iter().filter_map(|(field, value)| Some((field, value?))).collect();
    let change = Change::Add { subject: subject.clone(), fields, after: None };
    let base = texts(&visit, &form).await?;
    keep(&desk, &visit, &subject, &form, &base, vec![change]).await
}

/// The element that a form is to become: with the id that was asked for, or one made of its name.
pub(super) fn named(files: &Files, table: &str, form: &Form) -> Subject {
    let id = match form.one("id") {
        "" => free_id(files, table, form.one("f.name")),
        id => id.to_owned(),
    };
    Subject::of(table, id)
}

/// The texts on which a form was made.
async fn texts(visit: &Visit, form: &Form) -> Result<Arc<Files>, Problem> {
    visit.workspace.texts(form.number("base")?).await.map_err(|error| refused(error, visit.lang))
}

async fn store(desk: &Desk, visit: &Visit, subject: Subject, form: Form) -> Result<Response, Problem> {
    // A mend is made on all of the texts; else what they say of this element will do.
    let base = match form.one("mend") {
        "" => visit.workspace.texts_about(form.number("base")?, &subject).await,
        _ => visit.workspace.texts(form.number("base")?).await,
    };
    let base = base.map_err(|error| refused(error, visit.lang))?;
    let old = values(&base, &subject).unwrap_or_default();
    let changes = match changed(&form, fields(&subject)?, &old, visit.lang) {
        Ok(changed) => changed.into_iter(),
        Err(wrong) => return again(visit, &subject, &form, &wrong, false),
    };
    let set = |(field, value)| Change::Set { subject: subject.clone(), field, value };
    let changes: Vec<Change> = changes.map(set).collect();
    keep(desk, visit, &subject, &form, &base, changes).await
}

/// The fields in which a form differs from what stands in the text; a field that the form does not have (`has`) is left
/// as it is.
pub(super) fn changed(
    form: &Form,
    fields: &[FieldSpec],
    old: &[(String, Value)],
    lang: Lang,
) -> Result<Vec<(String, Option<Value>)>, Vec<Wrong>> {
    let (mut all, mut wrong) = (Vec::new(), Vec::new());
    for field in fields.iter().filter(|field| form.all("has").any(|has| has == field.key)) {
        let was = old.iter().find(|(key, _)| key == field.key).map(|(_, value)| value);
        match read(form, &format!("f.{}", field.key), field.shape, lang) {
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
    base: &Files,
    mut changes: Vec<Change>,
) -> Result<Response, Problem> {
    let revision = form.number("base")?;
    let fresh = matches!(changes.first(), Some(Change::Add { .. }));
    let mut note = form.one("note").to_owned();
    if let Some(wanted) = Wanted::of(form.one("mend")) {
        match mended(&visit.view, base, subject, &changes, &wanted) {
            Ok(Some(mended)) => changes = mended,
            Ok(None) => return stay(visit, subject, form, fresh, t!(visit.lang, "forms-mend-gone")),
            Err(error) => return stay(visit, subject, form, fresh, error.message(visit.lang)),
        }
        if note.is_empty() {
            note = t!(visit.lang, "forms-note-mended", code = wanted.code);
        }
    }
    match visit.workspace.change(&visit.act(desk), revision, &changes, &note).await {
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
        Err(AppError::Edit(error)) => stay(visit, subject, form, fresh, error.message(visit.lang)),
        Err(error) => Err(refused(error, visit.lang)),
    }
}

/// The form again, with why nothing could be saved.
fn stay(
    visit: &Visit,
    subject: &Subject,
    form: &Form,
    fresh: bool,
    problem: String,
) -> Result<Response, Problem> {
    let subject = if fresh { Subject::of(&*subject.table, "") } else { subject.clone() };
    let shown = Shown { fresh, problem, ..Shown::default() };
    let page = form_page(visit, &visit.view, &subject, form, shown)?;
    Ok((StatusCode::UNPROCESSABLE_ENTITY, page).into_response())
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
