//! All studies, the data that can be asked, and the questions that can be put.

use crate::desk::Desk;
use crate::frame::{Frame, page};
use crate::notes::when;
use crate::problem::Problem;
use crate::visit::Visit;
use app::View;
use app::studies::{DATA_BYTES, OWN};
use askama::Template;
use axum::extract::State;
use axum::response::Html;
use department::Element;
use department::labels::choice_name;
use department::model::Study;
use locale::{Lang, date, number, t};
use study::FAMILIES;

/// A study in the list.
struct Row {
    id: String,
    name: String,
    question: String,
    data: String,
    found: String,
    day: String,
    state: (&'static str, String),
}

/// A file with data.
struct File {
    name: String,
    size: String,
    by: String,
    /// Whether it was brought by the desk and can be removed by it.
    brought: bool,
}

#[derive(Template)]
#[template(path = "pages/studies/list.html")]
struct Page {
    frame: Frame,
    rows: Vec<Row>,
    /// Names of data, and how they are called.
    data: Vec<(String, String)>,
    /// Questions: the family's name and its words.
    questions: Vec<(&'static str, String)>,
    files: Vec<File>,
    megabytes: usize,
}

/// `GET /studies`
pub(super) async fn list(State(_): State<Desk>, visit: Visit) -> Result<Html<String>, Problem> {
    let (view, lang) = (&visit.view, visit.lang);
    let files = visit.workspace.data_files().await.map_err(|error| Problem::of(error, lang))?;
    page(&Page {
        frame: visit.frame(t!(lang, "report-studies")),
        rows: view.department().studies.iter().map(|study| row(view, study, lang)).collect(),
        data: names(&files, lang),
        questions: questions(lang),
        files: files
            .iter()
            .map(|file| File {
                name: file.name.clone(),
                size: t!(lang, "studies-kib", n = number(lang, (file.bytes as f64 / 1024.0).ceil(), 0)),
                by: if file.version > 0 {
                    format!("{}, {}", file.act.by, when(&file.act.at))
                } else {
                    String::new()
                },
                brought: file.version > 0,
            })
            .collect(),
        megabytes: DATA_BYTES >> 20,
    })
}

/// Data by name: the department's own measurements, then files.
pub(super) fn names(files: &[app::Dataset], lang: Lang) -> Vec<(String, String)> {
    let own = OWN
        .iter()
        .map(|name| ((*name).to_owned(), t!(lang, &format!("studies-data-{}", name.replace('.', "-")))));
    own.chain(files.iter().map(|file| (file.name.clone(), file.name.clone()))).collect()
}

/// The questions that can be put, in words.
pub(super) fn questions(lang: Lang) -> Vec<(&'static str, String)> {
    FAMILIES.iter().map(|family| (family.name, choice_name(lang, "study", "method", family.name))).collect()
}

fn row(view: &View, study: &Study, lang: Lang) -> Row {
    Row {
        id: study.id().to_owned(),
        name: study.title().to_owned(),
        question: study
            .method
            .map(|method| choice_name(lang, "study", "method", method.word()))
            .unwrap_or_default(),
        data: study.data.clone(),
        found: study.found.clone(),
        day: study.date.map(|day| date(lang, day)).unwrap_or_default(),
        state: state(view, study, lang),
    }
}

/// How a study stands: a class of the style sheet, and a word.
pub(super) fn state(view: &View, study: &Study, lang: Lang) -> (&'static str, String) {
    let (class, key) = match view.figures.answers.get(study.id()) {
        None => ("quiet", "studies-state-unasked"),
        Some(answered) if answered.outcome.is_err() => ("bad", "studies-state-fault"),
        Some(_) if study.found.is_empty() => ("risk", "studies-state-open"),
        Some(answered) if answered.digest != study.found => ("risk", "studies-state-changed"),
        Some(_) => ("good", "studies-state-accepted"),
    };
    (class, t!(lang, key))
}
