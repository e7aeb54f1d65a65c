//! What was asked becomes a study; its answer is accepted.

use super::fields::given;
use crate::desk::Desk;
use crate::pages::edit::{Form, Sent};
use crate::problem::Problem;
use crate::visit::Visit;
use app::Saved;
use axum::extract::{Path, State};
use axum::response::Redirect;
use department::edit::{Change, Subject, Value, free_id};
use locale::t;
use study::family;

/// `POST /ask`: the question is kept in the department's text.
pub(super) async fn keep(State(desk): State<Desk>, visit: Visit, sent: Sent) -> Result<Redirect, Problem> {
    let sent = Form::of(sent)?;
    let family = family(sent.one("method")).ok_or(Problem::Wrong)?;
    let id = free_id(&visit.view.files, "study", sent.one("name"));
    let options: Vec<Value> = given(family, &sent.under("o"))
        .into_iter()
        .map(|(name, text)| Value::Text(format!("{name} = {text}")))
        .collect();
    let text = |field: &str, text: &str| (field.to_owned(), Value::Text(text.to_owned()));
    let mut fields =
        vec![text("name", sent.one("name")), text("data", sent.one("data")), text("method", family.name)];
    let selection = super::ask::selection(&sent);
    if !selection.filter.is_empty() {
        fields.push(text("filter", &selection.filter));
    }
    if !selection.derive.is_empty() {
        fields.push((
            "derive".to_owned(),
            Value::List(selection.derive.into_iter().map(Value::Text).collect()),
        ));
    }
    if !options.is_empty() {
        fields.push(("options".to_owned(), Value::List(options)));
    }
    if family.takes_new && !sent.one("new").is_empty() {
        fields.push(text("new", sent.one("new")));
    }
    if !sent.one("words").is_empty() {
        fields.push(text("words", sent.one("words")));
    }
    if let Some(person) = &visit.signed.user.person {
        fields.push(text("owner", person));
    }
    let change = Change::Add { subject: Subject::of("study", id.clone()), fields, after: None };
    let saved = visit.workspace.change(&visit.act(&desk), visit.view.revision, &[change], "").await;
    done(saved.map_err(|error| Problem::of(error, visit.lang))?, &visit, &id)
}

/// `POST /studies/{id}/accept`
pub(super) async fn accept(
    State(desk): State<Desk>,
    visit: Visit,
    Path(id): Path<String>,
) -> Result<Redirect, Problem> {
    let saved = visit.workspace.accept_study(&visit.act(&desk), &id).await;
    match saved.map_err(|error| Problem::of(error, visit.lang))? {
        Some(saved) => done(saved, &visit, &id),
        None => Err(Problem::Refused(t!(visit.lang, "studies-nothing-to-accept"))),
    }
}

fn done(saved: Saved, visit: &Visit, id: &str) -> Result<Redirect, Problem> {
    match saved {
        Saved::Kept(_) | Saved::Unchanged(_) => Ok(Redirect::to(&format!("/studies/{id}"))),
        Saved::Conflicts(..) => Err(Problem::Refused(t!(visit.lang, "studies-conflict"))),
    }
}
