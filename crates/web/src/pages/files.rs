//! A file of the department as it is written, with line numbers and the findings about its lines.

use crate::frame::{Frame, page};
use crate::notes::{self, Note};
use crate::problem::Problem;
use crate::visit::Visit;
use askama::Template;
use axum::extract::Path;
use axum::response::Html;

/// Longer texts are read in an editor.
const LINES: usize = 20_000;

struct Row {
    number: usize,
    text: String,
    notes: Vec<Note>,
}

#[derive(Template)]
#[template(path = "pages/files.html")]
struct Page {
    frame: Frame,
    place: String,
    present: bool,
    files: Vec<(String, bool)>,
    rows: Vec<Row>,
}

/// `GET /files/{name}`
pub(super) async fn file(visit: Visit, Path(name): Path<String>) -> Result<Html<String>, Problem> {
    let sources = &visit.view.department().sources;
    let (file, source) = sources.iter().find(|(_, source)| *source.path == *name).ok_or(Problem::NotFound)?;
    let mut notes = notes::of_file(&visit.view, visit.lang, file, usize::MAX);
    let mut rows = Vec::new();
    for (at, text) in source.text.lines().chain(source.text.is_empty().then_some("")).take(LINES).enumerate()
    {
        let here = notes.partition_point(|note| note.line <= at + 1);
        rows.push(Row { number: at + 1, text: text.to_owned(), notes: notes.drain(..here).collect() });
    }
    page(&Page {
        frame: visit.frame(name),
        place: source.path.to_string(),
        present: source.present,
        files: sources.iter().map(|(_, file)| (file.path.to_string(), file.path == source.path)).collect(),
        rows,
    })
}
