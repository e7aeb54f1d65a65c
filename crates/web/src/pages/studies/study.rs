//! A study and what it has found.

use super::list::state;
use super::shown::Shown;
use crate::frame::{Frame, page};
use crate::notes::{self, Note};
use crate::pages::encoded;
use crate::problem::Problem;
use crate::visit::Visit;
use askama::Template;
use axum::extract::{Path, Query};
use axum::response::{IntoResponse, Response};
use department::Element;
use department::model::Study;
use locale::date;
use serde::Deserialize;

#[derive(Template)]
#[template(path = "pages/studies/study.html")]
struct Page {
    frame: Frame,
    id: String,
    state: (&'static str, String),
    words: String,
    found: String,
    day: String,
    /// The answer now, where it is another than the one that was accepted.
    now: String,
    /// What stands in the way of an answer.
    fault: String,
    shown: Option<Shown>,
    /// Where it is asked with other options.
    bench: String,
    notes: Vec<Note>,
}

/// What the address says.
#[derive(Debug, Default, Deserialize)]
pub(super) struct Asked {
    /// The answer as a file of that ending.
    r#as: Option<String>,
}

/// `GET /studies/{id}`
pub(super) async fn study(
    visit: Visit,
    Path(id): Path<String>,
    Query(asked): Query<Asked>,
) -> Result<Response, Problem> {
    let (view, lang) = (&visit.view, visit.lang);
    let study = view.department().studies.get(&id).ok_or(Problem::NotFound)?;
    let answered = view.figures.answers.get(&id);
    let answer = answered.and_then(|answered| answered.outcome.as_ref().ok());
    if let Some(ending) = asked.r#as {
        let answer = answer.ok_or(Problem::NotFound)?;
        return super::ask::file(&**answer, &study.data, &ending, &visit);
    }
    let here = format!("study.{id}");
    let spots = notes::spots(view).filter(|spot| spot.anchor().as_ref() == Some(&here));
    let fault = answered.and_then(|answered| answered.outcome.as_ref().err());
    Ok(page(&Page {
        frame: visit.frame(study.title()),
        state: state(view, study, lang),
        words: study.words.clone(),
        found: study.found.clone(),
        day: study.date.map(|day| date(lang, day)).unwrap_or_default(),
        now: answered.map(|one| one.digest.clone()).filter(|now| *now != study.found).unwrap_or_default(),
        fault: fault.map(|fault| fault.message(lang)).unwrap_or_default(),
        shown: answer.map(|answer| Shown::of(&**answer, lang)),
        bench: bench(study),
        notes: spots.map(|spot| spot.note(view, lang)).collect(),
        id,
    })?
    .into_response())
}

/// The bench with what the study chose.
fn bench(study: &Study) -> String {
    let method = study.method.map_or("describe", |method| method.word());
    let options = study.options.iter().filter_map(|line| line.split_once('='));
    let options = options.map(|(name, text)| format!("&o.{}={}", encoded(name.trim()), encoded(text.trim())));
    let own =
        [("filter", study.filter.clone()), ("derive", study.derive.join("\n")), ("new", study.new.clone())];
    let own = own.iter().filter(|(_, text)| !text.is_empty());
    let own = own.map(|(name, text)| format!("&{name}={}", encoded(text)));
    let chosen: String = own.chain(options).collect();
    format!("/ask?data={}&method={method}{chosen}", encoded(&study.data))
}
