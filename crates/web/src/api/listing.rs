//! The page that tells people what programs may ask.

use crate::api::document::{Entry, entries, openapi};
use crate::frame::{Frame, page};
use crate::problem::Problem;
use crate::visit::Visit;
use askama::Template;
use axum::response::Html;
use locale::{Lang, t};

/// The parts of the list, in order.
const PARTS: [&str; 10] = [
    "department",
    "elements",
    "texts",
    "findings",
    "revisions",
    "figures",
    "documents",
    "approval",
    "account",
    "administration",
];

/// An operation in a line.
struct Row {
    method: String,
    path: String,
    name: String,
    right: String,
}

#[derive(Template)]
#[template(path = "api/listing.html")]
struct Page {
    frame: Frame,
    parts: Vec<(&'static str, String, Vec<Row>)>,
    /// Codes of problems with what each is called.
    problems: Vec<(&'static str, String)>,
}

/// The codes of problems that are explained on the page.
const PROBLEMS: [&str; 27] = [
    "conflict",
    "exists",
    "fault",
    "forbidden",
    "hook",
    "id",
    "key",
    "last-administrator",
    "limit",
    "media-type",
    "method",
    "misfit",
    "no-base",
    "no-element",
    "no-field",
    "no-kind",
    "not-found",
    "path",
    "precondition",
    "refused",
    "sign-in",
    "stale",
    "too-large",
    "unreadable",
    "unreadable-text",
    "approval",
    "wrong",
];

/// `GET /api`
pub(crate) async fn listing(visit: Visit) -> Result<Html<String>, Problem> {
    let lang = visit.lang;
    let mut described = openapi(lang);
    let all = entries(&mut described);
    let part = |tag: &'static str| {
        let rows = all.iter().filter(|entry| entry.tag == tag).map(|entry| row(entry, lang)).collect();
        (tag, t!(lang, &format!("api-part-{tag}")), rows)
    };
    page(&Page {
        frame: visit.frame(t!(lang, "api-title")),
        parts: PARTS.map(part).into(),
        problems: PROBLEMS.map(|code| (code, t!(lang, &format!("api-problem-{code}")))).into(),
    })
}

fn row(entry: &Entry<'_>, lang: Lang) -> Row {
    Row {
        method: entry.method.to_string(),
        path: entry.path.to_owned(),
        name: entry.name.to_owned(),
        right: entry.right.map(|right| t!(lang, &format!("right-{right}"))).unwrap_or_default(),
    }
}
