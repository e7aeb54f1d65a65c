//! A rule explained: what it says, why, what to do, and examples of both kinds.

use crate::frame::{Frame, page};
use crate::notes::{self, Note};
use crate::problem::Problem;
use crate::visit::Visit;
use askama::Template;
use axum::extract::Path;
use axum::response::Html;
use department::book;
use department::profile::Profile;
use diag::Example;

#[derive(Template)]
#[template(path = "pages/explain.html")]
struct Page {
    frame: Frame,
    code: &'static str,
    what: String,
    why: String,
    mend: String,
    weight: &'static str,
    word: String,
    bad: Vec<Example>,
    good: Vec<Example>,
    notes: Vec<Note>,
}

/// `GET /findings/{code}`
pub(super) async fn explain(visit: Visit, Path(code): Path<String>) -> Result<Html<String>, Problem> {
    let lang = visit.lang;
    let (code, doc) = book().doc(&code).ok_or(Problem::NotFound)?;
    let weight = Profile::of(visit.view.department()).weight(code).map_or("off", |severity| severity.word());
    page(&Page {
        frame: visit.frame(code),
        code,
        what: notes::prose(&book().title(lang, code)),
        why: notes::prose(book().why(lang, code)),
        mend: notes::prose(&book().advice(lang, code)),
        weight,
        word: super::rules::weight_word(lang, weight),
        bad: doc.bad.clone(),
        good: doc.good.clone(),
        notes: notes::spots(&visit.view)
            .filter(|spot| spot.finding.code == code)
            .map(|spot| spot.note(&visit.view, lang))
            .collect(),
    })
}
