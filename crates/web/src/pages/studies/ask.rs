//! The bench: data, a question, its options, and the answer at once.

use super::fields::{Control, Field, fields, given};
use super::list::{names, questions};
use super::shown::Shown;
use crate::frame::{Frame, page};
use crate::pages::edit::Form;
use crate::pages::encoded;
use crate::problem::Problem;
use crate::visit::Visit;
use askama::Template;
use axum::extract::Query;
use axum::extract::rejection::QueryRejection;
use axum::http::HeaderValue;
use axum::http::header::{CONTENT_DISPOSITION, CONTENT_TYPE};
use axum::response::{IntoResponse, Response};
use locale::t;
use std::path::Path;
use std::sync::Arc;
use study::{Answer, Data, Family, Options, Selection, family};

#[derive(Template)]
#[template(path = "pages/studies/ask.html")]
struct Page {
    frame: Frame,
    /// The data that are asked, and all there are.
    data: String,
    all: Vec<(String, String)>,
    /// The question, and all there are.
    method: &'static str,
    questions: Vec<(&'static str, String)>,
    fields: Vec<Field>,
    /// Which rows are asked, and what is counted before.
    filter: String,
    derive: String,
    /// The data of new rows, where the question has an answer for them.
    new: Option<String>,
    /// Why there is no answer.
    fault: String,
    shown: Option<Shown>,
    /// Where the answer is had as files: address and name.
    files: Vec<(String, &'static str)>,
    /// What is kept with a study: names and texts.
    kept: Vec<(&'static str, String)>,
}

/// What an answer can be taken along as.
const FILES: [&str; 5] = ["xlsx", "csv", "json", "svg", "r"];

/// `GET /ask?data=posts.csv&method=correlate&…`
pub(super) async fn ask(
    visit: Visit,
    asked: Result<Query<Vec<(String, String)>>, QueryRejection>,
) -> Result<Response, Problem> {
    let Query(pairs) = asked.map_err(|_| Problem::Wrong)?;
    let sent = Form::new(pairs);
    let lang = visit.lang;
    let method = if sent.one("method").is_empty() { "describe" } else { sent.one("method") };
    let family = family(method).ok_or(Problem::NotFound)?;
    let name = sent.one("data").to_owned();
    let options = sent.under("o");
    let selection = selection(&sent);
    let new = if family.takes_new { sent.one("new").to_owned() } else { String::new() };
    let (data, answer) = answered(&visit, family, (&name, &new), &options, selection.clone()).await;
    if !sent.one("as").is_empty() {
        let answer = answer.map_err(Problem::Refused)?;
        return file(&*answer, &name, sent.one("as"), &visit);
    }
    let files = visit.workspace.data_files().await.map_err(|error| Problem::of(error, lang))?;
    let kept: Vec<(&'static str, String)> = given(family, &options);
    let (fault, answer) = match answer {
        Ok(answer) => (String::new(), Some(answer)),
        Err(fault) => (fault, None),
    };
    let address = |ending: &str| {
        let own = [
            ("filter", selection.filter.clone()),
            ("derive", selection.derive.join("\n")),
            ("new", new.clone()),
        ];
        let own = own.iter().filter(|(_, text)| !text.is_empty());
        let own = own.map(|(name, text)| format!("&{name}={}", encoded(text)));
        let each = own.chain(kept.iter().map(|(name, text)| format!("&o.{name}={}", encoded(text))));
        format!("/ask?data={}&method={method}{}&as={ending}", encoded(&name), each.collect::<String>())
    };
    Ok(page(&Page {
        frame: visit.frame(t!(lang, "studies-ask")),
        all: names(&files, lang),
        method: family.name,
        questions: questions(lang),
        fields: fields(family, data.as_deref(), &options, lang),
        filter: selection.filter.clone(),
        derive: selection.derive.join("\n"),
        new: family.takes_new.then(|| new.clone()),
        fault,
        shown: answer.as_deref().map(|answer| Shown::of(answer, lang)),
        files: FILES
            .into_iter()
            .filter(|_| answer.is_some())
            .map(|ending| (address(ending), ending))
            .collect(),
        data: name,
        kept,
    })?
    .into_response())
}

/// Which rows are asked, and what is counted before: of the latter a line each.
pub(super) fn selection(sent: &Form) -> Selection {
    let lines = sent.one("derive").lines().map(str::trim).filter(|line| !line.is_empty());
    Selection {
        filter: sent.one("filter").to_owned(),
        derive: lines.map(str::to_owned).collect(),
        ..Selection::default()
    }
}

/// The data, where they can be opened, and the answer or why there is none.
async fn answered(
    visit: &Visit,
    family: &'static Family,
    (name, new): (&str, &str),
    sent: &Form,
    selection: Selection,
) -> (Option<Arc<Data>>, Result<Box<dyn Answer>, String>) {
    let said = |error: app::AppError| error.message(visit.lang);
    let given = given(family, sent);
    let options = Options::new(family.options, given.iter().map(|(name, text)| (*name, text.as_str())));
    let options = options.map_err(|fault| fault.message(visit.lang));
    let data = match &options {
        Ok(options) if name.is_empty() && !(family.needs_data)(options) => {
            Ok(Arc::new(Data::of_frame("", stats::Frame::default())))
        }
        _ => visit.workspace.data(name).await.map_err(said),
    };
    let data = match data {
        Ok(data) => data,
        Err(fault) => return (None, Err(fault)),
    };
    let fresh = match new {
        "" => None,
        new => match visit.workspace.data(new).await {
            Ok(fresh) => Some(fresh),
            Err(fault) => return (Some(data), Err(said(fault))),
        },
    };
    let answer = match options {
        Ok(options) => {
            visit.workspace.ask(family, options, Arc::clone(&data), fresh, selection.clone()).await
        }
        Err(fault) => return (Some(data), Err(fault)),
    };
    // The columns that were counted can be chosen, too.
    let chosen = selection.of(Data::of_same(&data)).map_or(data, Arc::new);
    (Some(chosen), answer.map_err(said))
}

/// An answer as a file to keep.
pub(super) fn file(
    answer: &dyn Answer,
    data: &str,
    ending: &str,
    visit: &Visit,
) -> Result<Response, Problem> {
    let known = FILES.into_iter().find(|known| *known == ending).ok_or(Problem::NotFound)?;
    let name = format!("answer.{known}");
    let made = app::studies::export(answer, data, Path::new(&name), visit.lang, visit.view.today);
    let content = made.map_err(Problem::fault)?.into_iter().next().map(|(_, content)| content);
    let media_type = match known {
        "xlsx" => "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        "csv" => "text/csv; charset=utf-8",
        "json" => "application/json",
        "svg" => "image/svg+xml",
        _ => "text/plain; charset=utf-8",
    };
    let disposition =
        HeaderValue::from_str(&format!("attachment; filename=\"{name}\"")).map_err(Problem::fault)?;
    let heads = [(CONTENT_TYPE, HeaderValue::from_static(media_type)), (CONTENT_DISPOSITION, disposition)];
    Ok((heads, content.ok_or(Problem::NotFound)?).into_response())
}
