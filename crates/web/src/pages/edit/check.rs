//! What the rules say of a form that has not been saved yet: an HTML fragment.

use super::element::fields;
use super::form::{Form, Sent};
use super::found::{Found, found};
use super::save::{changed, named};
use super::values::Wrong;
use crate::frame::page;
use crate::problem::Problem;
use crate::visit::Visit;
use askama::Template;
use axum::extract::Path;
use axum::response::Html;
use department::edit::{Change, Subject, apply, values};
use std::sync::Arc;

/// What stands beside a field.
struct Beside {
    field: String,
    wrong: String,
    found: Vec<Found>,
}

#[derive(Template)]
#[template(path = "pages/edit/check.html")]
struct Fragment {
    all: Vec<Beside>,
}

/// `POST /check/about`, and `POST /check/goal` for a goal that is not there yet.
pub(super) async fn one(
    visit: Visit,
    Path(table): Path<String>,
    sent: Sent,
) -> Result<Html<String>, Problem> {
    let form = Form::of(sent)?;
    let keyed = department::Kind::ALL.iter().any(|kind| kind.key() == table);
    let subject = if keyed { named(&visit.view.files, &table, &form) } else { Subject::one(table) };
    checked(visit, subject, form).await
}

/// `POST /check/goal/trust`
pub(super) async fn element(
    visit: Visit,
    Path((table, id)): Path<(String, String)>,
    sent: Sent,
) -> Result<Html<String>, Problem> {
    checked(visit, Subject::of(table, id), Form::of(sent)?).await
}

async fn checked(visit: Visit, subject: Subject, form: Form) -> Result<Html<String>, Problem> {
    let fields = fields(&subject)?;
    let (view, lang) = (Arc::clone(&visit.view), visit.lang);
    let work = move || {
        let old = values(&view.files, &subject);
        let made = changed(&form, fields, old.as_deref().unwrap_or_default(), lang);
        let (changes, wrong) = match made {
            Ok(all) => (changes(&subject, old.is_none(), all), Vec::new()),
            Err(wrong) => (Vec::new(), wrong),
        };
        let found = match apply(&view.files, &changes) {
            Ok(files) => {
                let next = view.next(view.revision, Arc::new(files), Arc::clone(&view.figures), view.today);
                found(&next, &subject, lang)
            }
            Err(_) => Vec::new(),
        };
        let keys = std::iter::once("").chain(fields.iter().map(|field| field.key));
        let of = |key: &str, wrong: &Wrong| {
            let name = wrong.name.strip_prefix("f.").unwrap_or_default();
            !key.is_empty()
                && name.strip_prefix(key).is_some_and(|rest| rest.is_empty() || rest.starts_with('.'))
        };
        keys.map(|key| Beside {
            field: key.to_owned(),
            wrong: wrong
                .iter()
                .find(|wrong| of(key, wrong))
                .map(|wrong| wrong.message(lang))
                .unwrap_or_default(),
            found: found.iter().filter(|found| found.field == key).cloned().collect(),
        })
        .collect()
    };
    let all = tokio::task::spawn_blocking(work).await.map_err(Problem::fault)?;
    page(&Fragment { all })
}

fn changes(
    subject: &Subject,
    fresh: bool,
    all: Vec<(String, Option<department::edit::Value>)>,
) -> Vec<Change> {
    if fresh && subject.id.is_some() {
        let fields = all.into_iter().filter_map(|(field, value)| Some((field, value?))).collect();
        return vec![Change::Add { subject: subject.clone(), fields, after: None }];
    }
    all.into_iter().map(|(field, value)| Change::Set { subject: subject.clone(), field, value }).collect()
}
